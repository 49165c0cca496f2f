// The instruction set as an enumeration and a table of what each instruction's operands are.
#pragma once

#include <cstdint>
#include <string_view>

namespace weft::compiler {

enum class Opcode : uint8_t {
#define OPCODE(name, a, b, c, extension, meaning) name,
#include "interpreter/compiler/opcodes.def"
#undef OPCODE
  Count
};

inline constexpr int OpcodeCount = static_cast<int>(Opcode::Count);
// Registers above this are temporaries or far locals; see objects/code.h.
inline constexpr uint32_t MaximumNearLocals = 160;
inline constexpr uint32_t FirstFarRegister = 256;

enum class Role : uint8_t {
  None,
  Out,
  In,
  InOut,
  Window,
  OutWindow,
  Count,
  Flag,
  Constant,
  WideConstant,
  WideCache,
  WideIndex,
  CallSite,
  Jump
};
enum class Extension : uint8_t { None, Cache, Const, Number, Branch };

struct OpcodeInfo {
  std::string_view name;
  Role a, b, c;
  Extension extension;
  std::string_view meaning;
};
extern const OpcodeInfo opcode_infos[OpcodeCount];

inline const OpcodeInfo& info_of(Opcode opcode) { return opcode_infos[static_cast<int>(opcode)]; }

// Taking instruction words apart and putting them together.
constexpr uint32_t encode(Opcode opcode, uint32_t a, uint32_t b = 0, uint32_t c = 0) {
  return static_cast<uint32_t>(opcode) | a << 8 | b << 16 | c << 24;
}
constexpr uint32_t encode_wide(Opcode opcode, uint32_t a, uint32_t bx) {
  return static_cast<uint32_t>(opcode) | a << 8 | bx << 16;
}
constexpr uint32_t encode_jump(Opcode opcode, int32_t distance) {
  return static_cast<uint32_t>(opcode) | static_cast<uint32_t>(distance) << 8;
}
// The word behind a test: the distance to its target in bytes, from the word itself.
constexpr uint32_t encode_branch(int32_t words) {
  return static_cast<uint32_t>(words * static_cast<int32_t>(sizeof(uint32_t)));
}
constexpr int32_t branch_distance(uint32_t word) { return static_cast<int32_t>(word); }
inline const uint32_t* branch_target(const uint32_t* branch) {
  return reinterpret_cast<const uint32_t*>(reinterpret_cast<const char*>(branch) +
                                           branch_distance(*branch));
}
constexpr Opcode opcode_of(uint32_t word) { return static_cast<Opcode>(word & 0xff); }
constexpr uint32_t operand_a(uint32_t word) { return (word >> 8) & 0xff; }
constexpr uint32_t operand_b(uint32_t word) { return (word >> 16) & 0xff; }
constexpr uint32_t operand_c(uint32_t word) { return word >> 24; }
constexpr uint32_t operand_bx(uint32_t word) { return word >> 16; }
constexpr int32_t operand_sax(uint32_t word) { return static_cast<int32_t>(word) >> 8; }

}  // namespace weft::compiler
