// Parameterised classes (list[int]) and unions of classes (int | str), as annotations use them.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct GenericAlias : Object {
  using Object::Object;
  Value origin;
  Tuple* arguments;
  Tuple* parameters;  // the type variables among the arguments; null until asked for
  bool is_unpacked;   // *tuple[int]
};

struct UnionType : Object {
  using Object::Object;
  Tuple* arguments;
  Tuple* parameters;  // as above
};

// `item` may be a tuple of arguments. For __class_getitem__ of built-in classes.
[[nodiscard]] Value make_generic_alias(Thread& thread, Value origin, Value item);
// left | right for classes, aliases, unions and None; NotImplemented for other operands.
[[nodiscard]] Value make_union(Thread& thread, Value left, Value right);

}  // namespace weft
