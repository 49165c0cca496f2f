// What a comparison operator says of two values of C++.
#pragma once

#include "interpreter/objects/specials.h"

namespace weft {

template <class Number>
inline bool compare_ordered(CompareOperator op, Number left, Number right) {
  switch (op) {
    case CompareOperator::Lt:
      return left < right;
    case CompareOperator::Le:
      return left <= right;
    case CompareOperator::Eq:
      return left == right;
    case CompareOperator::Ne:
      return left != right;
    case CompareOperator::Gt:
      return left > right;
    case CompareOperator::Ge:
      return left >= right;
  }
  return false;
}

}  // namespace weft
