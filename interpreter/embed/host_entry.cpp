#include <stdexcept>

#include "interpreter/embed/implementation.h"
#include "interpreter/objects/native_stack.h"
#include "interpreter/vm/machine.h"

namespace weft {

HostEntry::HostEntry(Interpreter& interpreter) : implementation_(interpreter.implementation()) {
  // A nested entry is on the native stack of the outermost one, which is set up already.
  if (implementation_.user.load(std::memory_order_relaxed) != std::this_thread::get_id()) {
    enter_outermost();
  }
  ++implementation_.entry_depth;
}

HostEntry::~HostEntry() {
  if (--implementation_.entry_depth == 0) leave_outermost();
}

void HostEntry::enter_outermost() {
  std::thread::id nobody{};
  if (!implementation_.user.compare_exchange_strong(nobody, std::this_thread::get_id(),
                                                    std::memory_order_acquire)) {
    throw std::logic_error("weft: the interpreter is in use by another thread");
  }
  Thread& thread = implementation_.thread();
  const NativeStackBounds stack = current_native_stack();
  implementation_.isolate.heap.set_native_stack_base(stack.base);
  thread.native_stack_limit = stack.limit;
  implementation_.native_stack.emplace(stack.base, stack.limit);
  implementation_.isolate.native_stacks.adopt(*implementation_.native_stack);
  thread.native_stack = &*implementation_.native_stack;
  // A limit that was reached is one of the call that has ended.
  thread.safepoint_requests.fetch_and(~uint32_t{TerminationRequested}, std::memory_order_relaxed);
  if (implementation_.time_limit) implementation_.watchdog.arm(*implementation_.time_limit);
}

void HostEntry::leave_outermost() {
  implementation_.watchdog.disarm();
  // Nothing of the isolate is on the host's native stack now.
  implementation_.isolate.heap.set_native_stack_base(nullptr);
  implementation_.isolate.native_stacks.release(*implementation_.native_stack);
  implementation_.native_stack.reset();
  implementation_.thread().native_stack = nullptr;
  implementation_.user.store({}, std::memory_order_release);
}

}  // namespace weft
