// The constants of sys that come as named tuples: version_info, float_info, flags …
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

[[nodiscard]] bool add_information(Thread& thread, Dict* sys);

}  // namespace weft
