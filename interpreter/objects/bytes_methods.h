// Methods that bytes and bytearray share. Each works on either kind of `self` and gives back the
// same kind; the views of a bytearray are taken after the arguments have been converted, for that
// may run script code.
#pragma once

#include <optional>
#include <string_view>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytearray.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/native.h"

namespace weft {

inline std::string_view bytes_view(Value self) {
  return is_bytes(self) ? self.as<Bytes>()->view() : self.as<ByteArray>()->view();
}
// New bytes of the kind of `self`.
[[nodiscard]] Value make_bytes_like(Thread& thread, Value self, std::string_view bytes);
// The same, for the caller to fill in before anything else is allocated.
[[nodiscard]] Value allocate_bytes_like(Thread& thread, Value self, uint64_t count, char*& out);
// `self` unchanged: itself when that is exact bytes, else a copy.
[[nodiscard]] Value unchanged_bytes(Thread& thread, Value self);

// 0..255 by __index__; nullopt with TypeError or ValueError("byte must be in range(0, 256)").
[[nodiscard]] std::optional<uint8_t> to_byte(Thread& thread, Value value,
                                             std::string_view name = "byte");
// Bytes of an iterable of ints appended to `array`; `name` is for the error text. False with an
// exception pending.
[[nodiscard]] bool append_from_iterable(Thread& thread, ByteArray* array, Value iterable,
                                        std::string_view name);
// The bytes `bytes(source, encoding, errors)` means, for type `type_name` ("bytes", "bytearray").
// The result is a Bytes, or any bytes-like object whose bytes are meant.
[[nodiscard]] Value bytes_source(Thread& thread, Value source, Value encoding, Value errors,
                                 std::string_view type_name);
// b'…' as repr shows it, appended. A bytearray's single quotes are always escaped.
class StrBuilder;
void append_bytes_repr(StrBuilder& out, std::string_view bytes, bool escape_single = false);

// bytes_query.cpp
Value bytes_find(Thread& thread, Arguments arguments);
Value bytes_rfind(Thread& thread, Arguments arguments);
Value bytes_index(Thread& thread, Arguments arguments);
Value bytes_rindex(Thread& thread, Arguments arguments);
Value bytes_count(Thread& thread, Arguments arguments);
Value bytes_contains(Thread& thread, Arguments arguments);
Value bytes_starts_with(Thread& thread, Arguments arguments);
Value bytes_ends_with(Thread& thread, Arguments arguments);
Value bytes_is_alpha(Thread& thread, Arguments arguments);
Value bytes_is_alnum(Thread& thread, Arguments arguments);
Value bytes_is_ascii(Thread& thread, Arguments arguments);
Value bytes_is_digit(Thread& thread, Arguments arguments);
Value bytes_is_lower(Thread& thread, Arguments arguments);
Value bytes_is_space(Thread& thread, Arguments arguments);
Value bytes_is_title(Thread& thread, Arguments arguments);
Value bytes_is_upper(Thread& thread, Arguments arguments);

// bytes_split.cpp
Value bytes_split(Thread& thread, Arguments arguments);
Value bytes_rsplit(Thread& thread, Arguments arguments);
Value bytes_split_lines(Thread& thread, Arguments arguments);
Value bytes_join(Thread& thread, Arguments arguments);
Value bytes_partition(Thread& thread, Arguments arguments);
Value bytes_rpartition(Thread& thread, Arguments arguments);

// bytes_transform.cpp
Value bytes_capitalize(Thread& thread, Arguments arguments);
Value bytes_lower(Thread& thread, Arguments arguments);
Value bytes_upper(Thread& thread, Arguments arguments);
Value bytes_swapcase(Thread& thread, Arguments arguments);
Value bytes_title(Thread& thread, Arguments arguments);
Value bytes_strip(Thread& thread, Arguments arguments);
Value bytes_lstrip(Thread& thread, Arguments arguments);
Value bytes_rstrip(Thread& thread, Arguments arguments);
Value bytes_center(Thread& thread, Arguments arguments);
Value bytes_ljust(Thread& thread, Arguments arguments);
Value bytes_rjust(Thread& thread, Arguments arguments);
Value bytes_zfill(Thread& thread, Arguments arguments);
Value bytes_expand_tabs(Thread& thread, Arguments arguments);
Value bytes_replace(Thread& thread, Arguments arguments);
Value bytes_remove_prefix(Thread& thread, Arguments arguments);
Value bytes_remove_suffix(Thread& thread, Arguments arguments);
Value bytes_translate(Thread& thread, Arguments arguments);
Value bytes_make_translation(Thread& thread, Arguments arguments);

// bytes_hex.cpp
Value bytes_hex(Thread& thread, Arguments arguments);
[[nodiscard]] Value hex_of(Thread& thread, std::string_view bytes, Value separator,
                           Value group_size);
// Appends what fromhex(`text`) means to `out`; false with ValueError or TypeError pending.
class ByteBuilder;
[[nodiscard]] bool parse_hex(Thread& thread, Value text, ByteBuilder& out);

// bytes.cpp: operators.
Value bytes_length(Thread& thread, Arguments arguments);
Value bytes_iter(Thread& thread, Arguments arguments);
Value bytes_decode(Thread& thread, Arguments arguments);
// self[key] for either kind, with its error texts.
Value bytes_getitem(Thread& thread, Arguments arguments);
Value bytes_multiply(Thread& thread, Arguments arguments);
Value bytes_modulo(Thread& thread, Arguments arguments);
Value bytes_reflected_modulo(Thread& thread, Arguments arguments);
Value bytes_lt(Thread& thread, Arguments arguments);
Value bytes_le(Thread& thread, Arguments arguments);
Value bytes_eq(Thread& thread, Arguments arguments);
Value bytes_ne(Thread& thread, Arguments arguments);
Value bytes_gt(Thread& thread, Arguments arguments);
Value bytes_ge(Thread& thread, Arguments arguments);

}  // namespace weft
