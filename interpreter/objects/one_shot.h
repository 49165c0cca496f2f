// Something that happens once and that one fiber may wait for: the script's end of the waiting
// mechanism (hub.h). Visible as _fiber.Waiter.
#pragma once

#include "interpreter/objects/fiber.h"

namespace weft {

struct OneShot : Object {
  using Object::Object;
  WaitQueue queue;       // at most one
  Value value;           // what it happened with; unset before and when it was an exception
  Exception* exception;  // null: none
  bool has_happened;
};

[[nodiscard]] OneShot* make_one_shot(Thread& thread, Type* type);
// The first time only; false after that.
bool happen(OneShot* one_shot, Value value, Exception* exception);

}  // namespace weft
