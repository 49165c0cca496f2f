#include "interpreter/compiler/identifiers.h"

#include "interpreter/objects/isolate.h"

namespace weft::compiler {

namespace {

size_t hash_address(const char* data, size_t size) {
  uint64_t bits = reinterpret_cast<uintptr_t>(data) + size * 0x9e3779b97f4a7c15u;
  bits *= 0xff51afd7ed558ccdu;
  return bits ^ (bits >> 32);
}

size_t hash_content(std::string_view text) {
  uint64_t bits = 0xcbf29ce484222325u ^ text.size();
  for (const char byte : text) bits = (bits ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  return bits ^ (bits >> 29);
}

}  // namespace

IdentifierTable::IdentifierTable(Thread& thread, syntax::Arena& arena)
    : thread_(thread),
      arena_(arena),
      addresses_(256),
      contents_(128),
      strings_(thread.isolate.heap) {}

Identifier* IdentifierTable::find_or_add(std::string_view text) {
  const size_t mask = addresses_.size() - 1;
  size_t place = hash_address(text.data(), text.size()) & mask;
  for (; addresses_[place].identifier != nullptr; place = (place + 1) & mask) {
    if (addresses_[place].data == text.data() && addresses_[place].size == text.size()) {
      return addresses_[place].identifier;
    }
  }
  Identifier* identifier = find_or_add_by_content(text, true);
  addresses_[place] = {text.data(), text.size(), identifier};
  if (++address_count_ * 2 > addresses_.size()) grow_addresses();
  return identifier;
}

Identifier* IdentifierTable::find_or_add_by_content(std::string_view text, bool lasting) {
  const size_t mask = contents_.size() - 1;
  size_t place = hash_content(text) & mask;
  for (; contents_[place] != nullptr; place = (place + 1) & mask) {
    if (contents_[place]->text == text) return contents_[place];
  }
  auto* identifier = arena_.create<Identifier>();
  identifier->text = lasting ? text : arena_.copy(text);
  identifier->index = count_;
  contents_[place] = identifier;
  strings_.push_back(Value());
  if (++count_ * 2 > contents_.size()) grow_contents();
  return identifier;
}

void IdentifierTable::grow_addresses() {
  std::vector<AddressEntry> old(addresses_.size() * 2);
  old.swap(addresses_);
  const size_t mask = addresses_.size() - 1;
  for (const AddressEntry& entry : old) {
    if (entry.identifier == nullptr) continue;
    size_t place = hash_address(entry.data, entry.size) & mask;
    while (addresses_[place].identifier != nullptr) place = (place + 1) & mask;
    addresses_[place] = entry;
  }
}

void IdentifierTable::grow_contents() {
  std::vector<Identifier*> old(contents_.size() * 2);
  old.swap(contents_);
  const size_t mask = contents_.size() - 1;
  for (Identifier* identifier : old) {
    if (identifier == nullptr) continue;
    size_t place = hash_content(identifier->text) & mask;
    while (contents_[place] != nullptr) place = (place + 1) & mask;
    contents_[place] = identifier;
  }
}

Identifier* IdentifierTable::mangle(const Identifier* class_name, std::string_view text) {
  Identifier* name = find_or_add(text);
  if (class_name == nullptr || !text.starts_with("__") || text.ends_with("__") ||
      text.find('.') != std::string_view::npos) {
    return name;
  }
  std::string_view prefix = class_name->text;
  while (!prefix.empty() && prefix.front() == '_') prefix.remove_prefix(1);
  if (prefix.empty()) return name;
  std::string mangled("_");
  mangled.append(prefix).append(text);
  return find_or_add_by_content(mangled, false);
}

Str* IdentifierTable::str(const Identifier* identifier) {
  Value& known = strings_[identifier->index];
  if (known) return as_str(known);
  Str* made = intern(thread_, identifier->text);
  if (made == nullptr) return nullptr;
  strings_[identifier->index] = Value::cell(made);
  return made;
}

}  // namespace weft::compiler
