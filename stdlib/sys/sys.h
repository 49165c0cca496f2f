// Module sys.
#pragma once

#include "interpreter/vm/imports.h"
#include "stdlib/standard_modules.h"

namespace weft {

// Makes the module, puts it into sys.modules and its namespace into isolate.sys. False: exception
// pending.
[[nodiscard]] bool install_sys(Thread& thread, const StandardLibraryOptions& options);

}  // namespace weft
