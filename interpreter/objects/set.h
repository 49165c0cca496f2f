// set and frozenset: a hash table of elements.
//
// The slots, growth and probing give the iteration order CPython gives for elements whose hashes
// are the same in both (ints, floats, tuples of them), because programs print sets of ints. Slots
// hold no hashes where those can be had from the elements: tables of plain str and of small ints
// take half of CPython's memory.
#pragma once

#include "interpreter/objects/operations.h"

namespace weft {

// What the elements of a table are. Empty tables are Strs.
enum class SetElements : uint8_t { Strs, SmallInts, Any };

struct SetSlot {  // tables of Any
  Value element;
  int64_t hash;
};

// A slot's element is the error word when the slot was never used, unset when it was removed.
struct SetTable : Cell {
  using Cell::Cell;
  uint32_t mask;  // slots - 1; slots are a power of two, at least 8
  uint32_t fill;  // slots used, removed elements included
  SetElements elements;
  // Then: Value elements[mask + 1], or SetSlot slots[mask + 1] for Any.

  Value* plain_slots() { return reinterpret_cast<Value*>(this + 1); }
  SetSlot* hashed_slots() { return reinterpret_cast<SetSlot*>(this + 1); }
  Value element_at(uint64_t slot) {
    return elements == SetElements::Any ? hashed_slots()[slot].element : plain_slots()[slot];
  }
};

struct Set : Object {  // kinds Set, FrozenSet
  using Object::Object;
  SetTable* table;  // null while empty and never filled
  uint64_t count;
  // set: slot where pop() looks next. frozenset: its hash, -1 until computed.
  int64_t finger_or_hash;
};

[[nodiscard]] Set* make_set(Thread& thread);
// Exact, empty, for filling at once.
[[nodiscard]] Set* make_frozenset(Thread& thread);
// set(iterable) and frozenset(iterable); an exact frozenset stays itself.
[[nodiscard]] Set* set_from_iterable(Thread& thread, Value iterable);
[[nodiscard]] Set* frozenset_from_iterable(Thread& thread, Value iterable);
// An exact set of the same elements.
[[nodiscard]] Set* set_copy(Thread& thread, Set* set);

// Changes. They also serve frozensets that nobody has seen yet.
[[nodiscard]] bool set_add(Thread& thread, Set* set, Value element);
[[nodiscard]] bool set_update(Thread& thread, Set* set, Value iterable);
[[nodiscard]] bool set_difference_update(Thread& thread, Set* set, Value iterable);
[[nodiscard]] bool set_symmetric_difference_update(Thread& thread, Set* set, Value iterable);
// Truth::True when the element was there.
Truth set_discard(Thread& thread, Set* set, Value element);
[[nodiscard]] Value set_pop(Thread& thread, Set* set);
void set_clear(Set* set);

// Questions. An unhashable element is a TypeError.
Truth set_contains(Thread& thread, Set* set, Value element);
Truth set_is_subset(Thread& thread, Set* set, Set* other);
Truth set_is_disjoint(Thread& thread, Set* set, Value iterable);
Truth set_equal(Thread& thread, Set* left, Set* right);
[[nodiscard]] std::optional<int64_t> frozenset_hash(Thread& thread, Set* set);

// New sets: frozenset or set as `set` is.
[[nodiscard]] Set* set_union(Thread& thread, Set* set, Value iterable);
[[nodiscard]] Set* set_intersection(Thread& thread, Set* set, Value iterable);
[[nodiscard]] Set* set_difference(Thread& thread, Set* set, Value iterable);
[[nodiscard]] Set* set_symmetric_difference(Thread& thread, Set* set, Value iterable);

// Iteration over a set that may change meanwhile: position starts at 0; false at the end.
inline bool set_next(Set* set, uint64_t& position, Value& element) {
  SetTable* table = set->table;
  if (table == nullptr) return false;
  while (position <= table->mask) {
    const Value value = table->element_at(position++);
    if (value.is_error() || value.is_unset()) continue;
    element = value;
    return true;
  }
  return false;
}

inline bool is_set(Value value) { return is_kind(value, Kind::Set); }
inline bool is_frozenset(Value value) { return is_kind(value, Kind::FrozenSet); }
inline bool is_any_set(Value value) { return is_set(value) || is_frozenset(value); }

}  // namespace weft
