// Formatting: the format mini-language, f-string fields, % and str.format.
//
//   format_field.h    the parsed specification and padding/grouping shared by all types
//   format_number.cpp int, float, complex        format_spec.cpp  parser, str
//   format_percent.cpp  % for str and bytes      format_template.cpp  str.format
#pragma once

#include <span>
#include <string_view>

#include "interpreter/objects/str.h"

namespace weft {

// What `!r`, `!s`, `!a` ask for.
enum class Conversion : uint8_t { None, Str, Repr, Ascii };

// An f-string field: format(conversion(value), specification). `specification` may be null (none
// given). The fast path for str, int and float without a specification calls no method.
[[nodiscard]] Str* format_value(Thread& thread, Value value, Conversion conversion,
                                Str* specification);

// The `__format__` of the built-in types: `value` is a str, int or bool, float, complex.
[[nodiscard]] Str* format_str(Thread& thread, Str* value, std::string_view specification);
[[nodiscard]] Str* format_int(Thread& thread, Value value, std::string_view specification);
[[nodiscard]] Str* format_float(Thread& thread, double value, std::string_view specification);
[[nodiscard]] Str* format_complex(Thread& thread, Value value, std::string_view specification);

// template % arguments. `arguments` is a tuple, a mapping or one value.
[[nodiscard]] Value percent_format(Thread& thread, Str* format, Value arguments);
// The same for bytes; `format` is bytes or bytearray and the result of the same type.
[[nodiscard]] Value percent_format_bytes(Thread& thread, Value format, Value arguments);

// str.format(*positional, **named); `named` is a dict for format and any mapping for format_map
// (then `positional` is null).
[[nodiscard]] Str* format_template(Thread& thread, Str* format, Tuple* positional, Value named);

}  // namespace weft
