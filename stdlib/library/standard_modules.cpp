#include "stdlib/standard_modules.h"

#include "interpreter/vm/imports.h"
#include "interpreter/vm/machine.h"
#include "stdlib/builtins/builtins.h"
#include "stdlib/custom_object.h"
#include "stdlib/embedded_sources.h"
#include "stdlib/native_modules.h"
#include "stdlib/sys/sys.h"

namespace weft {

bool install_standard_library(Thread& thread, const StandardLibraryOptions& options) {
  register_custom_objects(thread.isolate);
  ModuleSources& sources = module_sources(thread.isolate);
  for (const NativeModule& module : native_modules()) sources.add(module);
  for (const EmbeddedSource& module : embedded_sources()) {
    sources.add(ScriptModule{module.module_name, module.is_package, module.source});
  }
  return install_builtins(thread) && install_sys(thread, options);
}

}  // namespace weft
