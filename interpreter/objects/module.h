// Modules: an object whose attributes are a namespace dict.
//
// A module is always in dictionary shape (object.h): its dict stands where other objects have their
// overflow word. What the namespace lacks a module may provide by a function __getattr__ in it.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct Module : Object {
  using Object::Object;
  Dict* dict;  // the overflow word
};

// An empty module with __name__, __doc__, __package__, __loader__ and __spec__ set. Null with
// MemoryError pending.
[[nodiscard]] Module* make_module(Thread& thread, Str* name);
inline bool is_module(Value value) { return is_kind(value, Kind::Module); }

// The module's own attribute or what its __getattr__ gives; unset when absent, error when pending.
[[nodiscard]] Value find_module_attribute(Thread& thread, Value module, Str* name);
// AttributeError "module 'x' has no attribute 'y'"; the error value.
Value raise_no_module_attribute(Thread& thread, Value module, Str* name);

}  // namespace weft
