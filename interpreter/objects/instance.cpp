// The methods of `object`.
#include "interpreter/objects/instance.h"

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/object_reduce.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/type_attributes.h"
#include "interpreter/objects/type_internal.h"
#include "interpreter/objects/weak_reference_table.h"

namespace weft {
namespace {

Value special_of(const Type* type, Special special) {
  return type->specials[static_cast<int>(special)];
}

bool overrides(Thread& thread, const Type* type, Special special) {
  return special_of(type, special) != special_of(thread.isolate.types.object, special);
}

bool any_given(Arguments arguments) {
  return arguments[1].as<Tuple>()->count != 0 || arguments[2].as<Dict>()->count != 0;
}

Value object_setattr(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr) return Value::error();
  if (is_kind(arguments[0], Kind::Type))
    return raise_type_error(thread, text("can't apply this __setattr__ to ",
                                         type_name(thread, arguments[0]), " object"));
  return set_generic_attribute(thread, arguments[0], name, arguments[2]) ? Value::none()
                                                                         : Value::error();
}

Value object_delattr(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr) return Value::error();
  if (is_kind(arguments[0], Kind::Type))
    return raise_type_error(thread, text("can't apply this __delattr__ to ",
                                         type_name(thread, arguments[0]), " object"));
  return set_generic_attribute(thread, arguments[0], name, Value::unset()) ? Value::none()
                                                                           : Value::error();
}

Value object_str(Thread& thread, Arguments arguments) {
  return Value::cell(repr(thread, arguments[0]));
}

Value object_format(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1]))
    return raise_type_error(thread, text("__format__() argument must be str, not ",
                                         argument_type_name(thread, arguments[1])));
  if (as_str(arguments[1])->byte_count != 0)
    return raise_type_error(thread, text("unsupported format string passed to ",
                                         type_name(thread, arguments[0]), ".__format__"));
  return Value::cell(str(thread, arguments[0]));
}

Value object_eq(Thread&, Arguments arguments) {
  return arguments[0] == arguments[1] ? Value::boolean(true) : Value::not_implemented();
}

Value object_ne(Thread& thread, Arguments arguments) {
  const Value other = arguments[1];
  const Value equal = call_raw(thread, find_special(thread, arguments[0], Special::Eq),
                               arguments[0], {&other, 1}, nullptr);
  if (!equal || equal.is_not_implemented()) return equal;
  const Truth same = truth(thread, equal);
  return same == Truth::Error ? Value::error() : Value::boolean(same == Truth::False);
}

Value object_order(Thread&, Arguments) { return Value::not_implemented(); }

Value object_hash(Thread&, Arguments arguments) {
  return Value::small_int(identity_hash(arguments[0]));
}

Value object_dir(Thread& thread, Arguments arguments) {
  return Value::cell(default_dir(thread, arguments[0]));
}

Value object_sizeof(Thread& thread, Arguments arguments) {
  if (!arguments[0].is_cell()) return Value::small_int(sizeof(Value));
  return Value::small_int(
      static_cast<int64_t>(thread.isolate.heap.cell_size(arguments[0].as_cell())));
}

Value object_init_subclass(Thread& thread, Arguments arguments) {
  if (arguments[1].as<Dict>()->count == 0) return Value::none();
  return raise_type_error(thread, text(as_type(arguments[0])->name->view(),
                                       ".__init_subclass__() takes no keyword arguments"));
}

Value object_subclasshook(Thread&, Arguments) { return Value::not_implemented(); }

Value get_class(Thread& thread, Value self) { return Value::cell(class_of(thread, self)); }

bool set_class(Thread& thread, Value self, Value value) {
  if (value.is_unset()) {
    raise_type_error(thread, "can't delete __class__ attribute");
    return false;
  }
  if (!is_type(value)) {
    raise_type_error(thread, text("__class__ must be set to a class, not '",
                                  type_name(thread, value), "' object"));
    return false;
  }
  Type* from = class_of(thread, self);
  Type* to = as_type(value);
  const Type* module = thread.isolate.types.module;
  const bool both_modules = is_subtype(from, module) && is_subtype(to, module);
  if (!both_modules && !(from->is_heap_type && to->is_heap_type)) {
    raise_type_error(thread,
                     "__class__ assignment only supported for mutable types or ModuleType "
                     "subclasses");
    return false;
  }
  if (!has_compatible_layout(from, to)) {
    raise_type_error(thread, text("__class__ assignment: '", to->name->view(),
                                  "' object layout differs from '", from->name->view(), "'"));
    return false;
  }
  if (!change_type(thread, self.as<Object>(), to)) return false;
  if (is_type(self)) type_changed(thread, as_type(self));
  return true;
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an instance.", object_new},
    {"__init__", "(self, /, *args, **kwargs)", "Check the arguments.", object_init},
    {"__repr__", "(self, /)", "Return repr(self).", object_repr},
    {"__str__", "(self, /)", "Return str(self).", object_str},
    {"__format__", "(self, format_spec, /)", "Return str(self); the specification must be empty.",
     object_format},
    {"__getattribute__", "(self, name, /)", "Return getattr(self, name).", object_getattribute},
    {"__setattr__", "(self, name, value, /)", "Implement setattr(self, name, value).",
     object_setattr},
    {"__delattr__", "(self, name, /)", "Implement delattr(self, name).", object_delattr},
    {"__eq__", "(self, value, /)", "Return self==value.", object_eq},
    {"__ne__", "(self, value, /)", "Return self!=value.", object_ne},
    {"__lt__", "(self, value, /)", "Return self<value.", object_order},
    {"__le__", "(self, value, /)", "Return self<=value.", object_order},
    {"__gt__", "(self, value, /)", "Return self>value.", object_order},
    {"__ge__", "(self, value, /)", "Return self>=value.", object_order},
    {"__hash__", "(self, /)", "Return hash(self).", object_hash},
    {"__dir__", "(self, /)", "Return the names of the attributes.", object_dir},
    {"__sizeof__", "(self, /)", "Return the size in memory, in bytes.", object_sizeof},
    {"__reduce__", "(self, /)", "Return what copying and pickling need.", object_reduce},
    {"__reduce_ex__", "(self, protocol, /)", "Return what copying and pickling need.",
     object_reduce_ex},
    {"__getstate__", "(self, /)", "Return the attributes, for copying and pickling.",
     object_getstate},
    {"__init_subclass__", "(cls, /, **kwargs)", "Called when a class is derived; does nothing.",
     object_init_subclass},
    {"__subclasshook__", "(cls, /, *args)", "Abstract classes override it; no opinion.",
     object_subclasshook},
};
constexpr NativeAttribute attributes[] = {
    {"__class__", "The object's class.", get_class, set_class},
};

Value get_dict(Thread& thread, Value self) {
  return Value::cell(instance_dict(thread, self.as<Object>()));
}

bool set_dict(Thread& thread, Value self, Value value) {
  if (value.is_unset()) {
    value = Value::cell(make_dict(thread));
    if (!value) return false;
  }
  if (!is_dict(value)) {
    raise_type_error(thread, text("__dict__ must be set to a dictionary, not a '",
                                  type_name(thread, value), "'"));
    return false;
  }
  return set_instance_dict(thread, self.as<Object>(), value.as<Dict>());
}

Value get_weakref(Thread& thread, Value self) {
  const auto& first = thread.isolate.weak_references->first;
  const auto found = first.find(self.as_cell());
  return found == first.end() ? Value::none() : Value::cell(found->second);
}

}  // namespace

Value object_new(Thread& thread, Arguments arguments) {
  Type* type = as_type(arguments[0]);
  if (any_given(arguments)) {
    if (overrides(thread, type, Special::New))
      return raise_type_error(
          thread, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (!overrides(thread, type, Special::Init))
      return raise_type_error(thread, text(type->name->view(), "() takes no arguments"));
  }
  if (type->is_abstract) return raise_abstract(thread, type);
  return Value::cell(make_plain_instance(thread, type));
}

Value object_init(Thread& thread, Arguments arguments) {
  if (!any_given(arguments)) return Value::none();
  const Type* type = class_of(thread, arguments[0]);
  if (overrides(thread, type, Special::Init))
    return raise_type_error(
        thread, "object.__init__() takes exactly one argument (the instance to initialize)");
  if (!overrides(thread, type, Special::New))
    return raise_type_error(thread, text(type->name->view(),
                                         ".__init__() takes exactly one argument (the instance to "
                                         "initialize)"));
  return Value::none();
}

Value object_getattribute(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr) return Value::error();
  const Value found = find_generic_attribute(thread, arguments[0], name);
  return found.is_unset() ? raise_no_attribute(thread, arguments[0], name) : found;
}

Value object_repr(Thread& thread, Arguments arguments) {
  return Value::cell(default_repr(thread, arguments[0]));
}

Str* default_repr(Thread& thread, Value object) {
  std::string storage;
  const std::string_view name = full_type_name(thread, class_of(thread, object), storage);
  return make_str(thread, text("<", name, " object at ", address_text(object), ">"));
}

int64_t identity_hash(Value object) { return static_cast<int64_t>(object.bits() >> 4); }

List* default_dir(Thread& thread, Value object) {
  const Names& special_names = thread.isolate.names;
  Dict* names = make_dict(thread);
  if (names == nullptr) return nullptr;
  const Value own = find_attribute(thread, object, special_names.__dict__);
  if (!own) return nullptr;
  if (is_dict(own)) {
    uint64_t position = 0;
    Value key;
    Value value;
    while (dict_next(own.as<Dict>(), position, key, value))
      if (!dict_set(thread, names, key, Value::none())) return nullptr;
  }
  const Value type = find_attribute(thread, object, special_names.__class__);
  if (!type) return nullptr;
  if (is_type(type) && !collect_class_names(thread, as_type(type), names)) return nullptr;
  return list_from_iterable(thread, Value::cell(names));
}

const NativeAttribute instance_dict_attribute = {"__dict__", "The object's attributes as a dict.",
                                                 get_dict, set_dict};
const NativeAttribute instance_weakref_attribute = {
    "__weakref__", "A weak reference to the object, if there is one.", get_weakref, nullptr};

const TypeSpec object_type_spec = {
    .name = "object",
    .module = "builtins",
    .doc = "The base of all classes.",
    .instance_kind = Kind::Instance,
    .instance_size = sizeof(Object),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft
