// The hub of a thread: which of its fibers runs next, and how fibers wait and are woken.
//
// Waiting is one mechanism. A native function that has to wait makes a Waiter in the queue of what
// it waits for (if there is such a queue) and ends in `return park(thread, …)`: the running fiber
// is to be left, which whoever called the function does (interpreter/vm/fibers.h). The wait ends
// once, by whatever comes first: wake(), the deadline, an exception thrown in from outside. It
// gives the result of the native function; what remains to be done then goes into
// ParkOptions::on_resume.
//
// Ready fibers run first come, first served. All is used under the GIL only; what another thread
// does to a hub is push a fiber and end the wait the hub may be in.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

#include "interpreter/objects/fiber.h"
#include "runtime/io/poller.h"
#include "runtime/schedule/timers.h"

namespace weft {

struct DescriptorWaits;

struct HubCounters {
  uint64_t switches = 0;         // fibers gone on with
  uint64_t native_switches = 0;  // of them, by changing the native stack
  uint64_t started = 0;          // scheduled fibers so far
  uint64_t alive = 0;            // of them, those that have not finished
  uint64_t pinned = 0;           // fibers waiting below native functions now
};

struct Hub {
  explicit Hub(Thread& owner);

  Thread& thread;
  // Blocking calls (time.sleep, Lock.acquire) let other fibers of the thread run: set by the first
  // use of spawn, by asyncio, and by monkey patching.
  bool cooperative = false;
  // In the system: a fiber made ready has to end the wait.
  std::atomic<bool> is_waiting{false};
  // Counts the fibers gone on with, for those who watch from another thread.
  std::atomic<uint64_t> turns{0};
  Fiber* alone = nullptr;  // while it waits: the only one that may go on; null: any
  // Runs the handlers of signals while nobody else can (vm/signals.h); null for none. When it has
  // ended, `interrupted` goes on waiting alone unless it is null.
  Fiber* signal_server = nullptr;
  Fiber* interrupted = nullptr;
  // A deadlock is told on stderr before DeadlockError is raised; off where a library tells it in
  // its own way.
  bool reports_deadlocks = true;
  // What a watchdog asks to be told of; 0: nothing (vm/reports.h).
  uint32_t stall_milliseconds = 0;
  uint32_t deadlocks = 0;  // told so far; of the main thread

  Fiber* first_ready = nullptr;
  Fiber* last_ready = nullptr;
  // Fibers that have to be kept alive: those that are scheduled and have not finished, and whatever
  // else is ready. In no order.
  std::vector<Fiber*> alive;
  runtime::Timers timers;
  // What this thread waits in, and is woken by; opened by the first wait. See descriptor_waits.h.
  runtime::Poller poller;
  std::vector<DescriptorWaits*> descriptor_waits;  // by number; null where nobody waited yet
  uint32_t outside_waits = 0;                      // waiters and watchers in them
  uint32_t until_look = 1;  // switches until timers and descriptors are looked at though fibers are
                            // ready
  uint32_t switches_between_looks = 1;
  int64_t last_look = 0;  // at descriptors; of the real clock
  // Base loops that nobody uses at the moment (interpreter/vm/fibers.h).
  std::vector<runtime::NativeStack*> idle_stacks;
  // The thread's own stack while its main fiber runs in base loops; null while that is on it.
  runtime::NativeStack* main_stack = nullptr;
  HubCounters counters;

  // What scripts know this hub as, gevent's; getcurrent() gives it in callbacks. Null for none.
  Object* face = nullptr;
  // Is called after each switch with what happened and (origin, target); unset for none.
  Value trace_function = Value::unset();
  Fiber* trace_origin = nullptr;  // who was left last; only while there is a trace function

  void push_ready(Fiber* fiber);
  void push_ready_first(Fiber* fiber);
  void remove_ready(Fiber* fiber);
  Fiber* pop_ready();  // null when there is none
  void keep(Fiber* fiber);
  void release(Fiber* fiber);
  // Readies what is due at `now`.
  void run_timers(int64_t now);

  void trace(runtime::Marker& marker);
};

// --- For native functions that wait

// Where in a queue a waiter comes to stand.
enum class WaitPlace : uint8_t { Last, First };

using OnResume = Value (*)(Thread& thread, Fiber* fiber, Value value);  // see Fiber

struct ParkOptions {
  std::optional<int64_t> deadline = std::nullopt;  // of the hub's clock, in nanoseconds
  Value timeout_result = Value::none();            // what the wait gives at its deadline
  Object* waiting_for = nullptr;                   // for reports
  // Whether other fibers of the thread may run meanwhile; Hub::cooperative for calls that block a
  // thread elsewhere.
  bool cooperative = true;
  OnResume on_resume = nullptr;     // see Fiber
  Object* on_resume_of = nullptr;   // what on_resume works on
  Value wait_data = Value::none();  // what it needs to know besides
  bool resumes_failed = false;      // on_resume is called when an exception ends the wait, too
};

// Waiting for a turn at something that is had by trying: a lock, an item of a queue. Whoever gives
// it up wakes the first one with None, who tries again (on_resume) and waits on at the head of the
// queue if somebody was quicker.
struct TurnOptions {
  OnResume on_resume;
  Value data = Value::none();  // wait_data: a deadline of the isolate's clock when it is a small
                               // int that is not negative, which ends the wait with False
  WaitPlace place = WaitPlace::Last;
  Value payload = Value::unset();  // of the waiter
};

// The last act of a native function: the result of the wait is the function's.
[[nodiscard]] Value park(Thread& thread, const ParkOptions& options);
// As park, until the fibers that are ready now have run.
[[nodiscard]] Value yield_to_others(Thread& thread);
// Goes on with `target`, of this thread and not finished, at once. What it gets (resume_value or
// resume_exception) the caller has set; what it waited for is over. The running fiber is left
// Suspended: it goes on when somebody switches to it or makes it ready. A callback of the hub has
// the next turn instead: nobody else would know to go on with it.
[[nodiscard]] Value switch_to(Thread& thread, Fiber* target);

// One wait of the running fiber in `queue`, which lies in `owner`; park() has to follow. Null with
// MemoryError pending.
[[nodiscard]] Waiter* make_waiter(Thread& thread, WaitQueue& queue, Cell* owner,
                                  Value payload = Value::unset(),
                                  WaitPlace place = WaitPlace::Last);
// Ends the wait: it gives `value`. False: it is over already. From any thread with the GIL.
bool wake(Waiter* waiter, Value value);
bool wake_with_exception(Waiter* waiter, Exception* exception);

// Takes it out of its queue; the wait goes on.
void leave_queue(Waiter* waiter);

// As park(). on_resume is called with the error value, too, when an exception ends the wait.
[[nodiscard]] Value wait_for_turn(Thread& thread, WaitQueue& queue, Object* owner,
                                  const TurnOptions& options);
// Gives the turn to the one who has waited longest, if anybody waits.
void wake_first(const WaitQueue& queue);
// In an on_resume called with the error value: the fiber had been given the turn it does not take.
bool had_turn(const Fiber* fiber);
// What wait_for_turn() takes: None when there is no deadline.
Value deadline_data(std::optional<int64_t> deadline);

// --- For those who have fibers

// Ends whatever a parked or suspended fiber waits for; it gives `value`, or raises.
void resume_with(Fiber* fiber, Value value);
void resume_with_exception(Fiber* fiber, Exception* exception);
// Ends what a fiber waits for and takes it out of the ready queue; nothing is delivered.
void end_wait(Fiber* fiber);

// Hands a fiber that has not begun to its thread's hub, which keeps it alive until it ends.
void schedule(Fiber* fiber);
// The same, at a time of the hub's clock. False: MemoryError pending.
[[nodiscard]] bool schedule_at(Thread& thread, Fiber* fiber, int64_t deadline);
// A scheduled fiber that has not begun will not.
void cancel(Fiber* fiber);

}  // namespace weft
