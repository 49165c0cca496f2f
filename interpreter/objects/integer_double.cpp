// Between ints and floats, exactly: comparison, conversion, rounding.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/integer.h"

namespace weft {

namespace {

constexpr double TwoTo63 = 9223372036854775808.0;

// The 64 bits from the top bit down of a number that is not zero, and whether any below are set.
uint64_t top_bits(const LimbView& view, bool& sticky) {
  const mp_limb_t* limbs = view.limbs();
  mp_size_t below = view.count() - 1;
  const auto shift = static_cast<unsigned>(std::countl_zero(limbs[below]));
  uint64_t top = limbs[below] << shift;
  if (shift != 0 && below > 0) {
    --below;
    top |= limbs[below] >> (LimbBits - shift);
    sticky = (limbs[below] << shift) != 0;
  } else {
    sticky = false;
  }
  while (!sticky && below > 0) sticky = limbs[--below] != 0;
  return top;
}

}  // namespace

double compose_double(uint64_t mantissa, bool sticky, int64_t exponent) {
  if (mantissa == 0) return 0.0;
  const int64_t top = exponent + std::bit_width(mantissa);  // the number is below 2 ** top
  if (top > 1024) return std::numeric_limits<double>::infinity();
  if (top < -1080) return 0.0;
  // The last bit a double of that size has.
  const int64_t lowest = std::max({exponent, top - 53, int64_t{-1074}});
  const int64_t dropped = lowest - exponent;
  if (dropped > 64) return 0.0;
  if (dropped > 0) {
    const uint64_t half = uint64_t{1} << (dropped - 1);
    const uint64_t kept = dropped == 64 ? 0 : mantissa >> dropped;
    const uint64_t rest = dropped == 64 ? mantissa : mantissa & (2 * half - 1);
    const bool up = rest > half || (rest == half && (sticky || (kept & 1) != 0));
    mantissa = kept + (up ? 1 : 0);
  }
  return std::ldexp(static_cast<double>(mantissa), static_cast<int>(lowest));
}

double int_to_double_or_infinity(Value number) {
  if (const std::optional<int64_t> small = small_value(number)) return static_cast<double>(*small);
  const LimbView view(number);
  if (view.is_zero()) return 0.0;
  bool sticky;
  const uint64_t top = top_bits(view, sticky);
  const double magnitude =
      compose_double(top, sticky, static_cast<int64_t>(view.bit_length()) - 64);
  return view.is_negative() ? -magnitude : magnitude;
}

double int_to_fraction(Value number, int64_t& exponent) {
  const LimbView view(number);
  exponent = static_cast<int64_t>(view.bit_length());
  if (view.is_zero()) return 0.0;
  bool sticky;
  const uint64_t top = top_bits(view, sticky);
  double fraction = compose_double(top, sticky, -64);
  if (fraction == 1.0) {
    fraction = 0.5;
    ++exponent;
  }
  return view.is_negative() ? -fraction : fraction;
}

std::optional<double> int_to_double(Thread& thread, Value value) {
  const double number = int_to_double_or_infinity(value);
  if (std::isinf(number)) [[unlikely]] {
    raise_overflow_error(thread, "int too large to convert to float");
    return std::nullopt;
  }
  return number;
}

int int_compare_double(Value integer, double number) {
  if (const std::optional<int64_t> small = small_value(integer)) {
    if (number >= TwoTo63) return -1;
    if (number < -TwoTo63) return 1;
    const double whole = std::trunc(number);
    const auto truncated = static_cast<int64_t>(whole);
    if (*small != truncated) return *small < truncated ? -1 : 1;
    return whole < number ? -1 : whole > number ? 1 : 0;
  }
  const LimbView view(integer);
  const int sign = view.is_zero() ? 0 : view.is_negative() ? -1 : 1;
  const int number_sign = number > 0 ? 1 : number < 0 ? -1 : 0;
  if (sign != number_sign) return sign < number_sign ? -1 : 1;
  if (sign == 0) return 0;
  if (std::isinf(number)) return -sign;
  int exponent;
  const double fraction = std::frexp(std::fabs(number), &exponent);
  const auto bits = static_cast<int64_t>(view.bit_length());
  if (bits != exponent) return bits < exponent ? -sign : sign;
  // As many bits before the point: compare from the top down. All a double has lies within its top
  // 53 bits, fraction included.
  bool sticky;
  const uint64_t top = top_bits(view, sticky);
  const auto number_top = static_cast<uint64_t>(std::ldexp(fraction, 64));
  if (top != number_top) return top < number_top ? -sign : sign;
  return sticky ? sign : 0;
}

Value int_from_double(Thread& thread, double number) {
  const double whole = std::trunc(number);
  if (whole >= -TwoTo63 && whole < TwoTo63) return make_int(thread, static_cast<int64_t>(whole));
  int exponent;
  const double fraction = std::frexp(std::fabs(whole), &exponent);
  const auto mantissa = static_cast<int64_t>(std::ldexp(fraction, 53));
  const Value magnitude =
      big_shift_left(thread, Value::small_int(mantissa), static_cast<uint64_t>(exponent - 53));
  return magnitude && whole < 0 ? int_negate(thread, magnitude) : magnitude;
}

}  // namespace weft
