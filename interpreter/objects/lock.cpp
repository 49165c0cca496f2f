#include "interpreter/objects/lock.h"

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/frame.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/timeouts.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

Lock* new_lock(Thread& thread, Type* type) {
  auto* lock = make_object<Lock>(thread, type);
  if (lock == nullptr) return nullptr;
  lock->waiters = {};
  lock->owner = nullptr;
  lock->count = 0;
  lock->hands_over = false;
  lock->acquired_code = nullptr;
  lock->acquired_offset = 0;
  return lock;
}

void take(Lock* lock, Fiber* owner, uint64_t count) {
  store(lock, lock->owner, owner);
  lock->count = count;
}

// For reports: where the one acquired it whose innermost frame this is.
void note_place(Lock* lock, const Frame* frame) {
  if (frame == nullptr) {
    lock->acquired_code = nullptr;
    return;
  }
  store(lock, lock->acquired_code, frame->code);
  lock->acquired_offset = frame->offset_of(frame->pc);
}

// What a waiting fiber keeps in wait_data: its deadline; None for no deadline; or for conditions
// the pair (how often it wants to have the lock, what the result is then).
uint64_t wanted_count(const Fiber* fiber) {
  const Value data = fiber->wait_data;
  return is_tuple(data) ? static_cast<uint64_t>(data.as<Tuple>()->values[0].as_small_int()) : 1;
}

// As an exception is passed on that has its context and traceback.
Value raise_outcome(Thread& thread, Value exception) {
  thread.pending = exception.as<Exception>();
  return Value::error();
}

// The result of one who has the lock now.
Value acquired(Thread& thread, Value data) {
  if (!is_tuple(data)) return Value::boolean(true);
  const Value outcome = data.as<Tuple>()->values[1];
  return is_exception(outcome) ? raise_outcome(thread, outcome) : outcome;
}

// The lock, which is free, has waiters: somebody else may have it.
void give_to_waiters(Lock* lock) {
  while (!lock->waiters.is_empty()) {
    Waiter* waiter = lock->waiters.first;
    if (lock->hands_over) {
      auto* owner = waiter->payload.as<Fiber>();
      const uint64_t count = wanted_count(waiter->fiber);
      if (!wake(waiter, Value::boolean(true))) continue;
      lock->hands_over = false;
      take(lock, owner, count);
      note_place(lock, waiter->fiber->frame);
      return;
    }
    if (wake(waiter, Value::none())) return;
  }
}

void pass_on(Lock* lock) {
  take(lock, nullptr, 0);
  if (!lock->waiters.is_empty()) [[unlikely]]
    give_to_waiters(lock);
}

Value wait_for_lock(Thread& thread, Lock* lock, Value data, WaitPlace place);

bool ends_program(Thread& thread, const Exception* exception) {
  const ExceptionTypes& types = thread.isolate.exceptions;
  return is_subtype(exception->type(), types.keyboard_interrupt) ||
         is_subtype(exception->type(), types.system_exit) ||
         is_subtype(exception->type(), types.deadlock_error);
}

// The pending exception breaks off the wait of a fiber that takes a lock back. Whoever catches it
// stands in code the lock protects: it is raised when the lock is there.
Value raise_with_lock(Thread& thread, const Fiber* fiber, Lock* lock) {
  if (fiber->resume_value.is_true()) return Value::error();  // it has been handed over
  return take_back_lock(thread, lock, wanted_count(fiber), Value::cell(take_pending(thread)));
}

// What the wait gives: True when the lock was handed over, None when it is worth a try, False at
// the deadline, the error value when an exception ends the wait.
Value lock_woken(Thread& thread, Fiber* fiber, Value value) {
  auto* lock = static_cast<Lock*>(fiber->on_resume_of);
  if (!value) {
    if (is_tuple(fiber->wait_data) && !ends_program(thread, thread.pending))
      return raise_with_lock(thread, fiber, lock);
    // What this fiber was woken for is the next one's.
    if (fiber->resume_value.is_true() || (had_turn(fiber) && lock->count == 0)) pass_on(lock);
    return Value::error();
  }
  if (value.is_false()) return value;
  if (value.is_true()) return acquired(thread, fiber->wait_data);
  if (lock->count == 0) {
    take(lock, owner_of_locks(thread), wanted_count(fiber));
    note_place(lock, thread.frame);
    return acquired(thread, fiber->wait_data);
  }
  lock->hands_over = true;
  return wait_for_lock(thread, lock, fiber->wait_data, WaitPlace::First);
}

Value wait_for_lock(Thread& thread, Lock* lock, Value data, WaitPlace place) {
  return wait_for_turn(thread, lock->waiters, lock,
                       {lock_woken, data, place, Value::cell(owner_of_locks(thread))});
}

bool is_mine(Thread& thread, const Lock* lock) {
  return lock->count != 0 && lock->owner == owner_of_locks(thread);
}

Lock* self_of(Arguments arguments) { return arguments[0].as<Lock>(); }

void take_free(Thread& thread, Lock* lock) {
  take(lock, owner_of_locks(thread), 1);
  note_place(lock, thread.frame);
}

Value lock_acquire(Thread& thread, Arguments arguments) {
  Lock* self = self_of(arguments);
  Patience patience;
  // Most calls pass the defaults, and most locks are free.
  if (arguments[1].is_true() && arguments[2] == Value::small_int(-1)) [[likely]] {
    if (self->count == 0) [[likely]] {
      take_free(thread, self);
      return Value::boolean(true);
    }
  } else if (!parse_patience(thread, arguments[1], arguments[2], patience)) {
    return Value::error();
  }
  return acquire_lock(thread, self, patience);
}

Value lock_enter(Thread& thread, Arguments arguments) {
  Lock* self = self_of(arguments);
  if (self->count != 0) [[unlikely]]
    return acquire_lock(thread, self, {});
  take_free(thread, self);
  return Value::boolean(true);
}

Value lock_release(Thread& thread, Arguments arguments) {
  Lock* self = self_of(arguments);
  if (self->count == 1 && self->kind() == Kind::Lock) [[likely]] {
    pass_on(self);
    return Value::none();
  }
  return release_lock(thread, self) ? Value::none() : Value::error();
}

Value lock_locked(Thread&, Arguments arguments) {
  return Value::boolean(self_of(arguments)->count != 0);
}

Value lock_repr(Thread& thread, Arguments arguments) {
  const Lock* self = self_of(arguments);
  return Value::cell(make_str(thread, text("<", self->count != 0 ? "locked" : "unlocked",
                                           " _thread.lock object at ", address_text(self), ">")));
}

// After a fork nobody is left who could hold it.
Value lock_at_fork_reinit(Thread&, Arguments arguments) {
  Lock* self = self_of(arguments);
  self->waiters = {};
  self->hands_over = false;
  take(self, nullptr, 0);
  return Value::none();
}

constexpr NativeMethod lock_methods[] = {
    {"acquire", "(self, /, blocking=True, timeout=-1)",
     "Acquire the lock, waiting for it when told to; whether it was acquired.", lock_acquire},
    {"acquire_lock", "(self, /, blocking=True, timeout=-1)", "The old name of acquire.",
     lock_acquire},
    {"release", "(self, /)", "Release the lock, which any thread may.", lock_release},
    {"release_lock", "(self, /)", "The old name of release.", lock_release},
    {"locked", "(self, /)", "Whether somebody holds the lock.", lock_locked},
    {"locked_lock", "(self, /)", "The old name of locked.", lock_locked},
    {"__enter__", "(self, /)", "Acquire the lock.", lock_enter},
    {"__exit__", "(self, type=None, value=None, traceback=None, /)", "Release the lock.",
     lock_release},
    {"__repr__", "(self, /)", "Return repr(self).", lock_repr},
    {"_at_fork_reinit", "(self, /)", "Make the lock as new.", lock_at_fork_reinit},
};

// --- Recursive locks

Value recursive_new(Thread& thread, Arguments) {
  Lock* made = make_recursive_lock(thread);
  return made == nullptr ? Value::error() : Value::cell(made);
}

Value recursive_repr(Thread& thread, Arguments arguments) {
  const Lock* self = self_of(arguments);
  const uint64_t ident = self->count == 0 ? 0 : self->owner->thread->ident();
  return Value::cell(make_str(
      thread, text("<", self->count != 0 ? "locked" : "unlocked", " _thread.RLock object owner=",
                   ident, " count=", self->count, " at ", address_text(self), ">")));
}

Value recursive_is_owned(Thread& thread, Arguments arguments) {
  return Value::boolean(is_mine(thread, self_of(arguments)));
}

Value recursive_count(Thread& thread, Arguments arguments) {
  const Lock* self = self_of(arguments);
  return Value::small_int(is_mine(thread, self) ? static_cast<int64_t>(self->count) : 0);
}

// For conditions that scripts make of it.
Value recursive_release_save(Thread& thread, Arguments arguments) {
  Lock* self = self_of(arguments);
  if (!is_mine(thread, self)) return raise_runtime_error(thread, "cannot release un-acquired lock");
  return Value::small_int(static_cast<int64_t>(give_up_lock(self)));
}

Value recursive_acquire_restore(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> count = to_index(thread, arguments[1]);
  if (!count) return Value::error();
  return take_back_lock(thread, self_of(arguments), static_cast<uint64_t>(*count), Value::none());
}

constexpr NativeMethod recursive_methods[] = {
    {"__new__", "(cls, /)", "Create a lock its owner may acquire again.", recursive_new},
    {"acquire", "(self, /, blocking=True, timeout=-1)",
     "Acquire the lock, at once if the caller has it; whether it was acquired.", lock_acquire},
    {"release", "(self, /)", "Release the lock once.", lock_release},
    {"__enter__", "(self, /)", "Acquire the lock.", lock_enter},
    {"__exit__", "(self, type=None, value=None, traceback=None, /)", "Release the lock.",
     lock_release},
    {"__repr__", "(self, /)", "Return repr(self).", recursive_repr},
    {"_is_owned", "(self, /)", "Whether the caller has the lock.", recursive_is_owned},
    {"_recursion_count", "(self, /)", "How often the caller has it.", recursive_count},
    {"_release_save", "(self, /)", "Give the lock up altogether.", recursive_release_save},
    {"_acquire_restore", "(self, state, /)", "Take back what _release_save gave up.",
     recursive_acquire_restore},
    {"_at_fork_reinit", "(self, /)", "Make the lock as new.", lock_at_fork_reinit},
};

}  // namespace

bool parse_patience(Thread& thread, Value blocking, Value timeout, Patience& out) {
  const std::optional<int32_t> blocks = to_int_argument(thread, blocking);
  if (!blocks) return false;
  out.blocks = *blocks != 0;
  out.deadline.reset();
  if (timeout == Value::small_int(-1)) return true;
  const std::optional<int64_t> length = nanoseconds_of(thread, timeout);
  if (!length) return false;
  constexpr int64_t None = -1000000000;  // a second less than nothing
  if (!out.blocks && *length != None) {
    raise_value_error(thread, "can't specify a timeout for a non-blocking call");
    return false;
  }
  if (*length == None) return true;
  if (*length < 0) {
    raise_value_error(thread, "timeout value must be positive");
    return false;
  }
  if (*length == 0) {
    out.blocks = false;
  } else {
    out.deadline = thread.isolate.clock->now() + *length;
  }
  return true;
}

Lock* make_lock(Thread& thread) { return new_lock(thread, thread.isolate.types.lock); }

Lock* make_recursive_lock(Thread& thread) {
  return new_lock(thread, thread.isolate.types.recursive_lock);
}

Fiber* owner_of_locks(Thread& thread) {
  return thread.hub->cooperative ? thread.fiber : thread.main_fiber;
}

Value acquire_lock(Thread& thread, Lock* lock, const Patience& patience) {
  if (lock->count == 0) {
    take_free(thread, lock);
    return Value::boolean(true);
  }
  if (lock->kind() == Kind::RecursiveLock && is_mine(thread, lock)) {
    ++lock->count;
    return Value::boolean(true);
  }
  if (!patience.blocks) return Value::boolean(false);
  return wait_for_lock(thread, lock, deadline_data(patience.deadline), WaitPlace::Last);
}

// Gives false. A termination breaks waits for conditions off without the lock being taken back;
// code that leaves what the lock protects for that has made no mistake.
static bool refuse_release(Thread& thread, std::string_view message) {
  if (!thread.has_interrupts() || thread.isolate.machine.check_interrupts(thread)) {
    raise_runtime_error(thread, message);
  }
  return false;
}

bool release_lock(Thread& thread, Lock* lock) {
  if (lock->kind() == Kind::RecursiveLock) {
    if (!is_mine(thread, lock)) return refuse_release(thread, "cannot release un-acquired lock");
    if (--lock->count != 0) return true;
  } else if (lock->count == 0) {
    return refuse_release(thread, "release unlocked lock");
  }
  pass_on(lock);
  return true;
}

bool is_lock_held(Thread& thread, const Lock* lock) {
  return lock->kind() == Kind::RecursiveLock ? is_mine(thread, lock) : lock->count != 0;
}

uint64_t give_up_lock(Lock* lock) {
  const uint64_t count = lock->count;
  pass_on(lock);
  return count;
}

Value take_back_lock(Thread& thread, Lock* lock, uint64_t count, Value outcome) {
  if (lock->count == 0) {
    take(lock, owner_of_locks(thread), count);
    note_place(lock, thread.frame);
    return is_exception(outcome) ? raise_outcome(thread, outcome) : outcome;
  }
  const Value pair[] = {Value::small_int(static_cast<int64_t>(count)), outcome};
  Tuple* data = make_tuple(thread, pair);
  return data == nullptr ? Value::error()
                         : wait_for_lock(thread, lock, Value::cell(data), WaitPlace::Last);
}

const TypeSpec lock_type_spec = {
    .name = "lock",
    .module = "_thread",
    .doc = "A lock one thread or fiber at a time can hold. Made by allocate_lock().",
    .instance_kind = Kind::Lock,
    .instance_size = sizeof(Lock),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = lock_methods,
    .attributes = {},
};

const TypeSpec recursive_lock_type_spec = {
    .name = "RLock",
    .module = "_thread",
    .doc = "A lock its owner may acquire again; it has to be released as often.",
    .instance_kind = Kind::RecursiveLock,
    .instance_size = sizeof(Lock),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = recursive_methods,
    .attributes = {},
};

}  // namespace weft
