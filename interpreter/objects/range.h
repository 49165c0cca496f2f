// range: an arithmetic progression of ints of any size.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct Range : Object {
  using Object::Object;
  // Plain ints (no bool, no subclass).
  Value start;
  Value stop;
  Value step;
  Value length;

  // All four are small ints. Then so are all elements, and start + length * step fits 64 bits.
  bool is_small() const {
    return (start.bits() & stop.bits() & step.bits() & length.bits() & 1) != 0;
  }
};

// The arguments are taken by __index__. Error: TypeError, or ValueError for a step of 0.
[[nodiscard]] Value make_range(Thread& thread, Value start, Value stop, Value step);
// range(*values) where those are one to three small ints, the last of three not 0; else unset.
[[nodiscard]] Value make_range_of_small_ints(Thread& thread, std::span<const Value> values);
// Element `index` (an int of any size, within the range).
[[nodiscard]] Value range_element(Thread& thread, const Range* range, Value index);
// A RangeIterator, or where the range is not small a LongRangeIterator.
[[nodiscard]] Value make_range_iterator(Thread& thread, Range* range);
[[nodiscard]] Value make_reversed_range_iterator(Thread& thread, Range* range);
// Unset at the end.
struct RangeIterator;
struct LongRangeIterator;
Value range_iterator_next(RangeIterator* iterator);
[[nodiscard]] Value long_range_iterator_next(Thread& thread, LongRangeIterator* iterator);
inline bool is_range(Value value) { return is_kind(value, Kind::Range); }

}  // namespace weft
