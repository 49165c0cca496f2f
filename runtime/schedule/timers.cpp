#include "runtime/schedule/timers.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace weft::runtime {
namespace {

constexpr size_t CacheLine = 64;
// The array is never smaller; below it stale entries are not worth throwing out.
constexpr size_t SmallestCapacity = 61;

}  // namespace

bool Timers::resize(size_t capacity) {
  if (capacity > SIZE_MAX / sizeof(Timer) / 2) return false;
  const size_t places = (RootPlace + capacity + 1) / 2 * 2;  // aligned_alloc wants whole lines
  auto* memory = static_cast<Timer*>(std::aligned_alloc(CacheLine, places * sizeof(Timer)));
  if (memory == nullptr) return false;
  if (size_ != 0) std::memcpy(memory + RootPlace, &at(0), size_ * sizeof(Timer));
  memory_.reset(memory);
  capacity_ = places - RootPlace;
  return true;
}

bool Timers::add(int64_t deadline, Cell* owner, uint64_t epoch) {
  if (size_ == capacity_ && !resize(std::max(SmallestCapacity, capacity_ * 2))) return false;
  sift_up(size_++, {deadline, next_sequence_++, owner, epoch});
  return true;
}

void Timers::note_stale() {
  ++stale_;
  assert(stale_ <= size_);
  if (stale_ > size_ / 2 && size_ > SmallestCapacity) compact();
}

const Timer* Timers::first() {
  drop_stale_firsts();
  return size_ == 0 ? nullptr : &at(0);
}

bool Timers::pop_due(int64_t now, Timer& due) {
  const Timer* soonest = first();
  if (soonest == nullptr || soonest->deadline > now) return false;
  due = *soonest;
  remove_first();
  return true;
}

void Timers::trace(Marker& marker) {
  if (stale_ != 0) compact();
  for (size_t i = 0; i < size_; ++i) marker.mark(at(i).owner);
}

void Timers::drop_stale_firsts() {
  while (stale_ != 0 && !is_live_(at(0).owner, at(0).epoch)) {
    --stale_;
    remove_first();
  }
}

void Timers::remove_first() {
  --size_;
  if (size_ != 0) sift_down(0, at(size_));
  // A burst of timers does not hold its memory for ever. No memory for a smaller array: no matter.
  if (capacity_ > SmallestCapacity * 4 && size_ < capacity_ / 8) resize(capacity_ / 2);
}

// Puts `timer` at the free place `hole` or above it.
void Timers::sift_up(size_t hole, const Timer& timer) {
  const Timer placed = timer;
  while (hole != 0) {
    const size_t parent = (hole - 1) / Children;
    if (!placed.is_before(at(parent))) break;
    at(hole) = at(parent);
    hole = parent;
  }
  at(hole) = placed;
}

// Puts `timer` at the free place `hole` or below it. The timer usually comes from the end and
// belongs near it again: the hole goes all the way down first, which needs no comparison with it.
void Timers::sift_down(size_t hole, const Timer& timer) {
  const Timer placed = timer;
  const size_t top = hole;
  for (size_t child = hole * Children + 1; child < size_; child = hole * Children + 1) {
    const size_t end = std::min(child + Children, size_);
    size_t soonest = child;
    for (size_t other = child + 1; other < end; ++other) {
      if (at(other).is_before(at(soonest))) soonest = other;
    }
    at(hole) = at(soonest);
    hole = soonest;
  }
  while (hole != top) {
    const size_t parent = (hole - 1) / Children;
    if (!placed.is_before(at(parent))) break;
    at(hole) = at(parent);
    hole = parent;
  }
  at(hole) = placed;
}

void Timers::compact() {
  size_t kept = 0;
  for (size_t i = 0; i < size_; ++i) {
    if (is_live_(at(i).owner, at(i).epoch)) at(kept++) = at(i);
  }
  size_ = kept;
  stale_ = 0;
  if (capacity_ > SmallestCapacity * 4 && size_ < capacity_ / 8)
    resize(std::max(SmallestCapacity, size_ * 2));
  if (size_ < 2) return;
  for (size_t i = (size_ - 2) / Children + 1; i-- > 0;) sift_down(i, at(i));
}

}  // namespace weft::runtime
