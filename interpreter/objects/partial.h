// functools.partial: a callable with some of its arguments given already.
//
// It is here because the machine calls what it stands for without recursion, as it does for bound
// methods. Its type belongs to the module _functools.
#pragma once

#include "interpreter/objects/native.h"
#include "interpreter/objects/object.h"

namespace weft {

struct Partial : Object {
  using Object::Object;
  Value function;
  Tuple* arguments;
  Dict* keywords;
  Cell* overflow;  // attribute slots
};

extern const TypeSpec partial_type_spec;

}  // namespace weft
