// What instances of all classes have in common: the methods of `object`, and the attributes
// `__dict__` and `__weakref__` classes give to their instances.
#pragma once

#include "interpreter/objects/native.h"
#include "interpreter/objects/object.h"

namespace weft {

// Stand in the dict of a class whose instances have such an attribute.
extern const NativeAttribute instance_dict_attribute;
extern const NativeAttribute instance_weakref_attribute;

// object.__getattribute__, __setattr__, __delattr__ (a null `value`), __repr__, __hash__ as plain
// functions; see operations.h for the full protocol.
[[nodiscard]] Value find_generic_attribute(Thread& thread, Value object, Str* name);
[[nodiscard]] bool set_generic_attribute(Thread& thread, Value object, Str* name, Value value);
[[nodiscard]] Str* default_repr(Thread& thread, Value object);
int64_t identity_hash(Value object);

// Raises the AttributeError a failed lookup or assignment of `name` gives. Return the error value.
Value raise_no_attribute(Thread& thread, Value object, Str* name);
// A lookup of `name` failed with the pending exception: an AttributeError that says neither of what
// object nor which attribute is told.
void complete_attribute_error(Thread& thread, Value object, Str* name);

// The name given to getattr() and its kin, interned; null with TypeError pending when it is no str.
[[nodiscard]] Str* attribute_name(Thread& thread, Value value);

// Code of natives the fast paths recognise or several files need.
Value type_getattribute(Thread& thread, Arguments arguments);
Value type_setattr(Thread& thread, Arguments arguments);
Value type_delattr(Thread& thread, Arguments arguments);
Value object_new(Thread& thread, Arguments arguments);
Value object_init(Thread& thread, Arguments arguments);
Value object_getattribute(Thread& thread, Arguments arguments);
Value object_repr(Thread& thread, Arguments arguments);

// The names dir() shows for an object without __dir__ of its own, as a list. Null: pending.
[[nodiscard]] List* default_dir(Thread& thread, Value object);

}  // namespace weft
