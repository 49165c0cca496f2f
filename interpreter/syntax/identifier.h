#pragma once

// Names beyond ASCII: which characters they may hold and what they are normalised to. All that is
// known of Unicode here comes from utf8proc and is confined to this file pair.

#include <cstdint>
#include <string>
#include <string_view>

namespace weft::syntax {

bool is_identifier_start(uint32_t character);
bool is_identifier_part(uint32_t character);
bool is_printable(uint32_t character);

// The normal form NFKC of valid UTF-8.
std::string normalise_identifier(std::string_view name);

}  // namespace weft::syntax
