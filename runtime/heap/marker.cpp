#include "runtime/heap/marker.h"

#include <algorithm>
#include <cstdlib>

#include "runtime/heap/heap_implementation.h"

namespace weft::runtime {

Marker::~Marker() { std::free(base_); }

void Marker::release_memory() {
  std::free(base_);
  base_ = top_ = limit_ = nullptr;
  std::vector<Cell**>().swap(weak_slots_);
}

bool Marker::grow() {
  const size_t present = static_cast<size_t>(limit_ - base_);
  const size_t wanted = std::min(std::max<size_t>(present * 2, 512), stack_limit_);
  void* memory = wanted > present ? std::realloc(base_, wanted * sizeof(uintptr_t)) : nullptr;
  if (memory == nullptr) {
    overflowed_ = true;
    return false;
  }
  base_ = static_cast<uintptr_t*>(memory);
  top_ = base_ + present;
  limit_ = base_ + wanted;
  return true;
}

void Marker::mark_values(const Value* begin, const Value* end) {
  for (; begin != end; ++begin) mark(*begin);
}

void Marker::mark_range(const Value* begin, const Value* end) {
  if (end - begin > RangePiece && draining_) {
    // The rest first, so that it is below the children on the stack.
    if (limit_ - top_ >= 2 || (grow() && limit_ - top_ >= 2)) {
      *top_++ = reinterpret_cast<uintptr_t>(end);
      *top_++ = reinterpret_cast<uintptr_t>(begin + RangePiece) | RangeTag;
      end = begin + RangePiece;
    }
  }
  mark_values(begin, end);
}

void Marker::mark_weak(Cell** slot) {
  if (*slot == nullptr) return;
  if (visitor_ != nullptr) {
    visitor_->visit_weak_edge(slot);
    return;
  }
  weak_slots_.push_back(slot);
}

void Marker::clear_dead_weak_slots() {
  for (Cell** slot : weak_slots_) {
    if (*slot != nullptr && !MarkBit(*slot).is_set()) *slot = nullptr;
  }
  weak_slots_.clear();
}

void Marker::trace(Cell* cell) {
  Cell* shape = cell->shape_cell();
  if (shape != last_shape_ && shape != nullptr) {
    mark_cell(shape);
    last_shape_ = visitor_ == nullptr ? shape : nullptr;
  }
  if (auto* trace_edges = kinds_[cell->kind_byte()].trace) trace_edges(cell, *this);
}

void Marker::drain() {
  // Cells wait here for a few turns between the prefetch of their memory and their tracing.
  constexpr size_t WaitingCount = 8;
  Cell* waiting[WaitingCount] = {};
  size_t turn = 0;
  size_t idle_turns = 0;
  draining_ = true;
  while (idle_turns < WaitingCount) {
    Cell* next = nullptr;
    if (top_ != base_) {
      const uintptr_t entry = *--top_;
      if ((entry & RangeTag) != 0) {
        const auto* end = reinterpret_cast<const Value*>(*--top_);
        mark_range(reinterpret_cast<const Value*>(entry & ~RangeTag), end);
        continue;
      }
      next = reinterpret_cast<Cell*>(entry);
      __builtin_prefetch(next);
      idle_turns = 0;
    } else {
      ++idle_turns;
    }
    Cell* due = waiting[turn];
    waiting[turn] = next;
    turn = (turn + 1) % WaitingCount;
    if (due != nullptr) {
      trace(due);
      idle_turns = 0;
    }
  }
  draining_ = false;
}

// Reads stacks, whose red zones and dead variables AddressSanitizer guards.
[[gnu::no_sanitize_address]] void Marker::mark_conservatively(const void* begin, const void* end) {
  constexpr uintptr_t WordMask = sizeof(uintptr_t) - 1;
  const auto* word = reinterpret_cast<const uintptr_t*>(
      (reinterpret_cast<uintptr_t>(begin) + WordMask) & ~WordMask);
  const auto* last =
      reinterpret_cast<const uintptr_t*>(reinterpret_cast<uintptr_t>(end) & ~WordMask);
  for (; word < last; ++word) {
    if (Cell* cell = heap_.find_cell(*word)) mark_cell(cell);
  }
}

}  // namespace weft::runtime
