// Module contextvars: names for the objects of interpreter/objects/context.h.
#include "interpreter/objects/context.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "stdlib/module_filling.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

Value contextvars_copy_context(Thread& thread, Arguments) {
  Context* copy = copy_current_context(thread);
  return copy == nullptr ? Value::error() : Value::cell(copy);
}

Value missing_repr(Thread& thread, Arguments) {
  return Value::cell(make_str(thread, "<Token.MISSING>"));
}

constexpr NativeMethod functions[] = {
    {"copy_context", "(/)", "A copy of the current context.", contextvars_copy_context},
};

constexpr NativeMethod missing_methods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", missing_repr},
};
constexpr TypeSpec missing_spec = {
    .name = "Token.MISSING",
    .module = "builtins",
    .doc = "Stands for no value.",
    .instance_kind = Kind::Instance,
    .instance_size = sizeof(Object),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = missing_methods,
    .attributes = {},
};

// Token.MISSING, the one object of its class.
bool add_missing(Thread& thread) {
  Type* token = thread.isolate.types.context_token;
  Str* name = intern(thread, "MISSING");
  if (name == nullptr) return false;
  if (!dict_get_str(token->dict, name).is_unset()) return true;
  Type* type = make_builtin_type(thread, missing_spec, nullptr);
  if (type == nullptr) return false;
  Object* missing = make_plain_instance(thread, type);
  return missing != nullptr && set_type_attribute(thread, token, name, Value::cell(missing));
}

}  // namespace

bool fill_contextvars(Thread& thread, Module* module) {
  const BuiltinTypes& types = thread.isolate.types;
  Tuple* names = make_tuple(thread, 4);
  if (names == nullptr) return false;
  uint64_t count = 0;
  for (const std::string_view name : {"Context", "ContextVar", "Token", "copy_context"}) {
    Str* key = intern(thread, name);
    if (key == nullptr) return false;
    store(names, names->values[count++], Value::cell(key));
  }
  return add_missing(thread) && put_functions(thread, module, functions) &&
         put_objects(thread, module,
                     {{"Context", types.context},
                      {"ContextVar", types.context_variable},
                      {"Token", types.context_token},
                      {"__all__", names}});
}

}  // namespace weft
