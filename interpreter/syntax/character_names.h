#pragma once

// The characters' names, for `\N{name}`.
//
// Only the way from name to character is kept, and only as fingerprints: 43 bits of a hash with the
// 21 of the code point beside them, in 270 KB that nothing reads before the first `\N`. A name that
// does not exist is mistaken for another once in some hundred million times.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace weft::syntax {

inline constexpr uint32_t NoCharacter = 0xffffffff;

// The code point of a name or alias in any case, or NoCharacter.
uint32_t find_character_named(std::string_view name);

extern const uint64_t CharacterNameTable[];  // sorted
extern const size_t CharacterNameCount;

}  // namespace weft::syntax
