// list and tuple: arrays of values.
#pragma once

#include <span>

#include "interpreter/objects/object.h"

namespace weft {

struct List : Object {
  using Object::Object;
  ValueArray* items;  // null while empty and never filled
  uint64_t count;

  std::span<Value> values() { return {items == nullptr ? nullptr : items->values, count}; }
};

struct Tuple : Object {
  using Object::Object;
  uint64_t count;
  Value values[];

  std::span<const Value> view() const { return {values, count}; }
};

[[nodiscard]] List* make_list(Thread& thread, uint64_t capacity = 0);  // empty
[[nodiscard]] List* make_list(Thread& thread, std::span<const Value> values);
[[nodiscard]] bool list_append_slow(Thread& thread, List* list, Value value);
inline bool list_append(Thread& thread, List* list, Value value) {
  if (list->items != nullptr && list->count < list->items->capacity) {
    store(list->items, list->items->values[list->count++], value);
    return true;
  }
  return list_append_slow(thread, list, value);
}
[[nodiscard]] bool list_extend(Thread& thread, List* list, Value iterable);

// The caller fills `values` at once when given none (they start as None).
[[nodiscard]] Tuple* make_tuple(Thread& thread, uint64_t count);
[[nodiscard]] Tuple* make_tuple(Thread& thread, std::span<const Value> values);

inline bool is_list(Value value) { return is_kind(value, Kind::List); }
inline bool is_tuple(Value value) { return is_kind(value, Kind::Tuple); }

// Any iterable as a new list or tuple; empty result: exception pending.
[[nodiscard]] List* list_from_iterable(Thread& thread, Value iterable);
[[nodiscard]] Tuple* tuple_from_iterable(Thread& thread, Value iterable);

}  // namespace weft
