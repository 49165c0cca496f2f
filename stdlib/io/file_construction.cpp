// The constructors of the classes of files: over a descriptor (FileIO) or over another stream,
// which may be anything that has the methods.
#include "interpreter/objects/codec.h"
#include "interpreter/objects/type.h"
#include "stdlib/io/file_state.h"
#include "stdlib/module_filling.h"

namespace weft {
namespace {

Value file_new(Thread& thread, Arguments arguments) {
  if (!is_type(arguments[0]) || as_type(arguments[0])->instance_kind != Kind::File) {
    return raise_type_error(thread, "a class of files is required");
  }
  return as_result(make_unopened_file(thread, as_type(arguments[0])));
}

// What the stream says of itself by a method that may be missing. Error: exception pending.
Truth ask(Thread& thread, Value stream, std::string_view method) {
  const Value answer = call_method(thread, stream, method, {});
  return answer ? truth(thread, answer) : Truth::Error;
}

// Makes `file` one over `stream`, nothing buffered.
void attach(File* file, Value stream) {
  FileState& state = *file->state;
  close_quietly(state);
  store(file, file->stream, stream);
  file->name = Value::unset();
  state.descriptor = -1;
  state.wrapper = file;
  state.closed = false;
  state.at_end = false;
  state.read_buffer.clear();
  state.read_position = 0;
  state.write_buffer.clear();
}

Value text_init(Thread& thread, Arguments arguments) {
  auto* file = arguments[0].as<File>();
  FileState fresh;
  Value encoding = arguments[2];
  if (is_str(encoding) && encoding.as<Str>()->view() == "locale") encoding = Value::none();
  if (!parse_encoding(thread, encoding, arguments[3], fresh) ||
      !parse_newline(thread, arguments[4], fresh.newlines)) {
    return Value::error();
  }
  const Truth by_line = truth(thread, arguments[5]);
  const Truth through = truth(thread, arguments[6]);
  const Truth readable = ask(thread, arguments[1], "readable");
  if (by_line == Truth::Error || through == Truth::Error || readable == Truth::Error) {
    return Value::error();
  }
  const Truth writable = ask(thread, arguments[1], "writable");
  if (writable == Truth::Error) return Value::error();
  attach(file, arguments[1]);
  FileState& state = *file->state;
  state.readable = readable == Truth::True;
  state.writable = writable == Truth::True;
  state.binary = false;
  state.newlines = fresh.newlines;
  state.encoding = fresh.encoding;
  state.encoding_text = fresh.encoding_text;
  state.errors = fresh.errors;
  state.buffering = through == Truth::True   ? Buffering::None
                    : by_line == Truth::True ? Buffering::Line
                                             : Buffering::Full;
  return Value::none();
}

Value buffered_init(Thread& thread, Arguments arguments, bool reads, bool writes) {
  const std::optional<int64_t> size = to_size_argument(thread, arguments[2]);
  if (!size) return Value::error();
  if (*size <= 0) return raise_value_error(thread, "buffer size must be strictly positive");
  const auto check = [&](bool wanted, std::string_view method, std::string_view message) {
    if (!wanted) return true;
    const Truth answer = ask(thread, arguments[1], method);
    if (answer == Truth::False) raise(thread, thread.isolate.exceptions.os_error, message);
    return answer == Truth::True;
  };
  if (!check(reads && writes, "seekable", "File or stream is not seekable.") ||
      !check(reads, "readable", "File or stream is not readable.") ||
      !check(writes, "writable", "File or stream is not writable.")) {
    return Value::error();
  }
  auto* file = arguments[0].as<File>();
  attach(file, arguments[1]);
  FileState& state = *file->state;
  state.readable = reads;
  state.writable = writes;
  state.binary = true;
  state.mode = reads && writes ? "rb+" : writes ? "wb" : "rb";
  state.buffering = Buffering::Full;
  return Value::none();
}

Value reader_init(Thread& thread, Arguments arguments) {
  return buffered_init(thread, arguments, true, false);
}
Value writer_init(Thread& thread, Arguments arguments) {
  return buffered_init(thread, arguments, false, true);
}
Value random_init(Thread& thread, Arguments arguments) {
  return buffered_init(thread, arguments, true, true);
}

Value raw_init(Thread& thread, Arguments arguments) {
  auto* file = arguments[0].as<File>();
  Str* mode = str_argument(thread, arguments[2], "FileIO", "'mode'");
  if (mode == nullptr) return Value::error();
  const Truth closes = truth(thread, arguments[3]);
  if (closes == Truth::Error) return Value::error();
  FileState& state = *file->state;
  close_quietly(state);
  if (!open_raw(thread, arguments[1], mode->view(), closes == Truth::True, state)) {
    return Value::error();
  }
  store(file, file->name, arguments[1]);
  state.closed = false;
  return Value::none();
}

constexpr std::string_view buffered_signature = "(self, raw, buffer_size=8192)";
constexpr NativeMethod construction = {"__new__", "(cls, *args, **kwargs)", "A file not open yet.",
                                       file_new};

constexpr NativeMethod text_construction[] = {
    construction,
    {"__init__",
     "(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, "
     "write_through=False)",
     "Text over a stream of bytes.", text_init},
};
constexpr NativeMethod reader_construction[] = {
    construction,
    {"__init__", buffered_signature, "Reads a stream through a buffer.", reader_init},
};
constexpr NativeMethod writer_construction[] = {
    construction,
    {"__init__", buffered_signature, "Writes a stream through a buffer.", writer_init},
};
constexpr NativeMethod random_construction[] = {
    construction,
    {"__init__", buffered_signature, "Reads and writes a stream through a buffer.", random_init},
};
constexpr NativeMethod raw_construction[] = {
    construction,
    {"__init__", "(self, file, mode='r', closefd=True, opener=None)",
     "Opens a file for reading or writing bytes.", raw_init},
};

constexpr MethodTable more_methods[] = {file_methods};

TypeSpec file_type_spec(std::string_view name, std::string_view doc,
                        std::span<const NativeMethod> construction) {
  return {.name = name,
          .module = "_io",
          .doc = doc,
          .instance_kind = Kind::File,
          .instance_size = sizeof(File),
          .is_base_type = true,
          .instances_have_dict = true,
          .methods = construction,
          .attributes = file_attributes(),
          .more_methods = more_methods};
}

}  // namespace

const TypeSpec& text_file_spec() {
  static const TypeSpec spec =
      file_type_spec("TextIOWrapper", "A file read and written as text.", text_construction);
  return spec;
}
const TypeSpec& reader_spec() {
  static const TypeSpec spec =
      file_type_spec("BufferedReader", "A file read as bytes.", reader_construction);
  return spec;
}
const TypeSpec& writer_spec() {
  static const TypeSpec spec =
      file_type_spec("BufferedWriter", "A file written as bytes.", writer_construction);
  return spec;
}
const TypeSpec& random_spec() {
  static const TypeSpec spec =
      file_type_spec("BufferedRandom", "A file read and written as bytes.", random_construction);
  return spec;
}
const TypeSpec& raw_file_spec() {
  static const TypeSpec spec =
      file_type_spec("FileIO", "An unbuffered file of bytes.", raw_construction);
  return spec;
}

}  // namespace weft
