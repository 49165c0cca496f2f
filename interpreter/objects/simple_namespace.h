// types.SimpleNamespace: attributes and nothing else.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct SimpleNamespace : Object {
  using Object::Object;
  Cell* overflow;  // attribute slots
};

// Takes `fields` as its attributes. Null with MemoryError pending.
[[nodiscard]] Value make_simple_namespace(Thread& thread, Dict* fields);

}  // namespace weft
