// Module _functools: the native part of functools, which is functools.partial.
#include "interpreter/objects/partial.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/str.h"
#include "stdlib/native_modules.h"

namespace weft {

bool fill_functools(Thread& thread, Module* module) {
  Type* type = make_builtin_type(thread, partial_type_spec, nullptr);
  Str* name = intern(thread, "partial");
  return type != nullptr && name != nullptr &&
         dict_set_str(thread, module->dict, name, Value::cell(type));
}

}  // namespace weft
