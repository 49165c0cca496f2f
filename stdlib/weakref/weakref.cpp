// Module _weakref: what weakref.py builds on.
#include "interpreter/objects/weak_reference.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "stdlib/module_filling.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

Value weakref_getweakrefcount(Thread& thread, Arguments arguments) {
  if (!arguments[0].is_cell()) return Value::small_int(0);
  return Value::small_int(count_weak_references(thread, arguments[0].as<Object>()));
}

Value weakref_getweakrefs(Thread& thread, Arguments arguments) {
  List* list = arguments[0].is_cell() ? list_weak_references(thread, arguments[0].as<Object>())
                                      : make_list(thread);
  return list == nullptr ? Value::error() : Value::cell(list);
}

Value weakref_proxy(Thread& thread, Arguments arguments) {
  const Value target = arguments[0];
  if (!target.is_cell() || !type_of(thread, target)->instances_have_weakrefs) {
    return raise_type_error(
        thread, text("cannot create weak reference to '", type_name(thread, target), "' object"));
  }
  return make_weak_proxy(thread, target.as<Object>(), arguments[1]);
}

constexpr NativeMethod functions[] = {
    {"getweakrefcount", "(object, /)", "The number of weak references to an object.",
     weakref_getweakrefcount},
    {"getweakrefs", "(object, /)", "The weak references to an object, as a list.",
     weakref_getweakrefs},
    {"proxy", "(object, callback=None, /)",
     "A stand-in for the object that does not keep it alive.", weakref_proxy},
};

}  // namespace

bool fill_weakref(Thread& thread, Module* module) {
  const BuiltinTypes& types = thread.isolate.types;
  return put_functions(thread, module, functions) &&
         put_objects(thread, module,
                     {{"ref", types.weak_reference},
                      {"ReferenceType", types.weak_reference},
                      {"ProxyType", types.weak_proxy},
                      {"CallableProxyType", types.weak_proxy}});
}

}  // namespace weft
