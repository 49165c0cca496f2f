// An alarm clock for time limits: one thread, started with the first alarm, that asks script
// threads to terminate.
//
// arm() and disarm() stand around every outermost call of the host, so they are cheap: while no
// alarm is nearer than the one the clock sleeps for, nobody is woken. After disarm() has returned
// the alarm does not go off any more.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace weft {

struct Isolate;
struct Thread;

class Watchdog {
 public:
  // `isolate` outlives the watchdog.
  explicit Watchdog(Isolate& isolate) : isolate_(isolate) {}
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  // The alarm requests the termination of `caller`, which is in a call of the host, and of all
  // threads that scripts have started.
  void arm(Thread& caller, std::chrono::nanoseconds limit);
  void disarm(Thread& caller);

 private:
  using Clock = std::chrono::steady_clock;

  struct Alarm {
    Thread* caller;
    Clock::time_point time;
  };

  void start();
  void watch();
  void follow_fork();
  Clock::time_point next_alarm() const;

  Isolate& isolate_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::thread clock_;  // started once a process, under the mutex
  pid_t process_ = 0;  // whose thread that is
  // Guarded by the mutex
  std::vector<Alarm> alarms_;  // one a call of the host, of which there are few at a time
  Clock::time_point sleeps_until_ = Clock::time_point::min();  // min: awake
  bool ending_ = false;
};

}  // namespace weft
