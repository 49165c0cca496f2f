#include "interpreter/syntax/constant_repr.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "interpreter/syntax/identifier.h"
#include "interpreter/syntax/utf8.h"

namespace weft::syntax {

namespace {

// Digits of any base to decimal, in limbs of nine digits. Quadratic, which is enough for a dump.
std::string to_decimal(std::string_view digits, unsigned base) {
  constexpr uint32_t Limb = 1'000'000'000;
  std::vector<uint32_t> limbs;
  for (const char c : digits) {
    uint64_t carry = static_cast<uint64_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    for (uint32_t& limb : limbs) {
      carry += static_cast<uint64_t>(limb) * base;
      limb = static_cast<uint32_t>(carry % Limb);
      carry /= Limb;
    }
    if (carry != 0) limbs.push_back(static_cast<uint32_t>(carry));
  }
  std::string result = std::to_string(limbs.back());
  for (size_t i = limbs.size() - 1; i-- > 0;) {
    char limb[16];
    std::snprintf(limb, sizeof limb, "%09u", limbs[i]);
    result += limb;
  }
  return result;
}

// The shortest digits that read back as the same value, with an exponent where repr() has one.
std::string repr_float(double value, bool wants_point) {
  if (std::isinf(value)) return "inf";
  char digits[40];
  const auto scientific =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::scientific);
  const std::string text(digits, scientific.ptr);
  const int exponent = std::stoi(text.substr(text.find('e') + 1));
  if (value == 0.0 || (exponent >= -4 && exponent < 16)) {
    char plain[400];
    const auto fixed = std::to_chars(plain, plain + sizeof plain, value, std::chars_format::fixed);
    std::string result(plain, fixed.ptr);
    if (wants_point && result.find('.') == std::string::npos) result += ".0";
    return result;
  }
  return text;
}

// One character of WTF-8, which unlike UTF-8 has surrogates. The text is known to be well-formed.
size_t decode_wide(std::string_view text, uint32_t& character) {
  const size_t size = decode_character(text, character);
  if (size != 0) return size;
  character = 0xd000 | (static_cast<unsigned char>(text[1]) & 0x3fu) << 6 |
              (static_cast<unsigned char>(text[2]) & 0x3fu);
  return 3;
}

char quote_for(std::string_view text) {
  const bool has_single = text.find('\'') != std::string_view::npos;
  return has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

// Appends the escape of a character that has a short one.
bool append_short_escape(std::string& result, uint32_t character, char quote) {
  switch (character) {
    case '\n':
      result += "\\n";
      return true;
    case '\r':
      result += "\\r";
      return true;
    case '\t':
      result += "\\t";
      return true;
    default:
      if (character != '\\' && character != static_cast<unsigned char>(quote)) return false;
      result += '\\';
      result += static_cast<char>(character);
      return true;
  }
}

std::string repr_bytes(std::string_view bytes) {
  const char quote = quote_for(bytes);
  std::string result = std::string("b") + quote;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (append_short_escape(result, byte, quote)) continue;
    if (byte < 0x20 || byte >= 0x7f) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\x%02x", byte);
      result += escape;
    } else {
      result += c;
    }
  }
  return result + quote;
}

}  // namespace

std::string repr_text(std::string_view text) {
  const char quote = quote_for(text);
  std::string result(1, quote);
  while (!text.empty()) {
    uint32_t character = 0;
    const size_t size = decode_wide(text, character);
    if (append_short_escape(result, character, quote)) {
    } else if (is_printable(character)) {
      result += text.substr(0, size);
    } else {
      char escape[16];
      std::snprintf(escape, sizeof escape,
                    character < 0x100     ? "\\x%02x"
                    : character < 0x10000 ? "\\u%04x"
                                          : "\\U%08x",
                    static_cast<unsigned>(character));
      result += escape;
    }
    text.remove_prefix(size);
  }
  return result + quote;
}

const char* repr_singleton(ConstantKind kind) {
  switch (kind) {
    case ConstantKind::None:
      return "None";
    case ConstantKind::True:
      return "True";
    case ConstantKind::False:
      return "False";
    default:
      return "Ellipsis";
  }
}

std::string repr_constant(const Constant& constant) {
  switch (constant.value_kind) {
    case ConstantKind::Int:
      return std::to_string(constant.integer);
    case ConstantKind::BigInt:
      return to_decimal(constant.text, constant.base);
    case ConstantKind::Float:
      return repr_float(constant.real, true);
    case ConstantKind::Complex:
      return repr_float(constant.real, false) + "j";
    case ConstantKind::Str:
      return repr_text(constant.text);
    case ConstantKind::Bytes:
      return repr_bytes(constant.text);
    default:
      return repr_singleton(constant.value_kind);
  }
}

}  // namespace weft::syntax
