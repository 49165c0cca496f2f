#include "interpreter/objects/fiber.h"

#include <new>
#include <utility>

#include "interpreter/objects/channel.h"
#include "interpreter/objects/condition.h"
#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/event_flag.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/frame.h"
#include "interpreter/objects/frame_object.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/generator.h"
#include "interpreter/objects/kinds.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/lock.h"
#include "interpreter/objects/one_shot.h"
#include "interpreter/objects/semaphore.h"
#include "interpreter/objects/simple_queue.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/thread.h"
#include "interpreter/objects/thread_local.h"

namespace weft {

void initialise_fiber(Fiber* fiber, Thread& thread) {
  fiber->frame = nullptr;
  fiber->handled = nullptr;
  fiber->context = nullptr;
  fiber->depth = 0;
  new (&fiber->stack) runtime::ScriptStack;
  fiber->native_stack = nullptr;
  fiber->thread = &thread;
  fiber->epoch = 0;
  fiber->state = FiberState::Created;
  fiber->has_begun = false;
  fiber->is_main = false;
  fiber->is_scheduled = false;
  fiber->is_queued = false;
  fiber->has_timer = false;
  fiber->is_in_native = false;
  fiber->is_task = false;
  fiber->is_failure_seen = false;
  fiber->destination = 0;
  fiber->is_callback = false;
  fiber->action = ReturnAction::Plain;
  fiber->resume_value = Value::none();
  fiber->resume_exception = nullptr;
  fiber->on_resume = nullptr;
  fiber->on_resume_of = nullptr;
  fiber->wait_data = Value::none();
  fiber->resumes_failed = false;
  fiber->waiter = nullptr;
  fiber->waiting_for = nullptr;
  fiber->previous_ready = nullptr;
  fiber->next_ready = nullptr;
  fiber->parent = nullptr;
  fiber->run = Value::unset();
  fiber->arguments = nullptr;
  fiber->keywords = nullptr;
  fiber->result = Value::unset();
  fiber->failure = nullptr;
  fiber->joiners = {};
  fiber->name = nullptr;
  fiber->spawned_code = nullptr;
  fiber->spawned_offset = 0;
  fiber->alive_index = Fiber::NotKept;
  fiber->overflow = nullptr;
}

void trace_frames(Frame* frame, Marker& marker) {
  for (; frame != nullptr; frame = frame->caller) {
    if (frame->in_generator) {
      // The frame lies in its generator, which traces it; the chain keeps that alive.
      marker.mark(static_cast<Cell*>(generator_of(frame)));
      continue;
    }
    marker.mark(frame->code);
    marker.mark(frame->function);
    marker.mark(frame->globals);
    marker.mark(frame->locals);
    marker.mark(frame->frame_object);
    marker.mark_range(frame->registers, frame->registers + frame->code->register_count);
  }
}

namespace {

void trace_fiber(Cell* cell, Marker& marker) {
  auto* fiber = static_cast<Fiber*>(cell);
  fiber->thread->is_referred_to = true;
  trace_frames(fiber->frame, marker);
  marker.mark(fiber->handled);
  marker.mark(fiber->context);
  marker.mark(fiber->resume_value);
  marker.mark(fiber->resume_exception);
  marker.mark(fiber->on_resume_of);
  marker.mark(fiber->wait_data);
  marker.mark(fiber->waiter);
  marker.mark(fiber->waiting_for);
  marker.mark(fiber->parent);
  marker.mark(fiber->run);
  marker.mark(fiber->arguments);
  marker.mark(fiber->keywords);
  marker.mark(fiber->result);
  marker.mark(fiber->failure);
  marker.mark(fiber->joiners.first);
  marker.mark(fiber->name);
  marker.mark(fiber->spawned_code);
  trace_slots(fiber, marker);
}

void destroy_fiber(Cell* cell) { static_cast<Fiber*>(cell)->stack.~ScriptStack(); }

void trace_waiter(Cell* cell, Marker& marker) {
  auto* waiter = static_cast<Waiter*>(cell);
  marker.mark(waiter->fiber);
  marker.mark(waiter->payload);
  marker.mark(waiter->sibling);
  marker.mark(waiter->next);
  marker.mark(waiter->owner);
}

void trace_descriptor_waits(Cell* cell, Marker& marker) {
  auto* waits = static_cast<DescriptorWaits*>(cell);
  for (const DescriptorWaits::Direction* direction : {&waits->read, &waits->write}) {
    marker.mark(direction->queue.first);
    marker.mark(direction->watcher);
  }
}

void trace_one_shot(Cell* cell, Marker& marker) {
  auto* one_shot = static_cast<OneShot*>(cell);
  marker.mark(one_shot->queue.first);
  marker.mark(one_shot->value);
  marker.mark(one_shot->exception);
}

void trace_lock(Cell* cell, Marker& marker) {
  auto* lock = static_cast<Lock*>(cell);
  marker.mark(lock->waiters.first);
  marker.mark(lock->owner);
  marker.mark(lock->acquired_code);
  trace_slots(lock, marker);
}

void trace_condition(Cell* cell, Marker& marker) {
  auto* condition = static_cast<Condition*>(cell);
  marker.mark(condition->lock);
  marker.mark(condition->waiters.first);
  trace_slots(condition, marker);
}

template <class Waited>
void trace_waited(Cell* cell, Marker& marker) {
  auto* waited = static_cast<Waited*>(cell);
  marker.mark(waited->waiters.first);
  trace_slots(waited, marker);
}

void trace_channel(Cell* cell, Marker& marker) {
  auto* channel = static_cast<Channel*>(cell);
  marker.mark(channel->receivers.first);
  marker.mark(channel->senders.first);
  marker.mark(channel->ring);
}

void trace_simple_queue(Cell* cell, Marker& marker) {
  auto* queue = static_cast<SimpleQueue*>(cell);
  marker.mark(queue->waiters.first);
  marker.mark(queue->ring);
  trace_slots(queue, marker);
}

void trace_thread_local(Cell* cell, Marker& marker) {
  auto* local = static_cast<ThreadLocal*>(cell);
  marker.mark(local->sets);
  marker.mark(local->arguments);
  marker.mark(local->keywords);
  trace_slots(local, marker);
}

}  // namespace

void register_fiber_kinds(runtime::Heap& heap) {
  const std::pair<Kind, runtime::KindInfo> kinds[] = {
      {Kind::Fiber, {.name = "fiber", .trace = trace_fiber, .destroy = destroy_fiber}},
      {Kind::Waiter, {.name = "waiter", .trace = trace_waiter}},
      {Kind::DescriptorWaits, {.name = "descriptor waits", .trace = trace_descriptor_waits}},
      {Kind::OneShot, {.name = "one-shot event", .trace = trace_one_shot}},
      {Kind::Lock, {.name = "lock", .trace = trace_lock}},
      {Kind::RecursiveLock, {.name = "recursive lock", .trace = trace_lock}},
      {Kind::Channel, {.name = "channel", .trace = trace_channel}},
      {Kind::Condition, {.name = "condition", .trace = trace_condition}},
      {Kind::Semaphore, {.name = "semaphore", .trace = trace_waited<Semaphore>}},
      {Kind::EventFlag, {.name = "event", .trace = trace_waited<EventFlag>}},
      {Kind::SimpleQueue, {.name = "simple queue", .trace = trace_simple_queue}},
      {Kind::ThreadLocal, {.name = "thread-local object", .trace = trace_thread_local}},
  };
  for (const auto& [kind, info] : kinds) heap.register_kind(static_cast<uint8_t>(kind), info);
}

}  // namespace weft
