// Descriptors: what stands in a class's dict and decides what `instance.name` means.
//
// A descriptor is any object whose type has __get__ (and, for data descriptors, __set__ or
// __delete__). The kinds below are the built-in ones; call_descriptor_get() takes the direct way
// for them and for functions, and calls the special methods of everything else.
#pragma once

#include "interpreter/objects/native.h"
#include "interpreter/objects/object.h"

namespace weft {

struct Property : Object {
  using Object::Object;
  Value getter;  // each a callable or None
  Value setter;
  Value deleter;
  Value doc;
  Str* name;  // from __set_name__, for error texts; null until known
  bool doc_from_getter;
};

struct ClassMethod : Object {  // kinds ClassMethod and StaticMethod
  using Object::Object;
  Value callable;
  Cell* overflow;  // attribute slots
};
using StaticMethod = ClassMethod;

// A computed attribute of a built-in type.
struct GetSetDescriptor : Object {
  using Object::Object;
  Type* owner;
  const NativeAttribute* declaration;
  Str* name;
};

// A member: a name of __slots__ or a native field, kept in a reserved slot; or an attribute of a
// built-in type that is declared as a member.
struct SlotDescriptor : Object {
  using Object::Object;
  Type* owner;
  Str* name;
  const NativeAttribute* declaration;  // null: the value lies in `slot`
  uint32_t slot;
  bool none_when_unset;  // native fields read as None where a __slots__ member raises
  bool read_only;

  // Reading and writing is nothing but access to the slot, as long as it is set.
  bool is_plain_slot() const { return declaration == nullptr && !none_when_unset && !read_only; }
};

[[nodiscard]] Value make_static_method(Thread& thread, Value callable);
[[nodiscard]] Value make_class_method(Thread& thread, Value callable);
// The descriptor of a declared attribute, in the form it asks for.
[[nodiscard]] Value make_attribute_descriptor(Thread& thread, Type* owner,
                                              const NativeAttribute& declaration);
[[nodiscard]] Value make_slot_descriptor(Thread& thread, Type* owner, Str* name, uint32_t slot,
                                         bool none_when_unset);

// AttributeError "property 'x' of 'C' object has no setter"; the error value.
Value raise_property_error(Thread& thread, Property* property, Value object,
                           std::string_view missing);

// Whether assignments to an instance's attribute go to `attribute`, found on its class.
bool is_data_descriptor(Thread& thread, Value attribute);
// What reading gives: `attribute` itself when it is no descriptor. `object` is unset when the
// attribute is read on the class.
[[nodiscard]] Value call_descriptor_get(Thread& thread, Value attribute, Value object, Type* type);
// Writing (deleting when `value` is unset). Unset result: `attribute` has no such method, nothing
// was done; error: exception pending; None: done.
[[nodiscard]] Value call_descriptor_set(Thread& thread, Value attribute, Value object, Value value);

}  // namespace weft
