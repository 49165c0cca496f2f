// Paths as the functions of module posix take them, and the errors that name them.
#pragma once

#include <optional>
#include <string>

#include "interpreter/vm/threads.h"
#include "stdlib/module_filling.h"

namespace weft {

struct PathArgument {
  std::string path;
  int descriptor = -1;    // instead of a path, where that is allowed
  bool is_bytes = false;  // what comes of it is bytes too
  Value shown;            // what errors show: str or bytes; unset for descriptors and None

  const char* c_str() const { return path.c_str(); }
  bool is_descriptor() const { return descriptor >= 0; }
};

enum class PathForm : uint8_t { Path, PathOrDescriptor, PathDescriptorOrNone };

// str (encoded as file names are), bytes, or what __fspath__ gives. Nullopt: exception pending.
[[nodiscard]] std::optional<PathArgument> path_argument(Thread& thread, Value value,
                                                        std::string_view function,
                                                        std::string_view parameter,
                                                        PathForm form = PathForm::Path);
// os.fspath().
[[nodiscard]] Value file_system_path(Thread& thread, Value value);
// A name from the system in the form of the path it belongs to.
[[nodiscard]] Value name_like(Thread& thread, const PathArgument& path, std::string_view name);

// Raise OSError for errno; the error value.
Value raise_errno(Thread& thread);
Value raise_errno(Thread& thread, const PathArgument& path);
Value raise_errno(Thread& thread, const PathArgument& from, const PathArgument& to);

// Calls `attempt` until it is not interrupted: its result, or -1 with errno kept and an exception
// pending only when a signal handler raised.
template <class Attempt>
auto retry_interrupted(Thread& thread, Attempt attempt) -> decltype(attempt()) {
  for (;;) {
    const auto result = attempt();
    if (result != -1 || errno != EINTR) return result;
    if (thread.has_interrupts() && !thread.isolate.machine.check_interrupts(thread)) return result;
  }
}

// The same for calls that may block: each attempt is made without the GIL.
template <class Attempt>
auto retry_without_gil(Thread& thread, Attempt attempt) -> decltype(attempt()) {
  return retry_interrupted(thread, [&] {
    decltype(attempt()) result = -1;
    int error = 0;
    without_gil(thread, [&] {
      result = attempt();
      error = errno;
    });
    errno = error;
    return result;
  });
}

}  // namespace weft
