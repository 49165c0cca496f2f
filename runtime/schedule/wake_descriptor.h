// What ends a wait of a thread from outside: an eventfd, made by the first wait.
#pragma once

#include <atomic>

namespace weft::runtime {

class WakeDescriptor {
 public:
  WakeDescriptor() = default;
  ~WakeDescriptor();
  WakeDescriptor(const WakeDescriptor&) = delete;
  WakeDescriptor& operator=(const WakeDescriptor&) = delete;

  // -1 when the system has no descriptor left; waits then go on in slices.
  int open();
  // Ends the wait there is or the next one. From any thread and from signal handlers.
  void wake() noexcept;
  void drain();

 private:
  std::atomic<int> descriptor_{-1};
};

}  // namespace weft::runtime
