// Task: a coroutine that the loop runs, step by step, each step up to its next await of something
// that is not there yet.
#include <algorithm>
#include <optional>

#include "interpreter/objects/code.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generator.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/lost_failures.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "stdlib/asyncio/event_loop.h"

namespace weft::asyncio {
namespace {

Task* self_of(Value value) { return value.as<Task>(); }
Task* self_of(Arguments arguments) { return self_of(arguments[0]); }

std::string shown(Thread& thread, Value value) {
  Str* text = repr(thread, value);
  if (text != nullptr) return std::string(text->view());
  thread.pending = nullptr;
  return std::string(type_name(thread, value));
}

void initialise_task(Task* task) {
  initialise_future(task, Value::none());
  task->coroutine = Value::none();
  task->context = nullptr;
  task->name = nullptr;
  task->number = 0;
  task->waits_for = Value::none();
  task->step_exception = nullptr;
  task->step_future = nullptr;
  task->cancel_requests = 0;
}

Value task_new(Thread& thread, Arguments arguments) {
  auto* task = new_instance<Task>(thread, as_type(arguments[0]));
  if (task == nullptr) return Value::error();
  initialise_task(task);
  return Value::cell(task);
}

// Puts the task into the ready queue for its next step.
bool schedule_step(Thread& thread, Task* task) {
  if (is_event_loop(task->loop) && task->loop.as<EventLoop>()->is_plain) {
    auto* loop = task->loop.as<EventLoop>();
    if (loop->is_closed) {
      raise_runtime_error(thread, "Event loop is closed");
      return false;
    }
    return push_ready(thread, loop, Value::cell(task));
  }
  Str* name = intern(thread, "_step");
  if (name == nullptr) return false;
  const Value step = get_attribute(thread, Value::cell(task), name);
  return step && call_soon(thread, task->loop, step, Value::unset(), task->context);
}

void note_task(Thread& thread, Task* task) {
  State& state = state_of(thread);
  if (state.tasks.size() >= state.tasks_looked_through) {
    std::erase_if(state.tasks,
                  [](const Task* known) { return known->state != FutureState::Pending; });
    state.tasks_looked_through = std::max<size_t>(64, 2 * state.tasks.size());
  }
  state.tasks.push_back(task);
}

// What both ways of making a task do. False: exception pending.
bool begin_task(Thread& thread, Task* task, Value coroutine, Value loop, Value name,
                Value context) {
  if (!is_coroutine(thread, coroutine)) {
    task->logs_destruction = false;
    raise_type_error(thread, text("a coroutine was expected, got ", shown(thread, coroutine)));
    return false;
  }
  if (!begin_future(thread, task, loop)) return false;
  if (name.is_none()) {
    task->number = ++state_of(thread).task_counter;
  } else {
    Str* given = is_str(name) ? as_str(name) : str(thread, name);
    if (given == nullptr) return false;
    store(task, task->name, given);
  }
  Context* own = is_context(context) ? context.as<Context>() : copy_current_context(thread);
  if (own == nullptr) return false;
  store(task, task->context, own);
  set(task, task->coroutine, coroutine);
  if (!schedule_step(thread, task)) return false;
  note_task(thread, task);
  return true;
}

Value task_init(Thread& thread, Arguments arguments) {
  return begin_task(thread, self_of(arguments), arguments[1], arguments[2], arguments[3],
                    arguments[4])
             ? Value::none()
             : Value::error();
}

// --- Steps --------------------------------------------------------------------------------------

struct StepResult {
  Value value;  // yielded or returned; error with an exception pending
  bool returned;
};

// Resumes the coroutine with None or with `exception`.
StepResult resume(Thread& thread, Task* task, Exception* exception) {
  const Value coroutine = task->coroutine;
  if (is_kind(coroutine, Kind::Coroutine) || is_kind(coroutine, Kind::Generator)) {
    auto* generator = coroutine.as<Generator>();
    if (generator->state == GeneratorState::Finished) {
      if (is_kind(coroutine, Kind::Coroutine))
        return {raise_runtime_error(thread, "cannot reuse already awaited coroutine"), false};
      if (exception != nullptr) {
        thread.pending = exception;
        return {Value::error(), false};
      }
      return {Value::none(), true};
    }
    const Value value =
        thread.isolate.machine.resume_generator(thread, generator, Value::none(), exception);
    return {value, value && !generator->yielded};
  }
  const Value value = exception != nullptr
                          ? call_method(thread, coroutine, "throw", {Value::cell(exception)})
                          : call_method(thread, coroutine, "send", {Value::none()});
  if (value || !pending_is(thread, thread.isolate.exceptions.stop_iteration)) return {value, false};
  return {stop_iteration_value(take_pending(thread)), true};
}

// The next step raises RuntimeError in the coroutine.
bool fail_step(Thread& thread, Task* task, std::string_view message) {
  Exception* error = make_exception(thread, thread.isolate.exceptions.runtime_error, message);
  if (error == nullptr) return false;
  store(task, task->step_exception, error);
  return schedule_step(thread, task);
}

// The coroutine returned.
bool finish_task(Thread& thread, Task* task, Value value) {
  if (!task->must_cancel) return set_future_result(thread, task, value);
  // cancel() came with its last step.
  task->must_cancel = false;
  return cancel_future(thread, task, task->cancel_message).has_value();
}

// The coroutine raised the pending exception. False: it ends the loop.
bool fail_task(Thread& thread, Task* task) {
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  Exception* exception = take_pending(thread);
  if (is_subtype(exception->type(), state_of(thread).cancelled_error)) {
    set(task, task->own, Value::cell(exception));
    return cancel_future(thread, task, task->cancel_message).has_value();
  }
  if (!set_future_exception(thread, task, Value::cell(exception))) return false;
  if (!is_subtype(exception->type(), exceptions.keyboard_interrupt) &&
      !is_subtype(exception->type(), exceptions.system_exit))
    return true;
  thread.pending = exception;
  return false;
}

// A task that is to be cancelled passes it on to what it has begun to wait for.
bool cancel_awaited(Thread& thread, Task* task) {
  if (!task->must_cancel) return true;
  const std::optional<bool> done = cancel_any(thread, task->waits_for, task->cancel_message);
  if (!done) return false;
  if (*done) task->must_cancel = false;
  return true;
}

// The coroutine awaits a future of ours.
bool wait_for_future(Thread& thread, Task* task, Future* future) {
  const auto mine = [&] { return shown(thread, Value::cell(task)); };
  if (future->loop != task->loop) {
    return fail_step(thread, task,
                     text("Task ", mine(), " got Future ", shown(thread, Value::cell(future)),
                          " attached to a different loop"));
  }
  if (!future->is_blocking) {
    return fail_step(thread, task,
                     text("yield was used instead of yield from in task ", mine(), " with ",
                          shown(thread, Value::cell(future))));
  }
  if (future == task) return fail_step(thread, task, text("Task cannot await on itself: ", mine()));
  future->is_blocking = false;
  set(task, task->waits_for, Value::cell(future));
  return add_future_callback(thread, future, Value::cell(task), Value::unset()) &&
         cancel_awaited(thread, task);
}

// The coroutine awaits something else that says it is a future.
bool wait_for_foreign_future(Thread& thread, Task* task, Value awaited, Str* blocking_name,
                             bool is_blocking) {
  const auto mine = [&] { return shown(thread, Value::cell(task)); };
  const Value loop = call_method(thread, awaited, "get_loop", {});
  if (!loop) return false;
  if (loop != task->loop) {
    return fail_step(thread, task,
                     text("Task ", mine(), " got Future ", shown(thread, awaited),
                          " attached to a different loop"));
  }
  if (!is_blocking) {
    return fail_step(thread, task,
                     text("yield was used instead of yield from in task ", mine(), " with ",
                          shown(thread, awaited)));
  }
  Str* wake_name = intern(thread, "_wakeup");
  Str* add_name = intern(thread, "add_done_callback");
  Str* context_name = intern(thread, "context");
  if (wake_name == nullptr || add_name == nullptr || context_name == nullptr ||
      !set_attribute(thread, awaited, blocking_name, Value::boolean(false)))
    return false;
  const Value wake = get_attribute(thread, Value::cell(task), wake_name);
  const Value add = get_attribute(thread, awaited, add_name);
  const Value name = Value::cell(context_name);
  Tuple* names = make_tuple(thread, std::span<const Value>(&name, 1));
  if (!wake || !add || names == nullptr) return false;
  set(task, task->waits_for, awaited);
  const Value values[] = {wake, Value::cell(task->context)};
  return call_with_keywords(thread, add, values, names) && cancel_awaited(thread, task);
}

// The coroutine yielded: decides what wakes it.
bool wait_for(Thread& thread, Task* task, Value awaited) {
  if (awaited.is_none()) return schedule_step(thread, task);
  if (is_future(awaited)) return wait_for_future(thread, task, awaited.as<Future>());
  Str* name = intern(thread, "_asyncio_future_blocking");
  if (name == nullptr) return false;
  const Value blocking = find_attribute(thread, awaited, name);
  if (!blocking) return false;
  if (!blocking.is_unset() && !blocking.is_none()) {
    const Truth truth = weft::truth(thread, blocking);
    return truth != Truth::Error &&
           wait_for_foreign_future(thread, task, awaited, name, truth == Truth::True);
  }
  if (is_kind(awaited, Kind::Generator)) {
    return fail_step(thread, task,
                     text("yield was used instead of yield from for generator in task ",
                          shown(thread, Value::cell(task)), " with ", shown(thread, awaited)));
  }
  return fail_step(thread, task, text("Task got bad yield: ", shown(thread, awaited)));
}

// One step, in the task's context.
bool step(Thread& thread, Task* task, Exception* exception) {
  if (task->state != FutureState::Pending) {
    const Value given = exception == nullptr ? Value::none() : Value::cell(exception);
    static_cast<void>(raise_invalid_state(
        thread, text("_step(): already done: ", shown(thread, Value::cell(task)), " ",
                     shown(thread, given))));
    return false;
  }
  if (task->must_cancel) {
    if (exception == nullptr || !is_subtype(exception->type(), state_of(thread).cancelled_error)) {
      exception = make_cancelled_error(thread, task);
      if (exception == nullptr) return false;
    }
    task->must_cancel = false;
  }
  set(task, task->waits_for, Value::none());
  const bool is_ours = is_event_loop(task->loop);
  const Value before =
      is_ours ? task->loop.as<EventLoop>()->current_task : current_task(thread, task->loop);
  if (!before) return false;
  if (!before.is_none()) {
    raise_runtime_error(thread,
                        text("Cannot enter into task ", shown(thread, Value::cell(task)),
                             " while another task ", shown(thread, before), " is being executed."));
    return false;
  }
  if (is_ours) {
    set(task->loop.as<EventLoop>(), task->loop.as<EventLoop>()->current_task, Value::cell(task));
  } else if (!set_current_task(thread, task->loop, Value::cell(task))) {
    return false;
  }
  const StepResult result = resume(thread, task, exception);
  const bool done = !result.value     ? fail_task(thread, task)
                    : result.returned ? finish_task(thread, task, result.value)
                                      : wait_for(thread, task, result.value);
  if (is_ours) {
    set(task->loop.as<EventLoop>(), task->loop.as<EventLoop>()->current_task, Value::none());
    return done;
  }
  Exception* pending = thread.pending;
  thread.pending = nullptr;
  if (!set_current_task(thread, task->loop, Value::none())) return false;
  thread.pending = pending;
  return done;
}

// --- Methods ------------------------------------------------------------------------------------

Value task_step(Thread& thread, Arguments arguments) {
  return run_task_step(thread, self_of(arguments)) ? Value::none() : Value::error();
}

// The callback of futures that are not ours.
Value task_wakeup(Thread& thread, Arguments arguments) {
  Task* self = self_of(arguments);
  const Value result = call_method(thread, arguments[1], "result", {});
  if (!result) store(self, self->step_exception, take_pending(thread));
  return task_step(thread, arguments);
}

Value task_cancel(Thread& thread, Arguments arguments) {
  const std::optional<bool> done = cancel_task(thread, self_of(arguments), arguments[1]);
  return done ? Value::boolean(*done) : Value::error();
}
Value task_uncancel(Thread& thread, Arguments arguments) {
  Task* self = self_of(arguments);
  if (self->cancel_requests > 0) --self->cancel_requests;
  return make_int(thread, self->cancel_requests);
}
Value task_cancelling(Thread& thread, Arguments arguments) {
  return make_int(thread, self_of(arguments)->cancel_requests);
}
Value task_get_coro(Thread&, Arguments arguments) { return self_of(arguments)->coroutine; }
Value task_get_name(Thread& thread, Arguments arguments) {
  Task* self = self_of(arguments);
  if (self->name == nullptr) {
    Str* name = make_str(thread, text("Task-", self->number));
    if (name == nullptr) return Value::error();
    store(self, self->name, name);
  }
  return Value::cell(self->name);
}
Value task_set_name(Thread& thread, Arguments arguments) {
  Str* name = is_str(arguments[1]) ? as_str(arguments[1]) : str(thread, arguments[1]);
  if (name == nullptr) return Value::error();
  store(self_of(arguments), self_of(arguments)->name, name);
  return Value::none();
}
Value task_set_result(Thread& thread, Arguments) {
  return raise_runtime_error(thread, "Task does not support set_result operation");
}
Value task_set_exception(Thread& thread, Arguments) {
  return raise_runtime_error(thread, "Task does not support set_exception operation");
}
Value task_get_stack(Thread& thread, Arguments arguments) {
  return call(thread, state_of(thread).task_stack, {arguments[0], arguments[1]});
}
Value task_print_stack(Thread& thread, Arguments arguments) {
  return call(thread, state_of(thread).print_task_stack,
              {arguments[0], arguments[1], arguments[2]});
}

Value get_coroutine(Thread&, Value self) { return self_of(self)->coroutine; }
Value get_waits_for(Thread&, Value self) { return self_of(self)->waits_for; }
Value get_must_cancel(Thread&, Value self) { return Value::boolean(self_of(self)->must_cancel); }
Value get_context(Thread&, Value self) {
  return self_of(self)->context == nullptr ? Value::none() : Value::cell(self_of(self)->context);
}
Value get_log_destroy_pending(Thread&, Value self) {
  return Value::boolean(self_of(self)->logs_destruction);
}
bool set_log_destroy_pending(Thread& thread, Value self, Value value) {
  const Truth logs = value.is_unset() ? Truth::False : truth(thread, value);
  self_of(self)->logs_destruction = logs == Truth::True;
  return logs != Truth::Error;
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a task.", task_new},
    {"__init__", "(self, coro, *, loop=None, name=None, context=None)",
     "A coroutine that the loop runs.", task_init},
    {"set_result", "(self, result, /)", "Tasks have the result of their coroutine.",
     task_set_result},
    {"set_exception", "(self, exception, /)", "Tasks have the exception of their coroutine.",
     task_set_exception},
    {"cancel", "(self, /, msg=None)",
     "Raise CancelledError in the coroutine. False when the task is done already.", task_cancel},
    {"uncancel", "(self, /)", "Take one request to cancel back; how many are left.", task_uncancel},
    {"cancelling", "(self, /)", "How many requests to cancel there are.", task_cancelling},
    {"get_coro", "(self, /)", "The coroutine.", task_get_coro},
    {"get_name", "(self, /)", "The task's name.", task_get_name},
    {"set_name", "(self, value, /)", "Name the task.", task_set_name},
    {"get_stack", "(self, /, *, limit=None)", "The frames of the coroutine.", task_get_stack},
    {"print_stack", "(self, /, *, limit=None, file=None)", "Print where the coroutine stands.",
     task_print_stack},
    {"_step", "(self, /)", "Run the coroutine to its next wait.", task_step},
    {"_wakeup", "(self, future, /)", "Run the next step: the future is done.", task_wakeup},
};
constexpr NativeAttribute attributes[] = {
    {"_coro", "The coroutine.", get_coroutine, nullptr},
    {"_fut_waiter", "The future it waits for, or None.", get_waits_for, nullptr},
    {"_must_cancel", "Whether the next step raises CancelledError.", get_must_cancel, nullptr},
    {"_context", "The context its steps run in.", get_context, nullptr},
    {"_log_destroy_pending", "Whether a pending task that dies is reported.",
     get_log_destroy_pending, set_log_destroy_pending},
};

}  // namespace

bool is_coroutine(Thread& thread, Value value) {
  if (is_kind(value, Kind::Coroutine) || is_kind(value, Kind::Generator)) return true;
  // Written by hand: it has all a coroutine has.
  for (const std::string_view name : {"send", "throw", "close", "__await__"}) {
    Str* key = intern(thread, name);
    if (key == nullptr) {
      thread.pending = nullptr;
      return false;
    }
    if (type_lookup(thread, type_of(thread, value), key).is_unset()) return false;
  }
  return true;
}

Task* make_task(Thread& thread, Value loop, Value coroutine, Value name, Value context) {
  auto* task = new_instance<Task>(thread, state_of(thread).task_type);
  if (task == nullptr) return nullptr;
  initialise_task(task);
  return begin_task(thread, task, coroutine, loop, name, context) ? task : nullptr;
}

bool run_task_step(Thread& thread, Task* task) {
  Exception* exception = task->step_exception;
  if (Future* future = task->step_future) {
    store(task, task->step_future, static_cast<Future*>(nullptr));
    // The await takes the result itself; what is raised goes there by a throw.
    if (future->state == FutureState::Cancelled || !future->exception.is_unset()) {
      static_cast<void>(future_result(thread, future));
      exception = take_pending(thread);
    }
  }
  store(task, task->step_exception, static_cast<Exception*>(nullptr));
  // A loop that is none of ours runs the step as a callback in its context.
  if (thread.context == task->context) return step(thread, task, exception);
  Object* before = nullptr;
  if (!enter_context(thread, task->context, before)) return false;
  const bool done = step(thread, task, exception);
  leave_context(thread, task->context, before);
  return done;
}

bool wake_task(Thread& thread, Task* task, Future* future) {
  store(task, task->step_future, future);
  return schedule_step(thread, task);
}

std::optional<bool> cancel_task(Thread& thread, Task* task, Value message) {
  note_seen(thread, task);
  if (task->state != FutureState::Pending) return false;
  ++task->cancel_requests;
  if (!task->waits_for.is_none()) {
    const std::optional<bool> done = cancel_any(thread, task->waits_for, message);
    if (!done || *done) return done;
  }
  task->must_cancel = true;
  set(task, task->cancel_message, message);
  return true;
}

std::optional<bool> cancel_any(Thread& thread, Value awaited, Value message) {
  if (is_exactly(awaited, Kind::Task)) return cancel_task(thread, awaited.as<Task>(), message);
  if (is_exactly(awaited, Kind::Future))
    return cancel_future(thread, awaited.as<Future>(), message);
  Str* method_name = intern(thread, "cancel");
  Str* keyword = intern(thread, "msg");
  if (method_name == nullptr || keyword == nullptr) return std::nullopt;
  const Value name = Value::cell(keyword);
  Tuple* names = make_tuple(thread, std::span<const Value>(&name, 1));
  const Value method = get_attribute(thread, awaited, method_name);
  if (names == nullptr || !method) return std::nullopt;
  const Value answer =
      call_with_keywords(thread, method, std::span<const Value>(&message, 1), names);
  if (!answer) return std::nullopt;
  const Truth truth = weft::truth(thread, answer);
  if (truth == Truth::Error) return std::nullopt;
  return truth == Truth::True;
}

Value current_task(Thread& thread, Value loop) {
  if (is_event_loop(loop)) return loop.as<EventLoop>()->current_task;
  Dict* tasks = state_of(thread).foreign_current_tasks;
  if (tasks == nullptr) return Value::none();
  const Value task = dict_get(thread, tasks, loop);
  return task.is_unset() ? Value::none() : task;
}

bool set_current_task(Thread& thread, Value loop, Value task) {
  if (is_event_loop(loop)) {
    set(loop.as<EventLoop>(), loop.as<EventLoop>()->current_task, task);
    return true;
  }
  State& state = state_of(thread);
  if (state.foreign_current_tasks == nullptr) state.foreign_current_tasks = make_dict(thread);
  if (state.foreign_current_tasks == nullptr) return false;
  return task.is_none() ? static_cast<bool>(dict_remove(thread, state.foreign_current_tasks, loop))
                        : dict_set(thread, state.foreign_current_tasks, loop, task);
}

namespace {

std::string shown_name(const Task* task) {
  return task->name != nullptr ? std::string(task->name->view()) : text("Task-", task->number);
}

std::string shown_wait(const Task* task) {
  if (task->waits_for.is_none()) {
    const bool runs = is_kind(task->coroutine, Kind::Coroutine) &&
                      state_of(task->coroutine.as<Generator>()) == GeneratorState::Running;
    return runs ? "runs" : "waits for its turn";
  }
  if (is_task(task->waits_for)) {
    return text("waits for task ", shown_name(task->waits_for.as<Task>()));
  }
  const bool is_gathering =
      is_future(task->waits_for) && task->waits_for.as<Future>()->is_gathering;
  return is_gathering ? "waits for gather()" : "waits for a future";
}

// Where it waits outside of the library; empty for coroutines that are no script's.
std::string waiting_place(Thread& thread, Value coroutine) {
  if (!is_kind(coroutine, Kind::Coroutine)) return {};
  const auto* generator = coroutine.as<Generator>();
  if (generator->state != GeneratorState::Suspended) return {};
  generator = generator->other_end;
  while (is_library(generator->code) && generator->state == GeneratorState::Linked) {
    generator = generator_of(generator->frame.caller);
  }
  // A wait that is to be tried again stands at its instruction, others behind it.
  const bool runs_again = generator->delegation == Delegation::Iterator;
  return place_text(thread, generator->code,
                    generator->frame.offset_of(generator->frame.pc) + (runs_again ? 1 : 0));
}

}  // namespace

void register_pending_tasks(Thread& thread, Value loop) {
  for (Task* task : state_of(thread).tasks) {
    if ((task->loop != loop && !loop.is_none()) || task->state != FutureState::Pending ||
        task->is_registered)
      continue;
    task->is_registered = true;
    thread.isolate.heap.set_finalizable(task);
  }
}

Value waiting_tasks(Thread& thread, Arguments arguments) {
  std::string report;
  for (const Task* task : state_of(thread).tasks) {
    if (task->loop != arguments[0] || task->state != FutureState::Pending) continue;
    report += text("asyncio task ", shown_name(task), " ", shown_wait(task), "\n");
    report += waiting_place(thread, task->coroutine);
  }
  return Value::cell(make_str(thread, report));
}

const TypeSpec task_spec = {
    .name = "Task",
    .module = "_asyncio",
    .doc = "A coroutine that an event loop runs.",
    .instance_kind = Kind::Task,
    .instance_size = sizeof(Task) + sizeof(Cell*),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft::asyncio
