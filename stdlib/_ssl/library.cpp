#include "stdlib/_ssl/library.h"

#include <dlfcn.h>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"

namespace weft::tls {

bool load_library(Thread& thread, Library& library) {
  if (library.is_loaded) return true;
  // libssl brings libcrypto along, and finds its functions too.
  void* handle = dlopen("libssl.so.3", RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) {
    raise(thread, thread.isolate.exceptions.import_error,
          "ssl needs libssl.so.3 (Debian: libssl3), which is not installed");
    return false;
  }
  const char* missing = nullptr;
  const auto find = [&](auto& place, const char* name) {
    place = reinterpret_cast<std::remove_reference_t<decltype(place)>>(dlsym(handle, name));
    if (place == nullptr) missing = name;
  };
#define WEFT_TLS_FUNCTION(name) find(library.name, #name);
#include "stdlib/_ssl/functions.def"
#undef WEFT_TLS_FUNCTION
  library.is_loaded = missing == nullptr;
  if (missing != nullptr)
    raise(thread, thread.isolate.exceptions.import_error, text("ssl: libssl.so.3 lacks ", missing));
  return missing == nullptr;
}

}  // namespace weft::tls
