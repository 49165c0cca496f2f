#include "interpreter/vm/waiting.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>

#include "interpreter/vm/machine.h"
#include "interpreter/vm/wake_descriptor.h"

namespace weft {

namespace {

constexpr int64_t NanosecondsPerSecond = 1000000000;
// How long a wait lasts at most where nothing can wake it.
constexpr int64_t LongestSlice = NanosecondsPerSecond / 10;

enum class Event { Input, Deadline, Woken };

// One wait. Returns also for no reason (Woken), so callers look again at what they wait for.
Event wait_once(Thread& thread, int descriptor, std::optional<int64_t> deadline) {
  WakeDescriptor& waker = wake_descriptor(thread.isolate);
  const int waking = waker.open();
  if ((thread.safepoint_requests.load() & ~Thread::FinalizersDue) != 0) return Event::Woken;
  std::optional<int64_t> rest;
  if (deadline) rest = std::max<int64_t>(*deadline - waiting_clock(), 0);
  if (waking < 0) rest = std::min(rest.value_or(LongestSlice), LongestSlice);
  timespec timeout{};
  if (rest) timeout = {*rest / NanosecondsPerSecond, *rest % NanosecondsPerSecond};
  // poll ignores entries whose descriptor is negative.
  pollfd watched[] = {{descriptor, POLLIN, 0}, {waking, POLLIN, 0}};
  const int ready = ppoll(watched, 2, rest ? &timeout : nullptr, nullptr);
  if (ready < 0) return errno == EINTR ? Event::Woken : Event::Input;  // the read will tell
  if (watched[1].revents != 0) {
    waker.drain();
    return Event::Woken;
  }
  if (watched[0].revents != 0) return Event::Input;
  return deadline && waiting_clock() >= *deadline ? Event::Deadline : Event::Woken;
}

}  // namespace

WakeDescriptor::~WakeDescriptor() {
  if (const int descriptor = descriptor_.load(); descriptor >= 0) close(descriptor);
}

int WakeDescriptor::open() {
  int descriptor = descriptor_.load();
  if (descriptor < 0) {
    descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    descriptor_.store(descriptor);
  }
  return descriptor;
}

void WakeDescriptor::wake() noexcept {
  const int descriptor = descriptor_.load();
  if (descriptor < 0) return;
  const int error = errno;  // a signal handler leaves it as it was
  const uint64_t one = 1;
  // It fails only when the counter is full, which wakes as well.
  static_cast<void>(write(descriptor, &one, sizeof one) == 0);
  errno = error;
}

void WakeDescriptor::drain() {
  uint64_t count;
  static_cast<void>(read(descriptor_.load(), &count, sizeof count) == 0);
}

void request(Thread& thread, uint32_t bits) noexcept {
  // Sequentially consistent, as the descriptor is: either the wait sees the bits or this sees the
  // descriptor.
  thread.safepoint_requests.fetch_or(bits);
  wake_descriptor(thread.isolate).wake();
}

int64_t waiting_clock() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * NanosecondsPerSecond + now.tv_nsec;
}

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

bool wait_for_input(Thread& thread, int descriptor) {
  for (;;) {
    if (wait_once(thread, descriptor, std::nullopt) == Event::Input) return true;
    if (thread.has_interrupts()) return false;
  }
}

}  // namespace weft
