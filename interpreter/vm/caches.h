// What the words of an InlineCache (objects/code.h) mean to the instruction that owns it.
//
// Attribute sites (GetAttr, SetAttr, LoadMethod): the cache speaks of receivers whose header word
// is `header`, as long as *version_cell (the version of their type, which every change of the class
// or its bases replaces) equals `version`.
//   Slot            the attribute lies in the object, `offset` bytes from its start
//   Method          `value` is a plain function found on the class; the receiver goes before the
//                   arguments
//   Constant        `value` is what reading the attribute gives (class attributes that are no
//                   descriptors)
//   PropertyGetter  `value` is the script function that gets the attribute
//   AddSlot         storing adds the attribute: write at `offset`, then the header word, which is
//                   `value.bits() - 1` (made odd, so that the collector takes it for no cell)
//   Overflow        the attribute lies in the overflow array at index `offset`
//   ModuleEntry     the receiver is the module `value`, whose dict has keys version `version`; the
//                   attribute is its entry `offset`
//   ClassEntry      the receiver is the class whose version cell this is; `value` is what reading
//                   the attribute gives
//   ClassMethodEntry  the same, but `value` is the function of a classmethod, not bound yet
//
// Global sites: `version` is the keys version of the globals the cache is for; version_cell null:
// the value is an entry of the globals; else `version_cell` is the keys version of the builtins,
// `header` the number it must have, and the entry is there. Where the entry's value lies takes the
// place of `offset` and all after it: the versions say that the table is still the same one, and
// the collector must not take the address for a reference, lest it keeps replaced tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "interpreter/objects/code.h"

namespace weft {

inline constexpr size_t CachedEntryPlace = offsetof(InlineCache, offset);
static_assert(CachedEntryPlace + sizeof(uintptr_t) == sizeof(InlineCache));

// Of a global site.
inline Value* cached_entry(const InlineCache& cache) {
  uintptr_t place;
  std::memcpy(&place, reinterpret_cast<const char*>(&cache) + CachedEntryPlace, sizeof place);
  return reinterpret_cast<Value*>(place);
}
inline void set_cached_entry(InlineCache& cache, Value* entry) {
  const auto place = reinterpret_cast<uintptr_t>(entry);
  std::memcpy(reinterpret_cast<char*>(&cache) + CachedEntryPlace, &place, sizeof place);
}

enum CacheState : uint8_t {
  Empty,
  Slot,
  Method,
  Constant,
  PropertyGetter,
  AddSlot,
  Overflow,
  ModuleEntry,
  ClassEntry,
  ClassMethodEntry,
  Megamorphic,  // too many receivers: do not try again
};

// The object's own inline slot an attribute cache speaks of.
inline Value* cached_slot(Cell* cell, const InlineCache& cache) {
  return reinterpret_cast<Value*>(reinterpret_cast<char*>(cell) + cache.offset);
}

inline bool cache_hits(Value object, const InlineCache& cache) {
  return object.is_cell() && object.as_cell()->header() == cache.header &&
         *cache.version_cell == cache.version;
}

// Refills after which a site counts as megamorphic.
inline constexpr uint8_t MaximumMisses = 16;

}  // namespace weft
