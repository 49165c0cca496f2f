// Small objects of modules written in C++ that need nothing but a few values.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

// What the values mean is the type's business; all are valid at all times (unset where unused).
struct NativeObject : Object {
  using Object::Object;
  Value values[4];
};

}  // namespace weft
