#include "runtime/schedule/clock.h"

#include <ctime>

namespace weft::runtime {
namespace {

int64_t read(clockid_t which) {
  timespec time{};
  clock_gettime(which, &time);
  return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

int64_t RealClock::now() const { return read(CLOCK_MONOTONIC); }
int64_t RealClock::realtime() const { return read(CLOCK_REALTIME); }

VirtualClock::VirtualClock() : VirtualClock(RealClock().now(), RealClock().realtime()) {}

VirtualClock::VirtualClock(int64_t now, int64_t realtime)
    : now_(now), realtime_offset_(realtime - now) {}

void VirtualClock::advance_to(int64_t now) {
  int64_t before = now_.load(std::memory_order_relaxed);
  while (before < now && !now_.compare_exchange_weak(before, now, std::memory_order_relaxed)) {
  }
}

}  // namespace weft::runtime
