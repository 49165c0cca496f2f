#include "stdlib/queue/queue_core.h"

#include <array>
#include <optional>
#include <utility>

#include "interpreter/objects/condition.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/lock.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/timeouts.h"
#include "interpreter/objects/type.h"
#include "stdlib/_collections/deque.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_state.h"

namespace weft {

namespace {

// How the items of a class are kept.
enum class Keeping : uint8_t { InDeque, AsStack, AsHeap, ByHooks };
constexpr size_t KnownKeepings = 3;

// The attributes that are objects, in the order in which QueueCore has them.
enum Part : uint8_t {
  MaxSize,
  Items,
  Mutex,
  NotEmpty,
  NotFull,
  AllTasksDone,
  UnfinishedTasks,
  PartCount
};
constexpr std::array<std::string_view, PartCount> part_names = {
    "maxsize", "queue", "mutex", "not_empty", "not_full", "all_tasks_done", "unfinished_tasks"};

constexpr std::array<std::string_view, 3> hook_names = {"_qsize", "_put", "_get"};

struct QueueCore : CustomObject {
  Value parts[PartCount];  // the error word while not set
  uint64_t known_version;  // of the class, when `keeping` was found out
  Keeping keeping;
  bool puts_natively;  // put and get are the ones below, for put_nowait and get_nowait
  bool gets_natively;
};

struct QueueState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override {
    for (const auto& hooks : known)
      for (const Value hook : hooks) marker.mark(hook);
    marker.mark(heap_push);
    marker.mark(heap_pop);
    marker.mark(full);
    marker.mark(core_type);
  }
  std::array<std::array<Value, hook_names.size()>, KnownKeepings> known{};
  Value heap_push;
  Value heap_pop;
  Type* full = nullptr;  // the exception
  Type* core_type = nullptr;
};

QueueState& state_of(Thread& thread) { return module_state<QueueState>(thread.isolate); }

QueueCore* self_of(Arguments arguments) { return arguments[0].as<QueueCore>(); }

void trace_queue(CustomObject* object, Marker& marker) {
  auto* queue = static_cast<QueueCore*>(object);
  for (const Value part : queue->parts)
    if (part) marker.mark(part);
}

constexpr CustomOperations operations = {trace_queue, nullptr};

// --- What a queue is like

// The class's attribute; unset when there is none.
Value class_attribute(Thread& thread, const QueueCore* queue, std::string_view name) {
  Str* key = intern(thread, name);
  return key == nullptr ? Value::error() : type_lookup(thread, queue->type(), key);
}

bool is_native(Value method, NativeCode code) {
  return is_kind(method, Kind::NativeFunction) && method.as<NativeFunction>()->code == code;
}

Value queue_put(Thread& thread, Arguments arguments);
Value queue_get(Thread& thread, Arguments arguments);

// Finds out how the class keeps its items. False: exception pending.
bool study_class(Thread& thread, QueueCore* queue) {
  std::array<Value, hook_names.size()> hooks;
  for (size_t i = 0; i < hooks.size(); ++i) {
    hooks[i] = class_attribute(thread, queue, hook_names[i]);
    if (!hooks[i]) return false;
  }
  const QueueState& state = state_of(thread);
  queue->keeping = Keeping::ByHooks;
  for (size_t i = 0; i < KnownKeepings; ++i)
    if (hooks == state.known[i]) queue->keeping = static_cast<Keeping>(i);
  const Value put = class_attribute(thread, queue, "put");
  const Value get = class_attribute(thread, queue, "get");
  if (!put || !get) return false;
  queue->puts_natively = is_native(put, queue_put);
  queue->gets_natively = is_native(get, queue_get);
  queue->known_version = queue->type()->version;
  return true;
}

// Whether an attribute of the object itself hides one of the class that is relied on.
bool hides_methods(Thread& thread, QueueCore* queue) {
  const Shape* shape = queue->shape();
  if (shape->slot_count == 0 && !shape->is_dictionary) return false;
  for (const std::string_view name : {"_qsize", "_put", "_get", "put", "get"}) {
    Str* key = intern(thread, name);
    if (key == nullptr) {
      thread.pending = nullptr;
      return true;
    }
    if (!find_own_attribute(queue, key).is_unset()) return true;
  }
  return false;
}

bool has_items_of_its_kind(const QueueCore* queue) {
  const Value items = queue->parts[Items];
  return items && is_exactly(items, queue->keeping == Keeping::InDeque ? Kind::Deque : Kind::List);
}

enum class Fitness : uint8_t { Native, ByScript, Error };

// Whether native code may work on it now.
Fitness fitness(Thread& thread, QueueCore* queue) {
  if (queue->known_version != queue->type()->version && !study_class(thread, queue))
    return Fitness::Error;
  const Value* parts = queue->parts;
  if (queue->keeping == Keeping::ByHooks || !parts[Mutex] ||
      !is_exactly(parts[Mutex], Kind::Lock) || parts[Mutex].as<Lock>()->count != 0 ||
      !parts[MaxSize].is_small_int() || !parts[UnfinishedTasks].is_small_int() ||
      !has_items_of_its_kind(queue) || hides_methods(thread, queue)) {
    return Fitness::ByScript;
  }
  for (const Part part : {NotEmpty, NotFull, AllTasksDone}) {
    if (!parts[part] || !is_kind(parts[part], Kind::Condition) ||
        parts[part].as<Condition>()->lock != parts[Mutex]) {
      return Fitness::ByScript;
    }
  }
  return Fitness::Native;
}

// As the last act: the script's way.
Value by_script(Thread& thread, QueueCore* queue, std::string_view name,
                std::initializer_list<Value> arguments) {
  Str* key = intern(thread, name);
  if (key == nullptr) return Value::error();
  const Value method = get_attribute(thread, Value::cell(queue), key);
  return method ? call_last(thread, method, arguments) : method;
}

Condition* condition_of(const QueueCore* queue, Part part) {
  return queue->parts[part].as<Condition>();
}

// --- Items; of queues fit for native code

uint64_t count_of(const QueueCore* queue) {
  const Value items = queue->parts[Items];
  return queue->keeping == Keeping::InDeque ? items.as<Deque>()->count : items.as<List>()->count;
}

bool is_full(const QueueCore* queue) {
  const int64_t most = queue->parts[MaxSize].as_small_int();
  return most > 0 && count_of(queue) >= static_cast<uint64_t>(most);
}

// What a heap compares may run script code, even wait: others see the mutex held meanwhile.
Value on_heap(Thread& thread, QueueCore* queue, Value function, std::span<const Value> arguments) {
  auto* mutex = queue->parts[Mutex].as<Lock>();
  if (!acquire_lock(thread, mutex, {.blocks = false, .deadline = std::nullopt}))
    return Value::error();
  const Value result = call(thread, function, arguments);
  Exception* pending = thread.pending;
  thread.pending = nullptr;
  const bool released = mutex->count == 0 || release_lock(thread, mutex);
  if (pending != nullptr) thread.pending = pending;
  return released ? result : Value::error();
}

bool add_item(Thread& thread, QueueCore* queue, Value item) {
  const Value items = queue->parts[Items];
  switch (queue->keeping) {
    case Keeping::InDeque:
      return deque_push_back(thread, items.as<Deque>(), item);
    case Keeping::AsStack:
      return list_append(thread, items.as<List>(), item);
    default: {
      const Value arguments[] = {items, item};
      return static_cast<bool>(on_heap(thread, queue, state_of(thread).heap_push, arguments));
    }
  }
}

Value take_item(Thread& thread, QueueCore* queue) {
  const Value items = queue->parts[Items];
  switch (queue->keeping) {
    case Keeping::InDeque:
      return deque_take_front(items.as<Deque>());
    case Keeping::AsStack:
      return list_pop(thread, items.as<List>(), items.as<List>()->count - 1);
    default:
      return on_heap(thread, queue, state_of(thread).heap_pop, {&items, 1});
  }
}

Value raise_full(Thread& thread) { return raise(thread, state_of(thread).full, ""); }
Value raise_empty(Thread& thread) {
  return raise(thread, thread.isolate.exceptions.queue_empty, "");
}

// --- Waiting

// Waits in a condition of the queue, which notify() wakes with True; `data` is what on_resume
// needs.
Value wait_at(Thread& thread, QueueCore* queue, Part part, Value data,
              std::optional<int64_t> deadline, OnResume on_resume, WaitPlace place) {
  Condition* condition = condition_of(queue, part);
  if (make_waiter(thread, condition->waiters, condition, Value::unset(), place) == nullptr)
    return Value::error();
  ParkOptions options;
  options.deadline = deadline;
  options.timeout_result = Value::boolean(false);
  options.waiting_for = queue;
  options.cooperative = thread.hub->cooperative;
  options.on_resume = on_resume;
  options.on_resume_of = queue;
  options.wait_data = data;
  options.resumes_failed = true;
  return park(thread, options);
}

// A timeout in seconds for the script part, from the deadline in wait_data.
Value rest_of(Thread& thread, Value deadline) {
  if (!deadline.is_small_int()) return Value::none();
  const int64_t rest = deadline.as_small_int() - thread.isolate.clock->now();
  return make_float(thread, rest <= 0 ? 0.0 : static_cast<double>(rest) / 1e9);
}

std::optional<int64_t> deadline_in(Value data) {
  return data.is_small_int() ? std::optional(data.as_small_int()) : std::nullopt;
}

// How long a call waits that finds no item or no room.
struct Limit {
  bool blocks = true;
  std::optional<int64_t> deadline;
};

// False: exception pending.
bool parse_limit(Thread& thread, Value block, Value timeout, Limit& out) {
  const Truth blocks = truth(thread, block);
  if (blocks == Truth::Error) return false;
  out.blocks = blocks == Truth::True;
  if (!out.blocks || timeout.is_none()) return true;
  const Truth negative = compare_truth(thread, CompareOperator::Lt, timeout, Value::small_int(0));
  if (negative == Truth::True) raise_value_error(thread, "'timeout' must be a non-negative number");
  if (negative != Truth::False) return false;
  const WaitLength length = parse_wait(thread, timeout, out.deadline);
  if (length == WaitLength::None) out.blocks = false;
  return length != WaitLength::Error;
}

// --- Handing over. Those who wait in put() and get() are served directly where they are the first:
// no third one comes between, and they need not look again.

Value put_woken(Thread& thread, Fiber* fiber, Value value);
Value get_woken(Thread& thread, Fiber* fiber, Value value);

// The first who waits at `part`, if it does so in the method of this queue that `on_resume` belongs
// to.
Waiter* first_waiter(const QueueCore* queue, Part part, OnResume on_resume) {
  Waiter* waiter = condition_of(queue, part)->waiters.first;
  return waiter != nullptr && waiter->fiber->on_resume == on_resume &&
                 waiter->fiber->on_resume_of == queue
             ? waiter
             : nullptr;
}

void count_put(QueueCore* queue) {
  const int64_t unfinished = queue->parts[UnfinishedTasks].as_small_int();
  queue->parts[UnfinishedTasks] = Value::small_int(unfinished + 1);
}

Value put_now(Thread& thread, QueueCore* queue, Value item) {
  if (count_of(queue) == 0) {
    if (Waiter* getter = first_waiter(queue, NotEmpty, get_woken)) {
      store(getter->fiber, getter->fiber->wait_data, item);
      wake(getter, Value::none());
      count_put(queue);
      return Value::none();
    }
  }
  if (!add_item(thread, queue, item)) return Value::error();
  count_put(queue);
  notify(condition_of(queue, NotEmpty), 1);
  return Value::none();
}

Value get_now(Thread& thread, QueueCore* queue) {
  const Value item = take_item(thread, queue);
  if (!item) return item;
  // What a heap compares may raise: that is for the one who puts.
  Waiter* putter =
      queue->keeping == Keeping::AsHeap ? nullptr : first_waiter(queue, NotFull, put_woken);
  if (putter == nullptr || is_full(queue)) {
    notify(condition_of(queue, NotFull), 1);
    return item;
  }
  if (!add_item(thread, queue, putter->fiber->wait_data.as<Tuple>()->values[0]))
    return Value::error();
  wake(putter, Value::none());
  count_put(queue);
  return item;
}

// During a wait anything may have been put in the place of a condition.
void notify_first(const QueueCore* queue, Part part) {
  const Value condition = queue->parts[part];
  if (condition && is_kind(condition, Kind::Condition)) notify(condition.as<Condition>(), 1);
}

// An exception ends a get() that an item had been handed to: it goes back to where it would be.
void put_back(Thread& thread, QueueCore* queue, Value item) {
  Exception* pending = std::exchange(thread.pending, nullptr);
  const Value items = queue->parts[Items];
  if (has_items_of_its_kind(queue)) {
    static_cast<void>(queue->keeping == Keeping::InDeque
                          ? deque_push_front(thread, items.as<Deque>(), item)
                          : add_item(thread, queue, item));
  }
  notify_first(queue, NotEmpty);
  thread.pending = pending;
}

Value put_woken(Thread& thread, Fiber* fiber, Value value) {
  auto* queue = static_cast<QueueCore*>(fiber->on_resume_of);
  if (!value) {
    // What the fiber had been notified of is the next one's.
    if (fiber->resume_value.is_true()) notify_first(queue, NotFull);
    return Value::error();
  }
  if (value.is_none()) return value;
  const Value data = fiber->wait_data;
  const Value item = data.as<Tuple>()->values[0];
  const Value deadline = data.as<Tuple>()->values[1];
  switch (fitness(thread, queue)) {
    case Fitness::Error:
      return Value::error();
    case Fitness::ByScript: {
      const Value rest = rest_of(thread, deadline);
      if (!rest) return rest;
      return by_script(thread, queue, "_put_by_hooks", {item, Value::boolean(true), rest});
    }
    case Fitness::Native:
      break;
  }
  if (!is_full(queue)) return put_now(thread, queue, item);
  if (value.is_false()) return raise_full(thread);
  return wait_at(thread, queue, NotFull, data, deadline_in(deadline), put_woken, WaitPlace::First);
}

Value get_woken(Thread& thread, Fiber* fiber, Value value) {
  auto* queue = static_cast<QueueCore*>(fiber->on_resume_of);
  if (!value) {
    if (fiber->resume_value.is_true()) notify_first(queue, NotEmpty);
    if (fiber->resume_value.is_none()) put_back(thread, queue, fiber->wait_data);
    return Value::error();
  }
  const Value deadline = fiber->wait_data;
  if (value.is_none()) {
    // The item has not been in the queue: there is room for the next one still.
    notify_first(queue, NotFull);
    return deadline;  // in whose place the item is
  }
  switch (fitness(thread, queue)) {
    case Fitness::Error:
      return Value::error();
    case Fitness::ByScript: {
      const Value rest = rest_of(thread, deadline);
      return rest ? by_script(thread, queue, "_get_by_hooks", {Value::boolean(true), rest}) : rest;
    }
    case Fitness::Native:
      break;
  }
  if (count_of(queue) != 0) return get_now(thread, queue);
  if (value.is_false()) return raise_empty(thread);
  return wait_at(thread, queue, NotEmpty, deadline, deadline_in(deadline), get_woken,
                 WaitPlace::First);
}

Value join_woken(Thread& thread, Fiber* fiber, Value value) {
  auto* queue = static_cast<QueueCore*>(fiber->on_resume_of);
  if (!value) return value;
  switch (fitness(thread, queue)) {
    case Fitness::Error:
      return Value::error();
    case Fitness::ByScript:
      return by_script(thread, queue, "_join_by_hooks", {});
    case Fitness::Native:
      break;
  }
  if (queue->parts[UnfinishedTasks] == Value::small_int(0)) return Value::none();
  return wait_at(thread, queue, AllTasksDone, Value::none(), std::nullopt, join_woken,
                 WaitPlace::Last);
}

// --- Methods

Value put(Thread& thread, QueueCore* queue, Value item, Value block, Value timeout) {
  switch (fitness(thread, queue)) {
    case Fitness::Error:
      return Value::error();
    case Fitness::ByScript:
      return by_script(thread, queue, "_put_by_hooks", {item, block, timeout});
    case Fitness::Native:
      break;
  }
  if (queue->parts[MaxSize].as_small_int() <= 0) return put_now(thread, queue, item);
  Limit limit;
  if (!parse_limit(thread, block, timeout, limit)) return Value::error();
  if (!is_full(queue)) return put_now(thread, queue, item);
  if (!limit.blocks) return raise_full(thread);
  const Value pair[] = {item, deadline_data(limit.deadline)};
  Tuple* data = make_tuple(thread, pair);
  if (data == nullptr) return Value::error();
  return wait_at(thread, queue, NotFull, Value::cell(data), limit.deadline, put_woken,
                 WaitPlace::Last);
}

Value get(Thread& thread, QueueCore* queue, Value block, Value timeout) {
  switch (fitness(thread, queue)) {
    case Fitness::Error:
      return Value::error();
    case Fitness::ByScript:
      return by_script(thread, queue, "_get_by_hooks", {block, timeout});
    case Fitness::Native:
      break;
  }
  Limit limit;
  if (!parse_limit(thread, block, timeout, limit)) return Value::error();
  if (count_of(queue) != 0) return get_now(thread, queue);
  if (!limit.blocks) return raise_empty(thread);
  return wait_at(thread, queue, NotEmpty, deadline_data(limit.deadline), limit.deadline, get_woken,
                 WaitPlace::Last);
}

Value queue_put(Thread& thread, Arguments arguments) {
  return put(thread, self_of(arguments), arguments[1], arguments[2], arguments[3]);
}

Value queue_get(Thread& thread, Arguments arguments) {
  return get(thread, self_of(arguments), arguments[1], arguments[2]);
}

// The two that do not wait call put and get, which a class may have of its own.
Value queue_put_nowait(Thread& thread, Arguments arguments) {
  QueueCore* self = self_of(arguments);
  if (fitness(thread, self) == Fitness::Error) return Value::error();
  const Value no = Value::boolean(false);
  if (self->puts_natively && !hides_methods(thread, self))
    return put(thread, self, arguments[1], no, Value::none());
  return by_script(thread, self, "put", {arguments[1], no});
}

Value queue_get_nowait(Thread& thread, Arguments arguments) {
  QueueCore* self = self_of(arguments);
  if (fitness(thread, self) == Fitness::Error) return Value::error();
  const Value no = Value::boolean(false);
  if (self->gets_natively && !hides_methods(thread, self))
    return get(thread, self, no, Value::none());
  return by_script(thread, self, "get", {no});
}

Value queue_task_done(Thread& thread, Arguments arguments) {
  QueueCore* self = self_of(arguments);
  switch (fitness(thread, self)) {
    case Fitness::Error:
      return Value::error();
    case Fitness::ByScript:
      return by_script(thread, self, "_task_done_by_hooks", {});
    case Fitness::Native:
      break;
  }
  const int64_t unfinished = self->parts[UnfinishedTasks].as_small_int() - 1;
  if (unfinished < 0) return raise_value_error(thread, "task_done() called too many times");
  self->parts[UnfinishedTasks] = Value::small_int(unfinished);
  if (unfinished == 0) notify(condition_of(self, AllTasksDone), UINT64_MAX);
  return Value::none();
}

Value queue_join(Thread& thread, Arguments arguments) {
  QueueCore* self = self_of(arguments);
  switch (fitness(thread, self)) {
    case Fitness::Error:
      return Value::error();
    case Fitness::ByScript:
      return by_script(thread, self, "_join_by_hooks", {});
    case Fitness::Native:
      break;
  }
  if (self->parts[UnfinishedTasks] == Value::small_int(0)) return Value::none();
  return wait_at(thread, self, AllTasksDone, Value::none(), std::nullopt, join_woken,
                 WaitPlace::Last);
}

// qsize, empty and full: what native code makes of the queue, and the script's method for the rest.
template <Value (*answer)(const QueueCore*)>
Value ask(Thread& thread, Arguments arguments, std::string_view script_name) {
  QueueCore* self = self_of(arguments);
  switch (fitness(thread, self)) {
    case Fitness::Error:
      return Value::error();
    case Fitness::ByScript:
      return by_script(thread, self, script_name, {});
    case Fitness::Native:
      break;
  }
  return answer(self);
}

Value size_of(const QueueCore* queue) {
  return Value::small_int(static_cast<int64_t>(count_of(queue)));
}
Value emptiness_of(const QueueCore* queue) { return Value::boolean(count_of(queue) == 0); }
Value fullness_of(const QueueCore* queue) { return Value::boolean(is_full(queue)); }

Value queue_qsize(Thread& thread, Arguments arguments) {
  return ask<size_of>(thread, arguments, "_qsize_by_hooks");
}
Value queue_empty(Thread& thread, Arguments arguments) {
  return ask<emptiness_of>(thread, arguments, "_empty_by_hooks");
}
Value queue_full(Thread& thread, Arguments arguments) {
  return ask<fullness_of>(thread, arguments, "_full_by_hooks");
}

Value queue_new(Thread& thread, Arguments arguments) {
  auto* queue = make_custom_object<QueueCore>(thread, as_type(arguments[0]), operations);
  if (queue == nullptr) return Value::error();
  for (Value& part : queue->parts) part = Value::error();
  return Value::cell(queue);
}

Value recognise(Thread& thread, Arguments arguments) {
  QueueState& state = state_of(thread);
  for (size_t i = 0; i < KnownKeepings; ++i) {
    for (size_t hook = 0; hook < hook_names.size(); ++hook) {
      Str* key = intern(thread, hook_names[hook]);
      if (key == nullptr) return Value::error();
      state.known[i][hook] = type_lookup(thread, as_type(arguments[static_cast<uint32_t>(i)]), key);
    }
  }
  state.heap_push = arguments[3];
  state.heap_pop = arguments[4];
  state.full = as_type(arguments[5]);
  return Value::none();
}

template <Part part>
Value get_part(Thread& thread, Value self) {
  const Value value = self.as<QueueCore>()->parts[part];
  return value ? value : raise_no_attribute(thread, self, intern(thread, part_names[part]));
}

template <Part part>
bool set_part(Thread& thread, Value self, Value value) {
  auto* queue = self.as<QueueCore>();
  if (value.is_unset() && !queue->parts[part]) {
    raise_no_attribute(thread, self, intern(thread, part_names[part]));
    return false;
  }
  store(queue, queue->parts[part], value.is_unset() ? Value::error() : value);
  return true;
}

template <Part part>
constexpr NativeAttribute part_attribute(std::string_view doc) {
  return {part_names[part], doc, get_part<part>, set_part<part>};
}

constexpr NativeAttribute attributes[] = {
    part_attribute<MaxSize>("How many items it holds at most; any number when not positive."),
    part_attribute<Items>("What the items are kept in."),
    part_attribute<Mutex>("Held by all that touch the items."),
    part_attribute<NotEmpty>("Notified when an item was put."),
    part_attribute<NotFull>("Notified when an item was taken."),
    part_attribute<AllTasksDone>("Notified when no task is unfinished."),
    part_attribute<UnfinishedTasks>("How many items were put and not dealt with."),
};

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a queue.", queue_new},
    {"put", "(self, /, item, block=True, timeout=None)",
     "Add an item, waiting for room when told to; Full when there is none in time.", queue_put},
    {"get", "(self, /, block=True, timeout=None)",
     "Take an item, waiting for one when told to; Empty when there is none in time.", queue_get},
    {"put_nowait", "(self, /, item)", "put() that does not wait.", queue_put_nowait},
    {"get_nowait", "(self, /)", "get() that does not wait.", queue_get_nowait},
    {"task_done", "(self, /)", "Tell that an item taken from the queue has been dealt with.",
     queue_task_done},
    {"join", "(self, /)", "Wait until every item that was put has been dealt with.", queue_join},
    {"qsize", "(self, /)", "How many items it holds; others may change that at any time.",
     queue_qsize},
    {"empty", "(self, /)", "Whether it holds none.", queue_empty},
    {"full", "(self, /)", "Whether it holds as many as it may.", queue_full},
};

constexpr TypeSpec core_spec = {
    .name = "_Queue",
    .module = "_queue",
    .doc = "The part of queue.Queue that puts, takes, waits and wakes.",
    .instance_kind = Kind::HostObject,
    .instance_size = sizeof(QueueCore),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace

const NativeMethod recognise_queues = {
    "_recognise", "(queue, lifo_queue, priority_queue, heappush, heappop, full, /)",
    "Tell native code what the classes and functions of the script part are.", recognise};

Type* make_queue_core_type(Thread& thread) {
  QueueState& state = state_of(thread);
  if (state.core_type == nullptr) state.core_type = make_builtin_type(thread, core_spec, nullptr);
  return state.core_type;
}

}  // namespace weft
