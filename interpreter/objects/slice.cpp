#include "interpreter/objects/slice.h"

#include <algorithm>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/type.h"

namespace weft {

Value make_slice(Thread& thread, Value start, Value stop, Value step) {
  Slice* slice = make_object<Slice>(thread, thread.isolate.types.slice);
  if (slice == nullptr) return {};
  slice->start = start;
  slice->stop = stop;
  slice->step = step;
  return Value::cell(slice);
}

bool has_index(Thread& thread, Value value) {
  return is_int(value) || !find_special(thread, value, Special::Index).is_unset();
}

namespace {

constexpr std::string_view PartError =
    "slice indices must be integers or None or have an __index__ method";

// One part of a slice, clamped to 64 bits.
std::optional<int64_t> slice_part(Thread& thread, Value part, int64_t absent) {
  if (part.is_small_int()) return part.as_small_int();
  if (part.is_none()) return absent;
  if (!has_index(thread, part)) {
    raise_type_error(thread, PartError);
    return std::nullopt;
  }
  return to_index_clamped(thread, part);
}

}  // namespace

std::optional<SliceNumbers> slice_numbers(Thread& thread, const Slice* slice) {
  SliceNumbers numbers;
  if (slice->step.is_none()) [[likely]] {
    const Value from = slice->start;
    const Value to = slice->stop;
    if ((from.is_small_int() || from.is_none()) && (to.is_small_int() || to.is_none())) {
      return SliceNumbers{from.is_none() ? 0 : from.as_small_int(),
                          to.is_none() ? INT64_MAX : to.as_small_int(), 1};
    }
  }
  const std::optional<int64_t> step = slice_part(thread, slice->step, 1);
  if (!step) return std::nullopt;
  if (*step == 0) {
    raise_value_error(thread, "slice step cannot be zero");
    return std::nullopt;
  }
  // So that it can be negated.
  numbers.step = *step == INT64_MIN ? -INT64_MAX : *step;
  const bool backwards = numbers.step < 0;
  const std::optional<int64_t> start = slice_part(thread, slice->start, backwards ? INT64_MAX : 0);
  if (!start) return std::nullopt;
  const std::optional<int64_t> stop =
      slice_part(thread, slice->stop, backwards ? INT64_MIN : INT64_MAX);
  if (!stop) return std::nullopt;
  numbers.start = *start;
  numbers.stop = *stop;
  return numbers;
}

SliceRange clamp_slice(const SliceNumbers& numbers, uint64_t length) {
  const auto limit = static_cast<int64_t>(length);
  const bool backwards = numbers.step < 0;
  const auto clamp = [&](int64_t bound) {
    if (bound < 0) {
      bound += limit;
      if (bound < 0) return int64_t{backwards ? -1 : 0};
      return bound;
    }
    if (bound >= limit) return backwards ? limit - 1 : limit;
    return bound;
  };
  // A step beyond the whole sequence takes one element, however far it goes: so far that adding it
  // to a place of the sequence cannot overflow.
  const int64_t step = std::clamp(numbers.step, -limit - 2, limit + 2);
  SliceRange range{clamp(numbers.start), clamp(numbers.stop), step, 0};
  const int64_t distance = backwards ? range.start - range.stop : range.stop - range.start;
  if (distance > 0) {
    const int64_t stride = backwards ? -step : step;
    // Nearly all slices have step 1 or -1; a division takes longer than all the rest.
    range.length = static_cast<uint64_t>(stride == 1 ? distance : (distance - 1) / stride + 1);
  }
  if (range.step == 1 && range.stop < range.start) range.stop = range.start;
  return range;
}

std::optional<uint64_t> to_slice_bound(Thread& thread, Value value, uint64_t length) {
  if (!has_index(thread, value)) {
    raise_type_error(thread, "slice indices must be integers or have an __index__ method");
    return std::nullopt;
  }
  const std::optional<int64_t> number = to_index_clamped(thread, value);
  if (!number) return std::nullopt;
  const auto limit = static_cast<int64_t>(length);
  int64_t bound = *number;
  if (bound < 0) bound = bound + limit < 0 ? 0 : bound + limit;
  return static_cast<uint64_t>(bound < limit ? bound : limit);
}

std::optional<int64_t> to_element_index(Thread& thread, Value key, std::string_view sequence,
                                        const uint64_t* length) {
  int64_t index;
  if (key.is_small_int()) {
    index = key.as_small_int();
  } else {
    if (!has_index(thread, key)) {
      raise_type_error(thread, text(sequence, " indices must be integers or slices, not ",
                                    type_name(thread, key)));
      return std::nullopt;
    }
    const std::optional<int64_t> number = to_index(thread, key);
    if (!number) {
      if (clear_pending_if(thread, thread.isolate.exceptions.overflow_error)) {
        raise_index_error(
            thread, text("cannot fit '", type_name(thread, key), "' into an index-sized integer"));
      }
      return std::nullopt;
    }
    index = *number;
  }
  if (index < 0) index += static_cast<int64_t>(*length);
  return index;
}

std::optional<int64_t> to_position(Thread& thread, Value value) {
  if (value.is_small_int()) return value.as_small_int();
  const std::optional<int64_t> position = to_index(thread, value);
  if (!position && clear_pending_if(thread, thread.isolate.exceptions.overflow_error)) {
    raise_overflow_error(thread, "Python int too large to convert to C ssize_t");
  }
  return position;
}

Value to_index_value(Thread& thread, Value value) {
  if (value.is_small_int() || is_exactly(value, Kind::Int)) return value;
  if (!is_int(value)) {
    if (find_special(thread, value, Special::Index).is_unset()) {
      return raise_type_error(thread, text("'", type_name(thread, value),
                                           "' object cannot be interpreted as an integer"));
    }
    value = call_special(thread, value, Special::Index, {});
    if (!value) return {};
    if (!is_int(value)) {
      return raise_type_error(
          thread, text("__index__ returned non-int (type ", type_name(thread, value), ")"));
    }
  }
  // bool and instances of subclasses of int give plain ints.
  if (const std::optional<int64_t> number = int_to_int64(value)) return make_int(thread, *number);
  return number_unary(thread, UnaryOperator::Pos, value);
}

namespace {

// A part as an int of any size; unset for None.
Value big_slice_part(Thread& thread, Value part) {
  if (part.is_none()) return Value::unset();
  if (!has_index(thread, part)) return raise_type_error(thread, PartError);
  return to_index_value(thread, part);
}

// slice.indices() where the numbers may be of any size. Absent parts are unset.
class BigIndices {
 public:
  BigIndices(Thread& thread, Value length) : thread_(thread), length_(length) {}

  Value compute(Value start, Value stop, Value step) {
    if (step.is_unset()) step = Value::small_int(1);
    const Value zero = Value::small_int(0);
    if (!holds(CompareOperator::Ne, step, zero)) {
      return raise_value_error(thread_, "slice step cannot be zero");
    }
    const bool backwards = holds(CompareOperator::Lt, step, zero);
    const Value lower = backwards ? Value::small_int(-1) : zero;
    Value upper = length_;
    if (backwards) {
      upper = number_binary(thread_, BinaryOperator::Sub, length_, Value::small_int(1));
      if (!upper) return {};
    }
    start = start.is_unset() ? (backwards ? upper : lower) : clamp(start, lower, upper);
    if (!start) return {};
    stop = stop.is_unset() ? (backwards ? lower : upper) : clamp(stop, lower, upper);
    if (!stop) return {};
    const Value parts[] = {start, stop, step};
    Tuple* tuple = make_tuple(thread_, parts);
    return tuple == nullptr ? Value() : Value::cell(tuple);
  }

 private:
  bool holds(CompareOperator op, Value left, Value right) {
    return number_compare(thread_, op, left, right).is_true();
  }
  Value clamp(Value bound, Value lower, Value upper) {
    if (holds(CompareOperator::Lt, bound, Value::small_int(0))) {
      bound = number_binary(thread_, BinaryOperator::Add, bound, length_);
      if (!bound) return {};
      return holds(CompareOperator::Lt, bound, lower) ? lower : bound;
    }
    return holds(CompareOperator::Gt, bound, upper) ? upper : bound;
  }

  Thread& thread_;
  Value length_;
};

}  // namespace

Value slice_indices(Thread& thread, const Slice* slice, Value length) {
  const Value step = big_slice_part(thread, slice->step);
  if (!step) return {};
  const Value start = big_slice_part(thread, slice->start);
  if (!start) return {};
  const Value stop = big_slice_part(thread, slice->stop);
  if (!stop) return {};
  if (number_compare(thread, CompareOperator::Lt, length, Value::small_int(0)).is_true()) {
    return raise_value_error(thread, "length should not be negative");
  }
  return BigIndices(thread, length).compute(start, stop, step);
}

// --- The type -----------------------------------------------------------------------------------

namespace {

Value slice_new(Thread& thread, Arguments arguments) {
  // slice(stop) or slice(start, stop[, step]).
  if (arguments[2].is_unset()) {
    return make_slice(thread, Value::none(), arguments[1], Value::none());
  }
  return make_slice(thread, arguments[1], arguments[2], arguments[3]);
}

Value slice_repr(Thread& thread, Arguments arguments) {
  const auto* slice = arguments[0].as<Slice>();
  StrBuilder builder;
  builder.append("slice(");
  const Value parts[] = {slice->start, slice->stop, slice->step};
  for (int i = 0; i < 3; ++i) {
    if (i != 0) builder.append(", ");
    Str* shown = repr(thread, parts[i]);
    if (shown == nullptr) return {};
    builder.append(shown);
  }
  builder.append(')');
  Str* result = builder.finish(thread);
  return result == nullptr ? Value() : Value::cell(result);
}

template <CompareOperator Op>
Value slice_compare(Thread& thread, Arguments arguments) {
  if (!is_slice(arguments[1])) return Value::not_implemented();
  constexpr bool HoldsForEqual =
      Op == CompareOperator::Eq || Op == CompareOperator::Le || Op == CompareOperator::Ge;
  if (arguments[0] == arguments[1]) return Value::boolean(HoldsForEqual);
  const auto* left = arguments[0].as<Slice>();
  const auto* right = arguments[1].as<Slice>();
  const Value left_parts[] = {left->start, left->stop, left->step};
  const Value right_parts[] = {right->start, right->stop, right->step};
  Tuple* left_tuple = make_tuple(thread, left_parts);
  if (left_tuple == nullptr) return {};
  Tuple* right_tuple = make_tuple(thread, right_parts);
  if (right_tuple == nullptr) return {};
  return compare_tuples(thread, Op, left_tuple, right_tuple);
}

Value slice_indices_method(Thread& thread, Arguments arguments) {
  const Value length = to_index_value(thread, arguments[1]);
  return length ? slice_indices(thread, arguments[0].as<Slice>(), length) : Value();
}

Value slice_reduce(Thread& thread, Arguments arguments) {
  const auto* slice = arguments[0].as<Slice>();
  const Value parts[] = {slice->start, slice->stop, slice->step};
  Tuple* inner = make_tuple(thread, parts);
  if (inner == nullptr) return {};
  const Value outer[] = {Value::cell(thread.isolate.types.slice), Value::cell(inner)};
  Tuple* result = make_tuple(thread, outer);
  return result == nullptr ? Value() : Value::cell(result);
}

constexpr NativeMethod Methods[] = {
    {"__new__", "(cls, start, stop=<unset>, step=None, /)",
     "A slice from its parts; with one argument that is the stop.", slice_new},
    {"__repr__", "(self, /)", "Return repr(self).", slice_repr},
    {"__lt__", "(self, value, /)", "Return self<value.", slice_compare<CompareOperator::Lt>},
    {"__le__", "(self, value, /)", "Return self<=value.", slice_compare<CompareOperator::Le>},
    {"__eq__", "(self, value, /)", "Return self==value.", slice_compare<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self!=value.", slice_compare<CompareOperator::Ne>},
    {"__gt__", "(self, value, /)", "Return self>value.", slice_compare<CompareOperator::Gt>},
    {"__ge__", "(self, value, /)", "Return self>=value.", slice_compare<CompareOperator::Ge>},
    {"indices", "(self, length, /)",
     "Start, stop and step this slice means for a sequence of the given length.",
     slice_indices_method},
    {"__reduce__", "(self, /)", "What pickling needs to make the slice again.", slice_reduce},
};

constexpr NativeAttribute Attributes[] = {
    {"start", "First index, or None.", [](Thread&, Value self) { return self.as<Slice>()->start; },
     nullptr, AttributeForm::Member},
    {"stop", "Index the slice ends before, or None.",
     [](Thread&, Value self) { return self.as<Slice>()->stop; }, nullptr, AttributeForm::Member},
    {"step", "Distance between elements, or None.",
     [](Thread&, Value self) { return self.as<Slice>()->step; }, nullptr, AttributeForm::Member},
};

}  // namespace

const TypeSpec slice_type_spec = {
    .name = "slice",
    .module = "builtins",
    .doc = "A range of indices, as written between the brackets of a subscript.",
    .instance_kind = Kind::Slice,
    .instance_size = sizeof(Slice),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = Methods,
    .attributes = Attributes,
};

}  // namespace weft
