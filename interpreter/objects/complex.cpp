#include "interpreter/objects/complex.h"

#include <cmath>
#include <limits>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/number_text.h"

namespace weft {

std::optional<ComplexNumber> complex_of(Thread& thread, Value number) {
  if (is_complex(number)) {
    const auto* complex = number.as<Complex>();
    return ComplexNumber{complex->real, complex->imaginary};
  }
  if (is_float(number)) return ComplexNumber{as_double(number), 0.0};
  const std::optional<double> real = int_to_double(thread, number);
  if (!real) return std::nullopt;
  return ComplexNumber{*real, 0.0};
}

Value exact_complex(Thread& thread, Value number) {
  if (is_exactly(number, Kind::Complex)) return number;
  const auto* complex = number.as<Complex>();
  return make_complex(thread, complex->real, complex->imaginary);
}

namespace {

ComplexNumber multiply(ComplexNumber left, ComplexNumber right) {
  return {left.real * right.real - left.imaginary * right.imaginary,
          left.real * right.imaginary + left.imaginary * right.real};
}

// Smith's way: divides by the larger part of the divisor first, so that nothing overflows on the
// way. The divisor is not zero.
ComplexNumber divide(ComplexNumber left, ComplexNumber right) {
  const double real_size = std::fabs(right.real);
  const double imaginary_size = std::fabs(right.imaginary);
  if (real_size >= imaginary_size) {
    const double ratio = right.imaginary / right.real;
    const double denominator = right.real + right.imaginary * ratio;
    return {(left.real + left.imaginary * ratio) / denominator,
            (left.imaginary - left.real * ratio) / denominator};
  }
  if (imaginary_size >= real_size) {
    const double ratio = right.real / right.imaginary;
    const double denominator = right.real * ratio + right.imaginary;
    return {(left.real * ratio + left.imaginary) / denominator,
            (left.imaginary * ratio - left.real) / denominator};
  }
  constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
  return {NaN, NaN};
}

ComplexNumber whole_power(ComplexNumber base, int exponent) {
  ComplexNumber power{1.0, 0.0};
  ComplexNumber square = base;
  for (int mask = 1; mask <= exponent; mask <<= 1) {
    if ((exponent & mask) != 0) power = multiply(power, square);
    square = multiply(square, square);
  }
  return power;
}

// By modulus and angle. The base is not zero. False when the angle is infinite.
bool polar_power(ComplexNumber base, ComplexNumber exponent, ComplexNumber& power) {
  const double modulus = std::hypot(base.real, base.imaginary);
  double length = std::pow(modulus, exponent.real);
  const double angle = std::atan2(base.imaginary, base.real);
  double phase = angle * exponent.real;
  if (exponent.imaginary != 0) {
    length /= std::exp(angle * exponent.imaginary);
    phase += exponent.imaginary * std::log(modulus);
  }
  power = {length * std::cos(phase), length * std::sin(phase)};
  return !std::isinf(phase);
}

bool is_zero(ComplexNumber number) { return number.real == 0 && number.imaginary == 0; }

}  // namespace

Value complex_binary(Thread& thread, BinaryOperator op, ComplexNumber left, ComplexNumber right) {
  switch (op) {
    case BinaryOperator::Add:
      return make_complex(thread, left.real + right.real, left.imaginary + right.imaginary);
    case BinaryOperator::Sub:
      return make_complex(thread, left.real - right.real, left.imaginary - right.imaginary);
    case BinaryOperator::Mul:
      return make_complex(thread, multiply(left, right));
    case BinaryOperator::TrueDiv:
      if (is_zero(right)) return raise_zero_division(thread, "complex division by zero");
      return make_complex(thread, divide(left, right));
    case BinaryOperator::Pow:
      return complex_power(thread, left, right);
    default:
      return Value::not_implemented();
  }
}

Value complex_power(Thread& thread, ComplexNumber base, ComplexNumber exponent) {
  constexpr std::string_view ZeroBase = "0.0 to a negative or complex power";
  // Small whole exponents are multiplied out, which is more exact than polar coordinates.
  constexpr double MostMultiplied = 100.0;
  ComplexNumber power;
  if (exponent.imaginary == 0 && exponent.real == std::floor(exponent.real) &&
      std::fabs(exponent.real) <= MostMultiplied) {
    const int count = static_cast<int>(exponent.real);
    if (count >= 0) {
      power = whole_power(base, count);
    } else {
      const ComplexNumber divisor = whole_power(base, -count);
      if (is_zero(divisor)) return raise_zero_division(thread, ZeroBase);
      power = divide({1.0, 0.0}, divisor);
    }
  } else if (is_zero(exponent)) {
    power = {1.0, 0.0};
  } else if (is_zero(base)) {
    if (exponent.imaginary != 0 || exponent.real < 0) return raise_zero_division(thread, ZeroBase);
    power = {0.0, 0.0};
  } else if (!polar_power(base, exponent, power)) {
    return raise_zero_division(thread, ZeroBase);  // the one word CPython has for it
  }
  if (std::isinf(power.real) || std::isinf(power.imaginary))
    return raise_overflow_error(thread, "complex exponentiation");
  return make_complex(thread, power);
}

Value complex_absolute(Thread& thread, ComplexNumber number) {
  const double modulus = std::hypot(number.real, number.imaginary);
  if (std::isinf(modulus) && std::isfinite(number.real) && std::isfinite(number.imaginary))
    return raise_overflow_error(thread, "absolute value too large");
  return make_float(thread, modulus);
}

// --- Text ---------------------------------------------------------------------------------------

std::string complex_repr(ComplexNumber number) {
  const auto part = [](double value) {
    char buffer[FloatReprSize];
    return std::string(buffer, write_float_digits(buffer, value));
  };
  if (number.real == 0 && !std::signbit(number.real)) return part(number.imaginary) + "j";
  std::string shown = "(" + part(number.real);
  if (!std::signbit(number.imaginary) || std::isnan(number.imaginary)) shown += '+';
  return shown + part(number.imaginary) + "j)";
}

std::optional<ComplexNumber> parse_complex(std::string_view source) {
  std::string storage;
  const std::optional<std::string_view> plain = plain_number_text(source, storage);
  if (!plain) return std::nullopt;
  std::string_view text = strip_blanks(*plain);
  if (text.size() >= 2 && text.front() == '(' && text.back() == ')')
    text = strip_blanks(text.substr(1, text.size() - 2));
  if (text.empty()) return std::nullopt;

  // [real][imaginary]j, where a sign alone before j stands for one.
  const auto is_unit = [](std::string_view rest) { return rest == "j" || rest == "J"; };
  const auto take_unit_part = [&](std::string_view rest, double& value) {
    if (rest.empty()) return false;
    const bool has_sign = rest.front() == '+' || rest.front() == '-';
    if (!is_unit(rest.substr(has_sign ? 1 : 0))) return false;
    value = rest.front() == '-' ? -1.0 : 1.0;
    return true;
  };
  double value = 0;
  if (take_unit_part(text, value)) return ComplexNumber{0.0, value};
  const size_t first = float_prefix(text);
  if (first == 0) return std::nullopt;
  const double first_value = float_of_checked(text.substr(0, first));
  const std::string_view rest = text.substr(first);
  if (rest.empty()) return ComplexNumber{first_value, 0.0};
  if (is_unit(rest)) return ComplexNumber{0.0, first_value};
  if (rest.front() != '+' && rest.front() != '-') return std::nullopt;
  if (take_unit_part(rest, value)) return ComplexNumber{first_value, value};
  const size_t second = float_prefix(rest);
  if (second == 0 || !is_unit(rest.substr(second))) return std::nullopt;
  return ComplexNumber{first_value, float_of_checked(rest.substr(0, second))};
}

}  // namespace weft
