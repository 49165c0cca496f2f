// Exceptions and tracebacks.
#pragma once

#include "interpreter/objects/code.h"

namespace weft {

struct Traceback : Object {
  using Object::Object;
  Traceback* next;          // towards the place of the raise; null at the end
  Code* code;
  uint32_t offset;          // instruction word that was running
  uint32_t line;
  Dict* globals;
  FrameObject* frame_object; // null unless it existed or a script asked for it
};

struct Exception : Object {
  using Object::Object;
  Tuple* args;
  Traceback* traceback;     // null if none; outermost frame first
  Exception* cause;         // `raise … from`; null if none
  Exception* context;       // raised while handling this; null if none
  bool suppress_context;
  Cell* overflow;           // attribute slots (object.h); fields such as StopIteration.value,
  Value slots[];            // OSError.errno, KeyError's … are slots of their types' root shapes
};

// Makes an instance without running script code: args = (message,).
[[nodiscard]] Exception* make_exception(Thread& thread, Type* type, std::string_view message);
// Calls the class with `argument` (unset: none) as `raise Class(argument)` does.
[[nodiscard]] Exception* instantiate_exception(Thread& thread, Type* type, Value argument);
// Adds the running instruction of `code` in front of the traceback (unwinding does this per frame).
void add_traceback(Thread& thread, Exception* exception, Code* code, uint32_t offset, Dict* globals);

// The text CPython's top level prints: "Traceback (most recent call last):" … with source lines,
// carets, causes and contexts, groups and notes.
std::string format_exception(Thread& thread, Exception* exception);

}  // namespace weft
