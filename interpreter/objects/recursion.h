// Thread::check_native_stack for operations that CPython's RecursionError names.
#pragma once

#include "interpreter/objects/errors.h"
#include "interpreter/objects/thread.h"

namespace weft {

inline constexpr std::string_view InComparison = " in comparison";
inline constexpr std::string_view InRepr = " while getting the repr of an object";
inline constexpr std::string_view InInstanceCheck = " in __instancecheck__";
inline constexpr std::string_view InSubclassCheck = " in __subclasscheck__";

// False with RecursionError pending, whose text says what went on.
[[nodiscard]] inline bool check_native_stack(Thread& thread, std::string_view doing) {
  if (thread.check_native_stack()) [[likely]]
    return true;
  thread.pending = nullptr;
  raise_recursion_error(thread, doing);
  return false;
}

}  // namespace weft
