// int: what the rest of the interpreter does with ints of any size.
//
// "Int" here is anything is_int() holds for: small ints, bool, cells, instances of subclasses,
// whose overridden methods play no part. Results are exact ints. The small cases are decided in
// place; big_integer.h does the rest.
#pragma once

#include <optional>

#include "interpreter/objects/numbers.h"

namespace weft {

// The value of a small int or bool.
inline std::optional<int64_t> small_value(Value number) {
  if (number.is_small_int()) return number.as_small_int();
  if (number.is_bool()) return number.is_true() ? 1 : 0;
  return std::nullopt;
}

// The operator on two ints: the value or error. MatMul is NotImplemented.
[[nodiscard]] Value int_binary(Thread& thread, BinaryOperator op, Value left, Value right);
[[nodiscard]] Value int_divmod(Thread& thread, Value left, Value right);  // a tuple
[[nodiscard]] Value int_true_divide(Thread& thread, Value left, Value right);
// base ** exponent; a float when the exponent is negative.
[[nodiscard]] Value int_power(Thread& thread, Value base, Value exponent);
[[nodiscard]] Value int_power_modulo(Thread& thread, Value base, Value exponent, Value modulus);
[[nodiscard]] Value int_negate(Thread& thread, Value number);
[[nodiscard]] Value int_invert(Thread& thread, Value number);
[[nodiscard]] Value int_absolute(Thread& thread, Value number);
// The same number as an exact int (itself if it is one).
[[nodiscard]] Value exact_int(Thread& thread, Value number);
// An instance of `type`, a subclass of int, with the value of `number`.
[[nodiscard]] Value int_instance(Thread& thread, Type* type, Value number);
// To a multiple of ten to the -digits, half to even; digits >= 0 change nothing.
[[nodiscard]] Value int_round(Thread& thread, Value number, Value digits);

int int_sign(Value number);  // -1, 0, 1
int int_compare(Value left, Value right);
bool int_is_odd(Value number);
uint64_t int_bit_length(Value number);
int64_t int_hash(Value number);

// Between ints and floats. Comparison is exact; `number` is no NaN.
int int_compare_double(Value integer, double number);
[[nodiscard]] Value int_from_double(Thread& thread, double number);  // truncates; finite
// The nearest double, half to even; infinite when too large. The fraction form serves logarithms:
// the number is the result times 2 ** exponent, 0.5 <= |result| < 1.
double int_to_double_or_infinity(Value number);
double int_to_fraction(Value number, int64_t& exponent);
// mantissa * 2 ** exponent rounded half to even, infinite when too large. `sticky`: the true number
// is a little larger, less than one unit of the mantissa, which then has its top bit at 55 or
// above.
double compose_double(uint64_t mantissa, bool sticky, int64_t exponent);

// value.__index__() as an exact int; error with TypeError pending.
[[nodiscard]] Value to_int_by_index(Thread& thread, Value value);

}  // namespace weft
