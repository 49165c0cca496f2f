// Interned names the interpreter uses, so that they are compared and looked up by pointer.
#pragma once

#include <cstdint>

#include "interpreter/objects/specials.h"

namespace weft {

struct Str;
struct Thread;

struct Names {
  Str* special[SpecialCount];  // "__add__" … by Special
#define NAME(identifier) Str* identifier;
#define NAME_AS(member, text) Str* member;
#include "interpreter/objects/names.def"
#undef NAME
#undef NAME_AS
  Str* special_name(Special which) const { return special[static_cast<int>(which)]; }

  // Which special method an interned name is; Special::Count when none.
  Special find_special(const Str* name) const {
    for (uint32_t place = place_of(name);; place = (place + 1) % PlaceCount) {
      if (places_[place] == 0) return Special::Count;
      if (special[places_[place] - 1] == name) return static_cast<Special>(places_[place] - 1);
    }
  }

 private:
  friend bool intern_names(Thread& thread);
  static constexpr uint32_t PlaceCount = 512;
  static uint32_t place_of(const Str* name) {
    return static_cast<uint32_t>((reinterpret_cast<uint64_t>(name) * 0x9e3779b97f4a7c15u) >> 55);
  }
  uint8_t places_[PlaceCount] = {};  // number of the special + 1; 0: free
};

// Fills in the isolate's names. False: out of memory.
[[nodiscard]] bool intern_names(Thread& thread);

}  // namespace weft
