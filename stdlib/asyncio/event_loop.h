// The objects of asyncio that have to be fast: event loop, handles, futures, tasks. Module
// _asyncio; the scripts beside this file build the package on it.
//
// The loop is a queue of what is ready and a heap of what waits for its time. An entry of the queue
// is a LoopHandle (a callback with arguments and context), a pending Task, whose next step it is,
// or a future that is done and child of a gather(). Callbacks run in exactly the order in which
// they became ready, and what becomes ready while a round of callbacks runs belongs to the next
// round; timers become ready between rounds. Programs depend on this order, for they print from
// their callbacks.
//
// `run_rounds` runs rounds until there is nothing to do but wait; waiting is the script's business
// (base_events.py). A task's coroutine is resumed by the loop directly: no handle, no method call.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "interpreter/objects/context.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/native.h"

namespace weft::asyncio {

struct Task;

struct EventLoop : Object {
  using Object::Object;
  // The ready queue, a ring: entries [head, head + ready_count) modulo its capacity, a power of
  // two. Null while nothing was ever ready.
  ValueArray* ready;
  uint64_t head;
  uint64_t ready_count;
  // LoopHandles as a binary heap, earliest first. Null while there never was one.
  ValueArray* timers;
  uint64_t timer_count;
  uint64_t cancelled_timers;  // of those in the heap
  Value current_task;         // the one whose step runs; None if none
  const Thread* runner;       // whose loop it is while it runs; null while it does not
  Value task_factory;         // None if none
  double slow_callback_seconds;
  bool is_stopping;
  bool is_closed;
  bool is_debugging;
  bool polls;             // between two rounds the script looks for events
  bool is_plain;          // call_soon and create_task are those of this file
  uint32_t until_others;  // rounds until fibers that sleep get a chance though the loop is busy
  WaitQueue sleepers;     // the fiber that waits until something is ready; at most one
  List* fired;            // descriptors to be watched again: descriptor * 4 + direction; null: none
  // Attribute slots follow.
};

struct LoopHandle : Object {
  using Object::Object;
  Value callback;
  Value argument;  // the only one; unset: `arguments` are all
  Tuple* arguments;
  Context* context;
  Value loop;
  Value source_traceback;  // None but in debug mode
  double when;             // timers: seconds of the loop's clock
  bool is_timer;
  bool is_scheduled;  // lies in the heap
  bool is_cancelled;
  bool is_repeated;  // of a descriptor: it is called as long as that is ready
};

enum class FutureState : uint8_t { Pending, Cancelled, Finished };

struct Future : Object {
  using Object::Object;
  Value loop;
  Value result;          // unset until there is one
  Value exception;       // unset until there is one
  Traceback* traceback;  // of the exception when it was set: each result() begins from it
  Value cancel_message;  // None if none
  // Tasks: the CancelledError that ended it, until it is raised on. Gatherings: the children.
  Value own;
  Value told;  // the gathering that hears of its end when its turn comes; unset if none
  // The first callback with its context; more of them in pairs in the list. Unset: none. Without a
  // context it is the Task that awaits this future, or the Gathering whose child it is.
  Value first_callback;
  Value first_context;
  List* more_callbacks;
  Value source_traceback;  // None but in debug mode
  FutureState state;
  bool is_blocking;       // was yielded by an await, and the task has not taken it up yet
  bool logs_traceback;    // has an exception that nobody looked at
  bool is_registered;     // the collector tells us when it dies
  bool logs_destruction;  // tasks: a pending one that dies is reported
  bool must_cancel;       // tasks: the next step raises CancelledError
  bool is_gathering;      // is a Gathering
  // Futures: attribute slots follow.
};

// What gather() returns.
struct Gathering : Future {
  using Future::Future;
  uint64_t left;  // children that are not done
  bool returns_exceptions;
  bool cancel_requested;
  // Attribute slots follow.
};

struct Task : Future {
  using Future::Future;
  Value coroutine;
  Context* context;
  Str* name;        // null: "Task-" and the number
  uint64_t number;  // of tasks without a name
  Value waits_for;  // the future it awaits; None if none
  // What its scheduled step begins with: an exception to raise, or a future that is done and whose
  // result it takes.
  Exception* step_exception;
  Future* step_future;
  int64_t cancel_requests;
  // Attribute slots follow.
};

// Iterates over the result of the future, which it yields while that is pending.
struct FutureIterator : NativeAwaiter {
  using NativeAwaiter::NativeAwaiter;
  Future* future;  // null when it has ended
};

// What the module keeps per isolate.
struct State final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override;
  void after_marking(Heap& heap) override;

  Type* event_loop_type = nullptr;
  Type* handle_type = nullptr;
  Type* timer_handle_type = nullptr;
  Type* future_type = nullptr;
  Type* task_type = nullptr;
  Type* gathering_type = nullptr;
  Type* future_iterator_type = nullptr;
  // Given by the scripts: see connect().
  Type* cancelled_error = nullptr;
  Type* invalid_state_error = nullptr;
  Value get_event_loop;
  Value show_future;
  Value show_handle;
  Value task_stack;
  Value print_task_stack;
  Value extract_stack;
  Value join_future;
  // Loops that are no EventLoop -> their current tasks. Null until there is one.
  Dict* foreign_current_tasks = nullptr;
  // Tasks that may be pending; held weakly. Those that are done leave when it is looked through.
  std::vector<Task*> tasks;
  size_t tasks_looked_through = 64;  // size at which it is looked through next
  uint64_t task_counter = 0;
  // Futures with an exception nobody looked at: now, and at the last collection for their sake.
  uint64_t unseen_exceptions = 0;
  uint64_t unseen_before = 0;
};
State& state_of(Thread& thread);

inline bool is_event_loop(Value value) { return is_kind(value, Kind::EventLoop); }
inline bool is_task(Value value) { return is_kind(value, Kind::Task); }
// Futures and tasks.
inline bool is_future(Value value) { return is_kind(value, Kind::Future) || is_task(value); }

[[nodiscard]] bool make_types(Thread& thread, State& state);

// --- event_loop.cpp
// The loop that runs in this thread; unset if none.
inline Value running_loop(const Thread& thread) {
  return thread.event_loop == nullptr ? Value::unset() : Value::cell(thread.event_loop);
}
// The same with RuntimeError pending when there is none.
[[nodiscard]] Value require_running_loop(Thread& thread);
[[nodiscard]] bool push_ready(Thread& thread, EventLoop* loop, Value entry);
// loop.call_soon(callback, argument, context=context); `argument` may be unset.
[[nodiscard]] bool call_soon(Thread& thread, Value loop, Value callback, Value argument,
                             Context* context);
// The seconds of the loop's clock, which is that of the isolate.
double clock_seconds(const Thread& thread);

// --- descriptors.cpp
// Descriptors whose callbacks have been made ready are watched again. False: exception pending.
[[nodiscard]] bool watch_fired_again(Thread& thread, EventLoop* loop);
std::span<const NativeMethod> descriptor_methods();

// --- handle.cpp
// Without a context the callback is a Gathering and the argument its child.
[[nodiscard]] LoopHandle* make_handle(Thread& thread, Value loop, Value callback, Value argument,
                                      Tuple* arguments, Context* context);
// Puts it into the ready queue of its loop.
[[nodiscard]] bool push_handle(Thread& thread, LoopHandle* handle);
// Calls the callback in its context; the result or error.
[[nodiscard]] Value run_handle(Thread& thread, LoopHandle* handle);

// --- future.cpp
void initialise_future(Future* future, Value loop);
// `self.__init__` of both classes: finds the loop when none is given. False: exception pending.
[[nodiscard]] bool begin_future(Thread& thread, Future* future, Value loop);
[[nodiscard]] bool set_future_result(Thread& thread, Future* future, Value result);
[[nodiscard]] bool set_future_exception(Thread& thread, Future* future, Value exception);
// Whether it was pending. Nullopt: exception pending.
[[nodiscard]] std::optional<bool> cancel_future(Thread& thread, Future* future, Value message);
// Somebody looked at the exception it may have.
void note_seen(Thread& thread, Future* future);
[[nodiscard]] bool add_future_callback(Thread& thread, Future* future, Value callback,
                                       Value context);
// As result(): raises what there is to raise.
[[nodiscard]] Value future_result(Thread& thread, Future* future);
// The CancelledError of a cancelled future or of a task to be cancelled; null: exception pending.
[[nodiscard]] Exception* make_cancelled_error(Thread& thread, Future* future);
[[nodiscard]] Value raise_invalid_state(Thread& thread, std::string_view message);
extern const TypeSpec future_spec;
extern const TypeSpec future_iterator_spec;

// --- task.cpp
[[nodiscard]] Task* make_task(Thread& thread, Value loop, Value coroutine, Value name,
                              Value context);
// One step of the task, as its fields say. False: an exception is pending that ends the loop, or
// is none of the coroutine's.
[[nodiscard]] bool run_task_step(Thread& thread, Task* task);
// The awaited future is done: the task's next step takes its result.
[[nodiscard]] bool wake_task(Thread& thread, Task* task, Future* future);
[[nodiscard]] std::optional<bool> cancel_task(Thread& thread, Task* task, Value message);
[[nodiscard]] bool is_coroutine(Thread& thread, Value value);
// awaited.cancel(msg=message)
[[nodiscard]] std::optional<bool> cancel_any(Thread& thread, Value awaited, Value message);
// What the loop's current task is; None if none.
[[nodiscard]] Value current_task(Thread& thread, Value loop);
// `task` None: there is none. False: exception pending.
[[nodiscard]] bool set_current_task(Thread& thread, Value loop, Value task);
// For reports: what each pending task of a loop waits for and where, as text; runs no script code.
[[nodiscard]] Value waiting_tasks(Thread& thread, Arguments arguments);
// Pending tasks of the loop, None for all loops', are reported from now on when they die.
void register_pending_tasks(Thread& thread, Value loop);
extern const TypeSpec task_spec;

// --- gather.cpp
// `ensure_future` is called for arguments that are neither futures nor coroutines.
[[nodiscard]] Value gather(Thread& thread, Tuple* arguments, bool returns_exceptions,
                           Value ensure_future);
// The callback of its children. False: exception pending.
[[nodiscard]] bool child_done(Thread& thread, Gathering* gathering, Future* child);
[[nodiscard]] std::optional<bool> cancel_gathering(Thread& thread, Gathering* gathering,
                                                   Value message);
extern const TypeSpec gathering_spec;

// --- event_loop.cpp, handle.cpp
extern const TypeSpec event_loop_spec;
extern const TypeSpec handle_spec;
extern const TypeSpec timer_handle_spec;

// store() for the Values of these objects' own fields that may be set again.
template <class Owner>
inline void set(Owner* owner, Value& field, Value value) {
  store(owner, field, value);
}

}  // namespace weft::asyncio
