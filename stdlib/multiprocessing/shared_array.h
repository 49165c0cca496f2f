// SharedArray: numbers in memory that a process shares with the children it forks.
#pragma once

#include "stdlib/module_filling.h"

namespace weft {

// Null: exception pending.
[[nodiscard]] Type* shared_array_type(Thread& thread);

}  // namespace weft
