// The format specification of one field, and how text and numbers are laid out by it.
#pragma once

#include <cstdint>
#include <string_view>

#include "interpreter/objects/str_builder.h"

namespace weft {

struct FormatField {
  uint32_t fill = ' ';
  uint32_t align = 0;  // '<' '>' '^' '='
  char sign = 0;       // '+', '-', ' ', or 0
  bool coerce_zero = false;
  bool alternate = false;
  char grouping = 0;  // ',' '_' or 0
  int64_t width = -1;
  int64_t precision = -1;
  uint32_t type = 0;
};

// [[fill]align][sign][z][#][0][width][grouping][.precision][type]. False with ValueError pending;
// `value` is what the message names the type of.
[[nodiscard]] bool parse_format_field(Thread& thread, Value value, std::string_view specification,
                                      uint32_t default_type, uint32_t default_align,
                                      FormatField& field);
// ValueError "Unknown format code …"; always false.
bool fail_format_code(Thread& thread, Value value, uint32_t type);

// Text of `chars` code points, padded to the field's width.
void append_padded(StrBuilder& out, std::string_view text, uint64_t chars,
                   const FormatField& field);

// The parts of a number; all ASCII.
struct NumberText {
  bool is_negative = false;
  std::string_view prefix;  // "0x"
  std::string_view digits;  // of the integer part: these are grouped
  std::string_view rest;    // point, fraction, exponent, "%", or all of "nan"
};
void append_number(StrBuilder& out, const NumberText& number, const FormatField& field);
// How many digits `text` begins with.
size_t leading_digits(std::string_view text);

// format_float.cpp
// ---------------------------------------------------------------------------------

// How the text of a float looks: 'e' 'f' 'g' with a precision, 'r' for the shortest that reads
// back.
struct FloatForm {
  char type;
  int64_t precision = 0;
  bool alternate = false;  // always a point; 'g' keeps trailing zeros
  bool add_zero = false;   // ".0" when nothing but an integer would be shown
  bool upper = false;
};
// The text of |number|, without a sign.
void append_magnitude(ByteBuilder& out, double number, const FloatForm& form);

}  // namespace weft
