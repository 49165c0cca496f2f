#pragma once

// The results of rules at positions, so that a pass that goes back does not read twice.
//
// A chain of entries for each token that has any: there are many tokens and few rules, and a hash
// table of them costs several times as much.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace weft::syntax {

class RuleMemory {
 public:
  struct Entry {
    void* node;    // null: the rule failed there
    uint32_t end;  // position behind what was read
    uint32_t next;
    uint8_t rule;
  };

  // Null if nothing is known.
  const Entry* find(size_t position, uint8_t rule) const {
    if (position >= heads_.size()) return nullptr;
    for (uint32_t at = heads_[position]; at != None; at = entries_[at].next) {
      if (entries_[at].rule == rule) return &entries_[at];
    }
    return nullptr;
  }

  void insert(size_t position, uint8_t rule, void* node, size_t end) {
    if (position >= heads_.size()) heads_.resize(position + position / 2 + 64, None);
    const auto index = static_cast<uint32_t>(entries_.size());
    entries_.push_back({node, static_cast<uint32_t>(end), heads_[position], rule});
    heads_[position] = index;
  }

  void clear() {
    heads_.clear();
    entries_.clear();
  }

 private:
  static constexpr uint32_t None = UINT32_MAX;

  std::vector<uint32_t> heads_;  // by position, an index into entries_
  std::vector<Entry> entries_;
};

}  // namespace weft::syntax
