#pragma once

// A tree as text, exactly as CPython's ast.dump() writes it: for tests, and for eyes.

#include <string>

#include "interpreter/syntax/ast.h"

namespace weft::syntax {

// With `attributes`, the place of each node too.
std::string dump_tree(const Module& module, bool attributes);

}  // namespace weft::syntax
