// The part of a file that lies outside the heap: descriptor, buffers, modes.
#pragma once

#include <list>
#include <string>
#include <string_view>

#include "interpreter/objects/codec.h"
#include "runtime/heap/heap.h"
#include "stdlib/io/file.h"

namespace weft {

enum class Newlines : uint8_t {
  Universal,  // any end is read as "\n" (newline=None)
  Kept,       // any end ends a line and is kept (newline='')
  Unix,       // "\n"
  Mac,        // "\r"
  Windows     // "\r\n"
};

struct FileRegistry;

struct FileState {
  int descriptor = -1;
  File* wrapper = nullptr;  // the file whose stream stands for the descriptor; null for none
  bool readable = false;
  bool writable = false;
  bool binary = false;
  bool close_descriptor = true;
  bool closed = false;
  bool at_end = false;  // the last read met the end of the file
  // There is no input yet, and other fibers may run meanwhile: the method that reads ends without a
  // result, and is called again when there is some.
  bool awaits_input = false;
  Buffering buffering = Buffering::Full;
  Newlines newlines = Newlines::Universal;
  Encoding encoding = Encoding::Utf8;
  std::string encoding_text = "utf-8";
  std::string errors = "strict";
  std::string mode;
  std::string read_buffer;
  size_t read_position = 0;
  std::string write_buffer;
  // Each print is written at once, whatever else is buffered: the standard output and error, so
  // that what processes print comes in the order in which they printed it.
  bool prints_at_once = false;
  // A write to what is no regular file may block, so that it is done without the GIL, unless the
  // system writes what does not block and refuses the rest. No lock keeps two threads apart (a
  // child after fork would find it taken): one flush is one write.
  enum class Medium : uint8_t { Unknown, Regular, Refusing, Other } medium = Medium::Unknown;
  FileRegistry* registry = nullptr;  // null once the isolate is going down
  std::list<FileState*>::iterator place;
};

// All open files of an isolate, so that what they hold is written at the end; and their types.
struct FileRegistry final : runtime::RootSource {
  ~FileRegistry() override;
  void trace_roots(runtime::Marker& marker) override;

  Type* text_type = nullptr;
  Type* reader_type = nullptr;
  Type* writer_type = nullptr;
  Type* random_type = nullptr;
  Type* raw_type = nullptr;
  Type* unsupported_operation = nullptr;  // io.UnsupportedOperation; made when first raised
  std::list<FileState*> files;
};

inline constexpr size_t BufferBytes = 8192;

// What is read of such a file is what its descriptor gives at once.
inline bool is_raw(const FileState& state) {
  return state.binary && state.buffering == Buffering::None;
}
// Whether reading and writing never wait. Looks once.
[[nodiscard]] bool is_regular(FileState& state);

// Each false: exception pending.
[[nodiscard]] bool check_open(Thread& thread, const FileState& state);
[[nodiscard]] bool check_readable(Thread& thread, const FileState& state);
[[nodiscard]] bool check_writable(Thread& thread, const FileState& state);
// io.UnsupportedOperation; null: exception pending.
[[nodiscard]] Type* unsupported_operation_type(Thread& thread);
// Raises it; false.
bool raise_unsupported(Thread& thread, std::string_view message);
[[nodiscard]] bool flush_state(Thread& thread, FileState& state);
[[nodiscard]] bool append_bytes(Thread& thread, FileState& state, std::string_view bytes);
// Appends what one read() gives to the read buffer; sets at_end. Restarts after signals. False: an
// exception is pending, or the state awaits input.
[[nodiscard]] bool fill_buffer(Thread& thread, FileState& state, size_t wanted);
// Writes out and closes without an isolate at hand (sweeper, shutdown); errors are lost.
void close_quietly(FileState& state);

// The registry with its types made; null: exception pending.
[[nodiscard]] FileRegistry* file_registry(Thread& thread);
// A file of `type` with a state that is closed until somebody opens it. Null: exception pending.
[[nodiscard]] File* make_unopened_file(Thread& thread, Type* type);
// Takes encoding and errors as open() does. False: exception pending.
[[nodiscard]] bool parse_encoding(Thread& thread, Value encoding, Value errors, FileState& state);
[[nodiscard]] bool parse_newline(Thread& thread, Value value, Newlines& out);
// An open descriptor for a path or number, and the modes in `state`. False: exception pending.
[[nodiscard]] bool open_raw(Thread& thread, Value file, std::string_view mode, bool closes,
                            FileState& state);

// What writelines() of all kinds of streams does: `write` with each of the lines. None or error.
[[nodiscard]] Value write_lines(Thread& thread, Value stream, Value lines, NativeCode write);

std::span<const NativeMethod> file_methods();        // file_methods.cpp
std::span<const NativeAttribute> file_attributes();  // file_methods.cpp
// The types; file_construction.cpp.
const TypeSpec& text_file_spec();
const TypeSpec& reader_spec();
const TypeSpec& writer_spec();
const TypeSpec& random_spec();
const TypeSpec& raw_file_spec();

}  // namespace weft
