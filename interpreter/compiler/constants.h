// The constants of one code object, and folding: operators on constants worked out while compiling.
//
// Two constants are one entry when type and value agree: 1, 1.0 and True are three, -0.0 is not
// 0.0. Folding obeys CPython's limits, so that no short source makes a huge constant. What cannot
// be folded (an error would be raised, a limit is passed) is left to run time.
#pragma once

#include <cstdint>
#include <vector>

#include "interpreter/compiler/compilation.h"
#include "runtime/heap/rooted.h"

namespace weft::compiler {

class ConstantTable {
 public:
  explicit ConstantTable(runtime::Heap& heap) : values_(heap) {}

  // The index of `constant`, entered if it is not there.
  uint32_t add(Value constant);
  // Always a new entry.
  uint32_t append(Value constant);

  Value operator[](uint32_t index) const { return values_[index]; }
  uint32_t count() const { return static_cast<uint32_t>(values_.size()); }
  std::span<const Value> values() const { return {values_.data(), values_.size()}; }

 private:
  void grow();

  runtime::RootedVector values_;
  std::vector<uint32_t> places_;  // hash table of index + 1; 0: free
};

// Same type and same value, all the way down.
bool same_constant(Value left, Value right);

// The value of a literal; error after Compilation::fail.
[[nodiscard]] Value literal_value(Compilation& compilation, const syntax::Constant* node);

// The results of operators on constants; unset where not to be folded.
[[nodiscard]] Value fold_binary(Compilation& compilation, syntax::BinaryOperator op, Value left,
                                Value right);
[[nodiscard]] Value fold_unary(Compilation& compilation, syntax::UnaryOperator op, Value operand);
[[nodiscard]] Value fold_subscript(Compilation& compilation, Value value, Value index);

// The value of a whole expression made of literals, operators and tuples; unset if it is no
// constant.
[[nodiscard]] Value fold(Compilation& compilation, syntax::Expression* node);
// A tuple of the values of `elements` if all of them are constants, else unset.
[[nodiscard]] Value fold_tuple(Compilation& compilation, syntax::Expressions elements);

// Truth of a constant.
bool is_true_constant(Compilation& compilation, Value constant);

}  // namespace weft::compiler
