// How an isolate comes to have its types: the steps of its constructor, in order.
//
// Types, strings and tuples need each other. So first every built-in type gets its layout and root
// shape, which need nothing; then strings and containers can be made; then the types get their
// names, bases and methods.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

// False: out of memory.
[[nodiscard]] bool bootstrap_layouts(Thread& thread);
[[nodiscard]] bool bootstrap_types(Thread& thread);
void trace_types(Isolate& isolate, Marker& marker);

}  // namespace weft
