#include "interpreter/embed/stall_watch.h"

#include <signal.h>

#include <algorithm>
#include <cstdint>

#include "interpreter/objects/hub.h"
#include "interpreter/vm/waiting.h"

namespace weft {

StallWatch::StallWatch(Thread& watched, std::chrono::milliseconds limit)
    : watched_(watched), limit_(std::max(limit, std::chrono::milliseconds(1))) {
  watched.hub->stall_milliseconds = static_cast<uint32_t>(limit_.count());
  // Signals are for the threads of the host.
  sigset_t all;
  sigset_t previous;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &previous);
  watcher_ = std::thread([this] { watch(); });
  pthread_sigmask(SIG_SETMASK, &previous, nullptr);
}

StallWatch::~StallWatch() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  ended_.notify_one();
  watcher_.join();
}

void StallWatch::watch() {
  using Clock = std::chrono::steady_clock;
  const auto interval = std::max(limit_ / 4, std::chrono::milliseconds(1));
  uint64_t seen = 0;
  Clock::time_point since = Clock::now();
  bool is_told = false;
  std::unique_lock lock(mutex_);
  while (!ended_.wait_for(lock, interval, [&] { return ending_; })) {
    const uint64_t turns = watched_.hub->turns.load(std::memory_order_relaxed);
    if (turns != seen) {
      seen = turns;
      since = Clock::now();
      is_told = false;
    } else if (!is_told && Clock::now() - since >= limit_) {
      is_told = true;
      request(watched_, Thread::StallNoticed);
    }
  }
}

}  // namespace weft
