// A cell: anything the collector owns.
//
// A cell starts with one header word:
//
//   bits 0..47    pointer to its shape (a cell too; null for cells that are no language objects).
//                 The heap gives it to the tracer and knows nothing else about it.
//   bits 48..55   kind: index into the heap's table of kinds (how to trace and finalise)
//   bits 56..63   flags, a function of the shape as well
//
// The header is a function of the shape: two objects of one shape have equal header words, so
// inline caches compare whole words. Mark bits live beside the blocks, never here. A cell never
// moves. Kind 0 is no kind: the verifier refuses it.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#include "runtime/heap/value.h"

namespace weft::runtime {

class Cell {
 public:
  static constexpr int KindShift = 48;
  static constexpr int FlagsShift = 56;
  static constexpr uint64_t PointerMask = (uint64_t{1} << KindShift) - 1;

  static uint64_t make_header(const Cell* shape, uint8_t kind, uint8_t flags) {
    return reinterpret_cast<uint64_t>(shape) | (uint64_t{kind} << KindShift) |
           (uint64_t{flags} << FlagsShift);
  }

  explicit Cell(uint64_t header) : header_(header) {}
  Cell(const Cell&) = delete;
  Cell& operator=(const Cell&) = delete;

  uint64_t header() const { return header_; }
  void set_header(uint64_t header) { header_ = header; }
  Cell* shape_cell() const { return reinterpret_cast<Cell*>(header_ & PointerMask); }
  uint8_t kind_byte() const { return part<uint8_t>(KindShift); }
  uint8_t flags_byte() const { return part<uint8_t>(FlagsShift); }
  // Kind and flags at once, for "is exactly this built-in type".
  uint16_t kind_and_flags() const { return part<uint16_t>(KindShift); }

 private:
  // Read from where it lies, so that testing it is one instruction.
  template <class Part>
  Part part(int shift) const {
    static_assert(std::endian::native == std::endian::little);
    Part value;
    std::memcpy(&value, reinterpret_cast<const char*>(&header_) + shift / 8, sizeof value);
    return value;
  }

  uint64_t header_;
};

static_assert(sizeof(Cell) == 8);

}  // namespace weft::runtime
