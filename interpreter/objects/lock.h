// Locks: a plain one, which anybody may release, and a recursive one, which belongs to its owner.
//
// A released lock is free at once, and the one who has waited longest is woken to try: who comes
// first gets it, so that a thread that takes a lock again and again does not change threads each
// time. One that was woken in vain waits on at the head of the queue, and from then on the lock is
// handed over: nobody waits for ever.
//
// The owner of a lock is a fiber. Where fibers take turns at blocking calls (Hub::cooperative) it
// is the one that acquired it; elsewhere the thread's main fiber stands for the whole thread, as
// recursive locks belong to threads there.
#pragma once

#include <cstdint>
#include <optional>

#include "interpreter/objects/fiber.h"

namespace weft {

struct Lock : Object {  // kinds Lock and RecursiveLock
  using Object::Object;
  WaitQueue waiters;    // their payload is who will be the owner
  Fiber* owner;         // who acquired it last; null while it is free
  uint64_t count;       // 0: free. More than 1 in recursive ones only
  Code* acquired_code;  // where it was acquired last, for reports; null when unknown
  uint32_t acquired_offset;
  bool hands_over;  // somebody was woken in vain
};

// How long a native function waits for something.
struct Patience {
  bool blocks = true;
  std::optional<int64_t> deadline;  // of the isolate's clock; none: for ever
};
// From the arguments `blocking` and `timeout` (seconds; -1: none) of acquire(). False: pending.
[[nodiscard]] bool parse_patience(Thread& thread, Value blocking, Value timeout, Patience& out);

[[nodiscard]] Lock* make_lock(Thread& thread);
[[nodiscard]] Lock* make_recursive_lock(Thread& thread);
// Whom a lock belongs to that is acquired now.
Fiber* owner_of_locks(Thread& thread);

// True or False, or the error value when the wait was broken off (park() of hub.h): the result of
// the native function that calls it.
[[nodiscard]] Value acquire_lock(Thread& thread, Lock* lock, const Patience& patience);
// False with RuntimeError pending when the lock is not held (recursive ones: by the caller).
[[nodiscard]] bool release_lock(Thread& thread, Lock* lock);

// --- For conditions, which give a lock up while they wait

// Whether the caller has the lock; of a plain one, whether anybody has.
bool is_lock_held(Thread& thread, const Lock* lock);
// Gives up a held lock however often it was acquired, and says how often that was.
uint64_t give_up_lock(Lock* lock);
// Takes it back so; `outcome` is then the result, or if it is an exception is raised. As
// acquire_lock(). Without a wait nothing is allocated.
[[nodiscard]] Value take_back_lock(Thread& thread, Lock* lock, uint64_t count, Value outcome);

}  // namespace weft
