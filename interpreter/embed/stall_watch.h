// Watches that the main thread's hub goes on from fiber to fiber.
//
// A thread of its own looks at the hub's counter of turns. When that has stood still for the limit
// it asks the script thread, once, to say at its next safepoint where it is; the script thread
// knows whether others were kept waiting and says nothing if not. So a call that blocks is told of
// when it comes back, by the line it stands in.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace weft {

struct Thread;

class StallWatch {
 public:
  // `watched` outlives it.
  StallWatch(Thread& watched, std::chrono::milliseconds limit);
  ~StallWatch();
  StallWatch(const StallWatch&) = delete;
  StallWatch& operator=(const StallWatch&) = delete;

 private:
  void watch();

  Thread& watched_;
  const std::chrono::milliseconds limit_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool ending_ = false;  // guarded by the mutex
  std::thread watcher_;
};

}  // namespace weft
