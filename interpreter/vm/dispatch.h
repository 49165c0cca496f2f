// The dispatch loop.
#pragma once

#include "interpreter/objects/frame.h"
#include "interpreter/objects/thread.h"

namespace weft {

// Runs thread.frame, whose action is ExitRun, until it leaves: its value, or error. For a
// generator, also when it yields (generator->yielded). With `raising` the pending exception is
// raised at the frame's position first.
[[nodiscard]] Value run(Thread& thread, bool raising);

}  // namespace weft
