// Pipes of whole messages, which any number of processes write and read without a lock: who dies
// has taken or left a message, and never half of one.
#pragma once

#include <span>

#include "interpreter/objects/native.h"

namespace weft {

std::span<const NativeMethod> message_pipe_functions();

}  // namespace weft
