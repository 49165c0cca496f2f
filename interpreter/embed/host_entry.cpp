#include <new>

#include "interpreter/embed/implementation.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/threads.h"

namespace weft {

HostEntry::HostEntry(Interpreter& interpreter) : implementation_(interpreter.implementation()) {
  // A nested entry is on the native stack of the outermost one, which is set up already. Nobody but
  // this OS thread makes the comparison true.
  if (!pthread_equal(implementation_.isolate.running_on.load(std::memory_order_relaxed),
                     pthread_self())) {
    enter_outermost();
  }
}

HostEntry::~HostEntry() {
  if (stack_) leave_outermost();
}

void HostEntry::enter_outermost() {
  Isolate& isolate = implementation_.isolate;
  const NativeStackBounds bounds = current_native_stack();
  const bool is_main = !implementation_.main_is_inside.exchange(true, std::memory_order_acquire);
  Thread& thread = is_main ? *isolate.main_thread : make_own_thread(bounds);
  stack_.emplace(bounds.base, bounds.limit);
  enter_isolate(thread, *stack_);
  // A limit that was reached is one of the call that has ended.
  thread.safepoint_requests.fetch_and(~uint32_t{TerminationRequested}, std::memory_order_relaxed);
  const std::chrono::nanoseconds limit = implementation_.time_limit;
  is_timed_ = limit != NoTimeLimit;
  if (is_timed_) implementation_.watchdog.arm(thread, limit);
}

// With no Thread yet there is nobody to take the GIL as.
Thread& HostEntry::make_own_thread(const NativeStackBounds& stack) {
  Isolate& isolate = implementation_.isolate;
  runtime::Gil::Participant nobody([](void*) {}, nullptr);
  isolate.gil.acquire(nobody);
  isolate.heap.set_native_stack_base(stack.base);
  Thread* made = make_thread(isolate);
  isolate.heap.set_native_stack_base(nullptr);
  isolate.gil.release(nobody);
  if (made == nullptr) throw std::bad_alloc();
  return *made;
}

void HostEntry::leave_outermost() {
  Thread& thread = implementation_.thread();
  if (is_timed_) implementation_.watchdog.disarm(thread);
  if (&thread != implementation_.isolate.main_thread.get()) {
    end_thread(&thread);
    leave_isolate(thread, *stack_);
    return;
  }
  leave_isolate(thread, *stack_);
  implementation_.main_is_inside.store(false, std::memory_order_release);
}

}  // namespace weft
