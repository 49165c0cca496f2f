// Bytecode as text, for people and for the golden files of the compiler's tests.
#pragma once

#include <string>

#include "interpreter/objects/code.h"

namespace weft::compiler {

// One line an instruction: source line (where it changes), offset, opcode, operands; then the
// exception table, then the code among the constants. Registers of locals go by the local's name,
// temporaries by number.
[[nodiscard]] std::string disassemble(Thread& thread, const Code* code);

}  // namespace weft::compiler
