// Timeouts of scripts as deadlines of the isolate's clock.
#pragma once

#include <cstdint>
#include <optional>

#include "interpreter/objects/object.h"

namespace weft {

// The duration `seconds` (a float or an integer) in nanoseconds, rounded up. Nullopt: pending
// (TypeError, ValueError for NaN, OverflowError for what a timestamp cannot hold).
[[nodiscard]] std::optional<int64_t> nanoseconds_of(Thread& thread, Value seconds);

// The deadline of a timeout in seconds, from now: None and centuries mean none, what is negative
// now. False: exception pending (TypeError, ValueError for NaN).
[[nodiscard]] bool deadline_after(Thread& thread, Value seconds, std::optional<int64_t>& deadline);

// The same as threading's waits take a timeout: strictly, and when it is not above zero there is no
// wait at all.
enum class WaitLength : uint8_t { Error, None, UntilDeadline, ForEver };
[[nodiscard]] WaitLength parse_wait(Thread& thread, Value timeout,
                                    std::optional<int64_t>& deadline);

}  // namespace weft
