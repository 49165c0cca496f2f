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
  Value doc;  // str or None
  Value module_name;
  Value annotations;  // dict, or unset until asked for
  Cell* overflow;     // attribute slots (object.h); Value slots inline: none
};

struct BoundMethod : Object {
  using Object::Object;
  Value function;
  Value self;
};

// Name, qualified name and docstring come from the code, the module from `globals`.
[[nodiscard]] Function* make_function(Thread& thread, Code* code, Dict* globals, Tuple* closure);
// `function` bound to `self`: a `method`, or for native functions a builtin_function_or_method or
// method-wrapper, all with the struct BoundMethod.
[[nodiscard]] Value make_bound_method(Thread& thread, Value function, Value self);
// The method's own attribute, else its function's; unset when absent, error when pending.
[[nodiscard]] Value find_bound_method_attribute(Thread& thread, Value method, Str* name);

// The dict of a function's annotations, made on first use. Null with an exception pending.
[[nodiscard]] Dict* function_annotations(Thread& thread, Function* function);

}  // namespace weft
