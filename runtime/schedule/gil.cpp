#include "runtime/schedule/gil.h"

#include <cassert>

#include "runtime/schedule/forked_child.h"

namespace weft::runtime {

void Gil::acquire_slowly(Participant& self) {
  std::unique_lock lock(mutex_);
  // Free although somebody waits: see release() on short calls. The one that was woken finds it
  // taken and waits on, and asks when its interval is over.
  if (!take_if_free()) {
    enqueue(self);
    wait_for_turn(self, lock);
  }
  holder_.store(&self, std::memory_order_release);
}

void Gil::release_slowly() {
  const std::lock_guard lock(mutex_);
  state_.fetch_and(~Locked, std::memory_order_release);
  if (first_ == nullptr || first_->woken_) return;
  first_->woken_ = true;
  first_->wake_.notify_one();
}

void Gil::hand_over(Participant& self) {
  if (!wanted()) return;
  std::unique_lock lock(mutex_);
  // Not always taken as `self`: participants of one OS thread hold it for one another.
  assert((state_.load(std::memory_order_relaxed) & Locked) != 0);
  Participant* next = dequeue();
  if (next == nullptr) return;
  // It stays locked all the time.
  holder_.store(next, std::memory_order_release);
  next->granted_ = true;
  ++switches_;
  next->wake_.notify_one();
  enqueue(self);
  wait_for_turn(self, lock);
  holder_.store(&self, std::memory_order_release);
}

// Returns with the lock taken and `self` out of the queue.
void Gil::wait_for_turn(Participant& self, std::unique_lock<std::mutex>& lock) {
  using Time = std::chrono::steady_clock;
  const auto interval_from_now = [this] {
    return Time::now() + std::chrono::nanoseconds(interval());
  };
  uint64_t switches_seen = switches_;
  auto ask_at = interval_from_now();
  while (true) {
    // It may have become free before we were in the queue.
    if (first_ == &self && take_if_free()) {
      dequeue();
      ++switches_;
      return;
    }
    const bool in_vain = self.wake_.wait_until(lock, ask_at) == std::cv_status::timeout;
    if (self.granted_) {
      self.granted_ = false;
      return;
    }
    self.woken_ = false;
    if (!in_vain) continue;
    // Whoever got it meanwhile has its interval too.
    Participant* holder = holder_.load(std::memory_order_acquire);
    if (holder != nullptr && switches_seen == switches_) holder->ask_(holder->argument_);
    switches_seen = switches_;
    ask_at = interval_from_now();
  }
}

bool Gil::take_if_free() {
  uint32_t state = state_.load(std::memory_order_relaxed);
  while ((state & Locked) == 0) {
    if (state_.compare_exchange_weak(state, state | Locked, std::memory_order_acquire,
                                     std::memory_order_relaxed))
      return true;
  }
  return false;
}

void Gil::enqueue(Participant& self) {
  assert(self.next_ == nullptr && last_ != &self);
  (last_ != nullptr ? last_->next_ : first_) = &self;
  last_ = &self;
  // Acquire: who released it without the mutex is not found as the holder any more.
  state_.fetch_or(Waited, std::memory_order_acquire);
}

Gil::Participant* Gil::dequeue() {
  Participant* participant = first_;
  if (participant == nullptr) return nullptr;
  first_ = participant->next_;
  participant->next_ = nullptr;
  participant->woken_ = false;
  if (first_ == nullptr) {
    last_ = nullptr;
    state_.fetch_and(~Waited, std::memory_order_relaxed);
  }
  return participant;
}

void Gil::reinitialise_after_fork(Participant& self) {
  begin_anew(mutex_);
  first_ = nullptr;
  last_ = nullptr;
  forget_after_fork(self);
  state_.store(Locked, std::memory_order_relaxed);
  holder_.store(&self, std::memory_order_relaxed);
}

void Gil::forget_after_fork(Participant& gone) {
  begin_anew(gone.wake_);
  gone.next_ = nullptr;
  gone.granted_ = false;
  gone.woken_ = false;
}

}  // namespace weft::runtime
