#include "interpreter/objects/dict_table.h"

#include <cstring>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"

namespace weft::dict_table {

namespace {

constexpr uint8_t width_for(uint8_t log2) { return log2 <= 8 ? 1 : log2 <= 16 ? 2 : 4; }
static_assert(usable_entries(8) + FirstEntryPlace <= 256);
static_assert(usable_entries(16) + FirstEntryPlace <= 65536);

DictTable* make_table(Thread& thread, uint8_t log2, Keys keys) {
  if (log2 > LargestLog2) {
    raise_memory_error(thread);
    return nullptr;
  }
  const size_t capacity = usable_entries(log2);
  const size_t index_bytes = size_t{width_for(log2)} << log2;
  const size_t hash_bytes = keys == Keys::Any ? capacity * sizeof(uint32_t) : 0;
  auto* table =
      make_cell<DictTable>(thread, capacity * sizeof(DictEntry) + hash_bytes + index_bytes,
                           internal_header(Kind::DictTable));
  if (table == nullptr) return nullptr;
  table->entry_capacity = static_cast<uint32_t>(capacity);
  table->entry_count = 0;
  table->places_used = 0;
  table->index_log2 = log2;
  table->index_width = width_for(log2);
  table->all_str = keys == Keys::Strs;
  table->all_small_int = keys == Keys::SmallInts;
  std::memset(index_of(table), 0, index_bytes);
  return table;
}

// An entry the table has room for, at an empty place found by probing: for tables without deleted
// places.
template <class Place>
void place_entry(DictTable* table, Place* index, uint32_t hash, uint32_t number) {
  Probe probe(hash, table->index_log2);
  while (index[probe.place()] != 0) probe.advance();
  index[probe.place()] = static_cast<Place>(number + FirstEntryPlace);
}

// A table of the size and kind given with the live entries of `old` (which may be null).
DictTable* make_filled_table(Thread& thread, DictTable* old, uint8_t log2, Keys keys) {
  DictTable* table = make_table(thread, log2, keys);
  if (table == nullptr || old == nullptr) return table;
  const DictEntry* source = old->entries();
  DictEntry* target = table->entries();
  uint32_t count = 0;
  constexpr uint32_t Ahead = 8;
  with_index(table, [&](auto* index) {
    for (uint32_t i = 0; i < old->entry_count; ++i) {
      // The hashes of strings lie in the strings, all over the memory.
      if (old->all_str && i + Ahead < old->entry_count) {
        __builtin_prefetch(reinterpret_cast<const void*>(source[i + Ahead].key.bits()));
      }
      if (source[i].key.is_unset()) continue;
      const uint32_t hash = entry_hash(old, i);
      target[count] = source[i];
      if (keys == Keys::Any) hashes_of(table)[count] = hash;
      place_entry(table, index, hash, count);
      ++count;
    }
  });
  table->entry_count = count;
  table->places_used = count;
  return table;
}

DictTable* rebuild(Thread& thread, Dict* dict, uint8_t log2, Keys keys) {
  DictTable* table = make_filled_table(thread, dict->table, log2, keys);
  if (table == nullptr) return nullptr;
  store(dict, dict->table, table);
  dict->keys_version = thread.isolate.next_version();
  return table;
}

// Whether keys of the kind may go into the table as it is (an empty one is changed to admit them).
bool admits(DictTable* table, Keys keys) {
  const Keys present = keys_of(table);
  if (present == keys || present == Keys::Any) return true;
  if (keys == Keys::Any || table->entry_count != 0) return false;
  table->all_str = keys == Keys::Strs;
  table->all_small_int = keys == Keys::SmallInts;
  return true;
}

// What a table must hold that has keys of both kinds.
Keys both(DictTable* table, Keys keys) {
  if (table == nullptr) return keys;
  const bool empty = table->entry_count == 0;
  return empty || keys_of(table) == keys ? keys : Keys::Any;
}

}  // namespace

uint8_t log2_for(uint64_t count) {
  uint8_t log2 = SmallestLog2;
  while (log2 <= LargestLog2 && usable_entries(log2) < count) ++log2;
  return log2;
}

DictTable* copy_table(Thread& thread, Dict* dict) {
  DictTable* table = dict->table;
  const uint8_t log2 = log2_for(dict->count);
  const Keys keys = keys_of(table);
  if (log2 != table->index_log2 || table->places_used != dict->count ||
      table->entry_count != dict->count) {
    return make_filled_table(thread, table, log2, keys);
  }
  DictTable* copy = make_table(thread, log2, keys);
  if (copy == nullptr) return nullptr;
  copy->entry_count = table->entry_count;
  copy->places_used = table->places_used;
  const size_t entry_bytes = copy->entry_count * sizeof(DictEntry);
  std::memcpy(static_cast<void*>(copy->entries()), table->entries(), entry_bytes);
  if (keys == Keys::Any) {
    std::memcpy(hashes_of(copy), hashes_of(table), copy->entry_count * sizeof(uint32_t));
  }
  std::memcpy(index_of(copy), index_of(table), size_t{copy->index_width} << log2);
  return copy;
}

DictTable* make_room(Thread& thread, Dict* dict, Keys keys) {
  DictTable* table = dict->table;
  if (table != nullptr && has_room(table) && admits(table, keys)) return table;
  uint8_t log2 = log2_for(dict->count + 1);
  if (table != nullptr && !has_room(table)) {
    // A table that is full of live entries doubles, one full of deleted ones may shrink.
    while (log2 < LargestLog2 && (uint64_t{1} << log2) < dict->count * 3) ++log2;
  } else if (table != nullptr && log2 < table->index_log2) {
    log2 = table->index_log2;
  }
  return rebuild(thread, dict, log2, both(table, keys));
}

bool reserve(Thread& thread, Dict* dict, uint64_t count, Keys keys) {
  DictTable* table = dict->table;
  if (count == 0) return true;
  if (table != nullptr && table->entry_capacity >= count) return true;
  return rebuild(thread, dict, log2_for(count), both(table, keys)) != nullptr;
}

bool find_any(Thread& thread, Dict* dict, Value key, uint32_t hash, Found& found) {
  constexpr uint32_t Empty = 0;
  // Other keys than exact strings and small ints may be equal to anything.
  const Keys kind = keys_for(key);
  for (;;) {
    DictTable* table = dict->table;
    found = {-1, 0};
    if (table == nullptr) return true;
    const Keys present = keys_of(table);
    if (kind == Keys::Strs && present == Keys::Strs) {
      found = find_str(table, as_str(key), hash);
      return true;
    }
    if (kind == Keys::SmallInts && present == Keys::SmallInts) {
      found = find_small_int(table, key);
      return true;
    }
    if (kind != Keys::Any && present != Keys::Any) return true;
    const DictEntry* entries = table->entries();
    const uint32_t* hashes = present == Keys::Any ? hashes_of(table) : nullptr;
    bool changed = false;
    for (Probe probe(hash, table->index_log2); !changed; probe.advance()) {
      const uint32_t content =
          with_index(table, [&](const auto* index) -> uint32_t { return index[probe.place()]; });
      if (content == Empty) return true;
      if (content == DeletedPlace) continue;
      const uint32_t number = content - FirstEntryPlace;
      const Value candidate = entries[number].key;
      if (candidate == key) {
        found.entry = number;
        return true;
      }
      if ((hashes != nullptr ? hashes[number] : entry_hash(table, number)) != hash) continue;
      const Truth same = equal_elements(thread, candidate, key);
      if (same == Truth::Error) return false;
      // A comparison in script code may have changed the dict: then all is looked at again.
      changed =
          dict->table != table || number >= table->entry_count || entries[number].key != candidate;
      if (!changed && same == Truth::True) {
        found.entry = number;
        return true;
      }
    }
  }
}

Found find_str_among_any(DictTable* table, Str* key) {
  const uint32_t* hashes = hashes_of(table);
  const DictEntry* entries = table->entries();
  const uint32_t hash = str_hash(key);
  return find(table, hash, [=](uint32_t number) {
    if (hashes[number] != hash) return false;
    const Value present = entries[number].key;
    return is_str(present) && str_equal(as_str(present), key);
  });
}

void append_entry(Thread& thread, Dict* dict, Value key, uint32_t hash, Value value,
                  uint32_t place) {
  DictTable* table = dict->table;
  const uint32_t number = table->entry_count;
  DictEntry& entry = table->entries()[number];
  store(table, entry.key, key);
  store(table, entry.value, value);
  if (keys_of(table) == Keys::Any) hashes_of(table)[number] = hash;
  with_index(table, [&](auto* index) {
    if (index[place] == 0) ++table->places_used;
    index[place] =
        static_cast<std::remove_reference_t<decltype(index[0])>>(number + FirstEntryPlace);
  });
  table->entry_count = number + 1;
  ++dict->count;
  dict->keys_version = thread.isolate.next_version();
}

bool insert(Thread& thread, Dict* dict, Value key, uint32_t hash, Value value) {
  DictTable* table = make_room(thread, dict, keys_for(key));
  if (table == nullptr) return false;
  const Found found = find(table, hash, [](uint32_t) { return false; });
  append_entry(thread, dict, key, hash, value, found.place);
  return true;
}

bool set_hashed(Thread& thread, Dict* dict, Value key, uint32_t hash, Value value) {
  Found found;
  if (!find_any(thread, dict, key, hash, found)) return false;
  if (found.entry < 0) return insert(thread, dict, key, hash, value);
  store(dict->table, dict->table->entries()[found.entry].value, value);
  return true;
}

Value remove_entry(Thread& thread, Dict* dict, uint32_t number) {
  DictTable* table = dict->table;
  DictEntry* entries = table->entries();
  const Value value = entries[number].value;
  const Found found = find(table, entry_hash(table, number),
                           [=](uint32_t candidate) { return candidate == number; });
  with_index(table, [&](auto* index) { index[found.place] = DeletedPlace; });
  const uint32_t first = table->first_live();
  entries[number].key = Value::unset();
  entries[number].value = Value::unset();
  if (number + 1 == table->entry_count) {
    // The last entry is always live. (The first may be number 0's value: it is live as well.)
    uint32_t count = number;
    while (count > first && entries[count - 1].key.is_unset()) --count;
    table->entry_count = count > first ? count : 0;
  } else if (number == first) {
    uint32_t next = number + 1;
    while (entries[next].key.is_unset()) ++next;
    entries[0].value = Value::small_int(next);
  }
  --dict->count;
  dict->keys_version = thread.isolate.next_version();
  return value;
}

}  // namespace weft::dict_table
