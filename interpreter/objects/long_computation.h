// Native computations that may take seconds, for instance with numbers of millions of digits.
//
// They run in an OS thread of their own, on copies of what they need, and touch nothing of the
// isolate. Who waits for one gives the GIL up and can be interrupted. A computation nobody waits
// for any more goes on to its end, and what it made is thrown away.
#pragma once

#include <functional>

#include "interpreter/objects/thread.h"

namespace weft {

// Waits until `compute` has run. False with an exception pending when an interrupt or a limit came
// first; what `compute` refers to must live on without the caller (a shared_ptr in its capture).
[[nodiscard]] bool run_long_computation(Thread& thread, const std::function<void()>& compute);

}  // namespace weft
