#include "stdlib/native_modules.h"

namespace weft {

namespace {

constexpr NativeModule modules[] = {
    {"_fiber", "Fibers and their hub, for gevent, asyncio and the like.", fill_fiber},
    {"_queue", "Queues, in native code.", fill_queue},
    {"_thread", "Threads and locks, in native code.", fill_thread},
    {"_weakref", "Weak references.", fill_weakref},
    {"gc", "The garbage collector.", fill_gc},
    {"math", "Functions of real numbers.", fill_math},
    {"time", "Clocks and waiting.", fill_time},
    {"_weft", "Tasks and channels.", fill_weft},
};

}  // namespace

std::span<const NativeModule> native_modules() { return modules; }

}  // namespace weft
