// The one word every value of the language fits in.
//
// A Value is 64 bits, told apart by its low bits:
//
//   ...xxx1   small integer, 63 bits, two's complement; an addition is one instruction and a jump
//             on overflow, and no cliff waits at 2^31 or 2^47
//   ...xx10   immediate double: every double of a magnitude in [2^-255, 2^257), and +0.0; the
//             rest (-0.0, infinities, NaN, the very small and very large) are boxed cells
//   ...x100   a constant: None, False, True, NotImplemented, Ellipsis, and the internal "unset"
//   ...x000   pointer to a cell; the all-zero word is the "error" result: an exception is pending
//
// Default construction gives the error word, so a function that returns `{}` reports failure, and
// `if (!value)` asks for it. Truth of a language value is a different question: see truth().
//
// Doubles are stored by adding an exponent offset and rotating sign and the two highest exponent
// bits to the low end: for the range above those two come out as the tag. No bit is lost. The
// smallest number of the range is boxed, its word stands for +0.0.
#pragma once

#include <bit>
#include <cstdint>

namespace weft::runtime {

class Cell;

class Value {
 public:
  constexpr Value() = default;

  static constexpr Value from_bits(uint64_t bits) {
    Value value;
    value.bits_ = bits;
    return value;
  }
  static constexpr Value error() { return {}; }
  static constexpr Value none() { return from_bits(NoneBits); }
  static constexpr Value unset() { return from_bits(UnsetBits); }
  static constexpr Value not_implemented() { return from_bits(NotImplementedBits); }
  static constexpr Value ellipsis() { return from_bits(EllipsisBits); }
  static constexpr Value boolean(bool truth) { return from_bits(truth ? TrueBits : FalseBits); }
  static Value cell(const Cell* pointer) { return from_bits(reinterpret_cast<uint64_t>(pointer)); }

  // Small integers. `fits_small` says whether `number` needs no big integer.
  static constexpr int64_t SmallIntMin = -(int64_t{1} << 62);
  static constexpr int64_t SmallIntMax = (int64_t{1} << 62) - 1;
  static constexpr bool fits_small(int64_t number) {
    return number >= SmallIntMin && number <= SmallIntMax;
  }
  static constexpr Value small_int(int64_t number) {
    return from_bits((static_cast<uint64_t>(number) << 1) | 1);
  }
  constexpr int64_t as_small_int() const { return static_cast<int64_t>(bits_) >> 1; }

  // Immediate doubles. `fits_double` says whether `number` needs no box.
  static constexpr bool fits_double(double number) {
    const uint64_t word = rotated(number);
    return is_rotated_double(word) || std::bit_cast<uint64_t>(number) == 0;
  }
  static constexpr Value immediate_double(double number) {
    if (std::bit_cast<uint64_t>(number) == 0) return from_bits(DoubleTag);
    return from_bits(rotated(number));
  }
  // Both at once: false when `number` needs a box.
  static constexpr bool to_immediate_double(double number, Value& result) {
    const uint64_t word = rotated(number);
    if (is_rotated_double(word)) [[likely]] {
      result = from_bits(word);
      return true;
    }
    result = from_bits(DoubleTag);
    return std::bit_cast<uint64_t>(number) == 0;
  }
  constexpr double as_immediate_double() const {
    if (bits_ == DoubleTag) return 0.0;
    return std::bit_cast<double>(std::rotr(bits_, 3) - ExponentOffset);
  }

  constexpr bool is_error() const { return bits_ == 0; }
  constexpr explicit operator bool() const { return bits_ != 0; }
  constexpr bool is_small_int() const { return (bits_ & 1) != 0; }
  constexpr bool is_immediate_double() const { return (bits_ & 3) == DoubleTag; }
  constexpr bool is_cell() const { return (bits_ & 7) == 0 && bits_ != 0; }
  constexpr bool is_cell_or_error() const { return (bits_ & 7) == 0; }
  constexpr bool is_none() const { return bits_ == NoneBits; }
  constexpr bool is_true() const { return bits_ == TrueBits; }
  constexpr bool is_false() const { return bits_ == FalseBits; }
  constexpr bool is_bool() const { return bits_ == FalseBits || bits_ == TrueBits; }
  constexpr bool is_unset() const { return bits_ == UnsetBits; }
  constexpr bool is_not_implemented() const { return bits_ == NotImplementedBits; }
  constexpr bool is_ellipsis() const { return bits_ == EllipsisBits; }

  Cell* as_cell() const { return reinterpret_cast<Cell*>(bits_); }
  template <class T>
  T* as() const {
    return static_cast<T*>(as_cell());
  }

  constexpr uint64_t bits() const { return bits_; }
  // Identity (`is`), not equality.
  constexpr bool operator==(const Value&) const = default;

  static constexpr uint64_t DoubleTag = 2;
  static constexpr uint64_t NoneBits = 0x04;
  static constexpr uint64_t FalseBits = 0x0c;
  static constexpr uint64_t TrueBits = 0x14;
  static constexpr uint64_t UnsetBits = 0x1c;
  static constexpr uint64_t NotImplementedBits = 0x24;
  static constexpr uint64_t EllipsisBits = 0x2c;

 private:
  // Moves the exponents of the range, 768 to 1279, to where their two highest bits are 1 and 0.
  static constexpr uint64_t ExponentOffset = uint64_t{256} << 52;
  static constexpr uint64_t rotated(double number) {
    return std::rotl(std::bit_cast<uint64_t>(number) + ExponentOffset, 3);
  }
  static constexpr bool is_rotated_double(uint64_t word) {
    return (word & 3) == DoubleTag && word != DoubleTag;
  }

  uint64_t bits_ = 0;
};

static_assert(sizeof(Value) == 8);

}  // namespace weft::runtime
