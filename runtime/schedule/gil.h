// The global interpreter lock of one isolate: who may touch its heap and run its scripts.
//
// Each OS thread takes part with a Gil::Participant of its own.
//
// Guarantees
//  * Taking and releasing it with nobody waiting is one atomic instruction each.
//  * Who waits longer than the interval (5 ms) asks the holder, through its participant's function,
//    to hand over. A holder that answers at its next safepoint with hand_over() gives the lock
//    directly to the one that has waited longest and queues behind all others. So with one thread
//    that computes, a thread that comes back from a system call waits one interval at most.
//  * release(), around a blocking call, wakes the one that has waited longest but does not reserve
//    the lock for it: a call that takes a microsecond and finds the lock still free goes on without
//    a switch of threads. This is what prevents the convoy in which a thread that does many short
//    calls pays an interval for each. It starves nobody: the waiter's interval runs on.
//  * What one holder did before giving it up happens before what the next one does.
//
// Rules
//  1. A participant belongs to one thread and is destroyed only when it neither holds nor waits.
//  2. The ask function is called on the waiting thread with the lock's own mutex held: it sets a
//     bit and returns. It may come when the holder has just given up; a holder that finds wanted()
//     false ignores it.
//  3. After fork() the child calls reinitialise_after_fork() on the forking thread, which must have
//     held the lock, and forget_after_fork() with each other participant before it is destroyed.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace weft::runtime {

class Gil {
 public:
  static constexpr int64_t DefaultInterval = 5'000'000;  // nanoseconds

  class Participant {
   public:
    Participant(void (*ask)(void*), void* argument) : ask_(ask), argument_(argument) {}
    Participant(const Participant&) = delete;
    Participant& operator=(const Participant&) = delete;

   private:
    friend class Gil;
    void (*ask_)(void*);
    void* argument_;
    // All below are guarded by Gil::mutex_.
    std::condition_variable wake_;
    Participant* next_ = nullptr;  // in the queue
    bool granted_ = false;         // the lock was handed to us
    bool woken_ = false;           // told that the lock is free, and not yet back
  };

  Gil() = default;
  Gil(const Gil&) = delete;
  Gil& operator=(const Gil&) = delete;

  void acquire(Participant& self) {
    uint32_t free = 0;
    if (state_.compare_exchange_strong(free, Locked, std::memory_order_acquire,
                                       std::memory_order_relaxed)) [[likely]] {
      holder_.store(&self, std::memory_order_release);
      return;
    }
    acquire_slowly(self);
  }

  void release(Participant& self) {
    static_cast<void>(self);
    // Before the lock is free: nobody may find us as the holder afterwards.
    holder_.store(nullptr, std::memory_order_relaxed);
    uint32_t locked = Locked;
    if (state_.compare_exchange_strong(locked, 0, std::memory_order_release,
                                       std::memory_order_relaxed)) [[likely]]
      return;
    release_slowly();
  }

  // Somebody waits for it.
  bool wanted() const { return (state_.load(std::memory_order_relaxed) & Waited) != 0; }

  // By the holder: gives the lock to the one that has waited longest and returns when it is ours
  // again. Returns at once when nobody waits.
  void hand_over(Participant& self);

  // By anyone: how long a waiter waits before it asks (sys.setswitchinterval).
  void set_interval(int64_t nanoseconds) {
    interval_.store(nanoseconds, std::memory_order_relaxed);
  }
  int64_t interval() const { return interval_.load(std::memory_order_relaxed); }

  bool is_held_by(const Participant& self) const {
    return holder_.load(std::memory_order_relaxed) == &self;
  }

  // In the child: the other threads, and with them whoever waited, are gone.
  void reinitialise_after_fork(Participant& self);

  // In the child: `gone` belongs to a thread that the parent has kept.
  static void forget_after_fork(Participant& gone);

 private:
  // Bits of state_. Waited is set and cleared under the mutex only: exactly while the queue is not
  // empty.
  static constexpr uint32_t Locked = 1;
  static constexpr uint32_t Waited = 2;

  void acquire_slowly(Participant& self);
  void release_slowly();
  // All with the mutex held.
  void enqueue(Participant& self);
  Participant* dequeue();
  bool take_if_free();
  void wait_for_turn(Participant& self, std::unique_lock<std::mutex>& lock);

  std::atomic<uint32_t> state_{0};
  // Who holds it, or null shortly before it is released and after it was taken.
  std::atomic<Participant*> holder_{nullptr};
  std::atomic<int64_t> interval_{DefaultInterval};
  std::mutex mutex_;
  Participant* first_ = nullptr;
  Participant* last_ = nullptr;
  uint64_t switches_ = 0;  // how often it went to one of the queue
};

}  // namespace weft::runtime
