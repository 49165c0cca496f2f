// The tuple, and what scripts see of it.

#include <algorithm>
#include <cstring>

#include "interpreter/objects/call.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/recursion.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

// The caller fills in the values at once.
Tuple* make_raw_tuple(Thread& thread, uint64_t count) {
  if (count > MaximumElements) {
    raise_memory_error(thread);
    return nullptr;
  }
  Tuple* tuple = make_object<Tuple>(thread, thread.isolate.types.tuple, count * sizeof(Value));
  if (tuple != nullptr) tuple->count = count;
  return tuple;
}

// There is one empty tuple (except while the isolate is being made).
Tuple* make_empty_tuple(Thread& thread) {
  Tuple* shared = thread.isolate.empty_tuple;
  return shared != nullptr ? shared : make_raw_tuple(thread, 0);
}

// Few ones value by value: they were mostly just stored that way, and a processor waits where a
// wider load spans several stores.
void copy_values(Value* target, std::span<const Value> values) {
  if (values.size() <= 4) {
    copy_arguments(target, values.data(), values.size());
  } else {
    std::memcpy(static_cast<void*>(target), values.data(), values.size_bytes());
  }
}

Tuple* self_of(Arguments arguments) { return arguments[0].as<Tuple>(); }

Value or_error(Cell* cell) { return cell == nullptr ? Value() : Value::cell(cell); }

}  // namespace

Tuple* make_tuple(Thread& thread, uint64_t count) {
  if (count == 0) return make_empty_tuple(thread);
  Tuple* tuple = make_raw_tuple(thread, count);
  if (tuple == nullptr) return nullptr;
  std::fill_n(tuple->values, count, Value::none());
  return tuple;
}

Tuple* make_tuple(Thread& thread, std::span<const Value> values) {
  if (values.empty()) return make_empty_tuple(thread);
  Tuple* tuple = make_raw_tuple(thread, values.size());
  if (tuple != nullptr) copy_values(tuple->values, values);
  return tuple;
}

Tuple* tuple_from_iterable(Thread& thread, Value iterable) {
  if (is_exactly(iterable, Kind::Tuple)) return iterable.as<Tuple>();
  if (is_exactly(iterable, Kind::List)) return make_tuple(thread, iterable.as<List>()->values());
  List* list = list_from_iterable(thread, iterable);
  return list == nullptr ? nullptr : make_tuple(thread, list->values());
}

Tuple* tuple_get_slice(Thread& thread, Tuple* tuple, uint64_t from, uint64_t to) {
  if (from == 0 && to == tuple->count && is_exactly(Value::cell(tuple), Kind::Tuple)) return tuple;
  return make_tuple(thread, tuple->view().subspan(from, to - from));
}

Value tuple_get_item(Thread& thread, Tuple* tuple, Value key) {
  if (!is_slice(key)) {
    const std::optional<int64_t> index = to_element_index(thread, key, "tuple", &tuple->count);
    if (!index) return {};
    if (*index < 0 || static_cast<uint64_t>(*index) >= tuple->count) {
      return raise_index_error(thread, "tuple index out of range");
    }
    return tuple->values[*index];
  }
  const std::optional<SliceNumbers> numbers = slice_numbers(thread, key.as<Slice>());
  if (!numbers) return {};
  const SliceRange range = clamp_slice(*numbers, tuple->count);
  if (range.step == 1) {
    const auto from = static_cast<uint64_t>(range.start);
    return or_error(tuple_get_slice(thread, tuple, from, from + range.length));
  }
  if (range.length == 0) return or_error(make_empty_tuple(thread));
  Tuple* part = make_raw_tuple(thread, range.length);
  if (part == nullptr) return {};
  int64_t index = range.start;
  for (uint64_t i = 0; i < range.length; ++i, index += range.step) {
    part->values[i] = tuple->values[index];
  }
  return Value::cell(part);
}

Value tuple_concat(Thread& thread, Tuple* left, Tuple* right) {
  if (left->count == 0 && is_exactly(Value::cell(right), Kind::Tuple)) return Value::cell(right);
  if (right->count == 0 && is_exactly(Value::cell(left), Kind::Tuple)) return Value::cell(left);
  const uint64_t total = left->count + right->count;
  if (total == 0) return or_error(make_empty_tuple(thread));
  Tuple* result = make_raw_tuple(thread, total);
  if (result == nullptr) return {};
  copy_values(result->values, left->view());
  copy_values(result->values + left->count, right->view());
  return Value::cell(result);
}

Value tuple_repeat(Thread& thread, Tuple* tuple, int64_t count) {
  if ((count == 1 || tuple->count == 0) && is_exactly(Value::cell(tuple), Kind::Tuple)) {
    return Value::cell(tuple);
  }
  const std::optional<uint64_t> total = repeated_count(thread, tuple->count, count);
  if (!total) return {};
  if (*total == 0) return or_error(make_empty_tuple(thread));
  Tuple* result = make_raw_tuple(thread, *total);
  if (result == nullptr) return {};
  copy_values(result->values, tuple->view());
  repeat_elements(result->values, tuple->count, *total);
  return Value::cell(result);
}

Value compare_tuples(Thread& thread, CompareOperator op, Tuple* left, Tuple* right) {
  return compare_sequences(thread, op, left, right);
}

// --- The type -----------------------------------------------------------------------------------

namespace {

Value tuple_new(Thread& thread, Arguments arguments) {
  Type* type = check_new_class(thread, arguments[0], thread.isolate.types.tuple);
  if (type == nullptr) return {};
  Tuple* plain = arguments[1].is_unset() ? make_empty_tuple(thread)
                                         : tuple_from_iterable(thread, arguments[1]);
  if (plain == nullptr) return {};
  if (type == thread.isolate.types.tuple) return Value::cell(plain);
  Tuple* tuple = new_instance<Tuple>(thread, type, plain->count * sizeof(Value));
  if (tuple == nullptr) return {};
  tuple->count = plain->count;
  copy_values(tuple->values, plain->view());
  return Value::cell(tuple);
}

Value tuple_repr(Thread& thread, Arguments arguments) {
  const Tuple* tuple = self_of(arguments);
  if (tuple->count == 0) return or_error(make_ascii_str(thread, "()"));
  if (!check_native_stack(thread, InRepr)) return {};
  if (enter_repr(thread, arguments[0])) return or_error(make_ascii_str(thread, "(...)"));
  StrBuilder builder;
  builder.append('(');
  bool done = true;
  for (uint64_t i = 0; done && i < tuple->count; ++i) {
    if (i != 0) builder.append(", ");
    done = append_repr(thread, builder, tuple->values[i]);
  }
  leave_repr(thread, arguments[0]);
  if (!done) return {};
  builder.append(tuple->count == 1 ? ",)" : ")");
  return or_error(builder.finish(thread));
}

Value tuple_hash(Thread& thread, Arguments arguments) {
  int64_t hash;
  return hash_tuple(thread, self_of(arguments), hash) ? make_int(thread, hash) : Value();
}

Value tuple_length(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(self_of(arguments)->count));
}

Value tuple_getitem(Thread& thread, Arguments arguments) {
  return tuple_get_item(thread, self_of(arguments), arguments[1]);
}

Value tuple_contains(Thread& thread, Arguments arguments) {
  const Truth found = sequence_contains(thread, self_of(arguments), arguments[1]);
  return found == Truth::Error ? Value() : Value::boolean(found == Truth::True);
}

Value tuple_iter(Thread& thread, Arguments arguments) {
  return make_tuple_iterator(thread, self_of(arguments));
}

Value tuple_add(Thread& thread, Arguments arguments) {
  if (!is_tuple(arguments[1]))
    return raise_unsupported_operands(thread, BinaryOperator::Add, false, arguments[0],
                                      arguments[1]);
  return tuple_concat(thread, self_of(arguments), arguments[1].as<Tuple>());
}

Value tuple_multiply(Thread& thread, Arguments arguments) {
  const Value count = to_repeat_count(thread, arguments[1]);
  if (!count) return {};
  return tuple_repeat(thread, self_of(arguments), count.as_small_int());
}

template <CompareOperator Op>
Value tuple_compare(Thread& thread, Arguments arguments) {
  if (!is_tuple(arguments[1])) return Value::not_implemented();
  return compare_tuples(thread, Op, self_of(arguments), arguments[1].as<Tuple>());
}

Value tuple_count(Thread& thread, Arguments arguments) {
  return sequence_count(thread, self_of(arguments), arguments[1]);
}

Value tuple_index(Thread& thread, Arguments arguments) {
  const Tuple* tuple = self_of(arguments);
  uint64_t from = 0;
  uint64_t to = tuple->count;
  if (!arguments[2].is_unset()) {
    const std::optional<uint64_t> bound = to_slice_bound(thread, arguments[2], tuple->count);
    if (!bound) return {};
    from = *bound;
  }
  if (!arguments[3].is_unset()) {
    const std::optional<uint64_t> bound = to_slice_bound(thread, arguments[3], tuple->count);
    if (!bound) return {};
    to = *bound;
  }
  const std::optional<int64_t> index = sequence_find(thread, tuple, arguments[1], from, to);
  if (!index) return {};
  if (*index < 0) return raise_value_error(thread, "tuple.index(x): x not in tuple");
  return Value::small_int(*index);
}

// For copying and pickling of subclasses: the arguments of __new__.
Value tuple_getnewargs(Thread& thread, Arguments arguments) {
  Tuple* plain = make_tuple(thread, self_of(arguments)->view());
  if (plain == nullptr) return {};
  const Value parts[] = {Value::cell(plain)};
  return or_error(make_tuple(thread, parts));
}

Value tuple_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

constexpr NativeMethod Methods[] = {
    {"__new__", "(cls, iterable=<unset>, /)", "A tuple of the elements of iterable.", tuple_new},
    {"__repr__", "(self, /)", "Return repr(self).", tuple_repr},
    {"__hash__", "(self, /)", "Return hash(self).", tuple_hash},
    {"__len__", "(self, /)", "Return len(self).", tuple_length},
    {"__getitem__", "(self, key, /)", "Return self[key].", tuple_getitem},
    {"__contains__", "(self, key, /)", "Return key in self.", tuple_contains},
    {"__iter__", "(self, /)", "Implement iter(self).", tuple_iter},
    {"__add__", "(self, value, /)", "Return self+value.", tuple_add},
    {"__mul__", "(self, value, /)", "Return self*value.", tuple_multiply},
    {"__rmul__", "(self, value, /)", "Return value*self.", tuple_multiply},
    {"__lt__", "(self, value, /)", "Return self<value.", tuple_compare<CompareOperator::Lt>},
    {"__le__", "(self, value, /)", "Return self<=value.", tuple_compare<CompareOperator::Le>},
    {"__eq__", "(self, value, /)", "Return self==value.", tuple_compare<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self!=value.", tuple_compare<CompareOperator::Ne>},
    {"__gt__", "(self, value, /)", "Return self>value.", tuple_compare<CompareOperator::Gt>},
    {"__ge__", "(self, value, /)", "Return self>=value.", tuple_compare<CompareOperator::Ge>},
    {"__getnewargs__", "(self, /)", "The arguments that make an equal tuple.", tuple_getnewargs},
    {"__class_getitem__", "(cls, item, /)",
     "The class with the types of its elements, for annotations.", tuple_class_getitem},
    {"count", "(self, value, /)", "Return how many elements are equal to value.", tuple_count},
    {"index", "(self, value, start=<unset>, stop=<unset>, /)",
     "Return the index of the first element equal to value.", tuple_index},
};

}  // namespace

const TypeSpec tuple_type_spec = {
    .name = "tuple",
    .module = "builtins",
    .doc = "A sequence of elements that never changes.",
    .instance_kind = Kind::Tuple,
    .instance_size = sizeof(Tuple),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = Methods,
    .attributes = {},
};

}  // namespace weft
