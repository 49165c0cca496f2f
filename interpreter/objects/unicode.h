// Properties and case mappings of code points, as Unicode 14 has them.
//
// libutf8proc gives categories and simple mappings; unicode.cpp and unicode_case.cpp add what it
// lacks (numeric types, identifier exceptions, full case mappings) and take back what its newer
// tables have assigned since. ASCII is answered from a table.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace weft::unicode {

enum AsciiFlags : uint8_t {
  AsciiLower = 1,
  AsciiUpper = 2,
  AsciiDigit = 4,
  AsciiSpace = 8,  // str.isspace; the separators 0x1c..0x1f are space to str but not to bytes
  AsciiByteSpace = 16,
  AsciiUnderscore = 32,
  AsciiAlpha = AsciiLower | AsciiUpper,
  AsciiAlnum = AsciiAlpha | AsciiDigit,
};
constexpr std::array<uint8_t, 256> make_ascii_flags() {
  std::array<uint8_t, 256> table{};
  for (int byte = 0; byte < 128; ++byte) {
    uint8_t flags = 0;
    if (byte >= 'a' && byte <= 'z') flags |= AsciiLower;
    if (byte >= 'A' && byte <= 'Z') flags |= AsciiUpper;
    if (byte >= '0' && byte <= '9') flags |= AsciiDigit;
    if ((byte >= 9 && byte <= 13) || byte == ' ') flags |= AsciiSpace | AsciiByteSpace;
    if (byte >= 0x1c && byte <= 0x1f) flags |= AsciiSpace;
    if (byte == '_') flags |= AsciiUnderscore;
    table[static_cast<uint8_t>(byte)] = flags;
  }
  return table;
}
inline constexpr std::array<uint8_t, 256> ascii_flags = make_ascii_flags();  // 0 from 128 on
inline bool ascii_is(char byte, uint8_t flags) {
  return (ascii_flags[static_cast<uint8_t>(byte)] & flags) != 0;
}
inline char ascii_lower(char byte) {
  return static_cast<char>(byte | (ascii_is(byte, AsciiUpper) ? 0x20 : 0));
}
inline char ascii_upper(char byte) {
  return static_cast<char>(byte & (ascii_is(byte, AsciiLower) ? ~0x20 : ~0));
}

// ASCII letters of `size` bytes changed, all other bytes copied; `out` may be `in`.
void ascii_lower_all(char* out, const char* in, size_t size);
void ascii_upper_all(char* out, const char* in, size_t size);

bool is_alpha(uint32_t code_point);
bool is_decimal(uint32_t code_point);
bool is_digit(uint32_t code_point);
bool is_numeric(uint32_t code_point);
bool is_alnum(uint32_t code_point);
bool is_lower(uint32_t code_point);
bool is_upper(uint32_t code_point);
bool is_title(uint32_t code_point);  // title case letters proper (category Lt)
bool is_space(uint32_t code_point);
bool is_printable(uint32_t code_point);
bool is_line_break(uint32_t code_point);  // where splitlines splits
bool is_identifier_start(uint32_t code_point);
bool is_identifier_continue(uint32_t code_point);

// 0..9, or -1.
int decimal_value(uint32_t code_point);

// Full mappings: up to three code points into `out`, how many is returned.
inline constexpr int MaxMapped = 3;
int to_lower(uint32_t code_point, uint32_t* out);
int to_upper(uint32_t code_point, uint32_t* out);
int to_title(uint32_t code_point, uint32_t* out);
int to_folded(uint32_t code_point, uint32_t* out);

// What decides whether a capital sigma ends a word.
bool is_cased(uint32_t code_point);
bool is_case_ignorable(uint32_t code_point);

}  // namespace weft::unicode
