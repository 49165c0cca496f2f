// Shapes: where the attributes of an object lie, and how an object moves from one shape to the
// next.
//
// A shape's chain of parents spells the attributes in the order they were added; a slot, once
// given, keeps its place in all descendants. Slots below the root's `slot_count` are reserved
// (__slots__, native fields): they are anonymous here, reached by descriptors only, and always
// inline.
//
// Inline slots at or beyond `slot_count` are undefined memory: tracing and reading stop at
// `slot_count`. So an allocation writes one word, and a store that adds a slot writes the value
// first and the header word second, with no allocation between.
//
// A type has one current root. When instances outgrow the inline slots the type gets a new root
// with more of them; older objects go on living in the old family of shapes.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

// name -> child shape (cell) or name -> slot (small int). Open addressing, power-of-two capacity.
struct ShapeTable : Cell {
  using Cell::Cell;
  struct Entry {
    Str* name;  // null: free
    Value value;
  };
  uint32_t count;
  uint32_t capacity;
  Entry entries[];
};

inline constexpr uint32_t NoSlot = UINT32_MAX;
// Objects with more named attributes than this move to a dictionary.
inline constexpr uint32_t MaximumNamedSlots = 128;
// Different attributes objects of one shape may gain next before others move to a dictionary: names
// that come from data would otherwise make shapes without end.
inline constexpr uint32_t MaximumTransitions = 64;
// Inline slots a script class's first instances get; see Type::inline_slots_hint.
inline constexpr uint16_t FirstInlineSlots = 4;

// Slot of attribute `name` (interned), or NoSlot. Never finds anything in a dictionary shape.
uint32_t shape_find(const Shape* shape, const Str* name);
// As shape_find; may build a lookup table, so that the next one is quick.
uint32_t shape_find_cached(Thread& thread, Shape* shape, const Str* name);
// The shape of an object of `shape` that gains attribute `name`. Null with MemoryError pending.
[[nodiscard]] Shape* shape_with(Thread& thread, Shape* shape, Str* name);

// A root shape for instances of `type`.
[[nodiscard]] Shape* make_root_shape(Thread& thread, Type* type, uint32_t reserved,
                                     uint16_t inline_capacity);
// A shape outside the tree, for objects that are of `type` but of another kind than its instances.
[[nodiscard]] Shape* make_special_shape(Thread& thread, Type* type, Kind kind);
// The dictionary shape of `type`, made on first use.
[[nodiscard]] Shape* dictionary_shape_of(Thread& thread, Type* type);

// The header word of objects of `type` with `shape`.
uint64_t object_header_for(const Type* type, const Shape* shape, Kind kind);

// --- Slots of an object -------------------------------------------------------------------------

// Address of the first inline slot. The object's type has slots, not TrailingSlots.
inline Value* inline_slots(Object* object, const Type* type) {
  return reinterpret_cast<Value*>(reinterpret_cast<char*>(object) + type->slots_offset +
                                  sizeof(Cell*));
}
Value get_slot(Object* object, const Shape* shape, uint32_t slot);
void set_slot(Object* object, const Shape* shape, uint32_t slot, Value value);

// Gives `object` the attribute `name` it lacks, by shape transition or (when there are many) by
// moving to a dictionary. The type's instances take attributes. False: MemoryError pending.
[[nodiscard]] bool add_slot(Thread& thread, Object* object, Str* name, Value value);

// The object's attributes as a real dict, moving it to the dictionary shape; null with MemoryError
// pending. The type's instances have a dict.
[[nodiscard]] Dict* instance_dict(Thread& thread, Object* object);
// Replaces all attributes: `object.__dict__ = dict`.
[[nodiscard]] bool set_instance_dict(Thread& thread, Object* object, Dict* dict);
// A new dict holding a copy of the attributes; the object keeps its shape.
[[nodiscard]] Dict* copy_instance_dict(Thread& thread, Object* object);
// Calls visit(name, value) for each named attribute in order, as long as it returns true.
template <class Visitor>
bool for_each_slot(Object* object, Visitor&& visit);

// The object's own attribute: unset when absent. Types without slots have none. Cannot raise.
Value find_own_attribute(Object* object, Str* name);
// Sets an own attribute. The type's instances take attributes. False: exception pending.
[[nodiscard]] bool set_own_attribute(Thread& thread, Object* object, Str* name, Value value);
// Removes it: the old value, unset when there was none, error with an exception pending.
[[nodiscard]] Value remove_own_attribute(Thread& thread, Object* object, Str* name);

// Makes `object` an instance of `type`, whose layout is compatible. False: MemoryError pending.
[[nodiscard]] bool change_type(Thread& thread, Object* object, Type* type);

// Names of the attributes of objects of `shape` in slot order, reserved ones left out.
void collect_slot_names(const Shape* shape, Str** names);
inline uint32_t named_slot_count(const Shape* shape);

// The number of reserved slots of a shape's tree.
inline uint32_t reserved_slots(const Shape* shape) {
  while (shape->parent != nullptr) shape = shape->parent;
  return shape->slot_count;
}
inline uint32_t named_slot_count(const Shape* shape) {
  return shape->is_dictionary ? 0 : shape->slot_count - reserved_slots(shape);
}

template <class Visitor>
bool for_each_slot(Object* object, Visitor&& visit) {
  const Shape* shape = object->shape();
  const uint32_t count = named_slot_count(shape);
  if (count == 0) return true;
  Str* names[MaximumNamedSlots];
  collect_slot_names(shape, names);
  const uint32_t first = shape->slot_count - count;
  for (uint32_t i = 0; i < count; ++i)
    if (!visit(names[i], get_slot(object, shape, first + i))) return false;
  return true;
}

}  // namespace weft
