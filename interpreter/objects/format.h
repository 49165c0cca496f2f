// Formatting: f-string fields, `format()` of the built-in types, % and str.format.
//
//   format_field      the specification of the mini-language; padding, grouping, number layout
//   format_float      digits of a float in the forms e, f, g and repr
//   format            str, int, float and complex by the mini-language; f-string fields
//   format_percent    % for str and bytes
//   format_template   str.format and format_map
#pragma once

#include <span>
#include <string_view>

#include "interpreter/objects/numbers.h"
#include "interpreter/objects/str.h"

namespace weft {

class StrBuilder;

// What `!s`, `!r`, `!a` ask for.
enum class Conversion : uint8_t { None, Str, Repr, Ascii };

// An f-string field: format(conversion(value), specification). `specification` may be null (none
// given). Str, int and float without a specification call no method.
[[nodiscard]] Str* format_value(Thread& thread, Value value, Conversion conversion,
                                Str* specification);
// The same appended to `out`; false with an exception pending.
[[nodiscard]] bool append_formatted(Thread& thread, StrBuilder& out, Value value,
                                    Conversion conversion, std::string_view specification);

// The `__format__` of the built-in types; subclasses' overridden methods play no part, but for an
// empty specification it is str(value).
[[nodiscard]] Str* format_str(Thread& thread, Str* value, std::string_view specification);
[[nodiscard]] Str* format_int(Thread& thread, Value value, std::string_view specification);
[[nodiscard]] Str* format_float(Thread& thread, Value value, std::string_view specification);
[[nodiscard]] Str* format_complex(Thread& thread, Value value, std::string_view specification);

// format % arguments. `arguments` is a tuple, a mapping or one value.
[[nodiscard]] Value percent_format(Thread& thread, Str* format, Value arguments);
// The same for bytes; `format` is bytes or bytearray and the result of the same type.
[[nodiscard]] Value percent_format_bytes(Thread& thread, Value format, Value arguments);

// format.format(*positional, **named); for format_map `positional` is null and `named` any mapping.
[[nodiscard]] Str* format_template(Thread& thread, Str* format, Tuple* positional, Value named);

}  // namespace weft
