// Making and asking classes: allocation of instances, creation, lookup, change.
//
// A class never tells its users that it changed; it takes a new `version`, and so do all classes
// below it. Whoever remembers something found on a class remembers the version with it.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/object.h"

namespace weft {

// --- Instances ----------------------------------------------------------------------------------

// Memory for a new instance of `type` (exact built-in or a script subclass of it): the native
// struct of `native_size` bytes with `extra` bytes of elements behind it, then whatever attribute
// slots the type asks for. Header, overflow word and reserved slots are set; the caller initialises
// every field of the native struct before the next allocation. Types with __del__ are registered
// with the collector. Null with MemoryError pending.
//
// For kinds of variable size (TrailingSlots) the overflow word lies at native_size + extra rounded
// up to eight bytes.
[[nodiscard]] Object* allocate_instance(Thread& thread, Type* type, size_t native_size,
                                        size_t extra = 0);
template <class T>
[[nodiscard]] T* new_instance(Thread& thread, Type* type, size_t extra = 0) {
  return static_cast<T*>(allocate_instance(thread, type, sizeof(T), extra));
}
// An instance of a class that derives from nothing native (kind Instance).
[[nodiscard]] Object* make_plain_instance(Thread& thread, Type* type);

// For `__new__(cls, …)` of a built-in: the class argument, checked to be a subtype of `base`.
// Null with TypeError pending.
[[nodiscard]] Type* check_new_class(Thread& thread, Value cls, Type* base);

inline bool is_type(Value value) { return is_kind(value, Kind::Type); }
inline Type* as_type(Value value) { return value.as<Type>(); }

// --- Classes ------------------------------------------------------------------------------------

// What the `class` statement's call of type(name, bases, namespace, **keywords) does, the metaclass
// having been settled: makes the class, runs __set_name__ and __init_subclass__. `keywords` may be
// null. Null with an exception pending.
[[nodiscard]] Type* make_class(Thread& thread, Type* metaclass, Str* name, Tuple* bases,
                               Dict* class_namespace, Dict* keywords);
// The most derived of `start` and the metaclasses of `bases`; null with the conflict pending.
[[nodiscard]] Type* most_derived_metaclass(Thread& thread, Type* start, Tuple* bases);
// False with TypeError pending when there is a base that stands for others (__mro_entries__).
[[nodiscard]] bool check_bases_are_resolved(Thread& thread, Tuple* bases);
// Replaces bases that are no classes by what their __mro_entries__ give; the same tuple if none.
[[nodiscard]] Tuple* resolve_bases(Thread& thread, Tuple* bases);

// C3. Null with TypeError pending.
[[nodiscard]] Tuple* compute_mro(Thread& thread, Type* type);

// --- Attributes of classes ----------------------------------------------------------------------

// Own or inherited attribute, no descriptor call: type_lookup() of operations.h.
// Sets (or with an unset value deletes) an own attribute, without any protocol: versions and
// special tables follow. False with an exception pending.
[[nodiscard]] bool set_type_attribute(Thread& thread, Type* type, Str* name, Value value);
// To be called after any other change of a class's dict or bases.
void type_changed(Thread& thread, Type* type);
// type.__getattribute__: metaclass data descriptors, the class and its bases, the metaclass.
// Unset when absent (no exception), error when a descriptor raised.
[[nodiscard]] Value find_type_attribute(Thread& thread, Type* type, Str* name);

// The full name as tracebacks and reprs give it: "module.qualified_name", without "builtins.".
std::string_view full_type_name(Thread& thread, const Type* type, std::string& storage);

// The number of slots __slots__ and native fields reserve at the front of every instance.
uint32_t reserved_slot_count(const Type* type);

}  // namespace weft
