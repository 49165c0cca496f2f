// Module _curl where weft was built without libcurl.
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "stdlib/native_modules.h"

namespace weft {

bool fill_curl(Thread& thread, Module*) {
  raise(thread, thread.isolate.exceptions.import_error,
        "requests needs libcurl: this interpreter was built without it (WEFT_CURL=OFF)");
  return false;
}

}  // namespace weft
