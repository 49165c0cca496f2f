// The class of sockets: making, closing, options, timeouts; and module _socket.
#include <fcntl.h>

#include <utility>
#include <vector>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/lock.h"
#include "interpreter/objects/timeouts.h"
#include "interpreter/objects/type.h"
#include "runtime/heap/marker.h"
#include "stdlib/_socket/socket.h"
#include "stdlib/native_modules.h"

namespace weft::sockets {

namespace {

void destroy_socket(CustomObject* object) {
  auto* socket = static_cast<Socket*>(object);
  if (socket->isolate == nullptr || socket->descriptor < 0) return;
  if (!socket->isolate->is_ending) forget_descriptor(*socket->isolate, socket->descriptor);
  close(socket->descriptor);
}
constexpr CustomOperations socket_operations = {nullptr, destroy_socket};

Value raise_errno(Thread& thread) { return raise_os_error(thread, errno, Value::unset()); }
Value none_or_errno(Thread& thread, int result) {
  return result != 0 ? raise_errno(thread) : Value::none();
}

Value socket_new(Thread& thread, Arguments arguments) {
  auto* made = make_custom_object<Socket>(thread, as_type(arguments[0]), socket_operations);
  if (made == nullptr) return Value::error();
  made->isolate = &thread.isolate;
  made->descriptor = -1;
  made->timeout = Socket::NoTimeout;
  return Value::cell(made);
}

// What the system knows of a descriptor that was given; what was given too is believed.
bool ask_system(Thread& thread, int descriptor, int (&numbers)[3]) {
  Address address;
  address.length = sizeof address.storage;
  if (getsockname(descriptor, address.get(), &address.length) != 0) {
    raise_errno(thread);
    return false;
  }
  if (numbers[0] == -1) numbers[0] = address.storage.ss_family;
  constexpr int Options[] = {SO_TYPE, SO_PROTOCOL};
  for (int i = 0; i < 2; ++i) {
    if (numbers[i + 1] != -1) continue;
    socklen_t length = sizeof numbers[i + 1];
    if (getsockopt(descriptor, SOL_SOCKET, Options[i], &numbers[i + 1], &length) != 0) {
      raise_errno(thread);
      return false;
    }
  }
  return true;
}

Value socket_init(Thread& thread, Arguments arguments) {
  Socket* self = self_of(arguments);
  int numbers[3];
  for (uint32_t i = 0; i < 3; ++i) {
    const std::optional<int32_t> number = to_int_argument(thread, arguments[1 + i]);
    if (!number) return Value::error();
    numbers[i] = *number;
  }
  int descriptor;
  if (arguments[4].is_none()) {
    constexpr int Defaults[] = {AF_INET, SOCK_STREAM, 0};
    for (int i = 0; i < 3; ++i)
      if (numbers[i] == -1) numbers[i] = Defaults[i];
    descriptor = open_descriptor(
        thread, [&] { return socket(numbers[0], numbers[1] | SOCK_CLOEXEC, numbers[2]); });
    if (descriptor < 0) return raise_errno(thread);
  } else {
    if (is_float(arguments[4])) {
      return raise_type_error(thread, "'float' object cannot be interpreted as an integer");
    }
    const std::optional<int32_t> given = to_int_argument(thread, arguments[4]);
    if (!given) return Value::error();
    if (*given < 0) return raise_value_error(thread, "negative file descriptor");
    if (!ask_system(thread, *given, numbers)) return Value::error();
    descriptor = *given;
  }
  self->descriptor = descriptor;
  self->family = numbers[0];
  self->type = numbers[1] & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
  self->protocol = numbers[2];
  self->is_nonblocking = false;
  const int64_t timeout = state_of(thread).default_timeout;
  self->timeout = (numbers[1] & SOCK_NONBLOCK) != 0 ? 0 : timeout;
  if (self->timeout != Socket::NoTimeout && !set_blocking(self, false)) return raise_errno(thread);
  return Value::none();
}

Value socket_close(Thread& thread, Arguments arguments) {
  Socket* self = self_of(arguments);
  const int descriptor = std::exchange(self->descriptor, -1);
  if (descriptor < 0) return Value::none();
  end_descriptor_waits(thread, descriptor);
  // An interrupted close has closed; so has one of a connection that the peer has reset.
  if (close(descriptor) != 0 && errno != EINTR && errno != ECONNRESET) return raise_errno(thread);
  return Value::none();
}

Value socket_detach(Thread& thread, Arguments arguments) {
  Socket* self = self_of(arguments);
  const int descriptor = std::exchange(self->descriptor, -1);
  if (descriptor >= 0) end_descriptor_waits(thread, descriptor);
  return Value::small_int(descriptor);
}

Value socket_fileno(Thread&, Arguments arguments) {
  return Value::small_int(self_of(arguments)->descriptor);
}

Value socket_shutdown(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> how = to_int_argument(thread, arguments[1]);
  if (!how) return Value::error();
  return none_or_errno(thread, shutdown(self_of(arguments)->descriptor, *how));
}

template <int (*Ask)(int, sockaddr*, socklen_t*)>
Value socket_name(Thread& thread, Arguments arguments) {
  Socket* self = self_of(arguments);
  Address address;
  address.length = sizeof address.storage;
  if (Ask(self->descriptor, address.get(), &address.length) != 0) return raise_errno(thread);
  return make_address(thread, self, address);
}
int own_name(int descriptor, sockaddr* address, socklen_t* length) {
  return getsockname(descriptor, address, length);
}
int peer_name(int descriptor, sockaddr* address, socklen_t* length) {
  return getpeername(descriptor, address, length);
}

// --- Options

Value socket_getsockopt(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> level = to_int_argument(thread, arguments[1]);
  const std::optional<int32_t> name = level ? to_int_argument(thread, arguments[2]) : std::nullopt;
  const std::optional<int32_t> size = name ? to_int_argument(thread, arguments[3]) : std::nullopt;
  if (!size) return Value::error();
  const int descriptor = self_of(arguments)->descriptor;
  if (*size == 0) {
    int number = 0;
    socklen_t length = sizeof number;
    if (getsockopt(descriptor, *level, *name, &number, &length) != 0) return raise_errno(thread);
    return Value::small_int(number);
  }
  if (*size < 0 || *size > 1024)
    return raise(thread, thread.isolate.exceptions.os_error, "getsockopt buflen out of range");
  char room[1024];
  auto length = static_cast<socklen_t>(*size);
  if (getsockopt(descriptor, *level, *name, room, &length) != 0) return raise_errno(thread);
  return as_result(make_bytes(thread, {room, length}));
}

Value socket_setsockopt(Thread& thread, Arguments arguments) {
  const Tuple* given = arguments[1].as<Tuple>();
  if (given->count != 3 && given->count != 4) {
    return raise_type_error(
        thread, text("setsockopt() takes exactly 3 arguments (", given->count, " given)"));
  }
  const std::optional<int32_t> level = to_int_argument(thread, given->values[0]);
  const std::optional<int32_t> name =
      level ? to_int_argument(thread, given->values[1]) : std::nullopt;
  if (!name) return Value::error();
  const int descriptor = self_of(arguments)->descriptor;
  const Value value = given->values[2];
  if (given->count == 4 && value.is_none()) {
    const std::optional<int32_t> length = to_int_argument(thread, given->values[3]);
    if (!length) return Value::error();
    return none_or_errno(
        thread, setsockopt(descriptor, *level, *name, nullptr, static_cast<socklen_t>(*length)));
  }
  if (is_int(value)) {
    const std::optional<int32_t> number = to_int_argument(thread, value);
    if (!number) return Value::error();
    return none_or_errno(thread, setsockopt(descriptor, *level, *name, &*number, sizeof *number));
  }
  const std::optional<std::string_view> bytes = readable_bytes(thread, value);
  if (!bytes) return Value::error();
  return none_or_errno(thread, setsockopt(descriptor, *level, *name, bytes->data(),
                                          static_cast<socklen_t>(bytes->size())));
}

// --- Timeouts

// Seconds or None as nanoseconds. False: exception pending.
bool parse_timeout(Thread& thread, Value value, int64_t& timeout) {
  timeout = Socket::NoTimeout;
  if (value.is_none()) return true;
  const std::optional<int64_t> nanoseconds = nanoseconds_of(thread, value);
  if (!nanoseconds) return false;
  if (*nanoseconds < 0) {
    raise_value_error(thread, "Timeout value out of range");
    return false;
  }
  timeout = *nanoseconds;
  return true;
}
Value timeout_value(Thread& thread, int64_t timeout) {
  return timeout == Socket::NoTimeout ? Value::none()
                                      : make_float(thread, static_cast<double>(timeout) / 1e9);
}

Value apply_timeout(Thread& thread, Socket* self, int64_t timeout) {
  self->timeout = timeout;
  return set_blocking(self, timeout == Socket::NoTimeout && !self->is_listening)
             ? Value::none()
             : raise_errno(thread);
}

Value socket_settimeout(Thread& thread, Arguments arguments) {
  int64_t timeout;
  if (!parse_timeout(thread, arguments[1], timeout)) return Value::error();
  return apply_timeout(thread, self_of(arguments), timeout);
}
Value socket_setblocking(Thread& thread, Arguments arguments) {
  const Truth flag = truth(thread, arguments[1]);
  if (flag == Truth::Error) return Value::error();
  return apply_timeout(thread, self_of(arguments), flag == Truth::True ? Socket::NoTimeout : 0);
}
Value socket_gettimeout(Thread& thread, Arguments arguments) {
  return timeout_value(thread, self_of(arguments)->timeout);
}
Value socket_getblocking(Thread&, Arguments arguments) {
  return Value::boolean(self_of(arguments)->timeout != 0);
}
Value set_cooperative(Thread& thread, Arguments arguments) {
  const Truth flag = truth(thread, arguments[1]);
  if (flag == Truth::Error) return Value::error();
  self_of(arguments)->is_cooperative = flag == Truth::True;
  return Value::none();
}

Value socket_repr(Thread& thread, Arguments arguments) {
  const Socket* self = self_of(arguments);
  return as_result(
      make_str(thread, text("<socket object, fd=", self->descriptor, ", family=", self->family,
                            ", type=", self->type, ", proto=", self->protocol, ">")));
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, *args, **kwargs)", "A socket not open yet.", socket_new},
    {"__init__", "(self, family=-1, type=-1, proto=-1, fileno=None)",
     "Opens a socket, or takes an open descriptor over.", socket_init},
    {"__repr__", "(self, /)", "Return repr(self).", socket_repr},
    {"_set_cooperative", "(self, flag, /)",
     "Whether other fibers run while it waits even if the thread is not cooperative.",
     set_cooperative},
    {"close", "(self, /)", "Closes the descriptor; those who wait for it get an error.",
     socket_close},
    {"detach", "(self, /)", "Gives the descriptor away, open as it is.", socket_detach},
    {"fileno", "(self, /)", "The descriptor; -1 when there is none.", socket_fileno},
    {"getblocking", "(self, /)", "Whether calls wait.", socket_getblocking},
    {"getpeername", "(self, /)", "The address at the other end.", socket_name<peer_name>},
    {"getsockname", "(self, /)", "The address of this end.", socket_name<own_name>},
    {"getsockopt", "(self, level, option, buffersize=0, /)",
     "An option: a number, or bytes if buffersize is not 0.", socket_getsockopt},
    {"gettimeout", "(self, /)", "How many seconds calls wait; None: for ever.", socket_gettimeout},
    {"setblocking", "(self, flag, /)", "Whether calls wait, for ever then.", socket_setblocking},
    {"setsockopt", "(self, *args)",
     "setsockopt(level, option, value): a number or bytes; or None and a length.",
     socket_setsockopt},
    {"settimeout", "(self, timeout, /)",
     "How many seconds calls wait before TimeoutError; None: for ever; 0: not at all.",
     socket_settimeout},
    {"shutdown", "(self, flag, /)", "Ends receiving (SHUT_RD), sending (SHUT_WR) or both.",
     socket_shutdown},
};

Value get_family(Thread&, Value self) { return Value::small_int(self.as<Socket>()->family); }
Value get_type(Thread&, Value self) { return Value::small_int(self.as<Socket>()->type); }
Value get_protocol(Thread&, Value self) { return Value::small_int(self.as<Socket>()->protocol); }
Value get_timeout(Thread& thread, Value self) {
  return timeout_value(thread, self.as<Socket>()->timeout);
}

constexpr NativeAttribute attributes[] = {
    {"family", "The address family.", get_family, nullptr, AttributeForm::Member},
    {"proto", "The protocol.", get_protocol, nullptr, AttributeForm::Member},
    {"timeout", "As gettimeout().", get_timeout, nullptr},
    {"type", "The kind of the socket.", get_type, nullptr, AttributeForm::Member},
};

constexpr MethodTable more_methods[] = {transfer_methods, message_methods, connecting_methods};

constexpr TypeSpec socket_spec = {
    .name = "socket",
    .module = "_socket",
    .doc = "One end of a connection, or of something to send and receive by.",
    .instance_kind = Kind::HostObject,
    .instance_size = sizeof(Socket),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
    .more_methods = more_methods,
};

// --- Functions of the module

Value socketpair_function(Thread& thread, Arguments arguments) {
  int numbers[3];
  for (uint32_t i = 0; i < 3; ++i) {
    const std::optional<int32_t> number = to_int_argument(thread, arguments[i]);
    if (!number) return Value::error();
    numbers[i] = *number;
  }
  int ends[2] = {-1, -1};
  const int failed = open_descriptor(thread, [&] {
    return socketpair(numbers[0], numbers[1] | SOCK_CLOEXEC, numbers[2], ends) == 0 ? ends[0] : -1;
  });
  if (failed < 0) return raise_errno(thread);
  forget_descriptor(thread.isolate, ends[1]);
  const Value values[] = {Value::small_int(ends[0]), Value::small_int(ends[1])};
  return as_result(make_tuple(thread, values));
}

Value close_function(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  if (*descriptor >= 0) end_descriptor_waits(thread, *descriptor);
  return none_or_errno(thread, close(*descriptor));
}

Value dup_function(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  const int copy = open_descriptor(thread, [&] { return fcntl(*descriptor, F_DUPFD_CLOEXEC, 0); });
  return copy < 0 ? raise_errno(thread) : Value::small_int(copy);
}

Value getdefaulttimeout(Thread& thread, Arguments) {
  return timeout_value(thread, state_of(thread).default_timeout);
}
Value setdefaulttimeout(Thread& thread, Arguments arguments) {
  int64_t timeout;
  if (!parse_timeout(thread, arguments[0], timeout)) return Value::error();
  state_of(thread).default_timeout = timeout;
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"close", "(fd, /)", "Closes a socket's descriptor.", close_function},
    {"dup", "(fd, /)", "Another descriptor of the same socket.", dup_function},
    {"getdefaulttimeout", "()", "The timeout of new sockets, in seconds; None for none.",
     getdefaulttimeout},
    {"setdefaulttimeout", "(timeout, /)", "Sets the timeout of new sockets.", setdefaulttimeout},
    {"_socketpair", "(family, type, proto, /)",
     "The descriptors of two sockets that are connected.", socketpair_function},
};

Type* make_error(Thread& thread, std::string_view name, Value module_name) {
  Type* base = thread.isolate.exceptions.os_error;
  const Value bases[] = {Value::cell(base)};
  Tuple* tuple = make_tuple(thread, bases);
  Dict* names = tuple == nullptr ? nullptr : make_dict(thread);
  Str* type_name = names == nullptr ? nullptr : intern(thread, name);
  if (type_name == nullptr ||
      !dict_set_str(thread, names, thread.isolate.names.__module__, module_name)) {
    return nullptr;
  }
  return make_class(thread, thread.isolate.types.type, type_name, tuple, names, nullptr);
}

}  // namespace

bool set_blocking(Socket* socket, bool blocking) {
  if (socket->is_nonblocking == !blocking) return true;
  const int flags = fcntl(socket->descriptor, F_GETFL);
  if (flags < 0) return false;
  const int wanted = blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
  if (wanted != flags && fcntl(socket->descriptor, F_SETFL, wanted) < 0) return false;
  socket->is_nonblocking = !blocking;
  return true;
}

void State::trace_roots(runtime::Marker& marker) {
  for (Type* type : {socket_type, transfer_type, resolution_type, gaierror, herror})
    marker.mark(type);
}

bool make_socket_type(Thread& thread, Module* module, State& state) {
  if (state.socket_type == nullptr) {
    state.socket_type = make_builtin_type(thread, socket_spec, nullptr);
    if (state.socket_type == nullptr || !make_transfer_type(thread, state) ||
        !make_resolution_type(thread, state)) {
      return false;
    }
    const Value name = as_result(intern(thread, "socket"));
    state.gaierror = name ? make_error(thread, "gaierror", name) : nullptr;
    state.herror = state.gaierror == nullptr ? nullptr : make_error(thread, "herror", name);
    if (state.herror == nullptr) return false;
  }
  const Value type = Value::cell(state.socket_type);
  return put_name(thread, module, "socket", type) && put_name(thread, module, "SocketType", type) &&
         put_name(thread, module, "gaierror", Value::cell(state.gaierror)) &&
         put_name(thread, module, "herror", Value::cell(state.herror));
}

}  // namespace weft::sockets

namespace weft {

bool fill_socket(Thread& thread, Module* module) {
  using namespace sockets;
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  return make_socket_type(thread, module, state_of(thread)) &&
         put_name(thread, module, "error", Value::cell(exceptions.os_error)) &&
         put_name(thread, module, "timeout", Value::cell(exceptions.timeout_error)) &&
         put_name(thread, module, "has_ipv6", Value::boolean(true)) &&
         put_functions(thread, module, sockets::functions) &&
         put_functions(thread, module, resolution_functions()) &&
         put_functions(thread, module, conversion_functions()) &&
         put_numbers(thread, module, socket_constants());
}

}  // namespace weft
