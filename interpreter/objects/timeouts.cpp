#include "interpreter/objects/timeouts.h"

#include <algorithm>
#include <cmath>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"

namespace weft {

namespace {

constexpr double NanosecondsPerSecond = 1e9;
// What 64 bits of nanoseconds hold, almost three centuries; as a deadline as good as never.
constexpr double LongestSeconds = 9.2e9;

// False with ValueError pending.
bool check_number(Thread& thread, double seconds) {
  if (!std::isnan(seconds)) return true;
  raise_value_error(thread, "Invalid value NaN (not a number)");
  return false;
}

int64_t whole_nanoseconds(double seconds) {
  return static_cast<int64_t>(std::ceil(seconds * NanosecondsPerSecond));
}

}  // namespace

std::optional<int64_t> nanoseconds_of(Thread& thread, Value seconds) {
  if (!is_float(seconds)) seconds = to_int_by_index(thread, seconds);
  if (!seconds) return std::nullopt;
  const std::optional<double> number = to_double(thread, seconds);
  if (!number || !check_number(thread, *number)) return std::nullopt;
  if (std::fabs(*number) > LongestSeconds) {
    raise_overflow_error(thread, "timestamp too large to convert to C _PyTime_t");
    return std::nullopt;
  }
  return whole_nanoseconds(*number);
}

bool deadline_after(Thread& thread, Value seconds, std::optional<int64_t>& deadline) {
  deadline.reset();
  if (seconds.is_none()) return true;
  const std::optional<double> number = to_double(thread, seconds);
  if (!number || !check_number(thread, *number)) return false;
  const int64_t now = thread.isolate.clock->now();
  if (*number < LongestSeconds - static_cast<double>(now) / NanosecondsPerSecond)
    deadline = now + whole_nanoseconds(std::max(*number, 0.0));
  return true;
}

WaitLength parse_wait(Thread& thread, Value timeout, std::optional<int64_t>& deadline) {
  deadline.reset();
  if (timeout.is_none()) return WaitLength::ForEver;
  const Truth waits = compare_truth(thread, CompareOperator::Gt, timeout, Value::small_int(0));
  if (waits != Truth::True) return waits == Truth::Error ? WaitLength::Error : WaitLength::None;
  const std::optional<int64_t> length = nanoseconds_of(thread, timeout);
  if (!length) return WaitLength::Error;
  deadline = thread.isolate.clock->now() + *length;
  return WaitLength::UntilDeadline;
}

}  // namespace weft
