#include "stdlib/posix/process_wide.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>
#include <set>
#include <vector>

namespace weft {

namespace {

struct ProcessWide {
  std::mutex mutex;  // of what follows, and of the databases
  // "NAME=value": all that this has ever put into the environment.
  std::set<std::string> texts;
  // The arrays that `environ` has been, the last of which may still be it.
  std::vector<std::unique_ptr<char*[]>> arrays;
  size_t capacity = 0;  // of the last one
};

// Never destroyed: at the end of the process other isolates may still run.
ProcessWide& process_wide() {
  static auto* made = new ProcessWide;
  return *made;
}

// Those who read without the mutex see an entry before or after the change.
char* entry_at(char** entry) {
  return std::atomic_ref<char*>(*entry).load(std::memory_order_acquire);
}
void put_entry(char** entry, char* text) {
  std::atomic_ref<char*>(*entry).store(text, std::memory_order_release);
}
char** first_entry() { return std::atomic_ref<char**>(environ).load(std::memory_order_acquire); }

bool names(const char* text, const std::string& name) {
  return name.compare(0, name.size(), text, strnlen(text, name.size())) == 0 &&
         text[name.size()] == '=';
}

// The array, with room for one entry more behind its `count` ones.
char** make_room(ProcessWide& own, char** entries, size_t count) {
  const bool is_own = !own.arrays.empty() && own.arrays.back().get() == entries;
  if (is_own && count + 1 < own.capacity) return entries;
  own.capacity = 2 * (count + 2);
  own.arrays.push_back(std::make_unique<char*[]>(own.capacity));
  char** made = own.arrays.back().get();
  for (size_t i = 0; i < count; ++i) made[i] = entries[i];
  std::atomic_ref<char**>(environ).store(made, std::memory_order_release);
  return made;
}

bool is_name(const std::string& name) {
  return !name.empty() && name.find('=') == std::string::npos;
}

}  // namespace

std::unique_lock<std::mutex> hold_process_wide() { return std::unique_lock(process_wide().mutex); }

int set_environment_variable(const std::string& name, const std::string& value) {
  if (!is_name(name)) return EINVAL;
  ProcessWide& own = process_wide();
  const std::lock_guard lock(own.mutex);
  char* text = const_cast<char*>(own.texts.insert(name + '=' + value).first->c_str());
  char** entries = first_entry();
  size_t count = 0;
  for (; entries != nullptr && entries[count] != nullptr; ++count) {
    if (!names(entries[count], name)) continue;
    put_entry(entries + count, text);
    return 0;
  }
  entries = make_room(own, entries, count);
  // The end first: nobody runs past it.
  put_entry(entries + count + 1, nullptr);
  put_entry(entries + count, text);
  return 0;
}

int remove_environment_variable(const std::string& name) {
  if (!is_name(name)) return EINVAL;
  const std::lock_guard lock(process_wide().mutex);
  char** kept = first_entry();
  if (kept == nullptr) return 0;
  char** entry = kept;
  for (; *entry != nullptr; ++entry) {
    if (names(*entry, name)) continue;
    if (kept != entry) put_entry(kept, *entry);
    ++kept;
  }
  for (; kept != entry; ++kept) put_entry(kept, nullptr);
  return 0;
}

bool visit_environment(const std::function<bool(std::string_view, const char*)>& visit) {
  char** entry = first_entry();
  for (const char* text; entry != nullptr && (text = entry_at(entry)) != nullptr; ++entry) {
    const std::string_view whole = text;
    const size_t equals = whole.find('=');
    if (equals == std::string_view::npos) continue;
    if (!visit(whole.substr(0, equals), text + equals + 1)) return false;
  }
  return true;
}

}  // namespace weft
