// Module _ssl: contexts and connections of OpenSSL, without any descriptor. A connection takes what
// has come from the peer and gives what is to be sent to it (memory BIOs); who moves the bytes, and
// waits, is the script part (stdlib/ssl).
#pragma once

#include <memory>
#include <string>

#include "stdlib/_ssl/library.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"

namespace weft::tls {

struct State final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override;

  // Contexts and connections hold it as well: they may be destroyed after this.
  std::shared_ptr<Library> shared_library = std::make_shared<Library>();
  Library& library = *shared_library;
  Type* context_type = nullptr;
  Type* connection_type = nullptr;
  // What errors are raised as, given by the script: raise_error(kind, library, reason, message,
  // verify_code, verify_message).
  Value raise_error;
};
inline State& state_of(Thread& thread) { return module_state<State>(thread.isolate); }

using LibraryHolder = std::shared_ptr<const Library>;

struct Context : CustomObject {
  using CustomObject::CustomObject;
  const Library* library;
  LibraryHolder* holder;   // owned
  SSL_CTX* context;        // owned
  std::string* protocols;  // of ALPN, as they are sent; owned; null for none
};

struct Connection : CustomObject {
  using CustomObject::CustomObject;
  const Library* library;
  LibraryHolder* holder;  // owned
  SSL* connection;        // owned, the two BIOs with it
  BIO* incoming;
  BIO* outgoing;
  Context* context;
};

// Raises what OpenSSL says was wrong with a call that gave `result`; `connection` may be null.
Value raise_tls_error(Thread& thread, Connection* connection, int result);

// connection.cpp
[[nodiscard]] bool make_connection_type(Thread& thread, State& state);
Value make_connection(Thread& thread, Arguments arguments);
// certificate.cpp
// What a certificate says, as getpeercert() shows it.
[[nodiscard]] Value certificate_dict(Thread& thread, const Library& library, X509* certificate);
[[nodiscard]] Value certificate_bytes(Thread& thread, const Library& library, X509* certificate);

}  // namespace weft::tls
