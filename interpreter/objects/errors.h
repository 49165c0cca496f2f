// Raising Python exceptions from native code.
//
// A raise function stores the exception as pending in the thread and returns the error value, so a
// native function ends with `return raise_type_error(thread, text("…", name));`.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/object.h"

namespace weft {

Value raise(Thread& thread, Type* type, std::string_view message);
Value raise(Thread& thread, Exception* exception);  // sets context; keeps traceback
Value raise_type_error(Thread& thread, std::string_view message);
Value raise_value_error(Thread& thread, std::string_view message);
Value raise_index_error(Thread& thread, std::string_view message);
Value raise_key_error(Thread& thread, Value key);
Value raise_attribute_error(Thread& thread, Value object, Str* name, std::string_view message);
Value raise_name_error(Thread& thread, Str* name, std::string_view message);
Value raise_overflow_error(Thread& thread, std::string_view message);
Value raise_zero_division(Thread& thread, std::string_view message);
Value raise_runtime_error(Thread& thread, std::string_view message);
Value raise_recursion_error(Thread& thread,
                            std::string_view where);  // "maximum recursion depth exceeded" + where
Value raise_memory_error(Thread& thread);
Value raise_stop_iteration(Thread& thread, Value value);
Value raise_os_error(Thread& thread, int errno_value, Value filename);  // the right subclass

// The pending exception: test, take (clears), drop if of a type.
bool pending_is(Thread& thread, Type* type);
Exception* take_pending(Thread& thread);
// True when the pending exception was of `type` and is now cleared.
bool clear_pending_if(Thread& thread, Type* type);

// How errors about an argument of a wrong type name what was given: the type, or None.
inline std::string_view argument_type_name(Thread& thread, Value value) {
  return value.is_none() ? "None" : type_name(thread, value);
}

// Joins text and integers for messages.
namespace detail {
inline void append_piece(std::string& out, std::string_view piece) { out.append(piece); }
inline void append_piece(std::string& out, char piece) { out.push_back(piece); }
template <class Integer>
requires(std::is_integral_v<Integer> &&
         !std::is_same_v<Integer, char>) inline void append_piece(std::string& out, Integer piece) {
  out.append(std::to_string(piece));
}
}  // namespace detail
template <class... Pieces>
std::string text(const Pieces&... pieces) {
  std::string out;
  (detail::append_piece(out, pieces), ...);
  return out;
}

}  // namespace weft
