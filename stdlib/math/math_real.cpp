// Functions of real numbers: what the platform's library computes, with Python's errors.
//
// A result that is no number although the arguments are, is a domain error; an infinite result of
// finite arguments a range error, or a domain error at a pole. Underflow is none.
#include <cmath>
#include <limits>
#include <numbers>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/floating.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/numbers_methods.h"
#include "interpreter/objects/operations.h"
#include "stdlib/math/math_functions.h"

namespace weft::math {

Value raise_domain_error(Thread& thread) { return raise_value_error(thread, "math domain error"); }
Value raise_math_range_error(Thread& thread) {
  return raise_overflow_error(thread, "math range error");
}

namespace {

enum class Infinite : uint8_t { DomainError, RangeError };

template <double (*function)(double), Infinite infinite>
Value real_function(Thread& thread, Arguments arguments) {
  const std::optional<double> x = to_double(thread, arguments[0]);
  if (!x) return {};
  const double result = function(*x);
  if (!std::isfinite(result)) [[unlikely]] {
    if (std::isnan(result) && !std::isnan(*x)) return raise_domain_error(thread);
    if (std::isinf(result) && std::isfinite(*x))
      return infinite == Infinite::RangeError ? raise_math_range_error(thread)
                                              : raise_domain_error(thread);
  }
  return make_float(thread, result);
}

// Both arguments, or false with an exception pending.
bool two_doubles(Thread& thread, Arguments arguments, double& x, double& y) {
  const std::optional<double> first = to_double(thread, arguments[0]);
  if (!first) return false;
  const std::optional<double> second = to_double(thread, arguments[1]);
  if (!second) return false;
  x = *first;
  y = *second;
  return true;
}

// No argument of these is outside the domain, and infinities may come out.
template <double (*function)(double)>
Value total_function(Thread& thread, Arguments arguments) {
  const std::optional<double> x = to_double(thread, arguments[0]);
  return x ? make_float(thread, function(*x)) : Value::error();
}
template <double (*function)(double, double)>
Value total_function(Thread& thread, Arguments arguments) {
  double x;
  double y;
  if (!two_doubles(thread, arguments, x, y)) return {};
  return make_float(thread, function(x, y));
}

double to_degrees(double x) { return x * (180.0 / std::numbers::pi); }
double to_radians(double x) { return x * (std::numbers::pi / 180.0); }

Value math_fmod(Thread& thread, Arguments arguments) {
  double x;
  double y;
  if (!two_doubles(thread, arguments, x, y)) return {};
  const double result = std::fmod(x, y);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return raise_domain_error(thread);
  return make_float(thread, result);
}

Value math_remainder(Thread& thread, Arguments arguments) {
  double x;
  double y;
  if (!two_doubles(thread, arguments, x, y)) return {};
  const double result = std::remainder(x, y);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return raise_domain_error(thread);
  return make_float(thread, result);
}

Value math_pow(Thread& thread, Arguments arguments) {
  double x;
  double y;
  if (!two_doubles(thread, arguments, x, y)) return {};
  const double result = std::pow(x, y);
  if (std::isfinite(x) && std::isfinite(y)) {
    if (std::isnan(result)) return raise_domain_error(thread);
    if (std::isinf(result))
      return x == 0 ? raise_domain_error(thread) : raise_math_range_error(thread);
  }
  return make_float(thread, result);
}

// --- Logarithms ---------------------------------------------------------------------------------

// Ints of any size have a logarithm: of their leading digits, and of the power of two behind them.
template <double (*function)(double)>
Value logarithm(Thread& thread, Value value) {
  if (is_int(value)) {
    if (int_sign(value) <= 0) return raise_domain_error(thread);
    const double number = int_to_double_or_infinity(value);
    if (!std::isinf(number)) return make_float(thread, function(number));
    int64_t exponent;
    const double fraction = int_to_fraction(value, exponent);
    return make_float(thread, function(fraction) + function(2.0) * static_cast<double>(exponent));
  }
  const std::optional<double> number = to_double(thread, value);
  if (!number) return {};
  if (*number <= 0) return raise_domain_error(thread);
  return make_float(thread, function(*number));
}

Value math_log(Thread& thread, Arguments arguments) {
  const Value numerator = logarithm<std::log>(thread, arguments[0]);
  if (!numerator || arguments[1].is_unset()) return numerator;
  const Value denominator = logarithm<std::log>(thread, arguments[1]);
  if (!denominator) return {};
  return float_binary(thread, BinaryOperator::TrueDiv, as_double(numerator),
                      as_double(denominator));
}
Value math_log2(Thread& thread, Arguments arguments) {
  return logarithm<std::log2>(thread, arguments[0]);
}
Value math_log10(Thread& thread, Arguments arguments) {
  return logarithm<std::log10>(thread, arguments[0]);
}

// --- Gamma --------------------------------------------------------------------------------------

Value math_gamma(Thread& thread, Arguments arguments) {
  const std::optional<double> x = to_double(thread, arguments[0]);
  if (!x) return {};
  if (!std::isfinite(*x)) return *x < 0 ? raise_domain_error(thread) : make_float(thread, *x);
  if (*x <= 0 && *x == std::floor(*x)) return raise_domain_error(thread);
  const double result = gamma(*x);
  return std::isinf(result) ? raise_math_range_error(thread) : make_float(thread, result);
}

Value math_lgamma(Thread& thread, Arguments arguments) {
  const std::optional<double> x = to_double(thread, arguments[0]);
  if (!x) return {};
  if (!std::isfinite(*x)) return make_float(thread, std::fabs(*x));
  if (*x <= 0 && *x == std::floor(*x)) return raise_domain_error(thread);
  const double result = log_gamma(*x);
  return std::isinf(result) ? raise_math_range_error(thread) : make_float(thread, result);
}

// --- Parts and neighbours -----------------------------------------------------------------------

Value math_frexp(Thread& thread, Arguments arguments) {
  const std::optional<double> x = to_double(thread, arguments[0]);
  if (!x) return {};
  int exponent = 0;
  const double fraction = std::isfinite(*x) ? std::frexp(*x, &exponent) : *x;
  const Value value = make_float(thread, fraction);
  return value ? make_value_tuple(thread, {value, Value::small_int(exponent)}) : value;
}

Value math_ldexp(Thread& thread, Arguments arguments) {
  const std::optional<double> x = to_double(thread, arguments[0]);
  if (!x) return {};
  if (!is_int(arguments[1]))
    return raise_type_error(thread, "Expected an int as second argument to ldexp.");
  if (*x == 0 || !std::isfinite(*x)) return make_float(thread, *x);
  constexpr int64_t FarAway = 10000;
  const std::optional<int64_t> given = int_to_int64(arguments[1]);
  const int64_t exponent = given.value_or(int_sign(arguments[1]) * FarAway);
  const int bounded = static_cast<int>(exponent > FarAway    ? FarAway
                                       : exponent < -FarAway ? -FarAway
                                                             : exponent);
  const double result = std::ldexp(*x, bounded);
  return std::isinf(result) ? raise_math_range_error(thread) : make_float(thread, result);
}

Value math_modf(Thread& thread, Arguments arguments) {
  const std::optional<double> x = to_double(thread, arguments[0]);
  if (!x) return {};
  double whole = *x;
  const double fraction = std::isinf(*x)   ? std::copysign(0.0, *x)
                          : std::isnan(*x) ? *x
                                           : std::modf(*x, &whole);
  const Value fraction_value = make_float(thread, fraction);
  if (!fraction_value) return {};
  const Value whole_value = make_float(thread, whole);
  return whole_value ? make_value_tuple(thread, {fraction_value, whole_value}) : whole_value;
}

double unit_in_last_place(double x) {
  constexpr double Infinity = std::numeric_limits<double>::infinity();
  const double size = std::fabs(x);
  if (!std::isfinite(size)) return size;
  const double above = std::nextafter(size, Infinity);
  return std::isinf(above) ? size - std::nextafter(size, 0.0) : above - size;
}

Value math_ulp(Thread& thread, Arguments arguments) {
  const std::optional<double> x = to_double(thread, arguments[0]);
  return x ? make_float(thread, unit_in_last_place(*x)) : Value::error();
}

// --- Rounding to integers -----------------------------------------------------------------------

// By the value's own method if it has one, else of its float value.
template <Special special, double (*function)(double)>
Value round_by(Thread& thread, Arguments arguments) {
  const Value value = arguments[0];
  if (value.is_small_int()) return value;
  if (!value.is_immediate_double() && !is_exactly(value, Kind::Float)) {
    if (!find_special(thread, value, special).is_unset())
      return call_special(thread, value, special, {});
  }
  const std::optional<double> number = to_double(thread, value);
  return number ? float_to_int(thread, function(*number)) : Value::error();
}

Value math_trunc(Thread& thread, Arguments arguments) {
  const Value value = arguments[0];
  if (value.is_small_int()) return value;
  if (value.is_immediate_double() || is_exactly(value, Kind::Float))
    return float_to_int(thread, as_double(value));
  if (find_special(thread, value, Special::Trunc).is_unset())
    return raise_type_error(
        thread, text("type ", type_name(thread, value), " doesn't define __trunc__ method"));
  return call_special(thread, value, Special::Trunc, {});
}

// --- Tests --------------------------------------------------------------------------------------

bool is_finite(double x) { return std::isfinite(x); }
bool is_infinite(double x) { return std::isinf(x); }
bool is_no_number(double x) { return std::isnan(x); }

template <bool (*test)(double)>
Value real_test(Thread& thread, Arguments arguments) {
  const std::optional<double> x = to_double(thread, arguments[0]);
  return x ? Value::boolean(test(*x)) : Value::error();
}

Value math_isclose(Thread& thread, Arguments arguments) {
  double numbers[4];
  for (uint32_t i = 0; i < 4; ++i) {
    const std::optional<double> number = to_double(thread, arguments[i]);
    if (!number) return {};
    numbers[i] = *number;
  }
  const auto [a, b, relative, absolute] = numbers;
  if (relative < 0 || absolute < 0)
    return raise_value_error(thread, "tolerances must be non-negative");
  if (a == b) return Value::boolean(true);
  if (std::isinf(a) || std::isinf(b)) return Value::boolean(false);
  const double difference = std::fabs(b - a);
  return Value::boolean(difference <= std::fabs(relative * b) ||
                        difference <= std::fabs(relative * a) || difference <= absolute);
}

constexpr Infinite Domain = Infinite::DomainError;
constexpr Infinite Range = Infinite::RangeError;

constexpr NativeMethod functions[] = {
    {"acos", "(x, /)", "Arc cosine of x in radians.", real_function<std::acos, Domain>},
    {"acosh", "(x, /)", "Inverse hyperbolic cosine of x.", real_function<std::acosh, Domain>},
    {"asin", "(x, /)", "Arc sine of x in radians.", real_function<std::asin, Domain>},
    {"asinh", "(x, /)", "Inverse hyperbolic sine of x.", real_function<std::asinh, Domain>},
    {"atan", "(x, /)", "Arc tangent of x in radians.", real_function<std::atan, Domain>},
    {"atan2", "(y, x, /)", "Angle of the point (x, y) in radians, in its quadrant.",
     total_function<std::atan2>},
    {"atanh", "(x, /)", "Inverse hyperbolic tangent of x.", real_function<std::atanh, Domain>},
    {"cbrt", "(x, /)", "Cube root of x.", real_function<std::cbrt, Domain>},
    {"ceil", "(x, /)", "The smallest integer not below x.", round_by<Special::Ceil, std::ceil>},
    {"copysign", "(x, y, /)", "The size of x with the sign of y.", total_function<std::copysign>},
    {"cos", "(x, /)", "Cosine of x radians.", real_function<std::cos, Domain>},
    {"cosh", "(x, /)", "Hyperbolic cosine of x.", real_function<std::cosh, Range>},
    {"degrees", "(x, /)", "An angle in radians, in degrees.", total_function<to_degrees>},
    {"erf", "(x, /)", "Error function at x.", real_function<std::erf, Domain>},
    {"erfc", "(x, /)", "Complementary error function at x.", real_function<std::erfc, Domain>},
    {"exp", "(x, /)", "e raised to the power x.", real_function<std::exp, Range>},
    {"exp2", "(x, /)", "2 raised to the power x.", real_function<std::exp2, Range>},
    {"expm1", "(x, /)", "exp(x) - 1, exact for small x too.", real_function<std::expm1, Range>},
    {"fabs", "(x, /)", "The size of x as a float.", real_function<std::fabs, Domain>},
    {"floor", "(x, /)", "The largest integer not above x.", round_by<Special::Floor, std::floor>},
    {"fmod", "(x, y, /)", "Remainder of x / y with the sign of x.", math_fmod},
    {"frexp", "(x, /)", "(m, e) with x == m * 2**e and 0.5 <= abs(m) < 1.", math_frexp},
    {"gamma", "(x, /)", "Gamma function at x.", math_gamma},
    {"isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
     "Whether a and b differ by no more than the relative or the absolute tolerance.",
     math_isclose},
    {"isfinite", "(x, /)", "Whether x is neither infinite nor NaN.", real_test<is_finite>},
    {"isinf", "(x, /)", "Whether x is an infinity.", real_test<is_infinite>},
    {"isnan", "(x, /)", "Whether x is NaN.", real_test<is_no_number>},
    {"ldexp", "(x, i, /)", "x * 2**i.", math_ldexp},
    {"lgamma", "(x, /)", "Natural logarithm of the size of the gamma function at x.", math_lgamma},
    {"log", "(x, [base=<unset>], /)", "Logarithm of x to a base, e unless given.", math_log},
    {"log10", "(x, /)", "Logarithm of x to base 10.", math_log10},
    {"log1p", "(x, /)", "log(1 + x), exact for small x too.", real_function<std::log1p, Domain>},
    {"log2", "(x, /)", "Logarithm of x to base 2.", math_log2},
    {"modf", "(x, /)", "Fractional and whole part of x, both with its sign.", math_modf},
    {"nextafter", "(x, y, /)", "The next float after x towards y.", total_function<std::nextafter>},
    {"pow", "(x, y, /)", "x raised to the power y, as floats.", math_pow},
    {"radians", "(x, /)", "An angle in degrees, in radians.", total_function<to_radians>},
    {"remainder", "(x, y, /)", "x minus the multiple of y nearest to it.", math_remainder},
    {"sin", "(x, /)", "Sine of x radians.", real_function<std::sin, Domain>},
    {"sinh", "(x, /)", "Hyperbolic sine of x.", real_function<std::sinh, Range>},
    {"sqrt", "(x, /)", "Square root of x.", real_function<std::sqrt, Domain>},
    {"tan", "(x, /)", "Tangent of x radians.", real_function<std::tan, Domain>},
    {"tanh", "(x, /)", "Hyperbolic tangent of x.", real_function<std::tanh, Domain>},
    {"trunc", "(x, /)", "x without its fraction, as an integer.", math_trunc},
    {"ulp", "(x, /)", "The value of the last bit of the float x.", math_ulp},
};

}  // namespace

std::span<const NativeMethod> real_functions() { return functions; }

}  // namespace weft::math
