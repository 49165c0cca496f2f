#include "interpreter/objects/descriptor_waits.h"

#include <algorithm>
#include <cerrno>
#include <new>

#include "interpreter/objects/descriptor_exhaustion.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/kinds.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"

namespace weft {

using runtime::Poller;

namespace {

// A look without waiting costs a system call; more often than this it would cost too much.
constexpr int64_t NanosecondsBetweenLooks = 200'000;

DescriptorWaits* known_waits(const Hub& hub, int descriptor) {
  const auto index = static_cast<size_t>(descriptor);
  return descriptor >= 0 && index < hub.descriptor_waits.size() ? hub.descriptor_waits[index]
                                                                : nullptr;
}

// The entry of a descriptor that the poller knows. Null: no memory; nothing is pending unless a
// cell could not be made.
DescriptorWaits* waits_of(Thread& thread, int descriptor) {
  Hub& hub = *thread.hub;
  if (DescriptorWaits* known = known_waits(hub, descriptor)) return known;
  auto* made = make_cell<DescriptorWaits>(thread, 0, internal_header(Kind::DescriptorWaits));
  if (made == nullptr) return nullptr;
  made->read = {};
  made->write = {};
  made->hub = &hub;
  made->descriptor = descriptor;
  const auto index = static_cast<size_t>(descriptor);
  try {
    if (index >= hub.descriptor_waits.size()) hub.descriptor_waits.resize(index + 1);
  } catch (const std::bad_alloc&) {
    raise_out_of_memory(thread);
    return nullptr;
  }
  hub.descriptor_waits[index] = made;
  return made;
}

}  // namespace

// What is dead but not swept yet holds descriptors: sweeping is what another collection begins
// with.
void collect_descriptors(Isolate& isolate) {
  isolate.heap.collect();
  isolate.heap.collect();
}

namespace {

int open_poller(Thread& thread) {
  Poller& poller = thread.hub->poller;
  if (poller.is_open()) return 0;
  return -with_descriptors(thread.isolate, [&] {
    errno = poller.open();
    return -errno;
  });
}

int arm(Thread& thread, int descriptor, Poller::Directions directions, Poller::Trigger trigger) {
  int error = open_poller(thread);
  for (const Poller::Directions direction : {Poller::Read, Poller::Write}) {
    if (error == 0 && (directions & direction) != 0)
      error = thread.hub->poller.arm(descriptor, direction, 0, trigger);
  }
  return error;
}

void wake_all(WaitQueue& queue, Value value) {
  while (!queue.is_empty()) wake(queue.first, value);
}

// In the words gevent's users know.
Exception* closed_error(Thread& thread) {
  const Value values[] = {
      Value::small_int(EBADF),
      Value::cell(make_str(thread, "File descriptor was closed in another greenlet"))};
  Tuple* arguments = values[1] ? make_tuple(thread, values) : nullptr;
  Exception* made = arguments == nullptr
                        ? nullptr
                        : make_exception(thread, thread.isolate.exceptions.os_error, arguments);
  return made == nullptr ? take_pending(thread) : made;
}

}  // namespace

Value park_for_descriptor(Thread& thread, int descriptor, Poller::Directions directions,
                          Poller::Trigger trigger, const ParkOptions& options) {
  const AwaitedDescriptor awaited = {descriptor, directions};
  return park_for_descriptors(thread, {&awaited, 1}, trigger, options);
}

Value park_for_descriptors(Thread& thread, std::span<const AwaitedDescriptor> awaited,
                           Poller::Trigger trigger, const ParkOptions& options) {
  Poller::Directions ready = 0;
  for (const auto& [descriptor, directions] : awaited) {
    const int error = arm(thread, descriptor, directions, trigger);
    if (error == EPERM) {
      ready = directions;
      continue;
    }
    if (error != 0) {
      end_wait(thread.fiber);
      return error == ENOMEM ? raise_memory_error(thread)
                             : raise_os_error(thread, error, Value::unset());
    }
    DescriptorWaits* waits = waits_of(thread, descriptor);
    for (const Poller::Directions direction : {Poller::Read, Poller::Write}) {
      if ((directions & direction) == 0) continue;
      if (waits == nullptr || make_waiter(thread, waits->of(direction).queue, waits) == nullptr) {
        end_wait(thread.fiber);
        return Value::error();
      }
      ++thread.hub->outside_waits;
    }
  }
  const Value parked = park(thread, options);
  if (ready != 0 && thread.leaving != Leaving::No)
    resume_with(thread.fiber, Value::small_int(ready));
  return parked;
}

int watch_descriptor(Thread& thread, int descriptor, Poller::Directions direction,
                     Poller::Trigger trigger, Object* watcher, DescriptorReady ready) {
  const int error = arm(thread, descriptor, direction, trigger);
  if (error != 0) return error;
  DescriptorWaits* waits = waits_of(thread, descriptor);
  if (waits == nullptr) {
    take_pending(thread);
    return ENOMEM;
  }
  DescriptorWaits::Direction& watched = waits->of(direction);
  if (watched.watcher == nullptr) ++thread.hub->outside_waits;
  store(waits, watched.watcher, watcher);
  watched.ready = ready;
  return 0;
}

int arm_watch(Thread& thread, int descriptor, Poller::Directions direction,
              Poller::Trigger trigger) {
  DescriptorWaits* waits = known_waits(*thread.hub, descriptor);
  if (waits == nullptr || waits->of(direction).watcher == nullptr) return 0;
  return arm(thread, descriptor, direction, trigger);
}

Object* unwatch_descriptor(Thread& thread, int descriptor, Poller::Directions direction) {
  Hub& hub = *thread.hub;
  DescriptorWaits* waits = known_waits(hub, descriptor);
  if (waits == nullptr) return nullptr;
  DescriptorWaits::Direction& watched = waits->of(direction);
  Object* watcher = watched.watcher;
  if (watcher == nullptr) return nullptr;
  watched.watcher = nullptr;
  --hub.outside_waits;
  if (watched.queue.is_empty()) hub.poller.disarm(descriptor, direction);
  return watcher;
}

void end_descriptor_waits(Thread& thread, int descriptor) {
  for (Thread* each : thread.isolate.threads) {
    Hub& hub = *each->hub;
    if (!hub.poller.is_open()) continue;
    hub.poller.forget(descriptor);
    DescriptorWaits* waits = known_waits(hub, descriptor);
    if (waits == nullptr) continue;
    for (DescriptorWaits::Direction* direction : {&waits->read, &waits->write}) {
      WaitQueue& queue = direction->queue;
      while (!queue.is_empty()) wake_with_exception(queue.first, closed_error(thread));
      if (direction->watcher == nullptr) continue;
      direction->watcher = nullptr;
      --hub.outside_waits;
    }
  }
}

void end_descriptor_waits(Thread& thread, int first, int end) {
  int known = 0;
  for (Thread* each : thread.isolate.threads)
    known = std::max(known, static_cast<int>(each->hub->poller.size()));
  for (int descriptor = first; descriptor < std::min(end, known); ++descriptor)
    end_descriptor_waits(thread, descriptor);
}

void forget_descriptor(Isolate& isolate, int descriptor) {
  for (Thread* each : isolate.threads) each->hub->poller.forget(descriptor);
}

void poll_descriptors(Thread& thread) {
  Hub& hub = *thread.hub;
  if (hub.outside_waits == 0 || !hub.poller.is_open()) return;
  const int64_t now = runtime::RealClock().now();
  if (now - hub.last_look < NanosecondsBetweenLooks) return;
  hub.last_look = now;
  hub.poller.wait(Poller::Poll);
  deliver_descriptor_events(thread);
}

void deliver_descriptor_events(Thread& thread) {
  Hub& hub = *thread.hub;
  hub.poller.collect([&](const Poller::Ready& event) {
    DescriptorWaits* waits = known_waits(hub, event.descriptor);
    if (waits == nullptr) return;
    DescriptorWaits::Direction& ready = waits->of(event.direction);
    wake_all(ready.queue, Value::small_int(event.direction));
    if (ready.watcher != nullptr)
      ready.ready(thread, ready.watcher, event.descriptor, event.direction);
  });
}

}  // namespace weft
