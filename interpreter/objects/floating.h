// float: arithmetic on doubles with the language's rules and errors.
#pragma once

#include <string>

#include "interpreter/objects/numbers.h"

namespace weft {

// The operator on two floats; NotImplemented for those floats lack.
[[nodiscard]] Value float_binary(Thread& thread, BinaryOperator op, double left, double right);
// A negative base with a fractional exponent gives a complex number.
[[nodiscard]] Value float_power(Thread& thread, double base, double exponent);
[[nodiscard]] Value float_divmod(Thread& thread, double left, double right);
// left % right and left // right with the sign of `right`, which is not zero.
struct FloorDivision {
  double quotient;
  double remainder;
};
FloorDivision float_floor_divide(double left, double right);

// An exact float of the same value (itself if it is one); an instance of `type`, a subclass.
[[nodiscard]] Value exact_float(Thread& thread, Value number);
[[nodiscard]] Value float_instance(Thread& thread, Type* type, double number);

// To `digits` decimal places (negative: before the point) of the exact value, half to even.
// OverflowError when rounding goes beyond the largest float.
[[nodiscard]] Value float_round(Thread& thread, double number, int64_t digits);
// To the nearest int, half to even, and the roundings of math; errors for infinities and NaN.
[[nodiscard]] Value float_to_int(Thread& thread, double number);  // truncates
double round_half_even(double number);
[[nodiscard]] Value float_integer_ratio(Thread& thread, double number);
int64_t float_hash(double number);  // no NaN

// float(value) of anything but a subclass's construction: text, __float__, __index__.
[[nodiscard]] Value float_from_object(Thread& thread, Value value);

// The hexadecimal form with a binary exponent, and back: nullopt with an exception pending.
std::string float_hex(double number);
std::optional<double> float_from_hex(Thread& thread, std::string_view text);

// OverflowError (34, 'Numerical result out of range').
Value raise_range_error(Thread& thread);

}  // namespace weft
