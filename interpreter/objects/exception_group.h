// Exception groups. What `except*` does with them is the business of the virtual machine.
#pragma once

#include "interpreter/objects/exception.h"

namespace weft {

bool is_exception_group(Thread& thread, const Exception* exception);

// The part of `group`, made as split() makes it, whose exceptions are among those in `leaves`; null
// when there are none. False: exception pending.
[[nodiscard]] bool project_group(Thread& thread, Exception* group, List* leaves, Exception*& part);
// A group with the empty message, of the class its exceptions call for.
[[nodiscard]] Value make_unnamed_group(Thread& thread, Value exceptions);

}  // namespace weft
