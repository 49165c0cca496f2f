// Events: a flag that fibers wait for.
#pragma once

#include "interpreter/objects/fiber.h"

namespace weft {

struct EventFlag : Object {
  using Object::Object;
  WaitQueue waiters;
  bool is_set;
};

}  // namespace weft
