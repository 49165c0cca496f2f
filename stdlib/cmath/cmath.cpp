// Module cmath: functions of complex numbers, by the C++ library, whose special cases are C99's.
#include <cmath>
#include <complex>

#include "interpreter/objects/complex.h"
#include "stdlib/module_filling.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

using Number = std::complex<double>;

std::optional<Number> number_argument(Thread& thread, Value value) {
  Value number = value;
  if (!is_complex(number) && !is_float(number) && !is_int(number)) {
    const Value convert = find_attribute_named(thread, value, "__complex__");
    if (!convert) return std::nullopt;
    if (!convert.is_unset()) {
      number = call(thread, convert, {});
      if (!number) return std::nullopt;
      if (!is_complex(number)) {
        raise_type_error(thread, text("__complex__ returned non-complex (type ",
                                      type_name(thread, number), ")"));
        return std::nullopt;
      }
    } else {
      const std::optional<double> real = to_double(thread, value);
      if (!real) return std::nullopt;
      return Number(*real, 0);
    }
  }
  const std::optional<ComplexNumber> parts = complex_of(thread, number);
  if (!parts) return std::nullopt;
  return Number(parts->real, parts->imaginary);
}

Value domain_error(Thread& thread) { return raise_value_error(thread, "math domain error"); }

bool is_finite(const Number& number) {
  return std::isfinite(number.real()) && std::isfinite(number.imag());
}
bool has_infinity(const Number& number) {
  return std::isinf(number.real()) || std::isinf(number.imag());
}

// What is infinite of a finite argument is too great; what is no number of it has no value.
Value as_number(Thread& thread, const Number& argument, const Number& result) {
  if (is_finite(argument)) {
    if (has_infinity(result)) return raise_overflow_error(thread, "math range error");
    if (!is_finite(result)) return domain_error(thread);
  }
  return make_complex(thread, result.real(), result.imag());
}

template <Number (*function)(const Number&)>
Value apply(Thread& thread, Arguments arguments) {
  const auto number = number_argument(thread, arguments[0]);
  return number ? as_number(thread, *number, function(*number)) : Value::error();
}

// C99 gives functions of infinities a value where Python sees no meaning.
template <Number (*function)(const Number&)>
Value apply_periodic(Thread& thread, Arguments arguments) {
  const auto number = number_argument(thread, arguments[0]);
  if (!number) return Value::error();
  const Number result = function(*number);
  const bool is_odd = has_infinity(*number) && !is_finite(result) && !std::isnan(number->real()) &&
                      !std::isnan(number->imag()) &&
                      (std::isnan(result.real()) || std::isnan(result.imag()));
  return is_odd ? domain_error(thread) : as_number(thread, *number, result);
}

template <Number (*function)(const Number&)>
Value apply_inverse(Thread& thread, Arguments arguments) {
  const auto number = number_argument(thread, arguments[0]);
  if (!number) return Value::error();
  const Number result = function(*number);
  if (is_finite(*number) && !is_finite(result)) return domain_error(thread);
  return make_complex(thread, result.real(), result.imag());
}

std::optional<Number> logarithm(Thread& thread, const Number& number) {
  if (number == Number(0, 0)) {
    domain_error(thread);
    return std::nullopt;
  }
  return std::log(number);
}

Value cmath_log(Thread& thread, Arguments arguments) {
  const auto number = number_argument(thread, arguments[0]);
  const auto result = number ? logarithm(thread, *number) : std::nullopt;
  if (!result) return Value::error();
  if (arguments[1].is_unset()) return make_complex(thread, result->real(), result->imag());
  const auto base = number_argument(thread, arguments[1]);
  const auto divisor = base ? logarithm(thread, *base) : std::nullopt;
  if (!divisor) return Value::error();
  if (*divisor == Number(0, 0)) {
    return raise(thread, thread.isolate.exceptions.zero_division_error, "complex division by zero");
  }
  const Number quotient = *result / *divisor;
  return make_complex(thread, quotient.real(), quotient.imag());
}

Value cmath_log10(Thread& thread, Arguments arguments) {
  const auto number = number_argument(thread, arguments[0]);
  if (!number) return Value::error();
  if (*number == Number(0, 0)) return domain_error(thread);
  const Number result = std::log10(*number);
  return make_complex(thread, result.real(), result.imag());
}

Value cmath_phase(Thread& thread, Arguments arguments) {
  const auto number = number_argument(thread, arguments[0]);
  return number ? make_float(thread, std::atan2(number->imag(), number->real())) : Value::error();
}

Value cmath_polar(Thread& thread, Arguments arguments) {
  const auto number = number_argument(thread, arguments[0]);
  if (!number) return Value::error();
  const double size = std::hypot(number->real(), number->imag());
  if (std::isinf(size) && is_finite(*number)) {
    return raise_overflow_error(thread, "math range error");
  }
  const Value angle = make_float(thread, std::atan2(number->imag(), number->real()));
  const Value parts[] = {angle ? make_float(thread, size) : angle, angle};
  return parts[0] ? as_result(make_tuple(thread, parts)) : Value::error();
}

Value cmath_rect(Thread& thread, Arguments arguments) {
  const std::optional<double> size = to_double(thread, arguments[0]);
  const std::optional<double> angle = size ? to_double(thread, arguments[1]) : size;
  if (!angle) return Value::error();
  if (*size == 0) return make_complex(thread, *size * std::cos(*angle), 0);
  if (std::isinf(*angle) && !std::isnan(*size)) return domain_error(thread);
  const double imaginary = *angle == 0 ? *size * *angle : *size * std::sin(*angle);
  if (*angle == 0 && std::isinf(*size)) return make_complex(thread, *size, *angle);
  return make_complex(thread, *size * std::cos(*angle), imaginary);
}

template <bool (*question)(const Number&)>
Value ask(Thread& thread, Arguments arguments) {
  const auto number = number_argument(thread, arguments[0]);
  return number ? Value::boolean(question(*number)) : Value::error();
}

Value cmath_isclose(Thread& thread, Arguments arguments) {
  const auto left = number_argument(thread, arguments[0]);
  const auto right = left ? number_argument(thread, arguments[1]) : left;
  const auto relative = right ? to_double(thread, arguments[2]) : std::nullopt;
  const auto absolute = relative ? to_double(thread, arguments[3]) : std::nullopt;
  if (!absolute) return Value::error();
  if (*relative < 0 || *absolute < 0) {
    return raise_value_error(thread, "tolerances must be non-negative");
  }
  if (*left == *right) return Value::boolean(true);
  if (has_infinity(*left) || has_infinity(*right)) return Value::boolean(false);
  const double difference = std::abs(*left - *right);
  return Value::boolean(difference <= *relative * std::abs(*right) ||
                        difference <= *relative * std::abs(*left) || difference <= *absolute);
}

constexpr NativeMethod functions[] = {
    {"acos", "(z, /)", "Arc cosine.", apply_inverse<std::acos<double>>},
    {"acosh", "(z, /)", "Inverse hyperbolic cosine.", apply_inverse<std::acosh<double>>},
    {"asin", "(z, /)", "Arc sine.", apply_inverse<std::asin<double>>},
    {"asinh", "(z, /)", "Inverse hyperbolic sine.", apply_inverse<std::asinh<double>>},
    {"atan", "(z, /)", "Arc tangent.", apply_inverse<std::atan<double>>},
    {"atanh", "(z, /)", "Inverse hyperbolic tangent.", apply_inverse<std::atanh<double>>},
    {"cos", "(z, /)", "Cosine.", apply_periodic<std::cos<double>>},
    {"cosh", "(z, /)", "Hyperbolic cosine.", apply_periodic<std::cosh<double>>},
    {"exp", "(z, /)", "The exponential function.", apply_periodic<std::exp<double>>},
    {"isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Whether two are near to one another.",
     cmath_isclose},
    {"isfinite", "(z, /)", "Whether both parts are finite.", ask<is_finite>},
    {"isinf", "(z, /)", "Whether a part is infinite.", ask<has_infinity>},
    {"isnan", "(z, /)", "Whether a part is no number.",
     ask<[](const Number& z) { return std::isnan(z.real()) || std::isnan(z.imag()); }>},
    {"log", "(z, [base=<unset>], /)", "The logarithm, to base e or a given one.", cmath_log},
    {"log10", "(z, /)", "The logarithm to base 10.", cmath_log10},
    {"phase", "(z, /)", "The angle.", cmath_phase},
    {"polar", "(z, /)", "Size and angle.", cmath_polar},
    {"rect", "(r, phi, /)", "The number of a size and an angle.", cmath_rect},
    {"sin", "(z, /)", "Sine.", apply_periodic<std::sin<double>>},
    {"sinh", "(z, /)", "Hyperbolic sine.", apply_periodic<std::sinh<double>>},
    {"sqrt", "(z, /)", "The square root.", apply<std::sqrt<double>>},
    {"tan", "(z, /)", "Tangent.", apply_periodic<std::tan<double>>},
    {"tanh", "(z, /)", "Hyperbolic tangent.", apply_periodic<std::tanh<double>>},
};

}  // namespace

bool fill_cmath(Thread& thread, Module* module) {
  const double infinity = HUGE_VAL;
  const struct {
    std::string_view name;
    Value value;
  } constants[] = {
      {"pi", make_float(thread, M_PI)},
      {"e", make_float(thread, M_E)},
      {"tau", make_float(thread, 2 * M_PI)},
      {"inf", make_float(thread, infinity)},
      {"nan", make_float(thread, std::nan(""))},
      {"infj", make_complex(thread, 0, infinity)},
      {"nanj", make_complex(thread, 0, std::nan(""))},
  };
  for (const auto& constant : constants) {
    if (!put_name(thread, module, constant.name, constant.value)) return false;
  }
  return put_functions(thread, module, functions);
}

}  // namespace weft
