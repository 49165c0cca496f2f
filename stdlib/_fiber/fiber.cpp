// Module _fiber: greenlets, one-shot events and the hub, which gevent, asyncio, threading and
// concurrent.futures are written over.
#include <cerrno>

#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/greenlet.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/one_shot.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"

namespace weft {

// --- Waiter -------------------------------------------------------------------------------------

namespace {

OneShot* one_shot_of(Arguments arguments) { return arguments[0].as<OneShot>(); }

Value one_shot_new(Thread& thread, Arguments arguments) {
  return Value::cell(make_one_shot(thread, as_type(arguments[0])));
}

Value one_shot_wait(Thread& thread, Arguments arguments) {
  OneShot* self = one_shot_of(arguments);
  if (self->has_happened) {
    if (self->exception == nullptr) return self->value;
    raise(thread, self->exception);
    return Value::error();
  }
  if (!self->queue.is_empty()) {
    return raise_runtime_error(thread, "somebody waits for it already: one Waiter, one wait");
  }
  ParkOptions options;
  options.timeout_result = arguments[2];
  options.waiting_for = self;
  const Truth cooperative = truth(thread, arguments[3]);
  if (cooperative == Truth::Error || !deadline_after(thread, arguments[1], options.deadline) ||
      make_waiter(thread, self->queue, self) == nullptr) {
    return Value::error();
  }
  options.cooperative = cooperative == Truth::True;
  return park(thread, options);
}

Value one_shot_wake(Thread&, Arguments arguments) {
  return Value::boolean(happen(one_shot_of(arguments), arguments[1], nullptr));
}

Value one_shot_throw(Thread& thread, Arguments arguments) {
  Exception* exception = exception_to_throw(thread, arguments[1], Value::unset(), Value::unset());
  if (exception == nullptr) return Value::error();
  return Value::boolean(happen(one_shot_of(arguments), Value::unset(), exception));
}

Value one_shot_waiting(Thread&, Value self) {
  return Value::boolean(!self.as<OneShot>()->queue.is_empty());
}
Value one_shot_done(Thread&, Value self) {
  return Value::boolean(self.as<OneShot>()->has_happened);
}

constexpr NativeMethod one_shot_methods[] = {
    {"__new__", "(cls, /)", "Create a waiter that nobody has woken.", one_shot_new},
    {"wait", "(self, /, timeout=None, default=None, cooperative=True)",
     "Wait until it is woken and return the value; after `timeout` seconds return `default`. "
     "Others of the thread run meanwhile if `cooperative`.",
     one_shot_wait},
    {"wake", "(self, value=None, /)",
     "End the wait, or the one to come, with a value. False: it was woken before.", one_shot_wake},
    {"throw", "(self, exception, /)",
     "End the wait, or the one to come, with an exception. False: it was woken before.",
     one_shot_throw},
};
constexpr NativeAttribute one_shot_attributes[] = {
    {"waiting", "Whether somebody waits.", one_shot_waiting, nullptr},
    {"woken", "Whether it has been woken.", one_shot_done, nullptr},
};

// --- Handle -------------------------------------------------------------------------------------

Value handle_cancel(Thread&, Arguments arguments) {
  cancel(arguments[0].as<Fiber>());
  return Value::none();
}
Value handle_pending(Thread&, Value self) {
  return Value::boolean(self.as<Fiber>()->state == FiberState::Created);
}

constexpr NativeMethod handle_methods[] = {
    {"cancel", "(self, /)", "Do not call the function, if it was not called yet.", handle_cancel},
};
constexpr NativeAttribute handle_attributes[] = {
    {"pending", "Whether the function is still to be called.", handle_pending, nullptr},
};

struct FiberModuleState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(handle_type); }
  Type* handle_type = nullptr;
};

// A fiber that will call function(*arguments).
Fiber* make_handle(Thread& thread, Value function, Tuple* arguments) {
  Fiber* fiber = make_fiber(thread, module_state<FiberModuleState>(thread.isolate).handle_type);
  if (fiber == nullptr) return nullptr;
  fiber->is_callback = true;
  store(fiber, fiber->run, function);
  store(fiber, fiber->arguments, arguments);
  return fiber;
}

Value call_soon(Thread& thread, Arguments arguments) {
  Fiber* fiber = make_handle(thread, arguments[0], arguments[1].as<Tuple>());
  if (fiber == nullptr) return Value::error();
  schedule(fiber);
  return Value::cell(fiber);
}

Value call_at(Thread& thread, Arguments arguments) {
  const std::optional<double> seconds = to_double(thread, arguments[0]);
  if (!seconds) return Value::error();
  Fiber* fiber = make_handle(thread, arguments[1], arguments[2].as<Tuple>());
  if (fiber == nullptr) return Value::error();
  if (!schedule_at(thread, fiber, static_cast<int64_t>(*seconds * 1e9))) return Value::error();
  return Value::cell(fiber);
}

// --- Functions ----------------------------------------------------------------------------------

Value getcurrent(Thread& thread, Arguments) {
  Object* face = thread.hub->face;
  if (thread.fiber->is_callback && face != nullptr) return Value::cell(face);
  return Value::cell(thread.fiber);
}

Value is_callback(Thread& thread, Arguments) { return Value::boolean(thread.fiber->is_callback); }

Value hub(Thread& thread, Arguments) {
  Object* face = thread.hub->face;
  return face == nullptr ? Value::none() : Value::cell(face);
}

Value set_hub(Thread& thread, Arguments arguments) {
  const bool none = arguments[0].is_none();
  if (!none && !is_kind(arguments[0], Kind::Fiber)) {
    return raise_type_error(
        thread, text("set_hub() needs a greenlet, not ", type_name(thread, arguments[0])));
  }
  thread.hub->face = none ? nullptr : arguments[0].as<Fiber>();
  // Whoever stands for the hub has an exception of its own for waits that cannot end.
  thread.hub->reports_deadlocks = none;
  return Value::none();
}

Value gettrace(Thread& thread, Arguments) {
  const Value function = thread.hub->trace_function;
  return function.is_unset() ? Value::none() : function;
}

Value settrace(Thread& thread, Arguments arguments) {
  const Value before = gettrace(thread, arguments);
  const Value function = arguments[0];
  thread.hub->trace_function = function.is_none() ? Value::unset() : function;
  thread.hub->trace_origin = nullptr;
  return before;
}

Value ready_count(Thread& thread, Arguments) {
  int64_t count = 0;
  for (const Fiber* fiber = thread.hub->first_ready; fiber != nullptr; fiber = fiber->next_ready) {
    ++count;
  }
  return Value::small_int(count);
}

Value timer_count(Thread& thread, Arguments) {
  return Value::small_int(static_cast<int64_t>(thread.hub->timers.live_count()));
}

Value alive(Thread& thread, Arguments) {
  List* result = make_list(thread);
  if (result == nullptr) return Value::error();
  const auto append = [&](Fiber* fiber) {
    return fiber->is_callback || list_append(thread, result, Value::cell(fiber));
  };
  if (!append(thread.main_fiber)) return Value::error();
  for (size_t i = 0; i < thread.hub->alive.size(); ++i) {
    Fiber* fiber = thread.hub->alive[i];
    if (fiber != thread.main_fiber && !append(fiber)) return Value::error();
  }
  return Value::cell(result);
}

Value cancel_start(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[0], Kind::Fiber)) {
    return raise_type_error(
        thread, text("cancel() needs a greenlet, not ", type_name(thread, arguments[0])));
  }
  cancel(arguments[0].as<Fiber>());
  return Value::none();
}

Value now(Thread& thread, Arguments) {
  return make_float(thread, static_cast<double>(waiting_clock(thread)) / 1e9);
}

Value start(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[0], Kind::Fiber)) {
    return raise_type_error(
        thread, text("start() needs a greenlet, not ", type_name(thread, arguments[0])));
  }
  auto* fiber = arguments[0].as<Fiber>();
  if (fiber->state == FiberState::Suspended) {
    resume_with(fiber, Value::none());
    return Value::none();
  }
  if (fiber->state != FiberState::Created || fiber->is_scheduled) {
    return raise_runtime_error(thread, "the greenlet has been started already");
  }
  if (fiber->run.is_unset()) {
    const Value run = get_attribute(thread, arguments[0], intern(thread, "run"));
    if (!run) return run;
    store(fiber, fiber->run, run);
  }
  schedule(fiber);
  return Value::none();
}

// The hub waits for nobody: whoever stands for it says so.
Value refuse_to_wait(Thread& thread) {
  const Value nothing = call_method(thread, Value::cell(thread.hub->face), "switch_out", {});
  return nothing ? raise_runtime_error(thread, "a callback of the hub cannot wait") : nothing;
}
bool is_hub(const Thread& thread) {
  return thread.fiber->is_callback && thread.hub->face != nullptr;
}

Value sleep(Thread& thread, Arguments arguments) {
  if (is_hub(thread)) return refuse_to_wait(thread);
  const std::optional<double> seconds = to_double(thread, arguments[0]);
  if (!seconds) return Value::error();
  if (*seconds <= 0) return yield_to_others(thread);
  ParkOptions options;
  if (!deadline_after(thread, arguments[0], options.deadline)) return Value::error();
  return park(thread, options);
}

Value pause(Thread& thread, Arguments) {
  if (is_hub(thread)) return refuse_to_wait(thread);
  return park(thread, {});
}

Value resume(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[0], Kind::Fiber)) {
    return raise_type_error(
        thread, text("resume() needs a greenlet, not ", type_name(thread, arguments[0])));
  }
  auto* fiber = arguments[0].as<Fiber>();
  const bool waits = (fiber->state == FiberState::Parked && !fiber->is_queued) ||
                     fiber->state == FiberState::Suspended;
  if (waits) resume_with(fiber, arguments[1]);
  return Value::boolean(waits);
}

Value set_cooperative(Thread& thread, Arguments arguments) {
  const Truth flag = truth(thread, arguments[0]);
  if (flag == Truth::Error) return Value::error();
  thread.hub->cooperative = flag == Truth::True;
  return Value::none();
}

Value is_cooperative(Thread& thread, Arguments) { return Value::boolean(thread.hub->cooperative); }

// The directions of poller.h are what scripts pass.
Value wait_descriptor(Thread& thread, Arguments arguments) {
  constexpr int64_t Both = runtime::Poller::Read | runtime::Poller::Write;
  const std::optional<int64_t> descriptor = to_index(thread, arguments[0]);
  const std::optional<int64_t> events = descriptor ? to_index(thread, arguments[1]) : std::nullopt;
  if (!events) return Value::error();
  if (*events <= 0 || *events > Both) {
    return raise_value_error(thread, "events must be 1 (read), 2 (write) or 3 (both)");
  }
  if (*descriptor < 0 || *descriptor > INT32_MAX) {
    return raise_os_error(thread, EBADF, Value::unset());
  }
  if (is_hub(thread)) return refuse_to_wait(thread);
  ParkOptions options;
  options.timeout_result = Value::small_int(0);
  const Truth cooperative = truth(thread, arguments[3]);
  if (cooperative == Truth::Error || !deadline_after(thread, arguments[2], options.deadline))
    return Value::error();
  options.cooperative = cooperative == Truth::True;
  return park_for_descriptor(thread, static_cast<int>(*descriptor),
                             static_cast<runtime::Poller::Directions>(*events),
                             runtime::Poller::Trigger::Level, options);
}

Value close_waits(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> descriptor = to_index(thread, arguments[0]);
  if (!descriptor) return Value::error();
  if (*descriptor >= 0 && *descriptor <= INT32_MAX)
    end_descriptor_waits(thread, static_cast<int>(*descriptor));
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"wait_descriptor", "(fd, events, timeout=None, cooperative=True, /)",
     "Wait until a descriptor can be read (events 1), written (2) or either (3): which of them it "
     "is; 0 after `timeout` seconds. Others of the thread run meanwhile if `cooperative`.",
     wait_descriptor},
    {"end_descriptor_waits", "(fd, /)",
     "Before a descriptor is closed: those who wait for it get OSError.", close_waits},
    {"getcurrent", "()", "The running greenlet; in a callback the one that stands for the hub.",
     getcurrent},
    {"is_callback", "()", "Whether the hub itself has called what runs now.", is_callback},
    {"hub", "()", "What set_hub() was given in this thread; None.", hub},
    {"set_hub", "(greenlet, /)", "The greenlet that stands for this thread's hub; None for none.",
     set_hub},
    {"settrace", "(function, /)",
     "function(event, (origin, target)) is called after each switch; event is 'switch' or "
     "'throw'. None ends it. What it was is returned.",
     settrace},
    {"gettrace", "()", "What settrace() was given; None.", gettrace},
    {"alive", "()", "The main greenlet and those that the hub has started and that have not ended.",
     alive},
    {"ready_count", "()", "How many greenlets are ready to run.", ready_count},
    {"timer_count", "()", "How many timers and sleepers wait for their time.", timer_count},
    {"cancel", "(greenlet, /)", "A greenlet that was started and has not begun yet will not begin.",
     cancel_start},
    {"start", "(greenlet, /)",
     "Put a greenlet at the end of the ready queue: one that has not begun, or one that switched "
     "away.",
     start},
    {"call_soon", "(function, /, *args)",
     "Call function(*args) on a fiber of its own when its turn in the ready queue comes. If it "
     "switches to a greenlet it goes on next when that waits.",
     call_soon},
    {"call_at", "(when, function, /, *args)",
     "Call function(*args) on a fiber of its own when now() has reached `when`, in seconds.",
     call_at},
    {"now", "()", "The hub's clock in seconds; it never goes back.", now},
    {"sleep", "(seconds=0, ref=True)",
     "Let others run for so many seconds; with 0 those that are ready now. A hub without other "
     "timers is kept from ending in any case, whatever `ref` says.",
     sleep},
    {"pause", "()", "Wait until somebody resumes or switches to this greenlet.", pause},
    {"resume", "(greenlet, value=None, /)",
     "Put a greenlet that waits, in pause() or since it switched away, at the end of the ready "
     "queue: its wait gives the value. False: it does not wait.",
     resume},
    {"is_cooperative", "()", "Whether blocking calls of this thread let its other fibers run.",
     is_cooperative},
    {"set_cooperative", "(flag, /)",
     "Whether blocking calls of this thread let its other fibers run.", set_cooperative},
};

constexpr TypeSpec one_shot_spec = {
    .name = "Waiter",
    .module = "_fiber",
    .doc = "Something that happens once and that one fiber may wait for.",
    .instance_kind = Kind::OneShot,
    .instance_size = sizeof(OneShot),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = one_shot_methods,
    .attributes = one_shot_attributes,
};

constexpr TypeSpec handle_spec = {
    .name = "Handle",
    .module = "_fiber",
    .doc = "A call that the hub will make.",
    .instance_kind = Kind::Fiber,
    .instance_size = sizeof(Fiber),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = handle_methods,
    .attributes = handle_attributes,
};

}  // namespace

bool fill_fiber(Thread& thread, Module* module) {
  auto& state = module_state<FiberModuleState>(thread.isolate);
  if (state.handle_type == nullptr) {
    state.handle_type = make_builtin_type(thread, handle_spec, nullptr);
    if (state.handle_type == nullptr) return false;
  }
  Type* waiter_type = make_builtin_type(thread, one_shot_spec, nullptr);
  if (waiter_type == nullptr) return false;
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  if (!put_functions(thread, module, functions) ||
      !put_objects(thread, module,
                   {{"greenlet", thread.isolate.types.greenlet},
                    {"Waiter", waiter_type},
                    {"Handle", state.handle_type},
                    {"GreenletExit", exceptions.greenlet_exit},
                    {"error", exceptions.greenlet_error},
                    {"DeadlockError", exceptions.deadlock_error}})) {
    return false;
  }
  // Programs find these in the class too.
  Dict* in_class = thread.isolate.types.greenlet->dict;
  for (const std::string_view name :
       {"GreenletExit", "error", "getcurrent", "settrace", "gettrace"}) {
    Str* key = intern(thread, name);
    if (key == nullptr || !dict_set_str(thread, in_class, key, dict_get_str(module->dict, key))) {
      return false;
    }
  }
  return true;
}

}  // namespace weft
