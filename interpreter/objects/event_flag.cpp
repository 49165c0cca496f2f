#include "interpreter/objects/event_flag.h"

#include "interpreter/objects/errors.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/timeouts.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

EventFlag* self_of(Arguments arguments) { return arguments[0].as<EventFlag>(); }

Value event_new(Thread& thread, Arguments arguments) {
  auto* event = new_instance<EventFlag>(thread, as_type(arguments[0]));
  if (event == nullptr) return Value::error();
  event->waiters = {};
  event->is_set = false;
  return Value::cell(event);
}

Value event_init(Thread&, Arguments arguments) {
  self_of(arguments)->is_set = false;
  return Value::none();
}

Value event_is_set(Thread&, Arguments arguments) {
  return Value::boolean(self_of(arguments)->is_set);
}

Value event_set(Thread&, Arguments arguments) {
  EventFlag* self = self_of(arguments);
  self->is_set = true;
  while (!self->waiters.is_empty()) wake(self->waiters.first, Value::boolean(true));
  return Value::none();
}

Value event_clear(Thread&, Arguments arguments) {
  self_of(arguments)->is_set = false;
  return Value::none();
}

Value event_wait(Thread& thread, Arguments arguments) {
  EventFlag* self = self_of(arguments);
  if (self->is_set) return Value::boolean(true);
  ParkOptions options;
  switch (parse_wait(thread, arguments[1], options.deadline)) {
    case WaitLength::Error:
      return Value::error();
    case WaitLength::None:
      return Value::boolean(false);
    default:
      break;
  }
  if (make_waiter(thread, self->waiters, self) == nullptr) return Value::error();
  options.timeout_result = Value::boolean(false);
  options.waiting_for = self;
  options.cooperative = thread.hub->cooperative;
  return park(thread, options);
}

// After a fork nobody waits.
Value event_at_fork_reinit(Thread&, Arguments arguments) {
  self_of(arguments)->waiters = {};
  return Value::none();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an event that is not set.", event_new},
    {"__init__", "(self, /)", "Take the flag back.", event_init},
    {"is_set", "(self, /)", "Whether the flag is set.", event_is_set},
    {"set", "(self, /)", "Set the flag; all that wait go on.", event_set},
    {"clear", "(self, /)", "Take the flag back.", event_clear},
    {"wait", "(self, /, timeout=None)",
     "Wait until the flag is set; False when `timeout` seconds have passed before.", event_wait},
    {"_at_fork_reinit", "(self, /)", "Forget who waits.", event_at_fork_reinit},
};
constexpr NativeAttribute attributes[] = {
    {"_flag", "The flag.",
     [](Thread&, Value self) { return Value::boolean(self.as<EventFlag>()->is_set); }, nullptr},
};

}  // namespace

const TypeSpec event_flag_type_spec = {
    .name = "_Event",
    .module = "_thread",
    .doc = "The part of threading.Event that waits and wakes.",
    .instance_kind = Kind::EventFlag,
    .instance_size = sizeof(EventFlag),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft
