// Attribute sites: the slow paths of GetAttr, SetAttr and LoadMethod, and what they remember.
//
// A site asks once how the attribute is found, notes it in its cache (caches.h) and from then on
// answers receivers of that shape inline. Only the default attribute protocol is cached: a class
// with its own __getattribute__ (or __setattr__, for stores) always goes the long way.
#include "interpreter/objects/attribute_cache.h"
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/super.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/attribute_table.h"
#include "interpreter/vm/caches.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

bool may_fill(InlineCache* cache) {
  if (cache->state == CacheState::Megamorphic) return false;
  if (cache->state != CacheState::Empty && ++cache->misses > MaximumMisses) {
    cache->header = 0;
    cache->state = CacheState::Megamorphic;
    return false;
  }
  return true;
}

// Takes over what is known of a shape, unless the site has met too many.
void fill(InlineCache* cache, const InlineCache& found) {
  if (!may_fill(cache)) return;
  cache->header = found.header;
  cache->version_cell = found.version_cell;
  cache->version = found.version;
  cache->value = found.value;
  cache->offset = found.offset;
  cache->state = found.state;
}

// Notes how receivers with this header word have the attribute, for the site and for all others.
void note(Thread& thread, InlineCache* cache, AttributeAccess access, uint64_t header, Type* type,
          CacheState state, Value value, uint32_t offset) {
  InlineCache found{};
  found.name = cache->name;
  found.header = header;
  found.version_cell = &type->version;
  found.version = type->version;
  found.value = value;
  found.offset = offset;
  found.state = state;
  thread.isolate.attribute_table->put(found, access);
  fill(cache, found);
}

// What is known of the receiver's shape, from the site or from other sites; null: nothing.
inline const InlineCache* recall(Thread& thread, InlineCache* cache, AttributeAccess access,
                                 Cell* receiver) {
  if (cache->header == receiver->header() && *cache->version_cell == cache->version) return cache;
  InlineCache* found =
      thread.isolate.attribute_table->find(receiver->header(), cache->name, access);
  if (found != nullptr && cache->state != CacheState::Megamorphic) fill(cache, *found);
  return found;
}

bool has_inline_slots(const Type* type) {
  return type->slots_offset != NoSlots && type->slots_offset != TrailingSlots;
}

uint32_t slot_byte_offset(const Type* type, uint32_t slot) {
  return static_cast<uint32_t>(type->slots_offset + sizeof(Cell*) + slot * sizeof(Value));
}

// Notes where `name` lies in objects of this shape. Unset when the shape does not say.
Value find_slot_and_note(Thread& thread, InlineCache* cache, AttributeAccess access, Object* object,
                         Type* type) {
  Shape* shape = object->shape();
  const uint32_t slot = shape_find_cached(thread, shape, cache->name);
  if (slot == NoSlot) return Value::unset();
  if (slot < shape->inline_capacity) {
    note(thread, cache, access, object->header(), type, CacheState::Slot, Value::unset(),
         slot_byte_offset(type, slot));
  } else {
    note(thread, cache, access, object->header(), type, CacheState::Overflow, Value::unset(),
         slot - shape->inline_capacity);
  }
  return get_slot(object, shape, slot);
}

// An attribute that misses both the object and its class: __getattr__ if there is one.
Value missing_attribute(Thread& thread, Value object, Type* type, Str* name, Delivery delivery) {
  if (type->has_getattr) {
    const Value method = type->specials[static_cast<int>(Special::GetAttr)];
    const Value values[2] = {object, Value::cell(name)};
    return begin_special(thread, method, values, 2,
                         {ReturnAction::AttributeFallback, delivery.destination, NoFallbackLeft});
  }
  return get_attribute(thread, object, name);  // raises, with the right text
}

// The attribute as `known` says it is found; unset when it is not there after all.
Value read_known(Thread& thread, const InlineCache* known, Object* object, Delivery delivery,
                 bool& found) {
  found = true;
  Value value = Value::unset();
  switch (static_cast<CacheState>(known->state)) {
    case CacheState::Constant:
      return known->value;
    case CacheState::Method:
      return make_bound_method(thread, known->value, Value::cell(object));
    case CacheState::PropertyGetter: {
      const Value self = Value::cell(object);
      return begin_call(thread, known->value, &self, 1, nullptr, delivery);
    }
    case CacheState::Slot:
      value = *reinterpret_cast<Value*>(reinterpret_cast<char*>(object) + known->offset);
      break;
    case CacheState::Overflow:
      value = static_cast<ValueArray*>(*overflow_word(object))->values[known->offset];
      break;
    default:
      break;
  }
  found = !value.is_unset();
  return value;
}

// What the site remembers of this module; unset: nothing. A module whose class a script has changed
// is searched anew.
Value known_module_entry(Thread& thread, const InlineCache* cache, Value object) {
  if (cache->state != CacheState::ModuleEntry || cache->value != object) return Value::unset();
  const Dict* dict = object.as<Module>()->dict;
  if (cache->version != dict->keys_version ||
      object.as<Module>()->type() != thread.isolate.types.module) {
    return Value::unset();
  }
  return dict->table->entries()[cache->offset].value;
}

Value get_from_module(Thread& thread, InlineCache* cache, Module* module) {
  Dict* dict = module->dict;
  const int64_t entry = dict_find_str(dict, cache->name);
  if (entry >= 0 && may_fill(cache)) {
    cache->header = 0;
    cache->value = Value::cell(module);
    cache->version_cell = &dict->keys_version;
    cache->version = dict->keys_version;
    cache->offset = static_cast<uint32_t>(entry);
    cache->state = CacheState::ModuleEntry;
    return dict->table->entries()[entry].value;
  }
  return get_attribute(thread, Value::cell(module), cache->name);
}

// Whether the site knows this class's attribute. (The version cell is only looked into when it is
// the receiver's.)
bool knows_class(const InlineCache* cache, const Type* type) {
  return (cache->state == CacheState::ClassEntry || cache->state == CacheState::ClassMethodEntry) &&
         cache->version_cell == &type->version && cache->version == type->version;
}

// Notes what reading an attribute of this class gives, where the class alone decides that.
void note_class_attribute(Thread& thread, InlineCache* cache, Type* type) {
  Type* metaclass = type->type();
  if (metaclass != thread.isolate.types.type ||
      !type_lookup(thread, metaclass, cache->name).is_unset() ||
      is_reassigned_attribute(thread, type, cache->name)) {
    return;
  }
  Value value = type_lookup(thread, type, cache->name);
  CacheState state = CacheState::ClassEntry;
  if (is_exactly(value, Kind::StaticMethod)) {
    value = value.as<StaticMethod>()->callable;
  } else if (is_exactly(value, Kind::ClassMethod) &&
             is_kind(value.as<ClassMethod>()->callable, Kind::Function)) {
    value = value.as<ClassMethod>()->callable;
    state = CacheState::ClassMethodEntry;
  } else if (value.is_unset() || !(is_kind(value, Kind::Function) ||
                                   find_special(thread, value, Special::Get).is_unset())) {
    return;
  }
  if (!may_fill(cache)) return;
  cache->header = 0;
  cache->version_cell = &type->version;
  cache->version = type->version;
  cache->value = value;
  cache->state = state;
}

Value get_from_class(Thread& thread, InlineCache* cache, Type* type) {
  if (knows_class(cache, type)) {
    return cache->state == CacheState::ClassEntry
               ? cache->value
               : make_bound_method(thread, cache->value, Value::cell(type));
  }
  note_class_attribute(thread, cache, type);
  return get_attribute(thread, Value::cell(type), cache->name);
}

// Attributes whose class overrides __getattribute__ in script.
Value get_by_getattribute(Thread& thread, Value object, Type* type, Str* name, Delivery delivery) {
  const Value method = type->specials[static_cast<int>(Special::GetAttribute)];
  if (!is_kind(method, Kind::Function)) return get_attribute(thread, object, name);
  if (type->has_getattr) delivery.action = ReturnAction::AttributeFallback;
  const Value values[2] = {object, Value::cell(name)};
  return begin_function(thread, method.as<Function>(), values, 2, nullptr, delivery);
}

// The search, for receivers of which nothing is known yet.
Value search_attribute(Thread& thread, InlineCache* cache, Object* cell, Delivery delivery) {
  Str* name = cache->name;
  const Value object = Value::cell(cell);
  Type* type = cell->type();
  switch (cell->kind()) {
    case Kind::Module:
      if (type->has_getattribute || type != thread.isolate.types.module) break;
      return get_from_module(thread, cache, object.as<Module>());
    default:
      break;
  }
  if (type->has_getattribute) return get_by_getattribute(thread, object, type, name, delivery);
  const auto remember = [&](CacheState state, Value value, uint32_t offset) {
    note(thread, cache, AttributeAccess::Read, cell->header(), type, state, value, offset);
  };
  const Value attribute = type_lookup(thread, type, name);
  if (!attribute.is_unset()) {
    if (is_kind(attribute, Kind::Property)) {
      const Value getter = attribute.as<Property>()->getter;
      if (is_kind(getter, Kind::Function)) {
        if (type->has_getattr) {
          delivery.action = ReturnAction::AttributeFallback;
        } else {
          remember(CacheState::PropertyGetter, getter, 0);
        }
        return begin_function(thread, getter.as<Function>(), &object, 1, nullptr, delivery);
      }
      return get_attribute(thread, object, name);
    }
    if (is_kind(attribute, Kind::SlotDescriptor)) {
      auto* descriptor = attribute.as<SlotDescriptor>();
      const uint32_t slot = descriptor->slot;
      if (has_inline_slots(type) && descriptor->is_plain_slot() &&
          is_subtype(type, descriptor->owner)) {
        remember(CacheState::Slot, Value::unset(), slot_byte_offset(type, slot));
      }
      return get_attribute(thread, object, name);
    }
    if (is_data_descriptor(thread, attribute)) return get_attribute(thread, object, name);
  }
  if (has_inline_slots(type) && !cell->shape()->is_dictionary) {
    const Value own = find_slot_and_note(thread, cache, AttributeAccess::Read, cell, type);
    if (!own.is_unset()) return own;
  } else {
    const Value own = find_own_attribute(cell, name);
    if (!own.is_unset()) return own;
  }
  if (attribute.is_unset()) return missing_attribute(thread, object, type, name, delivery);
  // Objects in dictionary shape may gain a shadowing attribute without changing shape.
  const bool shape_tells = !cell->shape()->is_dictionary && type->slots_offset != TrailingSlots;
  if (is_kind(attribute, Kind::Function) || is_kind(attribute, Kind::NativeFunction)) {
    const Value bound = call_descriptor_get(thread, attribute, object, type);
    if (bound && shape_tells && is_kind(bound, Kind::BoundMethod)) {
      remember(CacheState::Method, attribute, 0);
    }
    return bound;
  }
  if (find_special(thread, attribute, Special::Get).is_unset()) {
    if (shape_tells && !is_reassigned_attribute(thread, type, name)) {
      remember(CacheState::Constant, attribute, 0);
    }
    return attribute;
  }
  const Value got = call_descriptor_get(thread, attribute, object, type);
  if (!got && type->has_getattr &&
      clear_pending_if(thread, thread.isolate.exceptions.attribute_error))
    return missing_attribute(thread, object, type, name, delivery);
  return got;
}

// The same of a method, which is not bound if it need not be.
Value search_method(Thread& thread, Frame* frame, InlineCache* cache, Value object, Value* method,
                    Delivery delivery) {
  if (is_exactly(object, Kind::Super)) {
    const auto* super = object.as<Super>();
    const Value attribute = find_behind_start(super, cache->name);
    if (is_kind(attribute, Kind::Function) && super->object.as_cell() != super->object_type) {
      method[0] = attribute;
      method[1] = super->object;
      return Value::none();
    }
  }
  Type* type = type_of(thread, object);
  Str* name = cache->name;
  // Classes and modules: their functions are called as they are.
  const bool is_instance = !object.is_cell() || (object.as<Object>()->kind() != Kind::Type &&
                                                 object.as<Object>()->kind() != Kind::Module);
  if (is_instance && !type->has_getattribute) {
    const Value attribute = type_lookup(thread, type, name);
    const bool is_plain =
        is_kind(attribute, Kind::Function) ||
        (is_kind(attribute, Kind::NativeFunction) && attribute.as<NativeFunction>()->takes_self);
    if (is_plain) {
      Value own = Value::unset();
      bool shape_tells = true;
      if (object.is_cell() && type->slots_offset != NoSlots) {
        auto* cell = object.as<Object>();
        own = find_own_attribute(cell, name);
        shape_tells = !cell->shape()->is_dictionary && type->slots_offset != TrailingSlots;
      }
      if (own.is_unset()) {
        if (object.is_cell() && shape_tells) {
          note(thread, cache, AttributeAccess::Read, object.as_cell()->header(), type,
               CacheState::Method, attribute, 0);
        }
        method[0] = attribute;
        method[1] = object;
        return Value::none();
      }
    }
  }
  method[1] = Value::unset();
  const Value value = slow_get_attribute(thread, frame, cache, object, delivery);
  if (!value || value.is_unset()) return value;
  if (is_exactly(value, Kind::BoundMethod)) {
    method[0] = value.as<BoundMethod>()->function;
    method[1] = value.as<BoundMethod>()->self;
    return Value::none();
  }
  method[0] = value;
  return Value::none();
}

// The same of a store.
Value search_and_set(Thread& thread, InlineCache* cache, Value object, Value value) {
  Str* name = cache->name;
  if (object.is_cell()) {
    auto* cell = object.as<Object>();
    Type* type = cell->type();
    if (type->has_setattr) {
      const Value method = type->specials[static_cast<int>(Special::SetAttr)];
      if (is_kind(method, Kind::Function)) {
        const Value values[3] = {object, Value::cell(name), value};
        return begin_function(thread, method.as<Function>(), values, 3, nullptr,
                              {ReturnAction::Discard, 0, 0});
      }
    } else if (has_inline_slots(type) && !cell->shape()->is_dictionary &&
               cell->kind() != Kind::Type && cell->kind() != Kind::Module) {
      const Value attribute = type_lookup(thread, type, name);
      if (is_kind(attribute, Kind::SlotDescriptor) &&
          is_subtype(type, attribute.as<SlotDescriptor>()->owner) &&
          attribute.as<SlotDescriptor>()->is_plain_slot()) {
        note(thread, cache, AttributeAccess::Store, cell->header(), type, CacheState::Slot,
             Value::unset(), slot_byte_offset(type, attribute.as<SlotDescriptor>()->slot));
      } else if (is_kind(attribute, Kind::Property)) {
        const Value setter = attribute.as<Property>()->setter;
        if (is_kind(setter, Kind::Function)) {
          const Value values[2] = {object, value};
          return begin_function(thread, setter.as<Function>(), values, 2, nullptr,
                                {ReturnAction::Discard, 0, 0});
        }
      } else if (type->instances_have_dict &&
                 (attribute.is_unset() || !is_data_descriptor(thread, attribute))) {
        const uint64_t header = cell->header();
        Shape* shape = cell->shape();
        if (!find_slot_and_note(thread, cache, AttributeAccess::Store, cell, type).is_unset()) {
          set_slot(cell, shape, shape_find_cached(thread, shape, name), value);
          return Value::none();
        }
        if (!add_slot(thread, cell, name, value)) return Value::error();
        const uint32_t slot = shape->slot_count;
        if (!cell->shape()->is_dictionary && slot < shape->inline_capacity &&
            cell->shape()->parent == shape) {
          note(thread, cache, AttributeAccess::Store, header, type, CacheState::AddSlot,
               Value::from_bits(cell->header() + 1), slot_byte_offset(type, slot));
        }
        return Value::none();
      }
    }
  }
  return set_attribute(thread, object, name, value) ? Value::none() : Value::error();
}

}  // namespace

Value slow_get_attribute(Thread& thread, Frame* frame, InlineCache* cache, Value object,
                         Delivery delivery) {
  static_cast<void>(frame);
  if (!object.is_cell()) return get_attribute(thread, object, cache->name);
  auto* cell = object.as<Object>();
  if (cell->kind() == Kind::Type) return get_from_class(thread, cache, object.as<Type>());
  if (const Value entry = known_module_entry(thread, cache, object); !entry.is_unset())
    return entry;
  if (const InlineCache* known = recall(thread, cache, AttributeAccess::Read, cell)) {
    bool found;
    const Value value = read_known(thread, known, cell, delivery, found);
    if (found) return value;
  }
  return search_attribute(thread, cache, cell, delivery);
}

Value slow_load_method(Thread& thread, Frame* frame, InlineCache* cache, Value object,
                       Value* method, Delivery delivery) {
  const Value entry = known_module_entry(thread, cache, object);
  if (is_kind(entry, Kind::Function) || is_kind(entry, Kind::NativeFunction)) {
    method[0] = entry;
    method[1] = Value::unset();
    return Value::none();
  }
  if (is_kind(object, Kind::Type) && knows_class(cache, object.as<Type>())) {
    method[0] = cache->value;
    method[1] = cache->state == CacheState::ClassEntry ? Value::unset() : object;
    return Value::none();
  }
  if (object.is_cell()) {
    const InlineCache* known = recall(thread, cache, AttributeAccess::Read, object.as_cell());
    if (known != nullptr && known->state == CacheState::Method) {
      method[0] = known->value;
      method[1] = object;
      return Value::none();
    }
  }
  return search_method(thread, frame, cache, object, method, delivery);
}

Value slow_set_attribute(Thread& thread, Frame* frame, InlineCache* cache, Value object,
                         Value value) {
  static_cast<void>(frame);
  if (object.is_cell()) {
    auto* cell = object.as<Object>();
    const InlineCache* known = recall(thread, cache, AttributeAccess::Store, cell);
    if (known != nullptr && known->state == CacheState::Overflow) {
      auto* overflow = static_cast<ValueArray*>(*overflow_word(cell));
      store(overflow, overflow->values[known->offset], value);
      return Value::none();
    }
    if (known != nullptr) {
      store(cell, *reinterpret_cast<Value*>(reinterpret_cast<char*>(cell) + known->offset), value);
      if (known->state == CacheState::AddSlot) cell->set_header(known->value.bits() - 1);
      return Value::none();
    }
  }
  return search_and_set(thread, cache, object, value);
}

Value attribute_fallback(Thread& thread, Frame* frame, uint8_t destination) {
  // The instruction that asked is behind pc: an attribute load whose object register is B and whose
  // cache index is the word before pc.
  const uint32_t word = frame->pc[-2];
  const uint32_t cache_index = frame->pc[-1];
  const Value object = frame->registers[(word >> 16) & 0xff];
  const Value method = find_special(thread, object, Special::GetAttr);
  const Value values[2] = {object, Value::cell(frame->code->inline_caches[cache_index].name)};
  return begin_special(thread, method, values, 2,
                       {ReturnAction::AttributeFallback, destination, NoFallbackLeft});
}

void complete_attribute_error(Thread& thread, Frame* frame) {
  const uint32_t word = frame->pc[-2];
  const uint32_t cache_index = frame->pc[-1];
  complete_attribute_error(thread, frame->registers[(word >> 16) & 0xff],
                           frame->code->inline_caches[cache_index].name);
}

}  // namespace weft
