#include "stdlib/asyncio/event_loop.h"

#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/waiting.h"

namespace weft::asyncio {
namespace {

constexpr uint64_t FirstCapacity = 16;
// Cancelled timers are taken out of the heap when they are this many and more than half of it.
constexpr uint64_t ManyCancelledTimers = 100;
// What the loop's clock can tell apart: timers that are due within it run now.
constexpr double ClockResolution = 1e-9;
constexpr uint32_t RoundsBetweenSleepers = 32;

EventLoop* self_of(Value value) { return value.as<EventLoop>(); }
EventLoop* self_of(Arguments arguments) { return self_of(arguments[0]); }

ValueArray* make_array(Thread& thread, uint64_t capacity) {
  ValueArray* array =
      ValueArray::make(thread.isolate.heap, internal_header(Kind::ValueArray), capacity);
  if (array == nullptr) raise_out_of_memory(thread);
  return array;
}

// The fiber that waits for something to do goes on.
void end_sleep(EventLoop* loop) {
  if (!loop->sleepers.is_empty()) wake(loop->sleepers.first, Value::none());
}

// --- The ready queue ----------------------------------------------------------------------------

bool grow_ready(Thread& thread, EventLoop* loop) {
  const uint64_t capacity = loop->ready == nullptr ? FirstCapacity : loop->ready->capacity * 2;
  ValueArray* larger = make_array(thread, capacity);
  if (larger == nullptr) return false;
  for (uint64_t i = 0; i < loop->ready_count; ++i)
    store(larger, larger->values[i],
          loop->ready->values[(loop->head + i) & (loop->ready->capacity - 1)]);
  store(loop, loop->ready, larger);
  loop->head = 0;
  return true;
}

Value pop_ready(EventLoop* loop) {
  Value& place = loop->ready->values[loop->head];
  const Value entry = place;
  place = Value();
  loop->head = (loop->head + 1) & (loop->ready->capacity - 1);
  --loop->ready_count;
  return entry;
}

// --- Timers -------------------------------------------------------------------------------------
// A binary heap as the module heapq keeps it, step by step: it decides which of two timers of the
// same time runs first.

LoopHandle* timer_at(const EventLoop* loop, uint64_t place) {
  return loop->timers->values[place].as<LoopHandle>();
}

// Moves the entry at `place` towards the root until its parent is not later.
void rise(EventLoop* loop, uint64_t place) {
  const Value entry = loop->timers->values[place];
  const double when = entry.as<LoopHandle>()->when;
  while (place > 0) {
    const uint64_t parent = (place - 1) / 2;
    if (!(when < timer_at(loop, parent)->when)) break;
    store(loop->timers, loop->timers->values[place], loop->timers->values[parent]);
    place = parent;
  }
  store(loop->timers, loop->timers->values[place], entry);
}

// Moves the entry at `place` down to a leaf along the earlier children, and from there up again.
void sink(EventLoop* loop, uint64_t place) {
  const Value entry = loop->timers->values[place];
  for (uint64_t child = 2 * place + 1; child < loop->timer_count; child = 2 * place + 1) {
    if (child + 1 < loop->timer_count &&
        !(timer_at(loop, child)->when < timer_at(loop, child + 1)->when))
      ++child;
    store(loop->timers, loop->timers->values[place], loop->timers->values[child]);
    place = child;
  }
  store(loop->timers, loop->timers->values[place], entry);
  rise(loop, place);
}

bool push_timer(Thread& thread, EventLoop* loop, LoopHandle* handle) {
  if (loop->timers == nullptr || loop->timer_count == loop->timers->capacity) {
    ValueArray* larger =
        make_array(thread, loop->timers == nullptr ? FirstCapacity : loop->timers->capacity * 2);
    if (larger == nullptr) return false;
    for (uint64_t i = 0; i < loop->timer_count; ++i)
      store(larger, larger->values[i], loop->timers->values[i]);
    store(loop, loop->timers, larger);
  }
  store(loop->timers, loop->timers->values[loop->timer_count], Value::cell(handle));
  handle->is_scheduled = true;
  rise(loop, loop->timer_count++);
  end_sleep(loop);
  return true;
}

LoopHandle* pop_timer(EventLoop* loop) {
  LoopHandle* first = timer_at(loop, 0);
  const Value last = loop->timers->values[--loop->timer_count];
  loop->timers->values[loop->timer_count] = Value();
  if (loop->timer_count > 0) {
    store(loop->timers, loop->timers->values[0], last);
    sink(loop, 0);
  }
  first->is_scheduled = false;
  return first;
}

void drop_cancelled_timers(EventLoop* loop) {
  if (loop->cancelled_timers > ManyCancelledTimers &&
      loop->cancelled_timers * 2 > loop->timer_count) {
    uint64_t kept = 0;
    for (uint64_t i = 0; i < loop->timer_count; ++i) {
      LoopHandle* handle = timer_at(loop, i);
      if (handle->is_cancelled) {
        handle->is_scheduled = false;
      } else {
        store(loop->timers, loop->timers->values[kept++], Value::cell(handle));
      }
    }
    for (uint64_t i = kept; i < loop->timer_count; ++i) loop->timers->values[i] = Value();
    loop->timer_count = kept;
    for (uint64_t i = kept / 2; i-- > 0;) sink(loop, i);
    loop->cancelled_timers = 0;
  }
  while (loop->timer_count > 0 && timer_at(loop, 0)->is_cancelled) {
    --loop->cancelled_timers;
    pop_timer(loop);
  }
}

// --- Running ------------------------------------------------------------------------------------

// Runs an entry of the ready queue. False: an exception is pending that ends the loop.
bool run_entry(Thread& thread, EventLoop* loop, Value entry) {
  if (is_future(entry)) {
    auto* future = entry.as<Future>();
    if (!future->told.is_unset()) {
      auto* gathering = static_cast<Gathering*>(future->told.as<Future>());
      set(future, future->told, Value::unset());
      if (child_done(thread, gathering, future)) return true;
    } else if (run_task_step(thread, entry.as<Task>())) {
      return true;
    }
  } else {
    auto* handle = entry.as<LoopHandle>();
    if (handle->is_cancelled || run_handle(thread, handle)) return true;
  }
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  if (pending_is(thread, exceptions.system_exit) ||
      pending_is(thread, exceptions.keyboard_interrupt))
    return false;
  const Value exception = Value::cell(reinterpret_cast<Cell*>(take_pending(thread)));
  return static_cast<bool>(
      call_method(thread, Value::cell(loop), "_report_callback", {entry, exception}));
}

bool run_entry_timed(Thread& thread, EventLoop* loop, Value entry) {
  const double begun = clock_seconds(thread);
  if (!run_entry(thread, loop, entry)) return false;
  const double seconds = clock_seconds(thread) - begun;
  if (seconds < loop->slow_callback_seconds) return true;
  return static_cast<bool>(
      call_method(thread, Value::cell(loop), "_report_slow", {entry, make_float(thread, seconds)}));
}

bool make_due_timers_ready(Thread& thread, EventLoop* loop) {
  const double end = clock_seconds(thread) + ClockResolution;
  while (loop->timer_count > 0 && timer_at(loop, 0)->when < end) {
    if (!push_ready(thread, loop, Value::cell(pop_timer(loop)))) return false;
  }
  return true;
}

// One round: what is ready now, and not what becomes ready meanwhile.
bool run_round(Thread& thread, EventLoop* loop) {
  for (uint64_t left = loop->ready_count; left > 0 && loop->ready_count > 0; --left) {
    const Value entry = pop_ready(loop);
    const bool done =
        loop->is_debugging ? run_entry_timed(thread, loop, entry) : run_entry(thread, loop, entry);
    if (!done) return false;
  }
  return !thread.has_interrupts() || thread.isolate.machine.check_interrupts(thread);
}

// Whether other fibers of the thread want to run. Those that are ready do; those that sleep are
// looked for now and then.
bool others_wait(Thread& thread, EventLoop* loop) {
  const Hub& hub = *thread.hub;
  if (hub.first_ready != nullptr) return true;
  if (--loop->until_others != 0) return false;
  loop->until_others = RoundsBetweenSleepers;
  return hub.timers.size() != 0;
}

// Runs rounds, at least one, beginning with the timers that are due.
Value run_rounds(Thread& thread, Arguments arguments) {
  EventLoop* loop = self_of(arguments);
  for (;;) {
    if (loop->timer_count > 0 && !make_due_timers_ready(thread, loop)) return Value::error();
    if (!run_round(thread, loop)) return Value::error();
    if (loop->is_stopping) return Value::boolean(false);
    drop_cancelled_timers(loop);
    if (loop->ready_count == 0) break;
    if (loop->polls || others_wait(thread, loop)) return Value::small_int(0);
    if (thread.hub->outside_waits != 0) {
      if (!watch_fired_again(thread, loop)) return Value::error();
      poll_descriptors(thread);
    }
  }
  if (loop->timer_count == 0) return Value::none();
  const double seconds = timer_at(loop, 0)->when - clock_seconds(thread);
  return make_float(thread, seconds > 0 ? seconds : 0.0);
}

// --- The loop's methods -------------------------------------------------------------------------

Value loop_new(Thread& thread, Arguments arguments) {
  Type* type = as_type(arguments[0]);
  auto* loop = new_instance<EventLoop>(thread, type);
  if (loop == nullptr) return Value::error();
  loop->ready = nullptr;
  loop->head = 0;
  loop->ready_count = 0;
  loop->timers = nullptr;
  loop->timer_count = 0;
  loop->cancelled_timers = 0;
  loop->current_task = Value::none();
  loop->runner = nullptr;
  loop->task_factory = Value::none();
  loop->slow_callback_seconds = 0.1;
  loop->is_stopping = false;
  loop->is_closed = false;
  loop->is_debugging = false;
  loop->polls = false;
  loop->is_plain = true;
  loop->until_others = RoundsBetweenSleepers;
  loop->sleepers = {};
  loop->fired = nullptr;
  const Type* own = state_of(thread).event_loop_type;
  for (const std::string_view name : {"call_soon", "create_task", "create_future"}) {
    Str* key = intern(thread, name);
    if (key == nullptr) return Value::error();
    if (type_lookup(thread, type, key) != dict_get_str(own->dict, key)) loop->is_plain = false;
  }
  return Value::cell(loop);
}

bool check_open(Thread& thread, const EventLoop* loop) {
  if (!loop->is_closed) return true;
  raise_runtime_error(thread, "Event loop is closed");
  return false;
}

// What debug mode asks of a callback and of its caller. False: exception pending.
bool check_callback(Thread& thread, EventLoop* loop, Value callback, std::string_view method) {
  if (!loop->is_debugging) return true;
  if (loop->runner != nullptr && loop->runner != &thread) {
    raise_runtime_error(thread,
                        "Non-thread-safe operation invoked on an event loop other than the "
                        "current one");
    return false;
  }
  return static_cast<bool>(call_method(thread, Value::cell(loop), "_check_callback",
                                       {callback, Value::cell(make_str(thread, method))}));
}

Context* context_argument(Thread& thread, Value context) {
  if (is_context(context)) return context.as<Context>();
  if (context.is_none()) return copy_current_context(thread);
  raise_type_error(thread, text("context must be a contextvars.Context object, got ",
                                type_name(thread, context)));
  return nullptr;
}

Value loop_call_soon(Thread& thread, Arguments arguments) {
  EventLoop* loop = self_of(arguments);
  if (!check_open(thread, loop) || !check_callback(thread, loop, arguments[1], "call_soon"))
    return Value::error();
  Context* context = context_argument(thread, arguments[3]);
  if (context == nullptr) return Value::error();
  LoopHandle* handle = make_handle(thread, arguments[0], arguments[1], Value::unset(),
                                   arguments[2].as<Tuple>(), context);
  return handle != nullptr && push_ready(thread, loop, Value::cell(handle)) ? Value::cell(handle)
                                                                            : Value::error();
}

Value schedule(Thread& thread, EventLoop* loop, double when, Value callback, Tuple* values,
               Value context_given) {
  Context* context = context_argument(thread, context_given);
  if (context == nullptr) return Value::error();
  LoopHandle* handle =
      make_handle(thread, Value::cell(loop), callback, Value::unset(), values, context);
  if (handle == nullptr) return Value::error();
  handle->set_header(state_of(thread).timer_handle_type->root_shape->object_header);
  handle->is_timer = true;
  handle->when = when;
  return push_timer(thread, loop, handle) ? Value::cell(handle) : Value::error();
}

Value loop_call_later(Thread& thread, Arguments arguments) {
  EventLoop* loop = self_of(arguments);
  if (arguments[1].is_none()) return raise_type_error(thread, "delay must not be None");
  const std::optional<double> delay = to_double(thread, arguments[1]);
  if (!delay || !check_open(thread, loop) || !check_callback(thread, loop, arguments[2], "call_at"))
    return Value::error();
  return schedule(thread, loop, clock_seconds(thread) + *delay, arguments[2],
                  arguments[3].as<Tuple>(), arguments[4]);
}

Value loop_call_at(Thread& thread, Arguments arguments) {
  EventLoop* loop = self_of(arguments);
  if (arguments[1].is_none()) return raise_type_error(thread, "when cannot be None");
  const std::optional<double> when = to_double(thread, arguments[1]);
  if (!when || !check_open(thread, loop) || !check_callback(thread, loop, arguments[2], "call_at"))
    return Value::error();
  return schedule(thread, loop, *when, arguments[2], arguments[3].as<Tuple>(), arguments[4]);
}

Value loop_time(Thread& thread, Arguments) { return make_float(thread, clock_seconds(thread)); }

Value loop_create_future(Thread& thread, Arguments arguments) {
  auto* future = new_instance<Future>(thread, state_of(thread).future_type);
  if (future == nullptr) return Value::error();
  initialise_future(future, arguments[0]);
  return begin_future(thread, future, arguments[0]) ? Value::cell(future) : Value::error();
}

Value loop_create_task(Thread& thread, Arguments arguments) {
  EventLoop* loop = self_of(arguments);
  if (!check_open(thread, loop)) return Value::error();
  if (!loop->task_factory.is_none())
    return call_method(thread, arguments[0], "_create_task_by_factory",
                       {arguments[1], arguments[2], arguments[3]});
  Task* task = make_task(thread, arguments[0], arguments[1], arguments[2], arguments[3]);
  return task == nullptr ? Value::error() : Value::cell(task);
}

Value get_task_factory(Thread&, Value self) { return self_of(self)->task_factory; }
bool set_task_factory(Thread&, Value self, Value value) {
  set(self_of(self), self_of(self)->task_factory, value.is_unset() ? Value::none() : value);
  return true;
}

Value loop_stop(Thread&, Arguments arguments) {
  self_of(arguments)->is_stopping = true;
  end_sleep(self_of(arguments));
  return Value::none();
}
Value loop_is_running(Thread&, Arguments arguments) {
  return Value::boolean(self_of(arguments)->runner != nullptr);
}
Value loop_is_closed(Thread&, Arguments arguments) {
  return Value::boolean(self_of(arguments)->is_closed);
}
Value loop_get_debug(Thread&, Arguments arguments) {
  return Value::boolean(self_of(arguments)->is_debugging);
}
Value loop_set_debug(Thread& thread, Arguments arguments) {
  const Truth enabled = truth(thread, arguments[1]);
  if (enabled == Truth::Error) return Value::error();
  self_of(arguments)->is_debugging = enabled == Truth::True;
  return Value::none();
}

// The loop begins to run in this thread, or ends to.
Value loop_begin(Thread& thread, Arguments arguments) {
  EventLoop* loop = self_of(arguments);
  if (loop->runner != nullptr)
    return raise_runtime_error(thread, "This event loop is already running");
  if (thread.event_loop != nullptr)
    return raise_runtime_error(thread, "Cannot run the event loop while another loop is running");
  loop->runner = &thread;
  thread.hub->cooperative = true;
  thread.event_loop = loop;
  return Value::none();
}
Value loop_end(Thread& thread, Arguments arguments) {
  EventLoop* loop = self_of(arguments);
  loop->runner = nullptr;
  loop->is_stopping = false;
  if (thread.event_loop == loop) thread.event_loop = nullptr;
  register_pending_tasks(thread, arguments[0]);
  return Value::none();
}
Value loop_release(Thread&, Arguments arguments) {
  EventLoop* loop = self_of(arguments);
  loop->is_closed = true;
  loop->ready = nullptr;
  loop->ready_count = 0;
  loop->head = 0;
  loop->timers = nullptr;
  loop->timer_count = 0;
  loop->cancelled_timers = 0;
  return Value::none();
}
Value loop_set_polls(Thread& thread, Arguments arguments) {
  const Truth enabled = truth(thread, arguments[1]);
  if (enabled == Truth::Error) return Value::error();
  self_of(arguments)->polls = enabled == Truth::True;
  return Value::none();
}
// Waits for something to become ready, or for a number of seconds; other fibers run meanwhile.
Value loop_wait(Thread& thread, Arguments arguments) {
  EventLoop* loop = self_of(arguments);
  ParkOptions options;
  options.waiting_for = loop;
  if (!watch_fired_again(thread, loop)) return Value::error();
  if (!deadline_after(thread, arguments[1], options.deadline)) return Value::error();
  const bool is_busy = loop->ready_count > 0 || loop->is_stopping;
  if (is_busy || (options.deadline && *options.deadline <= waiting_clock(thread)))
    return yield_to_others(thread);
  return make_waiter(thread, loop->sleepers, loop) == nullptr ? Value::error()
                                                              : park(thread, options);
}

Value get_slow_callback_duration(Thread& thread, Value self) {
  return make_float(thread, self_of(self)->slow_callback_seconds);
}
bool set_slow_callback_duration(Thread& thread, Value self, Value value) {
  const std::optional<double> seconds =
      value.is_unset() ? std::optional(0.1) : to_double(thread, value);
  if (seconds) self_of(self)->slow_callback_seconds = *seconds;
  return seconds.has_value();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an event loop.", loop_new},
    {"call_soon", "(self, callback, *args, context=None)",
     "Call the callback in the next round. Returns a handle.", loop_call_soon},
    {"call_later", "(self, delay, callback, *args, context=None)",
     "Call the callback after a number of seconds. Returns a handle.", loop_call_later},
    {"call_at", "(self, when, callback, *args, context=None)",
     "Call the callback at a time of the loop's clock. Returns a handle.", loop_call_at},
    {"time", "(self, /)", "The time of the loop's clock, in seconds.", loop_time},
    {"create_future", "(self, /)", "A new future of this loop.", loop_create_future},
    {"create_task", "(self, coro, *, name=None, context=None)", "Run a coroutine as a task.",
     loop_create_task},
    {"stop", "(self, /)", "Let the loop stop at the end of its round.", loop_stop},
    {"is_running", "(self, /)", "Whether the loop is running.", loop_is_running},
    {"is_closed", "(self, /)", "Whether the loop was closed.", loop_is_closed},
    {"get_debug", "(self, /)", "Whether debug mode is on.", loop_get_debug},
    {"set_debug", "(self, enabled)", "Switch debug mode on or off.", loop_set_debug},
    {"_run_rounds", "(self, /)",
     "Run what is ready until the loop has to wait. The seconds to wait, None for ever, False when "
     "it was stopped.",
     run_rounds},
    {"_begin", "(self, /)", "Make this the running loop of the thread.", loop_begin},
    {"_end", "(self, /)", "Undo _begin().", loop_end},
    {"_release", "(self, /)", "Close the loop and drop all handles.", loop_release},
    {"_set_polls", "(self, enabled, /)", "Whether _run_rounds() returns after every round.",
     loop_set_polls},
    {"_wait", "(self, timeout, /)",
     "Let other fibers run until something is ready here, or for a number of seconds; None: for "
     "ever.",
     loop_wait},
};
constexpr MethodTable more_methods[] = {descriptor_methods};
constexpr NativeAttribute attributes[] = {
    {"_task_factory", "What makes the loop's tasks; None: Task does.", get_task_factory,
     set_task_factory, AttributeForm::Member},
    {"slow_callback_duration", "Debug mode reports callbacks that take this many seconds.",
     get_slow_callback_duration, set_slow_callback_duration, AttributeForm::Member},
};

}  // namespace

bool push_ready(Thread& thread, EventLoop* loop, Value entry) {
  if (loop->ready == nullptr || loop->ready_count == loop->ready->capacity) [[unlikely]] {
    if (!grow_ready(thread, loop)) return false;
  }
  const uint64_t place = (loop->head + loop->ready_count) & (loop->ready->capacity - 1);
  store(loop->ready, loop->ready->values[place], entry);
  ++loop->ready_count;
  end_sleep(loop);
  return true;
}

bool call_soon(Thread& thread, Value loop, Value callback, Value argument, Context* context) {
  if (is_event_loop(loop) && loop.as<EventLoop>()->is_plain) {
    auto* own = loop.as<EventLoop>();
    if (!check_open(thread, own) || !check_callback(thread, own, callback, "call_soon"))
      return false;
    if (context == nullptr) context = copy_current_context(thread);
    if (context == nullptr) return false;
    LoopHandle* handle =
        make_handle(thread, loop, callback, argument, thread.isolate.empty_tuple, context);
    return handle != nullptr && push_ready(thread, own, Value::cell(handle));
  }
  if (context == nullptr) context = copy_current_context(thread);
  Str* method_name = intern(thread, "call_soon");
  Str* keyword = intern(thread, "context");
  if (context == nullptr || method_name == nullptr || keyword == nullptr) return false;
  const Value name = Value::cell(keyword);
  Tuple* names = make_tuple(thread, std::span<const Value>(&name, 1));
  const Value method = get_attribute(thread, loop, method_name);
  if (names == nullptr || !method) return false;
  const Value all[] = {callback, argument, Value::cell(context)};
  const Value without[] = {callback, Value::cell(context)};
  return static_cast<bool>(argument.is_unset() ? call_with_keywords(thread, method, without, names)
                                               : call_with_keywords(thread, method, all, names));
}

Value require_running_loop(Thread& thread) {
  const Value loop = running_loop(thread);
  return loop.is_unset() ? raise_runtime_error(thread, "no running event loop") : loop;
}

double clock_seconds(const Thread& thread) {
  return static_cast<double>(waiting_clock(thread)) * 1e-9;
}

const TypeSpec event_loop_spec = {
    .name = "EventLoop",
    .module = "_asyncio",
    .doc = "What is ready and what waits for its time: the inner part of an event loop.",
    .instance_kind = Kind::EventLoop,
    .instance_size = sizeof(EventLoop) + sizeof(Cell*),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = methods,
    .attributes = attributes,
    .more_methods = more_methods,
};

}  // namespace weft::asyncio
