// What attribute sites found out, shared by all sites of an isolate.
//
// A site's own inline cache knows one shape. A site that meets several shapes (or has given up
// being monomorphic) asks here, by header word, name and kind of access, before it searches the
// object and its class. An entry is an InlineCache with the same meaning (caches.h). Entries are
// overwritten freely and all dropped at every collection, so they keep nothing alive.
#pragma once

#include <cstdint>
#include <memory>

#include "interpreter/vm/caches.h"

namespace weft {

enum class AttributeAccess : uint8_t { Read, Store };

class AttributeTable {
 public:
  InlineCache* find(uint64_t header, const Str* name, AttributeAccess access) {
    InlineCache& entry = place(header, name, access);
    return entry.header == header && entry.name == name &&
                   entry.extra == static_cast<uint16_t>(access) &&
                   *entry.version_cell == entry.version
               ? &entry
               : nullptr;
  }
  void put(const InlineCache& found, AttributeAccess access) {
    InlineCache& entry = place(found.header, found.name, access);
    entry = found;
    entry.extra = static_cast<uint16_t>(access);
  }
  void clear() {
    for (size_t i = 0; i < EntryCount; ++i) entries_[i] = InlineCache{};
  }

 private:
  static constexpr size_t EntryCount = 1024;

  InlineCache& place(uint64_t header, const Str* name, AttributeAccess access) {
    uint64_t mixed = (header >> 3) ^ (reinterpret_cast<uint64_t>(name) >> 5);
    mixed = (mixed + static_cast<uint64_t>(access)) * 0x9e3779b97f4a7c15u;
    return entries_[mixed >> 54];
  }

  std::unique_ptr<InlineCache[]> entries_ = std::make_unique<InlineCache[]>(EntryCount);
};

}  // namespace weft
