// Sending and receiving: what is tried, and tried again.
#include <algorithm>
#include <cerrno>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/vm/waiting.h"
#include "runtime/heap/marker.h"
#include "stdlib/_socket/socket.h"

namespace weft::sockets {

using runtime::Poller;

namespace {

struct TransferCell : CustomObject {
  using CustomObject::CustomObject;
  Transfer transfer;
};

void trace_transfer(CustomObject* object, Marker& marker) {
  const Transfer& transfer = static_cast<TransferCell*>(object)->transfer;
  marker.mark(transfer.socket);
  marker.mark(transfer.data);
  marker.mark(transfer.extra);
}
constexpr CustomOperations transfer_operations = {trace_transfer, nullptr};

Value park_transfer(Thread& thread, TransferCell* cell);

// `value`: what the wait gave; None at the deadline.
Value continue_transfer(Thread& thread, Fiber* fiber, Value value) {
  auto* cell = static_cast<TransferCell*>(fiber->on_resume_of);
  if (value.is_none()) {
    return raise(thread, thread.isolate.exceptions.timeout_error, "timed out");
  }
  const Value result = cell->transfer.attempt(thread, cell->transfer);
  return result.is_unset() ? park_transfer(thread, cell) : result;
}

Value park_transfer(Thread& thread, TransferCell* cell) {
  const Transfer& transfer = cell->transfer;
  ParkOptions options;
  if (transfer.deadline != Socket::NoTimeout) options.deadline = transfer.deadline;
  options.waiting_for = transfer.socket;
  options.cooperative = thread.hub->cooperative || transfer.socket->is_cooperative;
  options.on_resume = continue_transfer;
  options.on_resume_of = cell;
  return park_for_descriptor(thread, transfer.socket->descriptor, transfer.direction,
                             Poller::Trigger::Edge, options);
}

constexpr TypeSpec transfer_spec = {
    .name = "transfer",
    .module = "_socket",
    .doc = "A call on a socket that waits.",
    .instance_kind = Kind::HostObject,
    .instance_size = sizeof(TransferCell),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = {},
    .attributes = {},
};

// --- Receiving

Value receive(Thread& thread, Transfer& transfer) {
  // More than this at once is nothing a system gives, but for MSG_WAITALL.
  const auto wanted = static_cast<size_t>(transfer.size);
  const size_t size = std::min(wanted, ScratchBytes);
  char* room = scratch_of(thread);
  if (room == nullptr) return Value::error();
  const ssize_t count =
      recv(transfer.socket->descriptor, room, size, transfer.flags | MSG_DONTWAIT);
  if (count < 0) return failed_attempt(thread);
  return as_result(make_bytes(thread, {room, static_cast<size_t>(count)}));
}

Value receive_from(Thread& thread, Transfer& transfer) {
  char* room = scratch_of(thread);
  if (room == nullptr) return Value::error();
  Address address;
  address.length = sizeof address.storage;
  const ssize_t count = recvfrom(transfer.socket->descriptor, room,
                                 std::min(static_cast<size_t>(transfer.size), ScratchBytes),
                                 transfer.flags | MSG_DONTWAIT, address.get(), &address.length);
  if (count < 0) return failed_attempt(thread);
  const Value pair[] = {as_result(make_bytes(thread, {room, static_cast<size_t>(count)})),
                        Value::none()};
  if (!pair[0]) return Value::error();
  const Value sender = make_address(thread, transfer.socket, address);
  if (!sender) return sender;
  const Value both[] = {pair[0], sender};
  return as_result(make_tuple(thread, both));
}

// The part of the buffer that is received into; nullopt: exception pending.
std::optional<std::span<char>> room_of(Thread& thread, Transfer& transfer) {
  std::optional<std::span<char>> room = writable_bytes(thread, transfer.data);
  if (!room) return std::nullopt;
  if (static_cast<size_t>(transfer.size) > room->size()) {
    raise_value_error(thread, "buffer too small for requested bytes");
    return std::nullopt;
  }
  return transfer.size == 0 ? room : room->first(static_cast<size_t>(transfer.size));
}

Value receive_into(Thread& thread, Transfer& transfer) {
  const std::optional<std::span<char>> room = room_of(thread, transfer);
  if (!room) return Value::error();
  const ssize_t count =
      recv(transfer.socket->descriptor, room->data(), room->size(), transfer.flags | MSG_DONTWAIT);
  return count < 0 ? failed_attempt(thread) : Value::small_int(count);
}

Value receive_from_into(Thread& thread, Transfer& transfer) {
  const std::optional<std::span<char>> room = room_of(thread, transfer);
  if (!room) return Value::error();
  Address address;
  address.length = sizeof address.storage;
  const ssize_t count = recvfrom(transfer.socket->descriptor, room->data(), room->size(),
                                 transfer.flags | MSG_DONTWAIT, address.get(), &address.length);
  if (count < 0) return failed_attempt(thread);
  const Value sender = make_address(thread, transfer.socket, address);
  if (!sender) return sender;
  const Value both[] = {Value::small_int(count), sender};
  return as_result(make_tuple(thread, both));
}

// `size` and `flags` of the arguments from `first` on. False: exception pending.
bool parse_size(Thread& thread, Arguments arguments, uint32_t first, std::string_view function,
                Transfer& transfer) {
  const std::optional<int64_t> size = to_size_argument(thread, arguments[first]);
  const std::optional<int32_t> flags =
      size ? to_int_argument(thread, arguments[first + 1]) : std::nullopt;
  if (!flags) return false;
  if (*size < 0) {
    raise_value_error(thread, text("negative buffersize in ", function));
    return false;
  }
  transfer.size = *size;
  transfer.flags = *flags;
  return true;
}

Value socket_recv(Thread& thread, Arguments arguments) {
  Transfer transfer{receive, self_of(arguments), {}, {}};
  if (!parse_size(thread, arguments, 1, "recv", transfer)) return Value::error();
  return begin_transfer(thread, transfer);
}

Value socket_recvfrom(Thread& thread, Arguments arguments) {
  Transfer transfer{receive_from, self_of(arguments), {}, {}};
  if (!parse_size(thread, arguments, 1, "recvfrom", transfer)) return Value::error();
  return begin_transfer(thread, transfer);
}

Value socket_recv_into(Thread& thread, Arguments arguments) {
  Transfer transfer{receive_into, self_of(arguments), arguments[1], {}};
  if (!parse_size(thread, arguments, 2, "recv_into", transfer)) return Value::error();
  return begin_transfer(thread, transfer);
}

Value socket_recvfrom_into(Thread& thread, Arguments arguments) {
  Transfer transfer{receive_from_into, self_of(arguments), arguments[1], {}};
  if (!parse_size(thread, arguments, 2, "recvfrom_into", transfer)) return Value::error();
  return begin_transfer(thread, transfer);
}

// --- Sending

Value send_once(Thread& thread, Transfer& transfer) {
  const std::optional<std::string_view> bytes = readable_bytes(thread, transfer.data);
  if (!bytes) return Value::error();
  const ssize_t count = send(transfer.socket->descriptor, bytes->data(), bytes->size(),
                             transfer.flags | MSG_DONTWAIT | MSG_NOSIGNAL);
  return count < 0 ? failed_attempt(thread) : Value::small_int(count);
}

Value send_all(Thread& thread, Transfer& transfer) {
  for (;;) {
    const std::optional<std::string_view> bytes = readable_bytes(thread, transfer.data);
    if (!bytes) return Value::error();
    const auto begin = std::min(static_cast<size_t>(transfer.position), bytes->size());
    if (begin == bytes->size() && begin != 0) return Value::none();
    const ssize_t count = send(transfer.socket->descriptor, bytes->data() + begin,
                               bytes->size() - begin, transfer.flags | MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0) return failed_attempt(thread);
    transfer.position += count;
    if (static_cast<size_t>(transfer.position) >= bytes->size()) return Value::none();
    if (thread.has_interrupts() && !thread.isolate.machine.check_interrupts(thread))
      return Value::error();
  }
}

Value send_to(Thread& thread, Transfer& transfer) {
  const std::optional<std::string_view> bytes = readable_bytes(thread, transfer.data);
  if (!bytes) return Value::error();
  const std::string_view address = transfer.extra.as<Bytes>()->view();
  const ssize_t count = sendto(transfer.socket->descriptor, bytes->data(), bytes->size(),
                               transfer.flags | MSG_DONTWAIT | MSG_NOSIGNAL,
                               reinterpret_cast<const sockaddr*>(address.data()),
                               static_cast<socklen_t>(address.size()));
  return count < 0 ? failed_attempt(thread) : Value::small_int(count);
}

Value begin_sending(Thread& thread, Arguments arguments, Transfer::Attempt attempt) {
  Transfer transfer{attempt, self_of(arguments), arguments[1], {}};
  transfer.direction = Poller::Write;
  const std::optional<int32_t> flags = to_int_argument(thread, arguments[2]);
  if (!flags) return Value::error();
  transfer.flags = *flags;
  return begin_transfer(thread, transfer);
}

Value socket_send(Thread& thread, Arguments arguments) {
  return begin_sending(thread, arguments, send_once);
}
Value socket_sendall(Thread& thread, Arguments arguments) {
  return begin_sending(thread, arguments, send_all);
}

// sendto(data, address) or sendto(data, flags, address).
Value socket_sendto(Thread& thread, Arguments arguments) {
  const Tuple* given = arguments[1].as<Tuple>();
  if (given->count < 2 || given->count > 3) {
    return raise_type_error(thread,
                            text("sendto() takes 2 or 3 arguments (", given->count, " given)"));
  }
  Transfer transfer{send_to, self_of(arguments), given->values[0], {}};
  transfer.direction = Poller::Write;
  if (!readable_bytes(thread, transfer.data)) return Value::error();
  if (given->count == 3) {
    const std::optional<int32_t> flags = to_int_argument(thread, given->values[1]);
    if (!flags) return Value::error();
    transfer.flags = *flags;
  }
  return begin_transfer_to(thread, transfer, given->values[given->count - 1], "sendto");
}

constexpr NativeMethod methods[] = {
    {"recv", "(self, bufsize, flags=0, /)",
     "Receives up to so many bytes; none at the end of the stream.", socket_recv},
    {"recvfrom", "(self, bufsize, flags=0, /)", "As recv(): the bytes and who sent them.",
     socket_recvfrom},
    {"recv_into", "(self, buffer, nbytes=0, flags=0)",
     "Receives into a buffer: the number of bytes.", socket_recv_into},
    {"recvfrom_into", "(self, buffer, nbytes=0, flags=0)",
     "Receives into a buffer: the number of bytes and who sent them.", socket_recvfrom_into},
    {"send", "(self, data, flags=0, /)", "Sends bytes: how many of them were taken.", socket_send},
    {"sendall", "(self, data, flags=0, /)", "Sends all of the bytes.", socket_sendall},
    {"sendto", "(self, *args)", "sendto(data[, flags], address): sends a datagram.", socket_sendto},
};

}  // namespace

Value begin_transfer(Thread& thread, Transfer& transfer) {
  const Value result = transfer.attempt(thread, transfer);
  if (!result.is_unset()) [[likely]]
    return result;
  Socket* socket = transfer.socket;
  if (socket->timeout == 0) return raise_os_error(thread, EAGAIN, Value::unset());
  if (socket->timeout != Socket::NoTimeout)
    transfer.deadline = waiting_clock(thread) + socket->timeout;
  auto* cell = static_cast<TransferCell*>(make_transfer_cell(thread, transfer));
  return cell == nullptr ? Value::error() : park_transfer(thread, cell);
}

CustomObject* make_transfer_cell(Thread& thread, const Transfer& transfer) {
  auto* cell =
      make_custom_object<TransferCell>(thread, state_of(thread).transfer_type, transfer_operations);
  if (cell != nullptr) cell->transfer = transfer;
  return cell;
}

Transfer& transfer_of(CustomObject* cell) { return static_cast<TransferCell*>(cell)->transfer; }

Value failed_attempt(Thread& thread) {
  if (errno == EAGAIN || errno == EWOULDBLOCK) return Value::unset();
  return raise_os_error(thread, errno, Value::unset());
}

char* scratch_of(Thread& thread) {
  State& state = state_of(thread);
  if (state.scratch == nullptr) {
    state.scratch.reset(new (std::nothrow) char[ScratchBytes]);
    if (state.scratch == nullptr) raise_memory_error(thread);
  }
  return state.scratch.get();
}

bool make_transfer_type(Thread& thread, State& state) {
  state.transfer_type = make_builtin_type(thread, transfer_spec, nullptr);
  return state.transfer_type != nullptr;
}

std::span<const NativeMethod> transfer_methods() { return methods; }

}  // namespace weft::sockets
