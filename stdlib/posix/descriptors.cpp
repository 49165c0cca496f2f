// What can be done to open descriptors.
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/descriptor_exhaustion.h"
#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/module_state.h"
#include "stdlib/posix/path_argument.h"
#include "stdlib/posix/posix_module.h"
#include "stdlib/struct_sequence.h"

namespace weft {
namespace {

// A descriptor, or an object whose fileno() gives it. Nullopt: exception pending.
std::optional<int> descriptor_argument(Thread& thread, Value value) {
  if (!is_int(value) && find_special(thread, value, Special::Index).is_unset()) {
    const Value method = find_attribute_named(thread, value, "fileno");
    if (!method) return std::nullopt;
    if (!method.is_unset()) {
      value = call(thread, method, {});
      if (!value) return std::nullopt;
    }
  }
  return to_int_argument(thread, value);
}

Value number_or_raise(Thread& thread, int64_t result) {
  return result < 0 ? raise_errno(thread) : make_int(thread, result);
}
Value none_or_raise(Thread& thread, int64_t result) {
  return result < 0 ? raise_errno(thread) : Value::none();
}

bool is_blocking(int descriptor) {
  const int flags = fcntl(descriptor, F_GETFL);
  return flags >= 0 && (flags & O_NONBLOCK) == 0;
}

// Where a read would wait, interrupts are seen.
bool wait_to_read(Thread& thread, int descriptor) {
  return !is_blocking(descriptor) || wait_until(thread, descriptor, std::nullopt);
}

bool is_ready(int descriptor, short events) {
  pollfd watched = {descriptor, events, 0};
  return poll(&watched, 1, 0) != 0;
}

// Other fibers may run while this descriptor is not ready.
bool would_park(Thread& thread, int descriptor, short events) {
  return thread.hub->cooperative && is_blocking(descriptor) && !is_ready(descriptor, events);
}

Value read_now(Thread& thread, int descriptor, uint64_t size) {
  std::string bytes(size, '\0');
  const ssize_t count =
      call_blocking(thread, [&] { return read(descriptor, bytes.data(), bytes.size()); });
  if (count < 0) return raise_errno(thread);
  return as_result(
      make_bytes(thread, std::string_view(bytes).substr(0, static_cast<size_t>(count))));
}

// wait_data: the size above the descriptor.
Value read_after_wait(Thread& thread, Fiber* fiber, Value value) {
  if (!value) return value;
  const int64_t asked = fiber->wait_data.as_small_int();
  return read_now(thread, static_cast<int>(asked & INT32_MAX), static_cast<uint64_t>(asked >> 31));
}

// Of what one may have to wait to write to, so much never waits once it is ready.
constexpr size_t PipePart = 4096;

// What a system call without the GIL can read: others may change a buffer meanwhile, which is
// copied therefore. Nullopt: exception pending.
std::optional<std::string_view> steady_bytes(Thread& thread, Value data, std::string& copy) {
  const std::optional<std::string_view> bytes = readable_bytes(thread, data);
  if (!bytes || is_bytes(data)) return bytes;
  copy = *bytes;
  return copy;
}

Value write_now(Thread& thread, int descriptor, Value data, size_t most) {
  std::string copy;
  const std::optional<std::string_view> bytes = steady_bytes(thread, data, copy);
  if (!bytes) return Value::error();
  return number_or_raise(thread, call_blocking(thread, [&] {
                           return write(descriptor, bytes->data(), std::min(bytes->size(), most));
                         }));
}

Value write_after_wait(Thread& thread, Fiber* fiber, Value value) {
  if (!value) return value;
  const auto* asked = fiber->wait_data.as<Tuple>();
  return write_now(thread, static_cast<int>(asked->values[0].as_small_int()), asked->values[1],
                   PipePart);
}

bool is_pipe_or_socket(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

Value posix_read(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  const std::optional<int64_t> size =
      descriptor ? to_size_argument(thread, arguments[1]) : std::nullopt;
  if (!size) return Value::error();
  if (*size < 0) return raise_os_error(thread, EINVAL, Value::unset());
  const int64_t most = std::min<int64_t>(*size, 0x7ffff000);
  if (would_park(thread, *descriptor, POLLIN)) {
    ParkOptions options;
    options.on_resume = read_after_wait;
    options.wait_data = Value::small_int(most << 31 | *descriptor);
    return park_for_descriptor(thread, *descriptor, runtime::Poller::Read,
                               runtime::Poller::Trigger::Level, options);
  }
  if (!wait_to_read(thread, *descriptor)) return Value::error();
  return read_now(thread, *descriptor, static_cast<uint64_t>(most));
}

Value posix_pread(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  const std::optional<int64_t> size =
      descriptor ? to_size_argument(thread, arguments[1]) : std::nullopt;
  const std::optional<int64_t> offset = size ? to_index(thread, arguments[2]) : std::nullopt;
  if (!offset) return Value::error();
  if (*size < 0) return raise_os_error(thread, EINVAL, Value::unset());
  std::string bytes(static_cast<size_t>(std::min<int64_t>(*size, 0x7ffff000)), '\0');
  const ssize_t count = call_blocking(
      thread, [&] { return pread(*descriptor, bytes.data(), bytes.size(), *offset); });
  if (count < 0) return raise_errno(thread);
  return as_result(
      make_bytes(thread, std::string_view(bytes).substr(0, static_cast<size_t>(count))));
}

Value posix_write(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  if (!thread.hub->cooperative || !is_blocking(*descriptor) || !is_pipe_or_socket(*descriptor)) {
    return write_now(thread, *descriptor, arguments[1], SIZE_MAX);
  }
  if (is_ready(*descriptor, POLLOUT)) {
    return write_now(thread, *descriptor, arguments[1], PipePart);
  }
  const Value asked[] = {Value::small_int(*descriptor), arguments[1]};
  ParkOptions options;
  options.wait_data = as_result(make_tuple(thread, asked));
  options.on_resume = write_after_wait;
  if (!options.wait_data) return Value::error();
  return park_for_descriptor(thread, *descriptor, runtime::Poller::Write,
                             runtime::Poller::Trigger::Level, options);
}

Value posix_pwrite(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  const std::optional<int64_t> offset = descriptor ? to_index(thread, arguments[2]) : std::nullopt;
  if (!offset) return Value::error();
  std::string copy;
  const std::optional<std::string_view> bytes = steady_bytes(thread, arguments[1], copy);
  if (!bytes) return Value::error();
  return number_or_raise(thread, call_blocking(thread, [&] {
                           return pwrite(*descriptor, bytes->data(), bytes->size(), *offset);
                         }));
}

Value posix_writev(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  std::string whole;
  const bool collected = for_each(thread, arguments[1], [&](Value piece) {
    const std::optional<std::string_view> bytes = readable_bytes(thread, piece);
    if (bytes) whole += *bytes;
    return bytes.has_value();
  });
  if (!collected) return Value::error();
  return number_or_raise(thread, call_blocking(thread, [&] {
                           return write(*descriptor, whole.data(), whole.size());
                         }));
}

Value posix_close(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  end_descriptor_waits(thread, *descriptor);
  // An interrupted close has closed.
  return close(*descriptor) != 0 && errno != EINTR ? raise_errno(thread) : Value::none();
}

Value posix_closerange(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> low = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> high = low ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!high) return Value::error();
  if (*high > *low && *high > 0) {
    end_descriptor_waits(thread, std::max(*low, 0), *high);
    close_range(static_cast<unsigned>(std::max(*low, 0)), static_cast<unsigned>(*high - 1), 0);
  }
  return Value::none();
}

Value posix_dup(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  return number_or_raise(thread, with_descriptors(thread.isolate, [&] {
                           return fcntl(*descriptor, F_DUPFD_CLOEXEC, 0);
                         }));
}

Value posix_dup2(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> from = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> to = from ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!to) return Value::error();
  const Truth inheritable = truth(thread, arguments[2]);
  if (inheritable == Truth::Error) return Value::error();
  if (*from != *to) end_descriptor_waits(thread, *to);
  const int result =
      *from == *to || inheritable == Truth::True ? dup2(*from, *to) : dup3(*from, *to, O_CLOEXEC);
  return number_or_raise(thread, result);
}

Value pair_of_descriptors(Thread& thread, const int (&pair)[2]) {
  const Value values[] = {Value::small_int(pair[0]), Value::small_int(pair[1])};
  return as_result(make_tuple(thread, values));
}

Value make_pipe(Thread& thread, int flags) {
  int ends[2];
  if (with_descriptors(thread.isolate, [&] { return pipe2(ends, flags); }) != 0) {
    return raise_errno(thread);
  }
  for (const int end : ends) forget_descriptor(thread.isolate, end);
  return pair_of_descriptors(thread, ends);
}

Value posix_pipe(Thread& thread, Arguments) { return make_pipe(thread, O_CLOEXEC); }

Value posix_pipe2(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> flags = to_int_argument(thread, arguments[0]);
  if (!flags) return Value::error();
  return make_pipe(thread, *flags);
}

Value posix_lseek(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  const std::optional<int64_t> position =
      descriptor ? to_index(thread, arguments[1]) : std::nullopt;
  const std::optional<int32_t> how =
      position ? to_int_argument(thread, arguments[2]) : std::nullopt;
  if (!how) return Value::error();
  return number_or_raise(thread, lseek(*descriptor, *position, *how));
}

Value posix_fstat(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  struct stat status {};
  return fstat(*descriptor, &status) != 0 ? raise_errno(thread) : make_stat_result(thread, status);
}

Value posix_fsync(Thread& thread, Arguments arguments) {
  const std::optional<int> descriptor = descriptor_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  return none_or_raise(thread, call_blocking(thread, [&] { return fsync(*descriptor); }));
}

Value posix_fdatasync(Thread& thread, Arguments arguments) {
  const std::optional<int> descriptor = descriptor_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  return none_or_raise(thread, call_blocking(thread, [&] { return fdatasync(*descriptor); }));
}

Value posix_fchdir(Thread& thread, Arguments arguments) {
  const std::optional<int> descriptor = descriptor_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  return none_or_raise(thread, fchdir(*descriptor));
}

Value posix_fchmod(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> mode =
      descriptor ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!mode) return Value::error();
  return none_or_raise(thread, fchmod(*descriptor, static_cast<mode_t>(*mode)));
}

Value posix_ftruncate(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  const std::optional<int64_t> size = descriptor ? to_index(thread, arguments[1]) : std::nullopt;
  if (!size) return Value::error();
  return none_or_raise(thread, ftruncate(*descriptor, *size));
}

Value posix_isatty(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  return Value::boolean(isatty(*descriptor) == 1);
}

Value posix_ttyname(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  char name[256];
  errno = ttyname_r(*descriptor, name, sizeof name);
  return errno != 0 ? raise_errno(thread) : as_result(make_str_lossless(thread, name));
}

Value posix_openpty(Thread& thread, Arguments) {
  int ends[2];
  if (openpty(&ends[0], &ends[1], nullptr, nullptr, nullptr) != 0) return raise_errno(thread);
  for (const int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
  return pair_of_descriptors(thread, ends);
}

Value posix_get_blocking(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  const int flags = fcntl(*descriptor, F_GETFL);
  return flags < 0 ? raise_errno(thread) : Value::boolean((flags & O_NONBLOCK) == 0);
}

Value posix_set_blocking(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  const Truth blocking = truth(thread, arguments[1]);
  if (blocking == Truth::Error) return Value::error();
  const int flags = fcntl(*descriptor, F_GETFL);
  if (flags < 0) return raise_errno(thread);
  const int wanted = blocking == Truth::True ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
  return none_or_raise(thread, fcntl(*descriptor, F_SETFL, wanted));
}

Value posix_get_inheritable(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  const int flags = fcntl(*descriptor, F_GETFD);
  return flags < 0 ? raise_errno(thread) : Value::boolean((flags & FD_CLOEXEC) == 0);
}

Value posix_set_inheritable(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> wanted =
      descriptor ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!wanted) return Value::error();
  const int flags = fcntl(*descriptor, F_GETFD);
  if (flags < 0) return raise_errno(thread);
  return none_or_raise(
      thread, fcntl(*descriptor, F_SETFD, *wanted != 0 ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC));
}

Value posix_get_terminal_size(Thread& thread, Arguments arguments) {
  int32_t descriptor = STDOUT_FILENO;
  if (!arguments[0].is_unset()) {
    const std::optional<int32_t> given = to_int_argument(thread, arguments[0]);
    if (!given) return Value::error();
    descriptor = *given;
  }
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return raise_errno(thread);
  const Value values[] = {Value::small_int(size.ws_col), Value::small_int(size.ws_row)};
  return make_struct_sequence(thread, module_state<PosixState>(thread.isolate).terminal_size,
                              values);
}

Value posix_sendfile(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> out = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> in = out ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!in) return Value::error();
  off_t offset = 0;
  if (!arguments[2].is_none()) {
    const std::optional<int64_t> given = to_index(thread, arguments[2]);
    if (!given) return Value::error();
    offset = *given;
  }
  const std::optional<int64_t> count = to_size_argument(thread, arguments[3]);
  if (!count) return Value::error();
  return number_or_raise(thread, call_blocking(thread, [&] {
                           return sendfile(*out, *in, arguments[2].is_none() ? nullptr : &offset,
                                           static_cast<size_t>(*count));
                         }));
}

Value posix_eventfd(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> initial = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> flags =
      initial ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!flags) return Value::error();
  return number_or_raise(thread, eventfd(static_cast<unsigned>(*initial), *flags));
}

constexpr NativeMethod functions[] = {
    {"close", "(fd)", "Closes a descriptor.", posix_close},
    {"closerange", "(fd_low, fd_high, /)", "Closes descriptors up to fd_high, whatever they are.",
     posix_closerange},
    {"dup", "(fd, /)", "Another descriptor of the same file.", posix_dup},
    {"dup2", "(fd, fd2, inheritable=True)", "Makes fd2 a descriptor of the file of fd.",
     posix_dup2},
    {"eventfd", "(initval, flags=524288)", "A descriptor that counts events.", posix_eventfd},
    {"fchdir", "(fd)", "Changes the working folder to an open one.", posix_fchdir},
    {"fchmod", "(fd, mode)", "Changes permissions.", posix_fchmod},
    {"fdatasync", "(fd)", "Waits until the contents are on the disk.", posix_fdatasync},
    {"fstat", "(fd)", "What the system knows of an open file.", posix_fstat},
    {"fsync", "(fd)", "Waits until the file is on the disk.", posix_fsync},
    {"ftruncate", "(fd, length, /)", "Cuts the file off.", posix_ftruncate},
    {"get_blocking", "(fd, /)", "Whether reading and writing wait.", posix_get_blocking},
    {"get_inheritable", "(fd, /)", "Whether child processes get the descriptor.",
     posix_get_inheritable},
    {"get_terminal_size", "(fd=<unset>, /)", "Columns and lines of a terminal.",
     posix_get_terminal_size},
    {"isatty", "(fd, /)", "Whether it is a terminal.", posix_isatty},
    {"lseek", "(fd, position, how, /)", "Moves the position: the new one.", posix_lseek},
    {"openpty", "(/)", "A pseudo-terminal: both ends.", posix_openpty},
    {"pipe", "(/)", "A pipe: the end to read from, the end to write to.", posix_pipe},
    {"pipe2", "(flags, /)", "A pipe with flags.", posix_pipe2},
    {"pread", "(fd, length, offset, /)", "Reads at an offset.", posix_pread},
    {"pwrite", "(fd, buffer, offset, /)", "Writes at an offset.", posix_pwrite},
    {"read", "(fd, length, /)", "Reads up to length bytes.", posix_read},
    {"sendfile", "(out_fd, in_fd, offset, count)", "Copies between descriptors.", posix_sendfile},
    {"set_blocking", "(fd, blocking, /)", "Whether reading and writing shall wait.",
     posix_set_blocking},
    {"set_inheritable", "(fd, inheritable, /)", "Whether child processes shall get it.",
     posix_set_inheritable},
    {"ttyname", "(fd, /)", "The name of a terminal.", posix_ttyname},
    {"write", "(fd, data, /)", "Writes bytes: how many were written.", posix_write},
    {"writev", "(fd, buffers, /)", "Writes several buffers: how many bytes were written.",
     posix_writev},
};

}  // namespace

std::span<const NativeMethod> posix_descriptor_functions() { return functions; }

}  // namespace weft
