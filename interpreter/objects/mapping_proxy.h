// mappingproxy: a read-only view of a mapping, such as the `__dict__` of a class.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct MappingProxy : Object {
  using Object::Object;
  Value mapping;
};

[[nodiscard]] Value make_mapping_proxy(Thread& thread, Value mapping);

}  // namespace weft
