// What list and tuple have in common.
//
// Elements are read again after every call that may run script code: a list may have shrunk or
// moved meanwhile.
#pragma once

#include <optional>
#include <string_view>

#include "interpreter/objects/element_equality.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/thread.h"

namespace weft {

class StrBuilder;

// Most elements a sequence can have; more is MemoryError.
inline constexpr uint64_t MaximumElements = uint64_t{1} << 44;

inline Value element_at(const List* list, uint64_t index) { return list->items->values[index]; }
inline Value element_at(const Tuple* tuple, uint64_t index) { return tuple->values[index]; }

template <class Sequence>
Value compare_sequences(Thread& thread, CompareOperator op, const Sequence* left,
                        const Sequence* right) {
  if (!thread.check_native_stack()) return {};
  if (left->count != right->count) {
    if (op == CompareOperator::Eq) return Value::boolean(false);
    if (op == CompareOperator::Ne) return Value::boolean(true);
  }
  for (uint64_t i = 0; i < left->count && i < right->count; ++i) {
    const Value mine = element_at(left, i);
    const Value other = element_at(right, i);
    if (mine == other) continue;
    const bool is_equality = op == CompareOperator::Eq || op == CompareOperator::Ne;
    const bool wants_less = op == CompareOperator::Lt || op == CompareOperator::Le;
    if (mine.is_small_int() && other.is_small_int() && !is_equality) {
      return Value::boolean((mine.as_small_int() < other.as_small_int()) == wants_less);
    }
    if (is_exactly(mine, Kind::Str) && is_exactly(other, Kind::Str) && !is_equality) {
      const int order = str_compare(as_str(mine), as_str(other));
      if (order == 0) continue;
      return Value::boolean((order < 0) == wants_less);
    }
    const Truth same = equal_elements(thread, mine, other);
    if (same == Truth::Error) return {};
    if (same == Truth::True) continue;
    if (op == CompareOperator::Eq) return Value::boolean(false);
    if (op == CompareOperator::Ne) return Value::boolean(true);
    return compare(thread, op, mine, other);
  }
  switch (op) {
    case CompareOperator::Lt:
      return Value::boolean(left->count < right->count);
    case CompareOperator::Le:
      return Value::boolean(left->count <= right->count);
    case CompareOperator::Eq:
      return Value::boolean(left->count == right->count);
    case CompareOperator::Ne:
      return Value::boolean(left->count != right->count);
    case CompareOperator::Gt:
      return Value::boolean(left->count > right->count);
    case CompareOperator::Ge:
      return Value::boolean(left->count >= right->count);
  }
  return {};
}

template <class Sequence>
Truth sequence_contains(Thread& thread, const Sequence* sequence, Value item) {
  for (uint64_t i = 0; i < sequence->count; ++i) {
    const Truth same = equal_elements(thread, element_at(sequence, i), item);
    if (same != Truth::False) return same;
  }
  return Truth::False;
}

template <class Sequence>
Value sequence_count(Thread& thread, const Sequence* sequence, Value item) {
  int64_t count = 0;
  for (uint64_t i = 0; i < sequence->count; ++i) {
    const Truth same = equal_elements(thread, element_at(sequence, i), item);
    if (same == Truth::Error) return {};
    if (same == Truth::True) ++count;
  }
  return Value::small_int(count);
}

// Index of the first element equal to `item` in [from, to); -1 when absent, nullopt on error.
template <class Sequence>
std::optional<int64_t> sequence_find(Thread& thread, const Sequence* sequence, Value item,
                                     uint64_t from, uint64_t to) {
  for (uint64_t i = from; i < to && i < sequence->count; ++i) {
    const Truth same = equal_elements(thread, element_at(sequence, i), item);
    if (same == Truth::Error) return std::nullopt;
    if (same == Truth::True) return static_cast<int64_t>(i);
  }
  return -1;
}

// `iterable` itself when it is a list or tuple (of a script subclass too, as it lies in memory),
// else a list of its elements. When it cannot be iterated over: TypeError with `error_text`.
[[nodiscard]] Value as_list_or_tuple(Thread& thread, Value iterable, std::string_view error_text);
// The elements of such a value, good until it changes.
std::span<const Value> elements_of(Value list_or_tuple);

// The right operand of `sequence * count`: unset when it is no integer (NotImplemented is due),
// error with OverflowError pending when it does not fit.
[[nodiscard]] Value to_repeat_count(Thread& thread, Value value);
// Elements of a sequence of `count` repeated `times`; nullopt with MemoryError pending.
std::optional<uint64_t> repeated_count(Thread& thread, uint64_t count, int64_t times);
// Fills target[count..total) with repetitions of its first `count` elements.
void repeat_elements(Value* target, uint64_t count, uint64_t total);

// The text of one element appended; false with an exception pending.
[[nodiscard]] bool append_repr(Thread& thread, StrBuilder& builder, Value value);

}  // namespace weft
