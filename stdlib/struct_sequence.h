// Tuples with named fields, as sys.version_info and time.struct_time are.
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

template <size_t index>
Value field(Thread&, Value self) {
  return self.as<Tuple>()->values[index];
}

// Every instance has all its fields: field() relies on it.
Value make(Thread& thread, Arguments arguments);
// "sys.version_info(major=3, …)" of an instance whose type's attributes name the fields.
Value repr(Thread& thread, Arguments arguments);

template <size_t count, size_t... index>
constexpr std::array<NativeAttribute, count> make_attributes(
    const std::array<std::string_view, count>& names, std::index_sequence<index...>) {
  return {NativeAttribute{names[index], "A field, also reached by its position.", field<index>,
                          nullptr}...};
}

}  // namespace struct_sequence

// The attributes of a type whose fields have these names, in order.
template <size_t count>
constexpr std::array<NativeAttribute, count> struct_sequence_fields(
    const std::array<std::string_view, count>& names) {
  return struct_sequence::make_attributes(names, std::make_index_sequence<count>());
}

inline constexpr NativeMethod struct_sequence_methods[] = {
    {"__new__", "(cls, sequence, /)", "From a sequence of as many values as there are fields.",
     struct_sequence::make},
    {"__repr__", "(self, /)", "Name and fields.", struct_sequence::repr},
};

constexpr TypeSpec struct_sequence_spec(std::string_view module, std::string_view name,
                                        std::string_view doc,
                                        std::span<const NativeAttribute> fields) {
  return {.name = name,
          .module = module,
          .doc = doc,
          .instance_kind = Kind::Tuple,
          .instance_size = sizeof(Tuple),
          .is_base_type = false,
          .instances_have_dict = false,
          .methods = struct_sequence_methods,
          .attributes = fields};
}

// An instance of a type made from such a specification. Error: exception pending.
[[nodiscard]] Value make_struct_sequence(Thread& thread, Type* type, std::span<const Value> values);

}  // namespace weft
