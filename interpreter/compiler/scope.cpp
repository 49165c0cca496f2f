#include "interpreter/compiler/scope.h"

namespace weft::compiler {

Symbol* SymbolTable::find_or_add(syntax::Arena& arena, Identifier* name) {
  if (Symbol* known = find(name)) return known;
  if ((count_ + 1) * 2 > capacity_) grow(arena);
  auto* symbol = arena.create<Symbol>();
  symbol->name = name;
  symbol->local_index = symbol->register_index = symbol->free_index = NoIndex;
  uint32_t place = name->index & (capacity_ - 1);
  while (places_[place] != nullptr) place = (place + 1) & (capacity_ - 1);
  places_[place] = symbol;
  (last_ == nullptr ? first_ : last_->next) = symbol;
  last_ = symbol;
  ++count_;
  return symbol;
}

void SymbolTable::grow(syntax::Arena& arena) {
  capacity_ = capacity_ == 0 ? 16 : capacity_ * 2;
  places_ = static_cast<Symbol**>(arena.allocate(capacity_ * sizeof(void*)));
  std::fill(places_, places_ + capacity_, nullptr);
  for (Symbol* symbol = first_; symbol != nullptr; symbol = symbol->next) {
    uint32_t place = symbol->name->index & (capacity_ - 1);
    while (places_[place] != nullptr) place = (place + 1) & (capacity_ - 1);
    places_[place] = symbol;
  }
}

namespace {

size_t hash_node(const void* node) {
  const uint64_t bits = reinterpret_cast<uintptr_t>(node) * 0x9e3779b97f4a7c15u;
  return bits >> 20;
}

}  // namespace

void ScopeTable::build(const syntax::Module& module) {
  module_ = add(&module, ScopeKind::Module, nullptr);
  collect_symbols(compilation_, *this, module_, module);
  if (!compilation_.failed()) resolve_names(compilation_, module_);
}

Scope* ScopeTable::add(const void* node, ScopeKind kind, Scope* parent) {
  auto* scope = compilation_.arena.create<Scope>();
  scope->kind = kind;
  scope->node = node;
  scope->parent = parent;
  if (parent != nullptr) {
    scope->class_name = parent->class_name;
    scope->is_nested = parent->is_nested || parent->is_function();
    scope->in_comprehension_iterable = parent->in_comprehension_iterable;
    // Children are linked in front; the resolver puts the order right.
    scope->next_sibling = parent->first_child;
    parent->first_child = scope;
  }
  if (++count_ * 2 > places_.size()) grow();
  const size_t mask = places_.size() - 1;
  size_t place = hash_node(node) & mask;
  while (places_[place] != nullptr) place = (place + 1) & mask;
  places_[place] = scope;
  return scope;
}

Scope* ScopeTable::of(const void* node) const {
  const size_t mask = places_.size() - 1;
  size_t place = hash_node(node) & mask;
  while (places_[place]->node != node) place = (place + 1) & mask;
  return places_[place];
}

void ScopeTable::grow() {
  std::vector<Scope*> old(places_.size() * 2);
  old.swap(places_);
  const size_t mask = places_.size() - 1;
  for (Scope* scope : old) {
    if (scope == nullptr) continue;
    size_t place = hash_node(scope->node) & mask;
    while (places_[place] != nullptr) place = (place + 1) & mask;
    places_[place] = scope;
  }
}

}  // namespace weft::compiler
