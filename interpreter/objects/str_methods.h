// The methods of str, by file; str_type.cpp makes the table scripts see.
#pragma once

#include <span>

#include "interpreter/objects/native.h"
#include "interpreter/objects/str.h"

namespace weft {

// The str, or null with TypeError ("must be str, not …") pending.
[[nodiscard]] Str* expect_str(Thread& thread, Value value);
// Items joined by `separator`; null with TypeError pending if one is no str.
[[nodiscard]] Str* join_with(Thread& thread, Str* separator, std::span<const Value> items);
// `value` as the text argument `name` of `function`; null with TypeError pending.
[[nodiscard]] Str* expect_str_argument(Thread& thread, Value value, std::string_view function,
                                       std::string_view name);

// str_search.cpp
Value str_find(Thread& thread, Arguments arguments);
Value str_rfind(Thread& thread, Arguments arguments);
Value str_index(Thread& thread, Arguments arguments);
Value str_rindex(Thread& thread, Arguments arguments);
Value str_count(Thread& thread, Arguments arguments);
Value str_starts_with(Thread& thread, Arguments arguments);
Value str_ends_with(Thread& thread, Arguments arguments);
Value str_replace(Thread& thread, Arguments arguments);
Value str_partition(Thread& thread, Arguments arguments);
Value str_rpartition(Thread& thread, Arguments arguments);
Value str_remove_prefix(Thread& thread, Arguments arguments);
Value str_remove_suffix(Thread& thread, Arguments arguments);

// str_split.cpp
Value str_split(Thread& thread, Arguments arguments);
Value str_rsplit(Thread& thread, Arguments arguments);
Value str_split_lines(Thread& thread, Arguments arguments);
Value str_join(Thread& thread, Arguments arguments);

// str_case.cpp
Value str_lower(Thread& thread, Arguments arguments);
Value str_upper(Thread& thread, Arguments arguments);
Value str_casefold(Thread& thread, Arguments arguments);
Value str_swapcase(Thread& thread, Arguments arguments);
Value str_capitalize(Thread& thread, Arguments arguments);
Value str_title(Thread& thread, Arguments arguments);
Value str_is_alpha(Thread& thread, Arguments arguments);
Value str_is_alnum(Thread& thread, Arguments arguments);
Value str_is_ascii(Thread& thread, Arguments arguments);
Value str_is_decimal(Thread& thread, Arguments arguments);
Value str_is_digit(Thread& thread, Arguments arguments);
Value str_is_numeric(Thread& thread, Arguments arguments);
Value str_is_space(Thread& thread, Arguments arguments);
Value str_is_identifier(Thread& thread, Arguments arguments);
Value str_is_printable(Thread& thread, Arguments arguments);
Value str_is_lower(Thread& thread, Arguments arguments);
Value str_is_upper(Thread& thread, Arguments arguments);
Value str_is_title(Thread& thread, Arguments arguments);

// str_pad.cpp
Value str_strip(Thread& thread, Arguments arguments);
Value str_lstrip(Thread& thread, Arguments arguments);
Value str_rstrip(Thread& thread, Arguments arguments);
Value str_center(Thread& thread, Arguments arguments);
Value str_ljust(Thread& thread, Arguments arguments);
Value str_rjust(Thread& thread, Arguments arguments);
Value str_zfill(Thread& thread, Arguments arguments);
Value str_expand_tabs(Thread& thread, Arguments arguments);

// str_translate.cpp
Value str_translate(Thread& thread, Arguments arguments);
Value str_make_translation(Thread& thread, Arguments arguments);

}  // namespace weft
