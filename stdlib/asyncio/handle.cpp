// Handles: callbacks that wait for their turn (Handle) or for their time (TimerHandle).
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "stdlib/asyncio/event_loop.h"

namespace weft::asyncio {
namespace {

LoopHandle* self_of(Value value) { return value.as<LoopHandle>(); }
LoopHandle* self_of(Arguments arguments) { return self_of(arguments[0]); }

void initialise(LoopHandle* handle, Value loop, Value callback, Value argument, Tuple* arguments,
                Context* context) {
  handle->callback = callback;
  handle->argument = argument;
  handle->arguments = arguments;
  handle->context = context;
  handle->loop = loop;
  handle->source_traceback = Value::none();
  handle->when = 0;
  handle->is_timer = false;
  handle->is_scheduled = false;
  handle->is_cancelled = false;
  handle->is_repeated = false;
}

// In debug mode a handle knows where it was made. False: exception pending.
bool note_source(Thread& thread, LoopHandle* handle) {
  if (!is_event_loop(handle->loop) || !handle->loop.as<EventLoop>()->is_debugging) return true;
  const Value source = call(thread, state_of(thread).extract_stack, {});
  if (!source) return false;
  set(handle, handle->source_traceback, source);
  return true;
}

Value handle_new(Thread& thread, Arguments arguments) {
  Type* type = as_type(arguments[0]);
  auto* handle = new_instance<LoopHandle>(thread, type);
  if (handle == nullptr) return Value::error();
  initialise(handle, Value::none(), Value::none(), Value::unset(), thread.isolate.empty_tuple,
             nullptr);
  handle->is_timer = is_subtype(type, state_of(thread).timer_handle_type);
  return Value::cell(handle);
}

// The common part of the two __init__: callback, args, loop, context from `first` on.
Value fill(Thread& thread, LoopHandle* handle, Arguments arguments, uint32_t first) {
  Tuple* values = tuple_from_iterable(thread, arguments[first + 1]);
  if (values == nullptr) return Value::error();
  const Value context = arguments[first + 3];
  Context* own = is_context(context) ? context.as<Context>() : copy_current_context(thread);
  if (own == nullptr) return Value::error();
  initialise(handle, arguments[first + 2], arguments[first], Value::unset(), values, own);
  return note_source(thread, handle) ? Value::none() : Value::error();
}

Value handle_init(Thread& thread, Arguments arguments) {
  return fill(thread, self_of(arguments), arguments, 1);
}

Value timer_init(Thread& thread, Arguments arguments) {
  const std::optional<double> when = to_double(thread, arguments[1]);
  if (!when || !fill(thread, self_of(arguments), arguments, 2)) return Value::error();
  self_of(arguments)->when = *when;
  self_of(arguments)->is_timer = true;
  return Value::none();
}

Value handle_repr(Thread& thread, Arguments arguments) {
  return call(thread, state_of(thread).show_handle, {arguments[0]});
}

Value handle_cancel(Thread& thread, Arguments arguments) {
  LoopHandle* self = self_of(arguments);
  if (self->is_cancelled) return Value::none();
  if (is_event_loop(self->loop)) {
    auto* loop = self->loop.as<EventLoop>();
    if (self->is_scheduled) ++loop->cancelled_timers;
    if (loop->is_debugging) {
      // What it was is shown in reports; the object itself lets go of it.
      Str* shown = repr(thread, arguments[0]);
      if (shown == nullptr) return Value::error();
      set(self, self->argument, Value::cell(shown));
    }
  } else if (self->is_scheduled &&
             !call_method(thread, self->loop, "_timer_handle_cancelled", {arguments[0]})) {
    return Value::error();
  }
  self->is_cancelled = true;
  set(self, self->callback, Value::none());
  store(self, self->arguments, thread.isolate.empty_tuple);
  if (!is_event_loop(self->loop) || !self->loop.as<EventLoop>()->is_debugging)
    set(self, self->argument, Value::unset());
  return Value::none();
}

Value handle_cancelled(Thread&, Arguments arguments) {
  return Value::boolean(self_of(arguments)->is_cancelled);
}

Value handle_run(Thread& thread, Arguments arguments) {
  LoopHandle* self = self_of(arguments);
  if (run_handle(thread, self)) return Value::none();
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  if (pending_is(thread, exceptions.system_exit) ||
      pending_is(thread, exceptions.keyboard_interrupt))
    return Value::error();
  const Value exception = Value::cell(reinterpret_cast<Cell*>(take_pending(thread)));
  return call_method(thread, self->loop, "_report_callback", {arguments[0], exception});
}

Value timer_when(Thread& thread, Arguments arguments) {
  return make_float(thread, self_of(arguments)->when);
}

template <CompareOperator Op>
Value timer_compare(Thread&, Arguments arguments) {
  if (!is_kind(arguments[1], Kind::LoopHandle)) return Value::not_implemented();
  const double left = self_of(arguments)->when;
  const double right = self_of(arguments[1])->when;
  switch (Op) {
    case CompareOperator::Lt:
      return Value::boolean(left < right);
    case CompareOperator::Le:
      return Value::boolean(left <= right);
    case CompareOperator::Gt:
      return Value::boolean(left > right);
    default:
      return Value::boolean(left >= right);
  }
}

Value timer_hash(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> value = hash(thread, make_float(thread, self_of(arguments)->when));
  return value ? make_int(thread, *value) : Value::error();
}

Value get_callback(Thread&, Value self) { return self_of(self)->callback; }
Value get_arguments(Thread& thread, Value self) {
  const LoopHandle* handle = self_of(self);
  if (handle->is_cancelled) return Value::none();
  if (handle->argument.is_unset()) return Value::cell(handle->arguments);
  Tuple* tuple = make_tuple(thread, std::span<const Value>(&handle->argument, 1));
  return tuple == nullptr ? Value::error() : Value::cell(tuple);
}
Value get_context(Thread&, Value self) {
  Context* context = self_of(self)->context;
  return context == nullptr ? Value::none() : Value::cell(context);
}
Value get_loop(Thread&, Value self) { return self_of(self)->loop; }
Value get_cancelled(Thread&, Value self) { return Value::boolean(self_of(self)->is_cancelled); }
Value get_source_traceback(Thread&, Value self) { return self_of(self)->source_traceback; }
// The text a handle had when it was cancelled in debug mode.
Value get_shown(Thread&, Value self) {
  const LoopHandle* handle = self_of(self);
  return handle->is_cancelled && !handle->argument.is_unset() ? handle->argument : Value::none();
}
Value get_when(Thread& thread, Value self) { return make_float(thread, self_of(self)->when); }
Value get_scheduled(Thread&, Value self) { return Value::boolean(self_of(self)->is_scheduled); }
bool set_scheduled(Thread& thread, Value self, Value value) {
  const Truth truth = value.is_unset() ? Truth::False : weft::truth(thread, value);
  self_of(self)->is_scheduled = truth == Truth::True;
  return truth != Truth::Error;
}

constexpr NativeMethod handle_methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a handle.", handle_new},
    {"__init__", "(self, callback, args, loop, context=None)", "A callback of a loop.",
     handle_init},
    {"__repr__", "(self, /)", "Return repr(self).", handle_repr},
    {"cancel", "(self, /)", "Do not call the callback.", handle_cancel},
    {"cancelled", "(self, /)", "Whether it was cancelled.", handle_cancelled},
    {"_run", "(self, /)", "Call the callback; the loop is told what it raises.", handle_run},
};
constexpr NativeMethod timer_methods[] = {
    {"__init__", "(self, when, callback, args, loop, context=None)",
     "A callback of a loop at a time of its clock.", timer_init},
    {"__lt__", "(self, value, /)", "Return self<value.", timer_compare<CompareOperator::Lt>},
    {"__le__", "(self, value, /)", "Return self<=value.", timer_compare<CompareOperator::Le>},
    {"__gt__", "(self, value, /)", "Return self>value.", timer_compare<CompareOperator::Gt>},
    {"__ge__", "(self, value, /)", "Return self>=value.", timer_compare<CompareOperator::Ge>},
    {"__hash__", "(self, /)", "Return hash(self).", timer_hash},
    {"when", "(self, /)", "The time of the loop's clock at which it is called.", timer_when},
};
constexpr NativeAttribute handle_attributes[] = {
    {"_callback", "What is called.", get_callback, nullptr, AttributeForm::Member},
    {"_args", "With what.", get_arguments, nullptr, AttributeForm::Member},
    {"_context", "In what context.", get_context, nullptr, AttributeForm::Member},
    {"_loop", "The loop.", get_loop, nullptr, AttributeForm::Member},
    {"_cancelled", "Whether it was cancelled.", get_cancelled, nullptr, AttributeForm::Member},
    {"_source_traceback", "Where it was made; None but in debug mode.", get_source_traceback,
     nullptr, AttributeForm::Member},
    {"_repr", "Its text before it was cancelled; None but in debug mode.", get_shown, nullptr,
     AttributeForm::Member},
};
constexpr NativeAttribute timer_attributes[] = {
    {"_when", "The time at which it is called.", get_when, nullptr, AttributeForm::Member},
    {"_scheduled", "Whether the loop holds it among its timers.", get_scheduled, set_scheduled,
     AttributeForm::Member},
};

}  // namespace

LoopHandle* make_handle(Thread& thread, Value loop, Value callback, Value argument,
                        Tuple* arguments, Context* context) {
  auto* handle = make_object<LoopHandle>(thread, state_of(thread).handle_type);
  if (handle == nullptr) return nullptr;
  initialise(handle, loop, callback, argument, arguments, context);
  return note_source(thread, handle) ? handle : nullptr;
}

bool push_handle(Thread& thread, LoopHandle* handle) {
  if (is_event_loop(handle->loop) && handle->loop.as<EventLoop>()->is_plain) {
    auto* loop = handle->loop.as<EventLoop>();
    if (!loop->is_closed) return push_ready(thread, loop, Value::cell(handle));
    raise_runtime_error(thread, "Event loop is closed");
    return false;
  }
  Str* name = intern(thread, "_run");
  const Value run =
      name == nullptr ? Value::error() : get_attribute(thread, Value::cell(handle), name);
  return run && call_soon(thread, handle->loop, run, Value::unset(), nullptr);
}

Value run_handle(Thread& thread, LoopHandle* handle) {
  Context* context = handle->context;
  const Value callback = handle->callback;
  const Value argument = handle->argument;
  if (context == nullptr) {
    const bool done =
        child_done(thread, static_cast<Gathering*>(callback.as<Future>()), argument.as<Future>());
    return done ? Value::none() : Value::error();
  }
  Object* before = nullptr;
  if (!enter_context(thread, context, before)) return Value::error();
  const Value result = argument.is_unset()
                           ? call(thread, callback, handle->arguments->view())
                           : call(thread, callback, std::span<const Value>(&argument, 1));
  leave_context(thread, context, before);
  return result;
}

const TypeSpec handle_spec = {
    .name = "Handle",
    .module = "asyncio.events",
    .doc = "A callback that waits for its turn in an event loop.",
    .instance_kind = Kind::LoopHandle,
    .instance_size = sizeof(LoopHandle),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = handle_methods,
    .attributes = handle_attributes,
};
const TypeSpec timer_handle_spec = {
    .name = "TimerHandle",
    .module = "asyncio.events",
    .doc = "A callback that waits for its time in an event loop.",
    .instance_kind = Kind::LoopHandle,
    .instance_size = sizeof(LoopHandle),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = timer_methods,
    .attributes = timer_attributes,
};

}  // namespace weft::asyncio
