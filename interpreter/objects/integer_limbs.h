// Ints of a few limbs: hashes, 64-bit masks, products of machine words, remainders of those.
//
// One function an operator, for numbers that are not negative: operands are read into registers,
// the result is computed there, and the only cell made is the result's, if it needs one. All other
// cases are left to the caller: such functions answer `unset`.
#pragma once

#include "interpreter/objects/numbers.h"

namespace weft {

// `left` and `right` are small ints or cells of ints, subclasses included (bools are left to the
// caller).
using LimbOperator = Value (*)(Thread& thread, Value left, Value right);

// By BinaryOperator.
extern const LimbOperator limb_operators[];

}  // namespace weft
