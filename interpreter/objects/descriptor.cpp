#include "interpreter/objects/descriptor.h"

#include "interpreter/objects/errors.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Value special_of(const Type* type, Special special) {
  return type->specials[static_cast<int>(special)];
}

Value get_slot_member(Thread& thread, SlotDescriptor* descriptor, Value object) {
  if (descriptor->declaration != nullptr) return descriptor->declaration->get(thread, object);
  const Value value = get_slot(object.as<Object>(), object.as<Object>()->shape(), descriptor->slot);
  if (!value.is_unset()) return value;
  if (descriptor->none_when_unset) return Value::none();
  return raise_attribute_error(thread, object, descriptor->name,
                               text("'", type_name(thread, object), "' object has no attribute '",
                                    descriptor->name->view(), "'"));
}

// Whether `object` is what a descriptor of class `owner` can work on.
bool check_owner(Thread& thread, Value object, const Type* owner, const Str* name) {
  if (is_subtype(class_of(thread, object), owner)) return true;
  raise_type_error(thread,
                   text("descriptor '", name->view(), "' for '", owner->name->view(),
                        "' objects doesn't apply to a '", type_name(thread, object), "' object"));
  return false;
}

Value native_function_get(Thread& thread, NativeFunction* function, Value object, Type* type) {
  const BuiltinTypes& types = thread.isolate.types;
  const Type* own_type = function->type();
  if (own_type == types.class_method_descriptor)
    return make_bound_method(thread, Value::cell(function), Value::cell(type));
  if (!function->takes_self || object.is_unset()) return Value::cell(function);
  if (!check_owner(thread, object, function->owner, function->name)) return Value::error();
  return make_bound_method(thread, Value::cell(function), object);
}

Value property_get(Thread& thread, Property* property, Value object) {
  if (object.is_unset()) return Value::cell(property);
  if (property->getter.is_none()) {
    raise_property_error(thread, property, object, "getter");
    return Value::error();
  }
  return call(thread, property->getter, {object});
}

}  // namespace

Value raise_property_error(Thread& thread, Property* property, Value object,
                           std::string_view missing) {
  const Type* type = class_of(thread, object);
  const std::string_view owner = type->qualified_name->view();
  std::string message;
  if (property->name != nullptr) {
    Str* shown = repr(thread, Value::cell(property->name));
    if (shown == nullptr) return Value::error();
    message = text("property ", shown->view(), " of '", owner, "' object has no ", missing);
  } else {
    message = text("property of '", owner, "' object has no ", missing);
  }
  return raise(thread, thread.isolate.exceptions.attribute_error, message);
}

bool is_data_descriptor(Thread& thread, Value attribute) {
  if (!attribute.is_cell()) return false;
  switch (attribute.as<Object>()->kind()) {
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::BoundMethod:
    case Kind::Str:
    case Kind::Tuple:
    case Kind::Type:
      // A metaclass, or a subclass of str, may have __set__; functions may not.
      if (is_exactly(attribute, attribute.as<Object>()->kind())) return false;
      break;
    default:
      break;
  }
  const Type* type = class_of(thread, attribute);
  return !special_of(type, Special::Set).is_unset() ||
         !special_of(type, Special::Delete).is_unset();
}

Value call_descriptor_get(Thread& thread, Value attribute, Value object, Type* type) {
  if (!attribute.is_cell()) return attribute;
  auto* cell = attribute.as<Object>();
  if ((cell->flags_byte() & ExactFlag) != 0) {
    switch (cell->kind()) {
      case Kind::Function:
        return object.is_unset() ? attribute : make_bound_method(thread, attribute, object);
      case Kind::NativeFunction:
        return native_function_get(thread, static_cast<NativeFunction*>(cell), object, type);
      case Kind::Property:
        return property_get(thread, static_cast<Property*>(cell), object);
      case Kind::StaticMethod:
        return static_cast<StaticMethod*>(cell)->callable;
      case Kind::ClassMethod: {
        const Value callable = static_cast<ClassMethod*>(cell)->callable;
        // As the language has it since 3.9: a class method of a descriptor asks that descriptor.
        const Type* callable_type = class_of(thread, callable);
        if (!is_kind(callable, Kind::Function) &&
            !special_of(callable_type, Special::Get).is_unset())
          return call_descriptor_get(thread, callable, Value::cell(type), type->type());
        return make_bound_method(thread, callable, Value::cell(type));
      }
      case Kind::GetSetDescriptor: {
        auto* descriptor = static_cast<GetSetDescriptor*>(cell);
        if (object.is_unset()) return attribute;
        if (!check_owner(thread, object, descriptor->owner, descriptor->name))
          return Value::error();
        return descriptor->declaration->get(thread, object);
      }
      case Kind::SlotDescriptor: {
        auto* descriptor = static_cast<SlotDescriptor*>(cell);
        if (object.is_unset()) return attribute;
        if (!check_owner(thread, object, descriptor->owner, descriptor->name))
          return Value::error();
        return get_slot_member(thread, descriptor, object);
      }
      default:
        break;
    }
  }
  const Value getter = special_of(cell->type(), Special::Get);
  if (getter.is_unset()) return attribute;
  const Value values[] = {attribute, object.is_unset() ? Value::none() : object, Value::cell(type)};
  return call(thread, getter, values);
}

Value call_descriptor_set(Thread& thread, Value attribute, Value object, Value value) {
  if (!attribute.is_cell()) return Value::unset();
  auto* cell = attribute.as<Object>();
  if ((cell->flags_byte() & ExactFlag) != 0) {
    switch (cell->kind()) {
      case Kind::Function:
      case Kind::NativeFunction:
        return Value::unset();
      case Kind::Property: {
        auto* property = static_cast<Property*>(cell);
        const bool deleting = value.is_unset();
        const Value function = deleting ? property->deleter : property->setter;
        if (function.is_none())
          return raise_property_error(thread, property, object, deleting ? "deleter" : "setter");
        const Value result =
            deleting ? call(thread, function, {object}) : call(thread, function, {object, value});
        return result ? Value::none() : Value::error();
      }
      case Kind::GetSetDescriptor: {
        auto* descriptor = static_cast<GetSetDescriptor*>(cell);
        if (!check_owner(thread, object, descriptor->owner, descriptor->name))
          return Value::error();
        if (descriptor->declaration->set == nullptr)
          return raise(thread, thread.isolate.exceptions.attribute_error,
                       text("attribute '", descriptor->name->view(), "' of '",
                            descriptor->owner->name->view(), "' objects is not writable"));
        return descriptor->declaration->set(thread, object, value) ? Value::none() : Value::error();
      }
      case Kind::SlotDescriptor: {
        auto* descriptor = static_cast<SlotDescriptor*>(cell);
        if (!check_owner(thread, object, descriptor->owner, descriptor->name))
          return Value::error();
        const NativeAttribute* declaration = descriptor->declaration;
        if (descriptor->read_only)
          return raise(thread, thread.isolate.exceptions.attribute_error, "readonly attribute");
        if (declaration != nullptr)
          return declaration->set(thread, object, value) ? Value::none() : Value::error();
        auto* target = object.as<Object>();
        if (value.is_unset() && get_slot(target, target->shape(), descriptor->slot).is_unset())
          return raise(thread, thread.isolate.exceptions.attribute_error, descriptor->name->view());
        set_slot(target, target->shape(), descriptor->slot, value);
        return Value::none();
      }
      default:
        break;
    }
  }
  const Type* type = cell->type();
  if (value.is_unset()) {
    const Value deleter = special_of(type, Special::Delete);
    if (!deleter.is_unset())
      return call(thread, deleter, {attribute, object}) ? Value::none() : Value::error();
    if (special_of(type, Special::Set).is_unset()) return Value::unset();
    return raise(thread, thread.isolate.exceptions.attribute_error, "__delete__");
  }
  const Value setter = special_of(type, Special::Set);
  if (!setter.is_unset())
    return call(thread, setter, {attribute, object, value}) ? Value::none() : Value::error();
  if (special_of(type, Special::Delete).is_unset()) return Value::unset();
  return raise(thread, thread.isolate.exceptions.attribute_error, "__set__");
}

Value make_static_method(Thread& thread, Value callable) {
  auto* method = make_object<StaticMethod>(thread, thread.isolate.types.static_method);
  if (method == nullptr) return Value::error();
  method->callable = callable;
  method->overflow = nullptr;
  return Value::cell(method);
}

Value make_class_method(Thread& thread, Value callable) {
  auto* method = make_object<ClassMethod>(thread, thread.isolate.types.class_method);
  if (method == nullptr) return Value::error();
  method->callable = callable;
  method->overflow = nullptr;
  return Value::cell(method);
}

Value make_attribute_descriptor(Thread& thread, Type* owner, const NativeAttribute& declaration) {
  Str* name = intern(thread, declaration.name);
  if (name == nullptr) return Value::error();
  if (declaration.form == AttributeForm::Member) {
    const Value member = make_slot_descriptor(thread, owner, name, 0, false);
    if (!member) return member;
    member.as<SlotDescriptor>()->declaration = &declaration;
    member.as<SlotDescriptor>()->read_only = declaration.set == nullptr;
    return member;
  }
  auto* descriptor = make_object<GetSetDescriptor>(thread, thread.isolate.types.getset_descriptor);
  if (descriptor == nullptr) return Value::error();
  descriptor->owner = owner;
  descriptor->declaration = &declaration;
  descriptor->name = name;
  return Value::cell(descriptor);
}

Value make_slot_descriptor(Thread& thread, Type* owner, Str* name, uint32_t slot,
                           bool none_when_unset) {
  auto* descriptor = make_object<SlotDescriptor>(thread, thread.isolate.types.slot_descriptor);
  if (descriptor == nullptr) return Value::error();
  descriptor->owner = owner;
  descriptor->name = name;
  descriptor->slot = slot;
  descriptor->none_when_unset = none_when_unset;
  descriptor->declaration = nullptr;
  descriptor->read_only = false;
  return Value::cell(descriptor);
}

}  // namespace weft
