// Exception groups. What `except*` does with them is the business of the virtual machine.
#pragma once

#include "interpreter/objects/exception.h"

namespace weft {

bool is_exception_group(Thread& thread, const Exception* exception);

}  // namespace weft
