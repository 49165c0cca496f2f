// The inline cases of operators: small ints, immediate doubles, equality of strings. Each returns
// false when its case does not apply (other types, overflow, a result that needs a box) and the
// slow path must decide.
#pragma once

#include "interpreter/objects/ordering.h"
#include "interpreter/objects/specials.h"
#include "interpreter/objects/str.h"
#include "runtime/heap/value.h"

namespace weft {

using runtime::Value;

inline bool both_small_ints(Value left, Value right) {
  return (left.bits() & right.bits() & 1) != 0;
}
inline bool both_immediate_doubles(Value left, Value right) {
  return (((left.bits() ^ Value::DoubleTag) | (right.bits() ^ Value::DoubleTag)) & 3) == 0;
}
// A double from an immediate double or a small int, for mixed arithmetic.
inline bool as_double_operand(Value value, double& number) {
  if (value.is_immediate_double()) {
    number = value.as_immediate_double();
    return true;
  }
  if (value.is_small_int()) {
    // Exact or correctly rounded, as int -> float conversion must be.
    number = static_cast<double>(value.as_small_int());
    return true;
  }
  return false;
}

template <BinaryOperator op>
[[gnu::always_inline]] inline bool fast_small_int(Value left, Value right, Value& result) {
  const auto x = static_cast<int64_t>(left.bits());
  const auto y = static_cast<int64_t>(right.bits());
  int64_t bits;
  if constexpr (op == BinaryOperator::Add) {
    if (__builtin_add_overflow(x, y - 1, &bits)) [[unlikely]]
      return false;
  } else if constexpr (op == BinaryOperator::Sub) {
    if (__builtin_sub_overflow(x, y - 1, &bits)) [[unlikely]]
      return false;
  } else if constexpr (op == BinaryOperator::Mul) {
    if (__builtin_mul_overflow(x >> 1, y - 1, &bits)) [[unlikely]]
      return false;
    bits |= 1;
  } else if constexpr (op == BinaryOperator::FloorDiv || op == BinaryOperator::Mod) {
    const int64_t divisor = y >> 1;
    const int64_t dividend = x >> 1;
    if (divisor <= 0) {
      if (divisor == 0 || divisor == -1) [[unlikely]]
        return false;
    }
    int64_t quotient;
    int64_t remainder;
    if (((dividend | divisor) >> 31) == 0) {
      const auto narrow = static_cast<uint32_t>(dividend);
      quotient = narrow / static_cast<uint32_t>(divisor);
      remainder = narrow % static_cast<uint32_t>(divisor);
    } else {
      quotient = dividend / divisor;
      remainder = dividend % divisor;
      if (remainder != 0 && (remainder ^ divisor) < 0) {
        --quotient;
        remainder += divisor;
      }
    }
    result = Value::small_int(op == BinaryOperator::FloorDiv ? quotient : remainder);
    return true;
  } else if constexpr (op == BinaryOperator::And) {
    bits = x & y;
  } else if constexpr (op == BinaryOperator::Or) {
    bits = x | y;
  } else if constexpr (op == BinaryOperator::Xor) {
    bits = (x ^ y) | 1;
  } else if constexpr (op == BinaryOperator::LShift) {
    const int64_t count = y >> 1;
    if (count < 0 || count > 61) return false;
    const int64_t number = x >> 1;
    const auto shifted = static_cast<int64_t>(static_cast<uint64_t>(number) << count);
    if ((shifted >> count) != number || !Value::fits_small(shifted)) return false;
    result = Value::small_int(shifted);
    return true;
  } else if constexpr (op == BinaryOperator::RShift) {
    const int64_t count = y >> 1;
    if (count < 0) return false;
    result = Value::small_int((x >> 1) >> (count > 63 ? 63 : count));
    return true;
  } else if constexpr (op == BinaryOperator::TrueDiv) {
    constexpr int64_t Exact = int64_t{1} << 53;
    const int64_t dividend = x >> 1;
    const int64_t divisor = y >> 1;
    if (divisor == 0 || dividend > Exact || dividend < -Exact || divisor > Exact ||
        divisor < -Exact) {
      return false;
    }
    return Value::to_immediate_double(static_cast<double>(dividend) / static_cast<double>(divisor),
                                      result);
  } else {
    return false;
  }
  result = Value::from_bits(static_cast<uint64_t>(bits));
  return true;
}

template <BinaryOperator op>
[[gnu::always_inline]] inline bool fast_double(double left, double right, Value& result) {
  if constexpr (op == BinaryOperator::Add) return Value::to_immediate_double(left + right, result);
  if constexpr (op == BinaryOperator::Sub) return Value::to_immediate_double(left - right, result);
  if constexpr (op == BinaryOperator::Mul) return Value::to_immediate_double(left * right, result);
  if constexpr (op == BinaryOperator::TrueDiv) {
    return right != 0.0 && Value::to_immediate_double(left / right, result);
  }
  return false;
}

template <BinaryOperator op>
constexpr bool HasDoubleCase = op == BinaryOperator::Add || op == BinaryOperator::Sub ||
                               op == BinaryOperator::Mul || op == BinaryOperator::TrueDiv;

template <BinaryOperator op>
[[gnu::always_inline]] inline bool fast_binary(Value left, Value right, Value& result) {
  if (both_small_ints(left, right)) return fast_small_int<op>(left, right, result);
  if constexpr (HasDoubleCase<op>) {
    if (both_immediate_doubles(left, right)) [[likely]] {
      return fast_double<op>(left.as_immediate_double(), right.as_immediate_double(), result);
    }
    double x;
    double y;
    if (as_double_operand(left, x) && as_double_operand(right, y)) {
      return fast_double<op>(x, y, result);
    }
  }
  return false;
}

template <CompareOperator op>
[[gnu::always_inline]] inline bool fast_compare(Value left, Value right, bool& result) {
  if (both_small_ints(left, right)) {
    result =
        compare_ordered(op, static_cast<int64_t>(left.bits()), static_cast<int64_t>(right.bits()));
    return true;
  }
  if (both_immediate_doubles(left, right)) {
    result = compare_ordered(op, left.as_immediate_double(), right.as_immediate_double());
    return true;
  }
  if constexpr (op == CompareOperator::Eq || op == CompareOperator::Ne) {
    // Strings that are known to be equal or different without a look at the text.
    if (is_exactly(left, Kind::Str) && is_exactly(right, Kind::Str)) {
      const auto* mine = left.as<Str>();
      const auto* other = right.as<Str>();
      if (mine != other && mine->byte_count == other->byte_count &&
          !(mine->is_interned && other->is_interned)) {
        return false;
      }
      result = (mine == other) == (op == CompareOperator::Eq);
      return true;
    }
  }
  return false;
}

// Truth of constants, small ints and immediate doubles.
inline bool fast_truth(Value value, bool& result) {
  if (value.is_bool()) {
    result = value.is_true();
    return true;
  }
  if (value.is_small_int()) {
    result = value.bits() != 1;
    return true;
  }
  if (value.is_none()) {
    result = false;
    return true;
  }
  return false;
}

}  // namespace weft
