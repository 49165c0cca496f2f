// Sockets: module _socket, on which the script part (stdlib/socket) stands.
//
// Every call is tried first, never waiting in the system. When it would have to wait (EAGAIN) the
// running fiber is parked until the descriptor is ready and the call is tried again, until the
// socket's timeout (objects/descriptor_waits.h). What it takes to try again lies in a Transfer: on
// the native stack for the first attempt, in a cell for the others. In a hub that is not
// cooperative nobody else of the thread runs meanwhile.
//
// The descriptor itself blocks as Python says it does, for those who use it otherwise; so sending
// and receiving ask for MSG_DONTWAIT. accept() and connect() have no such flag: listening sockets
// never block, and one that connects does not until it has.
#pragma once

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "interpreter/objects/descriptor_exhaustion.h"
#include "interpreter/objects/descriptor_waits.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"

namespace weft::sockets {

struct Socket : CustomObject {
  using CustomObject::CustomObject;
  static constexpr int64_t NoTimeout = -1;

  Isolate* isolate;
  int64_t timeout;  // nanoseconds; NoTimeout: it waits for ever; 0: it does not wait
  int descriptor;   // -1 when closed or detached
  int family;
  int type;
  int protocol;
  bool is_nonblocking;  // the descriptor
  bool is_listening;
  bool is_cooperative;  // other fibers run while it waits, whatever the hub says
};

// A socket's address as the system knows it.
struct Address {
  sockaddr_storage storage{};
  socklen_t length = 0;

  sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

// A call on a socket that may have to be tried more than once.
struct Transfer {
  // The result or the error value; unset: would have to wait (for `direction`).
  using Attempt = Value (*)(Thread& thread, Transfer& transfer);

  Attempt attempt;
  Socket* socket;
  Value data;   // what is sent, or received into
  Value extra;  // what else the attempt needs: an address as bytes, say
  int64_t size = 0;
  int64_t position = 0;
  int flags = 0;
  runtime::Poller::Directions direction = runtime::Poller::Read;
  int64_t deadline = Socket::NoTimeout;  // set by the first wait
};

struct State final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override;

  Type* socket_type = nullptr;
  Type* transfer_type = nullptr;
  Type* resolution_type = nullptr;
  Type* gaierror = nullptr;
  Type* herror = nullptr;
  int64_t default_timeout = Socket::NoTimeout;
  // Where data is received before a bytes object of the right size is made.
  std::unique_ptr<char[]> scratch;
};
inline State& state_of(Thread& thread) { return module_state<State>(thread.isolate); }
constexpr size_t ScratchBytes = size_t{256} * 1024;
// Null with MemoryError pending.
[[nodiscard]] char* scratch_of(Thread& thread);

inline Socket* self_of(Arguments arguments) { return arguments[0].as<Socket>(); }

// --- transfer.cpp
// The last act of a native function: the result of the attempt, or a wait.
[[nodiscard]] Value begin_transfer(Thread& thread, Transfer& transfer);
// The same for one that waited for something else until now: a cell keeps it.
[[nodiscard]] CustomObject* make_transfer_cell(Thread& thread, const Transfer& transfer);
[[nodiscard]] Transfer& transfer_of(CustomObject* cell);
// After a call that gave -1: unset when it would have to wait, else the error.
[[nodiscard]] Value failed_attempt(Thread& thread);
[[nodiscard]] bool make_transfer_type(Thread& thread, State& state);
std::span<const NativeMethod> transfer_methods();

// --- messages.cpp: sendmsg() and recvmsg()
std::span<const NativeMethod> message_methods();

// --- connecting.cpp
std::span<const NativeMethod> connecting_methods();

// --- socket_type.cpp
[[nodiscard]] bool make_socket_type(Thread& thread, Module* module, State& state);
[[nodiscard]] bool set_blocking(Socket* socket, bool blocking);
// Calls attempt(), which gives a descriptor; once more after a collection when there are too many.
template <class Open>
int open_descriptor(Thread& thread, Open&& attempt);

// --- address.cpp
enum class Parsed : uint8_t { Failed, Done, NeedsLookup };
// An address as scripts give it to `function`; `host` is set when a name in it has to be looked up,
// all but the host's address stands in `out` then. Failed: exception pending.
[[nodiscard]] Parsed parse_address(Thread& thread, const Socket* socket, Value value,
                                   std::string_view function, Address& out, std::string& host);
[[nodiscard]] Value make_address(Thread& thread, const Socket* socket, const Address& address);
// The same for the addresses getaddrinfo() gives.
[[nodiscard]] Value make_internet_address(Thread& thread, const sockaddr* address,
                                          socklen_t length);
// A host's name as bytes: str, bytes or bytearray. Nullopt: exception pending.
[[nodiscard]] std::optional<std::string> host_argument(Thread& thread, Value value);
// begin_transfer() with an address, as bytes in `transfer.extra`; a name in it is looked up before.
[[nodiscard]] Value begin_transfer_to(Thread& thread, Transfer& transfer, Value address,
                                      std::string_view function);

// --- resolution.cpp
// The last act of a native function: looks a name up without blocking, puts what it finds into the
// address in `transfer.extra` and begins the transfer.
[[nodiscard]] Value resolve_for_transfer(Thread& thread, std::string host, int family,
                                         const Transfer& transfer);
Value raise_gaierror(Thread& thread, int error);
std::span<const NativeMethod> resolution_functions();
[[nodiscard]] bool make_resolution_type(Thread& thread, State& state);

// --- conversions.cpp, constants.cpp
std::span<const NativeMethod> conversion_functions();
std::span<const NamedNumber> socket_constants();

template <class Open>
int open_descriptor(Thread& thread, Open&& attempt) {
  const int descriptor = with_descriptors(thread.isolate, attempt);
  if (descriptor >= 0) forget_descriptor(thread.isolate, descriptor);
  return descriptor;
}

}  // namespace weft::sockets
