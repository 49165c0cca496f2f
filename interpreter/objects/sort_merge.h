// A stable, adaptive merge sort over any elements and any order.
//
// Runs that are there already (ascending, or strictly descending, which are turned round) are found
// first; short ones are made longer by insertion. The runs are merged two neighbours at a time in
// the order the powersort rule gives (J. Munro, S. Wild: Nearly-optimal mergesorts): the tree of
// merges comes out nearly balanced by length without looking at all runs first. A merge first skips
// what is in place at both ends, by galloping (exponential search), so that sorted data cost one
// comparison an element; then it merges, galloping again where one side wins for long.
//
// The order is given by a comparer:
//
//   static constexpr bool CanFail    comparing may fail; then it returns Truth, else bool
//   static constexpr bool IsCheap    comparing costs less than a mispredicted branch
//   less(left, right)
//
// When a comparison fails, or scratch memory runs out, sorting stops; the elements then are in some
// order, each once. Elements are plain words; nothing here allocates cells.
#pragma once

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <type_traits>

#include "interpreter/objects/operations.h"

namespace weft {

template <class Element, class Comparer>
class MergeSorter {
  static_assert(std::is_trivially_copyable_v<Element>);

 public:
  MergeSorter(Element* elements, size_t count, Comparer& comparer)
      : elements_(elements), count_(count), comparer_(comparer) {}
  ~MergeSorter() { std::free(scratch_); }
  MergeSorter(const MergeSorter&) = delete;
  MergeSorter& operator=(const MergeSorter&) = delete;

  // False when it stopped.
  bool sort() {
    if (count_ < 2) return true;
    const size_t least = shortest_run(count_);
    size_t begin = 0;
    while (begin < count_ && !stopped()) {
      size_t length = natural_run(begin);
      if (length < least && !stopped()) {
        const size_t wanted = least < count_ - begin ? least : count_ - begin;
        insert_up_to(begin, length, wanted);
        length = wanted;
      }
      if (stopped()) break;
      push_run(begin, length);
      begin += length;
    }
    while (run_count_ > 1 && !stopped()) merge_top();
    return !stopped();
  }
  bool out_of_memory() const { return out_of_memory_; }

 private:
  struct Run {
    size_t begin;
    size_t length;
    int power;  // of the boundary to the next run
  };

  static constexpr size_t GallopFrom = 7;

  // Sorting stops: a comparison failed or there is no memory.
  bool stopped() const {
    if constexpr (Comparer::CanFail) return failed_ || out_of_memory_;
    return out_of_memory_;
  }
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

  // Between 16 and 32 or 32 and 64, such that the count divided by it is a power of two or a
  // little less.
  static constexpr size_t shortest_run(size_t count) {
    constexpr size_t Limit = Comparer::IsCheap ? 32 : 64;
    size_t rest = 0;
    while (count >= Limit) {
      rest |= count & 1;
      count >>= 1;
    }
    return count + rest;
  }

  // Length of the run at `begin`, which is ascending afterwards.
  size_t natural_run(size_t begin) {
    Element* run = elements_ + begin;
    const size_t limit = count_ - begin;
    if (limit < 2) return limit;
    size_t length = 2;
    if (less(run[1], run[0])) {
      while (length < limit && less(run[length], run[length - 1])) ++length;
      if (!failed()) reverse(run, run + length);
    } else {
      while (length < limit && !less(run[length], run[length - 1]) && !failed()) ++length;
    }
    return length;
  }

  static void reverse(Element* begin, Element* end) {
    while (begin < --end) {
      const Element first = *begin;
      *begin++ = *end;
      *end = first;
    }
  }

  // Makes a sorted beginning of `sorted` elements at `begin` one of `wanted`.
  void insert_up_to(size_t begin, size_t sorted, size_t wanted) {
    Element* run = elements_ + begin;
    for (; sorted < wanted; ++sorted) {
      const Element element = run[sorted];
      size_t low = 0;
      size_t high = sorted;
      while (low < high) {
        const size_t middle = (low + high) / 2;
        if (less(element, run[middle])) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      if (failed()) return;
      move(run + low + 1, run + low, sorted - low);
      run[low] = element;
    }
  }

  // How deep in the ideal tree the boundary between two neighbouring runs lies: the first binary
  // digit in which their middles, as fractions of the whole, differ.
  int boundary_power(const Run& left, size_t right_length) const {
    __extension__ using Wide = unsigned __int128;
    constexpr int FractionBits = 62;
    const Wide twice_left = Wide{left.begin} * 2 + left.length;
    const Wide twice_right = twice_left + left.length + right_length;
    const auto left_middle = static_cast<uint64_t>((twice_left << FractionBits) / (count_ * 2));
    const auto right_middle = static_cast<uint64_t>((twice_right << FractionBits) / (count_ * 2));
    return std::countl_zero(left_middle ^ right_middle);
  }

  void push_run(size_t begin, size_t length) {
    if (run_count_ > 0) {
      const int power = boundary_power(runs_[run_count_ - 1], length);
      while (run_count_ > 1 && runs_[run_count_ - 2].power > power && !stopped()) merge_top();
      runs_[run_count_ - 1].power = power;
    }
    runs_[run_count_++] = {begin, length, 0};
  }

  void merge_top() {
    Run& left = runs_[run_count_ - 2];
    const Run& right = runs_[run_count_ - 1];
    merge(elements_ + left.begin, left.length, right.length);
    left.length += right.length;
    --run_count_;
  }

  // Merges two neighbouring runs.
  void merge(Element* left, size_t left_count, size_t right_count) {
    Element* right = left + left_count;
    const size_t in_place = upper_bound_forward(*right, left, left_count);
    if (stopped()) return;
    left += in_place;
    left_count -= in_place;
    if (left_count == 0) return;
    right_count = lower_bound_backward(left[left_count - 1], right, right_count);
    if (stopped() || right_count == 0) return;
    if (left_count <= right_count) {
      merge_forward(left, left_count, right_count);
    } else {
      merge_backward(left, left_count, right_count);
    }
  }

  // --- Searches. Each returns how many of the `count` ascending elements come before `key`: for
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

  // --- Merges. The shorter run waits in scratch memory. At any time the elements still there fill
  // exactly the gap between what is merged and what is not, so stopping means copying them back.

  void merge_forward(Element* left, size_t left_count, size_t right_count) {
    Element* waiting = take_scratch(left, left_count);
    if (waiting == nullptr) return;
    Element* target = left;
    const Element* right = left + left_count;
    const Element* const waiting_end = waiting + left_count;
    const Element* const right_end = right + right_count;
    if constexpr (Comparer::IsCheap) {
      while (waiting != waiting_end && right != right_end) {
        const bool take_right = less(*right, *waiting);
        *target++ = take_right ? *right : *waiting;
        right += take_right;
        waiting += !take_right;
      }
    } else {
      size_t patience = GallopFrom;
      while (waiting != waiting_end && right != right_end && !failed()) {
        size_t left_wins = 0;
        size_t right_wins = 0;
        while (waiting != waiting_end && right != right_end && left_wins < patience &&
               right_wins < patience) {
          const bool take_right = less(*right, *waiting);
          if (failed()) break;
          if (take_right) {
            *target++ = *right++;
            ++right_wins;
            left_wins = 0;
          } else {
            *target++ = *waiting++;
            ++left_wins;
            right_wins = 0;
          }
        }
        while (waiting != waiting_end && right != right_end && !failed()) {
          const size_t from_left =
              upper_bound_forward(*right, waiting, static_cast<size_t>(waiting_end - waiting));
          if (failed()) break;
          copy(target, waiting, from_left);
          target += from_left;
          waiting += from_left;
          if (waiting == waiting_end) break;
          const size_t from_right =
              lower_bound_forward(*waiting, right, static_cast<size_t>(right_end - right));
          if (failed()) break;
          move(target, right, from_right);
          target += from_right;
          right += from_right;
          if (from_left < GallopFrom && from_right < GallopFrom) {
            ++patience;
            break;
          }
          if (patience > 1) --patience;
        }
      }
    }
    copy(target, waiting, static_cast<size_t>(waiting_end - waiting));
  }

  void merge_backward(Element* left, size_t left_count, size_t right_count) {
    Element* const waiting = take_scratch(left + left_count, right_count);
    if (waiting == nullptr) return;
    Element* target = left + left_count + right_count;  // one past the next place
    size_t waiting_count = right_count;
    if constexpr (Comparer::IsCheap) {
      while (waiting_count != 0 && left_count != 0) {
        const bool take_left = less(waiting[waiting_count - 1], left[left_count - 1]);
        *--target = take_left ? left[left_count - 1] : waiting[waiting_count - 1];
        left_count -= take_left;
        waiting_count -= !take_left;
      }
    } else {
      size_t patience = GallopFrom;
      while (waiting_count != 0 && left_count != 0 && !failed()) {
        size_t left_wins = 0;
        size_t right_wins = 0;
        while (waiting_count != 0 && left_count != 0 && left_wins < patience &&
               right_wins < patience) {
          const bool take_left = less(waiting[waiting_count - 1], left[left_count - 1]);
          if (failed()) break;
          if (take_left) {
            *--target = left[--left_count];
            ++left_wins;
            right_wins = 0;
          } else {
            *--target = waiting[--waiting_count];
            ++right_wins;
            left_wins = 0;
          }
        }
        while (waiting_count != 0 && left_count != 0 && !failed()) {
          const size_t left_rest =
              upper_bound_backward(waiting[waiting_count - 1], left, left_count);
          if (failed()) break;
          const size_t from_left = left_count - left_rest;
          target -= from_left;
          left_count = left_rest;
          move(target, left + left_count, from_left);
          if (left_count == 0) break;
          const size_t right_rest =
              lower_bound_backward(left[left_count - 1], waiting, waiting_count);
          if (failed()) break;
          const size_t from_right = waiting_count - right_rest;
          target -= from_right;
          waiting_count = right_rest;
          copy(target, waiting + waiting_count, from_right);
          if (from_left < GallopFrom && from_right < GallopFrom) {
            ++patience;
            break;
          }
          if (patience > 1) --patience;
        }
      }
    }
    copy(target - waiting_count, waiting, waiting_count);
  }

  static void copy(Element* target, const Element* source, size_t count) {
    if (count != 0) std::memcpy(static_cast<void*>(target), source, count * sizeof(Element));
  }
  static void move(Element* target, const Element* source, size_t count) {
    if (count != 0) std::memmove(static_cast<void*>(target), source, count * sizeof(Element));
  }

  // A copy of elements in scratch memory; null when there is none.
  Element* take_scratch(const Element* source, size_t count) {
    if (count > scratch_capacity_) {
      std::free(scratch_);
      scratch_ = static_cast<Element*>(std::malloc(count * sizeof(Element)));
      scratch_capacity_ = scratch_ == nullptr ? 0 : count;
      if (scratch_ == nullptr) {
        out_of_memory_ = true;
        return nullptr;
      }
    }
    copy(scratch_, source, count);
    return scratch_;
  }

  Element* elements_;
  size_t count_;
  Comparer& comparer_;
  Element* scratch_ = nullptr;
  size_t scratch_capacity_ = 0;
  bool failed_ = false;
  bool out_of_memory_ = false;
  // Powers grow towards the top, so there are no more runs than digits, and a few.
  static constexpr int MostRuns = 66;
  int run_count_ = 0;
  Run runs_[MostRuns];
};

}  // namespace weft
