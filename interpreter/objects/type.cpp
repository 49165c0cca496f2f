#include "interpreter/objects/type.h"

#include <cstring>

#include "interpreter/objects/attribute_cache.h"
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_internal.h"
#include "interpreter/objects/weak_reference.h"

namespace weft {
namespace {

void take_own_specials(Thread& thread, Type* into, const Type* from) {
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(from->dict, position, key, value)) {
    if (!is_str(key)) continue;
    const std::string_view name = as_str(key)->view();
    if (name.size() < 5 || name[0] != '_' || name[1] != '_') continue;
    const Special special = thread.isolate.names.find_special(as_str(key));
    if (special != Special::Count) into->specials[static_cast<int>(special)] = value;
  }
}

// Whether the MRO is this class followed by its base's MRO: the special table then follows from the
// base's.
bool extends_base_mro(const Type* type) {
  if (type->base == nullptr || type->mro->count != type->base->mro->count + 1) return false;
  return std::memcmp(type->mro->values + 1, type->base->mro->values,
                     type->base->mro->count * sizeof(Value)) == 0;
}

Value special_of(const Type* type, Special special) {
  return type->specials[static_cast<int>(special)];
}

// Reading it as a class attribute gives the value itself.
bool is_plain_value(Thread& thread, Value value) {
  return find_special(thread, value, Special::Get).is_unset() &&
         find_special(thread, value, Special::Set).is_unset() &&
         find_special(thread, value, Special::Delete).is_unset();
}

// What was remembered of the class and those below it is void.
void take_new_versions(Thread& thread, Type* type) {
  type->version = thread.isolate.next_version();
  if (type->subclasses == nullptr) return;
  for (Value reference : type->subclasses->values())
    if (Object* subclass = reference.as<WeakReference>()->target_object())
      take_new_versions(thread, static_cast<Type*>(subclass));
}

}  // namespace

void refresh_specials(Thread& thread, Type* type) {
  if (extends_base_mro(type)) {
    std::memcpy(type->specials, type->base->specials, sizeof(type->specials));
    take_own_specials(thread, type, type);
  } else {
    for (Value& entry : type->specials) entry = Value::unset();
    for (uint64_t i = type->mro->count; i > 0; --i)
      take_own_specials(thread, type, as_type(type->mro->values[i - 1]));
  }
  const Type* object = thread.isolate.types.object;
  type->has_getattribute =
      special_of(type, Special::GetAttribute) != special_of(object, Special::GetAttribute);
  type->has_getattr = !special_of(type, Special::GetAttr).is_unset();
  type->has_setattr = special_of(type, Special::SetAttr) != special_of(object, Special::SetAttr) ||
                      special_of(type, Special::DelAttr) != special_of(object, Special::DelAttr);
  type->has_finalizer = !special_of(type, Special::Del).is_unset();
}

void type_changed(Thread& thread, Type* type) {
  type->version = thread.isolate.next_version();
  refresh_specials(thread, type);
  if (type->subclasses == nullptr) return;
  for (Value reference : type->subclasses->values())
    if (Object* subclass = reference.as<WeakReference>()->target_object())
      type_changed(thread, static_cast<Type*>(subclass));
}

bool set_type_attribute(Thread& thread, Type* type, Str* name, Value value) {
  const Value old = dict_get_str(type->dict, name);
  if (value.is_unset()) {
    const Value removed = dict_remove_str(thread, type->dict, name);
    if (!removed) return false;
  } else if (!dict_set_str(thread, type->dict, name, value)) {
    return false;
  }
  if (thread.isolate.names.find_special(name) != Special::Count) {
    type_changed(thread, type);
    return true;
  }
  AttributeCache& cache = *thread.isolate.attribute_cache;
  const bool is_plain = !old.is_unset() && !value.is_unset() && is_plain_value(thread, old) &&
                        is_plain_value(thread, value);
  if (is_plain && cache.is_reassigned(type, name)) return true;
  if (is_plain && cache.reassigned.size() < AttributeCache::MaximumReassigned)
    cache.reassigned.push_back({type, name});
  take_new_versions(thread, type);
  return true;
}

bool is_reassigned_attribute(Thread& thread, const Type* type, Str* name) {
  const AttributeCache& cache = *thread.isolate.attribute_cache;
  if (cache.reassigned.empty()) return false;
  for (const Value base : type->mro->view())
    if (!dict_get_str(as_type(base)->dict, name).is_unset())
      return cache.is_reassigned(as_type(base), name);
  return false;
}

Value type_lookup(Thread& thread, Type* type, Str* name) {
  AttributeCache& cache = *thread.isolate.attribute_cache;
  AttributeCache::Entry& entry = cache.place(type->version, name);
  if (entry.version == type->version && entry.name == name) return entry.value;
  Value found = Value::unset();
  for (const Value base : type->mro->view()) {
    found = dict_get_str(as_type(base)->dict, name);
    if (found.is_unset()) continue;
    if (!cache.reassigned.empty() && cache.is_reassigned(as_type(base), name)) return found;
    break;
  }
  if (name->is_interned) entry = {type->version, name, found};
  return found;
}

Value find_type_attribute(Thread& thread, Type* type, Str* name) {
  Type* metaclass = type->type();
  const Value on_metaclass = type_lookup(thread, metaclass, name);
  if (!on_metaclass.is_unset() && is_data_descriptor(thread, on_metaclass) &&
      !find_special(thread, on_metaclass, Special::Get).is_unset())
    return call_descriptor_get(thread, on_metaclass, Value::cell(type), metaclass);
  const Value own = type_lookup(thread, type, name);
  if (!own.is_unset()) return call_descriptor_get(thread, own, Value::unset(), type);
  if (!on_metaclass.is_unset())
    return call_descriptor_get(thread, on_metaclass, Value::cell(type), metaclass);
  return Value::unset();
}

bool is_subtype(const Type* derived, const Type* base) {
  if (derived == base) return true;
  if (derived->mro == nullptr) {
    for (; derived != nullptr; derived = derived->base)
      if (derived == base) return true;
    return false;
  }
  for (const Value entry : derived->mro->view())
    if (entry.as_cell() == base) return true;
  return false;
}

Type* class_of_immediate(Isolate& isolate, Value value) {
  if (value.is_small_int()) return isolate.types.integer;
  if (value.is_immediate_double()) return isolate.types.floating;
  switch (value.bits()) {
    case Value::NoneBits:
      return isolate.types.none;
    case Value::FalseBits:
    case Value::TrueBits:
      return isolate.types.boolean;
    case Value::NotImplementedBits:
      return isolate.types.not_implemented;
    case Value::EllipsisBits:
      return isolate.types.ellipsis;
    default:
      return isolate.types.object;
  }
}

uint32_t reserved_slot_count(const Type* type) { return reserved_slots(type->root_shape); }

Object* allocate_instance(Thread& thread, Type* type, size_t native_size, size_t extra) {
  const Shape* shape = type->root_shape;
  const size_t end = (native_size + extra + 7) & ~size_t{7};
  size_t bytes = end;
  size_t overflow_offset = 0;
  if (type->slots_offset == TrailingSlots) {
    overflow_offset = end;
    bytes = end + sizeof(Cell*);
  } else if (type->slots_offset != NoSlots) {
    overflow_offset = type->slots_offset;
    bytes = overflow_offset + sizeof(Cell*) + shape->inline_capacity * sizeof(Value);
  }
  Cell* cell = thread.isolate.heap.allocate(bytes, shape->object_header);
  if (cell == nullptr) [[unlikely]] {
    raise_out_of_memory(thread);
    return nullptr;
  }
  auto* object = static_cast<Object*>(cell);
  if (overflow_offset != 0) {
    auto* word = reinterpret_cast<Cell**>(reinterpret_cast<char*>(object) + overflow_offset);
    *word = nullptr;
    auto* slots = reinterpret_cast<Value*>(word + 1);
    for (uint32_t i = 0; i < shape->slot_count; ++i) slots[i] = Value::unset();
  }
  if (type->has_finalizer) thread.isolate.heap.set_finalizable(object);
  return object;
}

Object* make_plain_instance(Thread& thread, Type* type) {
  return allocate_instance(thread, type, sizeof(Object));
}

Type* check_new_class(Thread& thread, Value cls, Type* base) {
  if (!is_type(cls)) {
    raise_type_error(thread, text(base->name->view(), ".__new__(X): X is not a type object (",
                                  type_name(thread, cls), ")"));
    return nullptr;
  }
  Type* type = as_type(cls);
  if (!is_subtype(type, base)) {
    raise_type_error(thread, text(base->name->view(), ".__new__(", type->name->view(), "): ",
                                  type->name->view(), " is not a subtype of ", base->name->view()));
    return nullptr;
  }
  // The nearest built-in class knows what instances need: it must be its __new__, or the same.
  const Type* builtin = type;
  while (builtin->is_heap_type && builtin->base != nullptr) builtin = builtin->base;
  const int creator = static_cast<int>(Special::New);
  if (type->instance_kind != base->instance_kind ||
      builtin->specials[creator] != base->specials[creator]) {
    std::string storage;
    const std::string_view name = full_type_name(thread, builtin, storage);
    raise_type_error(thread, text(base->name->view(), ".__new__(", type->name->view(),
                                  ") is not safe, use ", name, ".__new__()"));
    return nullptr;
  }
  return type;
}

std::string_view full_type_name(Thread& thread, const Type* type, std::string& storage) {
  const Value module = type_module_name(thread, type);
  if (!is_str(module) || as_str(module)->view() == "builtins") return type->qualified_name->view();
  storage = text(as_str(module)->view(), ".", type->qualified_name->view());
  return storage;
}

}  // namespace weft
