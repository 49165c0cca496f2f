// An alarm clock for time limits: one thread, started with the first alarm, that asks a script
// thread to terminate.
//
// arm() and disarm() stand around every outermost call of the host, so they are cheap: while no
// alarm is nearer than the one the clock sleeps for, nobody is woken. After disarm() has returned
// the alarm does not go off any more.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

namespace weft {

struct Thread;

class Watchdog {
 public:
  // The alarm requests `bits` of `thread`, which outlives the watchdog.
  Watchdog(Thread& thread, uint32_t bits) : thread_(thread), bits_(bits) {}
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  void arm(std::chrono::nanoseconds limit);
  void disarm();

 private:
  using Clock = std::chrono::steady_clock;

  void start();
  void watch();

  Thread& thread_;
  const uint32_t bits_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::thread clock_;  // joinable once an alarm was set
  // Guarded by the mutex
  Clock::time_point alarm_ = Clock::time_point::max();         // max: none
  Clock::time_point sleeps_until_ = Clock::time_point::min();  // min: awake
  bool ending_ = false;
};

}  // namespace weft
