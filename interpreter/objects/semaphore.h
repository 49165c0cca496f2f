// Semaphores: a counter that is taken from, waiting while it is zero, and added to.
//
// Released ones are there for whoever comes first, as locks are (lock.h).
#pragma once

#include "interpreter/objects/fiber.h"

namespace weft {

struct Semaphore : Object {
  using Object::Object;
  static constexpr int64_t NoBound = INT64_MAX;

  WaitQueue waiters;
  int64_t value;  // not negative
  int64_t bound;  // what the value may not pass, or NoBound
};

}  // namespace weft
