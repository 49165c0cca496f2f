// Connections: handshake, reading, writing, closing, over two buffers in memory.
#include <arpa/inet.h>

#include <climits>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "runtime/heap/marker.h"
#include "stdlib/_ssl/tls.h"

namespace weft::tls {

namespace {

void trace_connection(CustomObject* object, Marker& marker) {
  marker.mark(static_cast<Connection*>(object)->context);
}
void destroy_connection(CustomObject* object) {
  auto* connection = static_cast<Connection*>(object);
  if (connection->connection != nullptr) connection->library->SSL_free(connection->connection);
  delete connection->holder;
}
constexpr CustomOperations connection_operations = {trace_connection, destroy_connection};

Connection* self_of(Arguments arguments) { return arguments[0].as<Connection>(); }

// What a call that could not be finished gives: None, more has to come from the peer first. Else
// the error is raised.
Value unfinished(Thread& thread, Connection* self, int result) {
  const int kind = self->library->SSL_get_error(self->connection, result);
  if (kind == SSL_ERROR_WANT_READ || kind == SSL_ERROR_WANT_WRITE) return Value::none();
  return raise_tls_error(thread, self, result);
}

Value handshake(Thread& thread, Arguments arguments) {
  Connection* self = self_of(arguments);
  self->library->ERR_clear_error();
  const int result = self->library->SSL_do_handshake(self->connection);
  return result == 1 ? Value::boolean(true) : unfinished(thread, self, result);
}

Value read_bytes(Thread& thread, Arguments arguments) {
  Connection* self = self_of(arguments);
  const std::optional<int64_t> size = to_size_argument(thread, arguments[1]);
  if (!size) return Value::error();
  if (*size < 0) return raise_value_error(thread, "size should not be negative");
  if (*size == 0) return as_result(make_bytes(thread, {}));
  // A record is not longer than this.
  char room[16384];
  const auto wanted = static_cast<int>(std::min<int64_t>(*size, sizeof room));
  self->library->ERR_clear_error();
  const int count = self->library->SSL_read(self->connection, room, wanted);
  if (count > 0) return as_result(make_bytes(thread, {room, static_cast<size_t>(count)}));
  if (self->library->SSL_get_error(self->connection, count) == SSL_ERROR_ZERO_RETURN)
    return as_result(make_bytes(thread, {}));
  return unfinished(thread, self, count);
}

Value write_bytes(Thread& thread, Arguments arguments) {
  Connection* self = self_of(arguments);
  const std::optional<std::string_view> bytes = readable_bytes(thread, arguments[1]);
  if (!bytes) return Value::error();
  if (bytes->empty()) return Value::small_int(0);
  self->library->ERR_clear_error();
  const int count = self->library->SSL_write(
      self->connection, bytes->data(), static_cast<int>(std::min<size_t>(bytes->size(), INT_MAX)));
  return count > 0 ? Value::small_int(count) : unfinished(thread, self, count);
}

// True: both ends have closed.
Value shut_down(Thread& thread, Arguments arguments) {
  Connection* self = self_of(arguments);
  self->library->ERR_clear_error();
  int result = self->library->SSL_shutdown(self->connection);
  if (result == 0) result = self->library->SSL_shutdown(self->connection);
  return result == 1 ? Value::boolean(true) : unfinished(thread, self, result);
}

Value feed(Thread& thread, Arguments arguments) {
  Connection* self = self_of(arguments);
  const std::optional<std::string_view> bytes = readable_bytes(thread, arguments[1]);
  if (!bytes) return Value::error();
  self->library->BIO_write(self->incoming, bytes->data(), static_cast<int>(bytes->size()));
  return Value::none();
}

// From now on, nothing more comes.
Value feed_end(Thread&, Arguments arguments) {
  Connection* self = self_of(arguments);
  self->library->BIO_ctrl(self->incoming, BIO_C_SET_BUF_MEM_EOF_RETURN, 0, nullptr);
  return Value::none();
}

Value take(Thread& thread, Arguments arguments) {
  Connection* self = self_of(arguments);
  const long waiting = self->library->BIO_ctrl(self->outgoing, BIO_CTRL_PENDING, 0, nullptr);
  if (waiting <= 0) return as_result(make_bytes(thread, {}));
  Bytes* bytes = allocate_bytes(thread, static_cast<uint64_t>(waiting));
  if (bytes == nullptr) return Value::error();
  self->library->BIO_read(self->outgoing, bytes->bytes, static_cast<int>(waiting));
  return Value::cell(bytes);
}

Value pending(Thread&, Arguments arguments) {
  Connection* self = self_of(arguments);
  return Value::small_int(self->library->SSL_pending(self->connection));
}

Value peer_certificate(Thread& thread, Arguments arguments) {
  Connection* self = self_of(arguments);
  const Truth binary = truth(thread, arguments[1]);
  if (binary == Truth::Error) return Value::error();
  X509* certificate = self->library->SSL_get1_peer_certificate(self->connection);
  if (certificate == nullptr) return Value::none();
  const Value result = binary == Truth::True
                           ? certificate_bytes(thread, *self->library, certificate)
                           : certificate_dict(thread, *self->library, certificate);
  self->library->X509_free(certificate);
  return result;
}

Value cipher(Thread& thread, Arguments arguments) {
  Connection* self = self_of(arguments);
  const SSL_CIPHER* current = self->library->SSL_get_current_cipher(self->connection);
  if (current == nullptr) return Value::none();
  const Value values[] = {
      as_result(make_str(thread, self->library->SSL_CIPHER_get_name(current))),
      as_result(make_str(thread, self->library->SSL_CIPHER_get_version(current))),
      Value::small_int(self->library->SSL_CIPHER_get_bits(current, nullptr))};
  return values[0] && values[1] ? as_result(make_tuple(thread, values)) : Value::error();
}

Value version(Thread& thread, Arguments arguments) {
  Connection* self = self_of(arguments);
  if (self->library->SSL_is_init_finished(self->connection) == 0) return Value::none();
  return as_result(make_str(thread, self->library->SSL_get_version(self->connection)));
}

Value selected_protocol(Thread& thread, Arguments arguments) {
  Connection* self = self_of(arguments);
  const unsigned char* name = nullptr;
  unsigned length = 0;
  self->library->SSL_get0_alpn_selected(self->connection, &name, &length);
  if (name == nullptr) return Value::none();
  return as_result(make_str(thread, {reinterpret_cast<const char*>(name), length}));
}

Value session_reused(Thread&, Arguments arguments) {
  Connection* self = self_of(arguments);
  return Value::boolean(self->library->SSL_session_reused(self->connection) == 1);
}

constexpr NativeMethod methods[] = {
    {"cipher", "(self, /)", "(name, version, bits) of the cipher in use; None.", cipher},
    {"feed", "(self, data, /)", "Bytes have come from the peer.", feed},
    {"feed_end", "(self, /)", "The peer sends no more.", feed_end},
    {"handshake", "(self, /)", "True when done; None: more has to come.", handshake},
    {"peer_certificate", "(self, binary, /)", "The peer's certificate; None.", peer_certificate},
    {"pending", "(self, /)", "How many bytes can be read at once.", pending},
    {"read", "(self, size, /)", "Bytes; none at the end; None: more has to come.", read_bytes},
    {"selected_protocol", "(self, /)", "What was agreed on by ALPN; None.", selected_protocol},
    {"session_reused", "(self, /)", "Whether an earlier session goes on.", session_reused},
    {"shut_down", "(self, /)", "True when both ends have closed; None: more has to come.",
     shut_down},
    {"take", "(self, /)", "Bytes to be sent to the peer.", take},
    {"version", "(self, /)", "The version in use; None.", version},
    {"write", "(self, data, /)", "How many bytes were taken; None: more has to come.", write_bytes},
};
constexpr TypeSpec connection_spec = {
    .name = "Connection",
    .module = "_ssl",
    .doc = "An encrypted connection without a descriptor.",
    .instance_kind = Kind::HostObject,
    .instance_size = sizeof(Connection),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = {},
};

bool is_address(const std::string& host) {
  char room[sizeof(in6_addr)];
  return inet_pton(AF_INET, host.c_str(), room) == 1 ||
         inet_pton(AF_INET6, host.c_str(), room) == 1;
}

}  // namespace

Value make_connection(Thread& thread, Arguments arguments) {
  State& state = state_of(thread);
  const Library& library = state.library;
  const Truth is_server = truth(thread, arguments[1]);
  const Truth checks = is_server == Truth::Error ? Truth::Error : truth(thread, arguments[4]);
  const std::optional<int64_t> mode =
      checks == Truth::Error ? std::nullopt : to_index(thread, arguments[3]);
  if (!mode) return Value::error();
  auto* made = make_custom_object<Connection>(thread, state.connection_type, connection_operations);
  if (made == nullptr) return Value::error();
  made->library = &library;
  made->holder = new LibraryHolder(state.shared_library);
  store(made, made->context, arguments[0].as<Context>());
  made->connection = library.SSL_new(made->context->context);
  if (made->connection == nullptr) return raise_tls_error(thread, nullptr, 0);
  made->incoming = library.BIO_new(library.BIO_s_mem());
  made->outgoing = library.BIO_new(library.BIO_s_mem());
  // An empty buffer is not the end.
  for (BIO* each : {made->incoming, made->outgoing})
    library.BIO_ctrl(each, BIO_C_SET_BUF_MEM_EOF_RETURN, -1, nullptr);
  library.SSL_set_bio(made->connection, made->incoming, made->outgoing);
  // The modes of module ssl: none, optional, required.
  library.SSL_set_verify(made->connection,
                         *mode == 0   ? SSL_VERIFY_NONE
                         : *mode == 1 ? SSL_VERIFY_PEER
                                      : SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT,
                         nullptr);
  if (is_str(arguments[2])) {
    std::string host(arguments[2].as<Str>()->view());
    const bool numeric = is_address(host);
    // Names only are sent.
    if (!numeric)
      library.SSL_ctrl(made->connection, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                       host.data());
    if (checks == Truth::True) {
      X509_VERIFY_PARAM* parameters = library.SSL_get0_param(made->connection);
      const int good =
          numeric ? library.X509_VERIFY_PARAM_set1_ip_asc(parameters, host.c_str())
                  : library.X509_VERIFY_PARAM_set1_host(parameters, host.data(), host.size());
      if (good != 1) return raise_value_error(thread, "server_hostname is no host name");
    }
  }
  if (is_server == Truth::True) {
    library.SSL_set_accept_state(made->connection);
  } else {
    library.SSL_set_connect_state(made->connection);
  }
  return Value::cell(made);
}

bool make_connection_type(Thread& thread, State& state) {
  state.connection_type = make_builtin_type(thread, connection_spec, nullptr);
  return state.connection_type != nullptr;
}

}  // namespace weft::tls
