// The part of queue.Queue that puts, takes, waits and wakes.
//
// A queue is what programs know: items in a deque, list or heap (`queue`), a lock (`mutex`) held by
// all that touch them, and three conditions over it. Where a queue is as the library made it,
// native code works on these directly: nothing else runs meanwhile, so it need not take the mutex,
// only see that nobody holds it. Whatever is different (a class with hooks of its own, another
// mutex, a mutex that is held) goes by the methods of the script part, which are called as the last
// act and so may wait without a native stack.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct NativeMethod;

[[nodiscard]] Type* make_queue_core_type(Thread& thread);
// _queue._recognise(Queue, LifoQueue, PriorityQueue, heappush, heappop, Full): what native code has
// to know of the script part.
extern const NativeMethod recognise_queues;

}  // namespace weft
