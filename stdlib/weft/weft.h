// Module weft, and its two functions that need no import.
#pragma once

#include <span>

#include "interpreter/objects/native.h"

namespace weft {

// spawn and joinall, for module builtins.
std::span<const NativeMethod> task_functions();

}  // namespace weft
