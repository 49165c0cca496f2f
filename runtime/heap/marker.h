// What a trace function talks to: it reports the edges of one cell.
//
// While a collection marks, a reported cell is marked and put on the mark stack; nothing recurses.
// The verifier, the dump and the finaliser queue use the same trace functions with a visitor, which
// is told of every edge instead.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/heap/cell.h"
#include "runtime/heap/chunk.h"
#include "runtime/heap/value.h"

namespace weft::runtime {

class Heap;
class Marker;
struct HeapImplementation;

// How the collector treats cells of one kind.
struct KindInfo {
  const char* name = nullptr;
  // Reports every edge of `cell` (besides the shape in its header, which the heap marks itself).
  void (*trace)(Cell* cell, Marker& marker) = nullptr;  // null: no edges
  // Releases what lies outside the heap (descriptors, malloc'd memory). Called by the sweeper when
  // the cell is dead; must not touch other cells nor allocate.
  void (*destroy)(Cell* cell) = nullptr;  // null: nothing to release
};

// Sees edges instead of the mark stack.
class EdgeVisitor {
 public:
  virtual ~EdgeVisitor() = default;
  virtual void visit_edge(Cell* target) = 0;
  virtual void visit_weak_edge(Cell** slot) { static_cast<void>(slot); }
};

class Marker {
 public:
  Marker(const Marker&) = delete;
  Marker& operator=(const Marker&) = delete;
  ~Marker();

  void mark(Value value) {
    if (value.is_cell()) mark_cell(value.as_cell());
  }
  void mark(Cell* cell) {
    if (cell != nullptr) mark_cell(cell);
  }
  // The range is memory of the cell being traced (or of a root); it may be read until the end of
  // the collection.
  void mark_range(const Value* begin, const Value* end);
  // Every word that points at or into a cell in use marks it.
  void mark_conservatively(const void* begin, const void* end);
  // `slot` is zeroed after marking if its cell died. The slot must stay where it is until then.
  void mark_weak(Cell** slot);

 private:
  friend class Heap;
  friend struct HeapImplementation;
  friend class HeapVerifier;

  // A range on the mark stack is two words: its end, and on top its beginning with this tag.
  static constexpr uintptr_t RangeTag = 1;
  // Longer ranges are marked in pieces, so that the stack does not hold all children of a big
  // array.
  static constexpr ptrdiff_t RangePiece = 128;

  using TraceFunction = void (*)(Cell* cell, Marker& marker);

  // `traces`: the trace function of every kind, or null.
  Marker(HeapImplementation& heap, const TraceFunction* traces) : heap_(heap), traces_(traces) {}

  void mark_cell(Cell* cell) {
    if (visitor_ != nullptr) [[unlikely]] {
      visitor_->visit_edge(cell);
      return;
    }
    const MarkBit bit(cell);
    if (bit.is_set()) return;
    bit.set();
    push(reinterpret_cast<uintptr_t>(cell));
  }
  void push(uintptr_t entry) {
    if (top_ == limit_) [[unlikely]] {
      if (!grow()) return;
    }
    *top_++ = entry;
  }

  // Room for one more entry, or false with `overflowed_` set.
  bool grow();
  // Reports the edges of one cell, its shape included.
  void trace(Cell* cell);
  // The same, to `visitor`.
  void visit_edges(Cell* cell, EdgeVisitor& visitor);
  // Traces a marked cell and all that this newly reaches.
  void mark_again(Cell* cell);
  void mark_values(const Value* begin, const Value* end);
  // Empties the stack: afterwards all that is reachable from what was on it is marked.
  void drain();
  // Zeroes the weak slots whose cells are not marked and forgets all slots.
  void clear_dead_weak_slots();
  void release_memory();

  // While it lives, edges go to the visitor.
  class VisitorScope {
   public:
    VisitorScope(Marker& marker, EdgeVisitor& visitor) : marker_(marker) {
      marker.visitor_ = &visitor;
      marker.last_shape_ = nullptr;
    }
    ~VisitorScope() { marker_.visitor_ = nullptr; }
    VisitorScope(const VisitorScope&) = delete;
    VisitorScope& operator=(const VisitorScope&) = delete;

   private:
    Marker& marker_;
  };

  HeapImplementation& heap_;
  const TraceFunction* traces_;
  EdgeVisitor* visitor_ = nullptr;
  uintptr_t* base_ = nullptr;
  uintptr_t* top_ = nullptr;
  uintptr_t* limit_ = nullptr;
  // Cells mostly share shapes; the last one seen is not looked up again.
  Cell* last_shape_ = nullptr;
  size_t stack_limit_ = SIZE_MAX;  // entries
  bool draining_ = false;
  // A cell was marked but not put on the stack: some marked cells must be traced again.
  bool overflowed_ = false;
  std::vector<Cell**> weak_slots_;
};

}  // namespace weft::runtime
