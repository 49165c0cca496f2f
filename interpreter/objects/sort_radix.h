// Sorting by a 64-bit number that lies in the element: byte by byte from the lowest, stably,
// without a comparison. For many elements in no particular order it beats merging several times
// over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace weft {

// Fewer elements are not worth the counting.
inline constexpr size_t RadixSortFrom = 256;
inline constexpr size_t RadixSortUpTo = UINT32_MAX;

// Whether the elements are in no order that a merge sort would use: `order_of(element)` goes down
// too often to be a few runs and not always.
template <class Element, class OrderOf>
bool is_disordered(const Element* elements, size_t count, OrderOf order_of) {
  constexpr size_t FewRuns = 8;
  size_t descents = 0;
  for (size_t i = 1; i < count; ++i) {
    descents += order_of(elements[i]) < order_of(elements[i - 1]) ? 1 : 0;
  }
  return descents > FewRuns && count - descents > FewRuns;
}

// Sorts by order_of(element), an int64_t. `scratch` has room for all elements.
template <class Element, class OrderOf>
void radix_sort(Element* elements, size_t count, Element* scratch, OrderOf order_of) {
  constexpr int Digits = 8;
  constexpr size_t Values = 256;
  constexpr uint64_t SignBit = uint64_t{1} << 63;
  const auto digit_of = [&](const Element& element, int digit) {
    const uint64_t bits = static_cast<uint64_t>(order_of(element)) ^ SignBit;
    return static_cast<uint8_t>(bits >> (digit * 8));
  };
  uint32_t counts[Digits][Values] = {};
  for (size_t i = 0; i < count; ++i) {
    for (int digit = 0; digit < Digits; ++digit) ++counts[digit][digit_of(elements[i], digit)];
  }
  Element* source = elements;
  Element* target = scratch;
  for (int digit = 0; digit < Digits; ++digit) {
    uint32_t* places = counts[digit];
    // All have the same digit here: nothing to do.
    if (places[digit_of(source[0], digit)] == count) continue;
    uint32_t place = 0;
    for (size_t value = 0; value < Values; ++value) {
      const uint32_t here = places[value];
      places[value] = place;
      place += here;
    }
    for (size_t i = 0; i < count; ++i) {
      const Element element = source[i];
      target[places[digit_of(element, digit)]++] = element;
    }
    Element* const sorted = target;
    target = source;
    source = sorted;
  }
  if (source != elements) {
    std::memcpy(static_cast<void*>(elements), source, count * sizeof(Element));
  }
}

}  // namespace weft
