// The table of interned strings of an isolate.
//
// Open addressing over raw pointers with the hashes beside them. The table holds its strings
// weakly: after each marking the isolate calls `drop_dead`, which forgets the strings nobody else
// reaches.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "interpreter/objects/str.h"

namespace weft {

struct InternTable {
  struct Entry {
    Str* text;  // null: free place
    uint32_t hash;
  };

  // The interned string equal to `text`, or null.
  Str* find(std::string_view text, uint32_t hash) const;
  // Adds a string that is not there yet. False when memory is exhausted.
  [[nodiscard]] bool add(Str* text, uint32_t hash);
  // For RootSource::after_marking.
  void drop_dead(runtime::Heap& heap);

 private:
  bool resize(uint32_t log2_capacity);
  static void place(Entry* entries, uint32_t mask, Entry entry);

  std::unique_ptr<Entry[]> entries_;
  uint32_t log2_capacity_ = 0;  // entries_ has 1 << log2_capacity_ places, or none when 0
  uint32_t count_ = 0;
};

}  // namespace weft
