// Watches that the hubs of all threads go on from fiber to fiber.
//
// A thread of its own looks at the hubs' counters of turns. When one has stood still for the limit
// it asks that script thread, once, to say at its next safepoint where it is; the script thread
// knows whether others were kept waiting and says nothing if not. So a call that blocks is told of
// when it comes back, by the line it stands in.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace weft {

struct Isolate;
struct Thread;

class StallWatch {
 public:
  // `watched` outlives it.
  StallWatch(Isolate& watched, std::chrono::milliseconds limit);
  ~StallWatch();
  StallWatch(const StallWatch&) = delete;
  StallWatch& operator=(const StallWatch&) = delete;

 private:
  using Clock = std::chrono::steady_clock;

  // What was seen of a hub.
  struct Sight {
    uint64_t turns;
    Clock::time_point since;
    bool is_told = false;
    bool is_there = true;  // at the last look
  };

  void watch();
  void look();

  Isolate& watched_;
  const std::chrono::milliseconds limit_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool ending_ = false;                        // guarded by the mutex
  std::unordered_map<int64_t, Sight> sights_;  // by the thread's number; the watcher's
  std::thread watcher_;
  pid_t process_;  // whose thread that is
};

}  // namespace weft
