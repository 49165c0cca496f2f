// slice objects, and what every sequence does with indices and slices.
#pragma once

#include <optional>
#include <string_view>

#include "interpreter/objects/object.h"

namespace weft {

struct Slice : Object {
  using Object::Object;
  Value start;
  Value stop;
  Value step;
};

[[nodiscard]] Value make_slice(Thread& thread, Value start, Value stop, Value step);
inline bool is_slice(Value value) { return is_kind(value, Kind::Slice); }

// The three numbers as integers, absent ones filled in by the direction, none clamped to a length
// yet. The step is not zero.
struct SliceNumbers {
  int64_t start;
  int64_t stop;
  int64_t step;
};
// A slice of a sequence of known length: `length` elements from `start` on, `step` apart. With step
// 1, `stop` >= `start` where an empty slice assignment inserts.
struct SliceRange {
  int64_t start;
  int64_t stop;
  int64_t step;
  uint64_t length;
};

// Runs __index__ of the parts; nullopt with TypeError or ValueError pending. Script code may have
// changed the sequence: take its length only afterwards.
[[nodiscard]] std::optional<SliceNumbers> slice_numbers(Thread& thread, const Slice* slice);
SliceRange clamp_slice(const SliceNumbers& numbers, uint64_t length);

// slice.indices(length): the tuple (start, stop, step), all ints of any size. Error with TypeError
// or ValueError pending.
[[nodiscard]] Value slice_indices(Thread& thread, const Slice* slice, Value length);

// An argument of index(value, start, stop): any integer, negative counts from the end, clamped to
// [0, length]. nullopt with TypeError pending.
[[nodiscard]] std::optional<uint64_t> to_slice_bound(Thread& thread, Value value, uint64_t length);

// `key` as an element's index, negative counted from the end: when it is no integer TypeError
// "<sequence> indices must be integers or slices, not …", beyond 64 bits IndexError. The number may
// be out of range still. `*length` is read after script code has run.
[[nodiscard]] std::optional<int64_t> to_element_index(Thread& thread, Value key,
                                                      std::string_view sequence,
                                                      const uint64_t* length);

// A position argument (pop, insert): an integer of 64 bits; OverflowError beyond.
[[nodiscard]] std::optional<int64_t> to_position(Thread& thread, Value value);

// An int of any size by __index__; error with TypeError pending.
[[nodiscard]] Value to_index_value(Thread& thread, Value value);
// Whether `value` is an int or has __index__.
bool has_index(Thread& thread, Value value);

}  // namespace weft
