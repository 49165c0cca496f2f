// Comparing and searching for a merge sort: a comparer with a memory of failures, and galloping
// (exponential search) in ascending runs.
//
// The order is given by a comparer:
//
//   static constexpr bool CanFail    comparing may fail; then it returns Truth, else bool
//   static constexpr bool IsCheap    comparing costs less than a mispredicted branch
//   less(left, right)
#pragma once

#include <cstdint>

#include "interpreter/objects/operations.h"

namespace weft {

template <class Element, class Comparer>
class GallopSearch {
 public:
  explicit GallopSearch(Comparer& comparer) : comparer_(comparer) {}

  bool failed() const {
    if constexpr (Comparer::CanFail) return failed_;
    return false;
  }

  bool less(const Element& left, const Element& right) {
    if constexpr (Comparer::CanFail) {
      // After a failure nothing is compared any more; loops end by their other conditions.
      if (failed_) [[unlikely]]
        return false;
      const Truth result = comparer_.less(left, right);
      if (result == Truth::Error) [[unlikely]]
        failed_ = true;
      return result == Truth::True;
    } else {
      return comparer_.less(left, right);
    }
  }

  // Each search returns how many of the `count` ascending elements come before `key`: for
  // lower bounds those less than it, for upper bounds those not greater. "Forward" begins looking
  // at the first element, "backward" at the last.

  size_t upper_bound_forward(const Element& key, const Element* run, size_t count) {
    return gallop_forward(count, [&](size_t i) { return !less(key, run[i]); });
  }
  size_t lower_bound_forward(const Element& key, const Element* run, size_t count) {
    return gallop_forward(count, [&](size_t i) { return less(run[i], key); });
  }
  size_t upper_bound_backward(const Element& key, const Element* run, size_t count) {
    return gallop_backward(count, [&](size_t i) { return !less(key, run[i]); });
  }
  size_t lower_bound_backward(const Element& key, const Element* run, size_t count) {
    return gallop_backward(count, [&](size_t i) { return less(run[i], key); });
  }

 private:
  // `before(i)` is true for the elements wanted, which are the first ones.
  template <class Before>
  size_t gallop_forward(size_t count, Before before) {
    size_t known = 0;  // so many are before
    size_t next = 0;
    while (next < count && before(next)) {
      if (failed()) return 0;
      known = next + 1;
      next = next * 2 + 1;
    }
    return search(known, next < count ? next : count, before);
  }
  template <class Before>
  size_t gallop_backward(size_t count, Before before) {
    size_t known = count;  // from here on none is before
    size_t distance = 1;
    while (distance <= count && !before(count - distance)) {
      if (failed()) return 0;
      known = count - distance;
      distance *= 2;
    }
    return search(distance <= count ? count - distance + 1 : 0, known, before);
  }
  // All below `low` are before, none from `high` on.
  template <class Before>
  size_t search(size_t low, size_t high, Before before) {
    while (low < high) {
      const size_t middle = low + (high - low) / 2;
      if (before(middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
      if (failed()) return 0;
    }
    return low;
  }

  Comparer& comparer_;
  bool failed_ = false;
};

}  // namespace weft
