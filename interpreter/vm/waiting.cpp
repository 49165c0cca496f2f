#include "interpreter/vm/waiting.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <ctime>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/operations.h"
#include "interpreter/vm/deadlock.h"
#include "interpreter/vm/fibers.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/threads.h"

namespace weft {

namespace {

constexpr int64_t NanosecondsPerSecond = 1000000000;
// How long a wait lasts at most where nothing can wake it.
constexpr int64_t LongestSlice = NanosecondsPerSecond / 10;

// Ready fibers go first; but timers are looked at once in so many switches.
constexpr uint32_t SwitchesBetweenTimers = 32;

enum class Event { Input, Deadline, Woken };

// One wait, of a thread that holds the GIL, which others may have meanwhile, or of one that is not
// inside. Returns also for no reason (Woken), so callers look again at what they wait for.
Event wait_once(Thread& thread, int descriptor, std::optional<int64_t> deadline,
                bool is_inside = true) {
  runtime::WakeDescriptor& waker = thread.hub->wake_descriptor;
  const int waking = waker.open();
  if (thread.has_interrupts()) return Event::Woken;
  std::optional<int64_t> rest;
  if (deadline) rest = std::max<int64_t>(*deadline - waiting_clock(thread), 0);
  if (waking < 0) rest = std::min(rest.value_or(LongestSlice), LongestSlice);
  timespec timeout{};
  if (rest) timeout = {*rest / NanosecondsPerSecond, *rest % NanosecondsPerSecond};
  // poll ignores entries whose descriptor is negative.
  pollfd watched[] = {{descriptor, POLLIN, 0}, {waking, POLLIN, 0}};
  int ready;
  int error;
  const auto wait = [&] {
    ready = ppoll(watched, 2, rest ? &timeout : nullptr, nullptr);
    error = errno;
  };
  if (is_inside) {
    without_gil(thread, wait);
  } else {
    wait();
  }
  if (ready < 0) return error == EINTR ? Event::Woken : Event::Input;  // the read will tell
  if (watched[1].revents != 0) {
    waker.drain();
    return Event::Woken;
  }
  if (watched[0].revents != 0) return Event::Input;
  return deadline && waiting_clock(thread) >= *deadline ? Event::Deadline : Event::Woken;
}

}  // namespace

void request(Thread& thread, uint32_t bits) noexcept {
  // Sequentially consistent, as the descriptor is: either the wait sees the bits or this sees the
  // descriptor.
  thread.safepoint_requests.fetch_or(bits);
  thread.hub->wake_descriptor.wake();
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
  if (--hub.until_timers == 0 || hub.first_ready == nullptr) {
    hub.until_timers = SwitchesBetweenTimers;
    if (hub.timers.size() != 0) hub.run_timers(waiting_clock(thread));
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
    const runtime::Timer* first = hub.timers.first();
    std::optional<int64_t> deadline;
    // Virtual time passes when the last of all threads waits.
    if (first != nullptr && !thread.isolate.clock->is_virtual()) deadline = first->deadline;
    // What was asked for before there was a descriptor to wake.
    hub.wake_descriptor.open();
    serve_reports(thread);
    hub.is_waiting = true;
    const Event event = wait_once(thread, -1, deadline);
    hub.is_waiting = false;
    if (event == Event::Woken) {
      serve_reports(thread);
      if (!check_interrupts(thread)) {
        resume_with_exception(only == nullptr ? thread.main_fiber : only, take_pending(thread));
      }
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
