// Tables of what libutf8proc does not know: East Asian widths, and numbers that are no digits.
#pragma once

#include <cstddef>
#include <cstdint>

namespace weft::unicode {

// From `first` to before the next range. Width: 0 to 5 for N, Na, A, W, F, H.
struct WidthRange {
  uint32_t first;
  uint8_t width;
};
// Characters with a value that are no decimal digits.
struct NumericCharacter {
  uint32_t character;
  uint32_t denominator;
  int64_t numerator;
};

// Both sorted.
extern const WidthRange WidthRanges[];
extern const size_t WidthRangeCount;
extern const NumericCharacter NumericCharacters[];
extern const size_t NumericCharacterCount;

}  // namespace weft::unicode
