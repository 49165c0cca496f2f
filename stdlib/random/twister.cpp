#include "stdlib/random/twister.h"

#include <algorithm>

namespace weft {

void Twister::start(uint32_t seed) {
  words_[0] = seed;
  for (uint32_t i = 1; i < WordCount; ++i) {
    words_[i] = 1812433253u * (words_[i - 1] ^ (words_[i - 1] >> 30)) + i;
  }
  position_ = WordCount;
}

void Twister::seed(std::span<const uint32_t> key) {
  start(19650218u);
  uint32_t i = 1;
  size_t j = 0;
  const auto advance = [&] {
    if (++i < WordCount) return;
    words_[0] = words_[WordCount - 1];
    i = 1;
  };
  for (size_t left = std::max<size_t>(WordCount, key.size()); left > 0; --left) {
    words_[i] = (words_[i] ^ ((words_[i - 1] ^ (words_[i - 1] >> 30)) * 1664525u)) + key[j] +
                static_cast<uint32_t>(j);
    advance();
    if (++j == key.size()) j = 0;
  }
  for (uint32_t left = WordCount - 1; left > 0; --left) {
    words_[i] = (words_[i] ^ ((words_[i - 1] ^ (words_[i - 1] >> 30)) * 1566083941u)) - i;
    advance();
  }
  words_[0] = 0x80000000u;
}

void Twister::refill() {
  constexpr uint32_t Shift = 397;
  const auto twist = [](uint32_t high, uint32_t low) {
    const uint32_t mixed = (high & 0x80000000u) | (low & 0x7fffffffu);
    return (mixed >> 1) ^ ((mixed & 1) != 0 ? 0x9908b0dfu : 0u);
  };
  for (uint32_t i = 0; i < WordCount; ++i) {
    words_[i] = words_[(i + Shift) % WordCount] ^ twist(words_[i], words_[(i + 1) % WordCount]);
  }
  position_ = 0;
}

}  // namespace weft
