#include "stdlib/native_modules.h"

namespace weft {

namespace {

constexpr NativeModule modules[] = {
    {"_abc", "Checks of abstract base classes.", fill_abc},
    {"_collections", "Containers.", fill_collections},
    {"_heapq", "Heaps in lists.", fill_heapq},
    {"bisect", "Places in sorted sequences.", fill_bisect},
    {"_itertools", "Iterators for many purposes.", fill_itertools},
    {"_functools", "Functions with some arguments given.", fill_functools},
    {"_operator", "The operators of the language as functions.", fill_operator},
    {"_weakref", "Weak references.", fill_weakref},
    {"gc", "The garbage collector.", fill_gc},
    {"math", "Functions of real numbers.", fill_math},
    {"time", "Clocks and waiting.", fill_time},
};

}  // namespace

std::span<const NativeModule> native_modules() { return modules; }

}  // namespace weft
