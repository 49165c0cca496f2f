// Waiting for descriptors: fibers that wait until one can be read or written, and others that are
// told when it can (watchers, for event loops).
//
// A native function that works on a descriptor tries first. If the system says EAGAIN it ends in
// `return park_for_descriptor(…)` with an on_resume that tries again, and parks again if need be: a
// wake-up is a hint. Each hub has a poller of its own (runtime/io/poller.h, whose rules these
// functions keep), so a descriptor can be waited for in several threads. All who wait for the same
// direction of a descriptor are woken together.
//
// Whoever closes a descriptor calls end_descriptor_waits() before: those who wait for it, in all
// hubs, get OSError (EBADF). What waits here is kept alive, and can be woken from outside: it is no
// deadlock.
#pragma once

#include <cstdint>
#include <span>

#include "interpreter/objects/fiber.h"
#include "interpreter/objects/hub.h"
#include "runtime/io/poller.h"

namespace weft {

struct DescriptorWaits;

// Who is told that a descriptor is ready, without a fiber. Called with the GIL, by the thread the
// watch is of; must not run script code nor raise.
using DescriptorReady = void (*)(Thread& thread, Object* watcher, int descriptor,
                                 runtime::Poller::Directions direction);

// All who wait for one descriptor number in one hub.
struct DescriptorWaits : Cell {
  using Cell::Cell;
  struct Direction {
    WaitQueue queue;
    Object* watcher;        // null: none
    DescriptorReady ready;  // with a watcher
  };
  Direction read;
  Direction write;
  Hub* hub;  // lives as long as fibers of its thread do
  int descriptor;

  Direction& of(runtime::Poller::Directions direction) {
    return direction == runtime::Poller::Read ? read : write;
  }
};

// The last act of a native function: parks the running fiber until one of the directions is ready
// (as far as known); the wait gives the direction, a small int. `trigger` Edge: the call itself has
// just said EAGAIN. What cannot be waited for (files) is ready. OSError for what is no descriptor.
[[nodiscard]] Value park_for_descriptor(Thread& thread, int descriptor,
                                        runtime::Poller::Directions directions,
                                        runtime::Poller::Trigger trigger,
                                        const ParkOptions& options);

// The same for several descriptors, none of which is ready as far as the system has just said.
struct AwaitedDescriptor {
  int descriptor;
  runtime::Poller::Directions directions;
};
[[nodiscard]] Value park_for_descriptors(Thread& thread, std::span<const AwaitedDescriptor> awaited,
                                         runtime::Poller::Trigger trigger,
                                         const ParkOptions& options);

// Tells `watcher` once when the direction is ready; again after arm_watch(), which does nothing
// where nobody watches. It replaces the
// watcher there was. 0, or the error number: EPERM is for what is always ready. ENOMEM has no
// exception pending.
[[nodiscard]] int watch_descriptor(Thread& thread, int descriptor,
                                   runtime::Poller::Directions direction,
                                   runtime::Poller::Trigger trigger, Object* watcher,
                                   DescriptorReady ready);
[[nodiscard]] int arm_watch(Thread& thread, int descriptor, runtime::Poller::Directions direction,
                            runtime::Poller::Trigger trigger);
// The watcher there was; null: none.
Object* unwatch_descriptor(Thread& thread, int descriptor, runtime::Poller::Directions direction);

// The descriptor is about to be closed: those who wait for it in any thread are told. Watchers are
// not told any more.
void end_descriptor_waits(Thread& thread, int descriptor);
void end_descriptor_waits(Thread& thread, int first, int end);
// The same where nobody can wait for it: for the sweeper, and for a number that the system has just
// given, in case somebody closed it without telling.
void forget_descriptor(Isolate& isolate, int descriptor);

// Looks at what is ready now, without waiting, unless that was done a moment ago: for what runs
// long without leaving its fiber.
void poll_descriptors(Thread& thread);

// --- For the hub

// Wakes and tells whom the events of the last poller.wait() concern.
void deliver_descriptor_events(Thread& thread);

}  // namespace weft
