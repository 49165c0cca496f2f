// super(): attributes as the classes behind a given one in the MRO define them.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct Super : Object {
  using Object::Object;
  Type* start;        // the search begins behind this class
  Value object;       // instance or class the attributes are bound to; unset when unbound
  Type* object_type;  // the class whose MRO is searched; null when unbound
};

// super(start, object); TypeError when the object has nothing to do with the class.
[[nodiscard]] Value make_super(Thread& thread, Type* start, Value object);
// super() in the running function.
[[nodiscard]] Value make_super_of_caller(Thread& thread);
// The attribute as the class that has it defines it, not bound yet; unset when none has.
[[nodiscard]] Value find_behind_start(const Super* super, Str* name);
// Unset when absent, error when an exception is pending.
[[nodiscard]] Value find_super_attribute(Thread& thread, Value super, Str* name);

}  // namespace weft
