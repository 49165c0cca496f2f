// Waiting for descriptors: who is told when one becomes readable or writable.
//
// Edge-triggered epoll. A descriptor is registered once, for both directions, and stays so until it
// is forgotten; waiting for it again costs no system call. Each direction of it has one token (what
// the caller wants to be told), armed for one event.
//
// Rules
//  1. First try, then wait: arm() with Edge only after the call itself said EAGAIN, with no switch
//     in between; an edge that came while nobody was armed is gone. Who has not tried, or has not
//     taken all there was, arms with Level, which costs one system call.
//  2. An event is a hint. Try again, and arm again if it was none.
//  3. forget() before a descriptor is closed, in the poller of every hub. Events of a descriptor
//     that was forgotten are not delivered, also not to another one that got the same number.
//  4. wait() is the only thing done without the GIL, by the one thread the poller belongs to. It
//     touches nothing that other calls touch. wake() may be called by anyone at any time while the
//     poller exists, in signal handlers too, and by its end every wait() that has begun, or the
//     next one, returns. Before open() it does nothing.
//  5. Regular files cannot be waited for (EPERM); they are always ready.
#pragma once

#include <sys/epoll.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace weft::runtime {

class Poller {
 public:
  // A set of directions.
  using Directions = uint8_t;
  static constexpr Directions Read = 1;
  static constexpr Directions Write = 2;

  enum class Trigger {
    Edge,   // becomes ready from now on
    Level,  // is or becomes ready
  };

  // One direction of a descriptor that was armed and is (as far as known) ready.
  struct Ready {
    uint64_t token;
    int descriptor;
    Directions direction;  // one of them
    bool failed;           // the descriptor has an error, or is hung up
  };

  static constexpr int64_t Forever = INT64_MAX;
  static constexpr int64_t Poll = INT64_MIN;

  Poller() = default;
  ~Poller();
  Poller(const Poller&) = delete;
  Poller& operator=(const Poller&) = delete;

  // For who waits in the system for several pollers at once: poll() says it can be read when wait()
  // would return at once. -1 when not open.
  int descriptor() const { return epoll_; }
  // The same for wait_for(): can be read after wake().
  int wake_descriptor() const { return wake_event_.load(std::memory_order_relaxed); }

  // Takes two descriptors. 0, or the error number: EMFILE, say. Nothing else may be called before.
  [[nodiscard]] int open();
  bool is_open() const { return epoll_ >= 0; }

  // 0, or the error number: EPERM (rule 5), EBADF, ENOMEM, ENOSPC. A second token for one direction
  // replaces the first.
  [[nodiscard]] int arm(int descriptor, Directions direction, uint64_t token,
                        Trigger trigger = Trigger::Edge);
  void disarm(int descriptor, Directions directions);
  // The directions that were armed and now never fire: their waiters are to be told.
  Directions forget(int descriptor);
  // The token of an armed direction; only those are asked for.
  uint64_t token_of(int descriptor, Directions direction) const;
  Directions armed(int descriptor) const;
  size_t armed_count() const { return armed_count_; }
  // Descriptors from this number on are unknown.
  size_t size() const { return descriptors_.size(); }

  // Until something armed fires, wake(), a signal, or `deadline` (a reading of CLOCK_MONOTONIC in
  // nanoseconds). What came is held for collect().
  void wait(int64_t deadline);
  // Calls each(Ready) for what came, in the order of the system, disarmed before. At most BatchSize
  // events a call; `true` when there may be more. The callee may arm, disarm and forget.
  template <class Function>
  bool collect(Function&& each);

  // Until `descriptor` can be read or written (poll()'s events; -1: no descriptor), or as wait().
  // It is not registered for that, and what else is armed is not looked at. poll()'s events, or -1
  // with errno set; 0: it was something else that ended the wait.
  int wait_for(int descriptor, int events, int64_t deadline);
  // Wakes that have come are served: a wait_for() that begins now waits. With the GIL, before
  // looking at what one could have been woken for.
  void drain_wakes();

  void wake() noexcept;

  // In the child after fork(): what is shared with the parent is left alone, registrations and
  // armed tokens are made anew. As open().
  [[nodiscard]] int reopen_after_fork();

 private:
  static constexpr size_t BatchSize = 256;

  struct Descriptor {
    uint64_t read_token = 0;
    uint64_t write_token = 0;
    uint32_t generation = 0;  // counts how often it was forgotten
    bool registered = false;
    Directions armed = 0;
  };

  int control(int operation, int descriptor);
  void disarm(Descriptor& entry, Directions directions);
  void close_descriptors();

  // What the i-th event says of a direction each; the number of entries filled.
  int take_event(size_t i, Ready (&out)[2]);

  int epoll_ = -1;
  std::atomic<int> wake_event_{-1};
  std::vector<Descriptor> descriptors_;  // by number
  size_t armed_count_ = 0;
  std::unique_ptr<std::array<epoll_event, BatchSize>> events_;
  size_t event_count_ = 0;  // written by wait(), read by collect()
};

template <class Function>
bool Poller::collect(Function&& each) {
  const size_t count = event_count_;
  for (size_t i = 0; i < count; ++i) {
    Ready ready[2];
    const int filled = take_event(i, ready);
    for (int which = 0; which < filled; ++which) each(ready[which]);
  }
  event_count_ = 0;
  return count == BatchSize;
}

}  // namespace weft::runtime
