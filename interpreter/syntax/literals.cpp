#include "interpreter/syntax/literals.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <limits>
#include <system_error>

#include "interpreter/syntax/character_names.h"
#include "interpreter/syntax/characters.h"
#include "interpreter/syntax/utf8.h"

namespace weft::syntax {

namespace {

unsigned digit_value(char c) {
  return static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
}

size_t evaluate_integer(std::string_view text, Arena& arena, Constant& constant) {
  unsigned base = 10;
  if (text.size() > 2 && text[0] == '0') {
    const char prefix = static_cast<char>(text[1] | 0x20);
    if (prefix == 'x') base = 16;
    if (prefix == 'o') base = 8;
    if (prefix == 'b') base = 2;
    if (base != 10) text.remove_prefix(2);
  }
  constexpr uint64_t Greatest = std::numeric_limits<int64_t>::max();
  uint64_t value = 0;
  bool fits = true;
  for (const char c : text) {
    if (c == '_') continue;
    const unsigned digit = digit_value(c);
    if (value > (Greatest - digit) / base) {
      fits = false;
      break;
    }
    value = value * base + digit;
  }
  if (fits) {
    constant.value_kind = ConstantKind::Int;
    constant.integer = static_cast<int64_t>(value);
    return 0;
  }
  std::string digits;
  digits.reserve(text.size());
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char c) { return c != '_'; });
  digits.erase(0, digits.find_first_not_of('0'));
  constant.value_kind = ConstantKind::BigInt;
  constant.base = static_cast<uint8_t>(base);
  constant.text = arena.copy(digits);
  return base == 10 ? digits.size() : 0;
}

// std::from_chars says only that a value is out of range; which way, the place of its first digit
// tells.
double out_of_range_value(std::string_view digits) {
  const size_t exponent_at = std::min(digits.find_first_of("eE"), digits.size());
  const std::string_view mantissa = digits.substr(0, exponent_at);
  const auto point = static_cast<int64_t>(std::min(mantissa.find('.'), mantissa.size()));
  const auto first = static_cast<int64_t>(mantissa.find_first_not_of("0."));
  int64_t magnitude = first < point ? point - first : point + 1 - first;
  if (exponent_at != digits.size()) {
    std::string_view exponent = digits.substr(exponent_at + 1);
    const bool is_negative = exponent[0] == '-';
    if (is_negative || exponent[0] == '+') exponent.remove_prefix(1);
    constexpr int64_t Enough = int64_t{1} << 40;  // more than any source has digits
    int64_t value = 0;
    for (const char c : exponent) value = std::min(value * 10 + (c - '0'), Enough);
    magnitude += is_negative ? -value : value;
  }
  return magnitude > 0 ? std::numeric_limits<double>::infinity() : 0.0;
}

double evaluate_float(std::string_view text) {
  std::string digits;
  if (text.find('_') != std::string_view::npos) {
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char c) { return c != '_'; });
    text = digits;
  }
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc::result_out_of_range ? out_of_range_value(text) : value;
}

}  // namespace

size_t evaluate_number(std::string_view text, Arena& arena, Constant& constant) {
  const bool is_based = text.size() > 1 && text[0] == '0' && !is_class(text[1], Digit) &&
                        text[1] != '.' && text[1] != '_';
  const char prefix = is_based ? static_cast<char>(text[1] | 0x20) : '\0';
  if (prefix == 'x' || prefix == 'o' || prefix == 'b' ||
      text.find_first_of(".eEjJ") == std::string_view::npos) {
    return evaluate_integer(text, arena, constant);
  }
  constant.value_kind = ConstantKind::Float;
  if ((text.back() | 0x20) == 'j') {
    constant.value_kind = ConstantKind::Complex;
    text.remove_suffix(1);
  }
  constant.real = evaluate_float(text);
  return 0;
}

// ---- escapes ----

void EscapeDecoder::warn(std::string message) {
  if (warning_.empty()) warning_ = std::move(message);
}

// CPython decodes a body in which every character beyond ASCII was replaced by an escape of ten
// characters (and a backslash before one by an escape of six); the positions in its messages count
// those.
bool EscapeDecoder::refuse_text(std::string_view body, size_t first, size_t last,
                                const char* reason) {
  size_t position = 0;
  size_t first_position = 0;
  for (size_t at = 0; at < last; ++at) {
    if (at == first) first_position = position;
    const auto byte = static_cast<unsigned char>(body[at]);
    if (byte < 0x80) {
      const bool before_wide =
          byte == '\\' && at + 1 < body.size() && static_cast<unsigned char>(body[at + 1]) >= 0x80;
      position += before_wide ? 6 : 1;
    } else if (byte >= 0xc0) {
      position += 10;
    }
  }
  char place[96];
  std::snprintf(place, sizeof place,
                "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: ",
                first_position, position - 1);
  fault_ = std::string(place) + reason;
  return false;
}

// Up to three octal digits, the first of which is before `at`.
uint32_t EscapeDecoder::decode_octal(std::string_view body, size_t& at) {
  const size_t first = at - 1;
  uint32_t value = digit_value(body[first]);
  while (at < body.size() && at < first + 3 && body[at] >= '0' && body[at] <= '7') {
    value = value * 8 + digit_value(body[at++]);
  }
  if (value > 0377) {
    warn("invalid octal escape sequence '\\" + std::string(body.substr(first, at - first)) + "'");
  }
  return value;
}

// The digits of \x, \u and \U; `at` is behind that letter.
bool EscapeDecoder::decode_hex(std::string_view body, size_t& at, size_t digits,
                               std::string& result) {
  const size_t first = at - 2;
  const size_t wanted = at + digits;
  uint32_t value = 0;
  while (at < body.size() && at < wanted && is_class(body[at], HexDigit)) {
    value = value * 16 + digit_value(body[at++]);
  }
  if (at < wanted) {
    return refuse_text(body, first, at,
                       digits == 2   ? "truncated \\xXX escape"
                       : digits == 4 ? "truncated \\uXXXX escape"
                                     : "truncated \\UXXXXXXXX escape");
  }
  if (value > 0x10ffff) return refuse_text(body, first, at, "illegal Unicode character");
  append_character(result, value);
  return true;
}

// The name of \N{name}; `at` is behind the N.
bool EscapeDecoder::decode_name(std::string_view body, size_t& at, std::string& result) {
  const size_t first = at - 2;
  constexpr const char* Malformed = "malformed \\N character escape";
  if (at >= body.size() || body[at] != '{') return refuse_text(body, first, at, Malformed);
  const size_t begin = at + 1;
  const size_t end = body.find('}', begin);
  if (end == std::string_view::npos) return refuse_text(body, first, body.size(), Malformed);
  if (end == begin) return refuse_text(body, first, end, Malformed);
  at = end + 1;
  const uint32_t character = find_character_named(body.substr(begin, end - begin));
  if (character == NoCharacter)
    return refuse_text(body, first, at, "unknown Unicode character name");
  append_character(result, character);
  return true;
}

namespace {

// What the escapes of one letter stand for in text and bytes alike; 0 if it is none of them.
char simple_escape(char letter) {
  switch (letter) {
    case '\\':
    case '\'':
    case '"':
      return letter;
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    default:
      return 0;
  }
}

}  // namespace

bool EscapeDecoder::decode_text(std::string_view body, std::string& result) {
  warning_.clear();
  for (size_t at = 0; at < body.size();) {
    const size_t backslash = std::min(body.find('\\', at), body.size());
    result.append(body, at, backslash - at);
    if (backslash == body.size()) break;
    at = backslash + 1;
    // A backslash at the very end stands for itself: in an f-string a `{` follows.
    const char letter = at < body.size() ? body[at] : '\0';
    if (at == body.size() || static_cast<unsigned char>(letter) >= 0x80) {
      result.push_back('\\');
      continue;
    }
    ++at;
    if (const char simple = simple_escape(letter); simple != 0) {
      result.push_back(simple);
    } else if (letter >= '0' && letter <= '7') {
      append_character(result, decode_octal(body, at));
    } else if (letter == 'x' || letter == 'u' || letter == 'U') {
      if (!decode_hex(body, at, letter == 'x' ? 2 : letter == 'u' ? 4 : 8, result)) return false;
    } else if (letter == 'N') {
      if (!decode_name(body, at, result)) return false;
    } else if (letter != '\n') {
      warn(std::string("invalid escape sequence '\\") + letter + "'");
      result.push_back('\\');
      result.push_back(letter);
    }
  }
  return true;
}

bool EscapeDecoder::decode_bytes(std::string_view body, std::string& result) {
  warning_.clear();
  for (size_t at = 0; at < body.size();) {
    const size_t backslash = std::min(body.find('\\', at), body.size());
    result.append(body, at, backslash - at);
    if (backslash == body.size()) break;
    at = backslash + 1;
    const char letter = body[at++];  // the lexer ends no string in a lone backslash
    if (const char simple = simple_escape(letter); simple != 0) {
      result.push_back(simple);
    } else if (letter >= '0' && letter <= '7') {
      result.push_back(static_cast<char>(decode_octal(body, at)));
    } else if (letter == 'x') {
      if (at + 2 > body.size() || !is_class(body[at], HexDigit) ||
          !is_class(body[at + 1], HexDigit)) {
        fault_ = "(value error) invalid \\x escape at position " + std::to_string(backslash);
        return false;
      }
      result.push_back(static_cast<char>(digit_value(body[at]) * 16 + digit_value(body[at + 1])));
      at += 2;
    } else if (letter != '\n') {
      warn(std::string("invalid escape sequence '\\") + letter + "'");
      result.push_back('\\');
      result.push_back(letter);
    }
  }
  return true;
}

}  // namespace weft::syntax
