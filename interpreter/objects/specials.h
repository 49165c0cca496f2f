// The special ("dunder") methods the interpreter itself calls, resolved per type into a table.
#pragma once

#include <cstdint>
#include <string_view>

namespace weft {

enum class Special : uint8_t {
  New,
  Init,
  Del,
  Repr,
  Str,
  Bytes,
  Format,
  Hash,
  Bool,
  Length,
  LengthHint,
  Index,
  Int,
  Float,
  Complex,
  Round,
  Trunc,
  Floor,
  Ceil,
  Lt,
  Le,
  Eq,
  Ne,
  Gt,
  Ge,
  GetAttribute,
  GetAttr,
  SetAttr,
  DelAttr,
  Dir,
  Get,
  Set,
  Delete,
  SetName,
  InitSubclass,
  ClassGetItem,
  Prepare,
  InstanceCheck,
  SubclassCheck,
  Call,
  GetItem,
  SetItem,
  DelItem,
  Missing,
  Contains,
  Iter,
  Next,
  Reversed,
  Enter,
  Exit,
  Await,
  AIter,
  ANext,
  AEnter,
  AExit,
  // Binary operators: plain, reflected and in-place in the order of BinaryOperator below.
  Add,
  Sub,
  Mul,
  MatMul,
  TrueDiv,
  FloorDiv,
  Mod,
  Pow,
  LShift,
  RShift,
  And,
  Or,
  Xor,
  DivMod,
  RAdd,
  RSub,
  RMul,
  RMatMul,
  RTrueDiv,
  RFloorDiv,
  RMod,
  RPow,
  RLShift,
  RRShift,
  RAnd,
  ROr,
  RXor,
  RDivMod,
  IAdd,
  ISub,
  IMul,
  IMatMul,
  ITrueDiv,
  IFloorDiv,
  IMod,
  IPow,
  ILShift,
  IRShift,
  IAnd,
  IOr,
  IXor,
  Neg,
  Pos,
  Abs,
  Invert,
  Count
};

inline constexpr int SpecialCount = static_cast<int>(Special::Count);

enum class BinaryOperator : uint8_t {
  Add,
  Sub,
  Mul,
  MatMul,
  TrueDiv,
  FloorDiv,
  Mod,
  Pow,
  LShift,
  RShift,
  And,
  Or,
  Xor,
  DivMod
};
enum class UnaryOperator : uint8_t { Neg, Pos, Invert, Not };
enum class CompareOperator : uint8_t { Lt, Le, Eq, Ne, Gt, Ge };

constexpr Special plain_special(BinaryOperator op) {
  return static_cast<Special>(static_cast<int>(Special::Add) + static_cast<int>(op));
}
constexpr Special reflected_special(BinaryOperator op) {
  return static_cast<Special>(static_cast<int>(Special::RAdd) + static_cast<int>(op));
}
// DivMod has no in-place form.
constexpr Special in_place_special(BinaryOperator op) {
  return static_cast<Special>(static_cast<int>(Special::IAdd) + static_cast<int>(op));
}
constexpr Special compare_special(CompareOperator op) {
  return static_cast<Special>(static_cast<int>(Special::Lt) + static_cast<int>(op));
}
// a < b is b > a.
constexpr CompareOperator swapped(CompareOperator op) {
  constexpr CompareOperator table[] = {CompareOperator::Gt, CompareOperator::Ge,
                                       CompareOperator::Eq, CompareOperator::Ne,
                                       CompareOperator::Lt, CompareOperator::Le};
  return table[static_cast<int>(op)];
}

// Whether a native method of that name shows itself as a slot wrapper: it stands for an operation
// of the interpreter. The others are ordinary methods that happen to have such names.
constexpr bool is_operation(Special special) {
  switch (special) {
    case Special::New:
    case Special::Bytes:
    case Special::Format:
    case Special::LengthHint:
    case Special::Complex:
    case Special::Round:
    case Special::Trunc:
    case Special::Floor:
    case Special::Ceil:
    case Special::Dir:
    case Special::SetName:
    case Special::InitSubclass:
    case Special::ClassGetItem:
    case Special::Prepare:
    case Special::InstanceCheck:
    case Special::SubclassCheck:
    case Special::Missing:
    case Special::Reversed:
    case Special::Enter:
    case Special::Exit:
    case Special::AEnter:
    case Special::AExit:
    case Special::Count:
      return false;
    default:
      return true;
  }
}

// "__add__" etc., indexed by Special.
extern const std::string_view special_names[SpecialCount];
// "+", "-", … for error messages, indexed by BinaryOperator.
extern const std::string_view binary_operator_symbols[14];
extern const std::string_view compare_operator_symbols[6];

}  // namespace weft
