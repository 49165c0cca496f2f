// The timers of a hub: who is to be woken when, soonest first, equal deadlines in the order in
// which they were set (programs rely on it). Good for millions.
//
// A timer is never taken out when its owner stops waiting: the entry is then *stale*, known by the
// owner's epoch having moved on, and is skipped when its turn comes. Owners report each entry that
// becomes stale with note_stale(); when more than half are, they are thrown out together. So
// setting and cancelling cost constant time in the common case, and a program that sets a long
// timeout around each of a million short waits keeps few entries.
//
// A heap with four children a node, in one piece of memory whose groups of children each begin a
// cache line: half the levels of a binary one, and two lines touched a level.
//
// A member of a RootSource, which calls trace(): timers keep their owners alive while they are not
// stale. Used under the GIL.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include "runtime/heap/marker.h"

namespace weft::runtime {

struct Timer {
  int64_t deadline;   // a reading of the clock, in nanoseconds
  uint64_t sequence;  // the how-manieth timer set in this hub
  Cell* owner;
  uint64_t epoch;  // of the owner's wait; see IsLive

  bool is_before(const Timer& other) const {
    return deadline != other.deadline ? deadline < other.deadline : sequence < other.sequence;
  }
};
static_assert(sizeof(Timer) == 32);

class Timers {
 public:
  // Whether the owner still waits in that epoch. Must not allocate; called during collections too.
  using IsLive = bool (*)(const Cell* owner, uint64_t epoch);

  explicit Timers(IsLive is_live) : is_live_(is_live) {}
  Timers(const Timers&) = delete;
  Timers& operator=(const Timers&) = delete;

  // False when there is no memory.
  [[nodiscard]] bool add(int64_t deadline, Cell* owner, uint64_t epoch);
  // One entry that was live became stale (its wait ended otherwise). For an entry that was handed
  // out by pop_due() this is not said.
  void note_stale();

  // The soonest that is live, or null. Good until the next call that is not const.
  const Timer* first();
  // Takes the soonest live timer if its deadline is not after `now`.
  [[nodiscard]] bool pop_due(int64_t now, Timer& due);

  // Marks the owners of live entries and drops the others.
  void trace(Marker& marker);

  // Entries, stale ones included.
  size_t size() const { return size_; }
  size_t live_count() const { return size_ - stale_; }

 private:
  static constexpr size_t Children = 4;
  // The root lies so that each group of children begins at a multiple of four entries.
  static constexpr size_t RootPlace = 3;

  struct Free {
    void operator()(Timer* memory) const { std::free(memory); }
  };

  Timer& at(size_t index) { return memory_.get()[RootPlace + index]; }
  bool resize(size_t capacity);
  void remove_first();
  void sift_up(size_t hole, const Timer& timer);
  void sift_down(size_t hole, const Timer& timer);
  void compact();
  void drop_stale_firsts();

  IsLive is_live_;
  std::unique_ptr<Timer, Free> memory_;
  size_t capacity_ = 0;  // entries, those before the root not counted
  size_t size_ = 0;
  size_t stale_ = 0;  // how many of them are known to be stale
  uint64_t next_sequence_ = 0;
};

}  // namespace weft::runtime
