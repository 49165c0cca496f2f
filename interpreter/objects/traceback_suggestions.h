// "Did you mean: 'x'?"
#pragma once

#include "interpreter/objects/exception.h"

namespace weft {

// The name a NameError or AttributeError may have meant; null when there is none close enough (or
// looking for one failed). Leaves no exception pending.
[[nodiscard]] Str* suggest_name(Thread& thread, Exception* exception);
// The candidate closest to `name`; null when none is close enough.
Str* closest_name(std::span<const Value> candidates, const Str* name);

}  // namespace weft
