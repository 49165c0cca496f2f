// Floats in hexadecimal: exact text with a binary exponent, and reading it back.
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/floating.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/number_text.h"
#include "interpreter/objects/unicode.h"

namespace weft {

namespace {

constexpr int FractionBits = 52;
constexpr int ExponentBias = 1023;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = unicode::ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool equals_word(std::string_view text, std::string_view lower_case) {
  if (text.size() != lower_case.size()) return false;
  for (size_t i = 0; i < text.size(); ++i)
    if (unicode::ascii_lower(text[i]) != lower_case[i]) return false;
  return true;
}

// Digits read so far: as many as 64 bits take, the rest only known to be zero or not.
struct HexDigits {
  uint64_t mantissa = 0;
  int64_t exponent = 0;
  bool sticky = false;
  bool any = false;

  void add(int digit, bool behind_point) {
    any = true;
    if ((mantissa >> 60) == 0) {
      mantissa = mantissa << 4 | static_cast<uint64_t>(digit);
      if (behind_point) exponent -= 4;
    } else {
      sticky |= digit != 0;
      if (!behind_point) exponent += 4;
    }
  }
};

// Decimal exponent with a sign; far too large ones stop growing. False if there are no digits.
bool read_exponent(std::string_view& text, int64_t& exponent) {
  constexpr int64_t FarTooLarge = int64_t{1} << 50;
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  if (text.empty() || !unicode::ascii_is(text.front(), unicode::AsciiDigit)) return false;
  int64_t number = 0;
  while (!text.empty() && unicode::ascii_is(text.front(), unicode::AsciiDigit)) {
    if (number < FarTooLarge) number = number * 10 + (text.front() - '0');
    text.remove_prefix(1);
  }
  exponent += negative ? -number : number;
  return true;
}

// An unsigned number; nullopt if malformed, infinite if too large.
std::optional<double> read_unsigned(std::string_view text) {
  if (equals_word(text, "inf") || equals_word(text, "infinity"))
    return std::numeric_limits<double>::infinity();
  if (equals_word(text, "nan")) return std::numeric_limits<double>::quiet_NaN();
  if (text.size() >= 2 && text[0] == '0' && unicode::ascii_lower(text[1]) == 'x')
    text.remove_prefix(2);
  HexDigits digits;
  bool behind_point = false;
  while (!text.empty()) {
    if (text.front() == '.' && !behind_point) {
      behind_point = true;
    } else {
      const int digit = hex_value(text.front());
      if (digit < 0) break;
      digits.add(digit, behind_point);
    }
    text.remove_prefix(1);
  }
  if (!digits.any) return std::nullopt;
  if (!text.empty() && unicode::ascii_lower(text.front()) == 'p') {
    text.remove_prefix(1);
    if (!read_exponent(text, digits.exponent)) return std::nullopt;
  }
  if (!text.empty()) return std::nullopt;
  return compose_double(digits.mantissa, digits.sticky, digits.exponent);
}

}  // namespace

std::string float_hex(double number) {
  if (!std::isfinite(number)) return float_repr(number);
  const auto bits = std::bit_cast<uint64_t>(number);
  const int biased = static_cast<int>(bits >> FractionBits & 0x7ff);
  std::string shown = std::signbit(number) ? "-" : "";
  if (number == 0) return shown + "0x0.0p+0";
  shown += biased == 0 ? "0x0." : "0x1.";
  for (int shift = FractionBits - 4; shift >= 0; shift -= 4)
    shown += "0123456789abcdef"[bits >> shift & 0xf];
  const int exponent = biased == 0 ? 1 - ExponentBias : biased - ExponentBias;
  return shown + text("p", exponent < 0 ? "-" : "+", exponent < 0 ? -exponent : exponent);
}

std::optional<double> float_from_hex(Thread& thread, std::string_view source) {
  std::string_view digits = strip_blanks(source);
  const bool negative = !digits.empty() && digits.front() == '-';
  if (negative || (!digits.empty() && digits.front() == '+')) digits.remove_prefix(1);
  const std::optional<double> number = read_unsigned(digits);
  if (!number) {
    raise_value_error(thread, "invalid hexadecimal floating-point string");
    return std::nullopt;
  }
  if (std::isinf(*number) && unicode::ascii_lower(digits.front()) != 'i') {
    raise_overflow_error(thread, "hexadecimal value too large to represent as a float");
    return std::nullopt;
  }
  return negative ? -*number : *number;
}

}  // namespace weft
