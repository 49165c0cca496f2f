#include "interpreter/embed/watchdog.h"

#include <signal.h>

#include <algorithm>

#include "interpreter/vm/waiting.h"

namespace weft {

Watchdog::~Watchdog() {
  if (!clock_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_one();
  clock_.join();
}

void Watchdog::start() {
  // Signals are for the threads of the host: one taken here would not wake the script thread from
  // what it waits in.
  sigset_t all;
  sigset_t previous;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &previous);
  clock_ = std::thread([this] { watch(); });
  pthread_sigmask(SIG_SETMASK, &previous, nullptr);
}

void Watchdog::arm(std::chrono::nanoseconds limit) {
  if (!clock_.joinable()) start();
  const Clock::time_point now = Clock::now();
  // A limit beyond what the clock can count is none.
  const bool is_endless = limit > Clock::time_point::max() - now;
  bool wake;
  {
    const std::lock_guard lock(mutex_);
    alarm_ = is_endless ? Clock::time_point::max() : now + std::max(limit, {});
    wake = alarm_ < sleeps_until_;
  }
  if (wake) changed_.notify_one();
}

void Watchdog::disarm() {
  if (!clock_.joinable()) return;
  // The clock sleeps on and finds nothing to do when it wakes.
  const std::lock_guard lock(mutex_);
  alarm_ = Clock::time_point::max();
}

void Watchdog::watch() {
  std::unique_lock lock(mutex_);
  while (!ending_) {
    if (alarm_ <= Clock::now()) {
      request(thread_, bits_);
      alarm_ = Clock::time_point::max();
    }
    sleeps_until_ = alarm_;
    if (alarm_ == Clock::time_point::max()) {
      changed_.wait(lock);
    } else {
      changed_.wait_until(lock, alarm_);
    }
    sleeps_until_ = Clock::time_point::min();
  }
}

}  // namespace weft
