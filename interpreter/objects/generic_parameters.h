// Type variables in parameterised classes and unions.
#pragma once

#include <string>

#include "interpreter/objects/object.h"

namespace weft {

// The distinct type variables among `arguments`, nested ones included. Null: exception pending.
[[nodiscard]] Tuple* collect_type_parameters(Thread& thread, Tuple* arguments);
// `arguments` with `parameters` replaced by `item` (a tuple of values or one value). Null with an
// exception pending.
[[nodiscard]] Tuple* substitute_type_parameters(Thread& thread, Value self, Tuple* arguments,
                                                Tuple* parameters, Value item);
// Appends a class as annotations show it: "int", "collections.OrderedDict", "None", "...".
[[nodiscard]] bool append_type_text(Thread& thread, std::string& out, Value type);

}  // namespace weft
