#include "interpreter/objects/semaphore.h"

#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/timeouts.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

Semaphore* self_of(Arguments arguments) { return arguments[0].as<Semaphore>(); }

Value semaphore_new(Thread& thread, Arguments arguments) {
  auto* semaphore = new_instance<Semaphore>(thread, as_type(arguments[0]));
  if (semaphore == nullptr) return Value::error();
  semaphore->waiters = {};
  semaphore->value = 1;
  semaphore->bound = Semaphore::NoBound;
  return Value::cell(semaphore);
}

Value semaphore_init(Thread& thread, Arguments arguments) {
  const Truth negative =
      compare_truth(thread, CompareOperator::Lt, arguments[1], Value::small_int(0));
  if (negative == Truth::Error) return Value::error();
  if (negative == Truth::True)
    return raise_value_error(thread, "semaphore initial value must be >= 0");
  const std::optional<int64_t> value = to_index(thread, arguments[1]);
  if (!value) return Value::error();
  self_of(arguments)->value = *value;
  return Value::none();
}

// A BoundedSemaphore: the value is the bound from now on.
Value semaphore_bind(Thread&, Arguments arguments) {
  Semaphore* self = self_of(arguments);
  self->bound = self->value;
  return Value::none();
}

Value taken(Thread& thread, Fiber* fiber, Value value) {
  auto* self = static_cast<Semaphore*>(fiber->on_resume_of);
  if (!value) {
    if (had_turn(fiber) && self->value > 0) wake_first(self->waiters);
    return Value::error();
  }
  if (self->value > 0) {
    --self->value;
    return Value::boolean(true);
  }
  if (value.is_false()) return value;
  return wait_for_turn(thread, self->waiters, self, {taken, fiber->wait_data, WaitPlace::First});
}

Value semaphore_acquire(Thread& thread, Arguments arguments) {
  Semaphore* self = self_of(arguments);
  const Truth blocks = truth(thread, arguments[1]);
  if (blocks == Truth::Error) return Value::error();
  if (blocks == Truth::False && !arguments[2].is_none())
    return raise_value_error(thread, "can't specify timeout for non-blocking acquire");
  if (self->value > 0) [[likely]] {
    --self->value;
    return Value::boolean(true);
  }
  if (blocks == Truth::False) return Value::boolean(false);
  std::optional<int64_t> deadline;
  switch (parse_wait(thread, arguments[2], deadline)) {
    case WaitLength::Error:
      return Value::error();
    case WaitLength::None:
      return Value::boolean(false);
    default:
      return wait_for_turn(thread, self->waiters, self, {taken, deadline_data(deadline)});
  }
}

Value add(Thread& thread, Semaphore* self, int64_t count) {
  if (self->bound != Semaphore::NoBound && count > self->bound - self->value)
    return raise_value_error(thread, "Semaphore released too many times");
  self->value += count;
  for (; count != 0 && !self->waiters.is_empty(); --count) wake_first(self->waiters);
  return Value::none();
}

Value semaphore_release(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> count = to_index(thread, arguments[1]);
  if (!count) return Value::error();
  if (*count < 1) return raise_value_error(thread, "n must be one or more");
  return add(thread, self_of(arguments), *count);
}

Value semaphore_exit(Thread& thread, Arguments arguments) {
  return add(thread, self_of(arguments), 1);
}

bool set_value(Thread& thread, Value self, Value value) {
  if (value.is_unset()) {
    raise_type_error(thread, "the counter of a semaphore cannot be deleted");
    return false;
  }
  const std::optional<int64_t> number = to_index(thread, value);
  if (number) self.as<Semaphore>()->value = *number;
  return number.has_value();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a semaphore.", semaphore_new},
    {"__init__", "(self, /, value=1)", "Set the counter.", semaphore_init},
    {"_bind", "(self, /)", "Let the counter not pass its present value.", semaphore_bind},
    {"acquire", "(self, /, blocking=True, timeout=None)",
     "Take one, waiting for it when told to; whether it was taken.", semaphore_acquire},
    {"release", "(self, /, n=1)", "Add `n`, waking as many.", semaphore_release},
    {"__enter__", "(self, /, blocking=True, timeout=None)", "Take one.", semaphore_acquire},
    {"__exit__", "(self, type=None, value=None, traceback=None, /)", "Add one.", semaphore_exit},
};
constexpr NativeAttribute attributes[] = {
    {"_value", "The counter.",
     [](Thread&, Value self) { return Value::small_int(self.as<Semaphore>()->value); }, set_value},
    {"_initial_value", "What the counter may not pass.",
     [](Thread&, Value self) { return Value::small_int(self.as<Semaphore>()->bound); }, nullptr},
};

}  // namespace

const TypeSpec semaphore_type_spec = {
    .name = "_Semaphore",
    .module = "_thread",
    .doc = "The part of threading.Semaphore that waits and wakes.",
    .instance_kind = Kind::Semaphore,
    .instance_size = sizeof(Semaphore),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft
