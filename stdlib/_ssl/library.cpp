#include "stdlib/_ssl/library.h"

#include "stdlib/shared_library.h"

namespace weft::tls {

bool load_library(Thread& thread, Library& library) {
  if (library.is_loaded) return true;
  // libssl brings libcrypto along, and finds its functions too.
  SharedLibrary loaded("ssl", "libssl.so.3", "libssl3");
#define WEFT_TLS_FUNCTION(name) loaded.find(library.name, #name);
#include "stdlib/_ssl/functions.def"
#undef WEFT_TLS_FUNCTION
  library.is_loaded = loaded.is_complete(thread);
  return library.is_loaded;
}

}  // namespace weft::tls
