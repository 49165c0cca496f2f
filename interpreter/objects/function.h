// Functions made by `def` and `lambda`, and bound methods.
#pragma once

#include "interpreter/objects/code.h"

namespace weft {

struct Function : Object {
  using Object::Object;
  Code* code;
  Dict* globals;
  Tuple* closure;          // of Box; null when the code has no free names
  Tuple* defaults;         // for the last positional parameters; null if none
  Dict* keyword_defaults;  // null if none
  Str* name;
  Str* qualified_name;
  Value doc;               // str or None
  Value module_name;
  Value annotations;       // dict, or unset until asked for
  Cell* overflow;          // attribute slots (object.h); Value slots inline: none
};

struct BoundMethod : Object {
  using Object::Object;
  Value function;
  Value self;
};

[[nodiscard]] Function* make_function(Thread& thread, Code* code, Dict* globals, Tuple* closure);
[[nodiscard]] Value make_bound_method(Thread& thread, Value function, Value self);

}  // namespace weft
