#pragma once

// Classes of the bytes of a source.

#include <array>
#include <cstdint>

namespace weft::syntax {

enum CharacterClass : uint8_t {
  WordStart = 1,   // a letter, an underscore or any byte of a character beyond ASCII
  WordPart = 2,    // the same or a digit
  Digit = 4,       // 0-9
  HexDigit = 8,    // 0-9 a-f A-F
  PlainText = 16,  // in a string: none of quote, backslash, newline, NUL
};

consteval std::array<uint8_t, 256> make_character_classes() {
  std::array<uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    const bool hex = digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    const bool plain = c != '"' && c != '\'' && c != '\\' && c != '\n' && c != 0;
    classes[c] =
        static_cast<uint8_t>((letter ? WordStart | WordPart : 0) | (digit ? Digit | WordPart : 0) |
                             (hex ? HexDigit : 0) | (plain ? PlainText : 0));
  }
  return classes;
}

inline constexpr std::array<uint8_t, 256> CharacterClasses = make_character_classes();

inline bool is_class(char c, uint8_t classes) {
  return (CharacterClasses[static_cast<unsigned char>(c)] & classes) != 0;
}

}  // namespace weft::syntax
