// Leaving one fiber and going on with another.
//
// Two ways, and who asks for it does not know which (interpreter/objects/hub.h):
//
//  * A fiber with nothing native beneath it but the dispatch loop of a pooled native stack (the
//    base loop) is left by saving its frame; the loop goes on with the next fiber's. No native
//    switch.
//  * A fiber that waits below native functions (a sort key that sleeps) is *pinned*: its native
//    stack stays with it, and another base loop runs the others.
//
// A thread's main fiber begins on the thread's own stack. Nobody else runs on that, so a host's
// call can always return. When the outermost loop there leaves the main fiber for another one, it
// goes on in base loops as all do, and its own stack waits for what its last frame returns.
//
// Invariants
//  1. thread.fiber is the fiber whose frames are thread.frame and its callers, except inside the
//     functions of fibers.cpp.
//  2. A fiber's `native_stack` is null unless it is pinned and not running.
//  3. thread.native_depth is 0 exactly in base loops, and whoever waits there saved nothing on the
//     native stack.
//  4. hub.main_stack is null exactly while the main fiber runs on its thread's own stack, or waits
//     there.
//  5. A fiber in a ready queue is Created or Parked, and stands in its own thread's.
//
// Rules for editing fibers.cpp
//  1. Between taking one fiber off and having the other on nothing may allocate or raise.
//  2. No object with a destructor lives across a native switch in a base loop: an idle base loop is
//     forgotten, not unwound.
//  3. After a native switch nothing read before it holds, but what this fiber or this stack owns.
#pragma once

#include <cstdint>

#include "interpreter/objects/hub.h"
#include "interpreter/objects/thread.h"

namespace weft {

enum class Left : uint8_t {
  GoOn,   // with thread.frame
  Raise,  // the pending exception, there
  Return  // take_main_result(), from the dispatch loop
};

// thread.leaving was set by the call whose result goes to register `destination` of the running
// frame: leaves the fiber, or makes the call that is asked for.
[[nodiscard]] Left leave_fiber(Thread& thread, uint8_t destination);
// What the main fiber's last frame gave, in a base loop.
[[nodiscard]] Value take_main_result(Thread& thread);
// thread.leaving was set below a native function: what the wait gives when the fiber goes on, or
// what the call gives, or the error value.
[[nodiscard]] Value wait_on_native_stack(Thread& thread);
// The running fiber's last frame has ended with `value`, or with the error value and a pending
// exception. True: go on with thread.frame; false: raise the pending exception there.
[[nodiscard]] bool end_fiber(Thread& thread, Value value);

// A scheduled fiber that has not begun ends without running, of `reason`; joiners are told.
void cancel_before_begin(Fiber* fiber, Exception* reason);

// The fiber to go on with, out of the ready queue; waits in the system when there is none.
// `only`: none but this one may run.
[[nodiscard]] Fiber* next_fiber(Thread& thread, Fiber* only);

}  // namespace weft
