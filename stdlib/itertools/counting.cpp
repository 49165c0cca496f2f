// count and repeat: iterators that go through nothing.
#include "interpreter/objects/errors.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/str.h"
#include "stdlib/itertools/itertools.h"

namespace weft::itertools {
namespace {

NativeIterator* self_of(Arguments arguments) { return arguments[0].as<NativeIterator>(); }

// --- count: values[0] the next number, values[1] the step

Value count_step(Thread& thread, NativeIterator* self) {
  const Value now = self->values[0];
  const Value following = binary(thread, BinaryOperator::Add, now, self->values[1]);
  if (!following) return following;
  store(self, self->values[0], following);
  return now;
}

bool is_number(Thread& thread, Value value) {
  return is_int(value) || is_float(value) ||
         !find_special(thread, value, Special::Index).is_unset() ||
         !find_special(thread, value, Special::Float).is_unset() ||
         !find_special(thread, value, Special::Int).is_unset() ||
         !find_special(thread, value, Special::Complex).is_unset();
}

Value count_new(Thread& thread, Arguments arguments) {
  for (uint32_t i = 1; i <= 2; ++i) {
    if (!is_number(thread, arguments[i])) return raise_type_error(thread, "a number is required");
  }
  NativeIterator* self = make_native_iterator(thread, arguments[0], count_step);
  if (self == nullptr) return Value::error();
  self->values[0] = arguments[1];
  self->values[1] = arguments[2];
  return Value::cell(self);
}

Value count_repr(Thread& thread, Arguments arguments) {
  NativeIterator* self = self_of(arguments);
  Str* start = repr(thread, self->values[0]);
  if (start == nullptr) return Value::error();
  std::string shown = text(self->type()->name->view(), "(", start->view());
  if (!(self->values[1] == Value::small_int(1))) {
    Str* step = repr(thread, self->values[1]);
    if (step == nullptr) return Value::error();
    shown += text(", ", step->view());
  }
  return Value::cell(make_str(thread, shown + ")"));
}

Value reduced(Thread& thread, NativeIterator* self, std::span<const Value> values) {
  Tuple* given = make_tuple(thread, values);
  if (given == nullptr) return Value::error();
  const Value parts[] = {Value::cell(self->type()), Value::cell(given)};
  return Value::cell(make_tuple(thread, parts));
}

Value count_reduce(Thread& thread, Arguments arguments) {
  return reduced(thread, self_of(arguments), {self_of(arguments)->values, 2});
}

constexpr NativeMethod count_methods[] = {
    {"__new__", "(cls, start=0, step=1)", "start, start + step, start + 2 * step …", count_new},
    IterMethod,
    NextMethod,
    {"__repr__", "(self, /)", "Return repr(self).", count_repr},
    {"__reduce__", "(self, /)", "What pickling needs.", count_reduce},
};

// --- repeat: values[0] the object, numbers[0] how often (still), numbers[1] whether without end

Value repeat_step(Thread&, NativeIterator* self) {
  if (self->numbers[1] != 0) return self->values[0];
  if (self->numbers[0] == 0) return Value::unset();
  --self->numbers[0];
  return self->values[0];
}

Value repeat_new(Thread& thread, Arguments arguments) {
  int64_t times = 0;
  if (!arguments[2].is_unset()) {
    const auto given = to_size_argument(thread, arguments[2]);
    if (!given) return Value::error();
    times = *given < 0 ? 0 : *given;
  }
  NativeIterator* self = make_native_iterator(thread, arguments[0], repeat_step);
  if (self == nullptr) return Value::error();
  self->values[0] = arguments[1];
  self->numbers[0] = times;
  self->numbers[1] = arguments[2].is_unset() ? 1 : 0;
  return Value::cell(self);
}

Value repeat_repr(Thread& thread, Arguments arguments) {
  NativeIterator* self = self_of(arguments);
  Str* object = repr(thread, self->values[0]);
  if (object == nullptr) return Value::error();
  std::string shown = text(self->type()->name->view(), "(", object->view());
  if (self->numbers[1] == 0) shown += text(", ", self->numbers[0]);
  return Value::cell(make_str(thread, shown + ")"));
}

Value repeat_length_hint(Thread& thread, Arguments arguments) {
  NativeIterator* self = self_of(arguments);
  if (self->numbers[1] != 0) return raise_type_error(thread, "len() of unsized object");
  return Value::small_int(self->numbers[0]);
}

Value repeat_reduce(Thread& thread, Arguments arguments) {
  NativeIterator* self = self_of(arguments);
  const Value given[] = {self->values[0], Value::small_int(self->numbers[0])};
  return reduced(thread, self, std::span<const Value>(given, self->numbers[1] != 0 ? 1 : 2));
}

constexpr NativeMethod repeat_methods[] = {
    {"__new__", "(cls, object, times=<unset>)", "The object again and again.", repeat_new},
    IterMethod,
    NextMethod,
    {"__repr__", "(self, /)", "Return repr(self).", repeat_repr},
    {"__length_hint__", "(self, /)", "How many elements are left.", repeat_length_hint},
    {"__reduce__", "(self, /)", "What pickling needs.", repeat_reduce},
};

}  // namespace

const TypeSpec count_spec =
    native_iterator_spec("count", "An iterator of evenly spaced numbers.", count_methods);
const TypeSpec repeat_spec = native_iterator_spec(
    "repeat", "An iterator of one object, some number of times or without end.", repeat_methods);

}  // namespace weft::itertools
