// What moves between the buffers of files and descriptors or streams, and the checks before.
#include <poll.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/threads.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/io/file_state.h"

namespace weft {

bool check_open(Thread& thread, const FileState& state) {
  if (!state.closed) return true;
  raise_value_error(thread, "I/O operation on closed file.");
  return false;
}

bool raise_unsupported(Thread& thread, std::string_view message) {
  Type* type = unsupported_operation_type(thread);
  if (type != nullptr) raise(thread, type, message);
  return false;
}

bool check_readable(Thread& thread, const FileState& state) {
  if (!check_open(thread, state)) return false;
  return state.readable || raise_unsupported(thread, is_raw(state)  ? "File not open for reading"
                                                     : state.binary ? "read"
                                                                    : "not readable");
}

bool check_writable(Thread& thread, const FileState& state) {
  if (!check_open(thread, state)) return false;
  return state.writable || raise_unsupported(thread, is_raw(state)  ? "File not open for writing"
                                                     : state.binary ? "write"
                                                                    : "not writable");
}

namespace {

// Gives the bytes to the stream; what it does not take stays in the buffer.
bool write_to_stream(Thread& thread, FileState& state, std::string_view rest) {
  const Value stream = state.wrapper->stream;
  while (!rest.empty()) {
    Bytes* bytes = make_bytes(thread, rest);
    const Value taken = bytes == nullptr
                            ? Value::error()
                            : call_method(thread, stream, "write", {Value::cell(bytes)});
    if (!taken) return false;
    if (taken.is_none()) break;
    const std::optional<int64_t> count = to_index(thread, taken);
    if (!count) return false;
    if (*count < 0 || *count > static_cast<int64_t>(rest.size())) {
      raise(thread, thread.isolate.exceptions.os_error,
            text("raw write() returned invalid length ", *count,
                 " (should have been between 0 and ", rest.size(), ")"));
      return false;
    }
    if (*count == 0) break;
    rest.remove_prefix(static_cast<size_t>(*count));
  }
  state.write_buffer.insert(0, rest);
  return true;
}

// Appends what one read of the stream gives to the read buffer. False: exception pending.
bool read_from_stream(Thread& thread, FileState& state, size_t wanted) {
  const Value stream = state.wrapper->stream;
  Str* name = intern(thread, "read1");
  if (name == nullptr) return false;
  Value method = find_attribute(thread, stream, name);
  if (method && method.is_unset()) {
    name = intern(thread, "read");
    method = name == nullptr ? Value::error() : get_attribute(thread, stream, name);
  }
  if (!method) return false;
  const Value given = call(thread, method, {Value::small_int(static_cast<int64_t>(wanted))});
  if (!given) return false;
  if (given.is_none()) {
    state.at_end = true;
    return true;
  }
  const std::optional<std::string_view> bytes = readable_bytes(thread, given);
  if (!bytes) {
    thread.pending = nullptr;
    raise_type_error(thread, text("underlying ", as_str(Value::cell(name))->view(),
                                  "() should have returned a bytes-like object, not '",
                                  type_name(thread, given), "'"));
    return false;
  }
  state.read_buffer.append(*bytes);
  state.at_end = bytes->empty();
  return true;
}

// write() of all of `rest` but what an interrupt or error leaves: 0, or -1 and errno.
int write_through(int descriptor, std::string_view& rest) {
  while (!rest.empty()) {
    const ssize_t count = write(descriptor, rest.data(), rest.size());
    if (count < 0) return -1;
    rest.remove_prefix(static_cast<size_t>(count));
  }
  return 0;
}

// The same, without the GIL where it may wait; interrupts are served.
int write_through(Thread& thread, FileState& state, std::string_view& rest) {
  if (is_regular(state)) return write_through(state.descriptor, rest);
  if (state.medium == FileState::Medium::Refusing && rest.size() <= PIPE_BUF) {
    // A thread that prints would otherwise wait out another's time slice for each line.
    iovec part = {const_cast<char*>(rest.data()), rest.size()};
    const ssize_t count = pwritev2(state.descriptor, &part, 1, -1, RWF_NOWAIT);
    if (count >= 0) {
      rest.remove_prefix(static_cast<size_t>(count));
      if (rest.empty()) return 0;
    } else if (errno == EOPNOTSUPP || errno == EINVAL || errno == ENOSYS) {
      state.medium = FileState::Medium::Other;
    } else if (errno != EAGAIN && errno != EINTR) {
      return -1;
    }
  }
  return call_blocking(
      thread, [&rest, descriptor = state.descriptor] { return write_through(descriptor, rest); });
}

}  // namespace

bool is_regular(FileState& state) {
  if (state.medium == FileState::Medium::Unknown) {
    struct stat told {};
    const bool found = fstat(state.descriptor, &told) == 0 && S_ISREG(told.st_mode);
    state.medium = found ? FileState::Medium::Regular : FileState::Medium::Refusing;
  }
  return state.medium == FileState::Medium::Regular;
}

bool flush_state(Thread& thread, FileState& state) {
  std::string pending;
  pending.swap(state.write_buffer);
  std::string_view rest = pending;
  if (state.wrapper != nullptr) return write_to_stream(thread, state, rest);
  if (!rest.empty() && write_through(thread, state, rest) < 0) {
    if (thread.pending == nullptr) raise_os_error(thread, errno, Value::unset());
    // Other threads may have written meanwhile: behind this.
    state.write_buffer.insert(0, rest);
    return false;
  }
  if (state.write_buffer.empty() && pending.capacity() <= 2 * BufferBytes) {
    // The room is kept for what comes next.
    pending.clear();
    state.write_buffer.swap(pending);
  }
  return true;
}

namespace {

// The writer has been told that its text is lost; it is not tried again at the end.
bool lose_refused(Thread& thread, FileState& state) {
  if (!state.binary && pending_is(thread, thread.isolate.exceptions.os_error)) {
    state.write_buffer.clear();
  }
  return false;
}

}  // namespace

bool append_bytes(Thread& thread, FileState& state, std::string_view bytes) {
  if (state.readable && state.read_position < state.read_buffer.size()) {
    // Reading ahead has moved the descriptor: go back to where the program thinks it is.
    const auto ahead = static_cast<off_t>(state.read_buffer.size() - state.read_position);
    if (state.wrapper != nullptr) {
      if (!call_method(thread, state.wrapper->stream, "seek",
                       {Value::small_int(-ahead), Value::small_int(SEEK_CUR)})) {
        return false;
      }
      state.read_buffer.clear();
      state.read_position = 0;
    } else if (lseek(state.descriptor, -ahead, SEEK_CUR) >= 0) {
      state.read_buffer.clear();
      state.read_position = 0;
    }
  }
  state.write_buffer.append(bytes);
  const bool full = state.buffering == Buffering::None || state.write_buffer.size() >= BufferBytes;
  const bool due = full || (state.buffering == Buffering::Line &&
                            bytes.find_first_of("\n\r") != std::string_view::npos);
  if (!due || flush_state(thread, state)) return true;
  return full && lose_refused(thread, state);
}

namespace {

bool has_input(int descriptor) {
  pollfd asked{descriptor, POLLIN, 0};
  return poll(&asked, 1, 0) != 0;
}

}  // namespace

bool fill_buffer(Thread& thread, FileState& state, size_t wanted) {
  if (!state.write_buffer.empty() && !flush_state(thread, state)) return false;
  if (state.wrapper == nullptr && thread.hub->cooperative && !thread.fiber->is_callback &&
      !is_regular(state) && !has_input(state.descriptor)) {
    state.awaits_input = true;
    return false;
  }
  if (state.read_position != 0) {
    state.read_buffer.erase(0, state.read_position);
    state.read_position = 0;
  }
  if (state.wrapper != nullptr) {
    return read_from_stream(thread, state, std::max(wanted, BufferBytes));
  }
  const size_t size = state.read_buffer.size();
  state.read_buffer.resize(size + (is_raw(state) ? wanted : std::max(wanted, BufferBytes)));
  for (;;) {
    // A read that is not ready is waited for where interrupts are seen.
    if (!wait_until(thread, state.descriptor, std::nullopt)) break;
    const ssize_t count =
        read(state.descriptor, state.read_buffer.data() + size, state.read_buffer.size() - size);
    if (count < 0 && errno == EINTR) {
      if (safepoint(thread)) continue;
    } else if (count < 0) {
      raise_os_error(thread, errno, Value::unset());
    } else {
      state.read_buffer.resize(size + static_cast<size_t>(count));
      state.at_end = count == 0;
      return true;
    }
    break;
  }
  state.read_buffer.resize(size);
  return false;
}

void close_quietly(FileState& state) {
  if (state.closed) return;
  if (state.wrapper != nullptr) {
    // The stream may be gone already; it closes itself.
    state.closed = true;
    return;
  }
  std::string_view rest = state.write_buffer;
  while (write_through(state.descriptor, rest) < 0 && errno == EINTR) {
  }
  state.closed = true;
  if (state.close_descriptor) close(state.descriptor);
}

bool write_text(Thread& thread, File* file, std::string_view contents) {
  FileState& state = *file->state;
  if (!check_writable(thread, state)) return false;
  std::string translated;
  if (state.newlines == Newlines::Windows || state.newlines == Newlines::Mac) {
    for (const char character : contents) {
      if (character == '\n') {
        translated += state.newlines == Newlines::Windows ? "\r\n" : "\r";
      } else {
        translated += character;
      }
    }
    contents = translated;
  }
  // UTF-8 is what a str holds, but for lone surrogates (which begin with byte 0xed, then 0xa0…).
  bool plain = state.encoding == Encoding::Utf8;
  if (plain) {
    for (size_t i = contents.find('\xed'); i != std::string_view::npos;
         i = contents.find('\xed', i + 1)) {
      if (static_cast<unsigned char>(contents[i + 1]) >= 0xa0) plain = false;
    }
  }
  if (plain) return append_bytes(thread, state, contents);
  Str* whole = make_str(thread, contents);
  if (whole == nullptr) return false;
  Bytes* encoded = encode(thread, whole, state.encoding, state.errors);
  return encoded != nullptr &&
         append_bytes(thread, state, std::string_view(encoded->bytes, encoded->count));
}

bool print_text(Thread& thread, File* file, std::string_view contents) {
  if (!write_text(thread, file, contents)) return false;
  FileState& state = *file->state;
  return !state.prints_at_once || state.write_buffer.empty() || flush_state(thread, state) ||
         lose_refused(thread, state);
}

bool flush_file(Thread& thread, File* file) {
  return check_open(thread, *file->state) && flush_state(thread, *file->state);
}

}  // namespace weft
