#include "runtime/heap/chunk_table.h"

#include <algorithm>
#include <utility>

namespace weft::runtime {

void ChunkTable::insert(Chunk* chunk, size_t units) { extend(chunk, 0, units); }

void ChunkTable::extend(Chunk* chunk, size_t units, size_t more) {
  // At most half full, so probes stay short and always end.
  const size_t wanted = (count_ + more) * 2;
  if (wanted > entries_.size()) {
    size_t size = std::max<size_t>(entries_.size(), 16);
    while (size < wanted) size *= 2;
    std::vector<Entry> previous(size);
    entries_.swap(previous);
    mask_ = size - 1;
    for (const Entry& entry : previous) {
      if (entry.chunk != nullptr) put(entry.unit, entry.chunk);
    }
  }
  const uintptr_t begin = reinterpret_cast<uintptr_t>(chunk);
  for (size_t i = units; i < units + more; ++i) put(begin / ChunkBytes + i, chunk);
  count_ += more;

  const uintptr_t end = begin + (units + more) * ChunkBytes;
  const uintptr_t previous_end = extent_ == 0 ? end : lowest_ + extent_;
  lowest_ = std::min(lowest_, begin);
  extent_ = std::max(previous_end, end) - lowest_;
}

void ChunkTable::remove(Chunk* chunk, size_t units) {
  const uintptr_t begin = reinterpret_cast<uintptr_t>(chunk);
  for (size_t i = 0; i < units; ++i) take(begin / ChunkBytes + i);
  count_ -= units;
}

void ChunkTable::put(uintptr_t unit, Chunk* chunk) {
  size_t place = place_of(unit);
  while (entries_[place].chunk != nullptr) place = (place + 1) & mask_;
  entries_[place] = {unit, chunk};
}

// Linear probing without tombstones: later entries of the cluster move up into the gap.
void ChunkTable::take(uintptr_t unit) {
  size_t gap = place_of(unit);
  while (entries_[gap].unit != unit) gap = (gap + 1) & mask_;
  for (size_t next = (gap + 1) & mask_; entries_[next].chunk != nullptr;
       next = (next + 1) & mask_) {
    const size_t home = place_of(entries_[next].unit);
    if (((next - home) & mask_) >= ((next - gap) & mask_)) {
      entries_[gap] = entries_[next];
      gap = next;
    }
  }
  entries_[gap] = Entry{};
}

}  // namespace weft::runtime
