// Module _multiprocessing: semaphores in memory that a process shares with those it starts, and
// messages through pipes and sockets.
//
// A semaphore is the system's. Waiting for one is a system call without the GIL, which signals
// interrupt; in a cooperative hub, whose other fibers have to go on, it is tried again and again
// with growing pauses, as nothing tells of it.
#include <endian.h>
#include <poll.h>
#include <semaphore.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <cstring>
#include <memory>
#include <utility>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/lock.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/multiprocessing/message_pipe.h"
#include "stdlib/multiprocessing/shared_array.h"
#include "stdlib/multiprocessing/shared_memory.h"
#include "stdlib/native_modules.h"
#include "stdlib/pauses.h"
#include "stdlib/posix/path_argument.h"

namespace weft {
namespace {

enum SemaphoreKind : int64_t { RecursiveMutex = 0, Semaphore = 1 };

struct SemLock : CustomObject {
  using CustomObject::CustomObject;
  SharedPlace* place;  // owned; null until made
  sem_t* semaphore;    // there
  int64_t kind;
  int64_t most;
  int64_t count;         // how often this process holds it
  const Object* holder;  // who acquired it last; compared only
};

void destroy(CustomObject* object) {
  auto* lock = static_cast<SemLock*>(object);
  // Others may have it still: the memory goes, the semaphore is not destroyed.
  delete lock->place;
}
constexpr CustomOperations operations = {nullptr, destroy};

struct MultiprocessingState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(lock_type); }
  Type* lock_type = nullptr;
};

SemLock* self_of(Arguments arguments) { return arguments[0].as<SemLock>(); }

// A lock at a place; null: exception pending.
SemLock* make_lock(Thread& thread, int64_t kind, int64_t most, std::unique_ptr<SharedPlace> place) {
  auto* made = make_custom_object<SemLock>(
      thread, module_state<MultiprocessingState>(thread.isolate).lock_type, operations);
  if (made == nullptr) return nullptr;
  made->place = place.release();
  made->semaphore = reinterpret_cast<sem_t*>(made->place->address);
  made->kind = kind;
  made->most = most;
  return made;
}

Value lock_new(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> kind = to_int_argument(thread, arguments[1]);
  const auto value = kind ? to_int_argument(thread, arguments[2]) : std::nullopt;
  const auto most = value ? to_int_argument(thread, arguments[3]) : std::nullopt;
  if (!most) return Value::error();
  if (*kind != RecursiveMutex && *kind != Semaphore) {
    return raise_value_error(thread, "unrecognized kind");
  }
  if (*value < 0) return raise_os_error(thread, EINVAL, Value::unset());
  std::unique_ptr<SharedPlace> place = make_shared_place(thread, sizeof(sem_t));
  if (place == nullptr) return Value::error();
  if (sem_init(reinterpret_cast<sem_t*>(place->address), 1, static_cast<unsigned>(*value)) != 0) {
    return raise_errno(thread);
  }
  return as_result(make_lock(thread, *kind, *most, std::move(place)));
}

Value lock_place(Thread& thread, Arguments arguments) {
  return shared_place_address(thread, *self_of(arguments)->place);
}

Value find_lock(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> kind = to_int_argument(thread, arguments[0]);
  const auto most = kind ? to_int_argument(thread, arguments[1]) : std::nullopt;
  const auto descriptor = most ? to_int_argument(thread, arguments[2]) : std::nullopt;
  const auto offset = descriptor ? to_size_argument(thread, arguments[3]) : std::nullopt;
  if (!offset) return Value::error();
  std::unique_ptr<SharedPlace> place =
      find_shared_place(thread, *descriptor, static_cast<size_t>(*offset), sizeof(sem_t));
  if (place == nullptr) return Value::error();
  return as_result(make_lock(thread, *kind, *most, std::move(place)));
}

bool is_mine(Thread& thread, const SemLock* lock) {
  return lock->count > 0 && lock->holder == owner_of_locks(thread);
}

Value took(Thread& thread, SemLock* lock) {
  ++lock->count;
  lock->holder = owner_of_locks(thread);
  return Value::boolean(true);
}

Value pause(Thread& thread, SemLock* lock, Value deadline, int64_t length);

// wait_data: (the deadline or None, the pause that was made).
Value try_again(Thread& thread, Fiber* fiber, Value value) {
  end_pause(thread);
  if (!value) return value;
  auto* lock = static_cast<SemLock*>(fiber->on_resume_of);
  if (sem_trywait(lock->semaphore) == 0) return took(thread, lock);
  const auto* data = fiber->wait_data.as<Tuple>();
  const Value deadline = data->values[0];
  if (deadline.is_small_int() && deadline.as_small_int() <= waiting_clock(thread)) {
    return Value::boolean(false);
  }
  return pause(thread, lock, deadline, next_pause(data->values[1].as_small_int()));
}

// Lets other fibers run for a while.
Value pause(Thread& thread, SemLock* lock, Value deadline, int64_t length) {
  const Value data[] = {deadline, Value::small_int(length)};
  ParkOptions options;
  options.wait_data = as_result(make_tuple(thread, data));
  if (!options.wait_data) return Value::error();
  options.on_resume = try_again;
  options.on_resume_of = lock;
  return park_for_pause(
      thread, length,
      deadline.is_small_int() ? std::optional(deadline.as_small_int()) : std::nullopt, options);
}

Value wait_for(Thread& thread, SemLock* lock, std::optional<int64_t> deadline) {
  if (thread.hub->cooperative) return pause(thread, lock, deadline_data(deadline), FirstPause);
  const int64_t start = deadline ? runtime::RealClock().now() - waiting_clock(thread) : 0;
  const int result = call_blocking(thread, [&] {
    if (!deadline) return sem_wait(lock->semaphore);
    const int64_t until = std::max<int64_t>(*deadline + start, 0);
    const timespec time = {until / 1000000000, until % 1000000000};
    return sem_clockwait(lock->semaphore, CLOCK_MONOTONIC, &time);
  });
  if (result == 0) return took(thread, lock);
  if (thread.pending != nullptr) return Value::error();
  return errno == ETIMEDOUT ? Value::boolean(false) : raise_errno(thread);
}

Value acquire(Thread& thread, SemLock* lock, bool blocks, Value timeout) {
  if (lock->kind == RecursiveMutex && is_mine(thread, lock)) {
    ++lock->count;
    return Value::boolean(true);
  }
  if (sem_trywait(lock->semaphore) == 0) return took(thread, lock);
  if (!blocks) return Value::boolean(false);
  std::optional<int64_t> deadline;
  if (!deadline_after(thread, timeout, deadline)) return Value::error();
  if (deadline && *deadline <= waiting_clock(thread)) return Value::boolean(false);
  return wait_for(thread, lock, deadline);
}

Value lock_acquire(Thread& thread, Arguments arguments) {
  const Truth blocks = truth(thread, arguments[1]);
  if (blocks == Truth::Error) return Value::error();
  return acquire(thread, self_of(arguments), blocks == Truth::True, arguments[2]);
}

Value lock_enter(Thread& thread, Arguments arguments) {
  return acquire(thread, self_of(arguments), true, Value::none());
}

Value release(Thread& thread, SemLock* lock) {
  if (lock->kind == RecursiveMutex) {
    if (!is_mine(thread, lock)) {
      return raise(thread, thread.isolate.exceptions.assertion_error,
                   "attempt to release recursive lock not owned by thread");
    }
    if (lock->count > 1) {
      --lock->count;
      return Value::none();
    }
  } else {
    int value = 0;
    if (sem_getvalue(lock->semaphore, &value) != 0) return raise_errno(thread);
    if (value >= lock->most) {
      return raise_value_error(thread, "semaphore or lock released too many times");
    }
  }
  if (sem_post(lock->semaphore) != 0) return raise_errno(thread);
  --lock->count;
  return Value::none();
}

Value lock_release(Thread& thread, Arguments arguments) {
  return release(thread, self_of(arguments));
}

Value lock_count(Thread&, Arguments arguments) {
  return Value::small_int(self_of(arguments)->count);
}
Value lock_is_mine(Thread& thread, Arguments arguments) {
  return Value::boolean(is_mine(thread, self_of(arguments)));
}
Value lock_get_value(Thread& thread, Arguments arguments) {
  int value = 0;
  if (sem_getvalue(self_of(arguments)->semaphore, &value) != 0) return raise_errno(thread);
  return Value::small_int(std::max(value, 0));
}
Value lock_is_zero(Thread& thread, Arguments arguments) {
  const Value value = lock_get_value(thread, arguments);
  return value ? Value::boolean(value.as_small_int() == 0) : value;
}
Value lock_after_fork(Thread&, Arguments arguments) {
  self_of(arguments)->count = 0;
  return Value::none();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, kind, value, maxvalue, /)", "A semaphore with this value.", lock_new},
    {"acquire", "(self, block=True, timeout=None)", "Takes one; whether it was there.",
     lock_acquire},
    {"release", "(self, /)", "Gives one back.", lock_release},
    {"__enter__", "(self, /)", "Takes one.", lock_enter},
    {"__exit__", "(self, *args)", "Gives one back.", lock_release},
    {"_count", "(self, /)", "How many this process has taken.", lock_count},
    {"_is_mine", "(self, /)", "Whether the running thread took it.", lock_is_mine},
    {"_get_value", "(self, /)", "How many are left.", lock_get_value},
    {"_is_zero", "(self, /)", "Whether none is left.", lock_is_zero},
    {"_after_fork", "(self, /)", "The child has taken none.", lock_after_fork},
    {"_place", "(self, /)", "What find_lock() finds it by: (descriptor, offset).", lock_place},
};

constexpr TypeSpec lock_spec = {.name = "SemLock",
                                .module = "_multiprocessing",
                                .doc = "A semaphore that processes share.",
                                .instance_kind = Kind::HostObject,
                                .instance_size = sizeof(SemLock),
                                .is_base_type = false,
                                .instances_have_dict = false,
                                .methods = methods,
                                .attributes = {}};

Value forget_fibers(Thread& thread, Arguments) {
  forget_other_fibers(thread);
  thread.hub->cooperative = false;
  return Value::none();
}

// --- Messages: a length of four bytes, then so many bytes. Longer ones: -1, a length of eight.

bool is_readable(int descriptor) {
  pollfd watched = {descriptor, POLLIN, 0};
  return poll(&watched, 1, 0) != 0;
}

// Fills `bytes`. False: exception pending (EOFError when nothing came and `may_end`).
bool read_whole(Thread& thread, int descriptor, std::span<char> bytes, bool may_end) {
  size_t done = 0;
  while (done < bytes.size()) {
    // A wait that an interrupt is sure to end.
    if (done == 0 && !is_readable(descriptor) && !wait_until(thread, descriptor, std::nullopt)) {
      return false;
    }
    const ssize_t count = call_blocking(
        thread, [&] { return read(descriptor, bytes.data() + done, bytes.size() - done); });
    if (count < 0) {
      if (thread.pending == nullptr) raise_errno(thread);
      return false;
    }
    if (count == 0) {
      if (done == 0 && may_end) {
        Exception* end =
            make_exception(thread, thread.isolate.exceptions.eof_error, thread.isolate.empty_tuple);
        if (end != nullptr) raise(thread, end);
      } else {
        raise(thread, thread.isolate.exceptions.os_error, "got end of file during message");
      }
      return false;
    }
    done += static_cast<size_t>(count);
  }
  return true;
}

Value receive(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  const auto most = descriptor ? to_index(thread, arguments[1]) : std::nullopt;
  if (!most) return Value::error();
  int32_t header;
  std::span<char> header_bytes(reinterpret_cast<char*>(&header), sizeof header);
  if (!read_whole(thread, *descriptor, header_bytes, true)) return Value::error();
  auto count = static_cast<int64_t>(static_cast<int32_t>(be32toh(static_cast<uint32_t>(header))));
  if (count == -1) {
    uint64_t large;
    std::span<char> large_bytes(reinterpret_cast<char*>(&large), sizeof large);
    if (!read_whole(thread, *descriptor, large_bytes, false)) return Value::error();
    count = static_cast<int64_t>(be64toh(large));
  }
  if (count < 0 || (*most >= 0 && count > *most)) return Value::none();
  Bytes* bytes = allocate_bytes(thread, static_cast<uint64_t>(count));
  if (bytes == nullptr) return Value::error();
  if (!read_whole(thread, *descriptor, {bytes->bytes, bytes->count}, false)) return Value::error();
  return Value::cell(bytes);
}

Value send(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  const auto given = readable_bytes(thread, arguments[1]);
  if (!given) return Value::error();
  // Others may change a buffer meanwhile.
  const std::string copy(is_bytes(arguments[1]) ? std::string_view() : *given);
  const std::string_view data = is_bytes(arguments[1]) ? *given : std::string_view(copy);
  char header[12];
  size_t header_size = 4;
  if (data.size() <= INT32_MAX) {
    const uint32_t count = htobe32(static_cast<uint32_t>(data.size()));
    std::memcpy(header, &count, 4);
  } else {
    const uint64_t count = htobe64(data.size());
    std::memset(header, 0xff, 4);
    std::memcpy(header + 4, &count, 8);
    header_size = 12;
  }
  size_t done = 0;
  const size_t all = header_size + data.size();
  while (done < all) {
    iovec parts[2] = {};
    int part_count = 0;
    if (done < header_size) parts[part_count++] = {header + done, header_size - done};
    const size_t sent = done < header_size ? 0 : done - header_size;
    if (sent < data.size()) {
      parts[part_count++] = {const_cast<char*>(data.data()) + sent, data.size() - sent};
    }
    const ssize_t count =
        call_blocking(thread, [&] { return writev(*descriptor, parts, part_count); });
    if (count < 0) return raise_errno(thread);
    done += static_cast<size_t>(count);
  }
  return Value::none();
}

// --- Sockets that processes of this machine meet at

Value socket_pair(Thread& thread, Arguments) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return raise_errno(thread);
  const Value pair[] = {Value::small_int(ends[0]), Value::small_int(ends[1])};
  return as_result(make_tuple(thread, pair));
}

// A name that is no file's. False: exception pending.
bool address_of(Thread& thread, Value name, sockaddr_un& address, socklen_t& size) {
  Str* text = str_argument(thread, name, "listen", "1");
  if (text == nullptr) return false;
  if (text->byte_count + 1 > sizeof address.sun_path) {
    raise_os_error(thread, ENAMETOOLONG, Value::unset());
    return false;
  }
  address = {};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path + 1, text->data, text->byte_count);
  size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + text->byte_count);
  return true;
}

template <int (*begin)(int, const sockaddr*, socklen_t)>
Value open_socket(Thread& thread, Arguments arguments) {
  sockaddr_un address;
  socklen_t size;
  if (!address_of(thread, arguments[0], address, size)) return Value::error();
  const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return raise_errno(thread);
  if (begin(descriptor, reinterpret_cast<sockaddr*>(&address), size) == 0) {
    return Value::small_int(descriptor);
  }
  const int error = errno;
  close(descriptor);
  return raise_os_error(thread, error, Value::unset());
}

int bind_and_listen(int descriptor, const sockaddr* address, socklen_t size) {
  return bind(descriptor, address, size) != 0 ? -1 : listen(descriptor, 128);
}

Value accept_socket(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor || !wait_until(thread, *descriptor, std::nullopt)) return Value::error();
  const int made =
      call_blocking(thread, [&] { return accept4(*descriptor, nullptr, nullptr, SOCK_CLOEXEC); });
  if (made >= 0) return Value::small_int(made);
  return raise_errno(thread);
}

constexpr NativeMethod functions[] = {
    {"accept", "(fd, /)", "Waits for somebody to connect: a descriptor.", accept_socket},
    {"connect", "(name, /)", "Connects to a listening socket: a descriptor.",
     open_socket<::connect>},
    {"find_lock", "(kind, maxvalue, fd, offset, /)",
     "A SemLock of another process, which gave this one the descriptor.", find_lock},
    {"listen", "(name, /)", "A socket others connect to by this name: its descriptor.",
     open_socket<bind_and_listen>},
    {"receive", "(fd, most=-1, /)", "The next message; None if it is longer than `most`.", receive},
    {"send", "(fd, data, /)", "Sends a message.", send},
    {"socketpair", "(/)", "Two connected sockets: their descriptors.", socket_pair},
    {"forget_other_fibers", "(/)",
     "In a child process: what the parent's other fibers do is not done here too.", forget_fibers},
};

}  // namespace

bool fill_multiprocessing(Thread& thread, Module* module) {
  auto& state = module_state<MultiprocessingState>(thread.isolate);
  if (state.lock_type == nullptr) state.lock_type = make_builtin_type(thread, lock_spec, nullptr);
  Type* array_type = state.lock_type == nullptr ? nullptr : shared_array_type(thread);
  return array_type != nullptr && put_functions(thread, module, functions) &&
         put_functions(thread, module, message_pipe_functions()) &&
         put_functions(thread, module, shared_array_functions()) &&
         put_name(thread, module, "SemLock", Value::cell(state.lock_type)) &&
         put_name(thread, module, "SharedArray", Value::cell(array_type)) &&
         put_name(thread, module, "SEM_VALUE_MAX", Value::small_int(SEM_VALUE_MAX));
}

}  // namespace weft
