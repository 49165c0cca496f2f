// Ranges and their iterators: small ones compute with 64-bit numbers, the others with ints of any
// size.
#include "interpreter/objects/range.h"

#include <utility>

#include "interpreter/objects/element_equality.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

constexpr Value Zero = Value::small_int(0);
constexpr Value One = Value::small_int(1);

bool both_small(Value left, Value right) { return left.is_small_int() && right.is_small_int(); }

Value add(Thread& thread, Value left, Value right) {
  return number_binary(thread, BinaryOperator::Add, left, right);
}
Value subtract(Thread& thread, Value left, Value right) {
  return number_binary(thread, BinaryOperator::Sub, left, right);
}
Value multiply(Thread& thread, Value left, Value right) {
  return number_binary(thread, BinaryOperator::Mul, left, right);
}
// For ints, of which comparisons cannot fail.
bool less(Thread& thread, Value left, Value right) {
  if (both_small(left, right)) return left.as_small_int() < right.as_small_int();
  return number_compare(thread, CompareOperator::Lt, left, right).is_true();
}
bool same(Thread& thread, Value left, Value right) {
  return left == right || number_compare(thread, CompareOperator::Eq, left, right).is_true();
}

Range* make_exact(Thread& thread, Value start, Value stop, Value step, Value length) {
  Range* range = make_object<Range>(thread, thread.isolate.types.range);
  if (range == nullptr) return nullptr;
  range->start = start;
  range->stop = stop;
  range->step = step;
  range->length = length;
  return range;
}

Value compute_length(Thread& thread, Value start, Value stop, Value step) {
  if (both_small(start, stop) && step.is_small_int()) {
    const int64_t distance = step.as_small_int();
    int64_t low = start.as_small_int();
    int64_t high = stop.as_small_int();
    if (distance < 0) std::swap(low, high);
    if (low >= high) return Zero;
    const auto unsigned_distance = static_cast<uint64_t>(distance < 0 ? -distance : distance);
    return make_uint(thread, (static_cast<uint64_t>(high - low) - 1) / unsigned_distance + 1);
  }
  Value low = start;
  Value high = stop;
  if (less(thread, step, Zero)) {
    std::swap(low, high);
    step = number_unary(thread, UnaryOperator::Neg, step);
    if (!step) return {};
  }
  if (!less(thread, low, high)) return Zero;
  Value span = subtract(thread, high, low);
  if (span) span = subtract(thread, span, One);
  if (span) span = number_binary(thread, BinaryOperator::FloorDiv, span, step);
  return span ? add(thread, span, One) : Value();
}

// Of plain ints; the step is not 0.
Value make_from_ints(Thread& thread, Value start, Value stop, Value step) {
  const Value length = compute_length(thread, start, stop, step);
  if (!length) return {};
  Range* range = make_exact(thread, start, stop, step, length);
  return range == nullptr ? Value() : Value::cell(range);
}

RangeIterator* make_small_iterator(Thread& thread, int64_t next, int64_t step, uint64_t remaining) {
  auto* iterator = make_object<RangeIterator>(thread, thread.isolate.types.range_iterator);
  if (iterator == nullptr) return nullptr;
  iterator->next = next;
  iterator->step = step;
  iterator->remaining = remaining;
  return iterator;
}

Value make_long_iterator(Thread& thread, Value next, Value step, Value remaining) {
  auto* iterator = make_object<LongRangeIterator>(thread, thread.isolate.types.long_range_iterator);
  if (iterator == nullptr) return {};
  iterator->next = next;
  iterator->step = step;
  iterator->remaining = remaining;
  return Value::cell(iterator);
}

// The int an exact int or bool is; unset for anything else, which elements must be compared with.
Value as_plain_int(Value value) {
  if (value.is_small_int() || is_exactly(value, Kind::Int)) return value;
  if (value.is_bool()) return Value::small_int(value.is_true() ? 1 : 0);
  return Value::unset();
}

bool contains_int(Thread& thread, const Range* range, Value number) {
  if (range->is_small()) {
    if (!number.is_small_int()) return false;
    const int64_t start = range->start.as_small_int();
    const int64_t stop = range->stop.as_small_int();
    const int64_t step = range->step.as_small_int();
    const int64_t wanted = number.as_small_int();
    const bool inside =
        step > 0 ? wanted >= start && wanted < stop : wanted <= start && wanted > stop;
    return inside && (wanted - start) % step == 0;
  }
  const bool upwards = less(thread, Zero, range->step);
  const bool inside =
      upwards ? !less(thread, number, range->start) && less(thread, number, range->stop)
              : !less(thread, range->start, number) && less(thread, range->stop, number);
  if (!inside) return false;
  const Value distance = subtract(thread, number, range->start);
  if (!distance) return false;
  const Value rest = number_binary(thread, BinaryOperator::Mod, distance, range->step);
  return rest == Zero;
}

Range* self_of(Arguments arguments) { return arguments[0].as<Range>(); }

Value or_error(Cell* cell) { return cell == nullptr ? Value() : Value::cell(cell); }

}  // namespace

Value make_range(Thread& thread, Value start, Value stop, Value step) {
  start = to_index_value(thread, start);
  if (!start) return {};
  stop = to_index_value(thread, stop);
  if (!stop) return {};
  step = to_index_value(thread, step);
  if (!step) return {};
  if (step == Zero) return raise_value_error(thread, "range() arg 3 must not be zero");
  return make_from_ints(thread, start, stop, step);
}

Value make_range_of_small_ints(Thread& thread, std::span<const Value> values) {
  if (values.empty() || values.size() > 3) return Value::unset();
  for (const Value value : values) {
    if (!value.is_small_int()) return Value::unset();
  }
  if (values.size() == 1) return make_from_ints(thread, Zero, values[0], One);
  const Value step = values.size() == 3 ? values[2] : One;
  return step == Zero ? Value::unset() : make_from_ints(thread, values[0], values[1], step);
}

Value range_element(Thread& thread, const Range* range, Value index) {
  if (range->is_small() && index.is_small_int()) {
    return Value::small_int(range->start.as_small_int() +
                            index.as_small_int() * range->step.as_small_int());
  }
  const Value offset = multiply(thread, index, range->step);
  return offset ? add(thread, range->start, offset) : Value();
}

Value make_range_iterator(Thread& thread, Range* range) {
  if (!range->is_small()) {
    return make_long_iterator(thread, range->start, range->step, range->length);
  }
  return or_error(make_small_iterator(thread, range->start.as_small_int(),
                                      range->step.as_small_int(),
                                      static_cast<uint64_t>(range->length.as_small_int())));
}

Value make_reversed_range_iterator(Thread& thread, Range* range) {
  if (range->is_small()) {
    const int64_t length = range->length.as_small_int();
    const int64_t step = range->step.as_small_int();
    const int64_t last = length == 0 ? 0 : range->start.as_small_int() + (length - 1) * step;
    return or_error(make_small_iterator(thread, last, -step, static_cast<uint64_t>(length)));
  }
  const Value index = subtract(thread, range->length, One);
  if (!index) return {};
  const Value last = range_element(thread, range, index);
  if (!last) return {};
  const Value step = number_unary(thread, UnaryOperator::Neg, range->step);
  return step ? make_long_iterator(thread, last, step, range->length) : Value();
}

Value range_iterator_next(RangeIterator* iterator) {
  if (iterator->remaining == 0) return Value::unset();
  --iterator->remaining;
  const int64_t number = iterator->next;
  iterator->next += iterator->step;
  return Value::small_int(number);
}

Value long_range_iterator_next(Thread& thread, LongRangeIterator* iterator) {
  if (iterator->remaining == Zero) return Value::unset();
  const Value number = iterator->next;
  const Value next = add(thread, number, iterator->step);
  if (!next) return {};
  const Value remaining = subtract(thread, iterator->remaining, One);
  if (!remaining) return {};
  store(iterator, iterator->next, next);
  store(iterator, iterator->remaining, remaining);
  return number;
}

// --- The type -----------------------------------------------------------------------------------

namespace {

Value range_new(Thread& thread, Arguments arguments) {
  // range(stop) or range(start, stop[, step]).
  if (arguments[2].is_unset()) return make_range(thread, Zero, arguments[1], One);
  return make_range(thread, arguments[1], arguments[2],
                    arguments[3].is_unset() ? One : arguments[3]);
}

Value range_repr(Thread& thread, Arguments arguments) {
  const Range* range = self_of(arguments);
  StrBuilder builder;
  builder.append("range(");
  if (!append_repr(thread, builder, range->start)) return {};
  builder.append(", ");
  if (!append_repr(thread, builder, range->stop)) return {};
  if (range->step != One) {
    builder.append(", ");
    if (!append_repr(thread, builder, range->step)) return {};
  }
  builder.append(')');
  return or_error(builder.finish(thread));
}

Value range_length(Thread& thread, Arguments arguments) {
  const Value length = self_of(arguments)->length;
  if (!int_to_int64(length)) {
    return raise_overflow_error(thread, "Python int too large to convert to C ssize_t");
  }
  return length;
}

Value range_bool(Thread&, Arguments arguments) {
  return Value::boolean(self_of(arguments)->length != Zero);
}

Value range_slice(Thread& thread, const Range* range, const Slice* slice) {
  const Value indices = slice_indices(thread, slice, range->length);
  if (!indices) return {};
  const Value* parts = indices.as<Tuple>()->values;
  const Value step = multiply(thread, parts[2], range->step);
  if (!step) return {};
  const Value start = range_element(thread, range, parts[0]);
  if (!start) return {};
  const Value stop_offset = multiply(thread, parts[1], range->step);
  if (!stop_offset) return {};
  const Value stop = add(thread, range->start, stop_offset);
  return stop ? make_from_ints(thread, start, stop, step) : Value();
}

Value range_getitem(Thread& thread, Arguments arguments) {
  const Range* range = self_of(arguments);
  const Value key = arguments[1];
  if (is_slice(key)) return range_slice(thread, range, key.as<Slice>());
  if (!has_index(thread, key)) {
    return raise_type_error(
        thread, text("range indices must be integers or slices, not ", type_name(thread, key)));
  }
  Value index = to_index_value(thread, key);
  if (!index) return {};
  if (less(thread, index, Zero)) {
    index = add(thread, index, range->length);
    if (!index) return {};
  }
  if (less(thread, index, Zero) || !less(thread, index, range->length)) {
    return raise_index_error(thread, "range object index out of range");
  }
  return range_element(thread, range, index);
}

// The index of the first element equal to `value`, which is no plain int: -1 when there is none.
// Goes through the elements, as their comparison with `value` may run script code.
Value search(Thread& thread, Range* range, Value value, bool count_all) {
  const Value iterator = make_range_iterator(thread, range);
  if (!iterator) return {};
  int64_t index = 0;
  int64_t count = 0;
  for (;; ++index) {
    const Value element = next(thread, iterator);
    if (!element) return {};
    if (element.is_unset()) break;
    const Truth equal = equal_elements(thread, element, value);
    if (equal == Truth::Error) return {};
    if (equal == Truth::False) continue;
    if (!count_all) return Value::small_int(index);
    ++count;
  }
  return Value::small_int(count_all ? count : -1);
}

Value range_contains(Thread& thread, Arguments arguments) {
  const Value number = as_plain_int(arguments[1]);
  if (!number.is_unset()) return Value::boolean(contains_int(thread, self_of(arguments), number));
  const Value index = search(thread, self_of(arguments), arguments[1], false);
  return index ? Value::boolean(index.as_small_int() >= 0) : Value();
}

Value range_count(Thread& thread, Arguments arguments) {
  const Value number = as_plain_int(arguments[1]);
  if (!number.is_unset()) {
    return Value::small_int(contains_int(thread, self_of(arguments), number) ? 1 : 0);
  }
  return search(thread, self_of(arguments), arguments[1], true);
}

Value range_index(Thread& thread, Arguments arguments) {
  Range* range = self_of(arguments);
  const Value number = as_plain_int(arguments[1]);
  if (number.is_unset()) {
    const Value index = search(thread, range, arguments[1], false);
    if (!index) return {};
    if (index.as_small_int() >= 0) return index;
    return raise_value_error(thread, "sequence.index(x): x not in sequence");
  }
  if (contains_int(thread, range, number)) {
    const Value distance = subtract(thread, number, range->start);
    if (!distance) return {};
    return number_binary(thread, BinaryOperator::FloorDiv, distance, range->step);
  }
  Str* shown = repr(thread, arguments[1]);
  if (shown == nullptr) return {};
  return raise_value_error(thread, text(shown->view(), " is not in range"));
}

bool equal_ranges(Thread& thread, const Range* left, const Range* right) {
  if (left == right) return true;
  if (!same(thread, left->length, right->length)) return false;
  if (left->length == Zero) return true;
  if (!same(thread, left->start, right->start)) return false;
  return left->length == One || same(thread, left->step, right->step);
}

template <bool WhenEqual>
Value range_compare(Thread& thread, Arguments arguments) {
  if (!is_range(arguments[1])) return Value::not_implemented();
  const bool equal = equal_ranges(thread, self_of(arguments), arguments[1].as<Range>());
  return Value::boolean(equal == WhenEqual);
}

Value range_hash(Thread& thread, Arguments arguments) {
  const Range* range = self_of(arguments);
  const bool empty = range->length == Zero;
  const bool single = range->length == One;
  const Value parts[] = {range->length, empty ? Value::none() : range->start,
                         empty || single ? Value::none() : range->step};
  Tuple* tuple = make_tuple(thread, parts);
  if (tuple == nullptr) return {};
  int64_t hash;
  return hash_tuple(thread, tuple, hash) ? make_int(thread, hash) : Value();
}

Value range_iter(Thread& thread, Arguments arguments) {
  return make_range_iterator(thread, self_of(arguments));
}

Value range_reversed(Thread& thread, Arguments arguments) {
  return make_reversed_range_iterator(thread, self_of(arguments));
}

Value range_reduce(Thread& thread, Arguments arguments) {
  const Range* range = self_of(arguments);
  const Value inner[] = {range->start, range->stop, range->step};
  Tuple* constructor_arguments = make_tuple(thread, inner);
  if (constructor_arguments == nullptr) return {};
  const Value parts[] = {Value::cell(thread.isolate.types.range),
                         Value::cell(constructor_arguments)};
  return or_error(make_tuple(thread, parts));
}

constexpr NativeMethod RangeMethods[] = {
    {"__new__", "(cls, start, stop=<unset>, step=<unset>, /)",
     "The numbers from start (0) up to stop, step (1) apart; stop is not among them.", range_new},
    {"__repr__", "(self, /)", "Return repr(self).", range_repr},
    {"__hash__", "(self, /)", "Return hash(self).", range_hash},
    {"__bool__", "(self, /)", "True if self else False", range_bool},
    {"__len__", "(self, /)", "Return len(self).", range_length},
    {"__getitem__", "(self, key, /)", "Return self[key].", range_getitem},
    {"__contains__", "(self, key, /)", "Return key in self.", range_contains},
    {"__iter__", "(self, /)", "Implement iter(self).", range_iter},
    {"__reversed__", "(self, /)", "Return an iterator from the last number to the first.",
     range_reversed},
    {"__eq__", "(self, value, /)", "Return self==value.", range_compare<true>},
    {"__ne__", "(self, value, /)", "Return self!=value.", range_compare<false>},
    {"__reduce__", "(self, /)", "What pickling needs to make the range again.", range_reduce},
    {"count", "(self, value, /)", "Return how many elements are equal to value.", range_count},
    {"index", "(self, value, /)", "Return the index of the element equal to value.", range_index},
};

constexpr NativeAttribute RangeAttributes[] = {
    {"start", "The first number.", [](Thread&, Value self) { return self.as<Range>()->start; },
     nullptr, AttributeForm::Member},
    {"stop", "The number the range ends before.",
     [](Thread&, Value self) { return self.as<Range>()->stop; }, nullptr, AttributeForm::Member},
    {"step", "Distance between the numbers.",
     [](Thread&, Value self) { return self.as<Range>()->step; }, nullptr, AttributeForm::Member},
};

// --- The iterators ------------------------------------------------------------------------------

Value range_iterator_iter(Thread&, Arguments arguments) { return arguments[0]; }

Value range_iterator_next_method(Thread& thread, Arguments arguments) {
  return or_stop_iteration(thread, iterator_next(thread, arguments[0]));
}

Value range_iterator_length_hint(Thread& thread, Arguments arguments) {
  return make_uint(thread, arguments[0].as<RangeIterator>()->remaining);
}

Value long_range_iterator_length_hint(Thread&, Arguments arguments) {
  return arguments[0].as<LongRangeIterator>()->remaining;
}

// iter() of a range of the numbers that are left.
Value reduce_to_range(Thread& thread, Value next, Value step, Value remaining) {
  if (!next || !step || !remaining) return {};
  const Value span = multiply(thread, remaining, step);
  if (!span) return {};
  const Value stop = add(thread, next, span);
  if (!stop) return {};
  const Value rest = make_from_ints(thread, next, stop, step);
  return rest ? reduce_to_iter(thread, rest) : Value();
}

Value range_iterator_reduce(Thread& thread, Arguments arguments) {
  const auto* iterator = arguments[0].as<RangeIterator>();
  return reduce_to_range(thread, make_int(thread, iterator->next), make_int(thread, iterator->step),
                         make_uint(thread, iterator->remaining));
}

Value long_range_iterator_reduce(Thread& thread, Arguments arguments) {
  const auto* iterator = arguments[0].as<LongRangeIterator>();
  return reduce_to_range(thread, iterator->next, iterator->step, iterator->remaining);
}

constexpr NativeMethod Iter = {"__iter__", "(self, /)", "Implement iter(self).",
                               range_iterator_iter};
constexpr NativeMethod Next = {"__next__", "(self, /)", "Implement next(self).",
                               range_iterator_next_method};
constexpr NativeMethod hint(NativeCode code) {
  return {"__length_hint__", "(self, /)", "Return how many elements are left.", code};
}
constexpr NativeMethod reduce(NativeCode code) {
  return {"__reduce__", "(self, /)", "What pickling needs to make the iterator again.", code};
}

constexpr NativeMethod RangeIteratorMethods[] = {Iter, Next, hint(range_iterator_length_hint),
                                                 reduce(range_iterator_reduce)};
constexpr NativeMethod LongRangeIteratorMethods[] = {
    Iter, Next, hint(long_range_iterator_length_hint), reduce(long_range_iterator_reduce)};

}  // namespace

const TypeSpec range_type_spec = {
    .name = "range",
    .module = "builtins",
    .doc = "A sequence of evenly spaced integers that are computed when asked for.",
    .instance_kind = Kind::Range,
    .instance_size = sizeof(Range),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = RangeMethods,
    .attributes = RangeAttributes,
};

const TypeSpec long_range_iterator_type_spec = {
    .name = "longrange_iterator",
    .module = "builtins",
    .doc = "",
    .instance_kind = Kind::LongRangeIterator,
    .instance_size = sizeof(LongRangeIterator),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = LongRangeIteratorMethods,
    .attributes = {},
};

const TypeSpec range_iterator_type_spec = {
    .name = "range_iterator",
    .module = "builtins",
    .doc = "",
    .instance_kind = Kind::RangeIterator,
    .instance_size = sizeof(RangeIterator),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = RangeIteratorMethods,
    .attributes = {},
};

}  // namespace weft
