// The built-in types by the mini-language, and f-string fields.
#include "interpreter/objects/format.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/format_field.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

bool fail(Thread& thread, std::string_view message) {
  raise_value_error(thread, message);
  return false;
}

bool append_text(StrBuilder& out, const Str* text) {
  if (text == nullptr) return false;
  out.append(text);
  return true;
}

// --- str ----------------------------------------------------------------------------------------

bool append_str(Thread& thread, StrBuilder& out, Str* value, std::string_view specification) {
  if (specification.empty()) return append_text(out, value);
  FormatField field;
  if (!parse_format_field(thread, Value::cell(value), specification, 's', '<', field)) return false;
  if (field.type != 's') return fail_format_code(thread, Value::cell(value), field.type);
  if (field.sign != 0)
    return fail(thread, field.sign == ' ' ? "Space not allowed in string format specifier"
                                          : "Sign not allowed in string format specifier");
  if (field.coerce_zero)
    return fail(thread, "Negative zero coercion (z) not allowed in string format specifier");
  if (field.alternate)
    return fail(thread, "Alternate form (#) not allowed in string format specifier");
  if (field.align == '=')
    return fail(thread, "'=' alignment not allowed in string format specifier");
  std::string_view view = value->view();
  uint64_t chars = value->char_count;
  if (field.precision >= 0 && static_cast<uint64_t>(field.precision) < chars) {
    chars = static_cast<uint64_t>(field.precision);
    view = view.substr(0, byte_offset(thread, value, static_cast<uint32_t>(chars)));
  }
  append_padded(out, view, chars, field);
  return true;
}

// --- float --------------------------------------------------------------------------------------

constexpr int64_t MaximumPrecision = INT32_MAX;

// The form a field asks for; 0 type: not a float's.
bool float_form(const FormatField& field, bool add_zero, FloatForm& form) {
  form.alternate = field.alternate;
  form.precision = field.precision < 0 ? 6 : field.precision;
  switch (field.type) {
    case 0:
      form.add_zero = add_zero;
      form.type = field.precision < 0 ? 'r' : 'g';
      return true;
    case 'e':
    case 'f':
    case 'g':
      form.type = static_cast<char>(field.type);
      return true;
    case 'E':
    case 'F':
    case 'G':
      form.type = static_cast<char>(field.type + ('e' - 'E'));
      form.upper = true;
      return true;
    case 'n':
      form.type = 'g';
      return true;
    case '%':
      form.type = 'f';
      return true;
    default:
      return false;
  }
}

// Nothing but zeros before an exponent or a percent sign.
bool is_zero_text(std::string_view text) {
  return text.substr(0, text.find_first_of("eE%")).find_first_not_of("0.") ==
         std::string_view::npos;
}

// Whether a number whose magnitude is shown so gets a minus sign.
bool shows_minus(double number, std::string_view magnitude, const FormatField& field) {
  if (!std::signbit(number) || std::isnan(number)) return false;
  return !field.coerce_zero || !is_zero_text(magnitude);
}

bool append_float_field(Thread& thread, StrBuilder& out, Value value, double number,
                        const FormatField& field) {
  FloatForm form;
  if (!float_form(field, true, form)) return fail_format_code(thread, value, field.type);
  if (form.precision > MaximumPrecision) return fail(thread, "precision too big");
  StrBuilder shown;
  append_magnitude(shown, field.type == '%' ? number * 100 : number, form);
  if (field.type == '%') shown.append('%');
  if (shown.failed()) {
    raise_memory_error(thread);
    return false;
  }
  NumberText parts;
  parts.is_negative = shows_minus(number, shown.view(), field);
  const size_t digits = leading_digits(shown.view());
  parts.digits = shown.view().substr(0, digits);
  parts.rest = shown.view().substr(digits);
  append_number(out, parts, field);
  return true;
}

bool append_float(Thread& thread, StrBuilder& out, Value value, std::string_view specification) {
  if (specification.empty()) {
    if (!value.is_immediate_double() && !is_exactly(value, Kind::Float))
      return append_text(out, str(thread, value));
    const double number = as_double(value);
    if (std::signbit(number) && !std::isnan(number)) out.append('-');
    append_magnitude(out, number, {.type = 'r', .add_zero = true});
    return true;
  }
  FormatField field;
  if (!parse_format_field(thread, value, specification, 0, '>', field)) return false;
  return append_float_field(thread, out, value, as_double(value), field);
}

// --- int ----------------------------------------------------------------------------------------

bool append_int_as_char(Thread& thread, StrBuilder& out, Value value, const FormatField& field) {
  if (field.sign != 0) return fail(thread, "Sign not allowed with integer format specifier 'c'");
  if (field.alternate)
    return fail(thread, "Alternate form (#) not allowed with integer format specifier 'c'");
  const auto number = int_to_int64(value);
  if (!number || *number < 0 || *number > utf8::MaxCodePoint) {
    raise_overflow_error(thread, number ? "%c arg not in range(0x110000)"
                                        : "Python int too large to convert to C long");
    return false;
  }
  char encoded[4];
  const char* end = utf8::encode(encoded, static_cast<uint32_t>(*number));
  FormatField text_field = field;
  if (field.align == '=') text_field.align = '>';
  append_padded(out, {encoded, static_cast<size_t>(end - encoded)}, 1, text_field);
  return true;
}

bool append_int_field(Thread& thread, StrBuilder& out, Value value, const FormatField& field) {
  if (field.precision >= 0)
    return fail(thread, "Precision not allowed in integer format specifier");
  if (field.coerce_zero)
    return fail(thread, "Negative zero coercion (z) not allowed in integer format specifier");
  if (field.type == 'c') return append_int_as_char(thread, out, value, field);
  int base = 10;
  NumberText parts;
  if (field.type == 'b') {
    base = 2;
    parts.prefix = "0b";
  } else if (field.type == 'o') {
    base = 8;
    parts.prefix = "0o";
  } else if (field.type == 'x' || field.type == 'X') {
    base = 16;
    parts.prefix = field.type == 'x' ? "0x" : "0X";
  }
  if (!field.alternate) parts.prefix = {};
  char small[72];
  std::string_view digits;
  if (const auto number = int_to_int64(value)) {
    const auto end = std::to_chars(small, small + sizeof(small), *number, base).ptr;
    digits = {small, static_cast<size_t>(end - small)};
  } else {
    const Str* text = int_to_str(thread, value, base);
    if (text == nullptr) return false;
    digits = text->view();
  }
  parts.is_negative = digits[0] == '-';
  parts.digits = digits.substr(parts.is_negative ? 1 : 0);
  if (field.type != 'X') {
    append_number(out, parts, field);
    return true;
  }
  StrBuilder upper;
  for (const char digit : parts.digits)
    upper.append(digit >= 'a' ? static_cast<char>(digit - 32) : digit);
  parts.digits = upper.view();
  append_number(out, parts, field);
  return true;
}

bool append_int(Thread& thread, StrBuilder& out, Value value, std::string_view specification) {
  if (specification.empty()) {
    if (!value.is_small_int()) return append_text(out, str(thread, value));
    out.append_number(value.as_small_int());
    return true;
  }
  FormatField field;
  if (!parse_format_field(thread, value, specification, 'd', '>', field)) return false;
  switch (field.type) {
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n':
      return append_int_field(thread, out, value, field);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': {
      const auto number = int_to_double(thread, value);
      return number && append_float_field(thread, out, value, *number, field);
    }
    default:
      return fail_format_code(thread, value, field.type);
  }
}

// --- complex ------------------------------------------------------------------------------------

// One part of a complex number, without padding.
void append_complex_part(StrBuilder& out, double number, const FloatForm& form, FormatField field) {
  StrBuilder shown;
  append_magnitude(shown, number, form);
  NumberText parts;
  parts.is_negative = shows_minus(number, shown.view(), field);
  const size_t digits = leading_digits(shown.view());
  parts.digits = shown.view().substr(0, digits);
  parts.rest = shown.view().substr(digits);
  field.width = -1;
  field.fill = ' ';
  field.align = '<';
  append_number(out, parts, field);
}

bool append_complex(Thread& thread, StrBuilder& out, Value value, std::string_view specification) {
  if (specification.empty()) return append_text(out, str(thread, value));
  FormatField field;
  if (!parse_format_field(thread, value, specification, 0, '>', field)) return false;
  FloatForm form;
  if (field.type == '%' || !float_form(field, false, form))
    return fail_format_code(thread, value, field.type);
  if (form.precision > MaximumPrecision) return fail(thread, "precision too big");
  if (field.fill == '0')
    return fail(thread, "Zero padding is not allowed in complex format specifier");
  if (field.align == '=')
    return fail(thread, "'=' alignment flag is not allowed in complex format specifier");
  const auto* number = value.as<Complex>();
  const bool is_plain = field.type == 0;
  const bool skip_real = is_plain && number->real == 0 && !std::signbit(number->real);
  StrBuilder shown;
  if (is_plain && !skip_real) shown.append('(');
  if (!skip_real) {
    append_complex_part(shown, number->real, form, field);
    field.sign = '+';
  }
  append_complex_part(shown, number->imaginary, form, field);
  shown.append('j');
  if (is_plain && !skip_real) shown.append(')');
  if (shown.failed()) {
    raise_memory_error(thread);
    return false;
  }
  append_padded(out, shown.view(), shown.size(), field);
  return true;
}

bool is_exact_int(Value value) { return value.is_small_int() || is_exactly(value, Kind::Int); }
bool is_exact_float(Value value) {
  return value.is_immediate_double() || is_exactly(value, Kind::Float);
}

Value converted(Thread& thread, Value value, Conversion conversion) {
  switch (conversion) {
    case Conversion::Str:
      return Value::cell(str(thread, value));
    case Conversion::Repr:
      return Value::cell(repr(thread, value));
    case Conversion::Ascii:
      return Value::cell(ascii(thread, value));
    case Conversion::None:
      break;
  }
  return value;
}

template <class Append>
Str* built(Thread& thread, Append&& append) {
  StrBuilder out;
  return append(out) ? out.finish(thread) : nullptr;
}

}  // namespace

Str* format_str(Thread& thread, Str* value, std::string_view specification) {
  if (specification.empty()) return str(thread, Value::cell(value));
  return built(thread,
               [&](StrBuilder& out) { return append_str(thread, out, value, specification); });
}

Str* format_int(Thread& thread, Value value, std::string_view specification) {
  if (specification.empty()) return str(thread, value);
  return built(thread,
               [&](StrBuilder& out) { return append_int(thread, out, value, specification); });
}

Str* format_float(Thread& thread, Value value, std::string_view specification) {
  return built(thread,
               [&](StrBuilder& out) { return append_float(thread, out, value, specification); });
}

Str* format_complex(Thread& thread, Value value, std::string_view specification) {
  return built(thread,
               [&](StrBuilder& out) { return append_complex(thread, out, value, specification); });
}

bool append_formatted(Thread& thread, StrBuilder& out, Value value, Conversion conversion,
                      std::string_view specification) {
  value = converted(thread, value, conversion);
  if (!value) return false;
  if (is_exact_int(value)) return append_int(thread, out, value, specification);
  if (is_exactly(value, Kind::Str)) return append_str(thread, out, as_str(value), specification);
  if (is_exact_float(value)) return append_float(thread, out, value, specification);
  Str* text = make_str(thread, specification);
  return text != nullptr && append_text(out, format(thread, value, text));
}

Str* format_value(Thread& thread, Value value, Conversion conversion, Str* specification) {
  value = converted(thread, value, conversion);
  if (!value) return nullptr;
  if (specification == nullptr || specification->byte_count == 0) {
    if (is_exactly(value, Kind::Str)) return as_str(value);
    if (is_exact_int(value)) return int_to_str(thread, value);
    if (is_exact_float(value)) return format_float(thread, value, {});
    return format(thread, value, thread.isolate.empty_str);
  }
  const std::string_view view = specification->view();
  if (is_exact_int(value)) return format_int(thread, value, view);
  if (is_exact_float(value)) return format_float(thread, value, view);
  if (is_exactly(value, Kind::Str)) return format_str(thread, as_str(value), view);
  return format(thread, value, specification);
}

}  // namespace weft
