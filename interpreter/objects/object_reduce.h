// What copy and pickle ask of every object.
#pragma once

#include "interpreter/objects/native.h"

namespace weft {

Value object_reduce(Thread& thread, Arguments arguments);
Value object_reduce_ex(Thread& thread, Arguments arguments);
Value object_getstate(Thread& thread, Arguments arguments);

}  // namespace weft
