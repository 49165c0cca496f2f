// The generator behind module random: MT19937 by Matsumoto and Nishimura, as every Python has it,
// so that a seed gives the same sequence everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace weft {

class Twister {
 public:
  static constexpr uint32_t WordCount = 624;

  // From any number of words (at least one): init_by_array of the reference description.
  void seed(std::span<const uint32_t> key);

  uint32_t next_word() {
    if (position_ >= WordCount) refill();
    uint32_t word = words_[position_++];
    word ^= word >> 11;
    word ^= (word << 7) & 0x9d2c5680u;
    word ^= (word << 15) & 0xefc60000u;
    return word ^ (word >> 18);
  }
  // In [0, 1) with 53 bits.
  double next_double() {
    const uint32_t high = next_word() >> 5;
    const uint32_t low = next_word() >> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
  }

  std::span<uint32_t, WordCount> words() { return words_; }
  uint32_t position() const { return position_; }
  void set_position(uint32_t position) { position_ = position; }

 private:
  void start(uint32_t seed);
  void refill();

  std::array<uint32_t, WordCount> words_;
  uint32_t position_;
};

}  // namespace weft
