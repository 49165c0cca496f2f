// connect(), connect_ex() and accept().
#include <fcntl.h>

#include <cerrno>

#include "interpreter/objects/bytes.h"
#include "stdlib/_socket/socket.h"

namespace weft::sockets {

using runtime::Poller;

namespace {

// --- Connecting: asking again while it connects tells how far that is.
// transfer.position: whether it was asked before.

// What is told at last: for connect() an exception, for connect_ex() (flags 1) the number.
Value connected(Thread& thread, Transfer& transfer, int error) {
  Socket* socket = transfer.socket;
  if (socket->timeout == Socket::NoTimeout && !socket->is_listening)
    static_cast<void>(set_blocking(socket, true));
  if (transfer.flags != 0) return Value::small_int(error);
  return error == 0 ? Value::none() : raise_os_error(thread, error, Value::unset());
}

Value try_to_connect(Thread& thread, Transfer& transfer) {
  Socket* socket = transfer.socket;
  const bool is_first = transfer.position == 0;
  transfer.position = 1;
  if (is_first && !set_blocking(socket, false)) return connected(thread, transfer, errno);
  const std::string_view address = transfer.extra.as<Bytes>()->view();
  if (connect(socket->descriptor, reinterpret_cast<const sockaddr*>(address.data()),
              static_cast<socklen_t>(address.size())) == 0 ||
      (!is_first && errno == EISCONN)) {
    return connected(thread, transfer, 0);
  }
  const bool goes_on = errno == EINPROGRESS || errno == EINTR || (!is_first && errno == EALREADY);
  return goes_on && socket->timeout != 0 ? Value::unset() : connected(thread, transfer, errno);
}

Value begin_connecting(Thread& thread, Arguments arguments, std::string_view function,
                       bool gives_number) {
  Transfer transfer{try_to_connect, self_of(arguments), {}, {}};
  transfer.direction = Poller::Write;
  transfer.flags = gives_number ? 1 : 0;
  return begin_transfer_to(thread, transfer, arguments[1], function);
}

Value socket_connect(Thread& thread, Arguments arguments) {
  return begin_connecting(thread, arguments, "connect", false);
}
Value socket_connect_ex(Thread& thread, Arguments arguments) {
  return begin_connecting(thread, arguments, "connect_ex", true);
}

// --- Binding: never waits, but for the lookup of a name.

Value try_to_bind(Thread& thread, Transfer& transfer) {
  const std::string_view address = transfer.extra.as<Bytes>()->view();
  if (bind(transfer.socket->descriptor, reinterpret_cast<const sockaddr*>(address.data()),
           static_cast<socklen_t>(address.size())) != 0) {
    return raise_os_error(thread, errno, Value::unset());
  }
  return Value::none();
}

Value socket_bind(Thread& thread, Arguments arguments) {
  Transfer transfer{try_to_bind, self_of(arguments), {}, {}};
  return begin_transfer_to(thread, transfer, arguments[1], "bind");
}

// --- Accepting

Value try_to_accept(Thread& thread, Transfer& transfer) {
  Socket* socket = transfer.socket;
  Address peer;
  const int descriptor = open_descriptor(thread, [&] {
    peer.length = sizeof peer.storage;
    return accept4(socket->descriptor, peer.get(), &peer.length, SOCK_CLOEXEC);
  });
  if (descriptor < 0) {
    // The peer was gone before it was accepted: as if it had never come.
    if (errno == ECONNABORTED || errno == EINTR) errno = EAGAIN;
    return failed_attempt(thread);
  }
  const Value address = make_address(thread, socket, peer);
  const Value pair[] = {Value::small_int(descriptor), address};
  const Value result = address ? as_result(make_tuple(thread, pair)) : address;
  if (!result) close(descriptor);
  return result;
}

Value socket_accept(Thread& thread, Arguments arguments) {
  Transfer transfer{try_to_accept, self_of(arguments), {}, {}};
  // From here on it never blocks: it may be shared with others who accept.
  transfer.socket->is_listening = true;
  if (!set_blocking(transfer.socket, false)) return raise_os_error(thread, errno, Value::unset());
  return begin_transfer(thread, transfer);
}

Value socket_listen(Thread& thread, Arguments arguments) {
  Socket* self = self_of(arguments);
  const std::optional<int32_t> backlog = to_int_argument(thread, arguments[1]);
  if (!backlog) return Value::error();
  if (listen(self->descriptor, std::max(*backlog, 0)) != 0)
    return raise_os_error(thread, errno, Value::unset());
  return Value::none();
}

constexpr NativeMethod methods[] = {
    {"_accept", "(self, /)", "Waits for a connection: its descriptor and the peer's address.",
     socket_accept},
    {"bind", "(self, address, /)", "Gives the socket an address of this host.", socket_bind},
    {"connect", "(self, address, /)", "Connects to an address.", socket_connect},
    {"connect_ex", "(self, address, /)", "As connect(), but gives the error's number, 0 for none.",
     socket_connect_ex},
    {"listen", "(self, backlog=128, /)", "Has the system take connections for accept().",
     socket_listen},
};

}  // namespace

std::span<const NativeMethod> connecting_methods() { return methods; }

}  // namespace weft::sockets
