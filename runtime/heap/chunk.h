// Where cells lie: chunks of 1 MiB, aligned to their size, cut into blocks of 16 KiB.
//
// A chunk begins with what is known about its blocks, and the rest are blocks:
//
//   bytes 0..8191       one mark bit for every 16 bytes of the chunk (cells are 16 bytes or more,
//   so
//                       no two cells share one, though cells are aligned to 8). The bits that would
//                       describe the chunk's own beginning are never used; its fields lie there.
//   then                "was allocated" bits, valid while a collection runs (see Block::state)
//   then                one Block record for each block
//   from block 2 on     cells
//
// So the mark bit of a cell is found from its address alone, by two shifts and a mask, and mark
// bits of different blocks lie in different cache sets. A large cell has a chunk-aligned mapping
// for itself, of any length: it begins with the same fields, and the cell lies at an offset whose
// mark bit is in the first word. Marking need not tell the two apart.
//
// A free cell is never written to: whether a cell is in use follows from the state of its block and
// from the mark bits of the last collection.
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/heap/cell.h"
#include "runtime/heap/size_classes.h"

namespace weft::runtime {

constexpr size_t ChunkBytes = 1024 * 1024;
constexpr size_t BlocksPerChunk = ChunkBytes / BlockBytes;
constexpr size_t BytesPerMarkBit = 16;
constexpr size_t MarkWordsPerChunk = ChunkBytes / BytesPerMarkBit / 64;
constexpr size_t MarkWordsPerBlock = BlockBytes / BytesPerMarkBit / 64;
constexpr size_t FirstUsableBlock = 2;
// Cells above this have a mapping for themselves; below and above MaxSmallBytes they take a span of
// blocks.
constexpr size_t MaxSpanBlocks = 16;
constexpr size_t MaxSpanBytes = MaxSpanBlocks * BlockBytes;

struct Chunk;

enum class BlockState : uint8_t {
  Free,      // in the chunk's free_blocks; also the blocks of the chunk's own beginning
  Partial,   // untouched since the last collection: cells in use are those marked then
  Current,   // being allocated from: in use are those before the run's cursor, and marked ones
  Full,      // no free cell left: all are in use
  SpanHead,  // first block of a cell that takes several
  SpanTail,  // the others; span_offset leads to the first
};

struct Block {
  BlockState state;
  uint8_t size_class;
  uint8_t span_blocks;    // SpanHead: length of the span
  uint8_t span_offset;    // SpanTail: distance to the head
  bool may_need_destroy;  // holds, or held at the last collection, cells whose kind has `destroy`
  uint16_t cell_count;
  uint32_t cell_bytes;
  uint32_t reciprocal;  // 2^32 / cell_bytes, rounded up: division by multiplication, exact for
                        // every offset in a block
  uint32_t span_bytes;  // SpanHead: size of the cell
  Block* next;          // the size class's list of Partial blocks

  Chunk* chunk() const;
  char* memory() const;
  char* end() const { return memory() + size_t{cell_count} * cell_bytes; }
  uint64_t* marks() const;
  uint64_t* allocated_bits() const;
  size_t index_of(size_t offset) const {
    return static_cast<size_t>((uint64_t{offset} * reciprocal) >> 32);
  }
  Cell* cell_at(size_t index) const {
    return reinterpret_cast<Cell*>(memory() + index * cell_bytes);
  }
};

struct Chunk {
  // Word 0 of the mark bits: the mark of a large cell.
  uint64_t large_marks;
  size_t large_bytes;  // size of the large cell; 0: a chunk of blocks
  size_t mapped_bytes;
  size_t reserved_bytes;    // address space, of which the first mapped_bytes are in use
  size_t large_index;       // place in the store's list of large mappings
  uint64_t free_blocks;     // one bit a block
  uint64_t touched_blocks;  // blocks that were used before: their pages are resident
  uint64_t padding[MarkWordsPerBlock * FirstUsableBlock - 7];
  uint64_t block_marks[MarkWordsPerChunk - MarkWordsPerBlock * FirstUsableBlock];
  uint64_t allocated_bits[MarkWordsPerChunk];
  Block blocks[BlocksPerChunk];

  // Bit 16 of word 0.
  static constexpr size_t LargeCellOffset = 256;
  static constexpr uint64_t AllBlocksFree = ~uint64_t{0} << FirstUsableBlock;

  bool is_large() const { return large_bytes != 0; }
  Cell* large_cell() {
    return reinterpret_cast<Cell*>(reinterpret_cast<char*>(this) + LargeCellOffset);
  }
  char* base() { return reinterpret_cast<char*>(this); }
  uint64_t* marks() { return &large_marks; }

  static Chunk* of(const void* address) {
    return reinterpret_cast<Chunk*>(reinterpret_cast<uintptr_t>(address) & ~(ChunkBytes - 1));
  }
};
static_assert(offsetof(Chunk, allocated_bits) == MarkWordsPerChunk * sizeof(uint64_t));
static_assert(sizeof(Chunk) <= FirstUsableBlock * BlockBytes);

inline Chunk* Block::chunk() const { return Chunk::of(this); }
inline char* Block::memory() const {
  Chunk* owner = chunk();
  return owner->base() + static_cast<size_t>(this - owner->blocks) * BlockBytes;
}
inline uint64_t* Block::marks() const {
  Chunk* owner = chunk();
  return reinterpret_cast<uint64_t*>(owner->base()) +
         static_cast<size_t>(this - owner->blocks) * MarkWordsPerBlock;
}
inline uint64_t* Block::allocated_bits() const {
  Chunk* owner = chunk();
  return owner->allocated_bits + static_cast<size_t>(this - owner->blocks) * MarkWordsPerBlock;
}

// The mark bit of a cell. (The shifts are written so that compilers use bit-test instructions.)
struct MarkBit {
  explicit MarkBit(const Cell* cell) {
    const uintptr_t address = reinterpret_cast<uintptr_t>(cell);
    word = reinterpret_cast<uint64_t*>(address & ~(ChunkBytes - 1)) +
           ((address / (BytesPerMarkBit * 64)) & (MarkWordsPerChunk - 1));
    bit = static_cast<unsigned>(address / BytesPerMarkBit) & 63;
  }
  bool is_set() const { return ((*word >> bit) & 1) != 0; }
  void set() const { *word |= uint64_t{1} << bit; }

  uint64_t* word;
  unsigned bit;
};

}  // namespace weft::runtime
