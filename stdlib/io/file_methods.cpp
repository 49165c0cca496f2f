// The methods of files.
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "stdlib/io/file_state.h"

namespace weft {
namespace {

FileState& state_of(Value self) { return *self.as<File>()->state; }

Value as_value(Object* made) { return made == nullptr ? Value::error() : Value::cell(made); }

// A method that reads: other fibers run while there is nothing to be read, then it is called again.
// What it has read so far is in the buffer.
template <NativeCode read>
Value waiting(Thread& thread, Arguments arguments) {
  const Value result = read(thread, arguments);
  if (result || thread.pending != nullptr) return result;
  FileState& state = state_of(arguments[0]);
  if (!std::exchange(state.awaits_input, false)) return result;
  ParkOptions options;
  options.wait_data = as_value(make_tuple(thread, arguments.span()));
  if (!options.wait_data) return Value::error();
  options.on_resume = [](Thread& resumed, Fiber* fiber, Value) {
    const auto* asked = fiber->wait_data.as<Tuple>();
    return waiting<read>(resumed, Arguments(asked->values, static_cast<uint32_t>(asked->count)));
  };
  return park_for_descriptor(thread, state.descriptor, runtime::Poller::Read,
                             runtime::Poller::Trigger::Level, options);
}

bool is_ascii_compatible(Encoding encoding) {
  return encoding == Encoding::Utf8 || encoding == Encoding::Ascii ||
         encoding == Encoding::Latin1 || encoding == Encoding::Windows1252;
}

// "\r\n" and "\r" as "\n".
std::string translate_newlines(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size());
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\r') {
      result += '\n';
      if (i + 1 < bytes.size() && bytes[i + 1] == '\n') ++i;
    } else {
      result += bytes[i];
    }
  }
  return result;
}

// Bytes read, as the value the program gets: bytes, or decoded text with its line ends translated.
Value to_result(Thread& thread, const FileState& state, std::string_view bytes) {
  if (state.binary) return as_value(make_bytes(thread, bytes));
  std::string translated;
  if (state.newlines == Newlines::Universal && bytes.find('\r') != std::string_view::npos &&
      is_ascii_compatible(state.encoding)) {
    translated = translate_newlines(bytes);
    bytes = translated;
  }
  Str* decoded = decode(thread, bytes, state.encoding, state.errors);
  if (decoded == nullptr) return Value::error();
  if (state.newlines == Newlines::Universal && !is_ascii_compatible(state.encoding) &&
      decoded->view().find('\r') != std::string_view::npos) {
    decoded = make_str(thread, translate_newlines(decoded->view()));
  }
  return as_value(decoded);
}

std::string_view buffered(const FileState& state) {
  return std::string_view(state.read_buffer).substr(state.read_position);
}

// Takes `count` buffered bytes.
Value take(Thread& thread, FileState& state, size_t count) {
  const std::string bytes(buffered(state).substr(0, count));
  state.read_position += bytes.size();
  return to_result(thread, state, bytes);
}

bool read_to_end(Thread& thread, FileState& state) {
  struct stat status {};
  size_t wanted = BufferBytes;
  if (state.wrapper == nullptr && fstat(state.descriptor, &status) == 0 &&
      S_ISREG(status.st_mode)) {
    wanted = std::max(wanted, static_cast<size_t>(status.st_size) + 1);
  }
  do {
    if (!fill_buffer(thread, state, wanted)) return false;
  } while (!state.at_end);
  return true;
}

// Bytes of the first `count` characters of UTF-8 `bytes`; npos when there are fewer whole ones.
size_t utf8_prefix(std::string_view bytes, size_t count) {
  size_t position = 0;
  while (count > 0) {
    if (position >= bytes.size()) return std::string_view::npos;
    const auto lead = static_cast<unsigned char>(bytes[position]);
    position += lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (position > bytes.size()) return std::string_view::npos;
    --count;
  }
  return position;
}

// nullopt: the argument is None or negative: all; exception pending when `failed`.
std::optional<size_t> size_argument(Thread& thread, Value value, bool& failed) {
  failed = false;
  if (value.is_none()) return std::nullopt;
  const std::optional<int64_t> size = to_index(thread, value);
  if (!size) {
    failed = true;
    return std::nullopt;
  }
  if (*size < 0) return std::nullopt;
  return static_cast<size_t>(*size);
}

// What is buffered, or else what one read gives.
Value read_once(Thread& thread, FileState& state, size_t size) {
  if (size != 0 && buffered(state).empty() && !fill_buffer(thread, state, size)) {
    return Value::error();
  }
  return take(thread, state, size);
}

Value file_read(Thread& thread, Arguments arguments) {
  FileState& state = state_of(arguments[0]);
  if (!check_readable(thread, state)) return Value::error();
  bool failed;
  const std::optional<size_t> size = size_argument(thread, arguments[1], failed);
  if (failed) return Value::error();
  if (!size) {
    if (!read_to_end(thread, state)) return Value::error();
    return take(thread, state, SIZE_MAX);
  }
  if (is_raw(state)) return read_once(thread, state, *size);
  if (!state.binary && !is_ascii_compatible(state.encoding)) {
    if (!read_to_end(thread, state)) return Value::error();
    return take(thread, state, SIZE_MAX);
  }
  const bool count_characters = !state.binary && state.encoding == Encoding::Utf8;
  for (;;) {
    const std::string_view ready = buffered(state);
    const size_t end = count_characters        ? utf8_prefix(ready, *size)
                       : ready.size() >= *size ? *size
                                               : std::string_view::npos;
    if (end != std::string_view::npos) return take(thread, state, end);
    if (!fill_buffer(thread, state, *size)) return Value::error();
    if (state.at_end) return take(thread, state, SIZE_MAX);
  }
}

// End of the first line in `bytes` (its line end included); npos if it may go on.
size_t line_end(std::string_view bytes, const FileState& state, bool at_end) {
  const Newlines newlines = state.binary ? Newlines::Unix : state.newlines;
  if (newlines == Newlines::Unix || newlines == Newlines::Windows) {
    const std::string_view mark = newlines == Newlines::Unix ? "\n" : "\r\n";
    const size_t found = bytes.find(mark);
    return found == std::string_view::npos ? found : found + mark.size();
  }
  if (newlines == Newlines::Mac) {
    const size_t found = bytes.find('\r');
    return found == std::string_view::npos ? found : found + 1;
  }
  const size_t found = bytes.find_first_of("\r\n");
  if (found == std::string_view::npos) return found;
  if (bytes[found] == '\n') return found + 1;
  if (found + 1 < bytes.size()) return found + (bytes[found + 1] == '\n' ? 2 : 1);
  return at_end ? found + 1 : std::string_view::npos;
}

Value read_line(Thread& thread, FileState& state, std::optional<size_t> limit) {
  if (!check_readable(thread, state)) return Value::error();
  if (!state.binary && !is_ascii_compatible(state.encoding)) {
    // Lines of wide encodings are found after decoding: keep the rest as UTF-8.
    if (!read_to_end(thread, state)) return Value::error();
    Str* decoded = decode(thread, buffered(state), state.encoding, state.errors);
    if (decoded == nullptr) return Value::error();
    state.read_buffer = decoded->view();
    state.read_position = 0;
    state.encoding = Encoding::Utf8;
  }
  for (;;) {
    const std::string_view ready = buffered(state);
    size_t end = line_end(ready, state, state.at_end);
    if (limit) {
      const size_t cut = state.binary ? *limit : utf8_prefix(ready, *limit);
      if (cut <= ready.size() && (end == std::string_view::npos || cut < end)) end = cut;
    }
    if (end != std::string_view::npos) return take(thread, state, end);
    if (state.at_end && !ready.empty()) {
      state.at_end = false;
      return take(thread, state, SIZE_MAX);
    }
    // No more than the line is taken from a descriptor that others may read, too.
    const size_t wanted = is_raw(state) && !is_regular(state) ? 1 : BufferBytes;
    if (!fill_buffer(thread, state, wanted)) return Value::error();
    if (state.at_end && buffered(state).empty()) return take(thread, state, 0);
  }
}

Value file_readline(Thread& thread, Arguments arguments) {
  bool failed;
  const std::optional<size_t> size = size_argument(thread, arguments[1], failed);
  if (failed) return Value::error();
  return read_line(thread, state_of(arguments[0]), size);
}

bool is_empty(Value text_or_bytes) {
  return is_str(text_or_bytes) ? text_or_bytes.as<Str>()->byte_count == 0
                               : text_or_bytes.as<Bytes>()->count == 0;
}

Value file_readlines(Thread& thread, Arguments arguments) {
  bool failed;
  const std::optional<size_t> hint = size_argument(thread, arguments[1], failed);
  if (failed) return Value::error();
  List* lines = make_list(thread);
  if (lines == nullptr) return Value::error();
  size_t total = 0;
  for (;;) {
    // As scripts call it, which waits here: the lines so far are nowhere else.
    const Value line = call_method(thread, arguments[0], "readline", {});
    if (!line) return line;
    if (!is_str(line) && !is_kind(line, Kind::Bytes)) {
      return raise_type_error(thread, "readline() should have returned a string or bytes");
    }
    if (is_empty(line)) return Value::cell(lines);
    if (!list_append(thread, lines, line)) return Value::error();
    total += is_str(line) ? line.as<Str>()->char_count : line.as<Bytes>()->count;
    if (hint && *hint != 0 && total >= *hint) return Value::cell(lines);
  }
}

Value file_next(Thread& thread, Arguments arguments) {
  const Value line = read_line(thread, state_of(arguments[0]), std::nullopt);
  if (line && is_empty(line)) return raise_stop_iteration(thread, Value::unset());
  return line;
}

Value file_iter(Thread& thread, Arguments arguments) {
  if (!check_open(thread, state_of(arguments[0]))) return Value::error();
  return arguments[0];
}

Value file_write(Thread& thread, Arguments arguments) {
  auto* file = arguments[0].as<File>();
  FileState& state = *file->state;
  const Value data = arguments[1];
  if (state.binary) {
    if (is_str(data)) {
      return raise_type_error(thread, "a bytes-like object is required, not 'str'");
    }
    if (!check_writable(thread, state)) return Value::error();
    const std::optional<std::string_view> bytes = readable_bytes(thread, data);
    if (!bytes || !append_bytes(thread, state, *bytes)) return Value::error();
    return make_uint(thread, bytes->size());
  }
  if (!is_str(data)) {
    return raise_type_error(
        thread, text("write() argument must be str, not ", argument_type_name(thread, data)));
  }
  if (!write_text(thread, file, data.as<Str>()->view())) return Value::error();
  return Value::small_int(data.as<Str>()->char_count);
}

Value file_writelines(Thread& thread, Arguments arguments) {
  return write_lines(thread, arguments[0], arguments[1], file_write);
}

Value file_flush(Thread& thread, Arguments arguments) {
  auto* file = arguments[0].as<File>();
  if (!flush_file(thread, file)) return Value::error();
  return file->state->wrapper == nullptr || !file->state->writable
             ? Value::none()
             : call_method(thread, file->stream, "flush", {});
}

Value file_close(Thread& thread, Arguments arguments) {
  FileState& state = state_of(arguments[0]);
  if (state.closed) return Value::none();
  const bool flushed = flush_state(thread, state);
  state.write_buffer.clear();
  state.closed = true;
  if (state.wrapper != nullptr) {
    Exception* lost = flushed ? nullptr : take_pending(thread);
    const Value closed = call_method(thread, state.wrapper->stream, "close", {});
    if (lost != nullptr) {
      thread.pending = lost;
      return Value::error();
    }
    return closed ? Value::none() : closed;
  }
  if (state.close_descriptor) end_descriptor_waits(thread, state.descriptor);
  if (state.close_descriptor && close(state.descriptor) != 0 && flushed) {
    return raise_os_error(thread, errno, Value::unset());
  }
  return flushed ? Value::none() : Value::error();
}

Value file_enter(Thread& thread, Arguments arguments) {
  return check_open(thread, state_of(arguments[0])) ? arguments[0] : Value::error();
}

Value file_exit(Thread& thread, Arguments arguments) {
  return call_method(thread, arguments[0], "close", {});
}

Value file_seek(Thread& thread, Arguments arguments) {
  FileState& state = state_of(arguments[0]);
  if (!check_open(thread, state) || !flush_state(thread, state)) return Value::error();
  const std::optional<int64_t> offset = to_index(thread, arguments[1]);
  const std::optional<int64_t> whence = to_index(thread, arguments[2]);
  if (!offset || !whence) return Value::error();
  if (*whence < 0 || *whence > 2) {
    return raise_value_error(
        thread, state.binary ? text("whence value ", *whence, " unsupported")
                             : text("invalid whence (", *whence, ", should be 0, 1 or 2)"));
  }
  int64_t target = *offset;
  if (!state.binary) {
    if (*whence != SEEK_SET && target != 0) {
      raise_unsupported(thread, *whence == SEEK_CUR ? "can't do nonzero cur-relative seeks"
                                                    : "can't do nonzero end-relative seeks");
      return Value::error();
    }
    if (target < 0) return raise_value_error(thread, text("negative seek position ", target));
  }
  if (*whence == SEEK_CUR) target -= static_cast<int64_t>(buffered(state).size());
  Value moved;
  if (state.wrapper != nullptr) {
    const Value wanted = make_int(thread, target);
    if (!wanted) return wanted;
    moved = call_method(thread, state.wrapper->stream, "seek", {wanted, Value::small_int(*whence)});
    if (!moved) return moved;
  } else {
    const off_t position = lseek(state.descriptor, target, static_cast<int>(*whence));
    if (position < 0) return raise_os_error(thread, errno, Value::unset());
    moved = make_int(thread, position);
  }
  state.read_buffer.clear();
  state.read_position = 0;
  state.at_end = false;
  return moved;
}

Value file_tell(Thread& thread, Arguments arguments) {
  FileState& state = state_of(arguments[0]);
  if (!check_open(thread, state) || !flush_state(thread, state)) return Value::error();
  const auto ahead = static_cast<int64_t>(buffered(state).size());
  if (state.wrapper != nullptr) {
    const Value position = call_method(thread, state.wrapper->stream, "tell", {});
    return position ? binary(thread, BinaryOperator::Sub, position, Value::small_int(ahead))
                    : position;
  }
  const off_t position = lseek(state.descriptor, 0, SEEK_CUR);
  if (position < 0) return raise_os_error(thread, errno, Value::unset());
  return make_int(thread, position - ahead);
}

Value file_truncate(Thread& thread, Arguments arguments) {
  FileState& state = state_of(arguments[0]);
  if (!check_open(thread, state)) return Value::error();
  if (!state.writable) {
    raise_unsupported(thread, "truncate");
    return Value::error();
  }
  if (!flush_state(thread, state)) return Value::error();
  Value size = arguments[1];
  if (size.is_none()) size = file_tell(thread, Arguments(&arguments.span()[0], 1));
  if (!size) return size;
  const std::optional<int64_t> bytes = to_index(thread, size);
  if (!bytes) return Value::error();
  if (state.wrapper != nullptr) {
    return call_method(thread, state.wrapper->stream, "truncate", {size});
  }
  if (ftruncate(state.descriptor, *bytes) != 0) {
    return raise_os_error(thread, errno, Value::unset());
  }
  return size;
}

Value file_fileno(Thread& thread, Arguments arguments) {
  const FileState& state = state_of(arguments[0]);
  if (!check_open(thread, state)) return Value::error();
  return state.wrapper != nullptr ? call_method(thread, state.wrapper->stream, "fileno", {})
                                  : Value::small_int(state.descriptor);
}

Value file_isatty(Thread& thread, Arguments arguments) {
  const FileState& state = state_of(arguments[0]);
  if (!check_open(thread, state)) return Value::error();
  return state.wrapper != nullptr ? call_method(thread, state.wrapper->stream, "isatty", {})
                                  : Value::boolean(isatty(state.descriptor) != 0);
}

Value file_readable(Thread& thread, Arguments arguments) {
  const FileState& state = state_of(arguments[0]);
  return check_open(thread, state) ? Value::boolean(state.readable) : Value::error();
}

Value file_writable(Thread& thread, Arguments arguments) {
  const FileState& state = state_of(arguments[0]);
  return check_open(thread, state) ? Value::boolean(state.writable) : Value::error();
}

Value file_seekable(Thread& thread, Arguments arguments) {
  const FileState& state = state_of(arguments[0]);
  if (!check_open(thread, state)) return Value::error();
  if (state.wrapper != nullptr) {
    return call_method(thread, state.wrapper->stream, "seekable", {});
  }
  return Value::boolean(lseek(state.descriptor, 0, SEEK_CUR) >= 0);
}

Value file_reconfigure(Thread& thread, Arguments arguments) {
  FileState& state = state_of(arguments[0]);
  if (!flush_state(thread, state)) return Value::error();
  if (is_str(arguments[1])) {
    const std::optional<Encoding> found = find_encoding(arguments[1].as<Str>()->view());
    if (!found) {
      return raise(thread, thread.isolate.exceptions.lookup_error,
                   text("unknown encoding: ", arguments[1].as<Str>()->view()));
    }
    state.encoding = *found;
    state.encoding_text = arguments[1].as<Str>()->view();
  }
  if (is_str(arguments[2])) state.errors = arguments[2].as<Str>()->view();
  if (!arguments[4].is_none()) {
    const Truth line = truth(thread, arguments[4]);
    if (line == Truth::Error) return Value::error();
    state.buffering = line == Truth::True ? Buffering::Line : Buffering::Full;
  }
  if (!arguments[5].is_none()) {
    const Truth through = truth(thread, arguments[5]);
    if (through == Truth::Error) return Value::error();
    if (through == Truth::True) state.buffering = Buffering::None;
  }
  return Value::none();
}

// The name given to open(), or the stream's; unset when there is none, error with one pending.
Value name_of(Thread& thread, File* file) {
  if (!file->name.is_unset() || file->stream.is_unset()) return file->name;
  Str* name = intern(thread, "name");
  return name == nullptr ? Value::error() : find_attribute(thread, file->stream, name);
}

Value file_repr(Thread& thread, Arguments arguments) {
  auto* file = arguments[0].as<File>();
  const std::string_view type = file->type()->name->view();
  const FileState& state = *file->state;
  std::string shown = text("<_io.", type);
  const Value name = name_of(thread, file);
  if (!name) return name;
  if (!name.is_unset()) {
    Str* name_text = repr(thread, name);
    if (name_text == nullptr) return Value::error();
    shown += text(" name=", name_text->view());
  }
  if (!state.binary && !state.mode.empty()) shown += text(" mode='", state.mode, "'");
  if (!state.binary) shown += text(" encoding='", state.encoding_text, "'");
  if (state.binary && state.buffering == Buffering::None && state.wrapper == nullptr) {
    shown = state.closed ? text("<_io.", type, " [closed]")
                         : shown + text(" mode='", state.mode,
                                        "' closefd=", state.close_descriptor ? "True" : "False");
  }
  return as_value(make_str(thread, shown + ">"));
}

// Reads into a buffer, as often as it takes to fill it.
Value file_readinto(Thread& thread, Arguments arguments) {
  FileState& state = state_of(arguments[0]);
  const std::optional<std::span<char>> room = writable_bytes(thread, arguments[1]);
  if (!room) return Value::error();
  const Value wanted[] = {arguments[0], make_uint(thread, room->size())};
  const Value given = file_read(thread, Arguments(wanted, 2));
  if (!given) return given;
  if (!state.binary) return raise_type_error(thread, "a bytes-like object is required");
  // The buffer may have changed while the stream was asked.
  const std::optional<std::span<char>> place = writable_bytes(thread, arguments[1]);
  if (!place) return Value::error();
  const std::string_view bytes = given.as<Bytes>()->view().substr(0, place->size());
  bytes.copy(place->data(), bytes.size());
  return make_uint(thread, bytes.size());
}

// Bytes that are buffered, after at most one read; they stay.
Value file_peek(Thread& thread, Arguments arguments) {
  FileState& state = state_of(arguments[0]);
  if (!check_readable(thread, state)) return Value::error();
  if (buffered(state).empty() && !fill_buffer(thread, state, 1)) return Value::error();
  return as_value(make_bytes(thread, buffered(state)));
}

// What one read gives, if nothing is buffered.
Value file_read1(Thread& thread, Arguments arguments) {
  FileState& state = state_of(arguments[0]);
  if (!check_readable(thread, state)) return Value::error();
  bool failed;
  const std::optional<size_t> size = size_argument(thread, arguments[1], failed);
  if (failed) return Value::error();
  return read_once(thread, state, size.value_or(BufferBytes));
}

Value file_readall(Thread& thread, Arguments arguments) {
  FileState& state = state_of(arguments[0]);
  if (!check_readable(thread, state) || !read_to_end(thread, state)) return Value::error();
  return take(thread, state, SIZE_MAX);
}

// Gives back the stream, which lives on without the file.
Value file_detach(Thread& thread, Arguments arguments) {
  auto* file = arguments[0].as<File>();
  FileState& state = *file->state;
  if (!check_open(thread, state) || !flush_state(thread, state)) return Value::error();
  if (state.wrapper == nullptr) {
    const Value buffer = call_method(thread, arguments[0], "__getattribute__",
                                     {Value::cell(intern(thread, "buffer"))});
    if (!buffer) return buffer;
    state.closed = true;
    buffer.as<File>()->state->close_descriptor = state.close_descriptor;
    return buffer;
  }
  const Value stream = file->stream;
  state.closed = true;
  return stream;
}

constexpr NativeMethod methods[] = {
    {"read", "(self, size=-1, /)", "Reads size characters or bytes, or all that is left.",
     waiting<file_read>},
    {"read1", "(self, size=-1, /)", "Reads up to size bytes, with one read at most.",
     waiting<file_read1>},
    {"readall", "(self, /)", "Reads all that is left.", waiting<file_readall>},
    {"readinto", "(self, buffer, /)", "Reads into a buffer: the number of bytes.",
     waiting<file_readinto>},
    {"readinto1", "(self, buffer, /)", "Reads into a buffer: the number of bytes.",
     waiting<file_readinto>},
    {"peek", "(self, size=0, /)", "Bytes that come next; they stay.", waiting<file_peek>},
    {"detach", "(self, /)", "The stream below, which the file gives up.", file_detach},
    {"readline", "(self, size=-1, /)", "Reads one line, its end included; empty at the end.",
     waiting<file_readline>},
    {"readlines", "(self, hint=-1, /)", "The lines that are left, as a list.", file_readlines},
    {"write", "(self, data, /)", "Writes text or bytes; the number of characters or bytes.",
     file_write},
    {"writelines", "(self, lines, /)", "Writes each of the lines.", file_writelines},
    {"flush", "(self, /)", "Writes out what is buffered.", file_flush},
    {"close", "(self, /)", "Writes out what is buffered and closes the file.", file_close},
    {"seek", "(self, offset, whence=0, /)", "Moves to a position; the new one.", file_seek},
    {"tell", "(self, /)", "The position in bytes.", file_tell},
    {"truncate", "(self, size=None, /)", "Cuts the file off at size bytes.", file_truncate},
    {"fileno", "(self, /)", "The descriptor.", file_fileno},
    {"isatty", "(self, /)", "Whether it is a terminal.", file_isatty},
    {"readable", "(self, /)", "Whether it can be read.", file_readable},
    {"writable", "(self, /)", "Whether it can be written.", file_writable},
    {"seekable", "(self, /)", "Whether its position can be moved.", file_seekable},
    {"reconfigure",
     "(self, *, encoding=None, errors=None, newline=None, line_buffering=None, "
     "write_through=None)",
     "Changes how text is written.", file_reconfigure},
    {"__enter__", "(self, /)", "The file itself.", file_enter},
    {"__exit__", "(self, *args)", "Closes the file.", file_exit},
    {"__iter__", "(self, /)", "The file itself, an iterator over its lines.", file_iter},
    {"__next__", "(self, /)", "The next line.", waiting<file_next>},
    {"__repr__", "(self, /)", "Name, mode and encoding.", file_repr},
};

Value str_of(Thread& thread, std::string_view contents) {
  return as_value(make_str(thread, contents));
}

// The stream below a file, or another file of its descriptor.
Value bytes_below(Thread& thread, Value self, Buffering buffering) {
  FileState& state = state_of(self);
  if (state.wrapper != nullptr) return self.as<File>()->stream;
  if (!check_open(thread, state) || !flush_state(thread, state)) return Value::error();
  const std::string_view mode = state.readable && state.writable ? "rb+"
                                : state.writable                 ? "wb"
                                                                 : "rb";
  return as_value(
      make_file(thread, state.descriptor, self.as<File>()->name, mode, buffering, false));
}

constexpr NativeAttribute attributes[] = {
    {"closed", "Whether the file has been closed.",
     [](Thread&, Value self) { return Value::boolean(state_of(self).closed); }, nullptr},
    {"name", "The name or descriptor given to open().",
     [](Thread& thread, Value self) {
       const Value name = name_of(thread, self.as<File>());
       if (!name || !name.is_unset()) return name;
       Str* wanted = intern(thread, "name");
       return wanted == nullptr ? Value::error()
                                : raise_attribute_error(thread, self, wanted,
                                                        text("'", type_name(thread, self),
                                                             "' object has no attribute 'name'"));
     },
     nullptr},
    {"mode", "The mode given to open().",
     [](Thread& thread, Value self) { return str_of(thread, state_of(self).mode); }, nullptr},
    {"encoding", "The name of the text encoding.",
     [](Thread& thread, Value self) { return str_of(thread, state_of(self).encoding_text); },
     nullptr},
    {"errors", "What is done with text that cannot be encoded or decoded.",
     [](Thread& thread, Value self) { return str_of(thread, state_of(self).errors); }, nullptr},
    {"newlines", "The line ends met; not recorded.", [](Thread&, Value) { return Value::none(); },
     nullptr},
    {"line_buffering", "Whether each line is written at once.",
     [](Thread&, Value self) {
       return Value::boolean(state_of(self).buffering == Buffering::Line);
     },
     nullptr},
    {"buffer", "The same descriptor as a file of bytes.",
     [](Thread& thread, Value self) {
       // Unbuffered, so that text and bytes written in turn stay in order.
       return bytes_below(thread, self,
                          state_of(self).writable ? Buffering::None : Buffering::Full);
     },
     nullptr},
    {"raw", "The same descriptor as an unbuffered file.",
     [](Thread& thread, Value self) { return bytes_below(thread, self, Buffering::None); },
     nullptr},
    {"closefd", "Whether closing the file closes the descriptor.",
     [](Thread&, Value self) { return Value::boolean(state_of(self).close_descriptor); }, nullptr},
    {"write_through", "Whether nothing is buffered.",
     [](Thread&, Value self) {
       return Value::boolean(state_of(self).buffering == Buffering::None);
     },
     nullptr},
};

}  // namespace

Value write_lines(Thread& thread, Value stream, Value lines, NativeCode write) {
  const bool all_written = for_each(thread, lines, [&](Value line) {
    const Value pair[] = {stream, line};
    return static_cast<bool>(write(thread, Arguments(pair, 2)));
  });
  return all_written ? Value::none() : Value::error();
}

std::span<const NativeMethod> file_methods() { return methods; }
std::span<const NativeAttribute> file_attributes() { return attributes; }

}  // namespace weft
