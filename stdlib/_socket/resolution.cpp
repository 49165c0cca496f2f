// Looking names up: numeric addresses at once, others in an OS thread of their own, for the
// system's resolver blocks. The fiber waits for an event descriptor that the thread writes to at
// its end.
//
// A Lookup belongs to both: whoever is done with it last frees it. The fiber's side takes the
// descriptor away when it does not wait any more; if the thread is just writing to it, that one
// does. Without a lock: a child of fork() has no such thread, and would wait for it.
#include <netdb.h>
#include <netinet/in.h>
#include <sys/eventfd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <new>
#include <system_error>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/vm/threads.h"
#include "runtime/heap/marker.h"
#include "runtime/schedule/helper_thread.h"
#include "stdlib/_socket/socket.h"

namespace weft::sockets {

namespace {

struct Lookup {
  enum class Kind : uint8_t { Addresses, Names, Hosts };
  // What both sides know: it is looked up, the result is there and the descriptor written to, that
  // is done, nobody waits any more.
  enum class Stage : uint8_t { Asking, Telling, Told, Abandoned };

  ~Lookup() {
    if (addresses != nullptr) freeaddrinfo(addresses);
  }

  Kind kind = Kind::Addresses;
  // Of addresses and hosts: what for.
  std::optional<std::string> host;
  std::optional<std::string> service;
  addrinfo hints{};
  addrinfo* addresses = nullptr;
  // Of names: whose.
  Address address{};
  int flags = 0;
  char host_name[NI_MAXHOST] = "";
  char service_name[NI_MAXSERV] = "";
  int error = 0;
  int system_error = 0;  // where `error` is EAI_SYSTEM

  std::atomic<Stage> stage{Stage::Asking};
  int event = -1;

  // Blocks; touches nothing but this.
  void run() {
    if (kind == Kind::Names) {
      error = getnameinfo(address.get(), address.length, host_name, sizeof host_name, service_name,
                          sizeof service_name, flags);
    } else {
      error = getaddrinfo(host ? host->c_str() : nullptr, service ? service->c_str() : nullptr,
                          &hints, &addresses);
    }
    system_error = errno;
  }

  bool is_done() const {
    const Stage now = stage.load();
    return now == Stage::Telling || now == Stage::Told;
  }

  // By the thread, after run().
  void tell() {
    Stage expected = Stage::Asking;
    if (!stage.compare_exchange_strong(expected, Stage::Telling)) return;
    const uint64_t one = 1;
    static_cast<void>(!write(event, &one, sizeof one));
    expected = Stage::Telling;
    if (!stage.compare_exchange_strong(expected, Stage::Told)) close(event);
  }

  // By the fiber's side, once: the descriptor is not its any more.
  void abandon() {
    if (stage.exchange(Stage::Abandoned) != Stage::Telling) close(event);
  }
};

// What waits for a Lookup.
struct Resolution : CustomObject {
  using CustomObject::CustomObject;
  std::shared_ptr<Lookup> lookup;
  Value (*finish)(Thread& thread, Resolution* resolution);
  CustomObject* transfer;  // what goes on then; null for none
};

void stop_waiting(Isolate& isolate, Lookup& lookup) {
  if (lookup.event < 0 || lookup.stage.load() == Lookup::Stage::Abandoned) return;
  if (!isolate.is_ending) forget_descriptor(isolate, lookup.event);
  lookup.abandon();
}

void trace_resolution(CustomObject* object, Marker& marker) {
  marker.mark(static_cast<Resolution*>(object)->transfer);
}
void destroy_resolution(CustomObject* object) {
  auto* resolution = static_cast<Resolution*>(object);
  if (Lookup* lookup = resolution->lookup.get();
      lookup != nullptr && lookup->event >= 0 && lookup->stage.load() != Lookup::Stage::Abandoned) {
    lookup->abandon();
  }
  resolution->lookup.~shared_ptr();
}
constexpr CustomOperations resolution_operations = {trace_resolution, destroy_resolution};

Resolution* make_resolution(Thread& thread, std::unique_ptr<Lookup> lookup,
                            Value (*finish)(Thread&, Resolution*)) {
  auto* made = make_custom_object<Resolution>(thread, state_of(thread).resolution_type,
                                              resolution_operations);
  if (made == nullptr) return nullptr;
  new (&made->lookup) std::shared_ptr<Lookup>(std::move(lookup));
  made->finish = finish;
  return made;
}

// Runs the lookup in a thread of its own; false when there is none to be had.
bool start_thread_for(const std::shared_ptr<Lookup>& lookup) {
  try {
    runtime::start_helper_thread([lookup] {
      lookup->run();
      lookup->tell();
    }).detach();
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

Value wait_for_resolution(Thread& thread, Resolution* resolution);

Value continue_resolution(Thread& thread, Fiber* fiber, Value value) {
  auto* resolution = static_cast<Resolution*>(fiber->on_resume_of);
  if (!value) {
    stop_waiting(thread.isolate, *resolution->lookup);
    return value;
  }
  if (!resolution->lookup->is_done()) return wait_for_resolution(thread, resolution);
  stop_waiting(thread.isolate, *resolution->lookup);
  return resolution->finish(thread, resolution);
}

Value wait_for_resolution(Thread& thread, Resolution* resolution) {
  ParkOptions options;
  options.cooperative =
      thread.hub->cooperative ||
      (resolution->transfer != nullptr && transfer_of(resolution->transfer).socket->is_cooperative);
  options.on_resume = continue_resolution;
  options.on_resume_of = resolution;
  options.resumes_failed = true;
  return park_for_descriptor(thread, resolution->lookup->event, runtime::Poller::Read,
                             runtime::Poller::Trigger::Level, options);
}

Value begin_resolution(Thread& thread, Resolution* resolution) {
  const std::shared_ptr<Lookup>& lookup = resolution->lookup;
  lookup->event = open_descriptor(thread, [] { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); });
  if (lookup->event >= 0 && start_thread_for(lookup))
    return wait_for_resolution(thread, resolution);
  stop_waiting(thread.isolate, *lookup);
  const std::shared_ptr<Lookup> kept = lookup;
  without_gil(thread, [&] { kept->run(); });
  return resolution->finish(thread, resolution);
}

// --- What comes of it

Value raise_failure(Thread& thread, const Lookup& lookup) {
  errno = lookup.system_error;
  return raise_gaierror(thread, lookup.error);
}

Value finish_addresses(Thread& thread, Resolution* resolution) {
  const Lookup& lookup = *resolution->lookup;
  if (lookup.error != 0) return raise_failure(thread, lookup);
  List* result = make_list(thread);
  if (result == nullptr) return Value::error();
  for (const addrinfo* each = lookup.addresses; each != nullptr; each = each->ai_next) {
    const Value address = make_internet_address(thread, each->ai_addr, each->ai_addrlen);
    if (!address) return address;
    const std::string_view canonical = each->ai_canonname == nullptr ? "" : each->ai_canonname;
    const Value values[] = {Value::small_int(each->ai_family), Value::small_int(each->ai_socktype),
                            Value::small_int(each->ai_protocol),
                            as_result(make_str(thread, canonical)), address};
    if (!values[3]) return Value::error();
    const Value tuple = as_result(make_tuple(thread, values));
    if (!tuple || !list_append(thread, result, tuple)) return Value::error();
  }
  return Value::cell(result);
}

Value finish_names(Thread& thread, Resolution* resolution) {
  const Lookup& lookup = *resolution->lookup;
  if (lookup.error != 0) return raise_failure(thread, lookup);
  const Value values[] = {as_result(make_str(thread, lookup.host_name)),
                          as_result(make_str(thread, lookup.service_name))};
  if (!values[0] || !values[1]) return Value::error();
  return as_result(make_tuple(thread, values));
}

Value finish_transfer_address(Thread& thread, Resolution* resolution) {
  const Lookup& lookup = *resolution->lookup;
  if (lookup.error != 0) return raise_failure(thread, lookup);
  Transfer transfer = transfer_of(resolution->transfer);
  Address address;
  const std::string_view begun = transfer.extra.as<Bytes>()->view();
  std::memcpy(&address.storage, begun.data(), begun.size());
  if (address.storage.ss_family == AF_INET) {
    reinterpret_cast<sockaddr_in*>(&address.storage)->sin_addr =
        reinterpret_cast<const sockaddr_in*>(lookup.addresses->ai_addr)->sin_addr;
  } else {
    auto* to = reinterpret_cast<sockaddr_in6*>(&address.storage);
    const auto* found = reinterpret_cast<const sockaddr_in6*>(lookup.addresses->ai_addr);
    to->sin6_addr = found->sin6_addr;
    if (to->sin6_scope_id == 0) to->sin6_scope_id = found->sin6_scope_id;
  }
  Bytes* whole =
      make_bytes(thread, {reinterpret_cast<const char*>(&address.storage), begun.size()});
  if (whole == nullptr) return Value::error();
  transfer.extra = Value::cell(whole);
  return begin_transfer(thread, transfer);
}

// --- Functions

Value getaddrinfo_function(Thread& thread, Arguments arguments) {
  auto lookup = std::make_unique<Lookup>();
  if (is_str(arguments[0])) {
    lookup->host = arguments[0].as<Str>()->view();
  } else if (is_kind(arguments[0], Kind::Bytes)) {
    lookup->host = arguments[0].as<Bytes>()->view();
  } else if (!arguments[0].is_none()) {
    return raise_type_error(thread, "getaddrinfo() argument 1 must be string or None");
  }
  if (lookup->host && lookup->host->find('\0') != std::string::npos)
    return raise_gaierror(thread, EAI_NONAME);
  if (is_int(arguments[1])) {
    const std::optional<int64_t> port = to_index(thread, arguments[1]);
    if (!port) return Value::error();
    lookup->service = std::to_string(*port);
  } else if (is_str(arguments[1])) {
    lookup->service = arguments[1].as<Str>()->view();
  } else if (is_kind(arguments[1], Kind::Bytes)) {
    lookup->service = arguments[1].as<Bytes>()->view();
  } else if (!arguments[1].is_none()) {
    return raise(thread, thread.isolate.exceptions.os_error, "Int or String expected");
  }
  int32_t numbers[4];
  for (uint32_t i = 0; i < 4; ++i) {
    const std::optional<int32_t> number = to_int_argument(thread, arguments[2 + i]);
    if (!number) return Value::error();
    numbers[i] = *number;
  }
  lookup->hints.ai_family = numbers[0];
  lookup->hints.ai_socktype = numbers[1];
  lookup->hints.ai_protocol = numbers[2];
  // Numbers need nobody to ask.
  lookup->hints.ai_flags = numbers[3] | AI_NUMERICHOST;
  lookup->run();
  const bool is_name = lookup->error == EAI_NONAME && lookup->host && !lookup->host->empty() &&
                       (numbers[3] & AI_NUMERICHOST) == 0;
  lookup->hints.ai_flags = numbers[3];
  Resolution* resolution = make_resolution(thread, std::move(lookup), finish_addresses);
  if (resolution == nullptr) return Value::error();
  return is_name ? begin_resolution(thread, resolution) : finish_addresses(thread, resolution);
}

Value getnameinfo_function(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[0], Kind::Tuple))
    return raise_type_error(thread, "getnameinfo() argument 1 must be a tuple");
  const std::optional<int32_t> flags = to_int_argument(thread, arguments[1]);
  if (!flags) return Value::error();
  const Tuple* given = arguments[0].as<Tuple>();
  if (given->count < 2 || given->count > 4 || !is_str(given->values[0]))
    return raise_type_error(thread, "getnameinfo(): illegal sockaddr argument");
  const std::optional<int32_t> port = to_int_argument(thread, given->values[1]);
  if (!port) return Value::error();
  if (*port < 0 || *port > 0xffff)
    return raise_overflow_error(thread, "getnameinfo(): port must be 0-65535.");
  const std::string host(given->values[0].as<Str>()->view());
  const std::string service = std::to_string(*port);
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_DGRAM;
  hints.ai_flags = AI_NUMERICHOST;
  addrinfo* found = nullptr;
  const int error = getaddrinfo(host.c_str(), service.c_str(), &hints, &found);
  if (error != 0) return raise_gaierror(thread, error);
  auto lookup = std::make_unique<Lookup>();
  lookup->kind = Lookup::Kind::Names;
  lookup->flags = *flags;
  std::memcpy(&lookup->address.storage, found->ai_addr, found->ai_addrlen);
  lookup->address.length = found->ai_addrlen;
  const bool is_six = found->ai_family == AF_INET6;
  freeaddrinfo(found);
  if (!is_six && given->count != 2) {
    return raise(thread, thread.isolate.exceptions.os_error, "IPv4 sockaddr must be 2 tuple");
  }
  constexpr int Numeric = NI_NUMERICHOST | NI_NUMERICSERV;
  const bool is_name = (*flags & Numeric) != Numeric;
  if (!is_name) lookup->run();
  Resolution* resolution = make_resolution(thread, std::move(lookup), finish_names);
  if (resolution == nullptr) return Value::error();
  return is_name ? begin_resolution(thread, resolution) : finish_names(thread, resolution);
}

constexpr NativeMethod functions[] = {
    {"getaddrinfo", "(host, port, family=0, type=0, proto=0, flags=0)",
     "What a host and a service are reached by: (family, type, proto, canonname, address) each.",
     getaddrinfo_function},
    {"getnameinfo", "(sockaddr, flags, /)", "The names of the host and the service of an address.",
     getnameinfo_function},
};

constexpr TypeSpec resolution_spec = {
    .name = "resolution",
    .module = "_socket",
    .doc = "A name that is looked up.",
    .instance_kind = Kind::HostObject,
    .instance_size = sizeof(Resolution),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = {},
    .attributes = {},
};

}  // namespace

Value resolve_for_transfer(Thread& thread, std::string host, int family, const Transfer& transfer) {
  auto lookup = std::make_unique<Lookup>();
  lookup->host = std::move(host);
  lookup->hints.ai_family = family;
  Resolution* resolution = make_resolution(thread, std::move(lookup), finish_transfer_address);
  if (resolution == nullptr) return Value::error();
  CustomObject* kept = make_transfer_cell(thread, transfer);
  if (kept == nullptr) return Value::error();
  store(resolution, resolution->transfer, kept);
  return begin_resolution(thread, resolution);
}

Value raise_gaierror(Thread& thread, int error) {
  if (error == EAI_SYSTEM) return raise_os_error(thread, errno, Value::unset());
  const Value values[] = {Value::small_int(error),
                          as_result(make_str(thread, gai_strerror(error)))};
  Tuple* arguments = values[1] ? make_tuple(thread, values) : nullptr;
  Exception* exception =
      arguments == nullptr ? nullptr : make_exception(thread, state_of(thread).gaierror, arguments);
  return exception == nullptr ? Value::error() : raise(thread, exception);
}

bool make_resolution_type(Thread& thread, State& state) {
  state.resolution_type = make_builtin_type(thread, resolution_spec, nullptr);
  return state.resolution_type != nullptr;
}

std::span<const NativeMethod> resolution_functions() { return functions; }

}  // namespace weft::sockets
