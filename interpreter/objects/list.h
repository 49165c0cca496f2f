// list and tuple: arrays of values.
#pragma once

#include <concepts>
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
// Room for `capacity` elements in all, exactly.
[[nodiscard]] bool list_reserve(Thread& thread, List* list, uint64_t capacity);
// Before element `index` <= count.
[[nodiscard]] bool list_insert(Thread& thread, List* list, uint64_t index, Value value);
// Removes element `index` < count; gives memory back when little of it is used.
[[nodiscard]] Value list_pop(Thread& thread, List* list, uint64_t index);
void list_clear(List* list);

// The caller fills `values` at once when given none (they start as None).
[[nodiscard]] Tuple* make_tuple(Thread& thread, uint64_t count);
[[nodiscard]] Tuple* make_tuple(Thread& thread, std::span<const Value> values);
// (Keeps std::make_tuple out of the choice.)
template <std::same_as<std::span<Value>> Values>
[[nodiscard]] Tuple* make_tuple(Thread& thread, Values values) {
  return make_tuple(thread, std::span<const Value>(values));
}

inline bool is_list(Value value) { return is_kind(value, Kind::List); }
inline bool is_tuple(Value value) { return is_kind(value, Kind::Tuple); }

// Any iterable as a new list or tuple; null result: exception pending. An exact tuple stays itself.
[[nodiscard]] List* list_from_iterable(Thread& thread, Value iterable);
[[nodiscard]] Tuple* tuple_from_iterable(Thread& thread, Value iterable);

// Slices by bounds: 0 <= from <= to <= count. The values of list_set_slice are copied first when
// they lie in the list itself.
[[nodiscard]] List* list_get_slice(Thread& thread, List* list, uint64_t from, uint64_t to);
[[nodiscard]] bool list_set_slice(Thread& thread, List* list, uint64_t from, uint64_t to,
                                  std::span<const Value> values);
[[nodiscard]] Tuple* tuple_get_slice(Thread& thread, Tuple* tuple, uint64_t from, uint64_t to);

// list[key], tuple[key] with an integer or slice `key`, as __getitem__ and its kin of the exact
// types do; the errors are CPython's.
[[nodiscard]] Value list_get_item(Thread& thread, List* list, Value key);
[[nodiscard]] bool list_set_item(Thread& thread, List* list, Value key, Value value);
[[nodiscard]] bool list_delete_item(Thread& thread, List* list, Value key);
[[nodiscard]] Value tuple_get_item(Thread& thread, Tuple* tuple, Value key);

[[nodiscard]] Value list_concat(Thread& thread, List* left, List* right);
[[nodiscard]] Value tuple_concat(Thread& thread, Tuple* left, Tuple* right);
// `count` < 0 counts as 0.
[[nodiscard]] Value list_repeat(Thread& thread, List* list, int64_t count);
[[nodiscard]] Value tuple_repeat(Thread& thread, Tuple* tuple, int64_t count);

// Element by element; the value of the deciding comparison (for Eq and Ne a bool).
[[nodiscard]] Value compare_lists(Thread& thread, CompareOperator op, List* left, List* right);
[[nodiscard]] Value compare_tuples(Thread& thread, CompareOperator op, Tuple* left, Tuple* right);

}  // namespace weft
