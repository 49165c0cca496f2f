// Which chunk an arbitrary address lies in, if any.
//
// Conservative scanning asks this for every word of the stack, so the answer for words that are no
// addresses of ours is one subtraction and a compare, and for the others one probe of a small hash
// table (keyed by address / 1 MiB; a large cell has an entry for every MiB it touches).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/heap/chunk.h"

namespace weft::runtime {

class ChunkTable {
 public:
  Chunk* find(uintptr_t address) const {
    if (address - lowest_ >= extent_) return nullptr;
    const uintptr_t unit = address / ChunkBytes;
    for (size_t place = place_of(unit);; place = (place + 1) & mask_) {
      const Entry& entry = entries_[place];
      if (entry.chunk == nullptr || entry.unit == unit) return entry.chunk;
    }
  }

  // `units`: length in MiB, rounded up. Throws std::bad_alloc, leaving the table as it was.
  void insert(Chunk* chunk, size_t units);
  void remove(Chunk* chunk, size_t units);
  // The chunk has grown by `more` units behind its first `units`. Throws like insert().
  void extend(Chunk* chunk, size_t units, size_t more);

 private:
  struct Entry {
    uintptr_t unit = 0;
    Chunk* chunk = nullptr;  // null: empty
  };

  size_t place_of(uintptr_t unit) const {
    return static_cast<size_t>((unit * 0x9E3779B97F4A7C15u) >> 32) & mask_;
  }
  void put(uintptr_t unit, Chunk* chunk);
  void take(uintptr_t unit);

  uintptr_t lowest_ = UINTPTR_MAX;
  uintptr_t extent_ = 0;  // only grows; so does the range it covers
  std::vector<Entry> entries_;
  size_t mask_ = 0;
  size_t count_ = 0;
};

}  // namespace weft::runtime
