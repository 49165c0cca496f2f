// The table of a set: slots and probing. For set*.cpp only.
//
// Rules
//  1. A slot's element is the error word (never used), unset (removed) or an element. `fill` counts
//     the slots of the last two sorts and stays below three fifths of the slots.
//  2. Sizes, probing and the reuse of removed slots decide the order of iteration, which for
//     elements with equal hashes is CPython's: change nothing of that.
//  3. `elements` describes every element that was ever put into the table. Tables of Strs and
//     SmallInts keep no hashes; a table changes to Any without moving a slot.
//  4. Only find_any() runs script code; it starts again when the set was changed meanwhile.
#pragma once

#include "interpreter/objects/element_equality.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/str.h"

namespace weft::set_table {

inline constexpr uint32_t SmallestMask = 7;

inline SetElements elements_for(Value element) {
  if (element.is_small_int()) return SetElements::SmallInts;
  return is_exactly(element, Kind::Str) ? SetElements::Strs : SetElements::Any;
}

inline bool is_live(Value element) { return !element.is_error() && !element.is_unset(); }

// The hash of the live element in `slot`.
inline int64_t slot_hash(SetTable* table, uint64_t slot) {
  switch (table->elements) {
    case SetElements::Strs:
      return str_hash(as_str(table->plain_slots()[slot]));
    case SetElements::SmallInts:
      return small_int_hash(table->plain_slots()[slot].as_small_int());
    case SetElements::Any:
      break;
  }
  return table->hashed_slots()[slot].hash;
}

// Slots in the order they are to be looked at: the one the low bits say and, where they fit, the
// nine after it; then a jump in which the high bits take part.
template <class Visit>
inline void probe(int64_t hash, uint64_t mask, Visit visit) {
  constexpr uint64_t Neighbours = 9;
  uint64_t rest = static_cast<uint64_t>(hash);
  uint64_t slot = rest & mask;
  for (;;) {
    const uint64_t last = slot + Neighbours <= mask ? slot + Neighbours : slot;
    for (uint64_t i = slot; i <= last; ++i) {
      if (visit(i)) return;
    }
    rest >>= 5;
    slot = (slot * 5 + 1 + rest) & mask;
  }
}

// Where an element is: `slot` is its number, or -1 and `free` where it may go; `reused` when that
// slot held an element before.
struct Found {
  int64_t slot;
  uint64_t free;
  bool reused;
};

// In a table without hashes; `matches(element)` decides and runs no script code.
template <class Matches>
inline Found find_plain(SetTable* table, int64_t hash, Matches matches) {
  const Value* slots = table->plain_slots();
  Found found{-1, 0, false};
  probe(hash, table->mask, [&](uint64_t slot) {
    const Value present = slots[slot];
    if (present.is_error()) {
      if (!found.reused) found.free = slot;
      return true;
    }
    if (present.is_unset()) {
      found.free = slot;
      found.reused = true;
      return false;
    }
    if (!matches(present)) return false;
    found.slot = static_cast<int64_t>(slot);
    return true;
  });
  return found;
}

inline Found find_str(SetTable* table, Str* element, int64_t hash) {
  return find_plain(table, hash, [=](Value present) {
    Str* other = as_str(present);
    return other == element ||
           (other->hash == static_cast<uint32_t>(hash) && str_equal(other, element));
  });
}
inline Found find_small_int(SetTable* table, Value element, int64_t hash) {
  return find_plain(table, hash, [=](Value present) { return present == element; });
}

// Any element in any table; may run script code. False: an exception is pending. The table is
// the set's at the end (null when it has none: then nothing is found and there is no place).
[[nodiscard]] bool find_any(Thread& thread, Set* set, Value element, int64_t hash, Found& found);

// As find_any, with the quick ways first.
[[nodiscard]] inline bool find(Thread& thread, Set* set, Value element, int64_t hash,
                               Found& found) {
  SetTable* table = set->table;
  if (table != nullptr) {
    if (table->elements == SetElements::SmallInts && element.is_small_int()) {
      found = find_small_int(table, element, hash);
      return true;
    }
    if (table->elements == SetElements::Strs && is_exactly(element, Kind::Str)) {
      found = find_str(table, as_str(element), hash);
      return true;
    }
  }
  return find_any(thread, set, element, hash, found);
}

// Adds an element unless it is there.
[[nodiscard]] bool add(Thread& thread, Set* set, Value element, int64_t hash);
// Removes the live element in `slot`.
void remove(Set* set, uint64_t slot);
// A new table with more than `minimum` slots for the live elements; of a set that has none yet, for
// elements of the sort `if_new`.
[[nodiscard]] bool resize(Thread& thread, Set* set, uint64_t minimum,
                          SetElements if_new = SetElements::Strs);
// Before adding `count` elements at once: makes the table large enough if it may become too full.
[[nodiscard]] bool prepare_for(Thread& thread, Set* set, uint64_t count, SetElements elements);
// Adds all elements of `other`.
[[nodiscard]] bool merge(Thread& thread, Set* set, Set* other);
// Gets rid of removed elements when there are many.
[[nodiscard]] bool tidy(Thread& thread, Set* set);

}  // namespace weft::set_table
