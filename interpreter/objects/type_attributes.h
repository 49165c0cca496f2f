// The computed attributes of classes.
#pragma once

#include "interpreter/objects/native.h"

namespace weft {

extern const NativeAttribute type_attributes[16];

// Adds the names of the class and its bases as keys of `names`. False: exception pending.
[[nodiscard]] bool collect_class_names(Thread& thread, Type* type, Dict* names);

}  // namespace weft
