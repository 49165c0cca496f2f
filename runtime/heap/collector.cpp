#include <algorithm>
#include <cassert>
#include <cstring>
#include <new>

#include "runtime/heap/heap_implementation.h"

#ifdef WEFT_ADDRESS_SANITIZER
#include <sanitizer/asan_interface.h>
#endif

namespace weft::runtime {

namespace {

// A collection comes at the latest when this much was allocated since the last one, whatever the
// live size; above it the live size rules.
constexpr size_t MinBudget = 5 * 512 * 1024;
// How much garbage may come together before the next collection, in percent of the live size; and
// the bounds, likewise, of what may be allocated until then. A heap of which much survives (one
// that is being built up) gathers little garbage: it is not marked again and again in vain.
constexpr size_t GarbagePercent = 22;
constexpr size_t MinGrowthPercent = 28;
constexpr size_t MaxGrowthPercent = 40;

size_t count_marks(const Block* block) {
  const uint64_t* marks = block->marks();
  size_t count = 0;
  for (size_t i = 0; i < MarkWordsPerBlock; ++i) {
    count += static_cast<size_t>(__builtin_popcountll(marks[i]));
  }
  return count;
}

void clear_marks(Block* block) {
  std::memset(block->marks(), 0, MarkWordsPerBlock * sizeof(uint64_t));
}

}  // namespace

HeapImplementation::HeapImplementation(Heap& owner, const HeapOptions& heap_options)
    : heap(owner), options(heap_options), marker(*this, traces), budget(MinBudget) {}

HeapImplementation::~HeapImplementation() { destroy_everything(); }

void HeapImplementation::collect_now(bool release_at_once) {
  with_registers_on_stack(
      [&](const void* stack_pointer) { collect(stack_pointer, release_at_once); });
}

void HeapImplementation::collect(const void* stack_pointer, bool release_at_once) {
  if (collecting) return;
  prepare();
  collecting = true;
  marker.stack_limit_ = options.mark_stack_limit;
  trace_roots(marker, stack_pointer);
  mark_until_done();
  for (RootSource* source : root_sources) source->before_finalizing(heap);
  if (!finalizable.empty()) queue_finalizable();
  marker.clear_dead_weak_slots();
  for (RootSource* source : root_sources) source->after_marking(heap);
  finish();
  collecting = false;
  // With less room than this the next one that allocates would be where the last one was.
  if (used_bytes() + 2 * options.reserve_bytes <= options.limit_bytes) reserve_is_open = false;
  set_budget(release_at_once);
}

void HeapImplementation::prepare() {
  store.for_each_block([&](Block* block) {
    if (block->state == BlockState::Partial || block->state == BlockState::Current) {
      uint64_t* bits = block->allocated_bits();
      std::memcpy(bits, block->marks(), MarkWordsPerBlock * sizeof(uint64_t));
      if (block->state == BlockState::Current) {
        // Every cell before the cursor is in use; bits where no cell begins do not matter.
        const char* cursor = heap.runs_[block->size_class].cursor;
        const size_t count = static_cast<size_t>(cursor - block->memory()) / BytesPerMarkBit;
        std::fill_n(bits, count / 64, ~uint64_t{0});
        if (count % 64 != 0) bits[count / 64] |= (uint64_t{1} << (count % 64)) - 1;
        block->state = BlockState::Partial;
      }
    }
    clear_marks(block);
  });
  for (Chunk* chunk : store.large_chunks()) chunk->large_marks = 0;
  for (size_t i = 0; i < SizeClassCount; ++i) {
    heap.runs_[i] = Heap::Run{};
    current[i] = nullptr;
    partial[i] = nullptr;
  }
}

void HeapImplementation::trace_roots(Marker& to, const void* stack_pointer) {
  for (RootLink* link = heap.rooted_.next; link != &heap.rooted_; link = link->next) {
    to.mark_range(link->values, link->values + link->count);
    to.drain();
  }
  for (Cell* cell : finalizer_queue) to.mark(cell);
  for (RootSource* source : root_sources) {
    source->trace_roots(to);
    to.drain();
  }
  if (stack_base != nullptr) scan_native_stack(to, stack_pointer);
}

[[gnu::no_sanitize_address]] void HeapImplementation::scan_native_stack(Marker& to,
                                                                        const void* stack_pointer) {
  assert(stack_pointer <= stack_base);
  to.mark_conservatively(stack_pointer, stack_base);
#ifdef WEFT_ADDRESS_SANITIZER
  // With detect_stack_use_after_return the locals of a function lie in a "fake frame" elsewhere,
  // which a word of the real frame points to.
  void* fake_stack = __asan_get_current_fake_stack();
  if (fake_stack == nullptr) return;
  for (auto* word = static_cast<void* const*>(stack_pointer); word < stack_base; ++word) {
    void* begin = nullptr;
    void* end = nullptr;
    if (__asan_addr_is_in_fake_stack(fake_stack, *word, &begin, &end) != nullptr) {
      to.mark_conservatively(begin, end);
    }
  }
#endif
}

void HeapImplementation::mark_until_done() {
  marker.drain();
  while (marker.overflowed_) {
    // Some marked cells never were on the stack: trace all marked cells again.
    marker.overflowed_ = false;
    for_each_cell([&](Cell* cell) {
      if (MarkBit(cell).is_set()) marker.mark_again(cell);
    });
  }
}

void HeapImplementation::queue_finalizable() {
  std::unordered_set<Cell*> due;
  try {
    for (Cell* cell : finalizable) {
      if (!MarkBit(cell).is_set()) due.insert(cell);
    }
    if (due.empty()) return;
    const std::vector<Cell*> order = mark_in_order_of_finalization(due);
    finalizer_queue.insert(finalizer_queue.end(), order.begin(), order.end());
  } catch (const std::bad_alloc&) {
    // They stay registered and alive until a collection that has the memory.
    for (Cell* cell : finalizable) marker.mark(cell);
    marker.overflowed_ = true;
    mark_until_done();
    return;
  }
  std::erase_if(finalizable, [&](Cell* cell) { return due.contains(cell); });
}

// A depth-first search proper (a cell is marked when it is visited, not when it is seen), since its
// post-order, reversed, has referrers before what they refer to.
std::vector<Cell*> HeapImplementation::mark_in_order_of_finalization(
    const std::unordered_set<Cell*>& due) {
  constexpr uintptr_t ExitTag = 1;  // on a stack entry: all that the cell reaches was visited
  std::vector<uintptr_t> stack;
  std::vector<Cell*> order;

  class Edges : public EdgeVisitor {
   public:
    Edges(std::vector<uintptr_t>& stack, Marker& marker) : stack_(stack), marker_(marker) {}
    void visit_edge(Cell* target) override {
      if (!MarkBit(target).is_set()) stack_.push_back(reinterpret_cast<uintptr_t>(target));
    }
    void visit_weak_edge(Cell** slot) override { marker_.weak_slots_.push_back(slot); }

   private:
    std::vector<uintptr_t>& stack_;
    Marker& marker_;
  } edges(stack, marker);

  // From the last registered one, so that after reversal the first comes first.
  for (size_t i = finalizable.size(); i-- > 0;) {
    if (!due.contains(finalizable[i])) continue;
    stack.push_back(reinterpret_cast<uintptr_t>(finalizable[i]));
    while (!stack.empty()) {
      const uintptr_t entry = stack.back();
      stack.pop_back();
      auto* cell = reinterpret_cast<Cell*>(entry & ~ExitTag);
      if ((entry & ExitTag) != 0) {
        order.push_back(cell);
        continue;
      }
      const MarkBit bit(cell);
      if (bit.is_set()) continue;
      bit.set();
      if (due.contains(cell)) stack.push_back(entry | ExitTag);
      marker.visit_edges(cell, edges);
    }
  }
  std::reverse(order.begin(), order.end());
  return order;
}

void HeapImplementation::destroy_dead_cells(Block* block) {
  bool any_left = false;
  for (size_t i = 0; i < block->cell_count; ++i) {
    Cell* cell = block->cell_at(i);
    if (!is_in_use(block, cell)) continue;
    auto* destroy = kinds[cell->kind_byte()].destroy;
    if (destroy == nullptr) continue;
    if (MarkBit(cell).is_set()) {
      any_left = true;
    } else {
      destroy(cell);
    }
  }
  block->may_need_destroy = any_left;
}

void HeapImplementation::finish_block(Block* block) {
  if (block->state == BlockState::SpanHead) {
    auto* cell = reinterpret_cast<Cell*>(block->memory());
    if (MarkBit(cell).is_set()) {
      live_bytes += size_t{block->span_blocks} * BlockBytes;
      return;
    }
    if (auto* destroy = kinds[cell->kind_byte()].destroy) destroy(cell);
    store.give_back(block);
    return;
  }

  if (block->may_need_destroy) destroy_dead_cells(block);
  const size_t live = count_marks(block);
  if (live == 0) {
    store.give_back(block);
    return;
  }
  live_bytes += live * block->cell_bytes;
  if constexpr (PoisonsFreeCells) {
    for (size_t i = 0; i < block->cell_count; ++i) {
      if (!MarkBit(block->cell_at(i)).is_set()) poison(block->cell_at(i), block->cell_bytes);
    }
  }
  if (live == block->cell_count) {
    block->state = BlockState::Full;
    return;
  }
  block->state = BlockState::Partial;
  block->next = partial[block->size_class];
  partial[block->size_class] = block;
}

void HeapImplementation::finish() {
  live_before = live_bytes;
  live_bytes = 0;
  store.for_each_block([&](Block* block) { finish_block(block); });
  // Backwards: the last one takes the place of one that goes.
  for (size_t i = store.large_chunks().size(); i-- > 0;) {
    Chunk* chunk = store.large_chunks()[i];
    if (chunk->large_marks != 0) {
      live_bytes += chunk->mapped_bytes;
      continue;
    }
    Cell* cell = chunk->large_cell();
    if (auto* destroy = kinds[cell->kind_byte()].destroy) destroy(cell);
    store.give_back_large(chunk);
  }
  live_bytes += external_bytes;
}

void HeapImplementation::destroy_everything() {
  for_each_cell([&](Cell* cell) {
    if (auto* destroy = kinds[cell->kind_byte()].destroy) destroy(cell);
  });
}

// By the part of what was allocated since the last collection that has died meanwhile.
size_t HeapImplementation::growth_percent() const {
  const size_t survived = live_bytes > live_before ? live_bytes - live_before : 0;
  if (survived >= allocated_since) return MaxGrowthPercent;
  const size_t died_percent =
      std::max<size_t>(1, (allocated_since - survived) / (allocated_since / 100 + 1));
  return std::clamp(GarbagePercent * 100 / died_percent, MinGrowthPercent, MaxGrowthPercent);
}

void HeapImplementation::set_budget(bool release_at_once) {
  ++collections;
  budget = coming_bytes + std::max(MinBudget, (live_bytes + coming_bytes) / 100 * growth_percent());
  allocated_since = 0;
  marker.release_memory();
  marker.last_shape_ = nullptr;
  store.release_surplus(budget + budget / 4, release_at_once);
}

}  // namespace weft::runtime
