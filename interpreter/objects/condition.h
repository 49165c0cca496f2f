// Conditions: a lock, and a queue of those who gave it up to wait for something to be told of.
//
// What happens here is the part of threading.Condition that waits and wakes. Locks of scripts
// (those of a monkey-patched program) have methods that may wait themselves; a condition over one
// goes by methods of the script part (threading.py).
#pragma once

#include "interpreter/objects/fiber.h"

namespace weft {

struct Lock;

struct Condition : Object {
  using Object::Object;
  Value lock;         // unset until initialised
  WaitQueue waiters;  // woken with True
};

// Makes it as new, over `lock`.
void initialise_condition(Condition* condition, Value lock);
// Its lock where that is a native one, else null.
Lock* native_lock_of(const Condition* condition);
// Wakes the `count` who have waited longest, or fewer.
void notify(Condition* condition, uint64_t count);

}  // namespace weft
