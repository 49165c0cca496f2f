#include "interpreter/vm/fibers.h"

#include <cassert>
#include <utility>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/lost_failures.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/dispatch.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

void save(Thread& thread, Fiber* fiber) {
  fiber->frame = thread.frame;
  fiber->handled = thread.handled;
  fiber->context = thread.context;
  fiber->depth = thread.depth;
}

void load(Thread& thread, Fiber* fiber) {
  thread.fiber = fiber;
  thread.frame = fiber->frame;
  thread.stack = &fiber->stack;
  thread.handled = fiber->handled;
  thread.context = fiber->context;
  thread.depth = fiber->depth;
  fiber->frame = nullptr;
  fiber->handled = nullptr;
  fiber->native_stack = nullptr;
  fiber->state = FiberState::Running;
}

// Somebody else goes on.
void note_switch(Thread& thread) {
  Hub& hub = *thread.hub;
  ++hub.counters.switches;
  hub.turns.store(hub.counters.switches, std::memory_order_relaxed);
}

// What lies on this native stack, beside the loop that leaves a fiber.
enum class Below : uint8_t {
  Nothing,    // a base loop: the fiber may go on in any other
  MainEntry,  // the thread's own stack, whose outermost loop this is: the main fiber may, too, and
              // its stack waits for the result
  Natives     // functions the fiber has called: it is pinned
};

Left run_fibers(Thread& thread, Below below, bool arrived);
void return_to_main_stack(Thread& thread, Value result);

// What a pooled native stack runs from its bottom on: a base loop, which never ends.
void run_base_loop(void* argument) {
  Thread& thread = *static_cast<Thread*>(argument);
  for (;;) {
    thread.native_depth = 0;
    const bool raising = run_fibers(thread, Below::Nothing, true) == Left::Raise;
    return_to_main_stack(thread, run(thread, raising));
  }
}

runtime::NativeStack* take_base_stack(Thread& thread) {
  Hub& hub = *thread.hub;
  if (hub.idle_stacks.empty()) {
    return thread.isolate.native_stacks.take(run_base_loop, &thread);
  }
  runtime::NativeStack* stack = hub.idle_stacks.back();
  hub.idle_stacks.pop_back();
  return stack;
}

// An idle base loop; more than a few of them are given up.
void keep_base_stack(Thread& thread, runtime::NativeStack* stack) {
  constexpr size_t MostIdleStacks = 4;
  Hub& hub = *thread.hub;
  if (hub.idle_stacks.size() >= MostIdleStacks) {
    thread.isolate.native_stacks.give_back(hub.idle_stacks.front());
    hub.idle_stacks.erase(hub.idle_stacks.begin());
  }
  hub.idle_stacks.push_back(stack);
}

void change_native_stack(Thread& thread, runtime::NativeStack* from, runtime::NativeStack* to) {
  ++thread.hub->counters.native_switches;
  thread.native_stack = to;
  thread.native_stack_limit = to->limit();
  thread.isolate.heap.set_native_stack_base(to->base());
  switch_native_stack(*from, *to);
}

// A base loop was left: only a main fiber has a frame that ends so. Returns when the base loop is
// taken again.
void return_to_main_stack(Thread& thread, Value result) {
  assert(thread.fiber == thread.main_fiber && thread.native_depth == 0);
  thread.fiber->resume_value = result;
  runtime::NativeStack* here = thread.native_stack;
  keep_base_stack(thread, here);
  change_native_stack(thread, here, std::exchange(thread.hub->main_stack, nullptr));
}

// Who goes on when a greenlet ends: its parent, or that one's if it has ended.
Fiber* living_parent(const Fiber* fiber) {
  Fiber* parent = fiber->parent;
  while (parent != nullptr && parent->state == FiberState::Finished) parent = parent->parent;
  return parent;
}

// Tells those who wait for the end of a fiber.
void wake_joiners(Fiber* fiber) {
  while (!fiber->joiners.is_empty()) {
    Waiter* waiter = fiber->joiners.first;
    if (!is_kind(waiter->payload, Kind::List)) {
      wake(waiter, Value::boolean(true));
      continue;
    }
    Value* state = waiter->payload.as<List>()->items->values;
    const int64_t missing = state[0].as_small_int() - 1;
    state[0] = Value::small_int(missing);
    if (missing == 0 || (state[1].is_true() && fiber->failure != nullptr)) {
      wake(waiter, Value::boolean(true));
    } else {
      leave_queue(waiter);
    }
  }
}

// SystemExit and KeyboardInterrupt end the program, wherever in it they are raised.
bool ends_program(Thread& thread, const Exception* failure) {
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  return is_subtype(failure->type(), exceptions.system_exit) ||
         is_subtype(failure->type(), exceptions.keyboard_interrupt);
}

// The running fiber has ended; decides who goes on.
void finish(Thread& thread, Value value) {
  Fiber* fiber = thread.fiber;
  Exception* failure = nullptr;
  if (!value) {
    failure = std::exchange(thread.pending, nullptr);
    if (!fiber->is_scheduled &&
        is_subtype(failure->type(), thread.isolate.exceptions.greenlet_exit)) {
      value = Value::cell(failure);
      failure = nullptr;
    }
  }
  ++fiber->epoch;
  fiber->state = FiberState::Finished;
  fiber->stack.release();
  fiber->on_resume = nullptr;
  if (value) store(fiber, fiber->result, value);
  store(fiber, fiber->failure, failure);
  thread.frame = nullptr;
  thread.handled = nullptr;
  if (fiber->is_scheduled) {
    --thread.hub->counters.alive;
    thread.hub->release(fiber);
    if (failure != nullptr) {
      if (ends_program(thread, failure)) {
        fiber->is_failure_seen = true;
        resume_with_exception(thread.main_fiber, failure);
      } else {
        note_failure(thread, fiber);
      }
    }
    wake_joiners(fiber);
    thread.leaving = Leaving::Park;
    return;
  }
  Fiber* parent = living_parent(fiber);
  if (failure != nullptr) {
    store(parent, parent->resume_exception, failure);
  } else if (parent->has_begun) {
    store(parent, parent->resume_value, value);
  } else {
    parent->arguments = make_tuple(thread, {&value, 1});
    if (parent->arguments == nullptr) {
      parent->resume_exception = std::exchange(thread.pending, nullptr);
    }
  }
  thread.switch_target = parent;
  thread.leaving = Leaving::Switch;
}

// Takes thread.leaving and says who goes on.
Fiber* choose(Thread& thread) {
  const Leaving how = std::exchange(thread.leaving, Leaving::No);
  if (how == Leaving::Switch) {
    end_wait(thread.switch_target);
    return std::exchange(thread.switch_target, nullptr);
  }
  Fiber* only = how == Leaving::ParkAlone ? thread.fiber : nullptr;
  Hub& hub = *thread.hub;
  if (thread.fiber == hub.signal_server && thread.fiber->state == FiberState::Finished) {
    hub.signal_server = nullptr;
    only = std::exchange(hub.interrupted, nullptr);
  }
  return next_fiber(thread, only);
}

// What a greenlet that was given no function runs; the error value if that is nothing.
Value run_of_class(Thread& thread, Fiber* fiber) {
  Str* name = intern(thread, "run");
  if (name == nullptr) return Value::error();
  fiber->has_begun = false;  // as long as it is asked
  const Value run = get_attribute(thread, Value::cell(fiber), name);
  fiber->has_begun = true;
  return run;
}

enum class Arrival : uint8_t { GoOn, Raise, LeaveAgain };

// Begins the running fiber.
Arrival begin(Thread& thread) {
  Fiber* fiber = thread.fiber;
  fiber->has_begun = true;
  Value callable = std::exchange(fiber->run, Value::unset());
  Tuple* arguments = std::exchange(fiber->arguments, nullptr);
  Tuple* keywords = std::exchange(fiber->keywords, nullptr);
  Value result;
  if (fiber->resume_exception != nullptr) {
    thread.pending = std::exchange(fiber->resume_exception, nullptr);
  } else if (callable.is_unset() && !(callable = run_of_class(thread, fiber))) {
    // A parent that begins when its child has ended, and has no run.
  } else {
    const Value* values = arguments == nullptr ? nullptr : arguments->values;
    const uint64_t all = arguments == nullptr ? 0 : arguments->count;
    result = begin_call(thread, callable, values, static_cast<uint32_t>(all), keywords,
                        {ReturnAction::EndFiber, 0, 0});
    if (result.is_unset()) return Arrival::GoOn;
    if (!result && thread.leaving != Leaving::No) {
      // A native function that waits: there is no frame, what the wait gives ends the fiber.
      fiber->action = std::exchange(thread.leaving_action, ReturnAction::Plain);
      fiber->is_in_native = false;
      save(thread, fiber);
      return Arrival::LeaveAgain;
    }
  }
  finish(thread, result);
  return Arrival::LeaveAgain;
}

// What the wait of the running fiber gave goes to where the fiber waits.
Arrival deliver(Thread& thread, Value value) {
  Fiber* fiber = thread.fiber;
  if (fiber->is_in_native) {
    fiber->resume_value = value;
    return Arrival::GoOn;
  }
  switch (fiber->action) {
    case ReturnAction::Plain:
      thread.frame->registers[fiber->destination] = value;
      return Arrival::GoOn;
    case ReturnAction::EndFiber:
      finish(thread, value);
      return Arrival::LeaveAgain;
    default:
      return finish_action(thread, thread.frame, {fiber->action, fiber->destination, 0}, value)
                 ? Arrival::GoOn
                 : Arrival::Raise;
  }
}

// The same for an exception, which is pending.
Arrival deliver_failure(Thread& thread) {
  Fiber* fiber = thread.fiber;
  if (fiber->is_in_native) return Arrival::Raise;
  if (fiber->action == ReturnAction::EndFiber) {
    finish(thread, Value::error());
    return Arrival::LeaveAgain;
  }
  if (fiber->action == ReturnAction::Iterate &&
      clear_pending_if(thread, thread.isolate.exceptions.stop_iteration)) {
    ++thread.frame->pc;  // past the branch word
    return Arrival::GoOn;
  }
  return Arrival::Raise;
}

// on_resume asks for a call, whose result takes the place of its own.
Arrival arrive_by_call(Thread& thread) {
  Fiber* fiber = thread.fiber;
  if (fiber->is_in_native) {
    const Value result = wait_on_native_stack(thread);
    return result ? deliver(thread, result) : Arrival::Raise;
  }
  const Value result = begin_last_call(thread, {fiber->action, fiber->destination, 0});
  if (result) return result.is_unset() ? Arrival::GoOn : deliver(thread, result);
  if (thread.leaving == Leaving::No) return deliver_failure(thread);
  fiber->action = std::exchange(thread.leaving_action, ReturnAction::Plain);
  save(thread, fiber);
  return Arrival::LeaveAgain;
}

// The running fiber takes what its wait gave.
Arrival arrive(Thread& thread) {
  Fiber* fiber = thread.fiber;
  if (!fiber->has_begun) return begin(thread);
  const auto on_resume = std::exchange(fiber->on_resume, nullptr);
  if (fiber->resume_exception != nullptr) {
    thread.pending = std::exchange(fiber->resume_exception, nullptr);
    if (on_resume != nullptr && fiber->resumes_failed) {
      static_cast<void>(static_cast<bool>(on_resume(thread, fiber, Value::error())));
      if (thread.leaving != Leaving::No) {
        save(thread, fiber);
        return Arrival::LeaveAgain;
      }
    }
    return deliver_failure(thread);
  }
  Value value = std::exchange(fiber->resume_value, Value::none());
  if (on_resume != nullptr) {
    value = on_resume(thread, fiber, value);
    if (!value) {
      if (thread.leaving == Leaving::No) return deliver_failure(thread);
      if (thread.leaving == Leaving::Call) return arrive_by_call(thread);
      save(thread, fiber);
      return Arrival::LeaveAgain;
    }
  }
  return deliver(thread, value);
}

// Tells the trace function of the fiber that goes on now. What that raises is raised in the fiber,
// and nobody is told any more.
void trace_switch(Thread& thread) {
  Hub& hub = *thread.hub;
  Fiber* fiber = thread.fiber;
  Fiber* origin = std::exchange(hub.trace_origin, fiber);
  if (origin == nullptr || origin == fiber) return;
  // It may switch by itself: nothing of this one's wait is left where it could be taken.
  const Value function = std::exchange(hub.trace_function, Value::unset());
  const Value value = std::exchange(fiber->resume_value, Value::none());
  Exception* exception = std::exchange(fiber->resume_exception, nullptr);
  const auto on_resume = std::exchange(fiber->on_resume, nullptr);
  Object* on_resume_of = std::exchange(fiber->on_resume_of, nullptr);
  const Value wait_data = fiber->wait_data;
  const bool resumes_failed = fiber->resumes_failed;
  const bool is_in_native = fiber->is_in_native;
  const uint8_t destination = fiber->destination;
  const ReturnAction action = fiber->action;
  const Value event = Value::cell(intern(thread, exception == nullptr ? "switch" : "throw"));
  const Value both[] = {Value::cell(origin), Value::cell(fiber)};
  const Value pair = event ? Value::cell(make_tuple(thread, both)) : event;
  const Value told = pair ? call(thread, function, {event, pair}) : pair;
  if (told) {
    if (hub.trace_function.is_unset()) hub.trace_function = function;
  } else {
    exception = take_pending(thread);
  }
  fiber->is_in_native = is_in_native;
  fiber->destination = destination;
  fiber->action = action;
  fiber->resumes_failed = resumes_failed;
  store(fiber, fiber->wait_data, wait_data);
  store(fiber, fiber->on_resume_of, on_resume_of);
  fiber->on_resume = on_resume;
  store(fiber, fiber->resume_exception, exception);
  store(fiber, fiber->resume_value, value);
}

// Goes on with who is to run, until that is somebody of this native stack: in a base loop any fiber
// that is not pinned, elsewhere the running one. That has been saved or has ended. `arrived`: who
// is to run has been chosen and loaded already.
Left run_fibers(Thread& thread, Below below, bool arrived) {
  Fiber* const pinned = below == Below::Nothing ? nullptr : thread.fiber;
  const uint32_t native_depth = thread.native_depth;
  runtime::NativeStack* const here = thread.native_stack;
  for (;; arrived = false) {
    if (!arrived) {
      if (pinned != nullptr) pinned->native_stack = here;
      Fiber* next = choose(thread);
      runtime::NativeStack* there = next->native_stack;
      if (there == nullptr) {
        there = pinned == nullptr ? here : take_base_stack(thread);
        if (there == nullptr) {
          // No memory for a native stack: the one who waits hears of it, the other stays ready.
          if (next->state != FiberState::Suspended) thread.hub->push_ready(next);
          end_wait(pinned);
          load(thread, pinned);
          raise_memory_error(thread);
          return Left::Raise;
        }
      }
      note_switch(thread);
      if (!thread.hub->trace_function.is_unset()) thread.hub->trace_origin = thread.fiber;
      load(thread, next);
      if (there != here) {
        if (below == Below::Nothing) keep_base_stack(thread, here);
        if (below == Below::MainEntry) {
          pinned->native_stack = nullptr;
          thread.hub->main_stack = here;
        }
        change_native_stack(thread, here, there);
        thread.native_depth = native_depth;
        if (below == Below::MainEntry) return Left::Return;
      }
    }
    if (!thread.hub->trace_function.is_unset()) [[unlikely]]
      trace_switch(thread);
    switch (arrive(thread)) {
      case Arrival::GoOn:
        return Left::GoOn;
      case Arrival::Raise:
        return Left::Raise;
      case Arrival::LeaveAgain:
        break;
    }
  }
}

// Whether the loop that leaves the running fiber is the outermost of the thread's own stack.
bool is_at_main_entry(const Thread& thread) {
  return thread.native_depth == 1 && thread.fiber->is_main && thread.hub->main_stack == nullptr &&
         thread.active_reprs.empty();
}

// Leaves the running fiber for as long as it waits; its native stack stays with it.
Left leave_pinned(Thread& thread) {
  save(thread, thread.fiber);
  std::vector<uint64_t> reprs;
  reprs.swap(thread.active_reprs);
  ++thread.native_depth;
  ++thread.hub->counters.pinned;
  const Left left = run_fibers(thread, Below::Natives, false);
  --thread.hub->counters.pinned;
  --thread.native_depth;
  reprs.swap(thread.active_reprs);
  return left;
}

}  // namespace

void cancel_before_begin(Fiber* fiber, Exception* reason) {
  store(fiber, fiber->failure, reason);
  cancel(fiber);
  wake_joiners(fiber);
}

namespace {

// Whether all that a switch to `target` does in a base loop is to hand over its value: it stands in
// a dispatch loop, at a plain call of switch().
bool takes_value_at_once(const Thread& thread, const Fiber* target) {
  return target->has_begun && target->action == ReturnAction::Plain && !target->is_in_native &&
         !target->is_queued && !target->has_timer && target->waiter == nullptr &&
         target->native_stack == nullptr && target->on_resume == nullptr &&
         target->resume_exception == nullptr && thread.hub->trace_function.is_unset();
}

}  // namespace

Left leave_fiber(Thread& thread, uint8_t destination) {
  Fiber* target = thread.switch_target;
  if (thread.leaving == Leaving::Switch && thread.native_depth == 0 &&
      takes_value_at_once(thread, target)) [[likely]] {
    // What run_fibers() would do, without its questions.
    Fiber* left = thread.fiber;
    left->destination = destination;
    left->action = std::exchange(thread.leaving_action, ReturnAction::Plain);
    left->is_in_native = false;
    save(thread, left);
    thread.leaving = Leaving::No;
    thread.switch_target = nullptr;
    ++target->epoch;
    target->waiting_for = nullptr;
    note_switch(thread);
    load(thread, target);
    thread.frame->registers[target->destination] =
        std::exchange(target->resume_value, Value::none());
    return Left::GoOn;
  }
  if (thread.leaving == Leaving::Call) {
    const Value result = begin_last_call(thread, {ReturnAction::Plain, destination, 0});
    if (result) {
      if (!result.is_unset()) thread.frame->registers[destination] = result;
      return Left::GoOn;
    }
    if (thread.leaving == Leaving::No) return Left::Raise;
  }
  Fiber* fiber = thread.fiber;
  fiber->destination = destination;
  fiber->action = std::exchange(thread.leaving_action, ReturnAction::Plain);
  fiber->is_in_native = false;
  const bool is_base_loop = thread.native_depth == 0;
  if (!is_base_loop && !is_at_main_entry(thread)) return leave_pinned(thread);
  save(thread, fiber);
  return run_fibers(thread, is_base_loop ? Below::Nothing : Below::MainEntry, false);
}

Value take_main_result(Thread& thread) {
  return std::exchange(thread.fiber->resume_value, Value::none());
}

Value wait_on_native_stack(Thread& thread) {
  if (thread.leaving == Leaving::Call) {
    const LastCall wanted = thread.last_call;
    thread.leaving = Leaving::No;
    if (wanted.count == SendsToGenerator)
      return generator_send(thread, wanted.callable.as<Generator>(), wanted.arguments[0]);
    return call(thread, wanted.callable, {wanted.arguments, wanted.count});
  }
  Fiber* fiber = thread.fiber;
  fiber->is_in_native = true;
  if (leave_pinned(thread) == Left::Raise) return Value::error();
  return std::exchange(fiber->resume_value, Value::none());
}

bool end_fiber(Thread& thread, Value value) {
  assert(thread.native_depth == 0);
  finish(thread, value);
  return run_fibers(thread, Below::Nothing, false) == Left::GoOn;
}

}  // namespace weft
