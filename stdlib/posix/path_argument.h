// Paths as the functions of module posix take them, and the errors that name them.
#pragma once

#include <optional>
#include <string>

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

}  // namespace weft
