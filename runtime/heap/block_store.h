// The heap's memory: chunks taken from the system, blocks, spans of blocks and large mappings
// handed out and taken back.
//
// It knows nothing of marking or kinds. Blocks are counted one by one (`bytes_in_use`), chunks are
// kept until release_surplus() finds that the heap has more free blocks than it will need soon.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/heap/chunk.h"
#include "runtime/heap/chunk_table.h"

namespace weft::runtime {

class BlockStore {
 public:
  BlockStore() = default;
  ~BlockStore();
  BlockStore(const BlockStore&) = delete;
  BlockStore& operator=(const BlockStore&) = delete;

  // A block for cells of one size class, state Full (the caller changes it), no mark bit set.
  // Null: the system has no memory.
  Block* take_block(size_t size_class);
  // Neighbouring blocks for one cell of `bytes` (at most MaxSpanBytes); the head.
  Block* take_span(size_t bytes);
  // Gives back a block or a span by its head. Their mark bits must be zero.
  void give_back(Block* block);
  // Lengthens a span in place if the blocks behind it are free.
  bool extend_span(Block* head, size_t bytes);

  Chunk* map_large(size_t bytes);
  bool extend_large(Chunk* chunk, size_t bytes);
  void give_back_large(Chunk* chunk);

  // Called after each collection: gives memory beyond `wanted_free_bytes` back to the system, part
  // of it, or `at_once` as much as can be.
  void release_surplus(size_t wanted_free_bytes, bool at_once);

  // The block (or span head) an address lies in, or null if that block is free or the address is in
  // no chunk of blocks; for an address in a large mapping `large` is set instead.
  struct Place {
    Block* block = nullptr;
    Chunk* large = nullptr;
  };
  Place find(uintptr_t address) const {
    Chunk* chunk = table_.find(address);
    if (chunk == nullptr) return {};
    if (chunk->is_large()) return {nullptr, chunk};
    Block* block = &chunk->blocks[(address & (ChunkBytes - 1)) / BlockBytes];
    if (block->state == BlockState::Free) return {};
    return {block - block->span_offset, nullptr};
  }

  const std::vector<Chunk*>& chunks() const { return chunks_; }
  const std::vector<Chunk*>& large_chunks() const { return large_chunks_; }

  // `visit(Block*)` for every block in use, of a span its head, in address order within a chunk.
  // The visitor may give the block back.
  template <class Visit>
  void for_each_block(Visit visit) const {
    for (Chunk* chunk : chunks_) {
      for (uint64_t used = ~chunk->free_blocks & Chunk::AllBlocksFree; used != 0;
           used &= used - 1) {
        Block* block = &chunk->blocks[__builtin_ctzll(used)];
        if (block->state != BlockState::SpanTail && block->state != BlockState::Free) visit(block);
      }
    }
  }

  size_t bytes_in_use() const { return bytes_in_use_; }
  size_t reserved_bytes() const { return reserved_bytes_; }

 private:
  Chunk* add_chunk();
  void remove_chunk(Chunk* chunk);
  void claim(Chunk* chunk, size_t first, size_t count);
  void touch(Chunk* chunk, size_t first, size_t count);
  Chunk* take_idle_large(size_t mapped);
  void drop_pages(size_t wanted_resident);

  ChunkTable table_;
  std::vector<Chunk*> chunks_;        // of blocks
  std::vector<Chunk*> large_chunks_;  // of one large cell each
  // Large mappings kept for reuse, oldest first, and how many of them the last collection but one
  // left there already.
  std::vector<Chunk*> idle_large_;
  size_t idle_before_ = 0;
  // Chunks before this index have no free block (searches start here).
  size_t first_with_free_ = 0;
  // The same for spans, whatever their length: a hint that is reset when blocks come back.
  size_t span_hint_ = 0;
  size_t free_block_count_ = 0;
  size_t bytes_in_use_ = 0;
  size_t reserved_bytes_ = 0;
};

}  // namespace weft::runtime
