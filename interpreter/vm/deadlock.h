// Finding that nothing can go on, and letting virtual time pass: both need to know that every
// thread of the isolate waits.
//
// A thread looks when it is about to wait in the system. As it holds the GIL then, nobody changes
// what it looks at, and the last one to wait is the one who finds out.
//
// What can be woken from outside (a signal, a child, a descriptor) is no deadlock; and as long as
// somebody waits for such a thing, virtual time does not jump but goes with the real time that is
// waited.
#pragma once

#include <cstdint>

#include "interpreter/objects/fiber.h"

namespace weft {

// `thread` has no fiber to go on with and is about to wait. If nothing can end the wait, the
// deadlock is told on stderr and DeadlockError raised in the isolate's main fiber, which is ready
// then. False: there is no deadlock.
bool raise_deadlock(Thread& thread);

// With a virtual clock: if all threads wait and some for a time, makes it that time and lets the
// one whose time it is go on. True: that is `thread`, which has timers that are due now.
bool pass_virtual_time(Thread& thread);

// With a virtual clock, the real time until which `thread` may wait at most for the timers of all
// threads that wait: Poller::Forever while virtual time can jump.
int64_t virtual_wait_deadline(Thread& thread);
// The thread has waited since the two clocks showed these: time goes on by as much as real time
// did, and threads whose timers are due then are told.
void follow_real_time(Thread& thread, int64_t virtual_start, int64_t real_start);

}  // namespace weft
