// Addresses: tuples and paths of scripts, structures of the system.
#include <arpa/inet.h>
#include <linux/netlink.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <cstddef>
#include <cstring>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "stdlib/_socket/socket.h"

namespace weft::sockets {

namespace {

// False: OverflowError pending.
bool parse_port(Thread& thread, Value value, std::string_view function, uint16_t& port) {
  const std::optional<int32_t> number = to_int_argument(thread, value);
  if (!number) return false;
  if (*number < 0 || *number > 0xffff) {
    raise_overflow_error(thread, text(function, "(): port must be 0-65535."));
    return false;
  }
  port = htons(static_cast<uint16_t>(*number));
  return true;
}

// Puts the numeric host into the address, or says that it is a name.
Parsed parse_host(const std::string& host, int family, Address& out) {
  auto* internet = reinterpret_cast<sockaddr_in*>(&out.storage);
  auto* internet6 = reinterpret_cast<sockaddr_in6*>(&out.storage);
  if (host.empty()) return Parsed::Done;  // any: zeros
  if (family == AF_INET) {
    if (host == "<broadcast>" || host == "255.255.255.255") {
      internet->sin_addr.s_addr = INADDR_BROADCAST;
      return Parsed::Done;
    }
    return inet_aton(host.c_str(), &internet->sin_addr) != 0 ? Parsed::Done : Parsed::NeedsLookup;
  }
  return inet_pton(AF_INET6, host.c_str(), &internet6->sin6_addr) == 1 ? Parsed::Done
                                                                       : Parsed::NeedsLookup;
}

// `socket` tells AF_INET from AF_INET6.
Parsed parse_internet(Thread& thread, const Socket* socket, Value value, std::string_view function,
                      Address& out, std::string& host) {
  const bool is_six = socket->family == AF_INET6;
  const std::string_view family = is_six ? "AF_INET6" : "AF_INET";
  if (!is_kind(value, Kind::Tuple)) {
    raise_type_error(thread, text(function, "(): ", family, " address must be tuple, not ",
                                  type_name(thread, value)));
    return Parsed::Failed;
  }
  const Tuple* tuple = value.as<Tuple>();
  if (is_six ? tuple->count < 2 || tuple->count > 4 : tuple->count != 2) {
    raise_type_error(thread,
                     is_six ? "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])"
                            : "AF_INET address must be a pair (host, port)");
    return Parsed::Failed;
  }
  const std::optional<std::string> name = host_argument(thread, tuple->values[0]);
  uint16_t port;
  if (!name || !parse_port(thread, tuple->values[1], function, port)) return Parsed::Failed;
  host = *name;
  if (!is_six) {
    auto* address = reinterpret_cast<sockaddr_in*>(&out.storage);
    address->sin_family = AF_INET;
    address->sin_port = port;
    out.length = sizeof *address;
    return parse_host(host, AF_INET, out);
  }
  auto* address = reinterpret_cast<sockaddr_in6*>(&out.storage);
  address->sin6_family = AF_INET6;
  address->sin6_port = port;
  if (tuple->count > 2) {
    const std::optional<int64_t> flow = to_index(thread, tuple->values[2]);
    if (!flow) return Parsed::Failed;
    if (*flow < 0 || *flow > 0xfffff) {
      raise_overflow_error(thread, text(function, "(): flowinfo must be 0-1048575."));
      return Parsed::Failed;
    }
    address->sin6_flowinfo = htonl(static_cast<uint32_t>(*flow));
  }
  if (tuple->count > 3) {
    const std::optional<int64_t> scope = to_index(thread, tuple->values[3]);
    if (!scope) return Parsed::Failed;
    address->sin6_scope_id = static_cast<uint32_t>(*scope);
  }
  out.length = sizeof *address;
  return parse_host(host, AF_INET6, out);
}

Parsed parse_path(Thread& thread, Value value, Address& out) {
  std::string_view path;
  if (is_str(value)) {
    path = value.as<Str>()->view();
  } else {
    const std::optional<std::string_view> bytes = readable_bytes(thread, value);
    if (!bytes) return Parsed::Failed;
    path = *bytes;
  }
  auto* address = reinterpret_cast<sockaddr_un*>(&out.storage);
  // One that begins with NUL is a name of its own kind, without an end mark.
  const bool is_abstract = path.empty() || path.front() == '\0';
  if (path.size() + (is_abstract ? 0 : 1) > sizeof address->sun_path) {
    raise(thread, thread.isolate.exceptions.os_error, "AF_UNIX path too long");
    return Parsed::Failed;
  }
  address->sun_family = AF_UNIX;
  std::memcpy(address->sun_path, path.data(), path.size());
  out.length =
      static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + (is_abstract ? 0 : 1));
  return Parsed::Done;
}

Parsed parse_netlink(Thread& thread, Value value, std::string_view function, Address& out) {
  if (!is_kind(value, Kind::Tuple) || value.as<Tuple>()->count != 2) {
    raise_type_error(thread, text(function, "(): AF_NETLINK address must be tuple, not ",
                                  type_name(thread, value)));
    return Parsed::Failed;
  }
  const Tuple* tuple = value.as<Tuple>();
  const std::optional<int64_t> process = to_index(thread, tuple->values[0]);
  const std::optional<int64_t> groups = process ? to_index(thread, tuple->values[1]) : std::nullopt;
  if (!groups) return Parsed::Failed;
  auto* address = reinterpret_cast<sockaddr_nl*>(&out.storage);
  address->nl_family = AF_NETLINK;
  address->nl_pid = static_cast<uint32_t>(*process);
  address->nl_groups = static_cast<uint32_t>(*groups);
  out.length = sizeof *address;
  return Parsed::Done;
}

Value make_path(Thread& thread, const Address& address) {
  const auto* path = reinterpret_cast<const sockaddr_un*>(&address.storage);
  const size_t begin = offsetof(sockaddr_un, sun_path);
  const size_t size = address.length > begin ? address.length - begin : 0;
  if (size != 0 && path->sun_path[0] == '\0')
    return as_result(make_bytes(thread, {path->sun_path, size}));
  return as_result(make_str_lossless(thread, {path->sun_path, strnlen(path->sun_path, size)}));
}

}  // namespace

std::optional<std::string> host_argument(Thread& thread, Value value) {
  std::string host;
  if (is_str(value)) {
    host = value.as<Str>()->view();
  } else if (is_kind(value, Kind::Bytes) || is_kind(value, Kind::ByteArray)) {
    host = *readable_bytes(thread, value);
  } else {
    raise_type_error(thread,
                     text("str, bytes or bytearray expected, not ", type_name(thread, value)));
    return std::nullopt;
  }
  if (host.find('\0') != std::string::npos) {
    raise_type_error(thread, "host name must not contain null character");
    return std::nullopt;
  }
  return host;
}

Parsed parse_address(Thread& thread, const Socket* socket, Value value, std::string_view function,
                     Address& out, std::string& host) {
  switch (socket->family) {
    case AF_INET:
    case AF_INET6:
      return parse_internet(thread, socket, value, function, out, host);
    case AF_UNIX:
      return parse_path(thread, value, out);
    case AF_NETLINK:
      return parse_netlink(thread, value, function, out);
    default:
      raise(thread, thread.isolate.exceptions.os_error, text(function, "(): bad family"));
      return Parsed::Failed;
  }
}

Value begin_transfer_to(Thread& thread, Transfer& transfer, Value address,
                        std::string_view function) {
  Address parsed;
  std::string host;
  const Parsed how = parse_address(thread, transfer.socket, address, function, parsed, host);
  if (how == Parsed::Failed) return Value::error();
  Bytes* bytes =
      make_bytes(thread, {reinterpret_cast<const char*>(&parsed.storage), parsed.length});
  if (bytes == nullptr) return Value::error();
  transfer.extra = Value::cell(bytes);
  if (how == Parsed::Done) return begin_transfer(thread, transfer);
  return resolve_for_transfer(thread, std::move(host), transfer.socket->family, transfer);
}

Value make_internet_address(Thread& thread, const sockaddr* address, socklen_t length) {
  char host[INET6_ADDRSTRLEN] = "";
  if (address->sa_family == AF_INET) {
    const auto* internet = reinterpret_cast<const sockaddr_in*>(address);
    inet_ntop(AF_INET, &internet->sin_addr, host, sizeof host);
    const Value values[] = {as_result(make_str(thread, host)),
                            Value::small_int(ntohs(internet->sin_port))};
    return values[0] ? as_result(make_tuple(thread, values)) : Value::error();
  }
  if (address->sa_family == AF_INET6) {
    const auto* internet = reinterpret_cast<const sockaddr_in6*>(address);
    // With the scope's name, as getnameinfo() writes it.
    char full[NI_MAXHOST] = "";
    if (getnameinfo(address, length, full, sizeof full, nullptr, 0, NI_NUMERICHOST) != 0)
      inet_ntop(AF_INET6, &internet->sin6_addr, full, sizeof full);
    const Value values[] = {as_result(make_str(thread, full)),
                            Value::small_int(ntohs(internet->sin6_port)),
                            Value::small_int(ntohl(internet->sin6_flowinfo)),
                            Value::small_int(internet->sin6_scope_id)};
    return values[0] ? as_result(make_tuple(thread, values)) : Value::error();
  }
  const Value values[] = {
      Value::small_int(address->sa_family),
      as_result(make_bytes(thread, {address->sa_data, length - offsetof(sockaddr, sa_data)}))};
  return values[1] ? as_result(make_tuple(thread, values)) : Value::error();
}

Value make_address(Thread& thread, const Socket* socket, const Address& address) {
  if (address.length == 0) return Value::none();
  if (socket->family == AF_UNIX) return make_path(thread, address);
  if (address.storage.ss_family == AF_NETLINK) {
    const auto* netlink = reinterpret_cast<const sockaddr_nl*>(&address.storage);
    const Value values[] = {Value::small_int(netlink->nl_pid),
                            Value::small_int(netlink->nl_groups)};
    return as_result(make_tuple(thread, values));
  }
  return make_internet_address(thread, address.get(), address.length);
}

}  // namespace weft::sockets
