// An expression back to source text, as annotations are kept under
// `from __future__ import annotations`. The text is that of CPython's compiler.
#pragma once

#include <string>

#include "interpreter/compiler/compilation.h"

namespace weft::compiler {

[[nodiscard]] std::string unparse(Compilation& compilation, const syntax::Expression* node);

}  // namespace weft::compiler
