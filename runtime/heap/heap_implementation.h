// The parts of a heap its users need not see. heap.cpp allocates, collector.cpp collects,
// heap_tools.cpp verifies and dumps.
//
// Rules for editing
//  1. Outside a collection, a small cell is in use iff its block is Full, or it lies before the
//     cursor of a Current block, or its mark bit is set. Nothing else records it; free memory is
//     never written.
//  2. During a collection mark bits mean the new marks; what was in use before is then in the
//     chunk's allocated_bits for Partial blocks, and no block is Current.
//  3. Mark bits of a block that is not in use are zero.
//  4. Nothing between prepare() and finish() allocates cells or gives memory back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <unordered_set>
#include <vector>

#include "runtime/heap/block_store.h"
#include "runtime/heap/heap.h"

namespace weft::runtime {

struct HeapImplementation {
  HeapImplementation(Heap& owner, const HeapOptions& heap_options);
  ~HeapImplementation();

  // --- allocation (heap.cpp) ---
  // Makes the size class's run non-empty from blocks at hand. False: a new block is needed.
  bool next_run(size_t size_class);
  // The next free cells of `block` at or after `from`; false: none.
  static bool find_run(const Block* block, const char* from, Heap::Run& run);
  void* allocate_small(size_t bytes, uint64_t header);
  void* allocate_large(size_t bytes);
  // Ends all runs where they are, so that the next allocation takes the slow way.
  void cut_runs();
  bool has_room_for(size_t bytes) const;
  // Counts an allocation of `bytes`, and collects first if it is time to. A large cell comes after
  // the collection it causes, so that it may take the place of one that is garbage.
  void pace(size_t bytes);

  // --- collection (collector.cpp) ---
  // Collects with the registers spilled.
  [[gnu::noinline]] void collect_now(bool release_at_once);
  // `stack_pointer`: the native stack is scanned from here; registers are on it already.
  void collect(const void* stack_pointer, bool release_at_once);
  void prepare();
  void trace_roots(Marker& to, const void* stack_pointer);
  void scan_native_stack(Marker& to, const void* stack_pointer);
  void mark_until_done();
  // Moves the finalizable cells that are not marked to the queue, and marks all they reach.
  void queue_finalizable();
  std::vector<Cell*> mark_in_order_of_finalization(const std::unordered_set<Cell*>& due);
  void finish();
  void finish_block(Block* block);
  void destroy_dead_cells(Block* block);
  void destroy_everything();
  void set_budget(bool release_at_once);
  size_t growth_percent() const;

  // --- questions ---
  Cell* find_cell(uintptr_t address) const;
  bool is_in_use(const Block* block, const Cell* cell) const;
  size_t cell_size(const Cell* cell) const;
  size_t used_bytes() const { return store.bytes_in_use() + external_bytes; }
  // `visit(Cell*)` for every cell in use.
  template <class Visit>
  void for_each_cell(Visit visit) const {
    store.for_each_block([&](Block* block) {
      if (block->state == BlockState::SpanHead) {
        visit(reinterpret_cast<Cell*>(block->memory()));
        return;
      }
      for (size_t i = 0; i < block->cell_count; ++i) {
        Cell* cell = block->cell_at(i);
        if (is_in_use(block, cell)) visit(cell);
      }
    });
    for (Chunk* chunk : store.large_chunks()) visit(chunk->large_cell());
  }

  // --- tools (heap_tools.cpp) ---
  bool verify(const void* stack_pointer);
  void dump(std::FILE* out);

  Heap& heap;
  HeapOptions options;
  KindInfo kinds[256];
  Marker::TraceFunction traces[256] = {};  // those of `kinds`, closer together
  bool is_registered[256] = {};            // by kind
  BlockStore store;
  Marker marker;

  // By size class: the block the run lies in, and blocks that may have free cells.
  Block* current[SizeClassCount] = {};
  Block* partial[SizeClassCount] = {};

  bool collecting = false;
  std::vector<RootSource*> root_sources;
  std::vector<Cell*> finalizable;  // in order of registration
  std::deque<Cell*> finalizer_queue;
  void* stack_base = nullptr;

  bool reserve_is_open = false;
  size_t external_bytes = 0;
  size_t live_bytes = 0;       // after the last collection, external ones included
  size_t live_before = 0;      // after the one before
  size_t allocated_since = 0;  // since then
  size_t budget;               // collect when that reaches this
  size_t coming_bytes = 0;     // of the large cell a collection runs for: the budget is beyond it
  uint32_t stress_count = 0;
  uint64_t collections = 0;
  uint64_t allocations_slow = 0;
};

// Calls `then(stack_pointer)` such that the values of all registers lie on the stack above it.
template <class Then>
[[gnu::noinline]] void with_registers_on_stack(Then then) {
  // Makes this function save every callee-saved register in its frame; the others were saved by
  // the callers, who know that a call clobbers them.
  __builtin_unwind_init();
  struct Below {
    [[gnu::noinline]] static void call(Then& what) { what(__builtin_frame_address(0)); }
  };
  Below::call(then);
  // Not a tail call: the frame stays until here.
  asm volatile("" ::: "memory");
}

}  // namespace weft::runtime
