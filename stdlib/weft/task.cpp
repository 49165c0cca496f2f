#include "stdlib/weft/task.h"

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/channel.h"
#include "interpreter/objects/context.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/greenlet.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/timeouts.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/fibers.h"
#include "interpreter/vm/imports.h"
#include "interpreter/vm/reports.h"
#include "stdlib/module_state.h"

namespace weft {

namespace {

struct TaskState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(task_type); }
  Type* task_type = nullptr;
};

Fiber* self_of(Arguments arguments) { return arguments[0].as<Fiber>(); }

// The name of what a task runs; null when it has none.
Str* name_of_function(Value function) {
  if (is_kind(function, Kind::BoundMethod)) function = function.as<BoundMethod>()->function;
  if (is_kind(function, Kind::Function)) return function.as<Function>()->name;
  if (is_kind(function, Kind::NativeFunction)) return function.as<NativeFunction>()->name;
  if (is_kind(function, Kind::Type)) return function.as<Type>()->name;
  return nullptr;
}

Exception* make_cancelled(Thread& thread) {
  return make_exception(thread, thread.isolate.exceptions.cancelled, "the task was cancelled");
}

bool is_cancelled(Thread& thread, const Fiber* task) {
  return task->failure != nullptr &&
         is_subtype(task->failure->type(), thread.isolate.exceptions.cancelled);
}

// --- The outcome

// What a finished task came to: its value, or its failure raised.
Value outcome(Thread& thread, Fiber* task) {
  if (task->failure == nullptr) return task->result.is_unset() ? Value::none() : task->result;
  task->is_failure_seen = true;
  raise(thread, task->failure);
  return Value::error();
}

// The same with the failure as a value; None without one.
Value failure_of(Thread&, Fiber* task) {
  if (task->failure == nullptr) return Value::none();
  task->is_failure_seen = true;
  return Value::cell(task->failure);
}

template <Value (*give)(Thread&, Fiber*)>
Value after_wait(Thread& thread, Fiber* fiber, Value finished) {
  if (finished.is_true()) return give(thread, static_cast<Fiber*>(fiber->on_resume_of));
  return raise(thread, thread.isolate.exceptions.timeout_error, "timed out");
}

using OnResume = Value (*)(Thread& thread, Fiber* fiber, Value value);

// Waits for the end of a task; then true, false when the time is up.
Value wait_for(Thread& thread, Fiber* task, Value timeout, OnResume on_resume) {
  if (task == thread.fiber) {
    return raise(thread, thread.isolate.exceptions.deadlock_error,
                 "deadlock: the task would wait for its own end");
  }
  ParkOptions options;
  if (!deadline_after(thread, timeout, options.deadline) ||
      make_waiter(thread, task->joiners, task) == nullptr) {
    return Value::error();
  }
  options.timeout_result = Value::boolean(false);
  options.waiting_for = task;
  options.on_resume = on_resume;
  options.on_resume_of = task;
  return park(thread, options);
}

Value task_join(Thread& thread, Arguments arguments) {
  Fiber* task = self_of(arguments);
  if (is_finished(task)) return Value::boolean(true);
  return wait_for(thread, task, arguments[1], nullptr);
}

Value task_result(Thread& thread, Arguments arguments) {
  Fiber* task = self_of(arguments);
  if (is_finished(task)) return outcome(thread, task);
  return wait_for(thread, task, arguments[1], after_wait<outcome>);
}

Value task_exception(Thread& thread, Arguments arguments) {
  Fiber* task = self_of(arguments);
  if (is_finished(task)) return failure_of(thread, task);
  return wait_for(thread, task, arguments[1], after_wait<failure_of>);
}

// How async code waits is written in script.
Value task_await(Thread& thread, Arguments arguments) {
  const Value module = import_module(thread, "weft");
  if (!module) return module;
  return call_method(thread, module, "_await_task", {arguments[0]});
}

Value task_done(Thread&, Arguments arguments) {
  return Value::boolean(is_finished(self_of(arguments)));
}

Value task_cancelled(Thread& thread, Arguments arguments) {
  return Value::boolean(is_cancelled(thread, self_of(arguments)));
}

Value task_cancel(Thread& thread, Arguments arguments) {
  const bool done = cancel_task(thread, self_of(arguments));
  if (thread.pending != nullptr) return Value::error();
  return Value::boolean(done);
}

std::string_view state_text(Thread& thread, const Fiber* task) {
  if (is_cancelled(thread, task)) return "cancelled";
  if (is_finished(task)) return task->failure == nullptr ? "finished" : "failed";
  if (task == thread.fiber) return "running";
  return task->has_begun ? "waiting" : "pending";
}

Value task_repr(Thread& thread, Arguments arguments) {
  const Fiber* task = self_of(arguments);
  return Value::cell(make_str(
      thread, text("<Task ", task->name == nullptr ? std::string_view("?") : task->name->view(),
                   " ", state_text(thread, task), " at ", address_text(task), ">")));
}

Value get_value(Thread&, Value self) {
  const Fiber* task = self.as<Fiber>();
  return task->result.is_unset() ? Value::none() : task->result;
}

Value get_name(Thread&, Value self) {
  Str* name = self.as<Fiber>()->name;
  return name == nullptr ? Value::none() : Value::cell(name);
}

bool set_name(Thread& thread, Value self, Value value) {
  if (value.is_unset() || !is_str(value)) {
    raise_type_error(thread, "the name of a task is a str");
    return false;
  }
  auto* task = self.as<Fiber>();
  store(task, task->name, as_str(value));
  return true;
}

constexpr NativeMethod methods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", task_repr},
    {"__await__", "(self, /)", "Wait for the task in async code; gives its result.", task_await},
    {"join", "(self, /, timeout=None)",
     "Wait until the task has ended, at most `timeout` seconds; whether it has.", task_join},
    {"result", "(self, /, timeout=None)",
     "Wait for the task and return its value, or raise what it failed with; TimeoutError after "
     "`timeout` seconds.",
     task_result},
    {"exception", "(self, /, timeout=None)",
     "Wait for the task and return what it failed with, or None; TimeoutError after `timeout` "
     "seconds.",
     task_exception},
    {"cancel", "(self, /)",
     "Raise Cancelled where the task waits; one that has not begun ends without running. False: "
     "it has ended already.",
     task_cancel},
    {"cancelled", "(self, /)", "Whether the task ended by Cancelled.", task_cancelled},
    {"done", "(self, /)", "Whether the task has ended.", task_done},
};
constexpr NativeAttribute attributes[] = {
    {"value", "What it returned; None before the end and when it failed.", get_value, nullptr},
    {"name", "For people: at first the name of its function.", get_name, set_name},
};

constexpr TypeSpec task_spec = {
    .name = "Task",
    .module = "weft",
    .doc = "A function that runs beside others; made by spawn().",
    .instance_kind = Kind::Fiber,
    .instance_size = sizeof(Fiber),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

// --- Waiting for many

// on_resume_of: the list of all tasks; wait_data: whether failures are raised.
Value joined(Thread& thread, Fiber* fiber, Value) {
  auto* tasks = static_cast<List*>(fiber->on_resume_of);
  const bool raises = fiber->wait_data.is_true();
  List* ended = make_list(thread);
  if (ended == nullptr) return Value::error();
  for (uint64_t i = 0; i < tasks->count; ++i) {
    auto* task = tasks->items->values[i].as<Fiber>();
    if (!is_finished(task)) continue;
    if (raises && task->failure != nullptr) return outcome(thread, task);
    if (!list_append(thread, ended, Value::cell(task))) return Value::error();
  }
  return Value::cell(ended);
}

}  // namespace

Type* task_type(Thread& thread) {
  auto& state = module_state<TaskState>(thread.isolate);
  if (state.task_type == nullptr) state.task_type = make_builtin_type(thread, task_spec, nullptr);
  return state.task_type;
}

bool is_finished(const Fiber* fiber) { return fiber->state == FiberState::Finished; }

Fiber* make_task(Thread& thread, std::string_view caller, std::span<const Value> values,
                 Tuple* keyword_names) {
  const size_t named = keyword_names == nullptr ? 0 : keyword_names->count;
  if (values.size() == named) {
    raise_type_error(thread, text(caller, "() missing 1 required positional argument: 'function'"));
    return nullptr;
  }
  if (!is_callable(thread, values[0])) {
    raise_type_error(thread, text(caller, "() needs something to call, not '",
                                  type_name(thread, values[0]), "'"));
    return nullptr;
  }
  Type* type = task_type(thread);
  Fiber* task = type == nullptr ? nullptr : make_fiber(thread, type);
  if (task == nullptr || !set_fiber_arguments(thread, task, values.subspan(1), keyword_names))
    return nullptr;
  store(task, task->run, values[0]);
  store(task, task->name, name_of_function(values[0]));
  task->is_task = true;
  Context* context = copy_current_context(thread);
  if (context == nullptr) return nullptr;
  store(task, task->context, static_cast<Object*>(context));
  note_spawn_place(task, thread.frame);
  thread.hub->cooperative = true;
  return task;
}

bool cancel_task(Thread& thread, Fiber* task) {
  if (is_finished(task)) return false;
  Exception* reason = make_cancelled(thread);
  if (reason == nullptr) return false;
  if (task->state == FiberState::Created) {
    cancel_before_begin(task, reason);
  } else if (task == thread.fiber) {
    raise(thread, reason);
  } else if (task->state == FiberState::Running) {
    raise_runtime_error(thread, "the task is running in another thread");
    return false;
  } else {
    resume_with_exception(task, reason);
  }
  return true;
}

Value join_all(Thread& thread, List* tasks, std::optional<int64_t> deadline, bool raises) {
  Fiber* self = thread.fiber;
  store(self, self->on_resume_of, static_cast<Object*>(tasks));
  self->wait_data = Value::boolean(raises);
  int64_t missing = 0;
  Fiber* first = nullptr;
  for (uint64_t i = 0; i < tasks->count; ++i) {
    auto* task = tasks->items->values[i].as<Fiber>();
    if (task == self) {
      return raise(thread, thread.isolate.exceptions.deadlock_error,
                   "deadlock: the task would wait for its own end");
    }
    if (!is_finished(task)) {
      if (first == nullptr) first = task;
      ++missing;
    } else if (raises && task->failure != nullptr) {
      return outcome(thread, task);
    }
  }
  if (first == nullptr) return joined(thread, self, Value::boolean(true));
  const Value state[] = {Value::small_int(missing), Value::boolean(raises)};
  List* counter = make_list(thread, state);
  if (counter == nullptr) return Value::error();
  for (uint64_t i = 0; i < tasks->count; ++i) {
    auto* task = tasks->items->values[i].as<Fiber>();
    if (is_finished(task)) continue;
    if (make_waiter(thread, task->joiners, task, Value::cell(counter)) == nullptr) {
      end_wait(self);
      return Value::error();
    }
  }
  ParkOptions options;
  options.deadline = deadline;
  options.timeout_result = Value::boolean(false);
  options.waiting_for = first;
  options.on_resume = joined;
  options.on_resume_of = tasks;
  options.wait_data = Value::boolean(raises);
  return park(thread, options);
}

}  // namespace weft
