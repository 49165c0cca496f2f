// A stable, adaptive merge sort over any elements and any order.
//
// Runs that are there already (ascending, or strictly descending, which are turned round) are found
// first; short ones are made longer by insertion. The runs are merged two neighbours at a time in
// the order the powersort rule gives (J. Munro, S. Wild: Nearly-optimal mergesorts): the tree of
// merges comes out nearly balanced by length without looking at all runs first. Sorted data cost
// one comparison an element. The comparer is described in sort_gallop.h.
//
// When a comparison fails, or scratch memory runs out, sorting stops; the elements then are in some
// order, each once. Elements are plain words; nothing here allocates cells.
#pragma once

#include <bit>

#include "interpreter/objects/sort_merge.h"

namespace weft {

template <class Element, class Comparer>
class MergeSorter {
 public:
  MergeSorter(Element* elements, size_t count, Comparer& comparer)
      : elements_(elements), count_(count), merger_(comparer) {}

  // False when it stopped.
  bool sort() {
    if (count_ < 2) return true;
    const size_t least = shortest_run(count_);
    size_t begin = 0;
    while (begin < count_ && !merger_.stopped()) {
      size_t length = natural_run(begin);
      if (length < least && !merger_.stopped()) {
        const size_t wanted = least < count_ - begin ? least : count_ - begin;
        insert_up_to(begin, length, wanted);
        length = wanted;
      }
      if (merger_.stopped()) break;
      push_run(begin, length);
      begin += length;
    }
    while (run_count_ > 1 && !merger_.stopped()) merge_top();
    return !merger_.stopped();
  }
  bool out_of_memory() const { return merger_.out_of_memory(); }

 private:
  struct Run {
    size_t begin;
    size_t length;
    int power;  // of the boundary to the next run
  };

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
    if (merger_.less(run[1], run[0])) {
      while (length < limit && merger_.less(run[length], run[length - 1])) ++length;
      if (!merger_.failed()) reverse(run, run + length);
    } else {
      while (length < limit && !merger_.less(run[length], run[length - 1]) && !merger_.failed())
        ++length;
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
        if (merger_.less(element, run[middle])) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      if (merger_.failed()) return;
      std::memmove(static_cast<void*>(run + low + 1), run + low, (sorted - low) * sizeof(Element));
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
      while (run_count_ > 1 && runs_[run_count_ - 2].power > power && !merger_.stopped())
        merge_top();
      runs_[run_count_ - 1].power = power;
    }
    runs_[run_count_++] = {begin, length, 0};
  }

  void merge_top() {
    Run& left = runs_[run_count_ - 2];
    const Run& right = runs_[run_count_ - 1];
    merger_.merge(elements_ + left.begin, left.length, right.length);
    left.length += right.length;
    --run_count_;
  }

  Element* elements_;
  size_t count_;
  RunMerger<Element, Comparer> merger_;
  // Powers grow towards the top, so there are no more runs than digits, and a few.
  static constexpr int MostRuns = 66;
  int run_count_ = 0;
  Run runs_[MostRuns];
};

}  // namespace weft
