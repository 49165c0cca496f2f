// What fibers and threads do and wait for, as text for people: the report of a deadlock and the
// dump of everything.
//
// Nothing here runs script code: a report may be made while a fiber is being left. Names of threads
// are those of module threading where that is loaded. Frames of the library's script parts are left
// out: what a fiber waits for is told by the function of the library it called.
#pragma once

#include <string>

#include "interpreter/objects/fiber.h"

namespace weft {

// All fibers that have not ended, by thread, with their stacks and what they wait for.
std::string fibers_text(Thread& thread);
// Those that wait, what for, who holds that and where it was acquired, where they were spawned; and
// the circle if there is one.
std::string deadlock_text(Thread& thread);

// Told by a watchdog that the thread has gone on with nobody else for Hub::stall_milliseconds:
// writes where it is if others of it are ready.
void report_stall(Thread& thread);

// Where a fiber was made, for reports: what `frame` is running, or its first caller outside of the
// library; null: unknown.
void note_spawn_place(Fiber* fiber, const Frame* frame);

}  // namespace weft
