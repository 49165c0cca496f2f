// The names a code object's instructions find variables, attributes and modules by.
#pragma once

#include "interpreter/objects/code.h"

namespace weft::compiler {

// In the order the code uses them, each once: what CPython shows as co_names. Null: exception
// pending.
[[nodiscard]] Tuple* names_in_code(Thread& thread, Code* code);

}  // namespace weft::compiler
