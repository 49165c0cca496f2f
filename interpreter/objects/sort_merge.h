// Merging two neighbouring ascending runs in place, stably.
//
// A merge first skips what is in place at both ends by galloping, so that runs which hardly overlap
// cost little. Then the shorter run is copied to scratch memory and the two are merged towards the
// place it left; where comparing is dear the merge gallops again as long as one side wins often.
// Where it is cheap, elements are chosen without branches.
#pragma once

#include <cstdlib>
#include <cstring>
#include <type_traits>

#include "interpreter/objects/sort_gallop.h"

namespace weft {

template <class Element, class Comparer>
class RunMerger : public GallopSearch<Element, Comparer> {
  static_assert(std::is_trivially_copyable_v<Element>);

 public:
  explicit RunMerger(Comparer& comparer) : GallopSearch<Element, Comparer>(comparer) {}
  ~RunMerger() { std::free(scratch_); }
  RunMerger(const RunMerger&) = delete;
  RunMerger& operator=(const RunMerger&) = delete;

  // A comparison failed or there is no memory. A merge that stops leaves all elements there.
  bool stopped() const { return this->failed() || out_of_memory_; }
  bool out_of_memory() const { return out_of_memory_; }

  // Merges two neighbouring runs.
  void merge(Element* left, size_t left_count, size_t right_count) {
    Element* right = left + left_count;
    const size_t in_place = this->upper_bound_forward(*right, left, left_count);
    if (stopped()) return;
    left += in_place;
    left_count -= in_place;
    if (left_count == 0) return;
    right_count = this->lower_bound_backward(left[left_count - 1], right, right_count);
    if (stopped() || right_count == 0) return;
    if (left_count <= right_count) {
      merge_forward(left, left_count, right_count);
    } else {
      merge_backward(left, left_count, right_count);
    }
  }

 protected:
  static void copy(Element* target, const Element* source, size_t count) {
    if (count != 0) std::memcpy(static_cast<void*>(target), source, count * sizeof(Element));
  }
  static void move(Element* target, const Element* source, size_t count) {
    if (count != 0) std::memmove(static_cast<void*>(target), source, count * sizeof(Element));
  }

 private:
  static constexpr size_t GallopFrom = 7;

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
        const Element from_left = *waiting;
        const Element from_right = *right;
        const bool take_right = this->less(from_right, from_left);
        *target++ = take_right ? from_right : from_left;
        right += take_right;
        waiting += !take_right;
      }
    } else {
      size_t patience = GallopFrom;
      while (waiting != waiting_end && right != right_end && !this->failed()) {
        size_t left_wins = 0;
        size_t right_wins = 0;
        while (waiting != waiting_end && right != right_end && left_wins < patience &&
               right_wins < patience) {
          const bool take_right = this->less(*right, *waiting);
          if (this->failed()) break;
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
        while (waiting != waiting_end && right != right_end && !this->failed()) {
          const size_t from_left = this->upper_bound_forward(
              *right, waiting, static_cast<size_t>(waiting_end - waiting));
          if (this->failed()) break;
          copy(target, waiting, from_left);
          target += from_left;
          waiting += from_left;
          if (waiting == waiting_end) break;
          const size_t from_right =
              this->lower_bound_forward(*waiting, right, static_cast<size_t>(right_end - right));
          if (this->failed()) break;
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
        const Element from_left = left[left_count - 1];
        const Element from_right = waiting[waiting_count - 1];
        const bool take_left = this->less(from_right, from_left);
        *--target = take_left ? from_left : from_right;
        left_count -= take_left;
        waiting_count -= !take_left;
      }
    } else {
      size_t patience = GallopFrom;
      while (waiting_count != 0 && left_count != 0 && !this->failed()) {
        size_t left_wins = 0;
        size_t right_wins = 0;
        while (waiting_count != 0 && left_count != 0 && left_wins < patience &&
               right_wins < patience) {
          const bool take_left = this->less(waiting[waiting_count - 1], left[left_count - 1]);
          if (this->failed()) break;
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
        while (waiting_count != 0 && left_count != 0 && !this->failed()) {
          const size_t left_rest =
              this->upper_bound_backward(waiting[waiting_count - 1], left, left_count);
          if (this->failed()) break;
          const size_t from_left = left_count - left_rest;
          target -= from_left;
          left_count = left_rest;
          move(target, left + left_count, from_left);
          if (left_count == 0) break;
          const size_t right_rest =
              this->lower_bound_backward(left[left_count - 1], waiting, waiting_count);
          if (this->failed()) break;
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

  Element* scratch_ = nullptr;
  size_t scratch_capacity_ = 0;
  bool out_of_memory_ = false;
};

}  // namespace weft
