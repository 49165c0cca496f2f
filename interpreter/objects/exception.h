// Exceptions and tracebacks.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/code.h"
#include "interpreter/objects/operations.h"

namespace weft {

struct Traceback : Object {
  using Object::Object;
  static constexpr uint32_t NotStarted = UINT32_MAX;
  Traceback* next;  // towards the place of the raise; null at the end
  Code* code;
  uint32_t offset;  // instruction word that was running; NotStarted: none was yet
  uint32_t line;
  Dict* globals;
  FrameObject* frame_object;  // null unless it existed or a script asked for it
  const Frame* frame;         // never followed: recognises the frame among the live ones
  Function* function;         // as in the frame; may be null
  Object* locals;             // as in the frame; may be null
  uint32_t local_count;       // 0 when the exception was caught in this frame
  Value values[];             // the local variables of a frame the exception ended
};

struct Exception : Object {
  using Object::Object;
  Tuple* args;
  Traceback* traceback;  // null if none; outermost frame first
  Exception* cause;      // `raise … from`; null if none
  Exception* context;    // raised while handling this; null if none
  bool suppress_context;
  Cell* overflow;  // attribute slots (object.h); fields such as StopIteration.value,
  Value slots[];   // OSError.errno, KeyError's … are slots of their types' root shapes
};

// Makes an instance without running script code: args = (message,), or () without a message.
[[nodiscard]] Exception* make_exception(Thread& thread, Type* type, std::string_view message);
// The same with any arguments; fields follow them as the built-in constructor would set them.
[[nodiscard]] Exception* make_exception(Thread& thread, Type* type, Tuple* args);
// Calls the class with `argument` (unset: none) as `raise Class(argument)` does.
[[nodiscard]] Exception* instantiate_exception(Thread& thread, Type* type, Value argument);
// What `raise value` raises: an instance, made from a class where need be. Null with TypeError
// pending for anything else.
[[nodiscard]] Exception* exception_to_raise(Thread& thread, Value value);
// What `raise … from value` takes: null result with `failed` false for None.
[[nodiscard]] Exception* exception_cause(Thread& thread, Value value, bool& failed);
// Sets `__cause__` and suppresses the context.
void set_cause(Exception* exception, Exception* cause);
// Sets `__context__`, breaking a chain that would lead back to the exception.
void set_context(Exception* exception, Exception* context);

// Whether `except classes:` catches the exception; TypeError for what is no exception class.
Truth exception_matches(Thread& thread, Exception* exception, Value classes);

inline bool is_exception(Value value) { return is_kind(value, Kind::Exception); }
inline bool is_exception_class(Value value) {
  return is_kind(value, Kind::Type) && value.as<Type>()->instance_kind == Kind::Exception;
}
// Exact instances of StopIteration and subclasses hold the value a generator returned.
Value stop_iteration_value(const Exception* exception);

// Adds what `frame` is running in front of the traceback (unwinding does this per frame). With
// `ends` the exception is about to end the frame: its local variables are kept for tb_frame.
void add_traceback(Thread& thread, Exception* exception, Frame* frame, bool ends);

// The text CPython's top level prints: "Traceback (most recent call last):" … with source lines,
// carets, causes and contexts, groups and notes. Never raises; ends with a newline.
std::string format_exception(Thread& thread, Exception* exception);
// "Type: message", without traceback or chain, as the last line of the above.
std::string format_exception_only(Thread& thread, Exception* exception);

// Makes the lines of `text` known to tracebacks under `filename`, for code that is in no file.
void register_source(Thread& thread, std::string_view filename, std::string_view text);

}  // namespace weft
