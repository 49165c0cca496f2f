// (type version, name) -> the raw attribute the type's MRO gives, unset for "none".
//
// Versions are never used twice, and while a type has one, everything its MRO holds is reachable
// through the type. Names are held by nobody, so that the cache is emptied at every collection: a
// name that died may leave its address to another.
#pragma once

#include <vector>

#include "interpreter/objects/object.h"

namespace weft {

// Class attributes that programs assign again and again (`Node.count += 1`) would give the class a
// new version each time and so make every cache about its instances useless. The second assignment
// of a plain value to a name therefore notes (class, name) as reassigned: later ones leave the
// version alone, and nobody caches what that name gives.
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

  bool is_reassigned(const Cell* owner, const Cell* name) const {
    for (const Reassigned& entry : reassigned)
      if (entry.owner == owner && entry.name == name) return true;
    return false;
  }
  // For RootSource::after_marking.
  void drop_dead(Heap& heap) {
    clear();
    std::erase_if(reassigned, [&](const Reassigned& entry) {
      return !heap.is_live(entry.owner) || !heap.is_live(entry.name);
    });
  }

  struct Reassigned {
    const Cell* owner;  // a Type
    const Cell* name;   // a Str
  };
  static constexpr size_t MaximumReassigned = 64;
  std::vector<Reassigned> reassigned;
};

// Whether the attribute `name` of `type` comes from a class where it is noted as reassigned.
bool is_reassigned_attribute(Thread& thread, const Type* type, Str* name);

}  // namespace weft
