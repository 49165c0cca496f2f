// dict: insertion-ordered dense entries plus an index table.
//
// `table` holds the entries in insertion order (a deleted entry has an unset key) followed by the
// index. `keys_version` is replaced by a number never used before (Isolate::next_version) when a
// key is added or removed or the table is rebuilt, and stays when only values change: a cache that
// remembers (version, entry number) reads the value with one compare. Tables whose keys are all
// interned or plain str compare by identity first and keep no hashes beside the entries; nor do
// tables whose keys are all small ints.
#pragma once

#include "interpreter/objects/operations.h"

namespace weft {

struct DictEntry {
  Value key;  // unset: deleted
  Value value;
};

struct DictTable : Cell {
  using Cell::Cell;
  uint32_t entry_capacity;
  uint32_t entry_count;  // entries used, deleted ones included; the last one is live
  uint32_t places_used;  // index places that are not empty, those of deleted entries included
  uint8_t index_log2;    // the index has 1 << index_log2 places
  uint8_t index_width;   // bytes of an index place: 1, 2, 4
  bool all_str;          // every key is an exact str
  bool all_small_int;    // every key is a small int; never together with all_str
  // Then: DictEntry entries[entry_capacity]; uint32_t hashes[entry_capacity] unless all_str or
  // all_small_int; the index. Entry 0, when deleted, has as its value the number of the first live
  // entry, so that taking entries from the front again and again stays cheap.
  DictEntry* entries() { return reinterpret_cast<DictEntry*>(this + 1); }
  uint32_t first_live() {
    return entry_count != 0 && entries()[0].key.is_unset()
               ? static_cast<uint32_t>(entries()[0].value.as_small_int())
               : 0;
  }
};

struct Dict : Object {
  using Object::Object;
  DictTable* table;       // null while empty and never filled
  uint64_t count;         // live entries
  uint64_t keys_version;  // see above; never 0
};

[[nodiscard]] Dict* make_dict(Thread& thread, uint64_t capacity = 0);
// From `count` keys and values in turn: key, value, key, value … (a display).
[[nodiscard]] Dict* make_dict_from_pairs(Thread& thread, const Value* pairs, uint64_t count);

// Lookups. `dict_get` returns unset when absent, the error value when a hash or comparison raised.
// The *_str forms take any Str key, cannot raise, and are the fast ones for interned names.
[[nodiscard]] Value dict_get(Thread& thread, Dict* dict, Value key);
Value dict_get_str(Dict* dict, Str* key);
// Entry number of an str key for caches, or -1.
int64_t dict_find_str(Dict* dict, Str* key);
[[nodiscard]] bool dict_set(Thread& thread, Dict* dict, Value key, Value value);
[[nodiscard]] bool dict_set_str(Thread& thread, Dict* dict, Str* key, Value value);
// The value already there, or `value`, which then was added.
[[nodiscard]] Value dict_set_default(Thread& thread, Dict* dict, Value key, Value value);
// Removes; the value, unset when absent, or error.
[[nodiscard]] Value dict_remove(Thread& thread, Dict* dict, Value key);
[[nodiscard]] Value dict_remove_str(Thread& thread, Dict* dict, Str* key);
[[nodiscard]] bool dict_update(Thread& thread, Dict* dict, Dict* other);
[[nodiscard]] bool dict_update_from(Thread& thread, Dict* dict, Value mapping_or_pairs);
[[nodiscard]] Dict* dict_copy(Thread& thread, Dict* dict);
void dict_clear(Thread& thread, Dict* dict);

// dict[key] as dict.__getitem__ does it: __missing__ of subclasses, KeyError.
[[nodiscard]] Value dict_get_item(Thread& thread, Dict* dict, Value key);
// del dict[key]: KeyError when absent.
[[nodiscard]] bool dict_delete_item(Thread& thread, Dict* dict, Value key);
Truth dict_contains(Thread& thread, Dict* dict, Value key);
Truth dict_equal(Thread& thread, Dict* left, Dict* right);

// Adds the keys of `mapping` for `**mapping` in a call. What goes wrong beyond script code raising
// is for the caller to word.
enum class DictMerge : uint8_t {
  Done,
  Error,       // an exception is pending
  NotMapping,  // no exception pending
  Duplicate,   // `key` is in both; no exception pending
  NotString,   // `key` is no str; no exception pending
};
[[nodiscard]] DictMerge dict_merge_keywords(Thread& thread, Dict* dict, Value mapping, Value& key);

// Iteration over a dict that may change meanwhile: position starts at 0; false at the end.
inline bool dict_next(Dict* dict, uint64_t& position, Value& key, Value& value) {
  DictTable* table = dict->table;
  if (table == nullptr) return false;
  if (position == 0) position = table->first_live();
  while (position < table->entry_count) {
    const DictEntry& entry = table->entries()[position++];
    if (entry.key.is_unset()) continue;
    key = entry.key;
    value = entry.value;
    return true;
  }
  return false;
}

inline bool is_dict(Value value) { return is_kind(value, Kind::Dict); }

}  // namespace weft
