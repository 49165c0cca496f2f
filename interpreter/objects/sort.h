// list.sort: stable and adaptive.
#pragma once

#include "interpreter/objects/list.h"

namespace weft {

// Sorts in place by `key` (None: the elements themselves). Whatever happens, the list ends up
// holding its elements, each once; false with an exception pending when a key or a comparison
// raised, or ValueError when script code changed the list meanwhile.
[[nodiscard]] bool sort_list(Thread& thread, List* list, Value key, bool reverse);

}  // namespace weft
