// The methods of `type`.
#include <algorithm>

#include "interpreter/objects/call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/type_attributes.h"
#include "interpreter/objects/type_internal.h"
#include "interpreter/objects/weak_reference.h"

namespace weft {
namespace {

Type* self_of(Arguments arguments) { return as_type(arguments[0]); }

bool check_argument(Thread& thread, Value value, uint32_t position, Kind kind,
                    std::string_view wanted) {
  if (is_kind(value, kind)) return true;
  raise_type_error(thread, text("type.__new__() argument ", position, " must be ", wanted, ", not ",
                                argument_type_name(thread, value)));
  return false;
}

// (cls, *args, **keywords)
Value type_new(Thread& thread, Arguments arguments) {
  Type* metaclass = self_of(arguments);
  const auto* args = arguments[1].as<Tuple>();
  Type* plain = thread.isolate.types.type;
  if (metaclass == plain) {
    if (args->count == 1 && arguments[2].as<Dict>()->count == 0)
      return Value::cell(class_of(thread, args->values[0]));
    if (args->count != 3) return raise_type_error(thread, "type() takes 1 or 3 arguments");
  }
  if (args->count != 3)
    return raise_type_error(
        thread, text("type.__new__() takes exactly 3 arguments (", args->count, " given)"));
  if (!check_argument(thread, args->values[0], 1, Kind::Str, "str") ||
      !check_argument(thread, args->values[1], 2, Kind::Tuple, "tuple") ||
      !check_argument(thread, args->values[2], 3, Kind::Dict, "dict"))
    return Value::error();
  auto* bases = args->values[1].as<Tuple>();
  if (!check_bases_are_resolved(thread, bases)) return Value::error();
  Type* winner = most_derived_metaclass(thread, metaclass, bases);
  if (winner == nullptr) return Value::error();
  if (winner != metaclass) {
    constexpr auto New = static_cast<int>(Special::New);
    if (winner->specials[New] != plain->specials[New]) {
      const Value creator = get_attribute(thread, Value::cell(winner),
                                          thread.isolate.names.special_name(Special::New));
      if (!creator) return creator;
      const Value all[] = {Value::cell(winner), args->values[0], args->values[1], args->values[2]};
      Tuple* forwarded = make_tuple(thread, all);
      if (forwarded == nullptr) return Value::error();
      return call_with_dict(thread, creator, forwarded, arguments[2].as<Dict>());
    }
    metaclass = winner;
  }
  return Value::cell(make_class(thread, metaclass, as_str(args->values[0]), bases,
                                args->values[2].as<Dict>(), arguments[2].as<Dict>()));
}

Value type_init(Thread& thread, Arguments arguments) {
  const uint64_t count = arguments[1].as<Tuple>()->count;
  if (count == 1 && arguments[2].as<Dict>()->count != 0)
    return raise_type_error(thread, "type.__init__() takes no keyword arguments");
  if (count != 1 && count != 3)
    return raise_type_error(thread, "type.__init__() takes 1 or 3 arguments");
  return Value::none();
}

Value type_call(Thread& thread, Arguments arguments) {
  return construct_with_dict(thread, self_of(arguments), arguments[1].as<Tuple>(),
                             arguments[2].as<Dict>());
}

Value type_repr(Thread& thread, Arguments arguments) {
  std::string storage;
  const std::string_view name = full_type_name(thread, self_of(arguments), storage);
  return Value::cell(make_str(thread, text("<class '", name, "'>")));
}

Value type_mro(Thread& thread, Arguments arguments) {
  Tuple* order = compute_mro(thread, self_of(arguments));
  return order == nullptr ? Value::error() : Value::cell(make_list(thread, order->view()));
}

Value type_subclasses(Thread& thread, Arguments arguments) {
  List* result = make_list(thread);
  if (result == nullptr) return Value::error();
  if (List* references = self_of(arguments)->subclasses)
    for (uint64_t i = 0; i < references->count; ++i) {
      Object* subclass = references->items->values[i].as<WeakReference>()->target_object();
      if (subclass != nullptr && !list_append(thread, result, Value::cell(subclass)))
        return Value::error();
    }
  return Value::cell(result);
}

Value type_prepare(Thread& thread, Arguments) { return Value::cell(make_dict(thread)); }

Value from_truth(Truth value) {
  return value == Truth::Error ? Value::error() : Value::boolean(value == Truth::True);
}

Value type_instancecheck(Thread& thread, Arguments arguments) {
  return from_truth(default_is_instance(thread, arguments[1], arguments[0]));
}

Value type_subclasscheck(Thread& thread, Arguments arguments) {
  return from_truth(default_is_subclass(thread, arguments[1], arguments[0]));
}

// Names of the class and all its bases.
Value type_dir(Thread& thread, Arguments arguments) {
  Dict* names = make_dict(thread);
  if (names == nullptr || !collect_class_names(thread, self_of(arguments), names))
    return Value::error();
  return Value::cell(list_from_iterable(thread, Value::cell(names)));
}

Value type_or(Thread& thread, Arguments arguments) {
  return make_union(thread, arguments[0], arguments[1]);
}
Value type_ror(Thread& thread, Arguments arguments) {
  return make_union(thread, arguments[1], arguments[0]);
}

Value type_sizeof(Thread& thread, Arguments arguments) {
  return Value::small_int(
      static_cast<int64_t>(thread.isolate.heap.cell_size(arguments[0].as_cell())));
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a class, or return an object's class.",
     type_new},
    {"__init__", "(self, /, *args, **kwargs)", "Check the arguments.", type_init},
    {"__call__", "(self, /, *args, **kwargs)", "Create an instance.", type_call},
    {"__repr__", "(self, /)", "Return repr(self).", type_repr},
    {"__getattribute__", "(self, name, /)", "Return getattr(self, name).", type_getattribute},
    {"__setattr__", "(self, name, value, /)", "Implement setattr(self, name, value).",
     type_setattr},
    {"__delattr__", "(self, name, /)", "Implement delattr(self, name).", type_delattr},
    {"mro", "(self, /)", "Return the method resolution order.", type_mro},
    {"__subclasses__", "(self, /)", "Return the direct subclasses.", type_subclasses},
    {"__prepare__", "(cls, /, *args, **kwargs)", "Return the namespace of a class body.",
     type_prepare},
    {"__instancecheck__", "(self, instance, /)", "Whether instance is an instance of the class.",
     type_instancecheck},
    {"__subclasscheck__", "(self, subclass, /)", "Whether subclass is a subclass of the class.",
     type_subclasscheck},
    {"__dir__", "(self, /)", "Return the names of the class's attributes.", type_dir},
    {"__or__", "(self, value, /)", "Return self|value.", type_or},
    {"__ror__", "(self, value, /)", "Return value|self.", type_ror},
    {"__sizeof__", "(self, /)", "Return the size in memory, in bytes.", type_sizeof},
};

}  // namespace

bool collect_class_names(Thread& thread, Type* type, Dict* names) {
  for (uint64_t i = type->mro->count; i > 0; --i) {
    Dict* own = as_type(type->mro->values[i - 1])->dict;
    uint64_t position = 0;
    Value key;
    Value value;
    while (dict_next(own, position, key, value))
      if (!dict_set(thread, names, key, Value::none())) return false;
  }
  return true;
}

const TypeSpec type_type_spec = {
    .name = "type",
    .module = "builtins",
    .doc = "type(object) returns the class of an object; type(name, bases, dict) makes a class.",
    .instance_kind = Kind::Type,
    .instance_size = sizeof(Type),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = type_attributes,
};

}  // namespace weft
