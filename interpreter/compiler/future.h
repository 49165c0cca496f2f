// `from __future__ import …` at the beginning of a source.
#pragma once

#include "interpreter/compiler/compilation.h"

namespace weft::compiler {

// Sets the compilation's future flags and the line of the last such statement, or fails.
void read_future_statements(Compilation& compilation, const syntax::Module& module);

}  // namespace weft::compiler
