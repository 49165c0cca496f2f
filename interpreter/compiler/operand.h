// How the code generator passes values: where one is, and where one is wanted.
//
// value() evaluates an expression and says where the result is: a constant not loaded yet, a local
// in place, or a temporary, which is then the lowest free register there was. With a destination
// given, the result is put there by the very last instruction, so a local is never seen half-way
// and `x = a + b` is one instruction. push() always makes a temporary: call windows and displays
// are built in place by it.
//
// Reading locals in place is only right as long as nothing assigns them before they are used.
// Within an expression only `:=` does, so functions without it need no care; stable() takes care
// elsewhere.
#pragma once

#include "interpreter/compiler/function_builder.h"

namespace weft::compiler {

// Where a value is.
struct Operand {
  enum class Kind : uint8_t { Constant, Local, Temporary };
  Kind kind;
  Register reg = 0;
  Value constant{};

  static Operand of_constant(Value value) { return {Kind::Constant, 0, value}; }
  static Operand of_local(Register reg) { return {Kind::Local, reg, {}}; }
  static Operand of_temporary(Register reg) { return {Kind::Temporary, reg, {}}; }
  bool is_constant() const { return kind == Kind::Constant; }
  bool is_local() const { return kind == Kind::Local; }
  bool is_temporary() const { return kind == Kind::Temporary; }
};

// Where a value is wanted.
struct Destination {
  static constexpr Register AnyRegister = UINT32_MAX;
  Register reg = AnyRegister;
  bool is_any() const { return reg == AnyRegister; }
};
inline constexpr Destination Anywhere{};
constexpr Destination in(Register reg) { return {reg}; }

}  // namespace weft::compiler
