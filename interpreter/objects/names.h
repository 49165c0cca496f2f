// Interned names the interpreter uses, so that they are compared and looked up by pointer.
#pragma once

#include "interpreter/objects/specials.h"

namespace weft {

struct Str;

struct Names {
  Str* special[SpecialCount];  // "__add__" … by Special
#define NAME(identifier) Str* identifier;
#define NAME_AS(member, text) Str* member;
#include "interpreter/objects/names.def"
#undef NAME
#undef NAME_AS
  Str* special_name(Special which) const { return special[static_cast<int>(which)]; }
};

}  // namespace weft
