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
// A collection marks, queues due finalisers (and marks what they reach), zeroes weak edges and runs
// `destroy` of dead cells. It touches no other dead cell: the allocator later walks through the
// mark bits, from one run of free cells to the next. Thresholds grow with the live size;
// `limit_bytes` bounds the isolate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <new>
#include <utility>

#include "runtime/heap/cell.h"
#include "runtime/heap/marker.h"
#include "runtime/heap/poison.h"
#include "runtime/heap/size_classes.h"
#include "runtime/heap/value.h"

namespace weft::runtime {

class Heap;
struct HeapImplementation;

// One entry of the list of rooted containers (rooted.h): `count` values that are roots.
struct RootLink {
  RootLink* previous;
  RootLink* next;
  Value* values;
  size_t count;
};

// Somebody who knows roots. Must outlive its registration.
class RootSource {
 public:
  virtual ~RootSource() = default;
  virtual void trace_roots(Marker& marker) = 0;
  // Called after marking, with `is_live` answers valid, before it is decided whose finaliser is
  // due: a dead cell that is given to set_finalizable() here is, and lives on for it.
  virtual void before_finalizing(Heap& heap) { static_cast<void>(heap); }
  // Called after marking, before any sweep, with `is_live` answers valid: the place to drop or
  // clear weakly held things (weak references, caches, intern tables).
  virtual void after_marking(Heap& heap) { static_cast<void>(heap); }
};

struct HeapOptions {
  size_t limit_bytes = SIZE_MAX;  // allocate() returns null beyond
  // The last part of the limit, for handling that the rest is used up: see open_reserve().
  size_t reserve_bytes = 0;
  // Collect at every n-th allocation; 0: by threshold only.
  uint32_t stress_interval = 0;
  // Most entries the mark stack may have. Only tests lower it: the collector works with any.
  size_t mark_stack_limit = SIZE_MAX;
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
  [[nodiscard]] Cell* allocate(size_t bytes, uint64_t header) {
    void* memory = take(bytes, header);
    return memory == nullptr ? nullptr : new (memory) Cell(header);
  }

  // Constructs a T (a Cell) with `extra_bytes` behind it; null at the limit.
  template <class T, class... Arguments>
  [[nodiscard]] T* make(size_t extra_bytes, uint64_t header, Arguments&&... arguments) {
    static_assert(alignof(T) <= alignof(Cell), "cells are aligned to 8 bytes");
    void* memory = take(sizeof(T) + extra_bytes, header);
    if (memory == nullptr) return nullptr;
    return new (memory) T(header, std::forward<Arguments>(arguments)...);
  }

  // The same for a size known to the compiler and a kind without `destroy`: nothing is looked up.
  template <class T, size_t Bytes>
  [[nodiscard]] T* make_fixed(uint64_t header) {
    static_assert(Bytes <= MaxSmallBytes && alignof(T) <= alignof(Cell));
    constexpr size_t SizeClass = size_class_of(Bytes);
    Run& run = runs_[SizeClass];
    void* memory = run.cursor;
    if (memory != run.limit) [[likely]] {
      run.cursor += size_class_bytes(SizeClass);
      __builtin_prefetch(run.cursor + PrefetchBytes, 1);
      unpoison(memory, Bytes);
    } else {
      memory = take_slow(Bytes, header);
      if (memory == nullptr) return nullptr;
    }
    return new (memory) T(header);
  }

  // What a request of `bytes` takes up: containers may as well use all of it.
  static size_t rounded_size(size_t bytes);

  // Makes `cell` larger where it is, if what lies behind it is free: on success it has room for
  // `bytes` (the new part is undefined), else nothing changed. Does not collect.
  [[nodiscard]] bool try_extend(Cell* cell, size_t bytes);

  // Collects now and gives unused memory back to the system. Safe wherever allocate() is.
  void collect();

  // Lets allocate() use the reserve, until a collection finds that it is not needed any more.
  void open_reserve();

  // Cells registered here are handed out by take_finalizable() once, after they became unreachable;
  // they and what they reach are kept alive for it. Referrers come before what they refer to,
  // otherwise the order is that of registration. A cell taken is an ordinary cell again.
  void set_finalizable(Cell* cell);
  // Takes the next cell whose finaliser is due, or null.
  Cell* take_finalizable();
  // Makes all registered cells due, reachable or not, in the order of their registration: the end.
  void make_all_finalizable_due();
  bool has_finalizable() const;

  void add_root_source(RootSource* source);
  void remove_root_source(RootSource* source);

  // Valid in RootSource::before_finalizing and after_marking only. Cells that wait for their
  // finaliser are live.
  bool is_live(const Cell* cell) const;

  // The base (highest address) of the native stack now running; the stack is scanned from the
  // current stack pointer up to here. Null: do not scan (nothing of ours is on it).
  void set_native_stack_base(void* base);
  void* native_stack_base() const;

  // Memory outside the heap that belongs to cells, for pacing and the limit. False: over the limit
  // even after a collection, and not accounted. May collect when `bytes` is positive.
  [[nodiscard]] bool account_external(ptrdiff_t bytes);

  // The cell in use that `address` points at or into, or null.
  Cell* find_cell(const void* address) const;
  // What the cell takes up: its size as requested, rounded up.
  size_t cell_size(const Cell* cell) const;

  HeapStatistics statistics() const;
  // May be changed at any time; takes effect at the next allocation.
  HeapOptions& options();

  // Maintainers' tools. verify() checks every reachable cell and edge and every block; on a fault
  // it prints what and where to stderr and returns false. dump() collects and writes one line a
  // live cell: address, kind, size, edges.
  bool verify();
  void dump(std::FILE* out);

 private:
  friend struct HeapImplementation;
  friend class HeapVerifier;
  friend class RootedBase;

  // Free memory of one size class that allocate() walks through. Empty: cursor == limit.
  struct Run {
    char* cursor = nullptr;
    char* limit = nullptr;
  };

  // Memory for a cell; the header tells the kind and is not written.
  void* take(size_t bytes, uint64_t header) {
    // Kinds with `destroy` take the slow way: their blocks must be known.
    if (bytes <= MaxSmallBytes && !destroys_[static_cast<uint8_t>(header >> Cell::KindShift)])
        [[likely]] {
      const size_t size_class = size_class_of(bytes);
      Run& run = runs_[size_class];
      char* memory = run.cursor;
      if (memory != run.limit) [[likely]] {
        run.cursor = memory + size_class_bytes(size_class);
        // New cells are written to in ever new cache lines; this has the later ones on their way.
        __builtin_prefetch(memory + PrefetchBytes, 1);
        unpoison(memory, bytes);
        return memory;
      }
    }
    return take_slow(bytes, header);
  }
  [[gnu::cold, gnu::noinline]] void* take_slow(size_t bytes, uint64_t header);

  static constexpr size_t PrefetchBytes = 512;

  Run runs_[SizeClassCount];
  bool destroys_[256] = {};  // by kind
  RootLink rooted_{&rooted_, &rooted_, nullptr, 0};
  std::unique_ptr<HeapImplementation> implementation_;
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
