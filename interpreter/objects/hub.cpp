#include "interpreter/objects/hub.h"

#include <cassert>

#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/kinds.h"
#include "interpreter/objects/seeded_choice.h"

namespace weft {

void leave_queue(Waiter* waiter) {
  WaitQueue* queue = waiter->queue;
  if (queue == nullptr) return;
  (waiter->previous == nullptr ? queue->first : waiter->previous->next) = waiter->next;
  (waiter->next == nullptr ? queue->last : waiter->next->previous) = waiter->previous;
  if (waiter->owner->kind_byte() == static_cast<uint8_t>(Kind::DescriptorWaits))
    --static_cast<DescriptorWaits*>(waiter->owner)->hub->outside_waits;
  waiter->queue = nullptr;
  waiter->owner = nullptr;
  waiter->previous = nullptr;
  waiter->next = nullptr;
}

namespace {

// The wait is over for all who know of it.
void close_wait(Fiber* fiber) {
  ++fiber->epoch;
  if (fiber->has_timer) {
    fiber->has_timer = false;
    fiber->thread->hub->timers.note_stale();
  }
  for (Waiter* waiter = fiber->waiter; waiter != nullptr; waiter = waiter->sibling)
    leave_queue(waiter);
  fiber->waiter = nullptr;
  fiber->waiting_for = nullptr;
}

// False: MemoryError pending.
bool set_timer(Thread& thread, Fiber* fiber, int64_t deadline) {
  if (!fiber->thread->hub->timers.add(deadline, fiber, fiber->epoch)) {
    raise_out_of_memory(thread);
    return false;
  }
  fiber->has_timer = true;
  return true;
}

void make_ready(Fiber* fiber) {
  fiber->state = FiberState::Parked;
  fiber->thread->hub->push_ready(fiber);
}

}  // namespace

// --- Hub

namespace {
bool is_waiting_in(const Cell* owner, uint64_t epoch) {
  return static_cast<const Fiber*>(owner)->epoch == epoch;
}
}  // namespace

Hub::Hub(Thread& owner) : thread(owner), timers(is_waiting_in) {}

void Hub::push_ready(Fiber* fiber) {
  assert(!fiber->is_queued);
  if (thread.has_ended) return;  // nobody will run it
  fiber->is_queued = true;
  keep(fiber);
  fiber->previous_ready = last_ready;
  fiber->next_ready = nullptr;
  (last_ready == nullptr ? first_ready : last_ready->next_ready) = fiber;
  last_ready = fiber;
  if (is_waiting) poller.wake();
}

void Hub::push_ready_first(Fiber* fiber) {
  assert(!fiber->is_queued);
  fiber->is_queued = true;
  keep(fiber);
  fiber->previous_ready = nullptr;
  fiber->next_ready = first_ready;
  (first_ready == nullptr ? last_ready : first_ready->previous_ready) = fiber;
  first_ready = fiber;
}

void Hub::remove_ready(Fiber* fiber) {
  if (!fiber->is_queued) return;
  fiber->is_queued = false;
  if (!fiber->is_scheduled) release(fiber);
  (fiber->previous_ready == nullptr ? first_ready : fiber->previous_ready->next_ready) =
      fiber->next_ready;
  (fiber->next_ready == nullptr ? last_ready : fiber->next_ready->previous_ready) =
      fiber->previous_ready;
}

namespace {

// One of the first few, as the seed has it.
Fiber* pick_ready(uint64_t& state, Fiber* first) {
  constexpr uint64_t Choices = 8;
  Fiber* picked = first;
  for (uint64_t steps = next_choice(state, Choices); steps != 0; --steps)
    picked = picked->next_ready == nullptr ? first : picked->next_ready;
  return picked;
}

}  // namespace

Fiber* Hub::pop_ready() {
  Fiber* fiber = first_ready;
  if (fiber == nullptr) return nullptr;
  if (thread.isolate.schedule_state != 0) [[unlikely]]
    fiber = pick_ready(thread.isolate.schedule_state, first_ready);
  remove_ready(fiber);
  return fiber;
}

void Hub::keep(Fiber* fiber) {
  if (fiber->alive_index != Fiber::NotKept) return;
  fiber->alive_index = static_cast<uint32_t>(alive.size());
  alive.push_back(fiber);
}

void Hub::release(Fiber* fiber) {
  if (fiber->alive_index == Fiber::NotKept) return;
  Fiber* last = alive.back();
  last->alive_index = fiber->alive_index;
  alive[fiber->alive_index] = last;
  alive.pop_back();
  fiber->alive_index = Fiber::NotKept;
}

void Hub::run_timers(int64_t now) {
  runtime::Timer due;
  while (timers.pop_due(now, due)) {
    auto* fiber = static_cast<Fiber*>(due.owner);
    fiber->has_timer = false;
    if (fiber->state == FiberState::Created) {
      ++fiber->epoch;
      push_ready(fiber);
    } else {
      // Its resume_value is what the wait gives at its deadline.
      close_wait(fiber);
      make_ready(fiber);
    }
  }
}

void Hub::trace(runtime::Marker& marker) {
  for (Fiber* fiber : alive) marker.mark(fiber);
  for (DescriptorWaits* waits : descriptor_waits) marker.mark(waits);
  timers.trace(marker);
  marker.mark(signal_server);
  marker.mark(interrupted);
  marker.mark(face);
  marker.mark(trace_function);
  marker.mark(trace_origin);
}

// --- Natives that wait

Value park(Thread& thread, const ParkOptions& options) {
  Fiber* fiber = thread.fiber;
  fiber->resume_value = options.timeout_result;
  fiber->waiting_for = options.waiting_for;
  fiber->on_resume = options.on_resume;
  store(fiber, fiber->on_resume_of, options.on_resume_of);
  store(fiber, fiber->wait_data, options.wait_data);
  fiber->resumes_failed = options.resumes_failed;
  if (options.deadline && !set_timer(thread, fiber, *options.deadline)) {
    close_wait(fiber);
    return Value::error();
  }
  fiber->state = FiberState::Parked;
  thread.leaving = options.cooperative ? Leaving::Park : Leaving::ParkAlone;
  return Value::error();
}

Value yield_to_others(Thread& thread) {
  Fiber* fiber = thread.fiber;
  fiber->resume_value = Value::none();
  make_ready(fiber);
  thread.leaving = Leaving::Park;
  return Value::error();
}

Value switch_to(Thread& thread, Fiber* target) {
  Fiber* fiber = thread.fiber;
  if (fiber->is_callback) {
    fiber->resume_value = Value::none();
    fiber->state = FiberState::Parked;
    thread.hub->push_ready_first(fiber);
  } else {
    fiber->state = FiberState::Suspended;
  }
  thread.switch_target = target;
  thread.leaving = Leaving::Switch;
  return Value::error();
}

Waiter* make_waiter(Thread& thread, WaitQueue& queue, Cell* owner, Value payload, WaitPlace place) {
  auto* waiter = make_cell<Waiter>(thread, 0, internal_header(Kind::Waiter));
  if (waiter == nullptr) return nullptr;
  Fiber* fiber = thread.fiber;
  waiter->fiber = fiber;
  waiter->epoch = fiber->epoch;
  waiter->payload = payload;
  waiter->sibling = fiber->waiter;
  store(fiber, fiber->waiter, waiter);
  waiter->queue = &queue;
  waiter->owner = owner;
  waiter->previous = place == WaitPlace::Last ? queue.last : nullptr;
  waiter->next = place == WaitPlace::Last ? nullptr : queue.first;
  store(owner, waiter->previous == nullptr ? queue.first : waiter->previous->next, waiter);
  (waiter->next == nullptr ? queue.last : waiter->next->previous) = waiter;
  return waiter;
}

bool wake(Waiter* waiter, Value value) {
  if (waiter->is_over()) return false;
  resume_with(waiter->fiber, value);
  return true;
}

bool wake_with_exception(Waiter* waiter, Exception* exception) {
  if (waiter->is_over()) return false;
  resume_with_exception(waiter->fiber, exception);
  return true;
}

// --- Turns

Value wait_for_turn(Thread& thread, WaitQueue& queue, Object* owner, const TurnOptions& turn) {
  if (make_waiter(thread, queue, owner, turn.payload, turn.place) == nullptr) return Value::error();
  ParkOptions options;
  if (turn.data.is_small_int() && turn.data.as_small_int() >= 0)
    options.deadline = turn.data.as_small_int();
  options.timeout_result = Value::boolean(false);
  options.waiting_for = owner;
  options.cooperative = thread.hub->cooperative;
  options.on_resume = turn.on_resume;
  options.on_resume_of = owner;
  options.wait_data = turn.data;
  options.resumes_failed = true;
  return park(thread, options);
}

void wake_first(const WaitQueue& queue) {
  while (!queue.is_empty() && !wake(queue.first, Value::none())) {
  }
}

bool had_turn(const Fiber* fiber) { return fiber->resume_value.is_none(); }

Value deadline_data(std::optional<int64_t> deadline) {
  return deadline ? Value::small_int(*deadline) : Value::none();
}

// --- Those who have fibers

void resume_with(Fiber* fiber, Value value) {
  end_wait(fiber);
  store(fiber, fiber->resume_value, value);
  make_ready(fiber);
}

void resume_with_exception(Fiber* fiber, Exception* exception) {
  end_wait(fiber);
  store(fiber, fiber->resume_exception, exception);
  if (fiber->state == FiberState::Created) {
    fiber->thread->hub->push_ready(fiber);
  } else {
    make_ready(fiber);
  }
}

void end_wait(Fiber* fiber) {
  close_wait(fiber);
  fiber->thread->hub->remove_ready(fiber);
}

void schedule(Fiber* fiber) {
  Hub* hub = fiber->thread->hub.get();
  fiber->is_scheduled = true;
  ++hub->counters.started;
  ++hub->counters.alive;
  hub->push_ready(fiber);
}

bool schedule_at(Thread& thread, Fiber* fiber, int64_t deadline) {
  if (!set_timer(thread, fiber, deadline)) return false;
  fiber->is_scheduled = true;
  Hub* hub = fiber->thread->hub.get();
  ++hub->counters.started;
  ++hub->counters.alive;
  hub->keep(fiber);
  return true;
}

void cancel(Fiber* fiber) {
  if (fiber->state != FiberState::Created || !fiber->is_scheduled) return;
  end_wait(fiber);
  fiber->state = FiberState::Finished;
  fiber->run = Value::unset();
  fiber->arguments = nullptr;
  fiber->keywords = nullptr;
  Hub* hub = fiber->thread->hub.get();
  --hub->counters.alive;
  hub->release(fiber);
}

}  // namespace weft
