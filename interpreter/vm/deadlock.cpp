#include "interpreter/vm/deadlock.h"

#include <algorithm>
#include <optional>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/lost_failures.h"
#include "interpreter/vm/reports.h"

namespace weft {

namespace {

// Whether the thread has nobody to go on with. Others' requests (signals, limits) are something to
// go on with.
bool is_idle(const Thread& thread) {
  const Hub& hub = *thread.hub;
  if (thread.has_interrupts()) return false;
  return hub.alone != nullptr ? !hub.alone->is_queued : hub.first_ready == nullptr;
}

bool all_wait(Thread& thread) {
  return std::ranges::all_of(thread.isolate.threads, [&](const Thread* each) {
    return (each == &thread || each->hub->is_waiting) && is_idle(*each);
  });
}

// When the thread will go on by itself.
std::optional<int64_t> next_deadline(Thread& thread) {
  Hub& hub = *thread.hub;
  if (hub.alone != nullptr && !hub.alone->has_timer) return std::nullopt;
  const runtime::Timer* first = hub.timers.first();
  if (first == nullptr) return std::nullopt;
  return first->deadline;
}

bool is_woken_from_outside(const Isolate& isolate) {
  return isolate.outside_wakers != 0 ||
         std::ranges::any_of(isolate.threads,
                             [](const Thread* each) { return each->hub->outside_waits != 0; });
}

}  // namespace

bool raise_deadlock(Thread& thread) {
  Isolate& isolate = thread.isolate;
  if (!isolate.detects_deadlocks || is_woken_from_outside(isolate) || !all_wait(thread))
    return false;
  for (Thread* each : isolate.threads)
    if (next_deadline(*each)) return false;
  Thread& main = *isolate.main_thread;
  Hub& hub = *main.hub;
  // After the first one the program is ending: it was told what is wrong.
  if (hub.reports_deadlocks && hub.deadlocks++ == 0) write_report(deadlock_text(thread));
  Exception* error = make_exception(thread, isolate.exceptions.deadlock_error,
                                    "deadlock: nothing can go on, everybody waits");
  if (error == nullptr) error = std::exchange(thread.pending, nullptr);
  resume_with_exception(hub.alone == nullptr ? main.main_fiber : hub.alone, error);
  return true;
}

bool pass_virtual_time(Thread& thread) {
  Isolate& isolate = thread.isolate;
  if (!isolate.clock->is_virtual() || is_woken_from_outside(isolate) || !all_wait(thread))
    return false;
  std::optional<int64_t> soonest;
  Thread* first = nullptr;
  for (Thread* each : isolate.threads) {
    const std::optional<int64_t> deadline = next_deadline(*each);
    if (!deadline || (soonest && *soonest <= *deadline)) continue;
    soonest = deadline;
    first = each;
  }
  if (!soonest) return false;
  static_cast<runtime::VirtualClock&>(*isolate.clock).advance_to(*soonest);
  if (first != &thread) first->hub->poller.wake();
  return first == &thread;
}

int64_t virtual_wait_deadline(Thread& thread) {
  Isolate& isolate = thread.isolate;
  if (!is_woken_from_outside(isolate)) return runtime::Poller::Forever;
  std::optional<int64_t> soonest;
  for (Thread* each : isolate.threads) {
    if (each != &thread && !each->hub->is_waiting) continue;
    const std::optional<int64_t> deadline = next_deadline(*each);
    if (deadline && (!soonest || *deadline < *soonest)) soonest = deadline;
  }
  if (!soonest) return runtime::Poller::Forever;
  return runtime::RealClock().now() + std::max<int64_t>(*soonest - isolate.clock->now(), 0);
}

void follow_real_time(Thread& thread, int64_t virtual_start, int64_t real_start) {
  Isolate& isolate = thread.isolate;
  if (!isolate.clock->is_virtual() || !is_woken_from_outside(isolate)) return;
  const int64_t passed = runtime::RealClock().now() - real_start;
  static_cast<runtime::VirtualClock&>(*isolate.clock).advance_to(virtual_start + passed);
  for (Thread* each : isolate.threads) {
    if (each == &thread || !each->hub->is_waiting) continue;
    const std::optional<int64_t> deadline = next_deadline(*each);
    if (deadline && *deadline <= isolate.clock->now()) each->hub->poller.wake();
  }
}

}  // namespace weft
