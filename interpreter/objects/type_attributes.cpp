#include "interpreter/objects/type_attributes.h"

#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/mapping_proxy.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/type_internal.h"
#include "interpreter/objects/weak_reference.h"

namespace weft {
namespace {

// Whether the attribute may be changed; TypeError for built-in types and deletion.
bool check_change(Thread& thread, const Type* type, std::string_view attribute, Value value) {
  if (!type->is_heap_type) {
    raise_type_error(thread, text("cannot set '", attribute, "' attribute of immutable type '",
                                  type->name->view(), "'"));
    return false;
  }
  if (value.is_unset()) {
    raise_type_error(thread, text("cannot delete '", attribute, "' attribute of immutable type '",
                                  type->name->view(), "'"));
    return false;
  }
  return true;
}

Value get_name(Thread&, Value self) { return Value::cell(as_type(self)->name); }
bool set_name(Thread& thread, Value self, Value value) {
  Type* type = as_type(self);
  if (!check_change(thread, type, "__name__", value)) return false;
  if (!is_str(value)) {
    raise_type_error(thread, text("can only assign string to ", type->name->view(),
                                  ".__name__, not '", type_name(thread, value), "'"));
    return false;
  }
  if (as_str(value)->view().find('\0') != std::string_view::npos) {
    raise_value_error(thread, "type name must not contain null characters");
    return false;
  }
  store(type, type->name, as_str(value));
  return true;
}

Value get_qualified_name(Thread&, Value self) { return Value::cell(as_type(self)->qualified_name); }
bool set_qualified_name(Thread& thread, Value self, Value value) {
  Type* type = as_type(self);
  if (!check_change(thread, type, "__qualname__", value)) return false;
  if (!is_str(value)) {
    raise_type_error(thread, text("can only assign string to ", type->name->view(),
                                  ".__qualname__, not '", type_name(thread, value), "'"));
    return false;
  }
  store(type, type->qualified_name, as_str(value));
  return true;
}

Value get_module(Thread& thread, Value self) {
  const Value name = type_module_name(thread, as_type(self));
  if (!name.is_unset()) return name;
  return raise(thread, thread.isolate.exceptions.attribute_error, "__module__");
}
bool set_module(Thread& thread, Value self, Value value) {
  return check_change(thread, as_type(self), "__module__", value) &&
         set_type_attribute(thread, as_type(self), thread.isolate.names.__module__, value);
}

Value get_bases(Thread&, Value self) { return Value::cell(as_type(self)->bases); }

// The new MROs of a class and those below it; old ones are put back when one of them fails.
bool change_order(Thread& thread, Type* type, List* undo) {
  Tuple* order = settle_mro(thread, type);
  if (order == nullptr || !list_append(thread, undo, Value::cell(type)) ||
      !list_append(thread, undo, Value::cell(type->mro)))
    return false;
  store(type, type->mro, order);
  if (type->subclasses == nullptr) return true;
  for (uint64_t i = 0; i < type->subclasses->count; ++i) {
    const Value reference = type->subclasses->items->values[i];
    Object* subclass = reference.as<WeakReference>()->target_object();
    if (subclass != nullptr && !change_order(thread, static_cast<Type*>(subclass), undo))
      return false;
  }
  return true;
}

bool set_bases(Thread& thread, Value self, Value value) {
  Type* type = as_type(self);
  if (!check_change(thread, type, "__bases__", value)) return false;
  if (!is_tuple(value)) {
    raise_type_error(thread, text("can only assign tuple to ", type->name->view(),
                                  ".__bases__, not ", type_name(thread, value)));
    return false;
  }
  auto* bases = value.as<Tuple>();
  if (bases->count == 0) {
    raise_type_error(thread, text("can only assign non-empty tuple to ", type->name->view(),
                                  ".__bases__, not ()"));
    return false;
  }
  for (const Value entry : bases->view()) {
    if (!is_type(entry)) {
      raise_type_error(thread,
                       text(type->name->view(), ".__bases__ must be tuple of classes, not '",
                            type_name(thread, entry), "'"));
      return false;
    }
    if (is_subtype(as_type(entry), type)) {
      raise_type_error(thread, "a __bases__ item causes an inheritance cycle");
      return false;
    }
  }
  Type* base = best_base(thread, bases);
  if (base == nullptr) return false;
  if (!has_compatible_layout(type->base, base)) {
    raise_type_error(thread, text("__bases__ assignment: '", base->name->view(),
                                  "' object layout differs from '", type->base->name->view(), "'"));
    return false;
  }
  List* undo = make_list(thread);
  if (undo == nullptr) return false;
  unlink_from_bases(type);
  Tuple* old_bases = type->bases;
  Type* old_base = type->base;
  store(type, type->bases, bases);
  store(type, type->base, base);
  const bool changed = change_order(thread, type, undo);
  if (!changed) {
    for (uint64_t i = undo->count; i >= 2; i -= 2) {
      Type* restored = as_type(undo->values()[i - 2]);
      store(restored, restored->mro, undo->values()[i - 1].as<Tuple>());
    }
    store(type, type->bases, old_bases);
    store(type, type->base, old_base);
  }
  type_changed(thread, type);
  Exception* pending = thread.pending;
  const bool linked = link_to_bases(thread, type);
  if (pending != nullptr) thread.pending = pending;
  return changed && linked;
}

Value get_base(Thread&, Value self) {
  const Type* base = as_type(self)->base;
  return base == nullptr ? Value::none() : Value::cell(base);
}
Value get_mro(Thread&, Value self) { return Value::cell(as_type(self)->mro); }

Value get_dict(Thread& thread, Value self) {
  return make_mapping_proxy(thread, Value::cell(as_type(self)->dict));
}

Value get_doc(Thread& thread, Value self) {
  Type* type = as_type(self);
  if (!type->is_heap_type && type->spec != nullptr)
    return type->spec->doc.empty() ? Value::none() : Value::cell(make_str(thread, type->spec->doc));
  const Value own = dict_get_str(type->dict, thread.isolate.names.__doc__);
  if (own.is_unset()) return Value::none();
  return call_descriptor_get(thread, own, Value::unset(), type);
}
bool set_doc(Thread& thread, Value self, Value value) {
  return check_change(thread, as_type(self), "__doc__", value) &&
         set_type_attribute(thread, as_type(self), thread.isolate.names.__doc__, value);
}

Value get_abstract_methods(Thread& thread, Value self) {
  Type* type = as_type(self);
  Str* name = thread.isolate.names.__abstractmethods__;
  // `type` itself has this descriptor in its dict; that is not what is asked for.
  const Value own =
      type == thread.isolate.types.type ? Value::unset() : dict_get_str(type->dict, name);
  if (!own.is_unset()) return own;
  return raise(thread, thread.isolate.exceptions.attribute_error, name->view());
}
bool set_abstract_methods(Thread& thread, Value self, Value value) {
  Type* type = as_type(self);
  Str* name = thread.isolate.names.__abstractmethods__;
  if (value.is_unset()) {
    if (dict_get_str(type->dict, name).is_unset()) {
      raise(thread, thread.isolate.exceptions.attribute_error, name->view());
      return false;
    }
    type->is_abstract = false;
    return set_type_attribute(thread, type, name, value);
  }
  const Truth any = truth(thread, value);
  if (any == Truth::Error || !set_type_attribute(thread, type, name, value)) return false;
  type->is_abstract = any == Truth::True;
  return true;
}

Value get_annotations(Thread& thread, Value self) {
  Type* type = as_type(self);
  Str* name = thread.isolate.names.__annotations__;
  if (!type->is_heap_type)
    return raise_attribute_error(
        thread, self, name,
        text("type object '", type->name->view(), "' has no attribute '__annotations__'"));
  const Value own = dict_get_str(type->dict, name);
  if (!own.is_unset()) return call_descriptor_get(thread, own, Value::unset(), type);
  const Value made = Value::cell(make_dict(thread));
  return made && set_type_attribute(thread, type, name, made) ? made : Value::error();
}
bool set_annotations(Thread& thread, Value self, Value value) {
  Type* type = as_type(self);
  Str* name = thread.isolate.names.__annotations__;
  if (!type->is_heap_type) {
    raise_type_error(thread, text("cannot set '__annotations__' attribute of immutable type '",
                                  type->name->view(), "'"));
    return false;
  }
  if (value.is_unset() && dict_get_str(type->dict, name).is_unset()) {
    raise(thread, thread.isolate.exceptions.attribute_error, name->view());
    return false;
  }
  return set_type_attribute(thread, type, name, value);
}

Value get_basic_size(Thread&, Value self) {
  const Type* type = as_type(self);
  const uint32_t size = type->instance_size;
  const bool has_slots = type->slots_offset != NoSlots;
  return Value::small_int(size + (has_slots ? 8 + 8 * reserved_slot_count(type) : 0));
}
Value get_item_size(Thread&, Value self) {
  switch (as_type(self)->instance_kind) {
    case Kind::Tuple:
    case Kind::Int:
      return Value::small_int(8);
    case Kind::Bytes:
      return Value::small_int(1);
    default:
      return Value::small_int(0);
  }
}

// The bits of CPython's type flags that programs look at.
Value get_flags(Thread& thread, Value self) {
  const Type* type = as_type(self);
  const BuiltinTypes& types = thread.isolate.types;
  int64_t flags = int64_t{1} << 12;  // ready
  if (type->is_heap_type)
    flags |= int64_t{1} << 9;
  else
    flags |= int64_t{1} << 8;  // immutable
  if (type->is_base_type) flags |= int64_t{1} << 10;
  if (type->is_abstract) flags |= int64_t{1} << 20;
  const std::pair<const Type*, int> families[] = {{types.integer, 24},
                                                  {types.list, 25},
                                                  {types.tuple, 26},
                                                  {types.bytes, 27},
                                                  {types.str, 28},
                                                  {types.dict, 29},
                                                  {thread.isolate.exceptions.base_exception, 30},
                                                  {types.type, 31}};
  for (const auto& [family, bit] : families)
    if (is_subtype(type, family)) flags |= int64_t{1} << bit;
  return Value::small_int(flags);
}

Value get_dict_offset(Thread&, Value self) {
  return Value::small_int(as_type(self)->instances_have_dict ? -8 : 0);
}
Value get_weakref_offset(Thread&, Value self) {
  return Value::small_int(as_type(self)->instances_have_weakrefs ? -16 : 0);
}

Value get_text_signature(Thread& thread, Value self) {
  const TypeSpec* spec = as_type(self)->spec;
  if (spec == nullptr) return Value::none();
  for (const NativeMethod& method : spec->methods)
    if (method.name == "__new__" && method.signature.starts_with("(cls")) {
      std::string_view rest = method.signature.substr(4);
      while (rest.starts_with(',') || rest.starts_with(' ')) rest.remove_prefix(1);
      return Value::cell(make_str(thread, text("(", rest)));
    }
  return Value::none();
}

}  // namespace

const NativeAttribute type_attributes[16] = {
    {"__name__", "The name of the class.", get_name, set_name},
    {"__qualname__", "The name with those of the enclosing classes and functions.",
     get_qualified_name, set_qualified_name},
    {"__module__", "The name of the module it was defined in.", get_module, set_module},
    {"__bases__", "The classes it derives from.", get_bases, set_bases},
    {"__base__", "The base whose layout it extends.", get_base, nullptr, AttributeForm::Member},
    {"__mro__", "The method resolution order.", get_mro, nullptr, AttributeForm::Member},
    {"__dict__", "The class's own attributes.", get_dict, nullptr},
    {"__doc__", "The docstring or None.", get_doc, set_doc},
    {"__abstractmethods__", "The names of the abstract methods.", get_abstract_methods,
     set_abstract_methods},
    {"__annotations__", "The annotations of the class body.", get_annotations, set_annotations},
    {"__basicsize__", "The size of an instance in bytes.", get_basic_size, nullptr,
     AttributeForm::Member},
    {"__itemsize__", "The size of an element of instances of variable size.", get_item_size,
     nullptr, AttributeForm::Member},
    {"__flags__", "What kind of class it is, as bits.", get_flags, nullptr, AttributeForm::Member},
    {"__dictoffset__", "Not 0 when instances have a __dict__.", get_dict_offset, nullptr,
     AttributeForm::Member},
    {"__weakrefoffset__", "Not 0 when there may be weak references to instances.",
     get_weakref_offset, nullptr, AttributeForm::Member},
    {"__text_signature__", "The parameters of the constructor.", get_text_signature, nullptr},
};

}  // namespace weft
