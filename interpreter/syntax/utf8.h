#pragma once

// UTF-8, character by character, and what is wrong where it is not UTF-8.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace weft::syntax {

// Decodes the character at the beginning. Returns its size in bytes, or 0 if there is none: the
// text is empty, or not UTF-8 there (surrogates are not).
size_t decode_character(std::string_view text, uint32_t& character);

// Appends a character as UTF-8; surrogates too, as three bytes.
void append_character(std::string& text, uint32_t character);

// The offset of the first byte that is not part of a UTF-8 character, or text.size().
size_t find_utf8_fault(std::string_view text);

// What Python's codec says of the fault at this offset.
std::string describe_utf8_fault(std::string_view text, size_t fault);

}  // namespace weft::syntax
