// What a process has used, as resource.getrusage(), os.wait3() and os.wait4() tell it.
#pragma once

#include <sys/resource.h>

#include "interpreter/objects/type.h"

namespace weft {

// The type resource.struct_rusage. Null: exception pending.
[[nodiscard]] Type* resource_usage_type(Thread& thread);
// Error: exception pending.
[[nodiscard]] Value make_resource_usage(Thread& thread, const rusage& usage);

}  // namespace weft
