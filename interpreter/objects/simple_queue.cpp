#include "interpreter/objects/simple_queue.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/timeouts.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

constexpr uint64_t FirstCapacity = 8;

bool grow(Thread& thread, SimpleQueue* queue) {
  const uint64_t capacity = queue->ring == nullptr ? 0 : queue->ring->capacity;
  ValueArray* ring = ValueArray::make(thread.isolate.heap, internal_header(Kind::ValueArray),
                                      capacity == 0 ? FirstCapacity : capacity * 2);
  if (ring == nullptr) {
    raise_out_of_memory(thread);
    return false;
  }
  for (uint64_t i = 0; i < queue->count; ++i)
    ring->values[i] = queue->ring->values[(queue->first + i) & (capacity - 1)];
  store(queue, queue->ring, ring);
  queue->first = 0;
  return true;
}

// queue.Empty, which the module made.
Value raise_empty(Thread& thread) {
  return raise(thread, thread.isolate.exceptions.queue_empty, "");
}

// What get() gives: None is worth a look, False stands for the deadline, the error value for an
// exception that ends the wait.
Value item_woken(Thread& thread, Fiber* fiber, Value value) {
  auto* queue = static_cast<SimpleQueue*>(fiber->on_resume_of);
  if (!value) {
    // What this fiber was woken for is the next one's.
    if (had_turn(fiber) && queue->count != 0) wake_first(queue->waiters);
    return Value::error();
  }
  const Value item = take_simple_queue(queue);
  if (!item.is_unset()) return item;
  if (value.is_false()) return raise_empty(thread);
  return wait_for_turn(thread, queue->waiters, queue,
                       {item_woken, fiber->wait_data, WaitPlace::First});
}

SimpleQueue* self_of(Arguments arguments) { return arguments[0].as<SimpleQueue>(); }

Value queue_new(Thread& thread, Arguments arguments) {
  // A subclass may have an initialiser that takes what it likes.
  if (as_type(arguments[0]) == thread.isolate.types.simple_queue) {
    if (arguments[1].as<Tuple>()->count != 0)
      return raise_type_error(thread, "SimpleQueue() takes no positional arguments");
    if (arguments[2].as<Dict>()->count != 0)
      return raise_type_error(thread, "SimpleQueue() takes no keyword arguments");
  }
  auto* queue = new_instance<SimpleQueue>(thread, as_type(arguments[0]));
  if (queue == nullptr) return Value::error();
  queue->waiters = {};
  queue->ring = nullptr;
  queue->first = 0;
  queue->count = 0;
  return Value::cell(queue);
}

Value queue_put(Thread& thread, Arguments arguments) {
  return put_simple_queue(thread, self_of(arguments), arguments[1]) ? Value::none()
                                                                    : Value::error();
}

Value get(Thread& thread, SimpleQueue* queue, Value block, Value timeout) {
  const Truth blocks = truth(thread, block);
  if (blocks == Truth::Error) return Value::error();
  std::optional<int64_t> deadline;
  bool waits = blocks == Truth::True;
  if (waits && !timeout.is_none()) {
    const std::optional<int64_t> length = nanoseconds_of(thread, timeout);
    if (!length) return Value::error();
    if (*length < 0) return raise_value_error(thread, "'timeout' must be a non-negative number");
    waits = *length != 0;
    deadline = thread.isolate.clock->now() + *length;
  }
  const Value item = take_simple_queue(queue);
  if (!item.is_unset()) return item;
  if (!waits) return raise_empty(thread);
  return wait_for_turn(thread, queue->waiters, queue, {item_woken, deadline_data(deadline)});
}

Value queue_get(Thread& thread, Arguments arguments) {
  return get(thread, self_of(arguments), arguments[1], arguments[2]);
}

Value queue_get_nowait(Thread& thread, Arguments arguments) {
  const Value item = take_simple_queue(self_of(arguments));
  return item.is_unset() ? raise_empty(thread) : item;
}

Value queue_empty(Thread&, Arguments arguments) {
  return Value::boolean(self_of(arguments)->count == 0);
}

Value queue_qsize(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(self_of(arguments)->count));
}

Value queue_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an empty queue.", queue_new},
    {"put", "(self, /, item, block=True, timeout=None)",
     "Add an item. There is always room: block and timeout mean nothing.", queue_put},
    {"put_nowait", "(self, /, item)", "Add an item.", queue_put},
    {"get", "(self, /, block=True, timeout=None)",
     "Take an item, waiting for one when told to; Empty when there is none in time.", queue_get},
    {"get_nowait", "(self, /)", "Take an item; Empty when there is none.", queue_get_nowait},
    {"empty", "(self, /)", "Whether it holds no item.", queue_empty},
    {"qsize", "(self, /)", "How many items it holds.", queue_qsize},
    {"__class_getitem__", "(cls, item, /)", "Return the class parameterised by item.",
     queue_class_getitem},
};

}  // namespace

bool put_simple_queue(Thread& thread, SimpleQueue* queue, Value item) {
  if ((queue->ring == nullptr || queue->count == queue->ring->capacity) && !grow(thread, queue))
    return false;
  const uint64_t place = (queue->first + queue->count) & (queue->ring->capacity - 1);
  store(queue->ring, queue->ring->values[place], item);
  ++queue->count;
  wake_first(queue->waiters);
  return true;
}

Value take_simple_queue(SimpleQueue* queue) {
  if (queue->count == 0) return Value::unset();
  Value& place = queue->ring->values[queue->first];
  const Value item = place;
  place = Value::none();
  queue->first = (queue->first + 1) & (queue->ring->capacity - 1);
  --queue->count;
  return item;
}

const TypeSpec simple_queue_type_spec = {
    .name = "SimpleQueue",
    .module = "_queue",
    .doc = "First in, first out, without bound and without counting of tasks.",
    .instance_kind = Kind::SimpleQueue,
    .instance_size = sizeof(SimpleQueue),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = {},
};

}  // namespace weft
