// Objects, shapes and types: what every value of the language has in common.
//
// Object   a cell with a shape. Its kind says which struct it is.
// Shape    the hidden class: which type, and which attribute lies in which slot. The header word of
//          an object is a function of its shape (cell.h), so "same header word" means same type,
//          same attributes, same places; that is all an inline cache compares. Each type has a root
//          shape; adding an attribute moves the object to a child shape, shared by all objects that
//          gained the same attributes in the same order. A shape may instead be a *dictionary
//          shape* (one a type): the attributes then live in a real dict. An object goes there when
//          a script asks for its `__dict__`, deletes an attribute, or has too many.
// Type     a class, built-in or script-made. Fully dynamic; `version` is replaced by a number never
//          used before whenever the class or one of its bases changes, so caches keyed by it die.
//
// Attribute slots: objects of a type with a `slots_offset` (script classes, exceptions, functions,
// modules…) have at that byte offset one word `overflow` (0, a ValueArray*, or in dictionary shape
// the Dict*), followed by `inline_capacity` Values. Slot i lives inline when i < inline_capacity of
// the shape, else in the overflow array at i - inline_capacity. `__slots__` members are slots too:
// reserved at the front of the root shape, and a type without `__dict__` takes no others.
//
// Kinds of variable size (int, tuple, bytes) cannot have slots at a fixed offset: instances of
// their script subclasses carry one more word behind the last element, the overflow word, found by
// overflow_word(); `slots_offset` is TrailingSlots and inline caches leave such objects alone.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "interpreter/objects/kinds.h"
#include "interpreter/objects/specials.h"
#include "runtime/heap/arrays.h"
#include "runtime/heap/cell.h"
#include "runtime/heap/heap.h"
#include "runtime/heap/value.h"

namespace weft {

using runtime::ByteBuffer;
using runtime::Cell;
using runtime::Heap;
using runtime::Marker;
using runtime::store;
using runtime::Value;
using runtime::ValueArray;

struct Code;
struct Dict;
struct Exception;
struct Frame;
struct FrameObject;
struct Function;
struct Generator;
struct Isolate;
struct List;
struct Shape;
struct Str;
struct Thread;
struct Tuple;
struct Type;
struct TypeSpec;

struct Object : Cell {
  explicit Object(uint64_t header) : Cell(header) {}
  Kind kind() const { return static_cast<Kind>(kind_byte()); }
  Shape* shape() const;
  Type* type() const;
};

struct Shape : Cell {
  using Cell::Cell;
  Type* type;
  uint64_t object_header;    // header word of objects of this shape
  Shape* parent;             // null for root and dictionary shapes
  Str* name;                 // the attribute this shape adds; null for the root
  uint32_t slot_count;       // attributes in use: slots 0..slot_count-1
  uint16_t inline_capacity;  // Values that lie in the object itself
  bool is_dictionary;
  // Children: null, a single Shape, or a ShapeTable (name -> Shape). Owned by shape.cpp.
  Cell* transitions;
  // name -> slot index for shapes with many slots, built on first use; null otherwise.
  Cell* lookup_table;
};

inline constexpr uint32_t NoSlots = 0;
inline constexpr uint32_t TrailingSlots = UINT32_MAX;

// The class of classes. Script classes and built-ins alike.
struct Type : Object {
  using Object::Object;
  Str* name;
  Str* qualified_name;
  Type* base;  // the base whose layout this type extends; null only for `object`
  Tuple* bases;
  Tuple* mro;  // this type first
  Dict* dict;  // own attributes
  Shape* root_shape;
  Shape* dictionary_shape;  // null until needed, or when instances take no dict
  uint64_t version;         // see above; never 0
  List* subclasses;         // of weak references to direct subclasses
  const TypeSpec*
      spec;  // the built-in declaration this type was made from; null for script classes
  // Instances: `instance_size` bytes before overflow word and slots; `slots_offset`: byte
  // offset of the overflow word, NoSlots or TrailingSlots.
  uint32_t instance_size;
  uint32_t slots_offset;
  uint16_t inline_slots_hint;  // slots given to new instances inline; grows as instances gain more
  Kind instance_kind;
  bool is_heap_type;  // made by a script: mutable
  bool is_base_type;  // may be subclassed
  bool instances_have_dict;
  bool instances_have_weakrefs;
  bool has_finalizer;
  bool is_abstract;  // has __abstractmethods__ set non-empty
  // Overridden attribute protocol: false means the default of `object` (the fast case).
  bool has_getattribute;  // __getattribute__ other than object's
  bool has_getattr;       // __getattr__ present
  bool has_setattr;       // __setattr__ or __delattr__ other than object's
  // The dunder methods as the MRO gives them; unset where absent. Kept up to date by type.cpp
  // whenever this class or a base changes. An entry is the raw attribute (a Function, a
  // NativeFunction or any other descriptor), to be called with the receiver as first argument.
  Value specials[SpecialCount];
  // The class's own attribute slots begin here (types are objects with slots only through `dict`).
};

inline Shape* Object::shape() const { return static_cast<Shape*>(shape_cell()); }
inline Type* Object::type() const { return shape()->type; }

// A plain instance of a script class: nothing but slots.
struct Instance : Object {
  using Object::Object;
  Cell* overflow;
  Value slots[];
};

// A variable captured by a closure.
struct Box : Object {
  Box(uint64_t header, Value initial) : Object(header), value(initial) {}
  Value value;  // unset while unbound
};

inline bool is_kind(Value value, Kind kind) {
  return value.is_cell() && value.as_cell()->kind_byte() == static_cast<uint8_t>(kind);
}
// Exactly the built-in type of that kind, no script subclass.
inline bool is_exactly(Value value, Kind kind) {
  return value.is_cell() && value.as_cell()->kind_and_flags() ==
                                (static_cast<uint16_t>(kind) | (uint16_t{ExactFlag} << 8));
}
template <class T>
T* cast_if(Value value, Kind kind) {
  return is_kind(value, kind) ? value.as<T>() : nullptr;
}

// The overflow word of an object whose type has slots (slots_offset is not NoSlots).
Cell** overflow_word(Object* object);
// Reports overflow word and inline slots. Every kind scripts may derive from, or that has
// attributes of its own, calls this in its trace function; it does nothing where the type has no
// slots.
void trace_slots(Object* object, Marker& marker);

// The type of any value, immediates included.
Type* type_of(Thread& thread, Value value);
std::string_view type_name(Thread& thread, Value value);

}  // namespace weft
