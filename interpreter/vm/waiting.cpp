#include "interpreter/vm/waiting.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <ctime>

#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/operations.h"
#include "interpreter/vm/deadlock.h"
#include "interpreter/vm/fibers.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/signals.h"
#include "interpreter/vm/threads.h"
#include "interpreter/vm/turns.h"

namespace weft {

using runtime::Poller;

namespace {

constexpr int64_t NanosecondsPerSecond = 1000000000;
// How long a wait lasts at most where nothing can wake it.
constexpr int64_t LongestSlice = NanosecondsPerSecond / 10;

// Ready fibers go first; but timers and descriptors are looked at once in so many switches, fewer
// when fibers run long.
constexpr uint32_t MostSwitchesBetweenLooks = 32;
constexpr int64_t LongBetweenLooks = 1'000'000;

enum class Event { Input, Deadline, Woken };

// The deadline on the real clock of a wait whose deadline is one of the isolate's clock. Where
// nothing can wake it, it ends after a while.
int64_t real_deadline(Thread& thread, std::optional<int64_t> deadline) {
  const bool is_deaf = !thread.hub->poller.is_open();
  if (!deadline && !is_deaf) return Poller::Forever;
  const int64_t now = runtime::RealClock().now();
  int64_t rest = deadline ? std::max<int64_t>(*deadline - waiting_clock(thread), 0) : LongestSlice;
  if (is_deaf) rest = std::min(rest, LongestSlice);
  return now + rest;
}

// Calls wait(), which blocks and touches nothing of the isolate.
template <class Wait>
void blocked(Thread& thread, bool is_inside, Wait&& wait) {
  if (is_inside) {
    without_gil(thread, wait);
  } else {
    wait();
  }
}

// One wait for a descriptor of a thread that holds the GIL, which others may have meanwhile, or of
// one that is not inside; no other fiber runs. Returns also for no reason (Woken), so callers look
// again at what they wait for.
Event wait_once(Thread& thread, int descriptor, std::optional<int64_t> deadline,
                bool is_inside = true) {
  Poller& poller = thread.hub->poller;
  if (!poller.is_open()) static_cast<void>(poller.open());
  poller.drain_wakes();
  if (thread.has_interrupts()) return Event::Woken;
  int64_t until = real_deadline(thread, deadline);
  // Without descriptors of its own nobody can wake it.
  if (!poller.is_open()) until = std::min(until, runtime::RealClock().now() + LongestSlice);
  int events;
  int error;
  if (is_inside && waits_by_turns(thread)) {
    wait_by_turns(thread, {poller.wake_descriptor(), POLLIN, 0}, {descriptor, POLLIN, 0}, until);
    events = poller.wait_for(descriptor, POLLIN, Poller::Poll);
    error = errno;
  } else {
    blocked(thread, is_inside, [&] {
      events = poller.wait_for(descriptor, POLLIN, until);
      error = errno;
    });
  }
  if (events < 0) return error == EINTR ? Event::Woken : Event::Input;  // the read will tell
  if (events != 0) return Event::Input;
  return deadline && waiting_clock(thread) >= *deadline ? Event::Deadline : Event::Woken;
}

// The thread has nobody to go on with: waits for descriptors, timers, and whoever wakes it.
void wait_in_hub(Thread& thread) {
  Hub& hub = *thread.hub;
  Poller& poller = hub.poller;
  // What was asked for before there was a poller to wake is seen by the look that follows.
  if (!poller.is_open()) static_cast<void>(poller.open());
  serve_reports(thread);
  const runtime::Clock& clock = *thread.isolate.clock;
  const int64_t virtual_start = clock.is_virtual() ? clock.now() : 0;
  const int64_t real_start = clock.is_virtual() ? runtime::RealClock().now() : 0;
  hub.is_waiting = true;
  if (!thread.has_interrupts()) {
    int64_t until;
    if (clock.is_virtual()) {
      // Virtual time passes when the last of all threads waits.
      until = virtual_wait_deadline(thread);
    } else {
      const runtime::Timer* first = hub.timers.first();
      until = first == nullptr ? real_deadline(thread, {}) : first->deadline;
    }
    if (!poller.is_open()) until = std::min(until, runtime::RealClock().now() + LongestSlice);
    if (waits_by_turns(thread)) {
      wait_by_turns(thread, {poller.descriptor(), POLLIN, 0}, {-1, 0, 0}, until);
      if (poller.is_open()) poller.wait(Poller::Poll);
    } else if (poller.is_open()) {
      without_gil(thread, [&] { poller.wait(until); });
    } else {
      without_gil(thread, [&] { static_cast<void>(poller.wait_for(-1, 0, until)); });
    }
  }
  hub.is_waiting = false;
  if (clock.is_virtual()) follow_real_time(thread, virtual_start, real_start);
  if (poller.is_open()) deliver_descriptor_events(thread);
}

// Timers and descriptors, while fibers are ready.
void look_around(Thread& thread) {
  Hub& hub = *thread.hub;
  if (hub.timers.size() != 0) hub.run_timers(waiting_clock(thread));
  if (hub.outside_waits != 0) {
    const int64_t before = hub.last_look;
    poll_descriptors(thread);
    uint32_t& switches = hub.switches_between_looks;
    if (hub.last_look == before) {
      switches = std::min(switches * 2, MostSwitchesBetweenLooks);
    } else if (hub.last_look - before > LongBetweenLooks) {
      switches = std::max(switches / 2, 1U);
    }
  } else {
    hub.switches_between_looks = MostSwitchesBetweenLooks;
  }
  hub.until_look = hub.switches_between_looks;
}

}  // namespace

void request(Thread& thread, uint32_t bits) noexcept {
  // Sequentially consistent, as the descriptor is: either the wait sees the bits or this sees the
  // descriptor.
  thread.safepoint_requests.fetch_or(bits);
  thread.hub->poller.wake();
}

int64_t waiting_clock(const Thread& thread) { return thread.isolate.clock->now(); }

bool wait_until(Thread& thread, int descriptor, std::optional<int64_t> deadline) {
  for (;;) {
    switch (wait_once(thread, descriptor, deadline)) {
      case Event::Input:
      case Event::Deadline:
        return true;
      case Event::Woken:
        if (!safepoint(thread)) return false;
        break;
    }
  }
}

Fiber* next_fiber(Thread& thread, Fiber* only) {
  Hub& hub = *thread.hub;
  if (hub.first_ready == nullptr) {
    if (hub.timers.size() != 0) hub.run_timers(waiting_clock(thread));
  } else if (--hub.until_look == 0) {
    look_around(thread);
  }
  const auto is_ready = [&] {
    return only == nullptr ? hub.first_ready != nullptr : only->is_queued;
  };
  for (;;) {
    if (only == nullptr) {
      if (Fiber* ready = hub.pop_ready()) return ready;
    } else if (only->is_queued) {
      hub.remove_ready(only);
      return only;
    }
    hub.alone = only;
    if (pass_virtual_time(thread)) {
      hub.run_timers(waiting_clock(thread));
      continue;
    }
    if (raise_deadlock(thread) && is_ready()) continue;
    wait_in_hub(thread);
    if (thread.safepoint_requests.load(std::memory_order_relaxed) != 0) {
      serve_reports(thread);
      if (!check_interrupts(thread)) {
        resume_with_exception(only == nullptr ? thread.main_fiber : only, take_pending(thread));
      }
      if (Fiber* server = signal_server(thread, only)) return server;
    }
    hub.run_timers(waiting_clock(thread));
  }
}

bool wait_for_input(Thread& thread, int descriptor) {
  for (;;) {
    if (wait_once(thread, descriptor, std::nullopt, false) == Event::Input) return true;
    if (thread.has_interrupts()) return false;
  }
}

}  // namespace weft
