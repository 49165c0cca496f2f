#pragma once

// A constant as Python's repr() writes its value.

#include <string>

#include "interpreter/syntax/ast_expression.h"

namespace weft::syntax {

std::string repr_constant(const Constant& constant);
std::string repr_text(std::string_view text);
const char* repr_singleton(ConstantKind kind);  // of None, True, False, Ellipsis

}  // namespace weft::syntax
