#pragma once

// One copy of every name of a parse, so that equal names have equal addresses.
//
// Holds views only: what is interned must live as long as the parse (in its arena).

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace weft::syntax {

class NameTable {
 public:
  // The first name interned that equals this one; this one itself if there was none. Not for empty
  // names.
  std::string_view intern(std::string_view name) {
    if ((count_ + 1) * 2 > entries_.size()) grow();
    const uint32_t hash = hash_of(name);
    for (size_t at = hash & (entries_.size() - 1);; at = (at + 1) & (entries_.size() - 1)) {
      Entry& entry = entries_[at];
      if (entry.text == nullptr) {
        entry = {name.data(), static_cast<uint32_t>(name.size()), hash};
        ++count_;
        return name;
      }
      if (entry.hash == hash && entry.size == name.size() &&
          std::memcmp(entry.text, name.data(), name.size()) == 0) {
        return {entry.text, entry.size};
      }
    }
  }

 private:
  struct Entry {
    const char* text;
    uint32_t size;
    uint32_t hash;
  };

  static uint32_t hash_of(std::string_view name) {
    constexpr uint64_t Factor = 0x9e3779b97f4a7c15u;
    uint64_t hash = name.size();
    const char* at = name.data();
    size_t left = name.size();
    for (; left >= sizeof(uint64_t); at += sizeof(uint64_t), left -= sizeof(uint64_t)) {
      uint64_t word;
      std::memcpy(&word, at, sizeof word);
      hash = (hash ^ word) * Factor;
      hash ^= hash >> 32;
    }
    uint64_t word = 0;
    for (size_t i = 0; i < left; ++i) word = word << 8 | static_cast<unsigned char>(at[i]);
    hash = (hash ^ word) * Factor;
    return static_cast<uint32_t>(hash >> 32);
  }

  void grow() {
    std::vector<Entry> old(entries_.empty() ? 64 : entries_.size() * 2);
    old.swap(entries_);
    for (const Entry& entry : old) {
      if (entry.text == nullptr) continue;
      size_t at = entry.hash & (entries_.size() - 1);
      while (entries_[at].text != nullptr) at = (at + 1) & (entries_.size() - 1);
      entries_[at] = entry;
    }
  }

  std::vector<Entry> entries_;  // open addressing; the size is a power of two
  size_t count_ = 0;
};

}  // namespace weft::syntax
