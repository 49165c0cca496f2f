// Waiting for what nothing tells of: it is tried again and again, with pauses in which other fibers
// run.
//
//   Value try_again(Thread& thread, Fiber* fiber, Value value) {
//     end_pause(thread);
//     if (!value) return value;
//     ...the result, or park_for_pause() with next_pause() of the pause that was made
//   }
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "interpreter/vm/waiting.h"

namespace weft {

constexpr int64_t FirstPause = 200'000;  // nanoseconds

constexpr int64_t next_pause(int64_t pause) {
  constexpr int64_t LongestPause = 10'000'000;
  return std::min(pause * 2, LongestPause);
}

// Parks for so long, or until the deadline. `options` say who goes on, who first calls end_pause():
// until then somebody outside may end the wait, so it is no deadlock, and virtual time does not
// pass.
[[nodiscard]] inline Value park_for_pause(Thread& thread, int64_t pause,
                                          std::optional<int64_t> deadline, ParkOptions options) {
  const int64_t end = waiting_clock(thread) + pause;
  options.deadline = deadline ? std::min(end, *deadline) : end;
  options.resumes_failed = true;
  ++thread.isolate.outside_wakers;
  return park(thread, options);
}

inline void end_pause(Thread& thread) { --thread.isolate.outside_wakers; }

}  // namespace weft
