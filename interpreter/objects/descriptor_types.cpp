// classmethod, staticmethod, and the descriptors of computed attributes and slots.
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
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

// --- classmethod, staticmethod ------------------------------------------------------------------

ClassMethod* self_of(Arguments arguments) { return arguments[0].as<ClassMethod>(); }

Value wrapper_new(Thread& thread, Arguments arguments) {
  auto* self = new_instance<ClassMethod>(thread, as_type(arguments[0]));
  if (self == nullptr) return Value::error();
  self->callable = Value::none();
  return Value::cell(self);
}

Value wrapper_init(Thread&, Arguments arguments) {
  store(self_of(arguments), self_of(arguments)->callable, arguments[1]);
  return Value::none();
}

template <bool IsStatic>
Value wrapper_repr(Thread& thread, Arguments arguments) {
  Str* shown = repr(thread, self_of(arguments)->callable);
  if (shown == nullptr) return Value::error();
  return Value::cell(
      make_str(thread, text(IsStatic ? "<staticmethod(" : "<classmethod(", shown->view(), ")>")));
}

Value static_method_call(Thread& thread, Arguments arguments) {
  return call_with_dict(thread, self_of(arguments)->callable, arguments[1].as<Tuple>(),
                        arguments[2].as<Dict>());
}

bool check_get(Thread& thread, Arguments arguments) {
  if (!arguments[1].is_none() || !arguments[2].is_none()) return true;
  raise_type_error(thread, "__get__(None, None) is invalid");
  return false;
}

Value static_method_get(Thread& thread, Arguments arguments) {
  return check_get(thread, arguments) ? self_of(arguments)->callable : Value::error();
}

Value class_method_get(Thread& thread, Arguments arguments) {
  if (!check_get(thread, arguments)) return Value::error();
  Type* type = is_type(arguments[2]) ? as_type(arguments[2]) : class_of(thread, arguments[1]);
  // A plain copy of the wrapper gives what the built-in class does.
  const Value plain = make_class_method(thread, self_of(arguments)->callable);
  return plain ? call_descriptor_get(thread, plain, arguments[1], type) : plain;
}

Value get_callable(Thread&, Value self) { return self.as<ClassMethod>()->callable; }

// __name__ and its kin: those of the function, unless set.
Value get_wrapped(Thread& thread, Value self, Str* name) {
  const Value own = find_own_attribute(self.as<Object>(), name);
  return own.is_unset() ? get_attribute(thread, self.as<ClassMethod>()->callable, name) : own;
}
Value get_doc(Thread& thread, Value self) {
  const Value doc = find_own_attribute(self.as<Object>(), thread.isolate.names.__doc__);
  if (!doc.is_unset()) return doc;
  const Value inherited =
      find_attribute(thread, self.as<ClassMethod>()->callable, thread.isolate.names.__doc__);
  return inherited.is_unset() ? Value::none() : inherited;
}
bool set_doc(Thread& thread, Value self, Value value) {
  return set_own_attribute(thread, self.as<Object>(), thread.isolate.names.__doc__,
                           value.is_unset() ? Value::none() : value);
}
Value get_module(Thread& thread, Value self) {
  return get_wrapped(thread, self, thread.isolate.names.__module__);
}
bool set_module(Thread& thread, Value self, Value value) {
  return set_own_attribute(thread, self.as<Object>(), thread.isolate.names.__module__,
                           value.is_unset() ? Value::none() : value);
}
Value get_name(Thread& thread, Value self) {
  return get_wrapped(thread, self, thread.isolate.names.__name__);
}
Value get_qualified_name(Thread& thread, Value self) {
  return get_wrapped(thread, self, thread.isolate.names.__qualname__);
}
Value get_is_abstract(Thread& thread, Value self) {
  const Value flag = find_attribute(thread, self.as<ClassMethod>()->callable,
                                    thread.isolate.names.__isabstractmethod__);
  if (!flag) return flag;
  if (flag.is_unset()) return Value::boolean(false);
  const Truth is_set = truth(thread, flag);
  return is_set == Truth::Error ? Value::error() : Value::boolean(is_set == Truth::True);
}

constexpr NativeMethod static_method_methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a static method.", wrapper_new},
    {"__init__", "(self, function, /)", "Set the function.", wrapper_init},
    {"__call__", "(self, /, *args, **kwargs)", "Call the function.", static_method_call},
    {"__get__", "(self, instance, owner=None, /)", "Return the function.", static_method_get},
    {"__repr__", "(self, /)", "Return repr(self).", wrapper_repr<true>},
};
constexpr NativeMethod class_method_methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a class method.", wrapper_new},
    {"__init__", "(self, function, /)", "Set the function.", wrapper_init},
    {"__get__", "(self, instance, owner=None, /)", "Bind the function to the class.",
     class_method_get},
    {"__repr__", "(self, /)", "Return repr(self).", wrapper_repr<false>},
};
constexpr NativeAttribute wrapper_attributes[] = {
    {"__func__", "The function.", get_callable, nullptr, AttributeForm::Member},
    {"__wrapped__", "The function.", get_callable, nullptr, AttributeForm::Member},
    {"__doc__", "The docstring.", get_doc, set_doc},
    {"__module__", "The function's module.", get_module, set_module},
    {"__name__", "The function's name.", get_name, nullptr},
    {"__qualname__", "The function's full name.", get_qualified_name, nullptr},
    {"__isabstractmethod__", "Whether the function is abstract.", get_is_abstract, nullptr},
};

// --- Computed attributes and slots --------------------------------------------------------------

// Both structs begin alike.
template <class Descriptor>
Value get_descriptor_name(Thread&, Value self) {
  return Value::cell(self.as<Descriptor>()->name);
}
template <class Descriptor>
Value get_owner(Thread&, Value self) {
  return Value::cell(self.as<Descriptor>()->owner);
}
template <class Descriptor>
Value get_full_name(Thread& thread, Value self) {
  const auto* descriptor = self.as<Descriptor>();
  return Value::cell(make_str(
      thread, text(descriptor->owner->qualified_name->view(), ".", descriptor->name->view())));
}

Value get_declared_doc(Thread& thread, Value self) {
  return Value::cell(make_str(thread, self.as<GetSetDescriptor>()->declaration->doc));
}
Value get_member_doc(Thread& thread, Value self) {
  const NativeAttribute* declaration = self.as<SlotDescriptor>()->declaration;
  if (declaration == nullptr) return Value::none();
  return Value::cell(make_str(thread, declaration->doc));
}

template <class Descriptor>
Value descriptor_repr(Thread& thread, Arguments arguments) {
  const auto* self = arguments[0].as<Descriptor>();
  constexpr bool IsSlot = std::is_same_v<Descriptor, SlotDescriptor>;
  return Value::cell(
      make_str(thread, text(IsSlot ? "<member '" : "<attribute '", self->name->view(), "' of '",
                            self->owner->name->view(), "' objects>")));
}

Value descriptor_get(Thread& thread, Arguments arguments) {
  if (!check_get(thread, arguments)) return Value::error();
  if (arguments[1].is_none()) return arguments[0];
  return call_descriptor_get(thread, arguments[0], arguments[1], class_of(thread, arguments[1]));
}
Value descriptor_set(Thread& thread, Arguments arguments) {
  return call_descriptor_set(thread, arguments[0], arguments[1], arguments[2]);
}
Value descriptor_delete(Thread& thread, Arguments arguments) {
  return call_descriptor_set(thread, arguments[0], arguments[1], Value::unset());
}

template <class Descriptor>
constexpr NativeMethod descriptor_methods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", descriptor_repr<Descriptor>},
    {"__get__", "(self, instance, owner=None, /)", "Return the attribute.", descriptor_get},
    {"__set__", "(self, instance, value, /)", "Set the attribute.", descriptor_set},
    {"__delete__", "(self, instance, /)", "Delete the attribute.", descriptor_delete},
};
constexpr NativeAttribute getset_attributes[] = {
    {"__name__", "The attribute's name.", get_descriptor_name<GetSetDescriptor>, nullptr,
     AttributeForm::Member},
    {"__qualname__", "The name with that of the class.", get_full_name<GetSetDescriptor>, nullptr},
    {"__objclass__", "The class it belongs to.", get_owner<GetSetDescriptor>, nullptr,
     AttributeForm::Member},
    {"__doc__", "What the attribute is.", get_declared_doc, nullptr},
};
constexpr NativeAttribute slot_attributes[] = {
    {"__name__", "The slot's name.", get_descriptor_name<SlotDescriptor>, nullptr,
     AttributeForm::Member},
    {"__qualname__", "The name with that of the class.", get_full_name<SlotDescriptor>, nullptr},
    {"__objclass__", "The class it belongs to.", get_owner<SlotDescriptor>, nullptr,
     AttributeForm::Member},
    {"__doc__", "What the attribute is, or None.", get_member_doc, nullptr},
};

}  // namespace

const TypeSpec static_method_type_spec = {
    .name = "staticmethod",
    .module = "builtins",
    .doc = "A function kept in a class that takes neither instance nor class.",
    .instance_kind = Kind::StaticMethod,
    .instance_size = sizeof(StaticMethod),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = static_method_methods,
    .attributes = wrapper_attributes,
};

const TypeSpec class_method_type_spec = {
    .name = "classmethod",
    .module = "builtins",
    .doc = "A function kept in a class that takes the class as its first argument.",
    .instance_kind = Kind::ClassMethod,
    .instance_size = sizeof(ClassMethod),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = class_method_methods,
    .attributes = wrapper_attributes,
};

const TypeSpec getset_descriptor_type_spec = {
    .name = "getset_descriptor",
    .module = "builtins",
    .doc = "A computed attribute of a built-in class.",
    .instance_kind = Kind::GetSetDescriptor,
    .instance_size = sizeof(GetSetDescriptor),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = descriptor_methods<GetSetDescriptor>,
    .attributes = getset_attributes,
};

const TypeSpec slot_descriptor_type_spec = {
    .name = "member_descriptor",
    .module = "builtins",
    .doc = "An attribute kept in a slot of its own.",
    .instance_kind = Kind::SlotDescriptor,
    .instance_size = sizeof(SlotDescriptor),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = descriptor_methods<SlotDescriptor>,
    .attributes = slot_attributes,
};

}  // namespace weft
