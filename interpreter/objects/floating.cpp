#include "interpreter/objects/floating.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "interpreter/objects/complex.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {

Value raise_range_error(Thread& thread) {
  Str* message = make_str(thread, "Numerical result out of range");
  if (message == nullptr) return {};
  const Value values[] = {Value::small_int(34), Value::cell(message)};
  Tuple* arguments = make_tuple(thread, values);
  if (arguments == nullptr) return {};
  Exception* exception =
      make_exception(thread, thread.isolate.exceptions.overflow_error, arguments);
  return exception == nullptr ? Value() : raise(thread, exception);
}

FloorDivision float_floor_divide(double left, double right) {
  double remainder = std::fmod(left, right);
  // Exact but for the rounding of the division itself.
  double quotient = (left - remainder) / right;
  if (remainder == 0) {
    remainder = std::copysign(0.0, right);
  } else if ((remainder < 0) != (right < 0)) {
    remainder += right;
    quotient -= 1.0;
  }
  if (quotient == 0) return {std::copysign(0.0, left / right), remainder};
  const double below = std::floor(quotient);
  return {quotient - below > 0.5 ? below + 1.0 : below, remainder};
}

Value float_divmod(Thread& thread, double left, double right) {
  if (right == 0) return raise_zero_division(thread, "float divmod()");
  const FloorDivision division = float_floor_divide(left, right);
  const Value quotient = make_float(thread, division.quotient);
  if (!quotient) return {};
  const Value remainder = make_float(thread, division.remainder);
  if (!remainder) return {};
  const Value values[] = {quotient, remainder};
  Tuple* tuple = make_tuple(thread, values);
  return tuple == nullptr ? Value() : Value::cell(tuple);
}

Value float_binary(Thread& thread, BinaryOperator op, double left, double right) {
  switch (op) {
    case BinaryOperator::Add:
      return make_float(thread, left + right);
    case BinaryOperator::Sub:
      return make_float(thread, left - right);
    case BinaryOperator::Mul:
      return make_float(thread, left * right);
    case BinaryOperator::TrueDiv:
      if (right == 0) return raise_zero_division(thread, "float division by zero");
      return make_float(thread, left / right);
    case BinaryOperator::FloorDiv:
      if (right == 0) return raise_zero_division(thread, "float floor division by zero");
      return make_float(thread, float_floor_divide(left, right).quotient);
    case BinaryOperator::Mod:
      if (right == 0) return raise_zero_division(thread, "float modulo");
      return make_float(thread, float_floor_divide(left, right).remainder);
    case BinaryOperator::DivMod:
      return float_divmod(thread, left, right);
    case BinaryOperator::Pow:
      return float_power(thread, left, right);
    default:
      return Value::not_implemented();
  }
}

Value float_power(Thread& thread, double base, double exponent) {
  // pow() itself knows the infinities and NaN; what is left are the errors.
  if (std::isfinite(base) && std::isfinite(exponent)) {
    if (base == 0 && exponent < 0)
      return raise_zero_division(thread, "0.0 cannot be raised to a negative power");
    if (base < 0 && exponent != std::floor(exponent))
      return complex_power(thread, {base, 0.0}, {exponent, 0.0});
    const double power = std::pow(base, exponent);
    if (std::isinf(power)) return raise_range_error(thread);
    return make_float(thread, power);
  }
  return make_float(thread, std::pow(base, exponent));
}

Value exact_float(Thread& thread, Value number) {
  if (number.is_immediate_double() || is_exactly(number, Kind::Float)) return number;
  return make_float(thread, as_double(number));
}

Value float_instance(Thread& thread, Type* type, double number) {
  auto* instance = new_instance<Float>(thread, type);
  if (instance == nullptr) return {};
  instance->number = number;
  return Value::cell(instance);
}

// --- Rounding -----------------------------------------------------------------------------------

double round_half_even(double number) { return std::nearbyint(number); }

namespace {

// Decimal digits of the whole part of a finite number, rounded to a multiple of 10 ** zeros.
// |number| >= 1.
double round_whole_digits(double number, size_t zeros) {
  char digits[330];
  const double magnitude = std::fabs(number);
  const double whole = std::trunc(magnitude);
  const auto written =
      std::to_chars(digits, digits + sizeof(digits), whole, std::chars_format::fixed, 0);
  const auto count = static_cast<size_t>(written.ptr - digits);
  if (zeros > count) return std::copysign(0.0, number);
  // The digits that stay, then what the first one dropped and those behind it say.
  const size_t kept = count - zeros;
  bool behind = magnitude != whole;
  for (size_t i = kept + 1; i < count && !behind; ++i) behind = digits[i] != '0';
  const bool odd = kept != 0 && ((digits[kept - 1] - '0') & 1) != 0;
  const bool up = digits[kept] > '5' || (digits[kept] == '5' && (behind || odd));
  char text[340];
  std::memcpy(text + 1, digits, kept);
  text[0] = '0';
  if (up) {
    size_t i = kept;
    while (i != 0 && text[i] == '9') text[i--] = '0';
    ++text[i];
  }
  text[kept + 1] = 'e';
  const auto end = std::to_chars(text + kept + 2, text + sizeof(text), zeros).ptr;
  double rounded = 0;
  const auto read = std::from_chars(text, end, rounded);
  if (read.ec == std::errc::result_out_of_range) rounded = std::numeric_limits<double>::infinity();
  return std::copysign(rounded, number);
}

double round_fraction_digits(double number, int digits) {
  char text[700];
  const auto written =
      std::to_chars(text, text + sizeof(text), number, std::chars_format::fixed, digits);
  double rounded = number;
  std::from_chars(text, written.ptr, rounded);
  return rounded;
}

}  // namespace

Value float_round(Thread& thread, double number, int64_t digits) {
  // A double has no bit below 2 ** -1074, and none of its digits is beyond these places.
  constexpr int64_t MostDigits = 323;
  constexpr int64_t LeastDigits = -309;
  if (!std::isfinite(number) || number == 0 || digits > MostDigits)
    return make_float(thread, number);
  if (digits < LeastDigits) return make_float(thread, std::copysign(0.0, number));
  if (digits > 0) {
    // Numbers without a fraction, whatever their size.
    if (std::fabs(number) >= 4503599627370496.0) return make_float(thread, number);
    return make_float(thread, round_fraction_digits(number, static_cast<int>(digits)));
  }
  if (digits == 0) return make_float(thread, std::copysign(round_half_even(number), number));
  if (std::fabs(number) < 1) return make_float(thread, std::copysign(0.0, number));
  const double rounded = round_whole_digits(number, static_cast<size_t>(-digits));
  if (std::isinf(rounded))
    return raise_overflow_error(thread, "rounded value too large to represent");
  return make_float(thread, rounded);
}

Value float_to_int(Thread& thread, double number) {
  if (std::isnan(number)) return raise_value_error(thread, "cannot convert float NaN to integer");
  if (std::isinf(number))
    return raise_overflow_error(thread, "cannot convert float infinity to integer");
  return int_from_double(thread, number);
}

Value float_integer_ratio(Thread& thread, double number) {
  if (std::isnan(number)) return raise_value_error(thread, "cannot convert NaN to integer ratio");
  if (std::isinf(number))
    return raise_overflow_error(thread, "cannot convert Infinity to integer ratio");
  int exponent;
  const auto mantissa = static_cast<int64_t>(std::ldexp(std::frexp(number, &exponent), 53));
  exponent -= 53;
  Value numerator = Value::small_int(0);
  Value denominator = Value::small_int(1);
  if (mantissa != 0) {
    const int shift = std::countr_zero(static_cast<uint64_t>(mantissa));
    numerator = Value::small_int(mantissa >> shift);
    exponent += shift;
    Value& scaled = exponent < 0 ? denominator : numerator;
    scaled = int_binary(thread, BinaryOperator::LShift, scaled,
                        Value::small_int(exponent < 0 ? -exponent : exponent));
    if (!scaled) return {};
  }
  const Value values[] = {numerator, denominator};
  Tuple* ratio = make_tuple(thread, values);
  return ratio == nullptr ? Value() : Value::cell(ratio);
}

int64_t float_hash(double number) {
  constexpr uint64_t Modulus = (uint64_t{1} << 61) - 1;
  if (std::isinf(number)) return number > 0 ? 314159 : -314159;
  if (std::fabs(number) < 4503599627370496.0) {
    const auto whole = static_cast<int64_t>(number);
    if (static_cast<double>(whole) == number) return whole == -1 ? -2 : whole;
  }
  int exponent;
  const double fraction = std::frexp(std::fabs(number), &exponent);
  // mantissa * 2 ** exponent, where 2 ** 61 is 1: a multiplication by a power of two turns 61 bits
  // around.
  const auto mantissa = static_cast<uint64_t>(std::ldexp(fraction, 53));
  int turn = (exponent - 53) % 61;
  if (turn < 0) turn += 61;
  const auto hash =
      static_cast<int64_t>(((mantissa << turn) & Modulus) | (mantissa >> (61 - turn)));
  if (number > 0) return hash;
  return hash == 1 ? -2 : -hash;
}

}  // namespace weft
