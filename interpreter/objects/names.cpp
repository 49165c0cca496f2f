#include "interpreter/objects/names.h"

#include "interpreter/objects/isolate.h"
#include "interpreter/objects/str.h"

namespace weft {

static_assert(SpecialCount < 255);

bool intern_names(Thread& thread) {
  Names& names = thread.isolate.names;
  for (int i = 0; i < SpecialCount; ++i) {
    names.special[i] = intern(thread, special_names[i]);
    if (names.special[i] == nullptr) return false;
    uint32_t place = Names::place_of(names.special[i]);
    while (names.places_[place] != 0) place = (place + 1) % Names::PlaceCount;
    names.places_[place] = static_cast<uint8_t>(i + 1);
  }
#define NAME_AS(member, text) \
  if ((names.member = intern(thread, text)) == nullptr) return false;
#define NAME(identifier) NAME_AS(identifier, #identifier)
#include "interpreter/objects/names.def"
#undef NAME
#undef NAME_AS
  return true;
}

}  // namespace weft
