// What time it is, for hubs, timers and the functions of scripts that ask.
//
// Two readings, both in nanoseconds: `now()` never goes back and is what deadlines are made of;
// `realtime()` counts from 1970 and is what dates are made of. The real clock asks the system. A
// virtual one stands still until somebody advances it, which a hub does when nothing is ready and
// only timers remain: programs that sleep end at once, with the same output every time.
//
// Clocks may be read from any thread.
#pragma once

#include <atomic>
#include <cstdint>

namespace weft::runtime {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual int64_t now() const = 0;
  virtual int64_t realtime() const = 0;
  // Time passes only when it is advanced; waiting for it would be in vain.
  virtual bool is_virtual() const = 0;
};

class RealClock final : public Clock {
 public:
  int64_t now() const override;       // CLOCK_MONOTONIC
  int64_t realtime() const override;  // CLOCK_REALTIME
  bool is_virtual() const override { return false; }
};

class VirtualClock final : public Clock {
 public:
  // Begins at the real time, or at the given readings: then runs are alike to the nanosecond.
  VirtualClock();
  VirtualClock(int64_t now, int64_t realtime);

  int64_t now() const override { return now_.load(std::memory_order_relaxed); }
  int64_t realtime() const override { return now() + realtime_offset_; }
  bool is_virtual() const override { return true; }

  // To a later reading of now(); an earlier one changes nothing.
  void advance_to(int64_t now);

 private:
  std::atomic<int64_t> now_;
  int64_t realtime_offset_;
};

}  // namespace weft::runtime
