// Making fibers from native code.
#pragma once

#include <span>

#include "interpreter/objects/fiber.h"

namespace weft {

// A fiber of a class derived from greenlet that has not begun; its parent is the running one. Null
// with MemoryError pending.
[[nodiscard]] Fiber* make_fiber(Thread& thread, Type* type);
// The fiber a thread has from its beginning becomes its running one. False: MemoryError pending.
[[nodiscard]] bool make_main_fiber(Thread& thread);
// What its `run` will be called with: positional values followed by one a keyword name. False:
// MemoryError pending.
[[nodiscard]] bool set_fiber_arguments(Thread& thread, Fiber* fiber, std::span<const Value> values,
                                       Tuple* keyword_names);

}  // namespace weft
