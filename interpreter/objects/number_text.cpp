#include "interpreter/objects/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

// --- Floats to text -----------------------------------------------------------------------------

namespace {

// The range of decimal exponents shown without one.
constexpr int LeastPlainExponent = -4;
constexpr int MostPlainExponent = 15;

char* append(char* out, std::string_view text) {
  std::copy(text.begin(), text.end(), out);
  return out + text.size();
}

size_t write_shortest(char* buffer, double number, std::string_view whole_suffix) {
  char* out = buffer;
  if (std::isnan(number)) return static_cast<size_t>(append(out, "nan") - buffer);
  if (std::isinf(number))
    return static_cast<size_t>(append(out, number < 0 ? "-inf" : "inf") - buffer);
  if (std::fabs(number) < 9007199254740992.0) {
    // Every whole number below 2 ** 53 needs all its digits.
    const auto whole = static_cast<int64_t>(number);
    if (static_cast<double>(whole) == number) {
      if (whole == 0 && std::signbit(number)) *out++ = '-';
      out = std::to_chars(out, out + 20, whole).ptr;
      return static_cast<size_t>(append(out, whole_suffix) - buffer);
    }
  }
  char text[FloatReprSize];
  const char* const end =
      std::to_chars(text, text + sizeof(text), number, std::chars_format::scientific).ptr;
  const char* digits = text;
  if (*digits == '-') *out++ = *digits++;
  const char* mark = digits;
  while (*mark != 'e') ++mark;
  int exponent = 0;
  std::from_chars(mark + (mark[1] == '+' ? 2 : 1), end, exponent);
  if (exponent < LeastPlainExponent || exponent > MostPlainExponent)
    return static_cast<size_t>(append(out, {digits, static_cast<size_t>(end - digits)}) - buffer);
  const char first = *digits;
  const std::string_view fraction =
      mark - digits > 2 ? std::string_view(digits + 2, static_cast<size_t>(mark - digits) - 2)
                        : std::string_view();
  if (exponent < 0) {
    out = append(out, std::string_view("0.0000").substr(0, static_cast<size_t>(1 - exponent)));
    *out++ = first;
    return static_cast<size_t>(append(out, fraction) - buffer);
  }
  *out++ = first;
  const auto places = static_cast<size_t>(exponent);
  if (fraction.size() > places) {
    out = append(out, fraction.substr(0, places));
    *out++ = '.';
    return static_cast<size_t>(append(out, fraction.substr(places)) - buffer);
  }
  out = append(out, fraction);
  std::memset(out, '0', places - fraction.size());
  out += places - fraction.size();
  return static_cast<size_t>(append(out, whole_suffix) - buffer);
}

}  // namespace

size_t write_float_repr(char* buffer, double number) {
  return write_shortest(buffer, number, ".0");
}

size_t write_float_digits(char* buffer, double number) {
  return write_shortest(buffer, number, "");
}

std::string float_repr(double number) {
  char buffer[FloatReprSize];
  return std::string(buffer, write_float_repr(buffer, number));
}

// --- Text to floats -----------------------------------------------------------------------------

std::string_view strip_blanks(std::string_view text) {
  while (!text.empty() && unicode::ascii_is(text.front(), unicode::AsciiByteSpace))
    text.remove_prefix(1);
  while (!text.empty() && unicode::ascii_is(text.back(), unicode::AsciiByteSpace))
    text.remove_suffix(1);
  return text;
}

std::string_view ascii_number_text(std::string_view source, std::string& storage) {
  if (utf8::is_ascii(source.data(), source.size())) return source;
  std::string ascii;
  ascii.reserve(source.size());
  const char* at = source.data();
  const char* const end = at + source.size();
  while (at < end) {
    const uint32_t code_point = utf8::decode(at);
    if (code_point < 0x80) {
      ascii.push_back(static_cast<char>(code_point));
    } else if (unicode::is_space(code_point)) {
      ascii.push_back(' ');
    } else {
      const int digit = unicode::decimal_value(code_point);
      ascii.push_back(digit < 0 ? '?' : static_cast<char>('0' + digit));
    }
  }
  storage = std::move(ascii);
  return storage;
}

std::optional<std::string_view> plain_number_text(std::string_view source, std::string& storage) {
  const std::string_view text = ascii_number_text(source, storage);
  if (text.find('_') == std::string_view::npos) return text;
  const auto is_digit = [](char c) { return unicode::ascii_is(c, unicode::AsciiDigit); };
  std::string plain;
  plain.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      plain.push_back(text[i]);
    } else if (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) {
      return std::nullopt;
    }
  }
  storage = std::move(plain);
  return storage;
}

namespace {

bool starts_with_word(std::string_view text, std::string_view lower_case) {
  if (text.size() < lower_case.size()) return false;
  for (size_t i = 0; i < lower_case.size(); ++i)
    if (unicode::ascii_lower(text[i]) != lower_case[i]) return false;
  return true;
}

size_t digit_run(std::string_view text, size_t from) {
  size_t end = from;
  while (end < text.size() && unicode::ascii_is(text[end], unicode::AsciiDigit)) ++end;
  return end - from;
}

// Whether a number that no double is near to is too large (and not too small): its decimal point
// lies behind its first digit other than zero.
bool is_too_large(std::string_view text) {
  int64_t place = 0;  // of the first such digit, counted from the point
  bool seen_point = false;
  bool seen_digit = false;
  size_t i = 0;
  for (; i < text.size() && (text[i] | 0x20) != 'e'; ++i) {
    if (text[i] == '.') {
      seen_point = true;
    } else if (!seen_digit && text[i] == '0') {
      if (seen_point) --place;
    } else {
      seen_digit = true;
      if (seen_point) break;
      ++place;
    }
  }
  while (i < text.size() && (text[i] | 0x20) != 'e') ++i;
  if (i == text.size()) return place > 0;
  ++i;
  const bool negative = text[i] == '-';
  if (negative || text[i] == '+') ++i;
  int64_t exponent = 0;
  const auto read = std::from_chars(text.data() + i, text.data() + text.size(), exponent);
  if (read.ec == std::errc::result_out_of_range) return !negative;
  return place > (negative ? exponent : -exponent);
}

}  // namespace

size_t float_prefix(std::string_view text) {
  size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::string_view unsigned_text = text.substr(at);
  if (starts_with_word(unsigned_text, "infinity")) return at + 8;
  if (starts_with_word(unsigned_text, "inf") || starts_with_word(unsigned_text, "nan"))
    return at + 3;
  const size_t before = digit_run(text, at);
  at += before;
  size_t after = 0;
  if (at < text.size() && text[at] == '.') {
    after = digit_run(text, at + 1);
    if (before + after == 0) return 0;
    at += 1 + after;
  }
  if (before + after == 0) return 0;
  if (at < text.size() && (text[at] | 0x20) == 'e') {
    size_t digits = at + 1;
    if (digits < text.size() && (text[digits] == '-' || text[digits] == '+')) ++digits;
    const size_t count = digit_run(text, digits);
    if (count != 0) at = digits + count;
  }
  return at;
}

double float_of_checked(std::string_view text) {
  const bool negative = text[0] == '-';
  if (negative || text[0] == '+') text.remove_prefix(1);
  double number = 0;
  if (unicode::ascii_is(text[0], unicode::AsciiAlpha)) {
    number = (text[0] | 0x20) == 'n' ? std::numeric_limits<double>::quiet_NaN()
                                     : std::numeric_limits<double>::infinity();
  } else {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec == std::errc::result_out_of_range)
      number = is_too_large(text) ? std::numeric_limits<double>::infinity() : 0.0;
  }
  return negative ? -number : number;
}

std::optional<double> parse_float(std::string_view source) {
  std::string storage;
  const std::optional<std::string_view> plain = plain_number_text(source, storage);
  if (!plain) return std::nullopt;
  const std::string_view text = strip_blanks(*plain);
  if (text.empty() || float_prefix(text) != text.size()) return std::nullopt;
  return float_of_checked(text);
}

}  // namespace weft
