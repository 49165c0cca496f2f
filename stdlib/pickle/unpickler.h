// Reading pickles: protocols 0 to 5.
//
// A machine with a stack and a memo. The data come from a bytes-like object or from a file, of
// which no byte behind the pickle is taken. Whatever the data are, the outcome is an object or an
// exception; as elsewhere, pickles from strangers can call anything.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stdlib/custom_object.h"
#include "stdlib/pickle/pickle_state.h"

namespace weft::pickle {

// What an Unpickler owns outside of the heap.
struct UnpicklerData {
  std::vector<Value> stack;
  std::vector<size_t> marks;  // stack sizes
  std::vector<Value> memo;    // unset: nothing under that number
  // What was read and not used yet; lies in `copy` or in the bytes object Unpickler::held.
  std::string_view input;
  std::string copy;
  std::string encoding = "ASCII";
  std::string errors = "strict";
  int64_t protocol = 0;
  bool fix_imports = true;

  size_t fence() const { return marks.empty() ? 0 : marks.back(); }
};

struct Unpickler : CustomObject {
  using CustomObject::CustomObject;
  UnpicklerData* data;  // owned; null before __init__
  Value read;           // of the file; unset when the data are there already
  Value readline;
  Value held;     // the object `input` lies in, or unset
  Value buffers;  // iterator over what is not in the pickle; None
  // What a subclass defines, else unset.
  Value persistent_load;
  Value find_class;
  Cell* overflow;
};

// The next object of the data; error.
[[nodiscard]] Value load(Thread& thread, Unpickler* unpickler);

// --- Parts

// `count` bytes, good until more are asked for. False: exception pending.
[[nodiscard]] bool read_bytes(Thread& thread, Unpickler* unpickler, uint64_t count,
                              std::string_view& bytes);
// Up to a line's end, which is not part of it.
[[nodiscard]] bool read_line(Thread& thread, Unpickler* unpickler, std::string_view& line);
// Reads so many bytes of the file at once; they are what comes next.
[[nodiscard]] bool read_frame(Thread& thread, Unpickler* unpickler, uint64_t count);
[[nodiscard]] bool read_number(Thread& thread, Unpickler* unpickler, unsigned bytes,
                               uint64_t& number);
void push(UnpicklerData& data, Value value);
// Error: the stack is empty down to the last mark.
[[nodiscard]] Value pop(Thread& thread, UnpicklerData& data);

// What a name stands for.
[[nodiscard]] Value find_global(Thread& thread, Unpickler* unpickler, Value module_name,
                                Value name);
// The same as a script's find_class() asks for it.
[[nodiscard]] Value default_find_class(Thread& thread, UnpicklerData& data, Value module_name,
                                       Value name);
// The object's state; false: exception pending.
[[nodiscard]] bool build(Thread& thread, Value object, Value state);
// One of the text instructions and of those for old strings; unset when `opcode` is none.
[[nodiscard]] Value load_text(Thread& thread, Unpickler* unpickler, char opcode);
[[nodiscard]] Value load_old_string(Thread& thread, Unpickler* unpickler, std::string_view bytes);

}  // namespace weft::pickle
