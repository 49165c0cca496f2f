// The dict itself: what native code does with it. Probing and tables are in dict_table.cpp, what
// scripts see in dict_methods.cpp.
//
// Keys that are small ints or exact strings take the quick ways and run no script code. For other
// keys hashing and comparing may run script code that changes this very dict: after each such call
// everything is read again.
#include "interpreter/objects/dict.h"

#include "interpreter/objects/dict_table.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/recursion.h"
#include "interpreter/objects/sequences.h"

namespace weft {

using dict_table::append_entry;
using dict_table::copy_table;
using dict_table::entry_hash;
using dict_table::find_any;
using dict_table::find_small_int;
using dict_table::find_str;
using dict_table::Found;
using dict_table::has_room;
using dict_table::insert;
using dict_table::Keys;
using dict_table::remove_entry;
using dict_table::set_hashed;

namespace {

// Looks `key` up. False: an exception is pending. `hash` is its folded hash afterwards.
bool look_up(Thread& thread, Dict* dict, Value key, uint32_t& hash, Found& found) {
  int64_t full;
  if (!hash_element(thread, key, full)) return false;
  hash = fold_hash(full);
  return find_any(thread, dict, key, hash, found);
}

// Sets or adds where a lookup in a table that admits the key has just been done.
bool set_found(Thread& thread, Dict* dict, Value key, uint32_t hash, Value value, Found found) {
  DictTable* table = dict->table;
  if (found.entry >= 0) {
    store(table, table->entries()[found.entry].value, value);
    return true;
  }
  if (has_room(table)) [[likely]] {
    append_entry(thread, dict, key, hash, value, found.place);
    return true;
  }
  return insert(thread, dict, key, hash, value);
}

}  // namespace

Dict* make_dict(Thread& thread, uint64_t capacity) {
  Dict* dict = make_object<Dict>(thread, thread.isolate.types.dict);
  if (dict == nullptr) return nullptr;
  dict->table = nullptr;
  dict->count = 0;
  dict->keys_version = thread.isolate.next_version();
  if (capacity != 0 && !dict_table::reserve(thread, dict, capacity, Keys::Strs)) return nullptr;
  return dict;
}

Dict* make_dict_from_pairs(Thread& thread, const Value* pairs, uint64_t count) {
  Dict* dict = make_dict(thread);
  if (dict == nullptr || count == 0) return dict;
  if (!dict_table::reserve(thread, dict, count, dict_table::keys_for(pairs[0]))) return nullptr;
  for (uint64_t i = 0; i < count; ++i) {
    if (!dict_set(thread, dict, pairs[2 * i], pairs[2 * i + 1])) return nullptr;
  }
  return dict;
}

// --- Lookups ------------------------------------------------------------------------------------

int64_t dict_find_str(Dict* dict, Str* key) {
  DictTable* table = dict->table;
  if (table == nullptr || table->all_small_int) return -1;
  if (table->all_str) [[likely]]
    return find_str(table, key, str_hash(key)).entry;
  return dict_table::find_str_among_any(table, key).entry;
}

Value dict_get_str(Dict* dict, Str* key) {
  const int64_t entry = dict_find_str(dict, key);
  return entry < 0 ? Value::unset() : dict->table->entries()[entry].value;
}

Value dict_get(Thread& thread, Dict* dict, Value key) {
  DictTable* table = dict->table;
  if (table != nullptr) {
    if (table->all_str && is_exactly(key, Kind::Str)) {
      const Found found = find_str(table, as_str(key), str_hash(as_str(key)));
      return found.entry < 0 ? Value::unset() : table->entries()[found.entry].value;
    }
    if (table->all_small_int && key.is_small_int()) {
      const Found found = find_small_int(table, key);
      return found.entry < 0 ? Value::unset() : table->entries()[found.entry].value;
    }
  }
  uint32_t hash;
  Found found;
  if (!look_up(thread, dict, key, hash, found)) return {};
  return found.entry < 0 ? Value::unset() : dict->table->entries()[found.entry].value;
}

Truth dict_contains(Thread& thread, Dict* dict, Value key) {
  const Value value = dict_get(thread, dict, key);
  return !value ? Truth::Error : to_truth(!value.is_unset());
}

Value dict_get_item(Thread& thread, Dict* dict, Value key) {
  const Value value = dict_get(thread, dict, key);
  if (!value.is_unset()) return value;
  if (!is_exactly(Value::cell(dict), Kind::Dict) &&
      !find_special(thread, Value::cell(dict), Special::Missing).is_unset()) {
    return call_special(thread, Value::cell(dict), Special::Missing, {&key, 1});
  }
  return raise_key_error(thread, key);
}

// --- Changes ------------------------------------------------------------------------------------

bool dict_set_str(Thread& thread, Dict* dict, Str* key, Value value) {
  const uint32_t hash = str_hash(key);
  DictTable* table = dict->table;
  if (table != nullptr && table->all_str) [[likely]] {
    return set_found(thread, dict, Value::cell(key), hash, value, find_str(table, key, hash));
  }
  return set_hashed(thread, dict, Value::cell(key), hash, value);
}

bool dict_set(Thread& thread, Dict* dict, Value key, Value value) {
  if (is_exactly(key, Kind::Str)) return dict_set_str(thread, dict, as_str(key), value);
  DictTable* table = dict->table;
  if (key.is_small_int() && table != nullptr && table->all_small_int) {
    const uint32_t hash = fold_hash(small_int_hash(key.as_small_int()));
    return set_found(thread, dict, key, hash, value, find_small_int(table, key));
  }
  int64_t hash;
  return hash_element(thread, key, hash) && set_hashed(thread, dict, key, fold_hash(hash), value);
}

Value dict_set_default(Thread& thread, Dict* dict, Value key, Value value) {
  uint32_t hash;
  Found found;
  if (!look_up(thread, dict, key, hash, found)) return {};
  if (found.entry >= 0) return dict->table->entries()[found.entry].value;
  return insert(thread, dict, key, hash, value) ? value : Value();
}

Value dict_remove(Thread& thread, Dict* dict, Value key) {
  uint32_t hash;
  Found found;
  if (!look_up(thread, dict, key, hash, found)) return {};
  if (found.entry < 0) return Value::unset();
  return remove_entry(thread, dict, static_cast<uint32_t>(found.entry));
}

Value dict_remove_str(Thread& thread, Dict* dict, Str* key) {
  const int64_t entry = dict_find_str(dict, key);
  if (entry < 0) return Value::unset();
  return remove_entry(thread, dict, static_cast<uint32_t>(entry));
}

bool dict_delete_item(Thread& thread, Dict* dict, Value key) {
  const Value value = dict_remove(thread, dict, key);
  if (value.is_unset()) raise_key_error(thread, key);
  return value && !value.is_unset();
}

void dict_clear(Thread& thread, Dict* dict) {
  dict->table = nullptr;
  dict->count = 0;
  dict->keys_version = thread.isolate.next_version();
}

// --- Whole dicts --------------------------------------------------------------------------------

Dict* dict_copy(Thread& thread, Dict* dict) {
  Dict* copy = make_dict(thread);
  if (copy == nullptr || dict->count == 0) return copy;
  DictTable* table = copy_table(thread, dict);
  if (table == nullptr) return nullptr;
  store(copy, copy->table, table);
  copy->count = dict->count;
  return copy;
}

Truth dict_equal(Thread& thread, Dict* left, Dict* right) {
  if (left->count != right->count) return Truth::False;
  if (left->count == 0) return Truth::True;
  if (!check_native_stack(thread, InComparison)) return Truth::Error;
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(left, position, key, value)) {
    const uint32_t hash = entry_hash(left->table, static_cast<uint32_t>(position - 1));
    Found found;
    if (!find_any(thread, right, key, hash, found)) return Truth::Error;
    if (found.entry < 0) return Truth::False;
    const Truth same = equal_elements(thread, value, right->table->entries()[found.entry].value);
    if (same != Truth::True) return same;
  }
  return Truth::True;
}

bool dict_update(Thread& thread, Dict* dict, Dict* other) {
  if (dict == other || other->count == 0) return true;
  if (dict->count == 0) {
    DictTable* table = copy_table(thread, other);
    if (table == nullptr) return false;
    store(dict, dict->table, table);
    dict->count = other->count;
    dict->keys_version = thread.isolate.next_version();
    return true;
  }
  if (dict->table->entry_capacity < other->count &&
      !dict_table::reserve(thread, dict, dict->count + other->count,
                           dict_table::keys_of(other->table))) {
    return false;
  }
  const uint64_t count = other->count;
  DictTable* table = other->table;
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(other, position, key, value)) {
    const uint32_t hash = entry_hash(table, static_cast<uint32_t>(position - 1));
    if (!set_hashed(thread, dict, key, hash, value)) return false;
    if (other->table != table || other->count != count) {
      raise_runtime_error(thread, "dict mutated during update");
      return false;
    }
  }
  return true;
}

namespace {

// One element of an iterable of pairs.
bool set_pair(Thread& thread, Dict* dict, Value pair, uint64_t number) {
  std::span<const Value> parts;
  if (is_exactly(pair, Kind::Tuple)) {
    parts = pair.as<Tuple>()->view();
  } else {
    const Value sequence = as_list_or_tuple(
        thread, pair,
        text("cannot convert dictionary update sequence element #", number, " to a sequence"));
    if (!sequence) return false;
    parts = elements_of(sequence);
  }
  if (parts.size() == 2) return dict_set(thread, dict, parts[0], parts[1]);
  raise_value_error(thread, text("dictionary update sequence element #", number, " has length ",
                                 parts.size(), "; 2 is required"));
  return false;
}

// The dict's own iteration, not one a subclass defines.
bool iterates_plainly(Thread& thread, Dict* dict) {
  constexpr int Iter = static_cast<int>(Special::Iter);
  return is_exactly(Value::cell(dict), Kind::Dict) ||
         dict->type()->specials[Iter] == thread.isolate.types.dict->specials[Iter];
}

// `visit(key, value)` for each key that mapping.keys() gives.
template <class Visit>
bool for_each_of_mapping(Thread& thread, Value mapping, Visit visit) {
  const Value keys = call_method(thread, mapping, "keys", {});
  return keys && for_each(thread, keys, [&](Value key) {
           const Value value = get_item(thread, mapping, key);
           return value && visit(key, value);
         });
}

}  // namespace

bool dict_update_from(Thread& thread, Dict* dict, Value source) {
  if (is_dict(source) && iterates_plainly(thread, source.as<Dict>())) {
    return dict_update(thread, dict, source.as<Dict>());
  }
  const Value keys = find_attribute(thread, source, thread.isolate.names.keys);
  if (!keys) return false;
  if (!keys.is_unset()) {
    return for_each_of_mapping(
        thread, source, [&](Value key, Value value) { return dict_set(thread, dict, key, value); });
  }
  uint64_t number = 0;
  return for_each(thread, source,
                  [&](Value pair) { return set_pair(thread, dict, pair, number++); });
}

DictMerge dict_merge_keywords(Thread& thread, Dict* dict, Value mapping, Value& key) {
  DictMerge result = DictMerge::Done;
  // False: `result` is final.
  const auto add = [&](Value name, Value value) {
    key = name;
    if (!is_str(name)) {
      result = DictMerge::NotString;
    } else if (dict_find_str(dict, as_str(name)) >= 0) {
      result = DictMerge::Duplicate;
    } else if (!dict_set(thread, dict, name, value)) {
      result = DictMerge::Error;
    }
    return result == DictMerge::Done;
  };
  if (is_dict(mapping) && iterates_plainly(thread, mapping.as<Dict>())) {
    Dict* other = mapping.as<Dict>();
    if (dict->count == 0 && other->count != 0 && other->table->all_str) {
      return dict_update(thread, dict, other) ? DictMerge::Done : DictMerge::Error;
    }
    uint64_t position = 0;
    Value name;
    Value value;
    while (dict_next(other, position, name, value) && add(name, value)) {
    }
    return result;
  }
  const Value keys = find_attribute(thread, mapping, thread.isolate.names.keys);
  if (!keys) return DictMerge::Error;
  if (keys.is_unset()) return DictMerge::NotMapping;
  if (!for_each_of_mapping(thread, mapping, add) && result == DictMerge::Done) {
    result = DictMerge::Error;
  }
  return result;
}

}  // namespace weft
