#include "runtime/heap/heap.h"

#include <algorithm>
#include <cassert>

#include "runtime/heap/heap_implementation.h"

namespace weft::runtime {

// --- Heap ---

Heap::Heap(const HeapOptions& options)
    : implementation_(std::make_unique<HeapImplementation>(*this, options)) {}

Heap::~Heap() = default;

void Heap::register_kind(uint8_t kind, const KindInfo& info) {
  assert(kind != 0);
  implementation_->kinds[kind] = info;
  implementation_->traces[kind] = info.trace;
  implementation_->is_registered[kind] = true;
  destroys_[kind] = info.destroy != nullptr;
}

void* Heap::take_slow(size_t bytes, uint64_t header) {
  implementation_->pace(bytes);
  return bytes <= MaxSmallBytes ? implementation_->allocate_small(bytes, header)
                                : implementation_->allocate_large(bytes);
}

size_t Heap::rounded_size(size_t bytes) {
  if (bytes <= MaxSmallBytes) return size_class_bytes(size_class_of(bytes));
  if (bytes <= MaxSpanBytes) return (bytes + BlockBytes - 1) / BlockBytes * BlockBytes;
  constexpr size_t Page = 4096;
  if (bytes > SIZE_MAX / 4) return bytes;
  return (bytes + Chunk::LargeCellOffset + Page - 1) / Page * Page - Chunk::LargeCellOffset;
}

bool Heap::try_extend(Cell* cell, size_t bytes) {
  HeapImplementation& heap = *implementation_;
  const BlockStore::Place place = heap.store.find(reinterpret_cast<uintptr_t>(cell));
  const size_t present = cell_size(cell);
  if (bytes <= present && place.block != nullptr && place.block->state != BlockState::SpanHead) {
    unpoison(cell, bytes);
    return true;
  }
  if (bytes > present && !heap.has_room_for(bytes - present)) return false;
  bool extended = false;
  if (place.large != nullptr) {
    extended = heap.store.extend_large(place.large, std::max(bytes, present));
  } else if (place.block->state == BlockState::SpanHead) {
    extended = heap.store.extend_span(place.block, std::max(bytes, present));
  }
  if (!extended) return false;
  unpoison(cell, bytes);
  if (bytes > present) heap.allocated_since += bytes - present;
  return true;
}

void Heap::collect() { implementation_->collect_now(true); }

void Heap::set_finalizable(Cell* cell) { implementation_->finalizable.push_back(cell); }

void Heap::make_all_finalizable_due() {
  auto& cells = implementation_->finalizable;
  auto& queue = implementation_->finalizer_queue;
  queue.insert(queue.end(), cells.begin(), cells.end());
  cells.clear();
}

Cell* Heap::take_finalizable() {
  auto& queue = implementation_->finalizer_queue;
  if (queue.empty()) return nullptr;
  Cell* cell = queue.front();
  queue.pop_front();
  return cell;
}

bool Heap::has_finalizable() const { return !implementation_->finalizer_queue.empty(); }

void Heap::add_root_source(RootSource* source) { implementation_->root_sources.push_back(source); }

void Heap::remove_root_source(RootSource* source) {
  std::erase(implementation_->root_sources, source);
}

bool Heap::is_live(const Cell* cell) const { return MarkBit(cell).is_set(); }

void Heap::set_native_stack_base(void* base) { implementation_->stack_base = base; }
void* Heap::native_stack_base() const { return implementation_->stack_base; }

bool Heap::account_external(ptrdiff_t bytes) {
  HeapImplementation& heap = *implementation_;
  if (bytes <= 0) {
    const size_t released = static_cast<size_t>(-bytes);
    assert(released <= heap.external_bytes);
    heap.external_bytes -= released;
    return true;
  }
  const size_t taken = static_cast<size_t>(bytes);
  if (!heap.collecting && !heap.has_room_for(taken)) {
    heap.collect_now(false);
    if (!heap.has_room_for(taken)) return false;
  }
  heap.external_bytes += taken;
  heap.allocated_since += taken;
  if (heap.allocated_since >= heap.budget) heap.cut_runs();
  return true;
}

Cell* Heap::find_cell(const void* address) const {
  return implementation_->find_cell(reinterpret_cast<uintptr_t>(address));
}

size_t Heap::cell_size(const Cell* cell) const { return implementation_->cell_size(cell); }

HeapStatistics Heap::statistics() const {
  const HeapImplementation& heap = *implementation_;
  return {.live_bytes = heap.live_bytes,
          .allocated_bytes = heap.live_bytes + heap.allocated_since,
          .reserved_bytes = heap.store.reserved_bytes(),
          .collections = heap.collections,
          .allocations_slow = heap.allocations_slow};
}

HeapOptions& Heap::options() {
  implementation_->cut_runs();
  return implementation_->options;
}

void Heap::open_reserve() { implementation_->reserve_is_open = true; }

bool Heap::verify() {
  bool good = false;
  with_registers_on_stack(
      [&](const void* stack_pointer) { good = implementation_->verify(stack_pointer); });
  return good;
}

void Heap::dump(std::FILE* out) {
  collect();
  implementation_->dump(out);
}

// --- Allocation ---

void HeapImplementation::pace(size_t bytes) {
  assert(!collecting);
  // Small ones are counted by runs. What is refused anyway must not put the next collection off;
  // where the system refuses, allocate_large() collects once more.
  const size_t large_bytes = bytes > MaxSmallBytes && has_room_for(bytes) ? bytes : 0;
  ++allocations_slow;
  if (options.stress_interval != 0 && ++stress_count >= options.stress_interval) {
    stress_count = 0;
    collect_now(false);
  } else if (allocated_since >= budget || large_bytes >= budget - allocated_since) {
    coming_bytes = large_bytes;
    collect_now(false);
    coming_bytes = 0;
  }
}

bool HeapImplementation::has_room_for(size_t bytes) const {
  const size_t used = used_bytes();
  const size_t limit = options.limit_bytes - (reserve_is_open ? 0 : options.reserve_bytes);
  return used <= limit && bytes <= limit - used;
}

void HeapImplementation::cut_runs() {
  for (Heap::Run& run : heap.runs_) {
    allocated_since -= static_cast<size_t>(run.limit - run.cursor);
    run.limit = run.cursor;
  }
}

bool HeapImplementation::find_run(const Block* block, const char* from, Heap::Run& run) {
  const size_t cell_bytes = block->cell_bytes;
  const uint64_t* marks = block->marks();
  char* const begin = block->memory();
  const size_t end = size_t{block->cell_count} * cell_bytes;

  size_t first = static_cast<size_t>(from - begin);
  auto is_marked = [&](size_t offset) {
    const size_t bit = offset / BytesPerMarkBit;
    return ((marks[bit / 64] >> (bit % 64)) & 1) != 0;
  };
  while (first < end && is_marked(first)) first += cell_bytes;
  if (first >= end) return false;

  // The next marked cell after it, or the end.
  const size_t bit = first / BytesPerMarkBit;
  size_t word_index = bit / 64;
  uint64_t word = marks[word_index] & (~uint64_t{0} << (bit % 64));
  while (word == 0 && ++word_index < MarkWordsPerBlock) word = marks[word_index];
  size_t last = end;
  if (word != 0) {
    // The one cell that begins in the 16 bytes the bit stands for.
    const size_t marked = word_index * 64 + static_cast<size_t>(__builtin_ctzll(word));
    last = block->index_of(marked * BytesPerMarkBit + BytesPerMarkBit - 1) * cell_bytes;
  }
  run.cursor = begin + first;
  run.limit = begin + last;
  return true;
}

bool HeapImplementation::next_run(size_t size_class) {
  Heap::Run& run = heap.runs_[size_class];
  const char* from = run.limit;
  for (;;) {
    Block*& block = current[size_class];
    if (block == nullptr) {
      block = partial[size_class];
      if (block == nullptr) return false;
      partial[size_class] = block->next;
      block->next = nullptr;
      block->state = BlockState::Current;
      from = block->memory();
    }
    if (find_run(block, from, run)) return true;
    block->state = BlockState::Full;
    block = nullptr;
    run = Heap::Run{};
  }
}

void* HeapImplementation::allocate_small(size_t bytes, uint64_t header) {
  const size_t size_class = size_class_of(bytes);
  Heap::Run& run = heap.runs_[size_class];
  if (run.cursor == run.limit) {
    bool collected = false;
    while (!next_run(size_class)) {
      Block* block = has_room_for(BlockBytes) ? store.take_block(size_class) : nullptr;
      if (block == nullptr) {
        if (collected) return nullptr;
        collected = true;
        collect_now(false);
        continue;
      }
      block->state = BlockState::Current;
      current[size_class] = block;
      run.cursor = run.limit = block->memory();
    }
    // Under stress every allocation comes here.
    if (options.stress_interval != 0) run.limit = run.cursor + size_class_bytes(size_class);
    allocated_since += static_cast<size_t>(run.limit - run.cursor);
  }

  char* memory = run.cursor;
  run.cursor += size_class_bytes(size_class);
  unpoison(memory, bytes);
  const auto kind = static_cast<uint8_t>(header >> Cell::KindShift);
  if (kinds[kind].destroy != nullptr) current[size_class]->may_need_destroy = true;
  return memory;
}

void* HeapImplementation::allocate_large(size_t bytes) {
  if (bytes > options.limit_bytes) return nullptr;
  for (bool collected = false;; collected = true) {
    if (has_room_for(bytes)) {
      void* memory = nullptr;
      if (bytes <= MaxSpanBytes) {
        if (Block* block = store.take_span(bytes)) memory = block->memory();
      } else if (Chunk* chunk = store.map_large(bytes)) {
        memory = chunk->large_cell();
      }
      if (memory != nullptr) {
        allocated_since += bytes;
        if (allocated_since >= budget) cut_runs();
        unpoison(memory, bytes);
        return memory;
      }
    }
    if (collected) return nullptr;
    collect_now(false);
  }
}

// --- Questions ---

bool HeapImplementation::is_in_use(const Block* block, const Cell* cell) const {
  const MarkBit bit(cell);
  switch (block->state) {
    case BlockState::Full:
    case BlockState::SpanHead:
      return true;
    case BlockState::Current:
      return reinterpret_cast<const char*>(cell) < heap.runs_[block->size_class].cursor ||
             bit.is_set();
    case BlockState::Partial: {
      if (!collecting) return bit.is_set();
      const Chunk* chunk = Chunk::of(cell);
      const size_t word = static_cast<size_t>(bit.word - Chunk::of(cell)->marks());
      return ((chunk->allocated_bits[word] >> bit.bit) & 1) != 0;
    }
    case BlockState::Free:
    case BlockState::SpanTail:
      break;
  }
  return false;
}

Cell* HeapImplementation::find_cell(uintptr_t address) const {
  const BlockStore::Place place = store.find(address);
  if (Block* block = place.block) {
    const size_t offset = address - reinterpret_cast<uintptr_t>(block->memory());
    if (block->state == BlockState::SpanHead) {
      return offset < block->span_bytes ? reinterpret_cast<Cell*>(block->memory()) : nullptr;
    }
    const size_t index = block->index_of(offset);
    if (index >= block->cell_count) return nullptr;
    Cell* cell = block->cell_at(index);
    return is_in_use(block, cell) ? cell : nullptr;
  }
  if (place.large != nullptr) {
    Cell* cell = place.large->large_cell();
    const uintptr_t offset = address - reinterpret_cast<uintptr_t>(cell);
    return offset < place.large->large_bytes ? cell : nullptr;
  }
  return nullptr;
}

size_t HeapImplementation::cell_size(const Cell* cell) const {
  const Chunk* chunk = Chunk::of(cell);
  if (chunk->is_large()) return chunk->large_bytes;
  const Block* block = store.find(reinterpret_cast<uintptr_t>(cell)).block;
  return block->state == BlockState::SpanHead ? block->span_bytes : block->cell_bytes;
}

}  // namespace weft::runtime
