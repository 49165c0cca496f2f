// SHA-512 of a short text: what module random makes numbers of text seeds with, so that it needs no
// cryptographic library.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace weft {

std::array<uint8_t, 64> sha512(std::string_view bytes);

}  // namespace weft
