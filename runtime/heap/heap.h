// The heap of one isolate: non-moving, mark-sweep, size-segregated.
//
// Guarantees
//  * A cell never moves; raw pointers to cells stay good as long as the cell is reachable.
//  * A cell is reachable from: roots registered here, precise edges reported by its kind's trace
//    function, rooted containers (rooted.h), and every word (interior pointers too) of the native
//    stacks in use and of the registers. So native code holds raw cells in locals without handles.
//  * A cell held only by memory the collector does not see (malloc, std::vector, globals) dies.
//  * allocate() may collect. Between allocate() and full initialisation of the new cell no other
//    allocation may happen (the tracer would read garbage).
//
// A collection marks, clears weak edges, queues finalisers, and leaves sweeping to the allocator,
// block by block. Thresholds grow with the live size; `limit_bytes` bounds the isolate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <new>
#include <utility>

#include "runtime/heap/cell.h"
#include "runtime/heap/value.h"

namespace weft::runtime {

class Heap;
class Marker;

// How the collector treats cells of one kind.
struct KindInfo {
  const char* name = nullptr;
  // Reports every edge of `cell` (besides the shape in its header, which the heap marks itself).
  void (*trace)(Cell* cell, Marker& marker) = nullptr;  // null: no edges
  // Releases what lies outside the heap (descriptors, malloc'd memory). Called by the sweeper when
  // the cell is dead; must not touch other cells nor allocate.
  void (*destroy)(Cell* cell) = nullptr;  // null: nothing to release
};

// What a trace function talks to.
class Marker {
 public:
  virtual ~Marker() = default;
  void mark(Value value) {
    if (value.is_cell()) mark_cell(value.as_cell());
  }
  void mark(Cell* cell) {
    if (cell != nullptr) mark_cell(cell);
  }
  void mark_range(const Value* begin, const Value* end) {
    for (; begin != end; ++begin) mark(*begin);
  }
  // Every word that points into a live cell marks it.
  virtual void mark_conservatively(const void* begin, const void* end) = 0;
  // Calls weak->clear(cell) style hooks: `slot` is zeroed after marking if its cell died.
  virtual void mark_weak(Cell** slot) = 0;

 protected:
  virtual void mark_cell(Cell* cell) = 0;
};

// Somebody who knows roots. Must outlive its registration.
class RootSource {
 public:
  virtual ~RootSource() = default;
  virtual void trace_roots(Marker& marker) = 0;
  // Called after marking, before any sweep, with `is_live` answers valid: the place to drop or
  // clear weakly held things (weak references, caches, intern tables).
  virtual void after_marking(Heap& heap) { static_cast<void>(heap); }
};

struct HeapOptions {
  size_t limit_bytes = SIZE_MAX;  // allocate() returns null beyond
  // Collect at every n-th allocation; 0: by threshold only.
  uint32_t stress_interval = 0;
};

struct HeapStatistics {
  size_t live_bytes;       // after the last collection
  size_t allocated_bytes;  // cells in use now, an upper bound until swept
  size_t reserved_bytes;   // taken from the system
  uint64_t collections;
  uint64_t allocations_slow;
};

class Heap {
 public:
  explicit Heap(const HeapOptions& options);
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  // Kind 0 is reserved for free memory.
  void register_kind(uint8_t kind, const KindInfo& info);

  // Memory for a cell of `bytes` (header included), header written, the rest undefined.
  // Null when the limit is reached even after a collection.
  [[nodiscard]] Cell* allocate(size_t bytes, uint64_t header);

  // Constructs a T (a Cell) with `extra_bytes` behind it; null at the limit.
  template <class T, class... Arguments>
  [[nodiscard]] T* make(size_t extra_bytes, uint64_t header, Arguments&&... arguments) {
    Cell* memory = allocate(sizeof(T) + extra_bytes, header);
    if (memory == nullptr) return nullptr;
    return new (static_cast<void*>(memory)) T(header, std::forward<Arguments>(arguments)...);
  }

  // Collects now. Safe wherever allocate() is.
  void collect();

  // Cells allocated with this queue run `finalize` once after they became unreachable, outside the
  // collection; they and what they reach are kept alive for it.
  void set_finalizable(Cell* cell);
  // Takes the next cell whose finaliser is due, or null.
  Cell* take_finalizable();
  bool has_finalizable() const;

  void add_root_source(RootSource* source);
  void remove_root_source(RootSource* source);

  // Valid in RootSource::after_marking only.
  bool is_live(const Cell* cell) const;

  // The base (highest address) of the native stack now running; the stack is scanned from the
  // current stack pointer up to here. Null: do not scan (nothing of ours is on it).
  void set_native_stack_base(void* base);
  void* native_stack_base() const;

  // Memory outside the heap that belongs to cells, for pacing and the limit. False: over the limit.
  [[nodiscard]] bool account_external(ptrdiff_t bytes);

  // The cell `address` points at or into, or null.
  Cell* find_cell(const void* address) const;
  size_t cell_size(const Cell* cell) const;

  HeapStatistics statistics() const;
  HeapOptions& options();

  // Maintainers' tools. verify() checks every reachable cell and edge and every block's free list;
  // on a fault it prints what and where to stderr and returns false. dump() writes one line a live
  // cell: address, kind, size, edges.
  bool verify();
  void dump(std::FILE* out);

 private:
  friend class RootedBase;
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// The barrier: every store of a reference into a cell goes through here. It costs nothing today; a
// generational collector can be switched on without touching callers.
inline void store(Cell* owner, Value& slot, Value value) {
  static_cast<void>(owner);
  slot = value;
}
template <class T>
inline void store(Cell* owner, T*& slot, T* value) {
  static_cast<void>(owner);
  slot = value;
}

}  // namespace weft::runtime
