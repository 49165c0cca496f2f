// Tasks: functions that run beside one another on one thread. A Task is a fiber (fiber.h) that the
// hub runs, with methods to wait for it and to end it.
#pragma once

#include <optional>
#include <span>

#include "interpreter/objects/fiber.h"
#include "interpreter/objects/native.h"

namespace weft {

// The class. Null with MemoryError pending.
[[nodiscard]] Type* task_type(Thread& thread);
// A task that will call values[0] with the rest, positional ones followed by one a keyword name;
// not scheduled yet. `caller` names the function in errors. Null: an exception is pending.
[[nodiscard]] Fiber* make_task(Thread& thread, std::string_view caller,
                               std::span<const Value> values, Tuple* keyword_names);
// Whether the fiber has ended.
bool is_finished(const Fiber* fiber);
// Ends it, at its wait or before it has begun. False: it has ended already, or with an exception
// pending.
[[nodiscard]] bool cancel_task(Thread& thread, Fiber* task);

// The last act of a native function: waits until the tasks, all of them Fibers, have ended or, with
// `raises`, one has failed. Gives the list of those that have ended; with `raises` raises the first
// failure among them.
[[nodiscard]] Value join_all(Thread& thread, List* tasks, std::optional<int64_t> deadline,
                             bool raises);

}  // namespace weft
