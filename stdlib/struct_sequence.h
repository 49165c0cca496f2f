// Tuples with named fields, as sys.version_info and time.struct_time are.
//
// Some have fields beyond the elements of the tuple (tm_zone): these lie in a second tuple, in the
// word where instances of script subclasses of tuple keep their attributes.
#pragma once

#include <array>
#include <string>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace struct_sequence {

template <size_t visible, size_t index>
Value field(Thread&, Value self) {
  if constexpr (index < visible) {
    return self.as<Tuple>()->values[index];
  } else {
    return static_cast<Tuple*>(*overflow_word(self.as<Object>()))->values[index - visible];
  }
}

// __new__ of types of which there is one instance.
Value refuse(Thread& thread, Arguments arguments);
// Every instance has all its fields: field() relies on it.
Value make(Thread& thread, Arguments arguments);
// "sys.version_info(major=3, …)" of an instance whose type's attributes name the fields.
Value repr(Thread& thread, Arguments arguments);
// What pickling needs: the class, the elements, the other fields by name.
Value reduce(Thread& thread, Arguments arguments);

template <size_t visible, size_t count, size_t... index>
constexpr std::array<NativeAttribute, count> make_attributes(
    const std::array<std::string_view, count>& names, std::index_sequence<index...>) {
  return {NativeAttribute{names[index],
                          index < visible ? "A field, also reached by its position." : "A field.",
                          field<visible, index>, nullptr, AttributeForm::Member}...};
}

}  // namespace struct_sequence

// The attributes of a type whose fields have these names, in order; those from `visible` on are no
// elements of the tuple.
template <size_t visible, size_t count>
constexpr std::array<NativeAttribute, count> struct_sequence_fields(
    const std::array<std::string_view, count>& names) {
  return struct_sequence::make_attributes<visible>(names, std::make_index_sequence<count>());
}
template <size_t count>
constexpr std::array<NativeAttribute, count> struct_sequence_fields(
    const std::array<std::string_view, count>& names) {
  return struct_sequence::make_attributes<count>(names, std::make_index_sequence<count>());
}

inline constexpr NativeMethod struct_sequence_methods[] = {
    {"__new__", "(cls, sequence, dict=<unset>)",
     "From a sequence of the fields; those that are no elements may be left out or named in dict.",
     struct_sequence::make},
    {"__repr__", "(self, /)", "Name and fields.", struct_sequence::repr},
    {"__reduce__", "(self, /)", "What pickling needs.", struct_sequence::reduce},
};

inline constexpr NativeMethod single_struct_sequence_methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Nothing: there is one instance only.",
     struct_sequence::refuse},
    struct_sequence_methods[1],
    struct_sequence_methods[2],
};

constexpr TypeSpec struct_sequence_spec(
    std::string_view module, std::string_view name, std::string_view doc,
    std::span<const NativeAttribute> fields,
    std::span<const NativeMethod> methods = struct_sequence_methods) {
  return {.name = name,
          .module = module,
          .doc = doc,
          .instance_kind = Kind::Tuple,
          .instance_size = sizeof(Tuple),
          .is_base_type = false,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = fields};
}

// The type; the first `visible` fields are its elements. Null: exception pending.
[[nodiscard]] Type* make_struct_sequence_type(Thread& thread, const TypeSpec& spec, size_t visible);
// An instance of such a type, all fields given. Error: exception pending.
[[nodiscard]] Value make_struct_sequence(Thread& thread, Type* type, std::span<const Value> values);

}  // namespace weft
