#include "interpreter/objects/shape.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

// Every shape at this distance from its root may carry a lookup table; in between, the chain is
// walked. So a search takes at most that many steps and one probe, and tables stay few.
constexpr uint32_t LookupStride = 8;

uint64_t name_hash(const Str* name) {
  return (reinterpret_cast<uint64_t>(name) * 0x9e3779b97f4a7c15u) >> 20;
}

const ShapeTable::Entry* table_find(const ShapeTable* table, const Str* name) {
  const uint32_t mask = table->capacity - 1;
  for (uint32_t place = static_cast<uint32_t>(name_hash(name)) & mask;;
       place = (place + 1) & mask) {
    const ShapeTable::Entry& entry = table->entries[place];
    if (entry.name == name) return &entry;
    if (entry.name == nullptr) return nullptr;
  }
}

void table_insert(ShapeTable* table, Str* name, Value value) {
  const uint32_t mask = table->capacity - 1;
  uint32_t place = static_cast<uint32_t>(name_hash(name)) & mask;
  while (table->entries[place].name != nullptr) place = (place + 1) & mask;
  store(table, table->entries[place].name, name);
  store(table, table->entries[place].value, value);
  ++table->count;
}

ShapeTable* make_table(Thread& thread, uint32_t entries) {
  uint32_t capacity = 8;
  while (capacity < entries * 2) capacity *= 2;
  auto* table = make_cell<ShapeTable>(thread, capacity * sizeof(ShapeTable::Entry),
                                      internal_header(Kind::ShapeTable));
  if (table == nullptr) return nullptr;
  table->count = 0;
  table->capacity = capacity;
  for (uint32_t i = 0; i < capacity; ++i) table->entries[i] = {};
  return table;
}

bool is_shape(const Cell* cell) { return cell->kind_byte() == static_cast<uint8_t>(Kind::Shape); }

Shape* find_transition(const Shape* shape, const Str* name) {
  Cell* transitions = shape->transitions;
  if (transitions == nullptr) return nullptr;
  if (is_shape(transitions)) {
    auto* child = static_cast<Shape*>(transitions);
    return child->name == name ? child : nullptr;
  }
  const auto* entry = table_find(static_cast<ShapeTable*>(transitions), name);
  return entry == nullptr ? nullptr : entry->value.as<Shape>();
}

bool may_add_transition(const Shape* shape) {
  const Cell* transitions = shape->transitions;
  return transitions == nullptr || is_shape(transitions) ||
         static_cast<const ShapeTable*>(transitions)->count < MaximumTransitions;
}

bool add_transition(Thread& thread, Shape* shape, Shape* child) {
  Cell* transitions = shape->transitions;
  if (transitions == nullptr) {
    store(shape, shape->transitions, static_cast<Cell*>(child));
    return true;
  }
  ShapeTable* table = nullptr;
  if (is_shape(transitions)) {
    table = make_table(thread, 4);
    if (table == nullptr) return false;
    auto* only = static_cast<Shape*>(transitions);
    table_insert(table, only->name, Value::cell(only));
    store(shape, shape->transitions, static_cast<Cell*>(table));
  } else {
    table = static_cast<ShapeTable*>(transitions);
  }
  if ((table->count + 1) * 2 > table->capacity) {
    ShapeTable* larger = make_table(thread, table->count * 2);
    if (larger == nullptr) return false;
    for (uint32_t i = 0; i < table->capacity; ++i)
      if (table->entries[i].name != nullptr)
        table_insert(larger, table->entries[i].name, table->entries[i].value);
    store(shape, shape->transitions, static_cast<Cell*>(larger));
    table = larger;
  }
  table_insert(table, child->name, Value::cell(child));
  return true;
}

Shape* make_shape(Thread& thread, Type* type, Kind kind) {
  auto* shape = make_cell<Shape>(thread, 0, internal_header(Kind::Shape));
  if (shape == nullptr) return nullptr;
  shape->type = type;
  shape->parent = nullptr;
  shape->name = nullptr;
  shape->slot_count = 0;
  shape->inline_capacity = 0;
  shape->is_dictionary = false;
  shape->transitions = nullptr;
  shape->lookup_table = nullptr;
  shape->object_header = object_header_for(type, shape, kind);
  return shape;
}

// Instances outgrew their inline slots: later ones get one more.
bool grow_inline_slots(Thread& thread, Type* type, uint32_t wanted) {
  if (!type->is_heap_type || type->slots_offset == TrailingSlots ||
      wanted <= type->inline_slots_hint || wanted > MaximumNamedSlots)
    return true;
  type->inline_slots_hint = static_cast<uint16_t>(wanted);
  Shape* root = make_root_shape(thread, type, reserved_slot_count(type),
                                static_cast<uint16_t>(reserved_slot_count(type) + wanted));
  if (root == nullptr) return false;
  store(type, type->root_shape, root);
  return true;
}

// Room for overflow slot `index`.
bool reserve_overflow(Thread& thread, Object* object, uint32_t index) {
  Cell** word = overflow_word(object);
  auto* array = static_cast<ValueArray*>(*word);
  if (array != nullptr && index < array->capacity) return true;
  const uint64_t capacity = index < 4 ? 4 : uint64_t{index} * 2;
  ValueArray* larger = make_cell<ValueArray>(thread, capacity * sizeof(Value),
                                             internal_header(Kind::ValueArray), capacity);
  if (larger == nullptr) return false;
  if (array != nullptr)
    for (uint64_t i = 0; i < array->capacity; ++i) larger->values[i] = array->values[i];
  word = overflow_word(object);
  store(object, *word, static_cast<Cell*>(larger));
  return true;
}

// Builds the dict of an object's named attributes.
Dict* collect_slots(Thread& thread, Object* object) {
  Dict* dict = make_dict(thread, named_slot_count(object->shape()));
  if (dict == nullptr) return nullptr;
  const bool complete = for_each_slot(
      object, [&](Str* name, Value value) { return dict_set_str(thread, dict, name, value); });
  return complete ? dict : nullptr;
}

}  // namespace

uint64_t object_header_for(const Type* type, const Shape* shape, Kind kind) {
  uint8_t flags = 0;
  if (!type->is_heap_type) flags |= ExactFlag;
  if (type->has_finalizer) flags |= HasFinalizerFlag;
  return Cell::make_header(shape, static_cast<uint8_t>(kind), flags);
}

Shape* make_root_shape(Thread& thread, Type* type, uint32_t reserved, uint16_t inline_capacity) {
  Shape* shape = make_shape(thread, type, type->instance_kind);
  if (shape == nullptr) return nullptr;
  shape->slot_count = reserved;
  shape->inline_capacity = inline_capacity;
  return shape;
}

Shape* make_special_shape(Thread& thread, Type* type, Kind kind) {
  return make_shape(thread, type, kind);
}

Shape* dictionary_shape_of(Thread& thread, Type* type) {
  if (type->dictionary_shape != nullptr) return type->dictionary_shape;
  Shape* shape = make_shape(thread, type, type->instance_kind);
  if (shape == nullptr) return nullptr;
  shape->slot_count = reserved_slot_count(type);
  shape->inline_capacity = static_cast<uint16_t>(shape->slot_count);
  shape->is_dictionary = true;
  store(type, type->dictionary_shape, shape);
  return shape;
}

uint32_t shape_find(const Shape* shape, const Str* name) {
  if (shape->is_dictionary) return NoSlot;
  for (; shape->parent != nullptr; shape = shape->parent) {
    if (shape->lookup_table != nullptr) {
      const auto* entry = table_find(static_cast<const ShapeTable*>(shape->lookup_table), name);
      return entry == nullptr ? NoSlot : static_cast<uint32_t>(entry->value.as_small_int());
    }
    if (shape->name == name) return shape->slot_count - 1;
  }
  return NoSlot;
}

uint32_t shape_find_cached(Thread& thread, Shape* shape, const Str* name) {
  if (shape->is_dictionary) return NoSlot;
  const uint32_t reserved = reserved_slots(shape);
  Shape* carrier = shape;
  while ((carrier->slot_count - reserved) % LookupStride != 0) carrier = carrier->parent;
  if (carrier->parent != nullptr && carrier->lookup_table == nullptr) {
    ShapeTable* table = make_table(thread, carrier->slot_count - reserved);
    if (table == nullptr) {
      thread.pending = nullptr;  // it is only slower without
    } else {
      for (Shape* link = carrier; link->parent != nullptr; link = link->parent)
        table_insert(table, link->name, Value::small_int(link->slot_count - 1));
      store(carrier, carrier->lookup_table, static_cast<Cell*>(table));
    }
  }
  return shape_find(shape, name);
}

Shape* shape_with(Thread& thread, Shape* shape, Str* name) {
  if (Shape* known = find_transition(shape, name)) return known;
  Shape* child =
      make_shape(thread, shape->type,
                 static_cast<Kind>(static_cast<uint8_t>(shape->object_header >> Cell::KindShift)));
  if (child == nullptr) return nullptr;
  child->parent = shape;
  child->name = name;
  child->slot_count = shape->slot_count + 1;
  child->inline_capacity = shape->inline_capacity;
  return add_transition(thread, shape, child) ? child : nullptr;
}

Value get_slot(Object* object, const Shape* shape, uint32_t slot) {
  if (slot < shape->inline_capacity) return inline_slots(object, shape->type)[slot];
  return static_cast<ValueArray*>(*overflow_word(object))->values[slot - shape->inline_capacity];
}

void set_slot(Object* object, const Shape* shape, uint32_t slot, Value value) {
  if (slot < shape->inline_capacity) {
    store(object, inline_slots(object, shape->type)[slot], value);
    return;
  }
  auto* array = static_cast<ValueArray*>(*overflow_word(object));
  store(array, array->values[slot - shape->inline_capacity], value);
}

bool add_slot(Thread& thread, Object* object, Str* name, Value value) {
  Shape* shape = object->shape();
  if (!shape->is_dictionary &&
      (named_slot_count(shape) >= MaximumNamedSlots ||
       (!may_add_transition(shape) && find_transition(shape, name) == nullptr))) {
    if (instance_dict(thread, object) == nullptr) return false;
    shape = object->shape();
  }
  if (shape->is_dictionary) {
    Dict* dict = instance_dict(thread, object);
    return dict != nullptr && dict_set_str(thread, dict, name, value);
  }
  Shape* next = shape_with(thread, shape, name);
  if (next == nullptr) return false;
  const uint32_t slot = shape->slot_count;
  if (slot >= shape->inline_capacity) {
    if (!reserve_overflow(thread, object, slot - shape->inline_capacity)) return false;
    if (!grow_inline_slots(thread, shape->type, slot + 1 - reserved_slots(shape))) return false;
  }
  set_slot(object, next, slot, value);
  object->set_header(next->object_header);
  return true;
}

Dict* instance_dict(Thread& thread, Object* object) {
  if (object->shape()->is_dictionary) {
    auto* dict = static_cast<Dict*>(*overflow_word(object));
    if (dict == nullptr) {
      dict = make_dict(thread);
      if (dict == nullptr) return nullptr;
      store(object, *overflow_word(object), static_cast<Cell*>(dict));
    }
    return dict;
  }
  Dict* dict = collect_slots(thread, object);
  if (dict == nullptr || !set_instance_dict(thread, object, dict)) return nullptr;
  return dict;
}

bool set_instance_dict(Thread& thread, Object* object, Dict* dict) {
  Shape* shape = dictionary_shape_of(thread, object->type());
  if (shape == nullptr) return false;
  store(object, *overflow_word(object), static_cast<Cell*>(dict));
  object->set_header(shape->object_header);
  return true;
}

Dict* copy_instance_dict(Thread& thread, Object* object) {
  if (!object->shape()->is_dictionary) return collect_slots(thread, object);
  auto* dict = static_cast<Dict*>(*overflow_word(object));
  return dict == nullptr ? make_dict(thread) : dict_copy(thread, dict);
}

void collect_slot_names(const Shape* shape, Str** names) {
  for (uint32_t i = named_slot_count(shape); i > 0; shape = shape->parent) names[--i] = shape->name;
}

Value find_own_attribute(Object* object, Str* name) {
  const Shape* shape = object->shape();
  if (shape->type->slots_offset == NoSlots) return Value::unset();
  if (shape->is_dictionary) {
    auto* dict = static_cast<Dict*>(*overflow_word(object));
    return dict == nullptr ? Value::unset() : dict_get_str(dict, name);
  }
  const uint32_t slot = shape_find(shape, name);
  return slot == NoSlot ? Value::unset() : get_slot(object, shape, slot);
}

bool set_own_attribute(Thread& thread, Object* object, Str* name, Value value) {
  Shape* shape = object->shape();
  const uint32_t slot = shape_find_cached(thread, shape, name);
  if (slot == NoSlot) return add_slot(thread, object, name, value);
  set_slot(object, shape, slot, value);
  return true;
}

Value remove_own_attribute(Thread& thread, Object* object, Str* name) {
  const Shape* shape = object->shape();
  if (shape->type->slots_offset == NoSlots) return Value::unset();
  if (!shape->is_dictionary && shape_find(shape, name) == NoSlot) return Value::unset();
  Dict* dict = instance_dict(thread, object);
  return dict == nullptr ? Value::error() : dict_remove_str(thread, dict, name);
}

bool change_type(Thread& thread, Object* object, Type* type) {
  Shape* shape = object->shape();
  if (type->slots_offset == NoSlots) {
    object->set_header(type->root_shape->object_header);
    return true;
  }
  const uint32_t count = named_slot_count(shape);
  Shape* target = type->root_shape;
  if (!shape->is_dictionary && target->inline_capacity == shape->inline_capacity) {
    // The slots stay where they are; only the path of shapes is another.
    Str* names[MaximumNamedSlots];
    collect_slot_names(shape, names);
    for (uint32_t i = 0; i < count; ++i) {
      target = shape_with(thread, target, names[i]);
      if (target == nullptr) return false;
    }
    object->set_header(target->object_header);
    return true;
  }
  Shape* dictionary = dictionary_shape_of(thread, type);
  if (dictionary == nullptr || instance_dict(thread, object) == nullptr) return false;
  object->set_header(dictionary->object_header);
  return true;
}

}  // namespace weft
