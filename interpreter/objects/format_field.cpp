#include "interpreter/objects/format_field.h"

#include <algorithm>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

bool is_align(uint32_t code_point) {
  return code_point == '<' || code_point == '>' || code_point == '=' || code_point == '^';
}

// Its value, or -1.
int ascii_digit(uint32_t code_point) {
  return code_point >= '0' && code_point <= '9' ? static_cast<int>(code_point - '0') : -1;
}

bool fail(Thread& thread, std::string_view message) {
  raise_value_error(thread, message);
  return false;
}

// A character in a message: itself if it can be shown.
std::string shown_char(uint32_t code_point) {
  if (code_point > 32 && code_point < 128) return std::string(1, static_cast<char>(code_point));
  constexpr char hex_digits[] = "0123456789abcdef";
  std::string digits;
  do digits.insert(digits.begin(), hex_digits[code_point & 0xf]);
  while ((code_point >>= 4) != 0);
  return "\\x" + digits;
}

class Parser {
 public:
  Parser(Thread& thread, std::string_view specification)
      : thread_(thread),
        position_(specification.data()),
        end_(specification.data() + specification.size()) {}

  bool at_end() const { return position_ == end_; }
  uint32_t next() { return utf8::decode(position_); }
  bool accept(char wanted) {
    if (at_end() || *position_ != wanted) return false;
    ++position_;
    return true;
  }
  const char* position() const { return position_; }
  void set_position(const char* position) { position_ = position; }

  // Decimal digits of any script. False with ValueError pending; `number` stays without digits.
  bool parse_number(int64_t& number) {
    bool any = false;
    int64_t parsed = 0;
    while (!at_end()) {
      const char* after = position_;
      const uint32_t code_point = utf8::decode(after);
      const int digit =
          code_point < 0x80 ? ascii_digit(code_point) : unicode::decimal_value(code_point);
      if (digit < 0) break;
      if (parsed > (INT64_MAX - digit) / 10)
        return fail(thread_, "Too many decimal digits in format string");
      parsed = parsed * 10 + digit;
      any = true;
      position_ = after;
    }
    if (any) number = parsed;
    return true;
  }

 private:
  Thread& thread_;
  const char* position_;
  const char* end_;
};

// Whether the type takes a grouping: ValueError otherwise.
bool check_grouping(Thread& thread, const FormatField& field) {
  if (field.grouping == 0) return true;
  switch (field.type) {
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'G':
    case '%':
    case 'F':
    case 0:
      return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X':
      if (field.grouping == '_') return true;
      break;
    default:
      break;
  }
  return fail(thread,
              text("Cannot specify '", field.grouping, "' with '", shown_char(field.type), "'."));
}

}  // namespace

bool fail_format_code(Thread& thread, Value value, uint32_t type) {
  return fail(thread, text("Unknown format code '", shown_char(type), "' for object of type '",
                           type_name(thread, value), "'"));
}

bool parse_format_field(Thread& thread, Value value, std::string_view specification,
                        uint32_t default_type, uint32_t default_align, FormatField& field) {
  field.type = default_type;
  field.align = default_align;
  Parser parser(thread, specification);
  bool fill_given = false;
  bool align_given = false;
  if (!parser.at_end()) {
    const char* start = parser.position();
    const uint32_t first = parser.next();
    const char* behind_first = parser.position();
    const uint32_t second = parser.at_end() ? 0 : parser.next();
    if (is_align(second)) {
      field.fill = first;
      field.align = second;
      fill_given = align_given = true;
    } else if (is_align(first)) {
      field.align = first;
      align_given = true;
      parser.set_position(behind_first);
    } else {
      parser.set_position(start);
    }
  }
  if (parser.accept('+'))
    field.sign = '+';
  else if (parser.accept('-'))
    field.sign = '-';
  else if (parser.accept(' '))
    field.sign = ' ';
  field.coerce_zero = parser.accept('z');
  field.alternate = parser.accept('#');
  if (!fill_given && parser.accept('0')) {
    field.fill = '0';
    if (!align_given && default_align == '>') field.align = '=';
  }
  if (!parser.parse_number(field.width)) return false;
  if (parser.accept(',')) field.grouping = ',';
  if (parser.accept('_')) {
    if (field.grouping != 0) return fail(thread, "Cannot specify both ',' and '_'.");
    field.grouping = '_';
  }
  if (field.grouping == '_' && parser.accept(','))
    return fail(thread, "Cannot specify both ',' and '_'.");
  if (parser.accept('.')) {
    if (!parser.parse_number(field.precision)) return false;
    if (field.precision < 0) return fail(thread, "Format specifier missing precision");
  }
  if (!parser.at_end()) {
    field.type = parser.next();
    if (!parser.at_end())
      return fail(thread, text("Invalid format specifier '", specification,
                               "' for object of type '", type_name(thread, value), "'"));
  }
  return check_grouping(thread, field);
}

void append_padded(StrBuilder& out, std::string_view text, uint64_t chars,
                   const FormatField& field) {
  const uint64_t missing =
      field.width > static_cast<int64_t>(chars) ? static_cast<uint64_t>(field.width) - chars : 0;
  uint64_t left = 0;
  if (field.align == '>') left = missing;
  if (field.align == '^') left = missing / 2;
  out.append_char_repeated(field.fill, left);
  out.append(text);
  out.append_char_repeated(field.fill, missing - left);
}

size_t leading_digits(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

namespace {

// `digits` with `separator` between groups counted from the right, zeros in front until at least
// `minimum` characters are there. Written backwards, then turned round.
void append_grouped(StrBuilder& out, std::string_view digits, int64_t minimum, int64_t group,
                    char separator) {
  const size_t start = out.size();
  auto remaining = static_cast<int64_t>(digits.size());
  while (true) {
    const int64_t size = std::min(group, std::max({remaining, minimum, int64_t{1}}));
    const int64_t from_digits = std::max<int64_t>(0, std::min(remaining, size));
    for (int64_t i = 0; i < from_digits; ++i)
      out.append(digits[static_cast<size_t>(remaining - 1 - i)]);
    out.append_repeated('0', static_cast<size_t>(size - from_digits));
    remaining -= from_digits;
    minimum -= size;
    if ((remaining <= 0 && minimum <= 0) || out.failed()) break;
    out.append(separator);
    --minimum;
  }
  std::reverse(out.data() + start, out.data() + out.size());
}

}  // namespace

void append_number(StrBuilder& out, const NumberText& number, const FormatField& field) {
  char sign = 0;
  if (number.is_negative)
    sign = '-';
  else if (field.sign == '+' || field.sign == ' ')
    sign = field.sign;
  const auto around =
      static_cast<int64_t>(number.prefix.size() + number.rest.size()) + (sign != 0 ? 1 : 0);
  // Zeros in front of the digits count as digits: they are grouped too.
  const bool zero_fill = field.fill == '0' && field.align == '=' && !number.digits.empty();
  StrBuilder grouped;
  std::string_view digits = number.digits;
  if (field.grouping != 0 && !digits.empty()) {
    const bool is_binary =
        field.type == 'b' || field.type == 'o' || field.type == 'x' || field.type == 'X';
    append_grouped(grouped, digits, zero_fill ? field.width - around : 0, is_binary ? 4 : 3,
                   field.grouping);
    digits = grouped.view();
    if (grouped.failed()) out.extend(MaxStrBytes);  // out fails likewise
  }
  const int64_t size = around + static_cast<int64_t>(digits.size());
  const auto missing = static_cast<size_t>(std::max<int64_t>(0, field.width - size));
  size_t left = 0;
  if (field.align == '>') left = missing;
  if (field.align == '^') left = missing / 2;
  const size_t middle = field.align == '=' ? missing : 0;
  out.append_char_repeated(field.fill, left);
  if (sign != 0) out.append(sign);
  out.append(number.prefix);
  out.append_char_repeated(field.fill, middle);
  out.append(digits);
  out.append(number.rest);
  out.append_char_repeated(field.fill, missing - left - middle);
}

}  // namespace weft
