// Module contextvars: names for the objects of interpreter/objects/context.h.
#include "interpreter/objects/context.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
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
  const auto put = [&](std::string_view name, Value value) {
    Str* key = intern(thread, name);
    return key != nullptr && value && dict_set_str(thread, module->dict, key, value);
  };
  const BuiltinTypes& types = thread.isolate.types;
  Tuple* names = make_tuple(thread, 4);
  if (names == nullptr) return false;
  uint64_t count = 0;
  for (const std::string_view name : {"Context", "ContextVar", "Token", "copy_context"}) {
    Str* key = intern(thread, name);
    if (key == nullptr) return false;
    store(names, names->values[count++], Value::cell(key));
  }
  const Value module_name = dict_get_str(module->dict, thread.isolate.names.__name__);
  return add_missing(thread) &&
         add_native_functions(thread, module->dict, module_name, functions) &&
         put("Context", Value::cell(types.context)) &&
         put("ContextVar", Value::cell(types.context_variable)) &&
         put("Token", Value::cell(types.context_token)) && put("__all__", Value::cell(names));
}

}  // namespace weft
