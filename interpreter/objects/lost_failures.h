// Failures of tasks that nobody has looked at.
//
// A task that dies of an exception keeps it for whoever asks. If the task is gone before anybody
// has asked, or the program ends, the failure is written to stderr once, with the traceback and the
// place where the task was spawned. Cancelled is no failure.
#pragma once

#include <string>

#include "interpreter/objects/fiber.h"

namespace weft::runtime {
class Heap;
}

namespace weft {

struct Isolate;

// `fiber` has ended with a failure.
void note_failure(Thread& thread, Fiber* fiber);
// Writes it if nobody has looked at it. Leaves nothing pending.
void report_lost_failure(Thread& thread, Fiber* fiber);
// The same for all that are left: the program ends.
void report_lost_failures(Thread& thread);
// After marking: forgets what is gone.
void drop_dead_failures(Isolate& isolate, runtime::Heap& heap);

// Whether it is a script of the standard library.
bool is_library(const Code* code);
// The line of a frame that goes on at `offset`, as in spawned_offset of fibers.
uint32_t line_at(const Code* code, uint32_t offset);
// "  File …, line …, in …" with the source line below it, each with its line end.
std::string place_text(Thread& thread, const Code* code, uint32_t offset);
// Writes to the standard error's descriptor, whole.
void write_report(std::string_view report);

}  // namespace weft
