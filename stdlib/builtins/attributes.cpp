// Built-in functions that look into objects and namespaces.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/sort.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/machine.h"
#include "stdlib/builtins/builtins.h"

namespace weft {
namespace {

// The attribute name argument, interned; null with TypeError pending.
Str* attribute_name(Thread& thread, Value name) {
  if (is_str(name)) return intern(thread, name.as<Str>());
  raise_type_error(thread,
                   text("attribute name must be string, not '", type_name(thread, name), "'"));
  return nullptr;
}

Value builtin_getattr(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr) return Value::error();
  if (arguments[2].is_unset()) return get_attribute(thread, arguments[0], name);
  const Value value = find_attribute(thread, arguments[0], name);
  return value.is_unset() ? arguments[2] : value;
}

Value builtin_hasattr(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr) return Value::error();
  const Value value = find_attribute(thread, arguments[0], name);
  return value ? Value::boolean(!value.is_unset()) : value;
}

Value builtin_setattr(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr || !set_attribute(thread, arguments[0], name, arguments[2])) {
    return Value::error();
  }
  return Value::none();
}

Value builtin_delattr(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr || !delete_attribute(thread, arguments[0], name)) return Value::error();
  return Value::none();
}

// The sorted keys of a namespace.
Value sorted_names(Thread& thread, Value names) {
  List* list = list_from_iterable(thread, names);
  if (list == nullptr || !sort_list(thread, list, Value::none(), false)) return Value::error();
  return Value::cell(list);
}

Value running_locals(Thread& thread) {
  if (thread.frame == nullptr) {
    return raise(thread, thread.isolate.exceptions.system_error, "frame does not exist");
  }
  Object* locals = frame_locals(thread, thread.frame);
  return locals == nullptr ? Value::error() : Value::cell(locals);
}

Value builtin_dir(Thread& thread, Arguments arguments) {
  const Value object = arguments[0];
  if (object.is_unset()) {
    const Value locals = running_locals(thread);
    if (!locals) return locals;
    if (is_dict(locals)) return sorted_names(thread, locals);
    const Value keys = call_method(thread, locals, "keys", {});
    return keys ? sorted_names(thread, keys) : keys;
  }
  const Value names = call_special(thread, object, Special::Dir, {});
  return names ? sorted_names(thread, names) : names;
}

Value builtin_vars(Thread& thread, Arguments arguments) {
  if (arguments[0].is_unset()) return running_locals(thread);
  const Value dict = find_attribute(thread, arguments[0], thread.isolate.names.__dict__);
  if (dict.is_unset()) {
    return raise_type_error(thread, "vars() argument must have __dict__ attribute");
  }
  return dict;
}

Value builtin_globals(Thread& thread, Arguments) {
  if (thread.frame == nullptr) return Value::none();
  return Value::cell(thread.frame->globals);
}

Value builtin_locals(Thread& thread, Arguments) { return running_locals(thread); }

constexpr NativeMethod functions[] = {
    {"delattr", "(obj, name, /)", "del obj.name, the name given as a string.", builtin_delattr},
    {"dir", "(object=<unset>, /)",
     "The sorted names an object has attributes for; without one those in the local scope.",
     builtin_dir},
    {"getattr", "(object, name, default=<unset>, /)",
     "object.name, the name given as a string; the default where there is none.", builtin_getattr},
    {"globals", "(/)", "The namespace of the running module.", builtin_globals},
    {"hasattr", "(obj, name, /)", "Whether obj.name exists.", builtin_hasattr},
    {"locals", "(/)", "The local variables as a dict.", builtin_locals},
    {"setattr", "(obj, name, value, /)", "obj.name = value, the name given as a string.",
     builtin_setattr},
    {"vars", "(object=<unset>, /)", "object.__dict__; without an object, locals().", builtin_vars},
};

}  // namespace

std::span<const NativeMethod> attribute_functions() { return functions; }

}  // namespace weft
