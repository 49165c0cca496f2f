// int.to_bytes and int.from_bytes.
#pragma once

#include "interpreter/objects/native.h"

namespace weft {

Value int_to_bytes(Thread& thread, Arguments arguments);
Value int_from_bytes(Thread& thread, Arguments arguments);

}  // namespace weft
