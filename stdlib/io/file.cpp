#include "stdlib/io/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/descriptor_exhaustion.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/io/file_state.h"
#include "stdlib/module_state.h"

namespace weft {

FileRegistry::~FileRegistry() {
  for (FileState* state : files) {
    close_quietly(*state);
    state->registry = nullptr;
  }
}

void FileRegistry::trace_roots(runtime::Marker& marker) {
  for (Type* type :
       {text_type, reader_type, writer_type, random_type, raw_type, unsupported_operation}) {
    marker.mark(type);
  }
}

namespace {

void trace_file(Cell* cell, Marker& marker) {
  auto* file = static_cast<File*>(cell);
  marker.mark(file->name);
  marker.mark(file->stream);
  trace_slots(file, marker);
}

void destroy_file(Cell* cell) {
  auto* file = static_cast<File*>(cell);
  if (file->state == nullptr) return;
  close_quietly(*file->state);
  if (file->state->registry != nullptr) file->state->registry->files.erase(file->state->place);
  delete file->state;
}

TypeSpec file_type_spec(std::string_view name, std::string_view doc,
                        std::span<const NativeMethod> methods) {
  return {.name = name,
          .module = "_io",
          .doc = doc,
          .instance_kind = Kind::File,
          .instance_size = sizeof(File),
          .is_base_type = true,
          .instances_have_dict = true,
          .methods = methods,
          .attributes = file_attributes()};
}

// The specifications outlive every isolate: types point at them.
const TypeSpec& text_spec() {
  static const TypeSpec spec =
      file_type_spec("TextIOWrapper", "A file read and written as text.", text_file_methods());
  return spec;
}
const TypeSpec& reader_spec() {
  static const TypeSpec spec =
      file_type_spec("BufferedReader", "A file read as bytes.", reader_methods());
  return spec;
}
const TypeSpec& writer_spec() {
  static const TypeSpec spec =
      file_type_spec("BufferedWriter", "A file written as bytes.", writer_methods());
  return spec;
}
const TypeSpec& random_spec() {
  static const TypeSpec spec =
      file_type_spec("BufferedRandom", "A file read and written as bytes.", random_methods());
  return spec;
}
const TypeSpec& raw_spec() {
  static const TypeSpec spec =
      file_type_spec("FileIO", "An unbuffered file of bytes.", raw_file_methods());
  return spec;
}

// An OSError that is a ValueError too.
Type* make_unsupported_operation(Thread& thread) {
  const Value parents[] = {Value::cell(thread.isolate.exceptions.os_error),
                           Value::cell(thread.isolate.exceptions.value_error)};
  Str* name = intern(thread, "UnsupportedOperation");
  Str* module = intern(thread, "io");
  Tuple* bases = make_tuple(thread, parents);
  Dict* names = make_dict(thread);
  if (name == nullptr || module == nullptr || bases == nullptr || names == nullptr ||
      !dict_set_str(thread, names, thread.isolate.names.__module__, Value::cell(module))) {
    return nullptr;
  }
  return make_class(thread, thread.isolate.types.type, name, bases, names, nullptr);
}

}  // namespace

FileRegistry* file_registry(Thread& thread) {
  auto& registry = module_state<FileRegistry>(thread.isolate);
  if (registry.raw_type != nullptr) return &registry;
  thread.isolate.heap.register_kind(static_cast<uint8_t>(Kind::File),
                                    {"File", trace_file, destroy_file});
  const auto make = [&](Type*& place, const TypeSpec& spec) {
    place = make_builtin_type(thread, spec, nullptr);
    return place != nullptr;
  };
  const bool made =
      make(registry.text_type, text_spec()) && make(registry.reader_type, reader_spec()) &&
      make(registry.writer_type, writer_spec()) && make(registry.random_type, random_spec()) &&
      make(registry.raw_type, raw_spec());
  return made ? &registry : nullptr;
}

File* make_unopened_file(Thread& thread, Type* type) {
  FileRegistry* registry = file_registry(thread);
  if (registry == nullptr) return nullptr;
  auto state = std::make_unique<FileState>();
  state->closed = true;
  auto* file = static_cast<File*>(allocate_instance(thread, type, sizeof(File)));
  if (file == nullptr) return nullptr;
  file->name = Value::unset();
  file->stream = Value::unset();
  file->state = state.release();
  file->state->registry = registry;
  file->state->place = registry->files.insert(registry->files.end(), file->state);
  return file;
}

namespace {

struct OpenMode {
  int flags = O_RDONLY;
  bool readable = false;
  bool writable = false;
  bool binary = false;
};

// Reads "r", "wb+" … False: ValueError pending.
bool parse_mode(Thread& thread, std::string_view mode, OpenMode& out) {
  int kinds = 0;
  bool update = false;
  bool explicit_text = false;
  int creation = 0;
  std::string seen;
  for (const char letter : mode) {
    if (seen.find(letter) != std::string::npos ||
        std::string_view("rwxabt+").find(letter) == std::string_view::npos) {
      raise_value_error(thread, text("invalid mode: '", mode, "'"));
      return false;
    }
    seen += letter;
    switch (letter) {
      case 'r':
        ++kinds;
        out.readable = true;
        break;
      case 'w':
        ++kinds;
        out.writable = true;
        creation = O_CREAT | O_TRUNC;
        break;
      case 'x':
        ++kinds;
        out.writable = true;
        creation = O_CREAT | O_EXCL;
        break;
      case 'a':
        ++kinds;
        out.writable = true;
        creation = O_CREAT | O_APPEND;
        break;
      case 'b':
        out.binary = true;
        break;
      case 't':
        explicit_text = true;
        break;
      default:
        update = true;
    }
  }
  if (explicit_text && out.binary) {
    raise_value_error(thread, "can't have text and binary mode at once");
    return false;
  }
  if (kinds != 1) {
    raise_value_error(thread, kinds > 1
                                  ? "must have exactly one of create/read/write/append mode"
                                  : "Must have exactly one of create/read/write/append mode and "
                                    "at most one plus");
    return false;
  }
  if (update) out.readable = out.writable = true;
  out.flags = (out.readable && out.writable ? O_RDWR
               : out.writable               ? O_WRONLY
                                            : O_RDONLY) |
              creation | O_CLOEXEC;
  return true;
}

}  // namespace

bool parse_newline(Thread& thread, Value value, Newlines& out) {
  if (value.is_none()) return true;
  if (!is_str(value)) {
    raise_type_error(thread, text("open() argument 'newline' must be str or None, not ",
                                  argument_type_name(thread, value)));
    return false;
  }
  const std::string_view given = value.as<Str>()->view();
  if (given.empty()) {
    out = Newlines::Kept;
  } else if (given == "\n") {
    out = Newlines::Unix;
  } else if (given == "\r") {
    out = Newlines::Mac;
  } else if (given == "\r\n") {
    out = Newlines::Windows;
  } else {
    raise_value_error(thread, text("illegal newline value: ", given));
    return false;
  }
  return true;
}

bool parse_encoding(Thread& thread, Value encoding, Value errors, FileState& state) {
  if (is_str(encoding)) {
    const std::string_view name = encoding.as<Str>()->view();
    const std::optional<Encoding> found = find_encoding(name);
    if (!found) {
      raise(thread, thread.isolate.exceptions.lookup_error, text("unknown encoding: ", name));
      return false;
    }
    state.encoding = *found;
    state.encoding_text = name;
  } else if (!encoding.is_none()) {
    raise_type_error(thread, text("open() argument 'encoding' must be str or None, not ",
                                  argument_type_name(thread, encoding)));
    return false;
  }
  if (is_str(errors)) state.errors = errors.as<Str>()->view();
  return true;
}

namespace {

// An open()ed descriptor; negative with an exception pending.
int open_path(Thread& thread, Value file, int flags) {
  std::string path;
  Value shown = file;
  if (is_str(file)) {
    path = file.as<Str>()->view();
  } else if (is_kind(file, Kind::Bytes)) {
    path = std::string_view(file.as<Bytes>()->bytes, file.as<Bytes>()->count);
  } else {
    Str* name = intern(thread, "__fspath__");
    if (name == nullptr) return -1;
    const Value method = type_lookup(thread, type_of(thread, file), name);
    if (method.is_unset()) {
      raise_type_error(
          thread, text("expected str, bytes or os.PathLike object, not ", type_name(thread, file)));
      return -1;
    }
    shown = call_method(thread, file, "__fspath__", {});
    if (!shown) return -1;
    if (is_kind(shown, Kind::Bytes)) {
      path = std::string_view(shown.as<Bytes>()->bytes, shown.as<Bytes>()->count);
    } else if (is_str(shown)) {
      path = shown.as<Str>()->view();
    } else {
      raise_type_error(
          thread, text("expected ", type_name(thread, file),
                       ".__fspath__() to return str or bytes, not ", type_name(thread, shown)));
      return -1;
    }
  }
  if (path.find('\0') != std::string::npos) {
    raise_value_error(thread, "embedded null byte");
    return -1;
  }
  // A named pipe waits for its other end.
  const int descriptor = with_descriptors(thread.isolate, [&] {
    return call_blocking(thread, [&] { return open(path.c_str(), flags, 0666); });
  });
  if (descriptor < 0) {
    if (thread.pending == nullptr) raise_os_error(thread, errno, shown);
    return -1;
  }
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    close(descriptor);
    raise_os_error(thread, EISDIR, shown);
    return -1;
  }
  return descriptor;
}

File* wrap_state(Thread& thread, std::unique_ptr<FileState> state, Value name, bool raw) {
  FileRegistry* registry = file_registry(thread);
  if (registry == nullptr) return nullptr;
  Type* type = !state->binary                       ? registry->text_type
               : raw                                ? registry->raw_type
               : state->readable && state->writable ? registry->random_type
               : state->writable                    ? registry->writer_type
                                                    : registry->reader_type;
  auto* file = static_cast<File*>(allocate_instance(thread, type, sizeof(File)));
  if (file == nullptr) return nullptr;
  file->name = name;
  file->stream = Value::unset();
  file->state = state.release();
  file->state->registry = registry;
  file->state->place = registry->files.insert(registry->files.end(), file->state);
  return file;
}

// Opens a path (by `opener` unless None), or takes a number as descriptor. False: pending.
bool open_descriptor(Thread& thread, Value file, const OpenMode& mode, bool closes, Value opener,
                     FileState& state) {
  if (!thread.isolate.file_access) {
    raise_os_error(thread, EPERM, file);
    return false;
  }
  if (is_int(file)) {
    const std::optional<int64_t> number = to_index(thread, file);
    if (!number) return false;
    if (*number < 0) {
      raise_value_error(thread, "negative file descriptor");
      return false;
    }
    state.descriptor = static_cast<int>(*number);
    if (fcntl(state.descriptor, F_GETFD) < 0) {
      raise_os_error(thread, errno, file);
      return false;
    }
  } else if (!closes) {
    raise_value_error(thread, "Cannot use closefd=False with file name");
    return false;
  } else if (!opener.is_none()) {
    const Value given = call(thread, opener, {file, Value::small_int(mode.flags)});
    if (!given) return false;
    if (!is_int(given)) {
      raise_type_error(thread, "expected integer from opener");
      return false;
    }
    const std::optional<int32_t> number = to_int_argument(thread, given);
    if (!number) return false;
    if (*number < 0) {
      raise_value_error(thread, text("opener returned ", *number));
      return false;
    }
    state.descriptor = *number;
  } else {
    state.descriptor = open_path(thread, file, mode.flags);
    if (state.descriptor < 0) return false;
  }
  state.readable = mode.readable;
  state.writable = mode.writable;
  state.binary = mode.binary;
  state.close_descriptor = closes;
  return true;
}

Value builtin_open(Thread& thread, Arguments arguments) {
  const Value file = arguments[0];
  if (!is_str(arguments[1])) {
    return raise_type_error(thread, text("open() argument 'mode' must be str, not ",
                                         argument_type_name(thread, arguments[1])));
  }
  const std::string_view mode_text = arguments[1].as<Str>()->view();
  OpenMode mode;
  if (!parse_mode(thread, mode_text, mode)) return Value::error();
  const std::optional<int32_t> buffering = to_int_argument(thread, arguments[2]);
  if (!buffering) return Value::error();
  auto state = std::make_unique<FileState>();
  if (mode.binary) {
    for (const auto& [index, name] : {std::pair{3, "encoding"}, {4, "errors"}, {5, "newline"}}) {
      if (!arguments[static_cast<uint32_t>(index)].is_none()) {
        return raise_value_error(thread, text("binary mode doesn't take a",
                                              name[0] == 'e' ? "n " : " ", name, " argument"));
      }
    }
  } else {
    if (*buffering == 0) return raise_value_error(thread, "can't have unbuffered text I/O");
    if (!parse_encoding(thread, arguments[3], arguments[4], *state) ||
        !parse_newline(thread, arguments[5], state->newlines)) {
      return Value::error();
    }
  }
  const Truth owns = truth(thread, arguments[6]);
  if (owns == Truth::Error ||
      !open_descriptor(thread, file, mode, owns == Truth::True, arguments[7], *state)) {
    return Value::error();
  }
  state->mode = mode_text;
  const bool raw = *buffering == 0;
  state->buffering =
      raw ? Buffering::None
      : *buffering == 1 || (!mode.binary && *buffering < 0 && isatty(state->descriptor))
          ? Buffering::Line
          : Buffering::Full;
  File* made = wrap_state(thread, std::move(state), file, raw);
  return made == nullptr ? Value::error() : Value::cell(made);
}

constexpr NativeMethod functions[] = {
    {"open",
     "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, "
     "opener=None)",
     "Opens a file for reading, writing or appending, as text or (mode 'b') as bytes.",
     builtin_open},
};

}  // namespace

std::span<const NativeMethod> file_functions() { return functions; }

bool open_raw(Thread& thread, Value file, std::string_view mode, bool closes, FileState& state) {
  OpenMode parsed;
  if (!parse_mode(thread, mode, parsed)) return false;
  parsed.binary = true;
  if (!open_descriptor(thread, file, parsed, closes, Value::none(), state)) return false;
  state.mode = parsed.readable && parsed.writable ? "rb+" : parsed.writable ? "wb" : "rb";
  state.buffering = Buffering::None;
  return true;
}

File* make_file(Thread& thread, int descriptor, Value name, std::string_view mode,
                Buffering buffering, bool close_descriptor) {
  OpenMode parsed;
  if (!parse_mode(thread, mode, parsed)) return nullptr;
  auto state = std::make_unique<FileState>();
  state->descriptor = descriptor;
  state->readable = parsed.readable;
  state->writable = parsed.writable;
  state->binary = parsed.binary;
  state->mode = mode;
  state->buffering = buffering;
  state->close_descriptor = close_descriptor;
  return wrap_state(thread, std::move(state), name, buffering == Buffering::None);
}

// --- Reading and writing

bool check_open(Thread& thread, const FileState& state) {
  if (!state.closed) return true;
  raise_value_error(thread, "I/O operation on closed file.");
  return false;
}

Type* unsupported_operation_type(Thread& thread) {
  FileRegistry* registry = file_registry(thread);
  if (registry == nullptr) return nullptr;
  if (registry->unsupported_operation == nullptr) {
    registry->unsupported_operation = make_unsupported_operation(thread);
  }
  return registry->unsupported_operation;
}

bool raise_unsupported(Thread& thread, std::string_view message) {
  Type* type = unsupported_operation_type(thread);
  if (type != nullptr) raise(thread, type, message);
  return false;
}

namespace {

bool is_raw(const FileState& state) { return state.binary && state.buffering == Buffering::None; }

}  // namespace

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
  if (state.medium == FileState::Medium::Unknown) {
    struct stat told {};
    const bool is_regular = fstat(state.descriptor, &told) == 0 && S_ISREG(told.st_mode);
    state.medium = is_regular ? FileState::Medium::Regular : FileState::Medium::Refusing;
  }
  if (state.medium == FileState::Medium::Regular) return write_through(state.descriptor, rest);
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
  return call_blocking(thread, [&rest, descriptor = state.descriptor] {
    return write_through(descriptor, rest);
  });
}

}  // namespace

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

bool fill_buffer(Thread& thread, FileState& state, size_t wanted) {
  if (!state.write_buffer.empty() && !flush_state(thread, state)) return false;
  if (state.read_position != 0) {
    state.read_buffer.erase(0, state.read_position);
    state.read_position = 0;
  }
  if (state.wrapper != nullptr) {
    return read_from_stream(thread, state, std::max(wanted, BufferBytes));
  }
  const size_t size = state.read_buffer.size();
  state.read_buffer.resize(size + std::max(wanted, BufferBytes));
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
  while (!rest.empty()) {
    const ssize_t count = write(state.descriptor, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    rest.remove_prefix(static_cast<size_t>(count));
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

bool install_standard_files(Thread& thread, Dict* sys) {
  struct Standard {
    int descriptor;
    const char* name;
    const char* shown;
    const char* mode;
    const char* original;
  };
  constexpr Standard standard[] = {{0, "stdin", "<stdin>", "r", "__stdin__"},
                                   {1, "stdout", "<stdout>", "w", "__stdout__"},
                                   {2, "stderr", "<stderr>", "w", "__stderr__"}};
  for (const Standard& each : standard) {
    Value file = Value::none();
    if (fcntl(each.descriptor, F_GETFD) >= 0) {
      Str* shown = make_str(thread, each.shown);
      if (shown == nullptr) return false;
      const Buffering buffering =
          each.descriptor == 2 || isatty(each.descriptor) ? Buffering::Line : Buffering::Full;
      File* made =
          make_file(thread, each.descriptor, Value::cell(shown), each.mode, buffering, false);
      if (made == nullptr) return false;
      made->state->newlines = Newlines::Unix;
      made->state->prints_at_once = each.descriptor != 0;
      if (each.descriptor == 2) {
        made->state->errors = "backslashreplace";
      }
      file = Value::cell(made);
    }
    for (const char* name : {each.name, each.original}) {
      Str* key = intern(thread, name);
      if (key == nullptr || !dict_set_str(thread, sys, key, file)) return false;
    }
  }
  return true;
}

}  // namespace weft
