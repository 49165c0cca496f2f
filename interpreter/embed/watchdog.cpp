#include "interpreter/embed/watchdog.h"

#include <unistd.h>

#include <algorithm>

#include "interpreter/vm/machine.h"
#include "interpreter/vm/thread_list.h"
#include "interpreter/vm/waiting.h"
#include "runtime/schedule/forked_child.h"
#include "runtime/schedule/helper_thread.h"

namespace weft {

Watchdog::~Watchdog() {
  follow_fork();
  if (!clock_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_one();
  clock_.join();
}

// In a child of fork() the clock is the parent's, and so are the calls it was set for. Where it has
// been inside of the mutex it stays there.
void Watchdog::follow_fork() {
  if (!clock_.joinable() || process_ == getpid()) return;
  runtime::begin_anew(mutex_);
  runtime::begin_anew(changed_);
  runtime::begin_anew(clock_);
  alarms_.clear();
  sleeps_until_ = Clock::time_point::min();
}

void Watchdog::start() {
  process_ = getpid();
  clock_ = runtime::start_helper_thread([this] { watch(); });
}

void Watchdog::arm(Thread& caller, std::chrono::nanoseconds limit) {
  const Clock::time_point now = Clock::now();
  // A limit beyond what the clock can count is none.
  if (limit > Clock::time_point::max() - now) return;
  if (isolate_.is_forked_child) follow_fork();
  bool wake;
  {
    const std::lock_guard lock(mutex_);
    if (!clock_.joinable()) start();
    alarms_.push_back({&caller, now + std::max(limit, {})});
    wake = alarms_.back().time < sleeps_until_;
  }
  if (wake) changed_.notify_one();
}

void Watchdog::disarm(Thread& caller) {
  if (isolate_.is_forked_child) follow_fork();
  // The clock sleeps on and finds nothing to do when it wakes.
  const std::lock_guard lock(mutex_);
  std::erase_if(alarms_, [&](const Alarm& alarm) { return alarm.caller == &caller; });
}

Watchdog::Clock::time_point Watchdog::next_alarm() const {
  Clock::time_point next = Clock::time_point::max();
  for (const Alarm& alarm : alarms_) next = std::min(next, alarm.time);
  return next;
}

void Watchdog::watch() {
  std::unique_lock lock(mutex_);
  while (!ending_) {
    const Clock::time_point now = Clock::now();
    for (const Alarm& alarm : alarms_) {
      if (alarm.time > now) continue;
      request(*alarm.caller, TerminationRequested);
      terminate_started_threads(isolate_);
    }
    std::erase_if(alarms_, [&](const Alarm& alarm) { return alarm.time <= now; });
    sleeps_until_ = next_alarm();
    if (sleeps_until_ == Clock::time_point::max()) {
      changed_.wait(lock);
    } else {
      changed_.wait_until(lock, sleeps_until_);
    }
    sleeps_until_ = Clock::time_point::min();
  }
}

}  // namespace weft
