// What the library's functions convert: byte order, addresses and text, numbers and names.
#include <arpa/inet.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <unistd.h>

#include <climits>
#include <vector>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/vm/threads.h"
#include "stdlib/_socket/socket.h"

namespace weft::sockets {

namespace {

Value raise_plain(Thread& thread, std::string_view message) {
  return raise(thread, thread.isolate.exceptions.os_error, message);
}

std::optional<std::string> text_argument(Thread& thread, Value value, std::string_view function,
                                         std::string_view position) {
  Str* given = str_argument(thread, value, function, position);
  if (given == nullptr) return std::nullopt;
  if (given->view().find('\0') != std::string_view::npos) {
    raise_value_error(thread, "embedded null character");
    return std::nullopt;
  }
  return std::string(given->view());
}

// --- Byte order

Value swap_short(Thread& thread, Value value, std::string_view function) {
  const std::optional<int64_t> number = to_index(thread, value);
  if (!number) return Value::error();
  if (*number > INT_MAX)
    return raise_overflow_error(thread, "signed integer is greater than maximum");
  if (*number < 0) {
    return raise_overflow_error(
        thread, text(function, ": can't convert negative Python int to C 16-bit unsigned integer"));
  }
  if (*number > 0xffff) {
    return raise_overflow_error(
        thread, text(function, ": Python int too large to convert to C 16-bit unsigned integer"));
  }
  return Value::small_int(htons(static_cast<uint16_t>(*number)));
}
Value htons_function(Thread& thread, Arguments arguments) {
  return swap_short(thread, arguments[0], "htons");
}
Value ntohs_function(Thread& thread, Arguments arguments) {
  return swap_short(thread, arguments[0], "ntohs");
}
Value swap_long(Thread& thread, Arguments arguments) {
  if (!is_int(arguments[0])) {
    return raise_type_error(thread,
                            text("expected int, ", type_name(thread, arguments[0]), " found"));
  }
  const std::optional<int64_t> number = to_index(thread, arguments[0]);
  if (!number) return Value::error();
  if (*number < 0)
    return raise_overflow_error(thread, "can't convert negative value to unsigned int");
  if (*number > UINT32_MAX) return raise_overflow_error(thread, "int larger than 32 bits");
  return Value::small_int(htonl(static_cast<uint32_t>(*number)));
}

// --- Addresses

Value inet_aton_function(Thread& thread, Arguments arguments) {
  const std::optional<std::string> host = text_argument(thread, arguments[0], "inet_aton", "1");
  if (!host) return Value::error();
  in_addr address{};
  if (inet_aton(host->c_str(), &address) == 0)
    return raise_plain(thread, "illegal IP address string passed to inet_aton");
  return as_result(make_bytes(thread, {reinterpret_cast<const char*>(&address), sizeof address}));
}

Value inet_ntoa_function(Thread& thread, Arguments arguments) {
  const std::optional<std::string_view> bytes = readable_bytes(thread, arguments[0]);
  if (!bytes) return Value::error();
  if (bytes->size() != sizeof(in_addr))
    return raise_plain(thread, "packed IP wrong length for inet_ntoa");
  char host[INET_ADDRSTRLEN];
  inet_ntop(AF_INET, bytes->data(), host, sizeof host);
  return as_result(make_str(thread, host));
}

Value inet_pton_function(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> family = to_int_argument(thread, arguments[0]);
  const std::optional<std::string> host =
      family ? text_argument(thread, arguments[1], "inet_pton", "2") : std::nullopt;
  if (!host) return Value::error();
  char room[sizeof(in6_addr)];
  const int result = inet_pton(*family, host->c_str(), room);
  if (result < 0) return raise_os_error(thread, errno, Value::unset());
  if (result == 0) return raise_plain(thread, "illegal IP address string passed to inet_pton");
  return as_result(
      make_bytes(thread, {room, *family == AF_INET ? sizeof(in_addr) : sizeof(in6_addr)}));
}

Value inet_ntop_function(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> family = to_int_argument(thread, arguments[0]);
  const std::optional<std::string_view> bytes =
      family ? readable_bytes(thread, arguments[1]) : std::nullopt;
  if (!bytes) return Value::error();
  if (*family != AF_INET && *family != AF_INET6)
    return raise_value_error(thread, text("unknown address family ", *family));
  if (bytes->size() != (*family == AF_INET ? sizeof(in_addr) : sizeof(in6_addr)))
    return raise_value_error(thread, "invalid length of packed IP address string");
  char host[INET6_ADDRSTRLEN];
  inet_ntop(*family, bytes->data(), host, sizeof host);
  return as_result(make_str(thread, host));
}

// --- Services, protocols, interfaces

// None for a protocol that was not given. False: exception pending.
bool protocol_argument(Thread& thread, Value value, std::string_view function,
                       std::optional<std::string>& protocol) {
  if (value.is_unset()) return true;
  protocol = text_argument(thread, value, function, "2");
  return protocol.has_value();
}

Value getservbyname_function(Thread& thread, Arguments arguments) {
  const std::optional<std::string> name = text_argument(thread, arguments[0], "getservbyname", "1");
  std::optional<std::string> protocol;
  if (!name || !protocol_argument(thread, arguments[1], "getservbyname", protocol))
    return Value::error();
  servent entry{};
  servent* found = nullptr;
  char room[2048];
  getservbyname_r(name->c_str(), protocol ? protocol->c_str() : nullptr, &entry, room, sizeof room,
                  &found);
  if (found == nullptr) return raise_plain(thread, "service/proto not found");
  return Value::small_int(ntohs(static_cast<uint16_t>(found->s_port)));
}

Value getservbyport_function(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> port = to_int_argument(thread, arguments[0]);
  if (!port) return Value::error();
  if (*port < 0 || *port > 0xffff)
    return raise_overflow_error(thread, "getservbyport: port must be 0-65535.");
  std::optional<std::string> protocol;
  if (!protocol_argument(thread, arguments[1], "getservbyport", protocol)) return Value::error();
  servent entry{};
  servent* found = nullptr;
  char room[2048];
  getservbyport_r(htons(static_cast<uint16_t>(*port)), protocol ? protocol->c_str() : nullptr,
                  &entry, room, sizeof room, &found);
  if (found == nullptr) return raise_plain(thread, "port/proto not found");
  return as_result(make_str(thread, found->s_name));
}

Value getprotobyname_function(Thread& thread, Arguments arguments) {
  const std::optional<std::string> name =
      text_argument(thread, arguments[0], "getprotobyname", "1");
  if (!name) return Value::error();
  protoent entry{};
  protoent* found = nullptr;
  char room[2048];
  getprotobyname_r(name->c_str(), &entry, room, sizeof room, &found);
  if (found == nullptr) return raise_plain(thread, "protocol not found");
  return Value::small_int(found->p_proto);
}

Value if_nametoindex_function(Thread& thread, Arguments arguments) {
  const std::optional<std::string> name =
      text_argument(thread, arguments[0], "if_nametoindex", "1");
  if (!name) return Value::error();
  const unsigned index = if_nametoindex(name->c_str());
  return index == 0 ? raise_plain(thread, "no interface with this name") : Value::small_int(index);
}

Value if_indextoname_function(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> index = to_index(thread, arguments[0]);
  if (!index) return Value::error();
  char name[IF_NAMESIZE];
  if (if_indextoname(static_cast<unsigned>(*index), name) == nullptr)
    return raise_os_error(thread, errno, Value::unset());
  return as_result(make_str(thread, name));
}

Value if_nameindex_function(Thread& thread, Arguments) {
  List* result = make_list(thread);
  if (result == nullptr) return Value::error();
  struct if_nameindex* all = if_nameindex();
  if (all == nullptr) return raise_os_error(thread, errno, Value::unset());
  bool good = true;
  for (const struct if_nameindex* each = all; good && each->if_index != 0; ++each) {
    const Value values[] = {Value::small_int(each->if_index),
                            as_result(make_str(thread, each->if_name))};
    const Value tuple = values[1] ? as_result(make_tuple(thread, values)) : values[1];
    good = tuple && list_append(thread, result, tuple);
  }
  if_freenameindex(all);
  return good ? Value::cell(result) : Value::error();
}

Value gethostname_function(Thread& thread, Arguments) {
  char name[HOST_NAME_MAX + 1] = "";
  if (gethostname(name, sizeof name - 1) != 0) return raise_os_error(thread, errno, Value::unset());
  return as_result(make_str_lossless(thread, name));
}

Value sethostname_function(Thread& thread, Arguments arguments) {
  const std::optional<std::string> name = text_argument(thread, arguments[0], "sethostname", "1");
  if (!name) return Value::error();
  if (sethostname(name->c_str(), name->size()) != 0)
    return raise_os_error(thread, errno, Value::unset());
  return Value::none();
}

// --- Ancillary data

template <size_t (*Size)(size_t)>
Value control_size(Thread& thread, Arguments arguments, std::string_view function) {
  const std::optional<int64_t> size = to_size_argument(thread, arguments[0]);
  if (!size) return Value::error();
  if (*size < 0 || *size > INT_MAX)
    return raise_overflow_error(thread, text(function, "() argument out of range"));
  return Value::small_int(static_cast<int64_t>(Size(static_cast<size_t>(*size))));
}
size_t length_of(size_t size) { return CMSG_LEN(size); }
size_t space_of(size_t size) { return CMSG_SPACE(size); }
Value cmsg_len(Thread& thread, Arguments arguments) {
  return control_size<length_of>(thread, arguments, "CMSG_LEN");
}
Value cmsg_space(Thread& thread, Arguments arguments) {
  return control_size<space_of>(thread, arguments, "CMSG_SPACE");
}

constexpr NativeMethod functions[] = {
    {"CMSG_LEN", "(length, /)", "The size of an item of ancillary data.", cmsg_len},
    {"CMSG_SPACE", "(length, /)", "The room an item of ancillary data takes.", cmsg_space},
    {"gethostname", "(/)", "This host's name.", gethostname_function},
    {"getprotobyname", "(name, /)", "The number of a protocol.", getprotobyname_function},
    {"getservbyname", "(servicename, [protocolname=<unset>], /)", "The port of a service.",
     getservbyname_function},
    {"getservbyport", "(port, [protocolname=<unset>], /)", "The service of a port.",
     getservbyport_function},
    {"htonl", "(x, /)", "32 bits from this host's byte order to the network's.", swap_long},
    {"htons", "(x, /)", "16 bits from this host's byte order to the network's.", htons_function},
    {"if_indextoname", "(if_index, /)", "The name of a network interface.",
     if_indextoname_function},
    {"if_nameindex", "()", "The network interfaces: (index, name) each.", if_nameindex_function},
    {"if_nametoindex", "(if_name, /)", "The index of a network interface.",
     if_nametoindex_function},
    {"inet_aton", "(ip_addr, /)", "An IPv4 address from text to bytes.", inet_aton_function},
    {"inet_ntoa", "(packed_ip, /)", "An IPv4 address from bytes to text.", inet_ntoa_function},
    {"inet_ntop", "(af, packed_ip, /)", "An address from bytes to text.", inet_ntop_function},
    {"inet_pton", "(af, ip, /)", "An address from text to bytes.", inet_pton_function},
    {"ntohl", "(x, /)", "32 bits from the network's byte order to this host's.", swap_long},
    {"ntohs", "(x, /)", "16 bits from the network's byte order to this host's.", ntohs_function},
    {"sethostname", "(name, /)", "Names this host.", sethostname_function},
};

}  // namespace

std::span<const NativeMethod> conversion_functions() { return functions; }

}  // namespace weft::sockets
