// The standard library as an isolate sees it.
#pragma once

#include "interpreter/objects/isolate.h"

namespace weft {

struct StandardLibraryOptions {
  std::span<const std::string> arguments;    // sys.argv
  std::span<const std::string> search_path;  // sys.path
  std::string executable;                    // sys.executable
};

// Installs builtins and sys, and makes every other module of the library known to `import`.
// The machine has been installed. False: exception pending.
[[nodiscard]] bool install_standard_library(Thread& thread, const StandardLibraryOptions& options);

}  // namespace weft
