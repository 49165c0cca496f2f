#include "interpreter/objects/str_intern.h"

#include <algorithm>
#include <new>

namespace weft {

namespace {
constexpr uint32_t FirstLog2Capacity = 10;
}

Str* InternTable::find(std::string_view text, uint32_t hash) const {
  if (entries_ == nullptr) return nullptr;
  const uint32_t mask = (uint32_t{1} << log2_capacity_) - 1;
  for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
    const Entry& entry = entries_[i];
    if (entry.text == nullptr) return nullptr;
    if (entry.hash == hash && entry.text->view() == text) return entry.text;
  }
}

bool InternTable::add(Str* text, uint32_t hash) {
  // At most three quarters full.
  if (entries_ == nullptr || (uint64_t{count_} + 1) * 4 > uint64_t{3} << log2_capacity_) {
    if (!resize(entries_ == nullptr ? FirstLog2Capacity : log2_capacity_ + 1)) return false;
  }
  place(entries_.get(), (uint32_t{1} << log2_capacity_) - 1, {text, hash});
  ++count_;
  return true;
}

void InternTable::place(Entry* entries, uint32_t mask, Entry entry) {
  uint32_t i = entry.hash & mask;
  while (entries[i].text != nullptr) i = (i + 1) & mask;
  entries[i] = entry;
}

bool InternTable::resize(uint32_t log2_capacity) {
  const uint32_t capacity = uint32_t{1} << log2_capacity;
  std::unique_ptr<Entry[]> entries(new (std::nothrow) Entry[capacity]());
  if (entries == nullptr) return false;
  if (entries_ != nullptr) {
    const uint32_t old_capacity = uint32_t{1} << log2_capacity_;
    for (uint32_t i = 0; i < old_capacity; ++i)
      if (entries_[i].text != nullptr) place(entries.get(), capacity - 1, entries_[i]);
  }
  entries_ = std::move(entries);
  log2_capacity_ = log2_capacity;
  return true;
}

void InternTable::drop_dead(runtime::Heap& heap) {
  if (entries_ == nullptr) return;
  const uint32_t capacity = uint32_t{1} << log2_capacity_;
  const uint32_t mask = capacity - 1;
  // A place that is free before anything is dropped: no run of full places spans it.
  uint32_t start = 0;
  while (entries_[start].text != nullptr) ++start;
  uint32_t live = 0;
  for (uint32_t i = 0; i < capacity; ++i) {
    Entry& entry = entries_[i];
    if (entry.text == nullptr) continue;
    if (heap.is_live(entry.text))
      ++live;
    else
      entry.text = nullptr;
  }
  if (live == count_) return;
  count_ = live;
  // Close the gaps: from there on in order, every entry is put back as if it were new. Those before
  // it in its run have found their final places by then, so it moves towards its home or stays.
  for (uint32_t step = 1; step < capacity; ++step) {
    Entry& entry = entries_[(start + step) & mask];
    if (entry.text == nullptr) continue;
    const Entry moved = entry;
    entry.text = nullptr;
    place(entries_.get(), mask, moved);
  }
}

}  // namespace weft
