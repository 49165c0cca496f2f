// io.BytesIO: over a bytearray, so that getbuffer() can show it.
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytearray.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/memoryview.h"
#include "runtime/heap/marker.h"
#include "stdlib/custom_object.h"
#include "stdlib/io/file_state.h"
#include "stdlib/io/memory_stream.h"
#include "stdlib/module_state.h"

namespace weft {

void MemoryStreamState::trace_roots(runtime::Marker& marker) {
  marker.mark(text_stream);
  marker.mark(byte_stream);
}

namespace {

struct ByteStream : CustomObject {
  using CustomObject::CustomObject;
  ByteArray* contents;  // null once closed
  uint64_t position;    // may lie beyond the end: a write fills the gap
  Cell* overflow;
};

void trace(CustomObject* object, Marker& marker) {
  marker.mark(static_cast<ByteStream*>(object)->contents);
}
constexpr CustomOperations operations = {trace, nullptr};

ByteStream* open_stream(Thread& thread, Value self) {
  auto* stream = self.as<ByteStream>();
  if (stream->contents != nullptr) return stream;
  raise_value_error(thread, "I/O operation on closed file.");
  return nullptr;
}

std::string_view rest_of(const ByteStream* stream) {
  const std::string_view all = stream->contents->view();
  return stream->position >= all.size() ? std::string_view() : all.substr(stream->position);
}

bool write(Thread& thread, ByteStream* stream, std::string_view given) {
  ByteArray* contents = stream->contents;
  if (given.empty()) return true;
  const uint64_t end = stream->position + given.size();
  if (end > contents->count) {
    const uint64_t count = contents->count;
    // What is given may be a view of the bytes that are about to move.
    const std::string kept(given);
    if (!bytearray_resize(thread, contents, end)) return false;
    if (stream->position > count) {
      std::memset(contents->data() + count, 0, stream->position - count);
    }
    std::memcpy(contents->data() + stream->position, kept.data(), kept.size());
  } else {
    std::memmove(contents->data() + stream->position, given.data(), given.size());
  }
  stream->position = end;
  return true;
}

Value stream_new(Thread& thread, Arguments arguments) {
  Type* base = module_state<MemoryStreamState>(thread.isolate).byte_stream;
  Type* type = check_new_class(thread, arguments[0], base);
  if (type == nullptr) return Value::error();
  auto* made = make_custom_object<ByteStream>(thread, type, operations);
  if (made == nullptr) return Value::error();
  ByteArray* contents = make_bytearray(thread, "");
  if (contents == nullptr) return Value::error();
  store(made, made->contents, contents);
  return Value::cell(made);
}

Value stream_init(Thread& thread, Arguments arguments) {
  auto* stream = arguments[0].as<ByteStream>();
  std::string_view initial;
  if (!arguments[1].is_none()) {
    const std::optional<std::string_view> given = readable_bytes(thread, arguments[1]);
    if (!given) return Value::error();
    initial = *given;
  }
  ByteArray* contents = make_bytearray(thread, initial);
  if (contents == nullptr) return Value::error();
  store(stream, stream->contents, contents);
  stream->position = 0;
  return Value::none();
}

Value take(Thread& thread, ByteStream* stream, uint64_t count) {
  const std::string_view rest = rest_of(stream);
  const std::string_view taken = rest.substr(0, count);
  Bytes* made = make_bytes(thread, taken);
  if (made == nullptr) return Value::error();
  stream->position += made->count;
  return Value::cell(made);
}

Value stream_read(Thread& thread, Arguments arguments) {
  bool failed;
  const std::optional<uint64_t> size = read_size(thread, arguments[1], failed);
  if (failed) return Value::error();
  ByteStream* stream = open_stream(thread, arguments[0]);
  return stream == nullptr ? Value::error() : take(thread, stream, size.value_or(UINT64_MAX));
}

uint64_t line_size(const ByteStream* stream) {
  const std::string_view rest = rest_of(stream);
  const size_t found = rest.find('\n');
  return found == std::string_view::npos ? rest.size() : found + 1;
}

Value stream_readline(Thread& thread, Arguments arguments) {
  bool failed;
  const std::optional<uint64_t> size = read_size(thread, arguments[1], failed);
  if (failed) return Value::error();
  ByteStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  return take(thread, stream, std::min(line_size(stream), size.value_or(UINT64_MAX)));
}

Value stream_next(Thread& thread, Arguments arguments) {
  ByteStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  if (rest_of(stream).empty()) return raise_stop_iteration(thread, Value::unset());
  return take(thread, stream, line_size(stream));
}

Value stream_readlines(Thread& thread, Arguments arguments) {
  bool failed;
  const std::optional<uint64_t> hint = read_size(thread, arguments[1], failed);
  if (failed) return Value::error();
  ByteStream* stream = open_stream(thread, arguments[0]);
  List* lines = stream == nullptr ? nullptr : make_list(thread);
  if (lines == nullptr) return Value::error();
  uint64_t total = 0;
  while (!rest_of(stream).empty()) {
    const Value line = take(thread, stream, line_size(stream));
    if (!line || !list_append(thread, lines, line)) return Value::error();
    total += line.as<Bytes>()->count;
    if (hint && *hint != 0 && total >= *hint) break;
  }
  return Value::cell(lines);
}

Value stream_readinto(Thread& thread, Arguments arguments) {
  ByteStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  const std::optional<std::span<char>> room = writable_bytes(thread, arguments[1]);
  if (!room) return Value::error();
  const std::string_view taken = rest_of(stream).substr(0, room->size());
  if (!taken.empty()) std::memmove(room->data(), taken.data(), taken.size());
  stream->position += taken.size();
  return make_uint(thread, taken.size());
}

Value stream_write(Thread& thread, Arguments arguments) {
  ByteStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  const std::optional<std::string_view> given = readable_bytes(thread, arguments[1]);
  if (!given) return Value::error();
  const uint64_t size = given->size();
  return write(thread, stream, *given) ? make_uint(thread, size) : Value::error();
}

Value stream_writelines(Thread& thread, Arguments arguments) {
  return write_lines(thread, arguments[0], arguments[1], stream_write);
}

Value stream_getvalue(Thread& thread, Arguments arguments) {
  ByteStream* stream = open_stream(thread, arguments[0]);
  return stream == nullptr ? Value::error()
                           : as_result(make_bytes(thread, stream->contents->view()));
}

Value stream_getbuffer(Thread& thread, Arguments arguments) {
  ByteStream* stream = open_stream(thread, arguments[0]);
  return stream == nullptr ? Value::error()
                           : make_memoryview(thread, Value::cell(stream->contents));
}

Value stream_tell(Thread& thread, Arguments arguments) {
  ByteStream* stream = open_stream(thread, arguments[0]);
  return stream == nullptr ? Value::error() : make_uint(thread, stream->position);
}

Value stream_seek(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> offset = to_size_argument(thread, arguments[1]);
  const std::optional<int32_t> whence =
      offset ? to_int_argument(thread, arguments[2]) : std::nullopt;
  if (!whence) return Value::error();
  ByteStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  if (*whence < 0 || *whence > 2) {
    return raise_value_error(thread, text("invalid whence (", *whence, ", should be 0, 1 or 2)"));
  }
  if (*whence == 0 && *offset < 0) {
    return raise_value_error(thread, text("negative seek value ", *offset));
  }
  const uint64_t origin = *whence == 0   ? 0
                          : *whence == 1 ? stream->position
                                         : stream->contents->count;
  const __int128 target = static_cast<__int128>(origin) + *offset;
  if (target > INT64_MAX) return raise_overflow_error(thread, "new position too large");
  stream->position = target < 0 ? 0 : static_cast<uint64_t>(target);
  return make_uint(thread, stream->position);
}

Value stream_truncate(Thread& thread, Arguments arguments) {
  ByteStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  uint64_t size = stream->position;
  if (!arguments[1].is_none()) {
    const std::optional<int64_t> given = to_size_argument(thread, arguments[1]);
    if (!given) return Value::error();
    if (*given < 0) return raise_value_error(thread, text("negative size value ", *given));
    size = static_cast<uint64_t>(*given);
  }
  if (size < stream->contents->count && !bytearray_resize(thread, stream->contents, size)) {
    return Value::error();
  }
  return make_uint(thread, size);
}

Value stream_close(Thread&, Arguments arguments) {
  arguments[0].as<ByteStream>()->contents = nullptr;
  return Value::none();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, *args, **kwargs)", "An empty stream.", stream_new},
    {"__init__", "(self, initial_bytes=None)", "Begins with some bytes.", stream_init},
    {"getvalue", "(self, /)", "All of the bytes.", stream_getvalue},
    {"getbuffer", "(self, /)", "A view of the bytes.", stream_getbuffer},
    {"read", "(self, size=-1, /)", "Reads size bytes, or all that are left.", stream_read},
    {"read1", "(self, size=-1, /)", "Reads size bytes, or all that are left.", stream_read},
    {"readinto", "(self, buffer, /)", "Reads into a buffer: the number of bytes.", stream_readinto},
    {"readinto1", "(self, buffer, /)", "Reads into a buffer: the number of bytes.",
     stream_readinto},
    {"readline", "(self, size=-1, /)", "Reads one line.", stream_readline},
    {"readlines", "(self, size=None, /)", "The lines that are left.", stream_readlines},
    {"write", "(self, b, /)", "Writes bytes at the position: how many.", stream_write},
    {"writelines", "(self, lines, /)", "Writes each of the lines.", stream_writelines},
    {"tell", "(self, /)", "The position.", stream_tell},
    {"seek", "(self, pos, whence=0, /)", "Moves to a position: the new one.", stream_seek},
    {"truncate", "(self, size=None, /)", "Cuts the bytes off.", stream_truncate},
    {"close", "(self, /)", "Gives the bytes up.", stream_close},
    {"flush", "(self, /)", "Does nothing.", if_open<open_stream, Answer::None>},
    {"isatty", "(self, /)", "False.", if_open<open_stream, Answer::False>},
    {"fileno", "(self, /)", "Refused: there is no descriptor.", refused_fileno},
    {"detach", "(self, /)", "Refused: there is no stream below.", refused_detach},
    {"readable", "(self, /)", "True.", if_open<open_stream, Answer::True>},
    {"writable", "(self, /)", "True.", if_open<open_stream, Answer::True>},
    {"seekable", "(self, /)", "True.", if_open<open_stream, Answer::True>},
    {"__enter__", "(self, /)", "The stream itself.", if_open<open_stream, Answer::Self>},
    {"__exit__", "(self, *args)", "Closes the stream.", memory_stream_exit},
    {"__iter__", "(self, /)", "The stream itself, an iterator over its lines.",
     if_open<open_stream, Answer::Self>},
    {"__next__", "(self, /)", "The next line.", stream_next},
};

constexpr NativeAttribute attributes[] = {
    {"closed", "Whether the stream has been closed.",
     [](Thread&, Value self) { return Value::boolean(self.as<ByteStream>()->contents == nullptr); },
     nullptr},
};

constexpr TypeSpec stream_spec = {.name = "BytesIO",
                                  .module = "_io",
                                  .doc = "A stream of bytes in memory.",
                                  .instance_kind = Kind::HostObject,
                                  .instance_size = sizeof(ByteStream),
                                  .is_base_type = true,
                                  .instances_have_dict = true,
                                  .methods = methods,
                                  .attributes = attributes};

}  // namespace

bool make_byte_stream_type(Thread& thread, MemoryStreamState& state) {
  if (state.byte_stream == nullptr) {
    state.byte_stream = make_builtin_type(thread, stream_spec, nullptr);
  }
  return state.byte_stream != nullptr;
}

}  // namespace weft
