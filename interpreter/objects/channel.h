// Channels: values handed from one fiber to another, first come first served.
//
// A channel holds up to `capacity` values that were sent and not received. With a capacity of 0
// nothing is held: sender and receiver meet. Who waits stands in one of two queues, and only one of
// them has anybody in it unless one fiber selects both to send and to receive; so whoever comes
// looks at the other queue first and hands over directly, without letting a third one come between.
//
// Closing ends what waits: receivers get what is held, then ChannelClosed (iteration ends); senders
// get ChannelClosed at once. A receiver that an exception takes away after a value was handed to it
// puts the value back in front: nothing sent is lost.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "interpreter/objects/fiber.h"

namespace weft {

struct Channel : Object {
  using Object::Object;
  static constexpr uint64_t Unbounded = UINT64_MAX;

  WaitQueue receivers;  // payload of one that selects: the tuple (channel, value) to complete
  WaitQueue senders;    // payload: the value; of one that selects: the list [channel, value]
  ValueArray* ring;     // its capacity is a power of two; null: none yet
  uint64_t first;       // place of the oldest value
  uint64_t count;
  uint64_t capacity;
  bool is_closed;
};

// Waits until the first of `operations` is possible, each a channel to receive from or a pair
// (channel, value) to send; the result is (channel, value received) or (channel, None). When none
// is possible at once and `fallback` is set, (None, fallback); at the deadline TimeoutError. As
// park(): the last act of a native function.
[[nodiscard]] Value select_channels(Thread& thread, std::span<const Value> operations,
                                    Value fallback, std::optional<int64_t> deadline);

}  // namespace weft
