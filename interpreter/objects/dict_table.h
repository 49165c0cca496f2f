// The table of a dict: layout of the index and probing. For dict*.cpp only.
//
// Rules
//  1. An index place holds 0 (empty), 1 (deleted) or entry number + 2. An entry is live exactly
//     when one place holds its number.
//  2. Probing looks at places in an order that depends on the folded hash and the index size only,
//     and ends at an empty place. `places_used` <= `entry_capacity`, which is less than the number
//     of places, so there always is one.
//  3. all_str and all_small_int describe every key that was put into the table, live or not.
//     Both are false where hashes are kept. An empty table of either may become one of the other.
//  4. Nothing here runs script code but find_any(), which starts again when the dict was changed.
#pragma once

#include "interpreter/objects/dict.h"
#include "interpreter/objects/element_equality.h"
#include "interpreter/objects/str.h"

namespace weft::dict_table {

inline constexpr uint8_t SmallestLog2 = 3;
inline constexpr uint8_t LargestLog2 = 31;
inline constexpr uint32_t DeletedPlace = 1;
inline constexpr uint32_t FirstEntryPlace = 2;

// What keys a table can hold.
enum class Keys : uint8_t { Strs, SmallInts, Any };

inline Keys keys_of(const DictTable* table) {
  return table->all_str ? Keys::Strs : table->all_small_int ? Keys::SmallInts : Keys::Any;
}
inline Keys keys_for(Value key) {
  if (key.is_small_int()) return Keys::SmallInts;
  return is_exactly(key, Kind::Str) ? Keys::Strs : Keys::Any;
}

// Two thirds of the places.
constexpr uint32_t usable_entries(uint8_t log2) {
  return static_cast<uint32_t>((uint64_t{2} << log2) / 3);
}
// Of the smallest table for `count` entries.
uint8_t log2_for(uint64_t count);

inline uint32_t* hashes_of(DictTable* table) {
  return reinterpret_cast<uint32_t*>(table->entries() + table->entry_capacity);
}
inline void* index_of(DictTable* table) {
  const size_t hashes = keys_of(table) == Keys::Any ? table->entry_capacity : 0;
  return hashes_of(table) + hashes;
}

// The folded hash of a live entry. Of a key that is no exact str or small int it is kept.
inline uint32_t entry_hash(DictTable* table, uint32_t number) {
  const Value key = table->entries()[number].key;
  if (table->all_str) return str_hash(as_str(key));
  if (table->all_small_int) return fold_hash(small_int_hash(key.as_small_int()));
  return hashes_of(table)[number];
}

// The order in which places are looked at: first where the low bits say, then jumping by a rule
// that lets all bits of the hash take part by and by and in the end visits every place.
class Probe {
 public:
  Probe(uint32_t hash, uint8_t log2)
      : mask_((uint32_t{1} << log2) - 1), rest_(hash), place_(hash & mask_) {}
  uint32_t place() const { return place_; }
  void advance() {
    rest_ >>= 5;
    place_ = (place_ * 5 + rest_ + 1) & mask_;
  }

 private:
  uint32_t mask_;
  uint32_t rest_;
  uint32_t place_;
};

// Where a key is: `entry` is its number, or -1 and `place` where an entry for it may go.
struct Found {
  int64_t entry;
  uint32_t place;
};

// Calls `body` with the index as an array of the right width.
template <class Body>
inline auto with_index(DictTable* table, Body body) {
  void* index = index_of(table);
  switch (table->index_width) {
    case 1:
      return body(static_cast<uint8_t*>(index));
    case 2:
      return body(static_cast<uint16_t*>(index));
    default:
      return body(static_cast<uint32_t*>(index));
  }
}

// `matches(number)` decides whether that entry is it; it runs no script code.
template <class Matches>
inline Found find(DictTable* table, uint32_t hash, Matches matches) {
  return with_index(table, [&](const auto* index) {
    constexpr uint32_t NoPlace = UINT32_MAX;
    uint32_t deleted = NoPlace;
    for (Probe probe(hash, table->index_log2);; probe.advance()) {
      const uint32_t content = index[probe.place()];
      if (content >= FirstEntryPlace) [[likely]] {
        const uint32_t number = content - FirstEntryPlace;
        if (matches(number)) return Found{number, probe.place()};
      } else if (content == 0) {
        return Found{-1, deleted != NoPlace ? deleted : probe.place()};
      } else if (deleted == NoPlace) {
        deleted = probe.place();
      }
    }
  });
}

// An exact str in a table of exact strs.
inline Found find_str(DictTable* table, Str* key, uint32_t hash) {
  const DictEntry* entries = table->entries();
  return find(table, hash, [=](uint32_t number) {
    Str* present = as_str(entries[number].key);
    return present == key || (present->hash == hash && str_equal(present, key));
  });
}
// A small int in a table of small ints.
inline Found find_small_int(DictTable* table, Value key) {
  const DictEntry* entries = table->entries();
  return find(table, fold_hash(small_int_hash(key.as_small_int())),
              [=](uint32_t number) { return entries[number].key == key; });
}

// Any key in any table; may run script code. False: an exception is pending. Afterwards
// `found.place` is meaningless and dict->table may be another one, but `found.entry` is the state
// of things now.
[[nodiscard]] bool find_any(Thread& thread, Dict* dict, Value key, uint32_t hash, Found& found);
// An str key in a table that also holds other keys, content alone counting.
Found find_str_among_any(DictTable* table, Str* key);

// The table made fit for one more key of the kind given: room for an entry, and `keys` admitted.
// Null with MemoryError pending. Existing places change.
[[nodiscard]] DictTable* make_room(Thread& thread, Dict* dict, Keys keys);
// Makes the dict's table large enough for `count` entries in all.
[[nodiscard]] bool reserve(Thread& thread, Dict* dict, uint64_t count, Keys keys);

// A table of its own for a copy of the (non-empty) dict.
[[nodiscard]] DictTable* copy_table(Thread& thread, Dict* dict);

inline bool has_room(const DictTable* table) {
  return table->entry_count < table->entry_capacity && table->places_used < table->entry_capacity;
}
// Puts a new entry into a free place of a table with room that admits the key.
void append_entry(Thread& thread, Dict* dict, Value key, uint32_t hash, Value value,
                  uint32_t place);
// Adds an absent key.
[[nodiscard]] bool insert(Thread& thread, Dict* dict, Value key, uint32_t hash, Value value);
// Sets or adds a key whose folded hash is known.
[[nodiscard]] bool set_hashed(Thread& thread, Dict* dict, Value key, uint32_t hash, Value value);
// Removes a live entry and returns its value.
Value remove_entry(Thread& thread, Dict* dict, uint32_t number);

}  // namespace weft::dict_table
