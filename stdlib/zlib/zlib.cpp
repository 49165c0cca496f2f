// Module zlib: deflate by libz.
//
// Large pieces are worked on without the GIL: the bytes given are kept alive by the call's
// arguments, and a stream is marked busy meanwhile so that a second thread gets an error instead of
// a torn stream.
#include <zlib.h>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/vm/threads.h"
#include "runtime/heap/marker.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

constexpr size_t ReleaseFrom = 16384;  // smaller pieces are not worth giving the GIL away
constexpr size_t FirstRoom = 16384;

struct ZlibState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override {
    for (Type* type : {error_type, compress_type, decompress_type}) marker.mark(type);
  }
  Type* error_type = nullptr;
  Type* compress_type = nullptr;
  Type* decompress_type = nullptr;
};

// The bytes of an argument, which stay as they are while the GIL is given away: those of a mutable
// object are copied into `copy` when they are so many that it will be.
std::optional<std::string_view> held_bytes(Thread& thread, Value value, std::string& copy) {
  const std::optional<std::string_view> bytes = readable_bytes(thread, value);
  if (!bytes || bytes->size() < ReleaseFrom || is_kind(value, Kind::Bytes)) return bytes;
  copy = *bytes;
  return copy;
}

Bytes* no_bytes(Thread& thread) { return static_cast<Bytes*>(thread.isolate.empty_bytes); }

ZlibState& state_of(Thread& thread) { return module_state<ZlibState>(thread.isolate); }

struct Stream : CustomObject {
  using CustomObject::CustomObject;
  z_stream* stream;  // owned; null until it has been set up
  Bytes* dictionary;
  Bytes* unused_data;
  Bytes* unconsumed_tail;
  bool is_decompressor;
  bool is_ended;  // all of the data has been given
  bool is_busy;   // another thread is at it without the GIL
};

void trace_stream(CustomObject* object, Marker& marker) {
  auto* stream = static_cast<Stream*>(object);
  marker.mark(stream->dictionary);
  marker.mark(stream->unused_data);
  marker.mark(stream->unconsumed_tail);
}

void free_stream(z_stream* stream, bool is_decompressor) {
  if (is_decompressor) {
    inflateEnd(stream);
  } else {
    deflateEnd(stream);
  }
  delete stream;
}

void destroy_stream(CustomObject* object) {
  auto* stream = static_cast<Stream*>(object);
  if (stream->stream != nullptr) free_stream(stream->stream, stream->is_decompressor);
}
constexpr CustomOperations operations = {trace_stream, destroy_stream};

constexpr int WrongDictionary = 1000;  // no code of zlib's

Value raise_zlib(Thread& thread, const z_stream* stream, int code, std::string_view doing) {
  if (code == WrongDictionary) {
    return raise_zlib(thread, nullptr, Z_DATA_ERROR, "while setting zdict");
  }
  std::string_view message;
  if (code == Z_VERSION_ERROR) {
    message = "library version mismatch";
  } else if (stream != nullptr && stream->msg != nullptr) {
    message = stream->msg;
  } else if (code == Z_BUF_ERROR) {
    message = "incomplete or truncated stream";
  } else if (code == Z_STREAM_ERROR) {
    message = "inconsistent stream state";
  } else if (code == Z_DATA_ERROR) {
    message = "invalid input data";
  }
  return raise(thread, state_of(thread).error_type,
               message.empty() ? text("Error ", code, " ", doing)
                               : text("Error ", code, " ", doing, ": ", message));
}

// Runs inflate or deflate over `input` until it has taken all of it, has ended, or `limit` bytes
// (0: any number) have come out. What comes out is appended to `out`.
int run_stream(z_stream* stream, bool is_decompressor, std::string_view input, int flush,
               size_t limit, std::string& out) {
  stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
  size_t left = input.size();
  int code = Z_OK;
  size_t room = FirstRoom;
  do {
    if (stream->avail_in == 0) {
      stream->avail_in = static_cast<uInt>(std::min<size_t>(left, UINT32_MAX));
      left -= stream->avail_in;
    }
    const int how = left == 0 ? flush : Z_NO_FLUSH;
    do {
      const size_t made = out.size();
      const size_t wanted = limit == 0 ? room : std::min(room, limit - made);
      if (wanted == 0) return code;
      room = std::min<size_t>(room * 2, size_t{1} << 24);
      out.resize(made + wanted);
      stream->next_out = reinterpret_cast<Bytef*>(out.data() + made);
      stream->avail_out = static_cast<uInt>(wanted);
      code = is_decompressor ? inflate(stream, how) : deflate(stream, how);
      out.resize(made + wanted - stream->avail_out);
      if (code != Z_OK && code != Z_BUF_ERROR) return code;
    } while (stream->avail_out == 0);
  } while (left != 0 || (stream->avail_in != 0 && code == Z_OK));
  return code;
}

int run_without_gil(Thread& thread, z_stream* stream, bool is_decompressor, std::string_view input,
                    int flush, size_t limit, std::string& out) {
  stream->avail_in = 0;
  if (input.size() < ReleaseFrom) {
    return run_stream(stream, is_decompressor, input, flush, limit, out);
  }
  int code = Z_OK;
  without_gil(thread,
              [&] { code = run_stream(stream, is_decompressor, input, flush, limit, out); });
  return code;
}

Value zlib_compress(Thread& thread, Arguments arguments) {
  std::string copy;
  const std::optional<std::string_view> data = held_bytes(thread, arguments[0], copy);
  const auto level = data ? to_int_argument(thread, arguments[1]) : std::nullopt;
  const auto bits = level ? to_int_argument(thread, arguments[2]) : std::nullopt;
  if (!bits) return Value::error();
  z_stream stream{};
  const int begun = deflateInit2(&stream, *level, Z_DEFLATED, *bits, 8, Z_DEFAULT_STRATEGY);
  if (begun == Z_MEM_ERROR) return raise_memory_error(thread);
  if (begun == Z_STREAM_ERROR) {
    return raise(thread, state_of(thread).error_type, "Bad compression level");
  }
  if (begun != Z_OK) return raise_zlib(thread, &stream, begun, "while compressing data");
  std::string out;
  const int code = run_without_gil(thread, &stream, false, *data, Z_FINISH, 0, out);
  Value result = Value::unset();
  if (code != Z_STREAM_END) result = raise_zlib(thread, &stream, code, "while compressing data");
  deflateEnd(&stream);
  return result.is_unset() ? as_result(make_bytes(thread, out)) : result;
}

Value zlib_decompress(Thread& thread, Arguments arguments) {
  std::string copy;
  const std::optional<std::string_view> data = held_bytes(thread, arguments[0], copy);
  const auto bits = data ? to_int_argument(thread, arguments[1]) : std::nullopt;
  const auto room = bits ? to_size_argument(thread, arguments[2]) : std::nullopt;
  if (!room) return Value::error();
  if (*room < 0) return raise_value_error(thread, "bufsize must be non-negative");
  z_stream stream{};
  const int begun = inflateInit2(&stream, *bits);
  if (begun == Z_MEM_ERROR) return raise_memory_error(thread);
  if (begun != Z_OK) {
    return raise_zlib(thread, &stream, begun, "while preparing to decompress data");
  }
  std::string out;
  const int code = run_without_gil(thread, &stream, true, *data, Z_SYNC_FLUSH, 0, out);
  Value result = Value::unset();
  if (code == Z_OK || code == Z_BUF_ERROR) {
    stream.msg = nullptr;
    result = raise_zlib(thread, &stream, Z_BUF_ERROR, "while decompressing data");
  } else if (code != Z_STREAM_END) {
    result = raise_zlib(thread, &stream, code, "while decompressing data");
  }
  inflateEnd(&stream);
  return result.is_unset() ? as_result(make_bytes(thread, out)) : result;
}

Stream* new_stream(Thread& thread, Type* type, bool is_decompressor) {
  auto* made = make_custom_object<Stream>(thread, type, operations);
  if (made == nullptr) return nullptr;
  made->is_decompressor = is_decompressor;
  made->unused_data = no_bytes(thread);
  made->unconsumed_tail = no_bytes(thread);
  return made;
}

Value zlib_compressobj(Thread& thread, Arguments arguments) {
  int numbers[5];
  for (uint32_t i = 0; i < 5; ++i) {
    const auto number = to_int_argument(thread, arguments[i]);
    if (!number) return Value::error();
    numbers[i] = *number;
  }
  Stream* made = new_stream(thread, state_of(thread).compress_type, false);
  if (made == nullptr) return Value::error();
  auto stream = std::make_unique<z_stream>();
  const int code =
      deflateInit2(stream.get(), numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
  if (code == Z_MEM_ERROR) return raise_memory_error(thread);
  if (code == Z_STREAM_ERROR) return raise_value_error(thread, "Invalid initialization option");
  if (code != Z_OK) {
    return raise_zlib(thread, stream.get(), code, "while creating compression object");
  }
  made->stream = stream.release();
  if (!arguments[5].is_none()) {
    const std::optional<std::string_view> words = readable_bytes(thread, arguments[5]);
    if (!words) return Value::error();
    if (deflateSetDictionary(made->stream, reinterpret_cast<const Bytef*>(words->data()),
                             static_cast<uInt>(words->size())) != Z_OK) {
      return raise_value_error(thread, "Invalid dictionary");
    }
  }
  return Value::cell(made);
}

int set_dictionary(Stream* object) {
  const std::string_view words = object->dictionary->view();
  return inflateSetDictionary(object->stream, reinterpret_cast<const Bytef*>(words.data()),
                              static_cast<uInt>(words.size()));
}

Value zlib_decompressobj(Thread& thread, Arguments arguments) {
  const auto bits = to_int_argument(thread, arguments[0]);
  if (!bits) return Value::error();
  Bytes* dictionary = nullptr;
  if (!arguments[1].is_unset()) {
    const std::optional<std::string_view> words = readable_bytes(thread, arguments[1]);
    dictionary = words ? make_bytes(thread, *words) : nullptr;
    if (dictionary == nullptr) return Value::error();
  }
  Stream* made = new_stream(thread, state_of(thread).decompress_type, true);
  if (made == nullptr) return Value::error();
  store(made, made->dictionary, dictionary);
  auto stream = std::make_unique<z_stream>();
  const int code = inflateInit2(stream.get(), *bits);
  if (code == Z_MEM_ERROR) return raise_memory_error(thread);
  if (code == Z_STREAM_ERROR) return raise_value_error(thread, "Invalid initialization option");
  if (code != Z_OK) {
    return raise_zlib(thread, stream.get(), code, "while creating decompression object");
  }
  made->stream = stream.release();
  // Raw streams do not ask for the dictionary.
  if (dictionary != nullptr && *bits < 0 && set_dictionary(made) != Z_OK) {
    return raise_zlib(thread, made->stream, Z_DATA_ERROR, "while setting zdict");
  }
  return Value::cell(made);
}

// Null with an exception pending when the stream cannot be used now.
Stream* usable_stream(Thread& thread, Value self) {
  auto* object = self.as<Stream>();
  if (object->stream != nullptr && !object->is_busy) return object;
  raise(thread, state_of(thread).error_type,
        object->is_busy ? "the stream is in use by another thread"
                        : "Error -2: inconsistent stream state");
  return nullptr;
}

int run_object(Thread& thread, Stream* object, std::string_view input, int flush, size_t limit,
               std::string& out) {
  object->is_busy = true;
  int code =
      run_without_gil(thread, object->stream, object->is_decompressor, input, flush, limit, out);
  if (code == Z_NEED_DICT && object->dictionary != nullptr) {
    if (set_dictionary(object) != Z_OK) {
      object->is_busy = false;
      return WrongDictionary;
    }
    const std::string_view rest = input.substr(input.size() - object->stream->avail_in);
    code = run_without_gil(thread, object->stream, true, rest, flush, limit, out);
  }
  object->is_busy = false;
  return code;
}

Value compress_compress(Thread& thread, Arguments arguments) {
  std::string copy;
  const std::optional<std::string_view> data = held_bytes(thread, arguments[1], copy);
  Stream* object = data ? usable_stream(thread, arguments[0]) : nullptr;
  if (object == nullptr) return Value::error();
  std::string out;
  const int code = run_object(thread, object, *data, Z_NO_FLUSH, 0, out);
  if (code != Z_OK && code != Z_BUF_ERROR) {
    return raise_zlib(thread, object->stream, code, "while compressing data");
  }
  return as_result(make_bytes(thread, out));
}

Value compress_flush(Thread& thread, Arguments arguments) {
  const auto mode = to_int_argument(thread, arguments[1]);
  if (!mode) return Value::error();
  if (*mode == Z_NO_FLUSH) return Value::cell(thread.isolate.empty_bytes);
  Stream* object = usable_stream(thread, arguments[0]);
  if (object == nullptr) return Value::error();
  std::string out;
  const int code = run_object(thread, object, {}, *mode, 0, out);
  if (code == Z_STREAM_END && *mode == Z_FINISH) {
    free_stream(object->stream, false);
    object->stream = nullptr;
  } else if (code != Z_OK && code != Z_BUF_ERROR) {
    return raise_zlib(thread, object->stream, code, "while flushing");
  }
  return as_result(make_bytes(thread, out));
}

Value stream_copy(Thread& thread, Arguments arguments) {
  Stream* object = usable_stream(thread, arguments[0]);
  if (object == nullptr) {
    take_pending(thread);
    return raise_value_error(thread, "Inconsistent stream state");
  }
  Stream* made = new_stream(thread, type_of(thread, arguments[0]), object->is_decompressor);
  if (made == nullptr) return Value::error();
  auto stream = std::make_unique<z_stream>();
  const int code = object->is_decompressor ? inflateCopy(stream.get(), object->stream)
                                           : deflateCopy(stream.get(), object->stream);
  if (code == Z_STREAM_ERROR) return raise_value_error(thread, "Inconsistent stream state");
  if (code != Z_OK) return raise_memory_error(thread);
  made->stream = stream.release();
  store(made, made->dictionary, object->dictionary);
  store(made, made->unused_data, object->unused_data);
  store(made, made->unconsumed_tail, object->unconsumed_tail);
  made->is_ended = object->is_ended;
  return Value::cell(made);
}

// What inflate has not taken: behind the end of the stream, or beyond the limit of a call.
bool keep_rest(Thread& thread, Stream* object, std::string_view input, int code) {
  const std::string_view rest = input.substr(input.size() - object->stream->avail_in);
  if (code == Z_STREAM_END) {
    std::string all(object->unused_data->view());
    Bytes* unused = object->is_ended || !rest.empty() ? make_bytes(thread, all.append(rest))
                                                      : object->unused_data;
    if (unused == nullptr) return false;
    store(object, object->unused_data, unused);
    store(object, object->unconsumed_tail, no_bytes(thread));
    object->is_ended = true;
    return true;
  }
  Bytes* tail = make_bytes(thread, rest);
  if (tail == nullptr) return false;
  store(object, object->unconsumed_tail, tail);
  return true;
}

Value decompress_decompress(Thread& thread, Arguments arguments) {
  std::string copy;
  const std::optional<std::string_view> data = held_bytes(thread, arguments[1], copy);
  const auto limit = data ? to_size_argument(thread, arguments[2]) : std::nullopt;
  Stream* object = limit ? usable_stream(thread, arguments[0]) : nullptr;
  if (object == nullptr) return Value::error();
  if (*limit < 0) return raise_value_error(thread, "max_length must be non-negative");
  std::string out;
  if (object->is_ended) {
    object->stream->avail_in = static_cast<uInt>(data->size());
    if (!keep_rest(thread, object, *data, Z_STREAM_END)) return Value::error();
    return Value::cell(thread.isolate.empty_bytes);
  }
  const int code =
      run_object(thread, object, *data, Z_SYNC_FLUSH, static_cast<size_t>(*limit), out);
  if (code != Z_OK && code != Z_BUF_ERROR && code != Z_STREAM_END) {
    return raise_zlib(thread, object->stream, code, "while decompressing data");
  }
  if (!keep_rest(thread, object, *data, code)) return Value::error();
  return as_result(make_bytes(thread, out));
}

Value decompress_flush(Thread& thread, Arguments arguments) {
  const auto room = to_size_argument(thread, arguments[1]);
  if (!room) return Value::error();
  if (*room <= 0) return raise_value_error(thread, "length must be greater than zero");
  Stream* object = usable_stream(thread, arguments[0]);
  if (object == nullptr) return Value::error();
  std::string out;
  if (object->is_ended) return Value::cell(thread.isolate.empty_bytes);
  const std::string input(object->unconsumed_tail->view());
  const int code = run_object(thread, object, input, Z_FINISH, 0, out);
  if (code != Z_OK && code != Z_BUF_ERROR && code != Z_STREAM_END) {
    return raise_zlib(thread, object->stream, code, "while decompressing data");
  }
  if (!keep_rest(thread, object, input, code)) return Value::error();
  return as_result(make_bytes(thread, out));
}

constexpr NativeMethod compress_methods[] = {
    {"compress", "(self, data, /)", "What comes out for more data.", compress_compress},
    {"flush", "(self, mode=4, /)", "What is still inside.", compress_flush},
    {"copy", "(self, /)", "A copy of the stream as it is.", stream_copy},
    {"__copy__", "(self, /)", "The same as copy().", stream_copy},
    {"__deepcopy__", "(self, memo, /)", "The same as copy().", stream_copy},
};
constexpr NativeMethod decompress_methods[] = {
    {"decompress", "(self, data, /, max_length=0)", "What comes out for more data.",
     decompress_decompress},
    {"flush", "(self, length=16384, /)", "What is still inside.", decompress_flush},
    {"copy", "(self, /)", "A copy of the stream as it is.", stream_copy},
    {"__copy__", "(self, /)", "The same as copy().", stream_copy},
    {"__deepcopy__", "(self, memo, /)", "The same as copy().", stream_copy},
};
constexpr NativeAttribute decompress_attributes[] = {
    {"unused_data", "What came behind the end of the compressed data.",
     [](Thread&, Value self) { return Value::cell(self.as<Stream>()->unused_data); }, nullptr,
     AttributeForm::Member},
    {"unconsumed_tail", "What max_length left over.",
     [](Thread&, Value self) { return Value::cell(self.as<Stream>()->unconsumed_tail); }, nullptr,
     AttributeForm::Member},
    {"eof", "Whether the compressed data has ended.",
     [](Thread&, Value self) { return Value::boolean(self.as<Stream>()->is_ended); }, nullptr,
     AttributeForm::Member},
};

constexpr TypeSpec compress_spec = {.name = "Compress",
                                    .module = "zlib",
                                    .doc = "A stream that compresses.",
                                    .instance_kind = Kind::HostObject,
                                    .instance_size = sizeof(Stream),
                                    .is_base_type = false,
                                    .instances_have_dict = false,
                                    .methods = compress_methods,
                                    .attributes = {}};
constexpr TypeSpec decompress_spec = {.name = "Decompress",
                                      .module = "zlib",
                                      .doc = "A stream that decompresses.",
                                      .instance_kind = Kind::HostObject,
                                      .instance_size = sizeof(Stream),
                                      .is_base_type = false,
                                      .instances_have_dict = false,
                                      .methods = decompress_methods,
                                      .attributes = decompress_attributes};

using Checksum = uLong (*)(uLong, const Bytef*, z_size_t);

template <Checksum checksum>
Value zlib_checksum(Thread& thread, Arguments arguments) {
  std::string copy;
  const std::optional<std::string_view> data = held_bytes(thread, arguments[0], copy);
  const Value start =
      data ? binary(thread, BinaryOperator::And, arguments[1], Value::small_int(UINT32_MAX))
           : Value::error();
  if (!start) return start;
  const auto from = static_cast<uLong>(*int_to_int64(start));
  const auto* bytes = reinterpret_cast<const Bytef*>(data->data());
  uLong sum = from;
  if (data->size() < ReleaseFrom) {
    sum = checksum(from, bytes, data->size());
  } else {
    without_gil(thread, [&] { sum = checksum(from, bytes, data->size()); });
  }
  return Value::small_int(static_cast<int64_t>(sum & UINT32_MAX));
}

constexpr NativeMethod functions[] = {
    {"compress", "(data, /, level=-1, wbits=15)", "The data compressed.", zlib_compress},
    {"decompress", "(data, /, wbits=15, bufsize=16384)", "The data as it was.", zlib_decompress},
    {"compressobj", "(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)",
     "A stream that compresses.", zlib_compressobj},
    {"decompressobj", "(wbits=15, zdict=<unset>)", "A stream that decompresses.",
     zlib_decompressobj},
    {"crc32", "(data, value=0, /)", "The CRC-32 check sum.", zlib_checksum<crc32_z>},
    {"adler32", "(data, value=1, /)", "The Adler-32 check sum.", zlib_checksum<adler32_z>},
};

constexpr NamedNumber numbers[] = {
    {"MAX_WBITS", MAX_WBITS},
    {"DEFLATED", Z_DEFLATED},
    {"DEF_MEM_LEVEL", 8},
    {"DEF_BUF_SIZE", 16384},
    {"Z_BEST_SPEED", Z_BEST_SPEED},
    {"Z_BEST_COMPRESSION", Z_BEST_COMPRESSION},
    {"Z_DEFAULT_COMPRESSION", Z_DEFAULT_COMPRESSION},
    {"Z_NO_COMPRESSION", Z_NO_COMPRESSION},
    {"Z_FILTERED", Z_FILTERED},
    {"Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY},
    {"Z_RLE", Z_RLE},
    {"Z_FIXED", Z_FIXED},
    {"Z_DEFAULT_STRATEGY", Z_DEFAULT_STRATEGY},
    {"Z_FINISH", Z_FINISH},
    {"Z_NO_FLUSH", Z_NO_FLUSH},
    {"Z_PARTIAL_FLUSH", Z_PARTIAL_FLUSH},
    {"Z_SYNC_FLUSH", Z_SYNC_FLUSH},
    {"Z_FULL_FLUSH", Z_FULL_FLUSH},
    {"Z_BLOCK", Z_BLOCK},
    {"Z_TREES", Z_TREES},
};

}  // namespace

bool fill_zlib(Thread& thread, Module* module) {
  ZlibState& state = state_of(thread);
  if (state.error_type == nullptr) {
    state.error_type =
        make_exception_class(thread, "zlib", "error", thread.isolate.exceptions.exception);
    state.compress_type = make_builtin_type(thread, compress_spec, nullptr);
    state.decompress_type = make_builtin_type(thread, decompress_spec, nullptr);
    if (state.error_type == nullptr || state.compress_type == nullptr ||
        state.decompress_type == nullptr) {
      return false;
    }
  }
  return put_functions(thread, module, functions) && put_numbers(thread, module, numbers) &&
         put_name(thread, module, "error", Value::cell(state.error_type)) &&
         put_name(thread, module, "ZLIB_VERSION", as_result(make_str(thread, ZLIB_VERSION))) &&
         put_name(thread, module, "ZLIB_RUNTIME_VERSION",
                  as_result(make_str(thread, zlibVersion())));
}

}  // namespace weft
