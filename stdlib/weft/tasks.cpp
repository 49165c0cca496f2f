// Tasks: functions that run beside one another on one thread.
#include "interpreter/objects/address_text.h"
#include "interpreter/objects/context.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/frame.h"
#include "interpreter/objects/greenlet.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/imports.h"
#include "interpreter/vm/waiting.h"
#include "runtime/heap/rooted.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"
#include "stdlib/weft/weft.h"

namespace weft {

namespace {

struct TaskState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(task_type); }
  Type* task_type = nullptr;
};

Fiber* self_of(Arguments arguments) { return arguments[0].as<Fiber>(); }
bool is_finished(const Fiber* task) { return task->state == FiberState::Finished; }

// --- Task ---------------------------------------------------------------------------------------

// What a finished task came to: its value, or its failure raised.
Value outcome(Thread& thread, Fiber* task) {
  if (task->failure == nullptr) return task->result.is_unset() ? Value::none() : task->result;
  raise(thread, task->failure);
  return Value::error();
}

Value raise_timeout(Thread& thread) {
  raise(thread, make_exception(thread, thread.isolate.exceptions.timeout_error, "timed out"));
  return Value::error();
}

Value result_after_wait(Thread& thread, Fiber* fiber, Value finished) {
  auto* task = static_cast<Fiber*>(fiber->on_resume_of);
  fiber->on_resume_of = nullptr;
  return finished.is_true() ? outcome(thread, task) : raise_timeout(thread);
}

// Waits for the end of a task; then true, false when the time is up.
Value join(Thread& thread, Fiber* task, Value timeout, Value (*on_resume)(Thread&, Fiber*, Value)) {
  if (task == thread.fiber) return raise_runtime_error(thread, "a task cannot join itself");
  ParkOptions options;
  options.timeout_result = Value::boolean(false);
  options.waiting_for = task;
  options.on_resume = on_resume;
  if (!deadline_after(thread, timeout, options.deadline) ||
      make_waiter(thread, task->joiners, task) == nullptr) {
    return Value::error();
  }
  store(thread.fiber, thread.fiber->on_resume_of, static_cast<Object*>(task));
  return park(thread, options);
}

Value task_join(Thread& thread, Arguments arguments) {
  Fiber* task = self_of(arguments);
  if (is_finished(task)) return Value::boolean(true);
  return join(thread, task, arguments[1], nullptr);
}

Value task_result(Thread& thread, Arguments arguments) {
  Fiber* task = self_of(arguments);
  if (is_finished(task)) return outcome(thread, task);
  return join(thread, task, arguments[1], result_after_wait);
}

Value task_done(Thread&, Arguments arguments) {
  return Value::boolean(is_finished(self_of(arguments)));
}

// For coroutines of an asyncio loop.
Value task_await(Thread& thread, Arguments arguments) {
  const Value module = import_module(thread, "asyncio.fibers");
  return module ? call_method(thread, module, "await_fiber", {arguments[0]}) : module;
}

Value task_repr(Thread& thread, Arguments arguments) {
  const Fiber* task = self_of(arguments);
  std::string_view state = "pending";
  if (is_finished(task)) {
    state = task->failure == nullptr ? "finished" : "failed";
  } else if (task == thread.fiber) {
    state = "running";
  } else if (task->has_begun) {
    state = "waiting";
  }
  return Value::cell(
      make_str(thread, text("<Task ", state, " at ", address_text(arguments[0]), ">")));
}

Value get_value(Thread&, Value self) {
  const Fiber* task = self.as<Fiber>();
  return task->result.is_unset() ? Value::none() : task->result;
}

constexpr NativeMethod task_methods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", task_repr},
    {"__await__", "(self, /)", "Return an iterator that waits for the result.", task_await},
    {"join", "(self, /, timeout=None)",
     "Wait until the task has ended, at most `timeout` seconds; whether it has.", task_join},
    {"result", "(self, /, timeout=None)",
     "Wait for the task and return its value, or raise what it failed with; TimeoutError after "
     "`timeout` seconds.",
     task_result},
    {"done", "(self, /)", "Whether the task has ended.", task_done},
};
constexpr NativeAttribute task_attributes[] = {
    {"value", "What it returned; None before the end and when it failed.", get_value, nullptr},
};

constexpr TypeSpec task_spec = {
    .name = "Task",
    .module = "weft",
    .doc = "A function that runs beside others; made by spawn().",
    .instance_kind = Kind::Fiber,
    .instance_size = sizeof(Fiber),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = task_methods,
    .attributes = task_attributes,
};

Type* task_type(Thread& thread) {
  auto& state = module_state<TaskState>(thread.isolate);
  if (state.task_type == nullptr) state.task_type = make_builtin_type(thread, task_spec, nullptr);
  return state.task_type;
}

// --- Functions ----------------------------------------------------------------------------------

Value spawn(Thread& thread, std::span<const Value> values, Tuple* keyword_names) {
  const size_t named = keyword_names == nullptr ? 0 : keyword_names->count;
  if (values.size() == named) {
    return raise_type_error(thread, "spawn() missing 1 required positional argument: 'function'");
  }
  if (!is_callable(thread, values[0])) {
    return raise_type_error(
        thread, text("spawn() needs something to call, not '", type_name(thread, values[0]), "'"));
  }
  Type* type = task_type(thread);
  Fiber* task = type == nullptr ? nullptr : make_fiber(thread, type);
  if (task == nullptr) return Value::error();
  if (!set_fiber_arguments(thread, task, values.subspan(1), keyword_names)) return Value::error();
  store(task, task->run, values[0]);
  Context* context = copy_current_context(thread);
  if (context == nullptr) return Value::error();
  store(task, task->context, static_cast<Object*>(context));
  if (thread.frame != nullptr) {
    store(task, task->spawned_code, thread.frame->code);
    task->spawned_offset = thread.frame->offset_of(thread.frame->pc);
  }
  thread.hub->cooperative = true;
  schedule(task);
  return Value::cell(task);
}

constexpr NativeMethod builtin_functions[] = {
    {"spawn", "(function, /, *args, **kwargs)",
     "Run function(*args, **kwargs) beside the caller; returns its Task.", nullptr, spawn},
};

Value sleep(Thread& thread, Arguments arguments) {
  const std::optional<double> seconds = to_double(thread, arguments[0]);
  if (!seconds) return Value::error();
  thread.hub->cooperative = true;
  if (*seconds <= 0) return yield_to_others(thread);
  ParkOptions options;
  if (!deadline_after(thread, arguments[0], options.deadline)) return Value::error();
  return park(thread, options);
}

constexpr NativeMethod functions[] = {
    {"sleep", "(seconds, /)",
     "Let others run for so many seconds; with 0 those that are ready now.", sleep},
};

}  // namespace

std::span<const NativeMethod> task_functions() { return builtin_functions; }

bool fill_weft(Thread& thread, Module* module) {
  const Value module_name = dict_get_str(module->dict, thread.isolate.names.__name__);
  Type* type = task_type(thread);
  Str* key = intern(thread, "Task");
  return type != nullptr && key != nullptr &&
         dict_set_str(thread, module->dict, key, Value::cell(type)) &&
         add_native_functions(thread, module->dict, module_name, functions) &&
         add_native_functions(thread, module->dict, module_name, builtin_functions);
}

}  // namespace weft
