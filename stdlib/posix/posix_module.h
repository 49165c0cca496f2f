// The parts of module posix.
#pragma once

#include <sys/stat.h>

#include "stdlib/module_filling.h"

namespace weft {

struct PosixState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override;
  Type* stat_result = nullptr;
  Type* statvfs_result = nullptr;
  Type* uname_result = nullptr;
  Type* times_result = nullptr;
  Type* terminal_size = nullptr;
  Type* directory_entry = nullptr;
  Type* directory_iterator = nullptr;
  Type* waitid_result = nullptr;
  // What os.register_at_fork() was given; null for nothing.
  List* before_fork = nullptr;
  List* after_fork_in_child = nullptr;
  List* after_fork_in_parent = nullptr;
};

std::span<const NativeMethod> posix_file_functions();        // files.cpp: paths and what they name
std::span<const NativeMethod> posix_descriptor_functions();  // descriptors.cpp
std::span<const NativeMethod> posix_directory_functions();   // directories.cpp: listdir, scandir
std::span<const NativeMethod> posix_process_functions();     // process.cpp
std::span<const NativeMethod> posix_child_functions();       // children.cpp
std::span<const NamedNumber> posix_constants();              // constants.cpp

[[nodiscard]] bool make_directory_types(Thread& thread, PosixState& state);
[[nodiscard]] Value make_stat_result(Thread& thread, const struct stat& status);

// fork() with the functions of os.register_at_fork(); the child's isolate is sound.
[[nodiscard]] pid_t fork_isolate(Thread& thread);

}  // namespace weft
