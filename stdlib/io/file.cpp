#include "stdlib/io/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

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
      make(registry.text_type, text_file_spec()) && make(registry.reader_type, reader_spec()) &&
      make(registry.writer_type, writer_spec()) && make(registry.random_type, random_spec()) &&
      make(registry.raw_type, raw_file_spec());
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

Type* unsupported_operation_type(Thread& thread) {
  FileRegistry* registry = file_registry(thread);
  if (registry == nullptr) return nullptr;
  if (registry->unsupported_operation == nullptr) {
    registry->unsupported_operation = make_unsupported_operation(thread);
  }
  return registry->unsupported_operation;
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
