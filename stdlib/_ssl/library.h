// The functions of OpenSSL that module _ssl uses. The library is loaded when the module is
// imported: programs that encrypt nothing need not pay for it, nor have it.
#pragma once

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "interpreter/objects/object.h"

namespace weft::tls {

struct Library {
// The name of a member stands in no parentheses: NOLINTNEXTLINE(bugprone-macro-parentheses)
#define WEFT_TLS_FUNCTION(name) decltype(&::name) name = nullptr;
#include "stdlib/_ssl/functions.def"
#undef WEFT_TLS_FUNCTION
  bool is_loaded = false;
};

// False: ImportError pending.
[[nodiscard]] bool load_library(Thread& thread, Library& library);

}  // namespace weft::tls
