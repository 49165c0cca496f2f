// Files: what open() returns and what sys.stdin, sys.stdout and sys.stderr are.
//
// One object does what CPython spreads over FileIO, BufferedReader/Writer and TextIOWrapper: a
// descriptor, a read buffer, a write buffer, and for text an encoding and a rule for line ends.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/native.h"
#include "interpreter/objects/object.h"

namespace weft {

struct FileState;  // buffers and modes, malloc'd; file.cpp

struct File : Object {
  using Object::Object;
  FileState* state;  // owned; freed by the sweeper (which closes the descriptor) or by close()
  Value name;        // as given to open(); unset where the stream knows it
  Value stream;      // what is read and written instead of a descriptor; unset for none
  Cell* overflow;    // attribute slots
};

enum class Buffering : uint8_t { None, Line, Full };

// A file over an open descriptor. `mode` as for open(). Null with an exception pending.
[[nodiscard]] File* make_file(Thread& thread, int descriptor, Value name, std::string_view mode,
                              Buffering buffering, bool close_descriptor);
// Appends to the write buffer, which is written out as the buffering asks: one call is at most one
// write to the descriptor. False: exception pending (OSError, ValueError on a closed file…).
[[nodiscard]] bool write_text(Thread& thread, File* file, std::string_view text);
// The same for a print: the standard output and error are written out with it.
[[nodiscard]] bool print_text(Thread& thread, File* file, std::string_view text);
[[nodiscard]] bool flush_file(Thread& thread, File* file);

// The built-in functions of files: open.
std::span<const NativeMethod> file_functions();
// sys.stdin, stdout and stderr over descriptors 0, 1 and 2 (None where a descriptor is closed).
[[nodiscard]] bool install_standard_files(Thread& thread, Dict* sys);

}  // namespace weft
