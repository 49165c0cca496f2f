#include "interpreter/vm/threads.h"

#include <pthread.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <utility>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/greenlet.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native_stack.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/unraisable.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/reports.h"
#include "interpreter/vm/signals.h"
#include "interpreter/vm/thread_list.h"
#include "interpreter/vm/turns.h"
#include "interpreter/vm/waiting.h"
#include "runtime/schedule/forked_child.h"

namespace weft {

namespace {

// What a script is told of a system that starts no more threads.
constexpr const char* CannotStart = "can't start new thread";

// Nobody goes on on this stack. It may be an OS thread's own: after a fork main fibers of threads
// that are gone wait there.
void drop_native_stack(Isolate& isolate, runtime::NativeStack* stack) {
  if (stack == nullptr) return;
  if (stack->is_adopted()) {
    isolate.native_stacks.release(*stack);
  } else {
    isolate.native_stacks.give_back(stack);
  }
}

// Fibers of the thread that have not ended never will: nobody runs them.
void abandon_fibers(Thread& thread) {
  Hub& hub = *thread.hub;
  while (!hub.alive.empty()) {
    Fiber* fiber = hub.alive.back();
    end_wait(fiber);
    hub.release(fiber);
    drop_native_stack(thread.isolate, std::exchange(fiber->native_stack, nullptr));
    fiber->state = FiberState::Finished;
  }
  for (runtime::NativeStack* stack : hub.idle_stacks) {
    thread.isolate.native_stacks.give_back(stack);
  }
  hub.idle_stacks.clear();
  drop_native_stack(thread.isolate, std::exchange(hub.main_stack, nullptr));
}

// Calls a thread's function, with the GIL.
void run_function(Thread& thread) {
  Fiber* main = thread.main_fiber;
  const Value function = std::exchange(main->run, Value::unset());
  Tuple* arguments = std::exchange(main->arguments, nullptr);
  Tuple* keywords = std::exchange(main->keywords, nullptr);
  std::span<const Value> values;
  if (arguments != nullptr) values = {arguments->values, arguments->count};
  if (call_with_keywords(thread, function, values, keywords)) return;
  if (clear_pending_if(thread, thread.isolate.exceptions.system_exit)) return;
  report_unraisable(thread, function, "Exception ignored in thread started by");
}

void* run_os_thread(void* argument) {
  Thread& thread = *static_cast<Thread*>(argument);
  Isolate& isolate = thread.isolate;
  const NativeStackBounds bounds = current_native_stack();
  {
    runtime::NativeStack stack(bounds.base, bounds.limit);
    enter_isolate(thread, stack);
    run_started_thread(thread);
    leave_isolate(thread, stack);
  }
  // The last touch: whoever waits for the count may take the isolate away.
  count_started(isolate, -1);
  return nullptr;
}

// Has the system run it. False: it does not.
bool start_os_thread(Thread* started, uint64_t stack_bytes) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (stack_bytes != 0) pthread_attr_setstacksize(&attributes, stack_bytes);
  pthread_t system_thread;
  const int failure = pthread_create(&system_thread, &attributes, run_os_thread, started);
  pthread_attr_destroy(&attributes);
  return failure == 0;
}

// The thread is another process's now.
void forget_thread(Isolate& isolate, Thread* thread) {
  runtime::Gil::forget_after_fork(thread->gil_participant);
  std::erase_if(thread_turns(isolate).members,
                [&](const auto& member) { return member.thread == thread; });
  drop_native_stack(isolate, std::exchange(thread->native_stack, nullptr));
  thread->frame = nullptr;
  thread->fiber = thread->main_fiber;
  // Kept by threads_gone from here on, as all are.
  if (thread == isolate.main_thread.get()) static_cast<void>(isolate.main_thread.release());
  end_thread(thread);
}

}  // namespace

void count_started(Isolate& isolate, int change) {
  const std::lock_guard lock(isolate.started_mutex);
  isolate.started_count += static_cast<uint64_t>(change);
  isolate.started_changed.notify_all();
}

void reinitialise_after_fork(Thread& thread) {
  Isolate& isolate = thread.isolate;
  isolate.gil.reinitialise_after_fork(thread.gil_participant);
  resume_after_blocking(thread);
  runtime::begin_anew(isolate.started_mutex);
  runtime::begin_anew(isolate.started_changed);
  {
    const std::lock_guard lock(isolate.started_mutex);
    isolate.started_count = &thread == isolate.main_thread.get() ? 0 : 1;
  }
  isolate.is_forked_child = true;
  forget_signals_of_parent();
  thread_list(isolate).reinitialise_after_fork();
  const std::vector<Thread*> all = isolate.threads;
  for (Thread* other : all) {
    if (other != &thread) forget_thread(isolate, other);
  }
  if (isolate.main_thread.get() != &thread) isolate.main_thread.reset(&thread);
  runtime::Poller& poller = thread.hub->poller;
  // Without descriptors waits go on in slices.
  if (poller.is_open()) static_cast<void>(poller.reopen_after_fork());
}

void forget_other_fibers(Thread& thread) {
  Hub& hub = *thread.hub;
  Fiber* running = thread.fiber;
  const std::vector<Fiber*> all = hub.alive;
  for (Fiber* fiber : all) {
    if (fiber == running) continue;
    end_wait(fiber);
    hub.release(fiber);
    if (fiber->is_main) continue;
    drop_native_stack(thread.isolate, std::exchange(fiber->native_stack, nullptr));
    fiber->state = FiberState::Finished;
  }
}

void resume_after_blocking(Thread& thread) {
  Isolate& isolate = thread.isolate;
  isolate.running = &thread;
  isolate.running_on.store(pthread_self(), std::memory_order_relaxed);
  isolate.heap.set_native_stack_base(thread.native_stack->base());
}

void hand_over_gil(Thread& thread) {
  if (!thread.isolate.gil.wanted()) return;
  runtime::with_native_stack_exposed(*thread.native_stack,
                                     [&] { thread.isolate.gil.hand_over(thread.gil_participant); });
  resume_after_blocking(thread);
}

void enter_isolate(Thread& thread, runtime::NativeStack& stack) {
  Isolate& isolate = thread.isolate;
  isolate.gil.acquire(thread.gil_participant);
  isolate.native_stacks.adopt(stack);
  thread.native_stack = &stack;
  thread.native_stack_limit = stack.limit();
  resume_after_blocking(thread);
}

void leave_isolate(Thread& thread, runtime::NativeStack& stack) {
  Isolate& isolate = thread.isolate;
  assert(thread.native_stack == &stack);
  isolate.native_stacks.release(stack);
  thread.native_stack = nullptr;
  isolate.heap.set_native_stack_base(nullptr);
  isolate.running = nullptr;
  isolate.running_on.store({}, std::memory_order_relaxed);
  isolate.gil.release(thread.gil_participant);
}

namespace {

Thread* make_listed_thread(Isolate& isolate, ThreadList::Origin origin) {
  auto made = std::make_unique<Thread>(isolate);
  // Known before its main fiber is: a collection may come in between.
  isolate.threads.push_back(made.get());
  if (!make_main_fiber(*made)) {
    isolate.threads.pop_back();
    return nullptr;
  }
  thread_list(isolate).add(*made, origin);
  return made.release();
}

}  // namespace

Thread* make_thread(Isolate& isolate) {
  return make_listed_thread(isolate, ThreadList::Origin::Host);
}

void end_thread(Thread* thread) {
  Isolate& isolate = thread->isolate;
  abandon_fibers(*thread);
  thread->main_fiber->state = FiberState::Finished;
  thread->has_ended = true;
  thread->pending = nullptr;
  thread->handled = nullptr;
  thread_list(isolate).remove(*thread);
  std::erase(isolate.threads, thread);
  // A child process's main thread may be one that was started.
  if (isolate.is_forked_child && thread == isolate.main_thread.get()) {
    static_cast<void>(isolate.main_thread.release());
  }
  isolate.threads_gone.emplace_back(thread);
  // Who waits for this thread without end has to know that it is gone.
  for (Thread* other : isolate.threads) {
    if (other->hub->is_waiting) other->hub->poller.wake();
  }
}

Thread* start_thread(Thread& thread, Value function, std::span<const Value> values,
                     Tuple* keyword_names, uint64_t stack_bytes) {
  Isolate& isolate = thread.isolate;
  if (isolate.is_ending) {
    raise_runtime_error(thread, "can't start new thread at interpreter shutdown");
    return nullptr;
  }
  Thread* started = make_listed_thread(isolate, ThreadList::Origin::Script);
  if (started == nullptr) {
    raise_out_of_memory(thread);
    return nullptr;
  }
  store(started->main_fiber, started->main_fiber->run, function);
  note_spawn_place(started->main_fiber, thread.frame);
  if (!set_fiber_arguments(thread, started->main_fiber, values, keyword_names)) {
    end_thread(started);
    return nullptr;
  }
  count_started(isolate, 1);
  if (takes_turns(thread) ? start_turns(*started) : start_os_thread(started, stack_bytes))
    return started;
  count_started(isolate, -1);
  end_thread(started);
  raise_runtime_error(thread, CannotStart);
  return nullptr;
}

void run_started_thread(Thread& thread) {
  if (thread.isolate.is_ending) request(thread, TerminationRequested);
  run_function(thread);
  end_thread(&thread);
}

uint64_t started_threads(const Isolate& isolate) {
  const std::lock_guard lock(isolate.started_mutex);
  return isolate.started_count;
}

void ask_threads_to_end(Thread& thread) {
  thread.isolate.is_ending = true;
  for (Thread* other : thread.isolate.threads) {
    if (other != &thread) request(*other, TerminationRequested);
  }
  finish_turns(thread);
}

void wait_for_started_threads(Isolate& isolate) {
  std::unique_lock lock(isolate.started_mutex);
  isolate.started_changed.wait(lock, [&] { return isolate.started_count == 0; });
}

}  // namespace weft
