// Checks that a code object is one the dispatch loop can run without looking: every operand within
// what it indexes, every jump to the start of an instruction.
#pragma once

#include <string>

#include "interpreter/objects/code.h"

namespace weft::compiler {

// What is wrong with `code` or code among its constants; empty if nothing is.
[[nodiscard]] std::string verify(const Code* code);

// Aborts with a listing if something is: for builds with assertions.
void require_valid(Thread& thread, const Code* code);

}  // namespace weft::compiler
