// Module _isolates: other isolates in the same process, each on an OS thread of its own.
#pragma once

#include "interpreter/vm/imports.h"

namespace weft {

extern const NativeModule isolates_module;

}  // namespace weft
