// SimpleQueue: first in, first out, without bound.
//
// What is put lies in a ring; the one who has waited longest is woken to take it. If somebody else
// was faster it waits on, at the head of the queue.
#pragma once

#include <cstdint>
#include <optional>

#include "interpreter/objects/fiber.h"

namespace weft {

struct SimpleQueue : Object {
  using Object::Object;
  WaitQueue waiters;
  ValueArray* ring;  // its capacity is a power of two; null: none yet
  uint64_t first;    // place of the oldest item
  uint64_t count;
};

// False: MemoryError pending.
[[nodiscard]] bool put_simple_queue(Thread& thread, SimpleQueue* queue, Value item);
// Unset when there is none.
Value take_simple_queue(SimpleQueue* queue);

}  // namespace weft
