#include "runtime/heap/block_store.h"

#include <sys/mman.h>

#include <algorithm>
#include <cassert>
#include <new>

#include "runtime/heap/poison.h"

namespace weft::runtime {

namespace {

constexpr size_t PageBytes = 4096;
constexpr size_t UsableBlocks = BlocksPerChunk - FirstUsableBlock;
// From this heap size on, pages of new blocks are asked for this many blocks at a time.
constexpr size_t PopulateFrom = 16 * 1024 * 1024;
constexpr size_t PopulateBlocks = 4;
// Idle large mappings of this size may always be kept.
constexpr size_t MinIdleBytes = 8 * 1024 * 1024;
// Most address space held behind a large cell for it to grow into.
constexpr size_t MaxGrowthReserve = size_t{1} << 30;

size_t round_up(size_t bytes, size_t step) { return (bytes + step - 1) / step * step; }

void* map(void* hint, size_t bytes) {
  void* memory =
      mmap(hint, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return memory == MAP_FAILED ? nullptr : memory;
}

// Zeroed memory aligned to ChunkBytes, or null.
void* map_aligned(size_t bytes) {
  // The kernel mostly places a mapping right below the last one: after the first, the plain request
  // is aligned by itself.
  char* memory = static_cast<char*>(map(nullptr, bytes));
  if (memory == nullptr) return nullptr;
  if ((reinterpret_cast<uintptr_t>(memory) & (ChunkBytes - 1)) == 0) return memory;
  munmap(memory, bytes);

  memory = static_cast<char*>(map(nullptr, bytes + ChunkBytes));
  if (memory == nullptr) return nullptr;
  char* aligned =
      reinterpret_cast<char*>(round_up(reinterpret_cast<uintptr_t>(memory), ChunkBytes));
  const size_t before = static_cast<size_t>(aligned - memory);
  if (before != 0) munmap(memory, before);
  if (before != ChunkBytes) munmap(aligned + bytes, ChunkBytes - before);
  return aligned;
}

void unmap(void* memory, size_t bytes) {
  unpoison(memory, bytes);
  munmap(memory, bytes);
}

size_t units_of(size_t mapped_bytes) { return round_up(mapped_bytes, ChunkBytes) / ChunkBytes; }

// The lowest place where `count` neighbouring bits of `bits` are set, or 64.
unsigned find_run(uint64_t bits, size_t count) {
  // After each step a bit says that `length` bits from it on are set.
  size_t length = 1;
  while (length < count && bits != 0) {
    const size_t shift = std::min(length, count - length);
    bits &= bits >> shift;
    length += shift;
  }
  return bits == 0 ? 64 : static_cast<unsigned>(__builtin_ctzll(bits));
}

// `count` < 64.
uint64_t run_mask(size_t first, size_t count) { return ((uint64_t{1} << count) - 1) << first; }

}  // namespace

BlockStore::~BlockStore() {
  for (const auto& chunks : {chunks_, large_chunks_, idle_large_}) {
    for (Chunk* chunk : chunks) unmap(chunk, chunk->reserved_bytes);
  }
}

Chunk* BlockStore::add_chunk() {
  auto* chunk = static_cast<Chunk*>(map_aligned(ChunkBytes));
  if (chunk == nullptr) return nullptr;
  try {
    chunks_.push_back(chunk);
    table_.insert(chunk, 1);
  } catch (const std::bad_alloc&) {
    if (!chunks_.empty() && chunks_.back() == chunk) chunks_.pop_back();
    unmap(chunk, ChunkBytes);
    return nullptr;
  }
  chunk->mapped_bytes = chunk->reserved_bytes = ChunkBytes;
  chunk->free_blocks = Chunk::AllBlocksFree;
  poison(chunk->base() + FirstUsableBlock * BlockBytes, ChunkBytes - FirstUsableBlock * BlockBytes);
  free_block_count_ += UsableBlocks;
  reserved_bytes_ += ChunkBytes;
  return chunk;
}

void BlockStore::remove_chunk(Chunk* chunk) {
  assert(chunk->free_blocks == Chunk::AllBlocksFree);
  table_.remove(chunk, 1);
  free_block_count_ -= UsableBlocks;
  reserved_bytes_ -= ChunkBytes;
  unmap(chunk, ChunkBytes);
}

void BlockStore::claim(Chunk* chunk, size_t first, size_t count) {
  const uint64_t mask = run_mask(first, count);
  if ((chunk->touched_blocks & mask) != mask) touch(chunk, first, count);
  chunk->free_blocks &= ~mask;
  free_block_count_ -= count;
  bytes_in_use_ += count * BlockBytes;
}

// First use of blocks. A page fault costs more than filling the page with cells does, and a quarter
// less when pages are asked for together; so once the heap is not small any more, this asks for the
// pages of the next few blocks at once.
void BlockStore::touch(Chunk* chunk, size_t first, size_t count) {
  if (reserved_bytes_ >= PopulateFrom) {
    count = std::min(std::max(count, PopulateBlocks), BlocksPerChunk - first);
    // Fails on kernels that do not know it, and nothing is lost.
    madvise(chunk->base() + first * BlockBytes, count * BlockBytes, MADV_POPULATE_WRITE);
  }
  chunk->touched_blocks |= run_mask(first, count);
}

Block* BlockStore::take_block(size_t size_class) {
  while (first_with_free_ < chunks_.size() && chunks_[first_with_free_]->free_blocks == 0) {
    ++first_with_free_;
  }
  if (first_with_free_ == chunks_.size() && add_chunk() == nullptr) return nullptr;
  Chunk* chunk = chunks_[first_with_free_];
  const size_t index = static_cast<size_t>(__builtin_ctzll(chunk->free_blocks));
  claim(chunk, index, 1);

  const size_t cell_bytes = size_class_bytes(size_class);
  Block* block = &chunk->blocks[index];
  *block = Block{};
  block->state = BlockState::Full;
  block->size_class = static_cast<uint8_t>(size_class);
  block->cell_count = static_cast<uint16_t>(BlockBytes / cell_bytes);
  block->cell_bytes = static_cast<uint32_t>(cell_bytes);
  block->reciprocal = static_cast<uint32_t>(((uint64_t{1} << 32) + cell_bytes - 1) / cell_bytes);
  return block;
}

Block* BlockStore::take_span(size_t bytes) {
  const size_t count = round_up(bytes, BlockBytes) / BlockBytes;
  assert(count <= MaxSpanBlocks);
  unsigned first = 64;
  size_t chunk_index = span_hint_;
  for (; chunk_index < chunks_.size(); ++chunk_index) {
    first = find_run(chunks_[chunk_index]->free_blocks, count);
    if (first != 64) break;
  }
  if (first == 64) {
    if (add_chunk() == nullptr) return nullptr;
    first = FirstUsableBlock;
  }
  span_hint_ = chunk_index;
  Chunk* chunk = chunks_[chunk_index];
  claim(chunk, first, count);

  Block* head = &chunk->blocks[first];
  for (size_t i = 0; i < count; ++i) {
    head[i] = Block{};
    head[i].state = BlockState::SpanTail;
    head[i].span_offset = static_cast<uint8_t>(i);
  }
  head->state = BlockState::SpanHead;
  head->span_blocks = static_cast<uint8_t>(count);
  head->span_bytes = static_cast<uint32_t>(bytes);
  return head;
}

bool BlockStore::extend_span(Block* head, size_t bytes) {
  const size_t count = round_up(bytes, BlockBytes) / BlockBytes;
  const size_t present = head->span_blocks;
  if (count > MaxSpanBlocks) return false;
  if (count > present) {
    Chunk* chunk = head->chunk();
    const size_t first = static_cast<size_t>(head - chunk->blocks) + present;
    const size_t more = count - present;
    if (first + more > BlocksPerChunk) return false;
    const uint64_t mask = run_mask(first, more);
    if ((chunk->free_blocks & mask) != mask) return false;
    claim(chunk, first, more);
    for (size_t i = present; i < count; ++i) {
      head[i] = Block{};
      head[i].state = BlockState::SpanTail;
      head[i].span_offset = static_cast<uint8_t>(i);
    }
    head->span_blocks = static_cast<uint8_t>(count);
  }
  head->span_bytes = static_cast<uint32_t>(bytes);
  return true;
}

void BlockStore::give_back(Block* block) {
  Chunk* chunk = block->chunk();
  const size_t count = block->state == BlockState::SpanHead ? block->span_blocks : 1;
  const size_t first = static_cast<size_t>(block - chunk->blocks);
  poison(block->memory(), count * BlockBytes);
  for (size_t i = 0; i < count; ++i) block[i] = Block{};
  chunk->free_blocks |= run_mask(first, count);
  free_block_count_ += count;
  bytes_in_use_ -= count * BlockBytes;
  first_with_free_ = 0;
  span_hint_ = 0;
}

Chunk* BlockStore::map_large(size_t bytes) {
  if (bytes > SIZE_MAX / 16) return nullptr;
  const size_t mapped = round_up(Chunk::LargeCellOffset + bytes, PageBytes);
  Chunk* chunk = take_idle_large(mapped);
  if (chunk == nullptr) {
    // Address space costs nothing, and lets a growing container stay where it is.
    size_t reserved = mapped + std::min(mapped * 3, MaxGrowthReserve);
    chunk = static_cast<Chunk*>(map_aligned(reserved));
    if (chunk == nullptr) {
      reserved = mapped;
      chunk = static_cast<Chunk*>(map_aligned(reserved));
    }
    if (chunk == nullptr) return nullptr;
    chunk->reserved_bytes = reserved;
  }
  chunk->large_marks = 0;
  chunk->large_bytes = bytes;
  chunk->mapped_bytes = mapped;
  chunk->large_index = large_chunks_.size();
  try {
    large_chunks_.push_back(chunk);
    table_.insert(chunk, units_of(mapped));
  } catch (const std::bad_alloc&) {
    large_chunks_.resize(chunk->large_index);
    unmap(chunk, chunk->reserved_bytes);
    return nullptr;
  }
  reserved_bytes_ += mapped;
  bytes_in_use_ += mapped;
  return chunk;
}

bool BlockStore::extend_large(Chunk* chunk, size_t bytes) {
  if (bytes > chunk->reserved_bytes - Chunk::LargeCellOffset) return false;
  const size_t previous = chunk->mapped_bytes;
  const size_t mapped = std::max(previous, round_up(Chunk::LargeCellOffset + bytes, PageBytes));
  const size_t units = units_of(previous);
  if (units_of(mapped) > units) {
    try {
      table_.extend(chunk, units, units_of(mapped) - units);
    } catch (const std::bad_alloc&) {
      return false;
    }
  }
  chunk->mapped_bytes = mapped;
  chunk->large_bytes = bytes;
  reserved_bytes_ += mapped - previous;
  bytes_in_use_ += mapped - previous;
  return true;
}

void BlockStore::give_back_large(Chunk* chunk) {
  large_chunks_[chunk->large_index] = large_chunks_.back();
  large_chunks_[chunk->large_index]->large_index = chunk->large_index;
  large_chunks_.pop_back();
  table_.remove(chunk, units_of(chunk->mapped_bytes));
  bytes_in_use_ -= chunk->mapped_bytes;
  poison(chunk->large_cell(), chunk->large_bytes);
  try {
    idle_large_.push_back(chunk);
  } catch (const std::bad_alloc&) {
    reserved_bytes_ -= chunk->mapped_bytes;
    unmap(chunk, chunk->reserved_bytes);
  }
}

Chunk* BlockStore::take_idle_large(size_t mapped) {
  // The smallest that is long enough, but not one of which most would lie idle.
  size_t best = idle_large_.size();
  for (size_t i = 0; i < idle_large_.size(); ++i) {
    const size_t present = idle_large_[i]->mapped_bytes;
    if (present < mapped || present / 2 > mapped) continue;
    if (best == idle_large_.size() || present < idle_large_[best]->mapped_bytes) best = i;
  }
  if (best == idle_large_.size()) return nullptr;
  Chunk* chunk = idle_large_[best];
  idle_large_.erase(idle_large_.begin() + static_cast<ptrdiff_t>(best));
  idle_before_ -= best < idle_before_ ? 1 : 0;
  reserved_bytes_ -= chunk->mapped_bytes;
  return chunk;
}

void BlockStore::release_surplus(size_t wanted_free_bytes, bool at_once) {
  // Large mappings that lie idle since the collection before this one, and those of which there are
  // too many, oldest first. (A growing container leaves smaller and smaller ones behind, which
  // nobody will take.)
  size_t idle_bytes = 0;
  for (Chunk* chunk : idle_large_) idle_bytes += chunk->mapped_bytes;
  size_t gone = 0;
  while (gone < idle_large_.size() &&
         (at_once || gone < idle_before_ ||
          idle_bytes > std::max(MinIdleBytes, wanted_free_bytes / 8))) {
    Chunk* chunk = idle_large_[gone++];
    idle_bytes -= chunk->mapped_bytes;
    reserved_bytes_ -= chunk->mapped_bytes;
    unmap(chunk, chunk->reserved_bytes);
  }
  idle_large_.erase(idle_large_.begin(), idle_large_.begin() + static_cast<ptrdiff_t>(gone));
  idle_before_ = idle_large_.size();

  // Chunks without a block in use, the most recent ones first: searches begin at the front.
  const size_t wanted = wanted_free_bytes / BlockBytes;
  if (free_block_count_ <= wanted) return;
  // Half of the surplus each time: a heap whose size swings does not fault its pages in again and
  // again.
  const size_t target = at_once ? wanted : wanted + (free_block_count_ - wanted) / 2;
  for (size_t i = chunks_.size(); i-- > 0;) {
    if (free_block_count_ < target + UsableBlocks) break;
    Chunk* chunk = chunks_[i];
    if (chunk->free_blocks != Chunk::AllBlocksFree) continue;
    chunks_.erase(chunks_.begin() + static_cast<ptrdiff_t>(i));
    remove_chunk(chunk);
  }
  first_with_free_ = 0;
  span_hint_ = 0;
  if (free_block_count_ > target) drop_pages(target);
}

// What is left of the surplus lies in chunks that have blocks in use.
void BlockStore::drop_pages(size_t wanted_resident) {
  size_t resident = 0;
  for (Chunk* chunk : chunks_) {
    resident +=
        static_cast<size_t>(__builtin_popcountll(chunk->free_blocks & chunk->touched_blocks));
  }
  for (size_t i = chunks_.size(); i-- > 0 && resident > wanted_resident;) {
    Chunk* chunk = chunks_[i];
    uint64_t idle = chunk->free_blocks & chunk->touched_blocks;
    while (idle != 0) {
      const size_t first = static_cast<size_t>(__builtin_ctzll(idle));
      const uint64_t behind = ~(idle >> first);
      const size_t count = behind == 0 ? 64 - first : static_cast<size_t>(__builtin_ctzll(behind));
      madvise(chunk->base() + first * BlockBytes, count * BlockBytes, MADV_DONTNEED);
      chunk->touched_blocks &= ~run_mask(first, count);
      idle &= ~run_mask(first, count);
      resident -= count;
    }
  }
}

}  // namespace weft::runtime
