// SharedArray: numbers in memory that a process shares with those it starts.
#pragma once

#include <span>

#include "interpreter/objects/native.h"
#include "stdlib/module_filling.h"

namespace weft {

// Null: exception pending.
[[nodiscard]] Type* shared_array_type(Thread& thread);

[[nodiscard]] std::span<const NativeMethod> shared_array_functions();

}  // namespace weft
