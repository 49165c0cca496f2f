#include "stdlib/native_modules.h"

namespace weft {

namespace {

constexpr NativeModule modules[] = {
    {"_fiber", "Fibers and their hub, for gevent, asyncio and the like.", fill_fiber},
    {"_io", "Files and streams in memory.", fill_io},
    {"_random", "The Mersenne twister.", fill_random},
    {"_re", "Regular expressions.", fill_re},
    {"_traceback", "What traceback asks the interpreter for.", fill_traceback},
    {"_weakref", "Weak references.", fill_weakref},
    {"errno", "The numbers of system errors.", fill_errno},
    {"gc", "The garbage collector.", fill_gc},
    {"math", "Functions of real numbers.", fill_math},
    {"posix", "What the system offers.", fill_posix},
    {"time", "Clocks and waiting.", fill_time},
    {"weft", "Tasks that share a thread.", fill_weft},
};

}  // namespace

std::span<const NativeModule> native_modules() { return modules; }

}  // namespace weft
