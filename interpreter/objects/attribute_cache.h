// (type version, name) -> the raw attribute the type's MRO gives, unset for "none".
//
// Versions are never used twice, and while a type has one, everything its MRO holds is reachable
// through the type. Names are held by nobody, so that the cache is emptied at every collection: a
// name that died may leave its address to another.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct AttributeCache {
  static constexpr uint32_t EntryCount = 2048;
  struct Entry {
    uint64_t version;  // 0: empty
    const Str* name;
    Value value;
  };

  Entry& place(uint64_t version, const Str* name) {
    const uint64_t mixed = (reinterpret_cast<uint64_t>(name) >> 4) ^ (version * 0x9e3779b1u);
    return entries[(mixed ^ (mixed >> 16)) % EntryCount];
  }

  void clear() {
    for (Entry& entry : entries) entry = {};
  }

  Entry entries[EntryCount] = {};
};

}  // namespace weft
