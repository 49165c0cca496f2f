// What copy and pickle ask of every object.
#pragma once

#include "interpreter/objects/native.h"

namespace weft {

Value object_reduce(Thread& thread, Arguments arguments);
Value object_reduce_ex(Thread& thread, Arguments arguments);
Value object_getstate(Thread& thread, Arguments arguments);

// What the __reduce__ of bound methods gives: getattr(receiver, name) makes them again.
[[nodiscard]] Value reduce_to_attribute(Thread& thread, Value receiver, Str* name);

}  // namespace weft
