// Asking a script thread for something, and waiting in the system such that it is heard.
//
// A request is a bit in thread.safepoint_requests, which script code meets at its safepoints. What
// waits in a system call meets none; so a wait also watches a descriptor that request() writes to.
// The descriptor is there before the wait looks at the bits: a request is seen by that look or ends
// the wait, it is never lost between the two, as a signal before the call it should interrupt is.
#pragma once

#include <cerrno>
#include <cstdint>
#include <optional>

#include "interpreter/objects/thread.h"
#include "interpreter/objects/timeouts.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/threads.h"

namespace weft {

// From any thread, and from signal handlers.
void request(Thread& thread, uint32_t bits) noexcept;

// The reading of the isolate's clock that deadlines are compared with, in nanoseconds.
int64_t waiting_clock(const Thread& thread);

// Calls `attempt`, a system call that may block and touches nothing of the isolate, without the GIL
// until it is not interrupted, or until what interrupted it raised: then -1, with EINTR and an
// exception pending.
template <class Attempt>
auto call_blocking(Thread& thread, Attempt attempt) -> decltype(attempt());

// Waits until `descriptor` can be read or `deadline` is reached; requests are served meanwhile.
// Without a descriptor (-1) only for the deadline, without a deadline for ever. Descriptors that
// never make one wait (files) may be passed. False: an exception is pending.
[[nodiscard]] bool wait_until(Thread& thread, int descriptor, std::optional<int64_t> deadline);

// The same for a host that is not running script code: false when there is an interrupt or a
// termination to look at, which stays requested.
[[nodiscard]] bool wait_for_input(Thread& thread, int descriptor);

template <class Attempt>
auto call_blocking(Thread& thread, Attempt attempt) -> decltype(attempt()) {
  for (;;) {
    decltype(attempt()) result{};
    int error = 0;
    without_gil(thread, [&] {
      result = attempt();
      error = errno;
    });
    errno = error;
    if (result != -1 || error != EINTR) return result;
    if (thread.safepoint_requests.load() != 0 && !safepoint(thread)) {
      errno = EINTR;
      return result;
    }
  }
}

}  // namespace weft
