// The native part of itertools, by file:
//
//   itertools.cpp      the module; iterators that go through others, which are generators of
//                      _itertools_script.py dressed as instances of their classes
//   counting.cpp       count, repeat
//   combinations.cpp   product, permutations, combinations
#pragma once

#include "interpreter/objects/iterators.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/type.h"

namespace weft::itertools {

constexpr TypeSpec native_iterator_spec(std::string_view name, std::string_view doc,
                                        std::span<const NativeMethod> methods) {
  return {.name = name,
          .module = "itertools",
          .doc = doc,
          .instance_kind = Kind::NativeIterator,
          .instance_size = sizeof(NativeIterator),
          .is_base_type = true,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = {}};
}

// An instance of `cls` whose values are unset and numbers 0. Null: exception pending.
[[nodiscard]] NativeIterator* make_native_iterator(Thread& thread, Value cls,
                                                   Value (*step)(Thread&, NativeIterator*));

Value native_iterator_iter(Thread& thread, Arguments arguments);
Value native_iterator_next(Thread& thread, Arguments arguments);
inline constexpr NativeMethod IterMethod = {"__iter__", "(self, /)", "Implement iter(self).",
                                            native_iterator_iter};
inline constexpr NativeMethod NextMethod = {"__next__", "(self, /)", "Implement next(self).",
                                            native_iterator_next};

extern const TypeSpec count_spec;
extern const TypeSpec repeat_spec;
extern const TypeSpec product_spec;
extern const TypeSpec permutations_spec;
extern const TypeSpec combinations_spec;
extern const TypeSpec combinations_with_replacement_spec;

}  // namespace weft::itertools
