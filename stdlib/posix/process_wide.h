// What the C library keeps once for the whole process: the environment, the time zone, the places
// in the databases of users and groups. Isolates run on OS threads at once, each with a lock of its
// own, so these have one for all.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace weft {

// Nobody else changes the environment, walks a database or asks for the zone meanwhile. fork() is
// called with it, so that a child does not begin with one that nobody will let go. Its holder never
// waits for a GIL.
[[nodiscard]] std::unique_lock<std::mutex> hold_process_wide();

// The environment may be read at any time, by whoever calls getenv() without asking anybody: the C
// library's resolver and time zones, libcurl, the host. So what has once been part of it stays
// where it is: what is replaced is kept, and given out again when it is wanted again.

// 0 or the error number.
[[nodiscard]] int set_environment_variable(const std::string& name, const std::string& value);
[[nodiscard]] int remove_environment_variable(const std::string& name);
// visit(name, value) of each until one returns false, which is the result then.
[[nodiscard]] bool visit_environment(
    const std::function<bool(std::string_view, const char*)>& visit);

}  // namespace weft
