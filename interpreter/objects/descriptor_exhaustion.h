// Running out of descriptors: objects that are dead and not collected yet may hold some.
#pragma once

#include <cerrno>

#include "interpreter/objects/isolate.h"

namespace weft {

// Frees what dead objects of the isolate hold. With the GIL.
void collect_descriptors(Isolate& isolate);

// Calls `attempt`, and once more after a collection if it is negative and errno says that there are
// no descriptors left: its last result.
template <class Attempt>
auto with_descriptors(Isolate& isolate, Attempt&& attempt) -> decltype(attempt()) {
  const auto result = attempt();
  if (result >= 0 || (errno != EMFILE && errno != ENFILE)) return result;
  collect_descriptors(isolate);
  return attempt();
}

}  // namespace weft
