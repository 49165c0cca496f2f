#include "interpreter/objects/channel.h"

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/hub.h"
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

constexpr uint64_t FirstCapacity = 8;

Value raise_closed(Thread& thread) {
  return raise(thread, thread.isolate.exceptions.channel_closed, "the channel is closed");
}
Value raise_timeout(Thread& thread) {
  return raise(thread, thread.isolate.exceptions.timeout_error, "timed out");
}

// --- The ring

bool ensure_room(Thread& thread, Channel* channel) {
  const uint64_t capacity = channel->ring == nullptr ? 0 : channel->ring->capacity;
  if (channel->count < capacity) return true;
  ValueArray* ring = ValueArray::make(thread.isolate.heap, internal_header(Kind::ValueArray),
                                      capacity == 0 ? FirstCapacity : capacity * 2);
  if (ring == nullptr) {
    raise_out_of_memory(thread);
    return false;
  }
  for (uint64_t i = 0; i < channel->count; ++i)
    ring->values[i] = channel->ring->values[(channel->first + i) & (capacity - 1)];
  store(channel, channel->ring, ring);
  channel->first = 0;
  return true;
}

// Both: there is room.
void push_back(Channel* channel, Value value) {
  const uint64_t mask = channel->ring->capacity - 1;
  store(channel->ring, channel->ring->values[(channel->first + channel->count++) & mask], value);
}
void push_front(Channel* channel, Value value) {
  channel->first = (channel->first - 1) & (channel->ring->capacity - 1);
  store(channel->ring, channel->ring->values[channel->first], value);
  ++channel->count;
}

Value pop_front(Channel* channel) {
  Value& slot = channel->ring->values[channel->first];
  channel->first = (channel->first + 1) & (channel->ring->capacity - 1);
  --channel->count;
  const Value value = slot;
  slot = Value::none();
  return value;
}

// --- Handing over

Value selected(Thread& thread, Fiber* fiber, Value value);

bool selects(const Waiter* waiter) { return waiter->fiber->on_resume == selected; }

void hand_to(Waiter* receiver, Value value) {
  if (selects(receiver)) {
    auto* result = receiver->payload.as<Tuple>();
    store(result, result->values[1], value);
    value = Value::cell(result);
  }
  wake(receiver, value);
}

Value take_from(Waiter* sender) {
  const Value payload = sender->payload;
  if (!selects(sender)) {
    wake(sender, Value::none());
    return payload;
  }
  wake(sender, payload);
  return payload.as<List>()->items->values[1];
}

// Unset: there is nothing to receive now.
Value take(Channel* channel) {
  if (channel->count == 0) {
    return channel->senders.is_empty() ? Value::unset() : take_from(channel->senders.first);
  }
  const Value value = pop_front(channel);
  if (channel->count < channel->capacity && !channel->senders.is_empty())
    push_back(channel, take_from(channel->senders.first));
  return value;
}

enum class Sent : uint8_t { Yes, NoRoom, Error };

// An exception is pending with Error.
Sent put(Thread& thread, Channel* channel, Value value) {
  if (channel->is_closed) {
    raise_closed(thread);
    return Sent::Error;
  }
  if (!channel->receivers.is_empty()) {
    hand_to(channel->receivers.first, value);
    return Sent::Yes;
  }
  if (channel->count >= channel->capacity) return Sent::NoRoom;
  if (!ensure_room(thread, channel)) return Sent::Error;
  push_back(channel, value);
  return Sent::Yes;
}

// A receiver had been handed `value` and does not take it.
void put_back(Thread& thread, Channel* channel, Value value) {
  if (!channel->receivers.is_empty()) {
    hand_to(channel->receivers.first, value);
    return;
  }
  // What is raised already is more to the point than that memory has run out.
  Exception* pending = thread.pending;
  if (ensure_room(thread, channel)) push_front(channel, value);
  thread.pending = pending;
}

// --- Waiting

Channel* awaited_channel(const Fiber* fiber) { return static_cast<Channel*>(fiber->on_resume_of); }

// The ends of waits that unset stands for: the channel was closed, else the time is up.
Value raise_no_value(Thread& thread, const Channel* channel) {
  return channel->is_closed ? raise_closed(thread) : raise_timeout(thread);
}

Value received(Thread& thread, Fiber* fiber, Value value) {
  Channel* channel = awaited_channel(fiber);
  if (!value) {
    if (!fiber->resume_value.is_unset()) put_back(thread, channel, fiber->resume_value);
    return Value::error();
  }
  return value.is_unset() ? raise_no_value(thread, channel) : value;
}

Value next_received(Thread& thread, Fiber* fiber, Value value) {
  if (value && value.is_unset()) return raise(thread, thread.isolate.exceptions.stop_iteration, "");
  return received(thread, fiber, value);
}

Value sent(Thread& thread, Fiber* fiber, Value value) {
  return value.is_unset() ? raise_no_value(thread, awaited_channel(fiber)) : value;
}

using OnResume = Value (*)(Thread& thread, Fiber* fiber, Value value);

Value wait_in(Thread& thread, Channel* channel, WaitQueue& queue, Value payload,
              std::optional<int64_t> deadline, OnResume on_resume) {
  if (make_waiter(thread, queue, channel, payload) == nullptr) return Value::error();
  ParkOptions options;
  options.deadline = deadline;
  options.timeout_result = Value::unset();
  options.waiting_for = channel;
  options.on_resume = on_resume;
  options.on_resume_of = channel;
  options.resumes_failed = on_resume != sent;
  return park(thread, options);
}

// --- Select

Value selected(Thread& thread, Fiber* fiber, Value value) {
  if (!value) {
    const Value result = fiber->resume_value;
    if (is_tuple(result)) {
      const auto* pair = result.as<Tuple>();
      put_back(thread, pair->values[0].as<Channel>(), pair->values[1]);
    }
    return Value::error();
  }
  if (value.is_unset()) return raise_timeout(thread);
  if (is_kind(value, Kind::Channel)) return raise_closed(thread);
  if (is_tuple(value)) return value;
  const Value sent_over[] = {value.as<List>()->items->values[0], Value::none()};
  return Value::cell(make_tuple(thread, sent_over));
}

// One thing to select: `value` unset means to receive.
struct Operation {
  Channel* channel;
  Value value;
};

bool parse_operation(Thread& thread, Value from, Operation& operation) {
  if (is_kind(from, Kind::Channel)) {
    operation = {from.as<Channel>(), Value::unset()};
    return true;
  }
  if (is_tuple(from) && from.as<Tuple>()->count == 2 &&
      is_kind(from.as<Tuple>()->values[0], Kind::Channel)) {
    operation = {from.as<Tuple>()->values[0].as<Channel>(), from.as<Tuple>()->values[1]};
    return true;
  }
  raise_type_error(thread, text("select() takes channels to receive from and pairs (channel, "
                                "value) to send, not '",
                                type_name(thread, from), "'"));
  return false;
}

Value pair_of(Thread& thread, Value first, Value second) {
  const Value both[] = {first, second};
  return Value::cell(make_tuple(thread, both));
}

// Unset: not possible now.
Value try_operation(Thread& thread, const Operation& operation) {
  Channel* channel = operation.channel;
  if (!operation.value.is_unset()) {
    const Sent done = put(thread, channel, operation.value);
    if (done == Sent::Error) return Value::error();
    return done == Sent::NoRoom ? Value::unset()
                                : pair_of(thread, Value::cell(channel), Value::none());
  }
  const Value value = take(channel);
  if (!value.is_unset()) return pair_of(thread, Value::cell(channel), value);
  return channel->is_closed ? raise_closed(thread) : value;
}

bool stand_in_queue(Thread& thread, const Operation& operation) {
  Channel* channel = operation.channel;
  if (operation.value.is_unset()) {
    const Value result = pair_of(thread, Value::cell(channel), Value::none());
    return result && make_waiter(thread, channel->receivers, channel, result) != nullptr;
  }
  const Value both[] = {Value::cell(channel), operation.value};
  List* sending = make_list(thread, both);
  return sending != nullptr &&
         make_waiter(thread, channel->senders, channel, Value::cell(sending)) != nullptr;
}

// --- Methods

Channel* self_of(Arguments arguments) { return arguments[0].as<Channel>(); }

Value channel_new(Thread& thread, Arguments arguments) {
  uint64_t capacity = Channel::Unbounded;
  if (!arguments[1].is_none()) {
    const std::optional<int64_t> number = to_index(thread, arguments[1]);
    if (!number) return Value::error();
    if (*number < 0) return raise_value_error(thread, "the capacity of a channel is not negative");
    capacity = static_cast<uint64_t>(*number);
  }
  auto* channel = new_instance<Channel>(thread, as_type(arguments[0]));
  if (channel == nullptr) return Value::error();
  channel->receivers = {};
  channel->senders = {};
  channel->ring = nullptr;
  channel->first = 0;
  channel->count = 0;
  channel->capacity = capacity;
  channel->is_closed = false;
  return Value::cell(channel);
}

Value channel_send(Thread& thread, Arguments arguments) {
  Channel* self = self_of(arguments);
  switch (put(thread, self, arguments[1])) {
    case Sent::Yes:
      return Value::none();
    case Sent::Error:
      return Value::error();
    case Sent::NoRoom:
      break;
  }
  std::optional<int64_t> deadline;
  if (!deadline_after(thread, arguments[2], deadline)) return Value::error();
  return wait_in(thread, self, self->senders, arguments[1], deadline, sent);
}

Value channel_receive(Thread& thread, Arguments arguments) {
  Channel* self = self_of(arguments);
  const Value value = take(self);
  if (!value.is_unset()) return value;
  if (self->is_closed) return raise_closed(thread);
  std::optional<int64_t> deadline;
  if (!deadline_after(thread, arguments[1], deadline)) return Value::error();
  return wait_in(thread, self, self->receivers, Value::unset(), deadline, received);
}

Value channel_next(Thread& thread, Arguments arguments) {
  Channel* self = self_of(arguments);
  const Value value = take(self);
  if (!value.is_unset()) return value;
  if (self->is_closed) return raise(thread, thread.isolate.exceptions.stop_iteration, "");
  return wait_in(thread, self, self->receivers, Value::unset(), std::nullopt, next_received);
}

Value channel_iter(Thread&, Arguments arguments) { return arguments[0]; }

void end_waits(Channel* channel, const WaitQueue& queue) {
  while (!queue.is_empty())
    wake(queue.first, selects(queue.first) ? Value::cell(channel) : Value::unset());
}

Value channel_close(Thread&, Arguments arguments) {
  Channel* self = self_of(arguments);
  self->is_closed = true;
  end_waits(self, self->receivers);
  end_waits(self, self->senders);
  return Value::none();
}

Value channel_length(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(self_of(arguments)->count));
}

Value channel_bool(Thread&, Arguments) { return Value::boolean(true); }

Value channel_repr(Thread& thread, Arguments arguments) {
  const Channel* self = self_of(arguments);
  const std::string held = self->capacity == Channel::Unbounded
                               ? text(self->count, " held")
                               : text(self->count, "/", self->capacity, " held");
  return Value::cell(make_str(thread, text("<Channel ", held, self->is_closed ? ", closed" : "",
                                           " at ", address_text(self), ">")));
}

Value channel_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

Value get_closed(Thread&, Value self) { return Value::boolean(self.as<Channel>()->is_closed); }
Value get_capacity(Thread&, Value self) {
  const uint64_t capacity = self.as<Channel>()->capacity;
  return capacity == Channel::Unbounded ? Value::none()
                                        : Value::small_int(static_cast<int64_t>(capacity));
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, capacity=0)",
     "Create a channel that holds up to `capacity` values; None: any number; 0: sender and "
     "receiver meet.",
     channel_new},
    {"send", "(self, value, /, timeout=None)",
     "Send a value, waiting for room or a receiver, at most `timeout` seconds (TimeoutError).",
     channel_send},
    {"receive", "(self, /, timeout=None)",
     "Receive a value, waiting for one, at most `timeout` seconds (TimeoutError); ChannelClosed "
     "when none will come.",
     channel_receive},
    {"close", "(self, /)", "Nothing more will be sent.", channel_close},
    {"__iter__", "(self, /)", "What is received until the channel is closed.", channel_iter},
    {"__next__", "(self, /)", "Receive, or end the iteration.", channel_next},
    {"__len__", "(self, /)", "How many values it holds.", channel_length},
    {"__bool__", "(self, /)", "True, whatever it holds.", channel_bool},
    {"__repr__", "(self, /)", "Return repr(self).", channel_repr},
    {"__class_getitem__", "(cls, item, /)", "Return the class parameterised by item.",
     channel_class_getitem},
};
constexpr NativeAttribute attributes[] = {
    {"closed", "Whether it was closed.", get_closed, nullptr},
    {"capacity", "How many values it holds at most; None: any number.", get_capacity, nullptr},
};

}  // namespace

Value select_channels(Thread& thread, std::span<const Value> operations, Value fallback,
                      std::optional<int64_t> deadline) {
  Operation operation{};
  for (const Value each : operations)
    if (!parse_operation(thread, each, operation)) return Value::error();
  if (operations.empty()) return raise_value_error(thread, "select() has nothing to wait for");
  for (const Value each : operations) {
    static_cast<void>(parse_operation(thread, each, operation));
    const Value result = try_operation(thread, operation);
    if (!result || !result.is_unset()) return result;
  }
  if (!fallback.is_unset()) return pair_of(thread, Value::none(), fallback);
  for (const Value each : operations) {
    static_cast<void>(parse_operation(thread, each, operation));
    if (!stand_in_queue(thread, operation)) {
      end_wait(thread.fiber);
      return Value::error();
    }
  }
  ParkOptions options;
  options.deadline = deadline;
  options.timeout_result = Value::unset();
  options.waiting_for = operation.channel;
  options.on_resume = selected;
  options.resumes_failed = true;
  return park(thread, options);
}

const TypeSpec channel_type_spec = {
    .name = "Channel",
    .module = "weft",
    .doc = "Values handed from task to task in the order they were sent.",
    .instance_kind = Kind::Channel,
    .instance_size = sizeof(Channel),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft
