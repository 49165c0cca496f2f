// The interactive prompt: reads a line, asks for more while the input is incomplete, runs it.
#pragma once

#include "weft/weft.h"

namespace weft::shell {

// Until end of input or SystemExit. The process's exit status. `banner` (null: none) is shown
// first.
int run_prompt(Interpreter& interpreter, const char* banner);

}  // namespace weft::shell
