// Numbers as text: the parts that int, float and complex share.
//
// Parsing goes by steps: Unicode blanks and digits become ASCII ones, underscores between digits
// go, then the ASCII text is read. Each step hands its input on when there is nothing to do.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "interpreter/objects/numbers.h"

namespace weft {

// Enough for any result of the two functions below.
inline constexpr size_t FloatReprSize = 32;
// The shortest digits that read back as `number`; how many bytes were written. As repr() shows
// floats ("1.0", "1e+16"), and without the ".0" as parts of complex numbers are shown.
size_t write_float_repr(char* buffer, double number);
size_t write_float_digits(char* buffer, double number);

// What blanks are to number parsers: those of ASCII, once the others are made ASCII.
std::string_view strip_blanks(std::string_view text);
// `source` with Unicode blanks and digits made ASCII, in `storage` when anything changed. Text that
// is no number holds a '?' then.
std::string_view ascii_number_text(std::string_view source, std::string& storage);
// The same without underscores; nullopt when one is not between two digits.
std::optional<std::string_view> plain_number_text(std::string_view source, std::string& storage);

// How long the floating-point number at the start of `text` is: 0 if there is none. Signs, "inf",
// "infinity" and "nan" included; no blanks, no underscores.
size_t float_prefix(std::string_view text);
// Its value.
double float_of_checked(std::string_view text);

// ValueError of int(text, base); `text` is what the script gave (its repr is shown).
Value raise_invalid_int_text(Thread& thread, Value text, int64_t base);

}  // namespace weft
