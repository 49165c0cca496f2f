// io.StringIO.
//
// The text is kept as UTF-8 with the number of its characters. A position is kept both in bytes and
// in characters; in ASCII text the two are one number, in other text a seek walks.
#include <algorithm>

#include "interpreter/objects/iterators.h"
#include "interpreter/objects/unicode_utf8.h"
#include "stdlib/custom_object.h"
#include "stdlib/io/file_state.h"
#include "stdlib/io/memory_stream.h"
#include "stdlib/module_state.h"

namespace weft {
namespace {

struct TextStream : CustomObject {
  using CustomObject::CustomObject;
  std::string* contents;  // owned; null before __init__ has run
  uint64_t char_count;
  uint64_t byte_position;  // at most the size of the contents
  uint64_t char_position;  // may lie beyond the end: a write fills the gap
  Newlines newlines;
  bool is_closed;
  Cell* overflow;
};

void destroy(CustomObject* object) { delete static_cast<TextStream*>(object)->contents; }
constexpr CustomOperations operations = {nullptr, destroy};

uint64_t count_chars(std::string_view bytes) {
  return static_cast<uint64_t>(
      std::ranges::count_if(bytes, [](char c) { return !utf8::is_continuation(c); }));
}

// Where character `count` from byte `from` on begins; the size when there are fewer.
uint64_t advance(std::string_view bytes, uint64_t from, uint64_t count) {
  while (count > 0 && from < bytes.size()) {
    ++from;
    while (from < bytes.size() && utf8::is_continuation(bytes[from])) ++from;
    --count;
  }
  return from;
}

void move_to(TextStream* stream, uint64_t position) {
  const std::string_view all = *stream->contents;
  stream->char_position = position;
  if (position >= stream->char_count) {
    stream->byte_position = all.size();
  } else if (all.size() == stream->char_count) {
    stream->byte_position = position;
  } else {
    stream->byte_position = advance(all, 0, position);
  }
}

// The stream, open; null with an exception pending.
TextStream* open_stream(Thread& thread, Value self) {
  auto* stream = self.as<TextStream>();
  if (stream->is_closed) {
    raise_value_error(thread, "I/O operation on closed file");
    return nullptr;
  }
  if (stream->contents == nullptr) {
    raise_value_error(thread, "I/O operation on uninitialized object");
    return nullptr;
  }
  return stream;
}

// Line ends as the stream keeps them.
std::string translate(const TextStream* stream, std::string_view given) {
  std::string out;
  out.reserve(given.size());
  for (size_t i = 0; i < given.size(); ++i) {
    const char letter = given[i];
    if (stream->newlines == Newlines::Universal && letter == '\r') {
      out += '\n';
      if (i + 1 < given.size() && given[i + 1] == '\n') ++i;
    } else if (stream->newlines == Newlines::Mac && letter == '\n') {
      out += '\r';
    } else if (stream->newlines == Newlines::Windows && letter == '\n') {
      out += "\r\n";
    } else {
      out += letter;
    }
  }
  return out;
}

void write(TextStream* stream, std::string_view given) {
  std::string translated;
  const bool as_it_is = stream->newlines == Newlines::Unix || stream->newlines == Newlines::Kept;
  if (!as_it_is && given.find_first_of("\r\n") != std::string_view::npos) {
    translated = translate(stream, given);
    given = translated;
  }
  if (given.empty()) return;
  std::string& all = *stream->contents;
  if (stream->char_position > stream->char_count) {
    all.append(stream->char_position - stream->char_count, '\0');
    stream->char_count = stream->char_position;
    stream->byte_position = all.size();
  }
  const uint64_t count = count_chars(given);
  if (stream->byte_position == all.size()) {
    all.append(given);
    stream->char_count += count;
  } else {
    const uint64_t end = advance(all, stream->byte_position, count);
    const uint64_t replaced = count_chars(
        std::string_view(all).substr(stream->byte_position, end - stream->byte_position));
    all.replace(stream->byte_position, end - stream->byte_position, given);
    stream->char_count += count - replaced;
  }
  stream->byte_position += given.size();
  stream->char_position += count;
}

std::optional<Newlines> parse_newline(Thread& thread, Value value) {
  if (value.is_none()) return Newlines::Universal;
  if (!is_str(value)) {
    raise_type_error(thread, text("newline must be str or None, not ", type_name(thread, value)));
    return std::nullopt;
  }
  const std::string_view given = value.as<Str>()->view();
  if (given.empty()) return Newlines::Kept;
  if (given == "\n") return Newlines::Unix;
  if (given == "\r") return Newlines::Mac;
  if (given == "\r\n") return Newlines::Windows;
  Str* shown = repr(thread, value);
  if (shown != nullptr) raise_value_error(thread, text("illegal newline value: ", shown->view()));
  return std::nullopt;
}

Value stream_new(Thread& thread, Arguments arguments) {
  Type* base = module_state<MemoryStreamState>(thread.isolate).text_stream;
  Type* type = check_new_class(thread, arguments[0], base);
  if (type == nullptr) return Value::error();
  return as_result(make_custom_object<TextStream>(thread, type, operations));
}

Value stream_init(Thread& thread, Arguments arguments) {
  auto* stream = arguments[0].as<TextStream>();
  const std::optional<Newlines> newlines = parse_newline(thread, arguments[2]);
  if (!newlines) return Value::error();
  const Value initial = arguments[1];
  if (!initial.is_none() && !is_str(initial)) {
    return raise_type_error(
        thread, text("initial_value must be str or None, not ", type_name(thread, initial)));
  }
  if (stream->contents == nullptr) stream->contents = new std::string;
  stream->contents->clear();
  stream->char_count = 0;
  stream->newlines = *newlines;
  stream->is_closed = false;
  move_to(stream, 0);
  if (!initial.is_none()) write(stream, initial.as<Str>()->view());
  move_to(stream, 0);
  return Value::none();
}

Value stream_getvalue(Thread& thread, Arguments arguments) {
  TextStream* stream = open_stream(thread, arguments[0]);
  return stream == nullptr ? Value::error() : as_result(make_str(thread, *stream->contents));
}

Value stream_write(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1])) {
    return raise_type_error(
        thread, text("string argument expected, got '", type_name(thread, arguments[1]), "'"));
  }
  TextStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  const Str* given = arguments[1].as<Str>();
  write(stream, given->view());
  return Value::small_int(given->char_count);
}

// Takes the bytes up to `end`.
Value take(Thread& thread, TextStream* stream, uint64_t end) {
  const std::string_view all = *stream->contents;
  Str* made = make_str(thread, all.substr(stream->byte_position, end - stream->byte_position));
  if (made == nullptr) return Value::error();
  stream->byte_position = end;
  stream->char_position += made->char_count;
  return Value::cell(made);
}

Value stream_read(Thread& thread, Arguments arguments) {
  bool failed;
  const std::optional<uint64_t> size = read_size(thread, arguments[1], failed);
  if (failed) return Value::error();
  TextStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  const std::string_view all = *stream->contents;
  if (!size) return take(thread, stream, all.size());
  const bool ascii = all.size() == stream->char_count;
  return take(thread, stream,
              ascii ? std::min<uint64_t>(
                          all.size(), stream->byte_position + std::min<uint64_t>(*size, all.size()))
                    : advance(all, stream->byte_position, *size));
}

// Where the line that begins at the position ends.
uint64_t line_end(const TextStream* stream) {
  const std::string_view all = *stream->contents;
  const uint64_t from = stream->byte_position;
  const auto behind = [&](size_t found, size_t size) {
    return found == std::string_view::npos ? all.size() : found + size;
  };
  switch (stream->newlines) {
    case Newlines::Mac:
      return behind(all.find('\r', from), 1);
    case Newlines::Windows:
      return behind(all.find("\r\n", from), 2);
    case Newlines::Kept: {
      const size_t found = all.find_first_of("\r\n", from);
      if (found == std::string_view::npos) return all.size();
      return found + (all.substr(found).starts_with("\r\n") ? 2 : 1);
    }
    default:
      return behind(all.find('\n', from), 1);
  }
}

Value stream_readline(Thread& thread, Arguments arguments) {
  bool failed;
  const std::optional<uint64_t> size = read_size(thread, arguments[1], failed);
  if (failed) return Value::error();
  TextStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  uint64_t end = line_end(stream);
  if (size) end = std::min(end, advance(*stream->contents, stream->byte_position, *size));
  return take(thread, stream, end);
}

Value stream_next(Thread& thread, Arguments arguments) {
  TextStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  if (stream->byte_position >= stream->contents->size()) {
    return raise_stop_iteration(thread, Value::unset());
  }
  return take(thread, stream, line_end(stream));
}

Value stream_readlines(Thread& thread, Arguments arguments) {
  bool failed;
  const std::optional<uint64_t> hint = read_size(thread, arguments[1], failed);
  if (failed) return Value::error();
  TextStream* stream = open_stream(thread, arguments[0]);
  List* lines = stream == nullptr ? nullptr : make_list(thread);
  if (lines == nullptr) return Value::error();
  uint64_t total = 0;
  while (stream->byte_position < stream->contents->size()) {
    const Value line = take(thread, stream, line_end(stream));
    if (!line || !list_append(thread, lines, line)) return Value::error();
    total += line.as<Str>()->char_count;
    if (hint && *hint != 0 && total >= *hint) break;
  }
  return Value::cell(lines);
}

Value stream_tell(Thread& thread, Arguments arguments) {
  TextStream* stream = open_stream(thread, arguments[0]);
  return stream == nullptr ? Value::error() : make_uint(thread, stream->char_position);
}

Value stream_seek(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> position = to_size_argument(thread, arguments[1]);
  const std::optional<int32_t> whence =
      position ? to_int_argument(thread, arguments[2]) : std::nullopt;
  if (!whence) return Value::error();
  TextStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  if (*whence < 0 || *whence > 2) {
    return raise_value_error(thread, text("Invalid whence (", *whence, ", should be 0, 1 or 2)"));
  }
  if (*whence == 0 && *position < 0) {
    return raise_value_error(thread, text("Negative seek position ", *position));
  }
  if (*whence != 0 && *position != 0) {
    return raise(thread, thread.isolate.exceptions.os_error, "Can't do nonzero cur-relative seeks");
  }
  if (*whence == 0) move_to(stream, static_cast<uint64_t>(*position));
  if (*whence == 2) move_to(stream, stream->char_count);
  return make_uint(thread, stream->char_position);
}

Value stream_truncate(Thread& thread, Arguments arguments) {
  TextStream* stream = open_stream(thread, arguments[0]);
  if (stream == nullptr) return Value::error();
  uint64_t size = stream->char_position;
  if (!arguments[1].is_none()) {
    const std::optional<int64_t> given = to_size_argument(thread, arguments[1]);
    if (!given) return Value::error();
    if (*given < 0) return raise_value_error(thread, text("Negative size value ", *given));
    size = static_cast<uint64_t>(*given);
  }
  if (size < stream->char_count) {
    const uint64_t position = stream->char_position;
    stream->contents->resize(advance(*stream->contents, 0, size));
    stream->char_count = size;
    move_to(stream, position);
  }
  return make_uint(thread, size);
}

Value stream_close(Thread&, Arguments arguments) {
  auto* stream = arguments[0].as<TextStream>();
  stream->is_closed = true;
  if (stream->contents != nullptr) stream->contents->clear();
  return Value::none();
}

Value stream_writelines(Thread& thread, Arguments arguments) {
  if (open_stream(thread, arguments[0]) == nullptr) return Value::error();
  return write_lines(thread, arguments[0], arguments[1], stream_write);
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, *args, **kwargs)", "A stream not begun yet.", stream_new},
    {"__init__", "(self, initial_value='', newline='\n')", "Begins with a text.", stream_init},
    {"getvalue", "(self, /)", "All of the text.", stream_getvalue},
    {"read", "(self, size=-1, /)", "Reads size characters, or all that is left.", stream_read},
    {"readline", "(self, size=-1, /)", "Reads one line.", stream_readline},
    {"readlines", "(self, hint=-1, /)", "The lines that are left.", stream_readlines},
    {"write", "(self, s, /)", "Writes text at the position: the number of characters.",
     stream_write},
    {"writelines", "(self, lines, /)", "Writes each of the lines.", stream_writelines},
    {"tell", "(self, /)", "The position.", stream_tell},
    {"seek", "(self, pos, whence=0, /)", "Moves to a position: the new one.", stream_seek},
    {"truncate", "(self, pos=None, /)", "Cuts the text off.", stream_truncate},
    {"close", "(self, /)", "Gives the text up.", stream_close},
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
     [](Thread&, Value self) { return Value::boolean(self.as<TextStream>()->is_closed); }, nullptr},
    {"line_buffering", "False.", [](Thread&, Value) { return Value::boolean(false); }, nullptr},
    {"newlines", "The line ends met; not recorded.", [](Thread&, Value) { return Value::none(); },
     nullptr},
    {"encoding", "None.", [](Thread&, Value) { return Value::none(); }, nullptr},
    {"errors", "None.", [](Thread&, Value) { return Value::none(); }, nullptr},
};

constexpr TypeSpec stream_spec = {.name = "StringIO",
                                  .module = "_io",
                                  .doc = "A stream of text in memory.",
                                  .instance_kind = Kind::HostObject,
                                  .instance_size = sizeof(TextStream),
                                  .is_base_type = true,
                                  .instances_have_dict = true,
                                  .methods = methods,
                                  .attributes = attributes};

}  // namespace

bool make_text_stream_type(Thread& thread, MemoryStreamState& state) {
  if (state.text_stream == nullptr) {
    state.text_stream = make_builtin_type(thread, stream_spec, nullptr);
  }
  return state.text_stream != nullptr;
}

Value refused_fileno(Thread& thread, Arguments) {
  (void)raise_unsupported(thread, "fileno");
  return Value::error();
}

Value refused_detach(Thread& thread, Arguments) {
  (void)raise_unsupported(thread, "detach");
  return Value::error();
}

Value memory_stream_exit(Thread& thread, Arguments arguments) {
  return call_method(thread, arguments[0], "close", {});
}

std::optional<uint64_t> read_size(Thread& thread, Value value, bool& failed) {
  failed = false;
  if (value.is_none()) return std::nullopt;
  if (!is_int(value) && find_special(thread, value, Special::Index).is_unset()) {
    failed = true;
    raise_type_error(
        thread, text("argument should be integer or None, not '", type_name(thread, value), "'"));
    return std::nullopt;
  }
  const std::optional<int64_t> size = to_size_argument(thread, value);
  failed = !size;
  if (!size || *size < 0) return std::nullopt;
  return static_cast<uint64_t>(*size);
}

}  // namespace weft
