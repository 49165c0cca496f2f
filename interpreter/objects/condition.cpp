#include "interpreter/objects/condition.h"

#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/lock.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/timeouts.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

Condition* self_of(Arguments arguments) { return arguments[0].as<Condition>(); }

Value condition_new(Thread& thread, Arguments arguments) {
  auto* condition = new_instance<Condition>(thread, as_type(arguments[0]));
  if (condition == nullptr) return Value::error();
  initialise_condition(condition, Value::unset());
  return Value::cell(condition);
}

Value condition_init(Thread& thread, Arguments arguments) {
  Value lock = arguments[1];
  if (lock.is_none()) {
    Lock* made = make_recursive_lock(thread);
    if (made == nullptr) return Value::error();
    lock = Value::cell(made);
  }
  initialise_condition(self_of(arguments), lock);
  return Value::none();
}

// The lock's attribute; the error value with an exception pending.
Value of_lock(Thread& thread, Value self, std::string_view name) {
  Str* key = intern(thread, name);
  if (key == nullptr) return Value::error();
  const auto* condition = self.as<Condition>();
  if (condition->lock.is_unset()) return raise_no_attribute(thread, self, intern(thread, "_lock"));
  return get_attribute(thread, condition->lock, key);
}

// As the last act: what the script part does where the lock is a script's.
Value by_script(Thread& thread, Condition* self, std::string_view name, Value argument) {
  Str* key = intern(thread, name);
  if (key == nullptr) return Value::error();
  const Value method = get_attribute(thread, Value::cell(self), key);
  return method ? call_last(thread, method, {argument}) : method;
}

Value condition_enter(Thread& thread, Arguments arguments) {
  Condition* self = self_of(arguments);
  if (Lock* lock = native_lock_of(self)) return acquire_lock(thread, lock, {});
  const Value enter = of_lock(thread, arguments[0], "__enter__");
  return enter ? call_last(thread, enter, {}) : enter;
}

Value condition_exit(Thread& thread, Arguments arguments) {
  Condition* self = self_of(arguments);
  if (Lock* lock = native_lock_of(self))
    return release_lock(thread, lock) ? Value::none() : Value::error();
  const Value exit = of_lock(thread, arguments[0], "__exit__");
  return exit ? call_last(thread, exit, {arguments[1], arguments[2], arguments[3]}) : exit;
}

// What ends the wait, with the lock taken back: True when notified, False at the deadline, the
// error value for an exception.
Value notified(Thread& thread, Fiber* fiber, Value value) {
  Lock* lock = native_lock_of(static_cast<Condition*>(fiber->on_resume_of));
  const auto count = static_cast<uint64_t>(fiber->wait_data.as_small_int());
  return take_back_lock(thread, lock, count, value ? value : Value::cell(take_pending(thread)));
}

Value wait_for_notice(Thread& thread, Condition* self, Lock* lock,
                      std::optional<int64_t> deadline) {
  if (make_waiter(thread, self->waiters, self) == nullptr) return Value::error();
  ParkOptions options;
  options.deadline = deadline;
  options.timeout_result = Value::boolean(false);
  options.waiting_for = self;
  options.cooperative = thread.hub->cooperative;
  options.on_resume = notified;
  options.on_resume_of = self;
  options.wait_data = Value::small_int(static_cast<int64_t>(give_up_lock(lock)));
  options.resumes_failed = true;
  return park(thread, options);
}

Value condition_wait(Thread& thread, Arguments arguments) {
  Condition* self = self_of(arguments);
  Lock* lock = native_lock_of(self);
  if (lock == nullptr) return by_script(thread, self, "_wait_with_script_lock", arguments[1]);
  if (!is_lock_held(thread, lock))
    return raise_runtime_error(thread, "cannot wait on un-acquired lock");
  std::optional<int64_t> deadline;
  switch (parse_wait(thread, arguments[1], deadline)) {
    case WaitLength::Error:
      return Value::error();
    case WaitLength::None:
      return Value::boolean(false);
    default:
      return wait_for_notice(thread, self, lock, deadline);
  }
}

Value notify_as_owner(Thread& thread, Condition* self, uint64_t count) {
  if (!is_lock_held(thread, native_lock_of(self)))
    return raise_runtime_error(thread, "cannot notify on un-acquired lock");
  notify(self, count);
  return Value::none();
}

Value condition_notify(Thread& thread, Arguments arguments) {
  Condition* self = self_of(arguments);
  if (native_lock_of(self) == nullptr)
    return by_script(thread, self, "_notify_with_script_lock", arguments[1]);
  const std::optional<int64_t> count = to_index(thread, arguments[1]);
  if (!count) return Value::error();
  return notify_as_owner(thread, self, *count < 0 ? 0 : static_cast<uint64_t>(*count));
}

Value condition_notify_all(Thread& thread, Arguments arguments) {
  Condition* self = self_of(arguments);
  if (native_lock_of(self) == nullptr)
    return by_script(thread, self, "_notify_with_script_lock", Value::none());
  return notify_as_owner(thread, self, UINT64_MAX);
}

Value condition_is_owned(Thread& thread, Arguments arguments) {
  Condition* self = self_of(arguments);
  if (const Lock* lock = native_lock_of(self)) return Value::boolean(is_lock_held(thread, lock));
  return by_script(thread, self, "_owns_script_lock", Value::none());
}

Value get_lock(Thread& thread, Value self) {
  const auto* condition = self.as<Condition>();
  if (condition->lock.is_unset()) return raise_no_attribute(thread, self, intern(thread, "_lock"));
  return condition->lock;
}

// Programs count them.
Value get_waiters(Thread& thread, Value self) {
  List* waiting = make_list(thread);
  if (waiting == nullptr) return Value::error();
  for (const Waiter* waiter = self.as<Condition>()->waiters.first; waiter != nullptr;
       waiter = waiter->next) {
    if (!list_append(thread, waiting, Value::cell(waiter->fiber))) return Value::error();
  }
  return Value::cell(waiting);
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a condition.", condition_new},
    {"__init__", "(self, /, lock=None)", "Make it a condition over the lock, or a new RLock.",
     condition_init},
    {"__enter__", "(self, /)", "Acquire the lock.", condition_enter},
    {"__exit__", "(self, type=None, value=None, traceback=None, /)", "Release the lock.",
     condition_exit},
    {"wait", "(self, /, timeout=None)",
     "Give the lock up, wait to be notified, and take the lock back; False when `timeout` seconds "
     "have passed before.",
     condition_wait},
    {"notify", "(self, /, n=1)", "Wake the `n` threads that have waited longest.",
     condition_notify},
    {"notify_all", "(self, /)", "Wake all that wait.", condition_notify_all},
    {"_is_owned", "(self, /)", "Whether the caller has the lock.", condition_is_owned},
};
constexpr NativeAttribute attributes[] = {
    {"acquire", "The acquire method of the lock.",
     [](Thread& thread, Value self) { return of_lock(thread, self, "acquire"); }, nullptr},
    {"release", "The release method of the lock.",
     [](Thread& thread, Value self) { return of_lock(thread, self, "release"); }, nullptr},
    {"_lock", "The lock.", get_lock, nullptr},
    {"_waiters", "The fibers that wait.", get_waiters, nullptr},
};

}  // namespace

void initialise_condition(Condition* condition, Value lock) {
  store(condition, condition->lock, lock);
  condition->waiters = {};
}

Lock* native_lock_of(const Condition* condition) {
  const bool is_native =
      is_exactly(condition->lock, Kind::Lock) || is_exactly(condition->lock, Kind::RecursiveLock);
  return is_native ? condition->lock.as<Lock>() : nullptr;
}

void notify(Condition* condition, uint64_t count) {
  while (count != 0 && !condition->waiters.is_empty())
    if (wake(condition->waiters.first, Value::boolean(true))) --count;
}

const TypeSpec condition_type_spec = {
    .name = "_Condition",
    .module = "_thread",
    .doc = "The part of threading.Condition that waits and wakes.",
    .instance_kind = Kind::Condition,
    .instance_size = sizeof(Condition),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft
