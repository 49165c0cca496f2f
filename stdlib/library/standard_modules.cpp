#include "stdlib/standard_modules.h"

#include "interpreter/vm/imports.h"
#include "interpreter/vm/machine.h"
#include "stdlib/builtins/builtins.h"
#include "stdlib/custom_object.h"
#include "stdlib/embedded_sources.h"
#include "stdlib/native_modules.h"
#include "stdlib/sys/sys.h"

namespace weft {

namespace {

// Ours serve where the package itself is not installed along sys.path.
bool is_substitute(std::string_view name) {
  const std::string_view top = name.substr(0, name.find('.'));
  return top == "requests" || top == "urllib3";
}

}  // namespace

bool install_standard_library(Thread& thread, const StandardLibraryOptions& options) {
  register_custom_objects(thread.isolate);
  ModuleSources& sources = module_sources(thread.isolate);
  for (const NativeModule& module : native_modules()) sources.add(module);
  for (const EmbeddedSource& module : embedded_sources()) {
    sources.add(ScriptModule{module.module_name, module.is_package, module.source,
                             is_substitute(module.module_name)});
  }
  return install_builtins(thread) && install_sys(thread, options);
}

}  // namespace weft
