// Contexts: certificates, what is trusted, versions; and the module itself.
#include <algorithm>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "runtime/heap/marker.h"
#include "stdlib/_ssl/tls.h"
#include "stdlib/native_modules.h"

namespace weft::tls {

namespace {

void destroy_context(CustomObject* object) {
  auto* context = static_cast<Context*>(object);
  if (context->context != nullptr) context->library->SSL_CTX_free(context->context);
  delete context->protocols;
  delete context->holder;
}
constexpr CustomOperations context_operations = {nullptr, destroy_context};

Context* self_of(Arguments arguments) { return arguments[0].as<Context>(); }

Value make_context(Thread& thread, Arguments) {
  State& state = state_of(thread);
  auto* made = make_custom_object<Context>(thread, state.context_type, context_operations);
  if (made == nullptr) return Value::error();
  made->library = &state.library;
  made->holder = new LibraryHolder(state.shared_library);
  made->context = state.library.SSL_CTX_new(state.library.TLS_method());
  if (made->context == nullptr) return raise_tls_error(thread, nullptr, 0);
  constexpr unsigned char Name[] = "weft";
  state.library.SSL_CTX_set_session_id_context(made->context, Name, sizeof Name);
  state.library.SSL_CTX_ctrl(made->context, SSL_CTRL_MODE,
                             SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                 SSL_MODE_AUTO_RETRY | SSL_MODE_RELEASE_BUFFERS,
                             nullptr);
  return Value::cell(made);
}

int give_password(char* room, int size, int, void* data) {
  const auto* password = static_cast<const std::string*>(data);
  const size_t length = std::min(password->size(), static_cast<size_t>(size));
  std::copy_n(password->data(), length, room);
  return static_cast<int>(length);
}

Value load_cert_chain(Thread& thread, Arguments arguments) {
  Context* self = self_of(arguments);
  const Library& library = *self->library;
  Str* certificate = str_argument(thread, arguments[1], "load_cert_chain", "1");
  Str* key =
      certificate == nullptr ? nullptr : str_argument(thread, arguments[2], "load_cert_chain", "2");
  if (key == nullptr) return Value::error();
  const std::optional<std::string_view> given = readable_bytes(thread, arguments[3]);
  if (!given) return Value::error();
  std::string password(*given);
  library.SSL_CTX_set_default_passwd_cb(self->context, give_password);
  library.SSL_CTX_set_default_passwd_cb_userdata(self->context, &password);
  library.ERR_clear_error();
  const bool good = library.SSL_CTX_use_certificate_chain_file(
                        self->context, std::string(certificate->view()).c_str()) == 1 &&
                    library.SSL_CTX_use_PrivateKey_file(
                        self->context, std::string(key->view()).c_str(), SSL_FILETYPE_PEM) == 1 &&
                    library.SSL_CTX_check_private_key(self->context) == 1;
  library.SSL_CTX_set_default_passwd_cb(self->context, nullptr);
  library.SSL_CTX_set_default_passwd_cb_userdata(self->context, nullptr);
  return good ? Value::none() : raise_tls_error(thread, nullptr, 0);
}

Value load_verify_locations(Thread& thread, Arguments arguments) {
  Context* self = self_of(arguments);
  std::string paths[2];
  for (uint32_t i = 0; i < 2; ++i) {
    if (arguments[1 + i].is_none()) continue;
    Str* path = str_argument(thread, arguments[1 + i], "load_verify_locations", "1");
    if (path == nullptr) return Value::error();
    paths[i] = path->view();
  }
  self->library->ERR_clear_error();
  const int result = self->library->SSL_CTX_load_verify_locations(
      self->context, paths[0].empty() ? nullptr : paths[0].c_str(),
      paths[1].empty() ? nullptr : paths[1].c_str());
  return result == 1 ? Value::none() : raise_tls_error(thread, nullptr, 0);
}

// Certificates as PEM text; how many there were.
Value load_verify_text(Thread& thread, Arguments arguments) {
  Context* self = self_of(arguments);
  const Library& library = *self->library;
  const std::optional<std::string_view> bytes = readable_bytes(thread, arguments[1]);
  if (!bytes) return Value::error();
  BIO* source = library.BIO_new_mem_buf(bytes->data(), static_cast<int>(bytes->size()));
  if (source == nullptr) return raise_memory_error(thread);
  X509_STORE* store = library.SSL_CTX_get_cert_store(self->context);
  int64_t count = 0;
  while (X509* certificate = library.PEM_read_bio_X509(source, nullptr, nullptr, nullptr)) {
    library.X509_STORE_add_cert(store, certificate);
    library.X509_free(certificate);
    ++count;
  }
  library.BIO_free(source);
  library.ERR_clear_error();
  return Value::small_int(count);
}

Value set_default_verify_paths(Thread& thread, Arguments arguments) {
  Context* self = self_of(arguments);
  return self->library->SSL_CTX_set_default_verify_paths(self->context) == 1
             ? Value::none()
             : raise_tls_error(thread, nullptr, 0);
}

Value set_ciphers(Thread& thread, Arguments arguments) {
  Context* self = self_of(arguments);
  Str* list = str_argument(thread, arguments[1], "set_ciphers", "1");
  if (list == nullptr) return Value::error();
  self->library->ERR_clear_error();
  const int result =
      self->library->SSL_CTX_set_cipher_list(self->context, std::string(list->view()).c_str());
  return result == 1 ? Value::none() : raise_tls_error(thread, nullptr, 0);
}

// The server's choice: the first of its own protocols that the client knows.
int select_protocol(SSL*, const unsigned char** out, unsigned char* out_length,
                    const unsigned char* offered, unsigned int length, void* data) {
  const auto* own = static_cast<const std::string*>(data);
  const std::string_view theirs(reinterpret_cast<const char*>(offered), length);
  for (size_t i = 0; i < own->size(); i += static_cast<unsigned char>((*own)[i]) + size_t{1}) {
    const std::string_view entry =
        std::string_view(*own).substr(i, static_cast<unsigned char>((*own)[i]) + size_t{1});
    for (size_t j = 0; j < theirs.size(); j += static_cast<unsigned char>(theirs[j]) + size_t{1}) {
      if (theirs.substr(j, entry.size()) != entry) continue;
      *out = offered + j + 1;
      *out_length = offered[j];
      return SSL_TLSEXT_ERR_OK;
    }
  }
  return SSL_TLSEXT_ERR_NOACK;
}

Value set_alpn(Thread& thread, Arguments arguments) {
  Context* self = self_of(arguments);
  const std::optional<std::string_view> bytes = readable_bytes(thread, arguments[1]);
  if (!bytes) return Value::error();
  delete std::exchange(self->protocols, new std::string(*bytes));
  self->library->SSL_CTX_set_alpn_protos(
      self->context, reinterpret_cast<const unsigned char*>(self->protocols->data()),
      static_cast<unsigned>(self->protocols->size()));
  self->library->SSL_CTX_set_alpn_select_cb(self->context, select_protocol, self->protocols);
  return Value::none();
}

// The lowest (upper false) or highest version that is spoken; 0: any.
Value set_version(Thread& thread, Arguments arguments) {
  Context* self = self_of(arguments);
  const Truth upper = truth(thread, arguments[1]);
  const std::optional<int64_t> version =
      upper == Truth::Error ? std::nullopt : to_index(thread, arguments[2]);
  if (!version) return Value::error();
  const int what =
      upper == Truth::True ? SSL_CTRL_SET_MAX_PROTO_VERSION : SSL_CTRL_SET_MIN_PROTO_VERSION;
  if (self->library->SSL_CTX_ctrl(self->context, what, *version, nullptr) != 1)
    return raise_value_error(thread, "Unsupported protocol version");
  return Value::none();
}

Value get_options(Thread& thread, Value self) {
  auto* context = self.as<Context>();
  return make_uint(thread, context->library->SSL_CTX_get_options(context->context));
}
bool set_options(Thread& thread, Value self, Value value) {
  const std::optional<int64_t> wanted = to_index(thread, value);
  if (!wanted) return false;
  auto* context = self.as<Context>();
  const uint64_t before = context->library->SSL_CTX_get_options(context->context);
  const auto after = static_cast<uint64_t>(*wanted);
  context->library->SSL_CTX_clear_options(context->context, before & ~after);
  context->library->SSL_CTX_set_options(context->context, after & ~before);
  return true;
}

constexpr NativeMethod context_methods[] = {
    {"load_cert_chain", "(self, certfile, keyfile, password, /)",
     "What it shows itself by, from PEM files.", load_cert_chain},
    {"load_verify_locations", "(self, cafile, capath, /)", "What it trusts.",
     load_verify_locations},
    {"load_verify_text", "(self, text, /)", "The same, as PEM text: how many certificates.",
     load_verify_text},
    {"set_alpn", "(self, protocols, /)", "The protocols it offers or takes, as they are sent.",
     set_alpn},
    {"set_ciphers", "(self, ciphers, /)", "The ciphers it uses.", set_ciphers},
    {"set_default_verify_paths", "(self, /)", "Trusts what the system does.",
     set_default_verify_paths},
    {"set_version", "(self, upper, version, /)", "The lowest or highest version it speaks.",
     set_version},
};
constexpr NativeAttribute context_attributes[] = {
    {"options", "OpenSSL's options.", get_options, set_options},
};
constexpr TypeSpec context_spec = {
    .name = "Context",
    .module = "_ssl",
    .doc = "What connections have in common.",
    .instance_kind = Kind::HostObject,
    .instance_size = sizeof(Context),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = context_methods,
    .attributes = context_attributes,
};

Value set_raise_error(Thread& thread, Arguments arguments) {
  state_of(thread).raise_error = arguments[0];
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"make_connection", "(context, server_side, host, verify_mode, check_hostname, /)",
     "A connection without a descriptor.", make_connection},
    {"make_context", "()", "A new context.", make_context},
    {"set_raise_error", "(function, /)", "What raises errors.", set_raise_error},
};

}  // namespace

void State::trace_roots(runtime::Marker& marker) {
  marker.mark(context_type);
  marker.mark(connection_type);
  marker.mark(raise_error);
}

Value raise_tls_error(Thread& thread, Connection* connection, int result) {
  State& state = state_of(thread);
  const Library& library = state.library;
  const int kind =
      connection == nullptr ? SSL_ERROR_SSL : library.SSL_get_error(connection->connection, result);
  const unsigned long error = library.ERR_peek_last_error();
  const long verified =
      connection == nullptr ? 0 : library.SSL_get_verify_result(connection->connection);
  const auto text_of = [&](const char* given) {
    return given == nullptr ? Value::none() : as_result(make_str(thread, given));
  };
  const Value values[] = {
      Value::small_int(kind),
      text_of(error == 0 ? nullptr : library.ERR_lib_error_string(error)),
      text_of(error == 0 ? nullptr : library.ERR_reason_error_string(error)),
      Value::small_int(ERR_GET_LIB(error) == ERR_LIB_SYS ? ERR_GET_REASON(error) : 0),
      Value::small_int(verified),
      text_of(verified == 0 ? nullptr : library.X509_verify_cert_error_string(verified))};
  library.ERR_clear_error();
  for (const Value& value : values)
    if (!value) return value;
  const Value raised = call(thread, state.raise_error, values);
  return raised ? raise_runtime_error(thread, "an error of ssl was not raised") : raised;
}

}  // namespace weft::tls

namespace weft {

bool fill_ssl(Thread& thread, Module* module) {
  using namespace tls;
  State& state = state_of(thread);
  if (!load_library(thread, state.library)) return false;
  if (state.context_type == nullptr) {
    state.context_type = make_builtin_type(thread, context_spec, nullptr);
    if (state.context_type == nullptr || !make_connection_type(thread, state)) return false;
  }
  return put_functions(thread, module, tls::functions) &&
         put_name(thread, module, "OPENSSL_VERSION",
                  as_result(make_str(thread, state.library.OpenSSL_version(0)))) &&
         put_name(thread, module, "OPENSSL_VERSION_NUMBER",
                  Value::small_int(static_cast<int64_t>(state.library.OpenSSL_version_num())));
}

}  // namespace weft
