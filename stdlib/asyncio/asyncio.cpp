// Module _asyncio: what the scripts of the package asyncio build on.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "stdlib/asyncio/event_loop.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"

namespace weft::asyncio {
namespace {

void trace_event_loop(Cell* cell, Marker& marker) {
  auto* loop = static_cast<EventLoop*>(cell);
  marker.mark(loop->ready);
  marker.mark(loop->timers);
  marker.mark(loop->current_task);
  marker.mark(loop->task_factory);
  marker.mark(loop->sleepers.first);
  marker.mark(loop->fired);
  trace_slots(loop, marker);
}

void trace_handle(Cell* cell, Marker& marker) {
  auto* handle = static_cast<LoopHandle*>(cell);
  marker.mark(handle->callback);
  marker.mark(handle->argument);
  marker.mark(handle->arguments);
  marker.mark(handle->context);
  marker.mark(handle->loop);
  marker.mark(handle->source_traceback);
  trace_slots(handle, marker);
}

void trace_future_fields(Future* future, Marker& marker) {
  marker.mark(future->loop);
  marker.mark(future->result);
  marker.mark(future->exception);
  marker.mark(future->traceback);
  marker.mark(future->cancel_message);
  marker.mark(future->own);
  marker.mark(future->told);
  marker.mark(future->first_callback);
  marker.mark(future->first_context);
  marker.mark(future->more_callbacks);
  marker.mark(future->source_traceback);
  trace_slots(future, marker);
}

void trace_future(Cell* cell, Marker& marker) {
  trace_future_fields(static_cast<Future*>(cell), marker);
}

void trace_task(Cell* cell, Marker& marker) {
  auto* task = static_cast<Task*>(cell);
  trace_future_fields(task, marker);
  marker.mark(task->coroutine);
  marker.mark(task->context);
  marker.mark(task->name);
  marker.mark(task->waits_for);
  marker.mark(task->step_exception);
  marker.mark(task->step_future);
}

void trace_future_iterator(Cell* cell, Marker& marker) {
  marker.mark(static_cast<FutureIterator*>(cell)->future);
}

void register_kinds(Heap& heap) {
  const auto add = [&](Kind kind, const char* name, void (*trace)(Cell*, Marker&)) {
    heap.register_kind(static_cast<uint8_t>(kind), {.name = name, .trace = trace});
  };
  add(Kind::EventLoop, "event loop", trace_event_loop);
  add(Kind::LoopHandle, "event loop handle", trace_handle);
  add(Kind::Future, "future", trace_future);
  add(Kind::Task, "task", trace_task);
  add(Kind::FutureIterator, "future iterator", trace_future_iterator);
}

// --- Functions of the module --------------------------------------------------------------------

Value get_running_loop(Thread& thread, Arguments) { return require_running_loop(thread); }

Value get_running_loop_or_none(Thread& thread, Arguments) {
  const Value loop = running_loop(thread);
  return loop.is_unset() ? Value::none() : loop;
}

Value set_running_loop(Thread& thread, Arguments arguments) {
  thread.event_loop = arguments[0].is_cell() ? arguments[0].as<Object>() : nullptr;
  return Value::none();
}

Value module_current_task(Thread& thread, Arguments arguments) {
  const Value loop = arguments[0].is_none() ? require_running_loop(thread) : arguments[0];
  return loop ? current_task(thread, loop) : loop;
}

Value module_create_task(Thread& thread, Arguments arguments) {
  const Value loop = require_running_loop(thread);
  if (!loop) return loop;
  if (is_event_loop(loop) && loop.as<EventLoop>()->is_plain &&
      loop.as<EventLoop>()->task_factory.is_none()) {
    Task* task = make_task(thread, loop, arguments[0], arguments[1], arguments[2]);
    return task == nullptr ? Value::error() : Value::cell(task);
  }
  Str* method_name = intern(thread, "create_task");
  if (method_name == nullptr) return Value::error();
  const Value method = get_attribute(thread, loop, method_name);
  if (!method) return method;
  Tuple* positional = make_tuple(thread, arguments.span().first(1));
  Dict* keywords = make_dict(thread);
  if (positional == nullptr || keywords == nullptr) return Value::error();
  constexpr std::string_view names[] = {"name", "context"};
  for (uint32_t i = 0; i < 2; ++i) {
    // Loops of older programs know of no context.
    if (i == 1 && arguments[i + 1].is_none()) continue;
    Str* key = intern(thread, names[i]);
    if (key == nullptr || !dict_set_str(thread, keywords, key, arguments[i + 1]))
      return Value::error();
  }
  return call_with_dict(thread, method, positional, keywords);
}

Value gather_function(Thread& thread, Arguments arguments) {
  const Truth returns_exceptions = truth(thread, arguments[1]);
  if (returns_exceptions == Truth::Error) return Value::error();
  return gather(thread, arguments[0].as<Tuple>(), returns_exceptions == Truth::True, arguments[2]);
}

// Those that are pending, of one loop.
Value tasks_of(Thread& thread, Arguments arguments) {
  const std::vector<Task*>& tasks = state_of(thread).tasks;
  // The room is made first: a collection would change the row.
  List* list = make_list(thread, tasks.size());
  if (list == nullptr) return Value::error();
  for (Task* task : tasks) {
    if (task->state != FutureState::Pending || task->loop != arguments[0]) continue;
    if (!list_append(thread, list, Value::cell(task))) return Value::error();
  }
  return Value::cell(list);
}

Value is_coroutine_function(Thread& thread, Arguments arguments) {
  return Value::boolean(is_coroutine(thread, arguments[0]));
}

Value is_future_function(Thread& thread, Arguments arguments) {
  if (is_future(arguments[0])) return Value::boolean(true);
  Str* name = intern(thread, "_asyncio_future_blocking");
  if (name == nullptr) return Value::error();
  if (type_lookup(thread, type_of(thread, arguments[0]), name).is_unset())
    return Value::boolean(false);
  const Value blocking = find_attribute(thread, arguments[0], name);
  return blocking ? Value::boolean(!blocking.is_unset() && !blocking.is_none()) : blocking;
}

// What the function yields goes to the loop: None gives way for a round.
Value make_sleep(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[0], Kind::Function))
    return raise_type_error(thread, "a generator function is expected");
  Code* code = arguments[0].as<Function>()->code;
  code->flags = (code->flags & ~uint32_t{IsGenerator}) | IsCoroutine | GivesWay;
  return arguments[0];
}

Value register_all_pending_tasks(Thread& thread, Arguments) {
  register_pending_tasks(thread, Value::none());
  return Value::none();
}

// Answers with yes only once for each.
Value may_have_lost(Thread& thread, Arguments) {
  State& state = state_of(thread);
  const bool grown = state.unseen_exceptions > state.unseen_before;
  state.unseen_before = state.unseen_exceptions;
  return Value::boolean(grown);
}

Value format_exception_function(Thread& thread, Arguments arguments) {
  if (!is_exception(arguments[0])) return raise_type_error(thread, "an exception is expected");
  return Value::cell(make_str(thread, format_exception(thread, arguments[0].as<Exception>())));
}
Value format_exception_only_function(Thread& thread, Arguments arguments) {
  if (!is_exception(arguments[0])) return raise_type_error(thread, "an exception is expected");
  return Value::cell(make_str(thread, format_exception_only(thread, arguments[0].as<Exception>())));
}

Value enter_task(Thread& thread, Arguments arguments) {
  const Value before = current_task(thread, arguments[0]);
  if (!before) return before;
  if (!before.is_none()) {
    Str* entered = repr(thread, arguments[1]);
    Str* running = entered == nullptr ? nullptr : repr(thread, before);
    if (running == nullptr) return Value::error();
    return raise_runtime_error(
        thread, text("Cannot enter into task ", entered->view(), " while another task ",
                     running->view(), " is being executed."));
  }
  return set_current_task(thread, arguments[0], arguments[1]) ? Value::none() : Value::error();
}

Value leave_task(Thread& thread, Arguments arguments) {
  const Value before = current_task(thread, arguments[0]);
  if (!before) return before;
  if (before != arguments[1]) {
    Str* left = repr(thread, arguments[1]);
    Str* running = left == nullptr ? nullptr : repr(thread, before);
    if (running == nullptr) return Value::error();
    return raise_runtime_error(
        thread, text("Leaving task ", left->view(), " does not match the current task ",
                     running->view(), "."));
  }
  return set_current_task(thread, arguments[0], Value::none()) ? Value::none() : Value::error();
}

Value connect(Thread& thread, Arguments arguments) {
  State& state = state_of(thread);
  state.cancelled_error = as_type(arguments[0]);
  state.invalid_state_error = as_type(arguments[1]);
  state.get_event_loop = arguments[2];
  state.show_future = arguments[3];
  state.show_handle = arguments[4];
  state.task_stack = arguments[5];
  state.print_task_stack = arguments[6];
  state.extract_stack = arguments[7];
  state.join_future = arguments[8];
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"get_running_loop", "(/)", "The event loop that runs in this thread.", get_running_loop},
    {"_get_running_loop", "(/)", "The event loop that runs in this thread, or None.",
     get_running_loop_or_none},
    {"_set_running_loop", "(loop, /)", "Make a loop, or None, the running loop of this thread.",
     set_running_loop},
    {"current_task", "(loop=None)", "The task whose step runs, or None.", module_current_task},
    {"create_task", "(coro, *, name=None, context=None)",
     "Run a coroutine as a task of the running loop.", module_create_task},
    {"gather", "(arguments, return_exceptions, ensure_future, /)",
     "The future of the results of a tuple of at least one awaitable; ensure_future(argument, "
     "loop) "
     "makes futures.",
     gather_function},
    {"tasks_of", "(loop, /)", "The pending tasks of a loop, as a list.", tasks_of},
    {"iscoroutine", "(obj)", "Whether it is a coroutine object.", is_coroutine_function},
    {"isfuture", "(obj)", "Whether it is a future.", is_future_function},
    {"make_sleep", "(function, /)",
     "Make of the generator function, there and then, a coroutine function whose yields go to the "
     "loop. For a delay of at most 0, its first argument, it has to yield None once and return the "
     "second.",
     make_sleep},
    {"waiting_tasks", "(loop, /)", "What each pending task of a loop waits for, as text.",
     waiting_tasks},
    {"register_pending_tasks", "(/)",
     "The program ends: has all tasks that are pending told of by their finalisers.",
     register_all_pending_tasks},
    {"may_have_lost", "(/)",
     "Whether there are new futures with an exception that nobody has looked at.", may_have_lost},
    {"enter_task", "(loop, task, /)", "The task becomes the current one of the loop.", enter_task},
    {"leave_task", "(loop, task, /)", "Undo enter_task().", leave_task},
    {"format_exception", "(exception, /)", "The text of an exception with its traceback.",
     format_exception_function},
    {"format_exception_only", "(exception, /)", "The text of an exception without traceback.",
     format_exception_only_function},
    {"connect",
     "(cancelled_error, invalid_state_error, get_event_loop, show_future, show_handle, task_stack, "
     "print_task_stack, extract_stack, join_future, /)",
     "Tell the module what the scripts define.", connect},
};

}  // namespace

void State::trace_roots(runtime::Marker& marker) {
  for (Type* type : {event_loop_type, handle_type, timer_handle_type, future_type, task_type,
                     gathering_type, future_iterator_type, cancelled_error, invalid_state_error})
    marker.mark(type);
  for (const Value value : {get_event_loop, show_future, show_handle, task_stack, print_task_stack,
                            extract_stack, join_future})
    marker.mark(value);
  marker.mark(foreign_current_tasks);
}

void State::after_marking(Heap& heap) {
  std::erase_if(tasks, [&](const Task* task) {
    return !heap.is_live(task) || task->state != FutureState::Pending;
  });
}

State& state_of(Thread& thread) { return module_state<State>(thread.isolate); }

bool make_types(Thread& thread, State& state) {
  if (state.event_loop_type != nullptr) return true;
  register_kinds(thread.isolate.heap);
  const auto make = [&](Type*& member, const TypeSpec& spec, Type* base) {
    member = make_builtin_type(thread, spec, base);
    // Futures register with the collector when they have something to tell.
    if (member != nullptr) member->has_finalizer = false;
    return member != nullptr;
  };
  return make(state.event_loop_type, event_loop_spec, nullptr) &&
         make(state.handle_type, handle_spec, nullptr) &&
         make(state.timer_handle_type, timer_handle_spec, state.handle_type) &&
         make(state.future_type, future_spec, nullptr) &&
         make(state.task_type, task_spec, state.future_type) &&
         make(state.gathering_type, gathering_spec, state.future_type) &&
         make(state.future_iterator_type, future_iterator_spec, nullptr);
}

}  // namespace weft::asyncio

namespace weft {

bool fill_asyncio(Thread& thread, Module* module) {
  using namespace asyncio;
  State& state = state_of(thread);
  if (!make_types(thread, state)) return false;
  return put_functions(thread, module, functions) &&
         put_objects(thread, module,
                     {{"EventLoop", state.event_loop_type},
                      {"Handle", state.handle_type},
                      {"TimerHandle", state.timer_handle_type},
                      {"Future", state.future_type},
                      {"Task", state.task_type}});
}

}  // namespace weft
