// Callbacks of the loop for descriptors. A callback becomes ready when its descriptor does; while
// the descriptor stays ready it is called once a round, as programs expect: after it became ready
// the descriptor is asked for again when the loop looks for events next.
#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "stdlib/asyncio/event_loop.h"

namespace weft::asyncio {

using runtime::Poller;

namespace {

// The descriptor of `watcher`, a LoopHandle, is ready.
void make_callback_ready(Thread& thread, Object* watcher, int descriptor,
                         Poller::Directions direction) {
  auto* handle = static_cast<LoopHandle*>(watcher);
  auto* loop = handle->loop.as<EventLoop>();
  bool good = push_ready(thread, loop, Value::cell(handle));
  if (good && handle->is_repeated) {
    if (loop->fired == nullptr) {
      List* made = make_list(thread);
      store(loop, loop->fired, made);
    }
    good = loop->fired != nullptr &&
           list_append(thread, loop->fired, Value::small_int(int64_t{descriptor} * 4 + direction));
  }
  // Without memory it is not told now.
  if (!good) take_pending(thread);
}

struct Watched {
  int descriptor;
  Poller::Directions direction;
};

std::optional<Watched> parse_watched(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[1]);
  const std::optional<int64_t> direction =
      descriptor ? to_index(thread, arguments[2]) : std::nullopt;
  if (!direction) return std::nullopt;
  return Watched{*descriptor, *direction == 1 ? Poller::Read : Poller::Write};
}

Value loop_watch(Thread& thread, Arguments arguments) {
  const std::optional<Watched> watched = parse_watched(thread, arguments);
  if (!watched) return Value::error();
  auto* handle = arguments[3].as<LoopHandle>();
  handle->is_repeated = true;
  const int error = watch_descriptor(thread, watched->descriptor, watched->direction,
                                     Poller::Trigger::Level, handle, make_callback_ready);
  return error == 0 ? Value::none() : raise_os_error(thread, error, Value::unset());
}

Value loop_unwatch(Thread& thread, Arguments arguments) {
  const std::optional<Watched> watched = parse_watched(thread, arguments);
  if (!watched) return Value::error();
  unwatch_descriptor(thread, watched->descriptor, watched->direction);
  return Value::none();
}

constexpr NativeMethod methods[] = {
    {"_unwatch", "(self, fd, direction, /)", "Undo _watch().", loop_unwatch},
    {"_watch", "(self, fd, direction, handle, /)",
     "Call the handle's callback in each round in which the descriptor can be read (1) or written "
     "(2).",
     loop_watch},
};

}  // namespace

bool watch_fired_again(Thread& thread, EventLoop* loop) {
  List* fired = loop->fired;
  if (fired == nullptr) return true;
  loop->fired = nullptr;
  for (uint64_t i = 0; i < fired->count; ++i) {
    const int64_t entry = fired->items->values[i].as_small_int();
    // What was closed or forgotten meanwhile needs no watching.
    const int error = arm_watch(thread, static_cast<int>(entry / 4),
                                static_cast<Poller::Directions>(entry % 4), Poller::Trigger::Level);
    if (error == ENOMEM) {
      raise_memory_error(thread);
      return false;
    }
  }
  return true;
}

std::span<const NativeMethod> descriptor_methods() { return methods; }

}  // namespace weft::asyncio
