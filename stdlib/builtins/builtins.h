// Module builtins: the tables of its functions, one per file, and what fills the module.
#pragma once

#include <span>

#include "interpreter/objects/native.h"
#include "interpreter/vm/imports.h"

namespace weft {

std::span<const NativeMethod> value_functions();  // values.cpp: abs, len, repr, ord, isinstance…
std::span<const NativeMethod>
iteration_functions();  // iteration.cpp: iter, next, sum, min, sorted…
std::span<const NativeMethod> async_iteration_functions();  // async_iteration.cpp: aiter, anext
std::span<const NativeMethod> attribute_functions();  // attributes.cpp: getattr, dir, vars, locals…
std::span<const NativeMethod>
execution_functions();                             // execution.cpp: exec, eval, compile, imports,
                                                   // __build_class__
std::span<const NativeMethod> stream_functions();  // streams.cpp: print, input, breakpoint

// exit and quit, among isolate.builtins. False: exception pending.
[[nodiscard]] bool install_quitters(Thread& thread);

// Puts functions, types, exceptions and constants into isolate.builtins and makes the module that
// shows them. False: exception pending.
[[nodiscard]] bool install_builtins(Thread& thread);

}  // namespace weft
