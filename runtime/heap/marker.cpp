#include "runtime/heap/marker.h"

#include <algorithm>
#include <cstdlib>
#include <new>

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
  if (visitor_ != nullptr) [[unlikely]] {
    for (; begin != end; ++begin) mark(*begin);
    return;
  }
  // As mark(), with the top of the stack in a register.
  uintptr_t* top = top_;
  for (; begin != end; ++begin) {
    if (!begin->is_cell()) continue;
    Cell* cell = begin->as_cell();
    const MarkBit bit(cell);
    if (bit.is_set()) continue;
    bit.set();
    if (top == limit_) [[unlikely]] {
      top_ = top;
      const bool has_room = grow();
      top = top_;
      if (!has_room) continue;
    }
    *top++ = reinterpret_cast<uintptr_t>(cell);
  }
  top_ = top;
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
  try {
    weak_slots_.push_back(slot);
  } catch (const std::bad_alloc&) {
    mark_cell(*slot);  // as good as strong, this time
  }
}

void Marker::clear_dead_weak_slots() {
  for (Cell** slot : weak_slots_) {
    if (*slot != nullptr && !MarkBit(*slot).is_set()) *slot = nullptr;
  }
  weak_slots_.clear();
}

inline void Marker::trace(Cell* cell) {
  const uint64_t header = cell->header();
  auto* shape = reinterpret_cast<Cell*>(header & Cell::PointerMask);
  if (shape != last_shape_ && shape != nullptr) {
    if (visitor_ == nullptr) last_shape_ = shape;
    mark_cell(shape);
  }
  auto* trace_edges = traces_[static_cast<uint8_t>(header >> Cell::KindShift)];
  if (trace_edges != nullptr) trace_edges(cell, *this);
}

void Marker::visit_edges(Cell* cell, EdgeVisitor& visitor) {
  const VisitorScope scope(*this, visitor);
  trace(cell);
}

void Marker::mark_again(Cell* cell) {
  trace(cell);
  drain();
}

void Marker::drain() {
  // Cells wait here for a few turns between the prefetch of their memory and their tracing.
  constexpr size_t WaitingCount = 16;
  Cell* waiting[WaitingCount];
  size_t first = 0;
  size_t last = 0;
  draining_ = true;
  for (;;) {
    if (top_ != base_) {
      const uintptr_t entry = *--top_;
      if ((entry & RangeTag) != 0) [[unlikely]] {
        const auto* end = reinterpret_cast<const Value*>(*--top_);
        mark_range(reinterpret_cast<const Value*>(entry & ~RangeTag), end);
        continue;
      }
      auto* cell = reinterpret_cast<Cell*>(entry);
      __builtin_prefetch(cell);
      waiting[last++ % WaitingCount] = cell;
      if (last - first < WaitingCount) continue;
    } else if (first == last) {
      break;
    }
    trace(waiting[first++ % WaitingCount]);
  }
  draining_ = false;
}

// Reads stacks, whose red zones and dead variables AddressSanitizer guards. Those of threads that
// wait without the GIL are written meanwhile, but no cell is: what a word there was or becomes is
// the same to a scan.
[[gnu::no_sanitize_address, gnu::no_sanitize_thread]] void Marker::mark_conservatively(
    const void* begin, const void* end) {
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
