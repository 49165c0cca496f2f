// gamma and lgamma by Lanczos' approximation.
//
// gamma(z + 1/2 + 1/2) = (z + g - 1/2)^(z - 1/2) / e^(z + g - 1/2) * L(z), where L is a quotient of
// two polynomials. The constants (g, and L's twelfth-degree numerator) are those of P. Godfrey's
// method as computed for Boost to this precision; the denominator is z (z + 1) … (z + 11). Scripts
// compare and print these numbers, so the steps round as CPython's do.
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "stdlib/math/math_functions.h"

namespace weft::math {

namespace {

constexpr double Pi = std::numbers::pi;
constexpr double LogPi = 1.144729885849400174143427351353058711647;
constexpr double G = 6.024680040776729583740234375;
constexpr double GMinusHalf = G - 0.5;

constexpr int Terms = 13;
constexpr std::array<double, Terms> Numerator = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};

// Coefficients of z (z + 1) … (z + 11), lowest first.
constexpr std::array<double, Terms> make_denominator() {
  std::array<double, Terms> polynomial{};
  polynomial[0] = 1;
  for (int root = 0; root < Terms - 1; ++root) {
    for (int power = root + 1; power > 0; --power)
      polynomial[static_cast<size_t>(power)] = polynomial[static_cast<size_t>(power - 1)] +
                                               root * polynomial[static_cast<size_t>(power)];
    polynomial[0] *= root;
  }
  return polynomial;
}
constexpr std::array<double, Terms> Denominator = make_denominator();

// L(number), number > 0: for large ones both polynomials are taken in 1 / number.
double lanczos_quotient(double number) {
  double above = 0.0;
  double below = 0.0;
  if (number < 5.0) {
    for (size_t i = Terms; i-- > 0;) {
      above = above * number + Numerator[i];
      below = below * number + Denominator[i];
    }
  } else {
    for (size_t i = 0; i < Terms; ++i) {
      above = above / number + Numerator[i];
      below = below / number + Denominator[i];
    }
  }
  return above / below;
}

// sin(pi * number), exact at the zeros. number >= 0.
double sine_of_pi_times(double number) {
  const double turn = std::fmod(number, 2.0);
  switch (static_cast<int>(std::round(2.0 * turn))) {
    case 0:
      return std::sin(Pi * turn);
    case 1:
      return std::cos(Pi * (turn - 0.5));
    case 2:
      return std::sin(Pi * (1.0 - turn));
    case 3:
      return -std::cos(Pi * (turn - 1.5));
    default:
      return std::sin(Pi * (turn - 2.0));
  }
}

constexpr double Tiny = 1e-20;  // gamma(x) is 1 / x for all a double can tell

}  // namespace

double gamma(double number) {
  constexpr double Infinity = std::numeric_limits<double>::infinity();
  constexpr int LastExactFactorial = 23;
  if (number == std::floor(number) && number > 0 && number <= LastExactFactorial) {
    double factorial = 1.0;
    for (int i = 2; i < static_cast<int>(number); ++i) factorial *= i;
    return factorial;
  }
  const double size = std::fabs(number);
  if (size < Tiny) return 1.0 / number;
  if (size > 200.0) {
    if (number > 0) return Infinity;
    return 0.0 / -sine_of_pi_times(size);
  }
  const double base = size + GMinusHalf;
  // What was lost in that sum.
  const double lost = size > GMinusHalf ? (base - size) - GMinusHalf : (base - GMinusHalf) - size;
  const double correction = lost * G / base;
  // The power is taken in halves where it would be too large.
  const bool halve = size >= 140.0;
  const double power = std::pow(base, halve ? size / 2.0 - 0.25 : size - 0.5);
  double result;
  if (number < 0) {
    result = -Pi / sine_of_pi_times(size) / size * std::exp(base) / lanczos_quotient(size);
    result -= correction * result;
    result /= power;
    if (halve) result /= power;
  } else {
    result = lanczos_quotient(size) / std::exp(base);
    result += correction * result;
    result *= power;
    if (halve) result *= power;
  }
  return result;
}

double log_gamma(double number) {
  if (number == 1.0 || number == 2.0) return 0.0;
  const double size = std::fabs(number);
  if (size < Tiny) return -std::log(size);
  double result = std::log(lanczos_quotient(size)) - G;
  result += (size - 0.5) * (std::log(size + G - 0.5) - 1.0);
  if (number < 0)
    result = LogPi - std::log(std::fabs(sine_of_pi_times(size))) - std::log(size) - result;
  return result;
}

}  // namespace weft::math
