// property.
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Property* self_of(Arguments arguments) { return arguments[0].as<Property>(); }

Value property_new(Thread& thread, Arguments arguments) {
  auto* self = new_instance<Property>(thread, as_type(arguments[0]));
  if (self == nullptr) return Value::error();
  self->getter = Value::none();
  self->setter = Value::none();
  self->deleter = Value::none();
  self->doc = Value::none();
  self->name = nullptr;
  self->doc_from_getter = false;
  return Value::cell(self);
}

// Where the docstring lies: subclasses keep it as an attribute, so that they may have their own.
bool set_doc(Thread& thread, Property* self, Value doc) {
  if (is_exactly(Value::cell(self), Kind::Property)) {
    store(self, self->doc, doc);
    return true;
  }
  return set_attribute(thread, Value::cell(self), thread.isolate.names.__doc__, doc);
}

Value property_init(Thread& thread, Arguments arguments) {
  Property* self = self_of(arguments);
  store(self, self->getter, arguments[1]);
  store(self, self->setter, arguments[2]);
  store(self, self->deleter, arguments[3]);
  store(self, self->doc, arguments[4]);
  self->doc_from_getter = false;
  self->name = nullptr;
  if (arguments[4].is_none() && !arguments[1].is_none()) {
    const Value doc = find_attribute(thread, arguments[1], thread.isolate.names.__doc__);
    if (!doc) return doc;
    if (!doc.is_unset() && !doc.is_none()) {
      self->doc_from_getter = true;
      if (!set_doc(thread, self, doc)) return Value::error();
    }
  } else if (!is_exactly(arguments[0], Kind::Property) && !arguments[4].is_none()) {
    if (!set_doc(thread, self, arguments[4])) return Value::error();
  }
  return Value::none();
}

// A copy with one of the functions replaced.
Value copy_with(Thread& thread, Property* self, Value getter, Value setter, Value deleter) {
  const Value type = Value::cell(self->type());
  // A docstring that came from the getter is taken from the new one.
  const Value doc = self->doc_from_getter && !getter.is_none() ? Value::none() : self->doc;
  const Value made = call(thread, type, {getter, setter, deleter, doc});
  if (made && is_kind(made, Kind::Property))
    store(made.as<Property>(), made.as<Property>()->name, self->name);
  return made;
}

Value property_getter(Thread& thread, Arguments arguments) {
  const Property* self = self_of(arguments);
  return copy_with(thread, self_of(arguments), arguments[1], self->setter, self->deleter);
}
Value property_setter(Thread& thread, Arguments arguments) {
  const Property* self = self_of(arguments);
  return copy_with(thread, self_of(arguments), self->getter, arguments[1], self->deleter);
}
Value property_deleter(Thread& thread, Arguments arguments) {
  const Property* self = self_of(arguments);
  return copy_with(thread, self_of(arguments), self->getter, self->setter, arguments[1]);
}

Value property_get(Thread& thread, Arguments arguments) {
  Property* self = self_of(arguments);
  if (arguments[1].is_none()) return arguments[0];
  if (self->getter.is_none()) return raise_property_error(thread, self, arguments[1], "getter");
  return call(thread, self->getter, {arguments[1]});
}

Value property_set(Thread& thread, Arguments arguments) {
  Property* self = self_of(arguments);
  if (self->setter.is_none()) return raise_property_error(thread, self, arguments[1], "setter");
  return call(thread, self->setter, {arguments[1], arguments[2]}) ? Value::none() : Value::error();
}

Value property_delete(Thread& thread, Arguments arguments) {
  Property* self = self_of(arguments);
  if (self->deleter.is_none()) return raise_property_error(thread, self, arguments[1], "deleter");
  return call(thread, self->deleter, {arguments[1]}) ? Value::none() : Value::error();
}

Value property_set_name(Thread& thread, Arguments arguments) {
  Property* self = self_of(arguments);
  if (is_str(arguments[2])) {
    Str* name = intern(thread, as_str(arguments[2]));
    if (name == nullptr) return Value::error();
    store(self, self->name, name);
  }
  return Value::none();
}

Value get_getter(Thread&, Value self) { return self.as<Property>()->getter; }
Value get_setter(Thread&, Value self) { return self.as<Property>()->setter; }
Value get_deleter(Thread&, Value self) { return self.as<Property>()->deleter; }
Value get_doc(Thread&, Value self) { return self.as<Property>()->doc; }
bool assign_doc(Thread&, Value self, Value value) {
  store(self.as_cell(), self.as<Property>()->doc, value.is_unset() ? Value::none() : value);
  return true;
}

// Abstract when one of its functions is.
Value get_is_abstract(Thread& thread, Value self) {
  const auto* property = self.as<Property>();
  for (const Value function : {property->getter, property->setter, property->deleter}) {
    if (function.is_none()) continue;
    const Value flag = find_attribute(thread, function, thread.isolate.names.__isabstractmethod__);
    if (!flag) return flag;
    if (flag.is_unset()) continue;
    const Truth is_set = truth(thread, flag);
    if (is_set != Truth::False)
      return is_set == Truth::Error ? Value::error() : Value::boolean(true);
  }
  return Value::boolean(false);
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a property.", property_new},
    {"__init__", "(self, fget=None, fset=None, fdel=None, doc=None)", "Set the functions.",
     property_init},
    {"getter", "(self, function, /)", "A copy with another getter.", property_getter},
    {"setter", "(self, function, /)", "A copy with another setter.", property_setter},
    {"deleter", "(self, function, /)", "A copy with another deleter.", property_deleter},
    {"__get__", "(self, instance, owner=None, /)", "Call the getter.", property_get},
    {"__set__", "(self, instance, value, /)", "Call the setter.", property_set},
    {"__delete__", "(self, instance, /)", "Call the deleter.", property_delete},
    {"__set_name__", "(self, owner, name, /)", "Remember the name, for error texts.",
     property_set_name},
};
constexpr NativeAttribute attributes[] = {
    {"fget", "The getter or None.", get_getter, nullptr, AttributeForm::Member},
    {"fset", "The setter or None.", get_setter, nullptr, AttributeForm::Member},
    {"fdel", "The deleter or None.", get_deleter, nullptr, AttributeForm::Member},
    {"__doc__", "The docstring or None.", get_doc, assign_doc, AttributeForm::Member},
    {"__isabstractmethod__", "Whether one of the functions is abstract.", get_is_abstract, nullptr},
};

}  // namespace

const TypeSpec property_type_spec = {
    .name = "property",
    .module = "builtins",
    .doc = "An attribute computed by functions.",
    .instance_kind = Kind::Property,
    .instance_size = sizeof(Property),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft
