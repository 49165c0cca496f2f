#include "stdlib/builtins/builtins.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/str.h"
#include "stdlib/io/file.h"
#include "stdlib/weft/weft.h"

namespace weft {
namespace {

bool put(Thread& thread, std::string_view name, Value value) {
  Str* interned = intern(thread, name);
  return interned != nullptr && dict_set_str(thread, thread.isolate.builtins, interned, value);
}

// Some belong to other modules.
bool put_exception(Thread& thread, Type* type) {
  return type->spec->module != "builtins" || put(thread, type->name->view(), Value::cell(type));
}

bool put_types(Thread& thread) {
  const BuiltinTypes& types = thread.isolate.types;
  for (Type* type : {types.boolean,       types.bytearray,  types.bytes,     types.class_method,
                     types.complex,       types.dict,       types.enumerate, types.filter,
                     types.floating,      types.frozenset,  types.integer,   types.list,
                     types.map,           types.memoryview, types.object,    types.property,
                     types.range,         types.reversed,   types.set,       types.slice,
                     types.static_method, types.str,        types.super,     types.tuple,
                     types.type,          types.zip}) {
    if (!put(thread, type->name->view(), Value::cell(type))) return false;
  }
#define EXCEPTION_TYPE(member, name, base) \
  if (!put_exception(thread, thread.isolate.exceptions.member)) return false;
#include "interpreter/objects/exception_types.def"
#undef EXCEPTION_TYPE
  const Value os_error = Value::cell(thread.isolate.exceptions.os_error);
  return put(thread, "IOError", os_error) && put(thread, "EnvironmentError", os_error);
}

bool put_constants(Thread& thread) {
  return put(thread, "None", Value::none()) && put(thread, "True", Value::boolean(true)) &&
         put(thread, "False", Value::boolean(false)) &&
         put(thread, "NotImplemented", Value::not_implemented()) &&
         put(thread, "Ellipsis", Value::ellipsis()) &&
         put(thread, "__debug__", Value::boolean(true));
}

}  // namespace

bool install_builtins(Thread& thread) {
  const Names& names = thread.isolate.names;
  const Value module_name = Value::cell(names.builtins);
  for (const auto functions :
       {value_functions(), iteration_functions(), async_iteration_functions(),
        attribute_functions(), execution_functions(), stream_functions(), file_functions(),
        task_functions()}) {
    if (!add_native_functions(thread, thread.isolate.builtins, module_name, functions))
      return false;
  }
  if (!put_types(thread) || !put_constants(thread) || !install_quitters(thread)) return false;
  Str* doc = make_str(thread, "The names every program has without an import.");
  if (doc == nullptr) return false;
  Module* module = make_module(thread, names.builtins);
  if (module == nullptr || !dict_update(thread, thread.isolate.builtins, module->dict)) {
    return false;
  }
  store(module, module->dict, thread.isolate.builtins);
  if (!describe_native_module(thread, module, "builtins")) return false;
  return put(thread, "__doc__", Value::cell(doc)) &&
         dict_set_str(thread, thread.isolate.modules, names.builtins, Value::cell(module));
}

}  // namespace weft
