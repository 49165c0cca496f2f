#include "stdlib/native_modules.h"

namespace weft {

namespace {

constexpr NativeModule modules[] = {
    {"_asyncio", "Event loops, futures and tasks.", fill_asyncio},
    {"_fiber", "Fibers and their hub, for gevent, asyncio and the like.", fill_fiber},
    {"_queue", "Queues, in native code.", fill_queue},
    {"_thread", "Threads and locks, in native code.", fill_thread},
    {"_io", "Files and streams in memory.", fill_io},
    {"_json", "Reading and writing JSON.", fill_json},
    {"_random", "The Mersenne twister.", fill_random},
    {"_re", "Regular expressions.", fill_re},
    {"_traceback", "What traceback asks the interpreter for.", fill_traceback},
    {"_abc", "Checks of abstract base classes.", fill_abc},
    {"_collections", "Containers.", fill_collections},
    {"_heapq", "Heaps in lists.", fill_heapq},
    {"bisect", "Places in sorted sequences.", fill_bisect},
    {"_itertools", "Iterators for many purposes.", fill_itertools},
    {"_functools", "Functions with some arguments given.", fill_functools},
    {"_operator", "The operators of the language as functions.", fill_operator},
    {"_weakref", "Weak references.", fill_weakref},
    {"errno", "The numbers of system errors.", fill_errno},
    {"contextvars", "Variables with a value of their own in each context.", fill_contextvars},
    {"gc", "The garbage collector.", fill_gc},
    {"math", "Functions of real numbers.", fill_math},
    {"posix", "What the system offers.", fill_posix},
    {"time", "Clocks and waiting.", fill_time},
    {"_weft", "Tasks and channels.", fill_weft},
};

}  // namespace

std::span<const NativeModule> native_modules() { return modules; }

}  // namespace weft
