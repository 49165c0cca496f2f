// Module _ssl of a build without WEFT_SSL.
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "stdlib/native_modules.h"

namespace weft {

bool fill_ssl(Thread& thread, Module*) {
  raise(thread, thread.isolate.exceptions.import_error,
        "ssl is missing: this interpreter was built with WEFT_SSL=OFF");
  return false;
}

}  // namespace weft
