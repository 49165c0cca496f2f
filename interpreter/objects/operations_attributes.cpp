// Attributes: object.__getattribute__ and its kin, and the ways around them classes may provide.
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception_fields.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/super.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Value special_of(const Type* type, Special special) {
  return type->specials[static_cast<int>(special)];
}

// The built-in ways of finding an attribute, where `special` is one of them.
bool is_builtin_getattribute(Thread& thread, const Type* type) {
  const Type* builtin = nullptr;
  const BuiltinTypes& types = thread.isolate.types;
  switch (type->instance_kind) {
    case Kind::Type:
      builtin = types.type;
      break;
    case Kind::Super:
      builtin = types.super;
      break;
    case Kind::BoundMethod:
      builtin = types.method;
      break;
    case Kind::WeakProxy:
      builtin = types.weak_proxy;
      break;
    case Kind::GenericAlias:
      builtin = types.generic_alias;
      break;
    default:
      return false;
  }
  return special_of(type, Special::GetAttribute) == special_of(builtin, Special::GetAttribute);
}

// By __getattribute__ alone: unset when absent, where that can be said without an exception; error
// with an exception (AttributeError too) pending.
Value find_by_getattribute(Thread& thread, Value object, Type* type, Str* name) {
  if (!type->has_getattribute) {
    return type->instance_kind == Kind::Module ? find_module_attribute(thread, object, name)
                                               : find_generic_attribute(thread, object, name);
  }
  if (is_builtin_getattribute(thread, type)) {
    switch (type->instance_kind) {
      case Kind::Type:
        return find_type_attribute(thread, as_type(object), name);
      case Kind::Super:
        return find_super_attribute(thread, object, name);
      case Kind::BoundMethod:
        return find_bound_method_attribute(thread, object, name);
      default:
        break;
    }
  }
  return call_special(thread, object, Special::GetAttribute, {{Value::cell(name)}});
}

// Unset when absent; AttributeErrors raised on the way are swallowed when __getattr__ (or the
// caller, by `swallow`) wants them.
Value find_with_fallback(Thread& thread, Value object, Str* name, bool swallow) {
  Type* type = class_of(thread, object);
  Value found = find_by_getattribute(thread, object, type, name);
  if (!type->has_getattr) {
    if (!found && swallow && clear_pending_if(thread, thread.isolate.exceptions.attribute_error))
      return Value::unset();
    return found;
  }
  if (!found) {
    if (!clear_pending_if(thread, thread.isolate.exceptions.attribute_error)) return found;
    found = Value::unset();
  }
  if (!found.is_unset()) return found;
  found = call_special(thread, object, Special::GetAttr, {{Value::cell(name)}});
  if (!found && swallow && clear_pending_if(thread, thread.isolate.exceptions.attribute_error))
    return Value::unset();
  return found;
}

// No more of a class's name than CPython shows here.
constexpr size_t ShownNameBytes = 50;

std::string quoted_type(Thread& thread, Value object) {
  if (is_type(object))
    return text("type object '", as_type(object)->name->view().substr(0, ShownNameBytes), "'");
  // Classes made by scripts are told by their name alone.
  const Type* type = class_of(thread, object);
  std::string storage;
  const std::string_view name =
      type->is_heap_type ? type->name->view() : full_type_name(thread, type, storage);
  return text("'", name.substr(0, ShownNameBytes), "' object");
}

// type.__setattr__.
bool set_class_attribute(Thread& thread, Type* type, Str* name, Value value) {
  if (!type->is_heap_type) {
    raise_type_error(thread, text("cannot set '", name->view(), "' attribute of immutable type '",
                                  type->name->view(), "'"));
    return false;
  }
  const Value on_metaclass = type_lookup(thread, type->type(), name);
  if (!on_metaclass.is_unset()) {
    const Value done = call_descriptor_set(thread, on_metaclass, Value::cell(type), value);
    if (!done.is_unset()) return static_cast<bool>(done);
  }
  if (value.is_unset() && dict_get_str(type->dict, name).is_unset()) {
    raise_attribute_error(
        thread, Value::cell(type), name,
        text("type object '", type->name->view(), "' has no attribute '", name->view(), "'"));
    return false;
  }
  return set_type_attribute(thread, type, name, value);
}

bool has_attribute_slots(Value object) {
  return object.is_cell() && object.as<Object>()->type()->instances_have_dict &&
         !is_kind(object, Kind::Type);
}

}  // namespace

Value find_generic_attribute(Thread& thread, Value object, Str* name) {
  Type* type = class_of(thread, object);
  const Value attribute = type_lookup(thread, type, name);
  // A data descriptor comes first, unless it only takes values and gives none.
  if (!attribute.is_unset() && is_data_descriptor(thread, attribute) &&
      !find_special(thread, attribute, Special::Get).is_unset())
    return call_descriptor_get(thread, attribute, object, type);
  if (object.is_cell()) {
    const Value own = find_own_attribute(object.as<Object>(), name);
    if (!own.is_unset()) return own;
  }
  if (attribute.is_unset()) return attribute;
  return call_descriptor_get(thread, attribute, object, type);
}

bool set_generic_attribute(Thread& thread, Value object, Str* name, Value value) {
  Type* type = class_of(thread, object);
  const Value attribute = type_lookup(thread, type, name);
  if (!attribute.is_unset()) {
    const Value done = call_descriptor_set(thread, attribute, object, value);
    if (!done.is_unset()) return static_cast<bool>(done);
  }
  if (has_attribute_slots(object)) {
    auto* cell = object.as<Object>();
    if (!value.is_unset()) return set_own_attribute(thread, cell, name, value);
    const Value removed = remove_own_attribute(thread, cell, name);
    if (!removed) return false;
    if (!removed.is_unset()) return true;
    if (attribute.is_unset() || type->instances_have_dict) {
      raise_attribute_error(
          thread, object, name,
          text(quoted_type(thread, object), " has no attribute '", name->view(), "'"));
      return false;
    }
  }
  if (attribute.is_unset())
    raise_attribute_error(
        thread, object, name,
        text(quoted_type(thread, object), " has no attribute '", name->view(), "'"));
  else
    raise_attribute_error(
        thread, object, name,
        text(quoted_type(thread, object), " attribute '", name->view(), "' is read-only"));
  return false;
}

Value raise_no_attribute(Thread& thread, Value object, Str* name) {
  if (is_kind(object, Kind::Module)) return raise_no_module_attribute(thread, object, name);
  if (is_kind(object, Kind::BoundMethod) && class_of(thread, object) == thread.isolate.types.method)
    return raise_no_attribute(thread, object.as<BoundMethod>()->function, name);
  return raise_attribute_error(
      thread, object, name,
      text(quoted_type(thread, object), " has no attribute '", name->view(), "'"));
}

void complete_attribute_error(Thread& thread, Value object, Str* name) {
  if (!pending_is(thread, thread.isolate.exceptions.attribute_error)) return;
  Exception* error = thread.pending;
  if (!exception_field(error, field::AttributeErrorName).is_none() ||
      !exception_field(error, field::AttributeErrorObject).is_none())
    return;
  set_exception_field(error, field::AttributeErrorName, Value::cell(name));
  set_exception_field(error, field::AttributeErrorObject, object);
}

Value get_attribute(Thread& thread, Value object, Str* name) {
  const Value found = find_with_fallback(thread, object, name, false);
  if (!found) complete_attribute_error(thread, object, name);
  return found.is_unset() ? raise_no_attribute(thread, object, name) : found;
}

Value find_attribute(Thread& thread, Value object, Str* name) {
  return find_with_fallback(thread, object, name, true);
}

bool set_attribute(Thread& thread, Value object, Str* name, Value value) {
  Type* type = class_of(thread, object);
  if (!type->has_setattr) return set_generic_attribute(thread, object, name, value);
  if (type->instance_kind == Kind::Type &&
      special_of(type, Special::SetAttr) == special_of(thread.isolate.types.type, Special::SetAttr))
    return set_class_attribute(thread, as_type(object), name, value);
  return static_cast<bool>(
      call_special(thread, object, Special::SetAttr, {{Value::cell(name), value}}));
}

bool delete_attribute(Thread& thread, Value object, Str* name) {
  Type* type = class_of(thread, object);
  if (!type->has_setattr) return set_generic_attribute(thread, object, name, Value::unset());
  if (type->instance_kind == Kind::Type &&
      special_of(type, Special::DelAttr) == special_of(thread.isolate.types.type, Special::DelAttr))
    return set_class_attribute(thread, as_type(object), name, Value::unset());
  return static_cast<bool>(call_special(thread, object, Special::DelAttr, {{Value::cell(name)}}));
}

Value type_setattr(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr) return Value::error();
  return set_class_attribute(thread, as_type(arguments[0]), name, arguments[2]) ? Value::none()
                                                                                : Value::error();
}

Value type_delattr(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr) return Value::error();
  return set_class_attribute(thread, as_type(arguments[0]), name, Value::unset()) ? Value::none()
                                                                                  : Value::error();
}

Value type_getattribute(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr) return Value::error();
  const Value found = find_type_attribute(thread, as_type(arguments[0]), name);
  return found.is_unset() ? raise_no_attribute(thread, arguments[0], name) : found;
}

Str* attribute_name(Thread& thread, Value value) {
  if (is_str(value)) return intern(thread, as_str(value));
  raise_type_error(thread,
                   text("attribute name must be string, not '", type_name(thread, value), "'"));
  return nullptr;
}

}  // namespace weft
