// A native stack of a script thread, and switching from one to another.
//
// A stack is *adopted* (an OS thread's own; somebody else owns the memory) or *pooled* (from a
// NativeStackPool). At any moment it is running, or it is parked: then `saved_stack_pointer` says
// down to where it is in use, with all callee-saved registers lying above that address. So a
// collector that scans [saved_stack_pointer, base) of every parked stack, and the running one from
// its stack pointer, has seen every value that native code holds.
//
// Guarantees
//  * A switch saves and restores what the C++ ABI and the processor keep: callee-saved registers,
//    floating-point control words, the exception globals of the thread (so code parked inside a
//    `catch`, or during unwinding, goes on with its own). It takes no lock and makes no system
//    call.
//  * A stack that has not run yet is scanned like any other; its argument is found.
//  * Sanitizers are told of every switch.
//
// Rules
//  1. Switch between stacks of one OS thread only. (Thread-local addresses that the compiler keeps
//     across the call would be another thread's.)
//  2. The entry function of a pooled stack never returns and lets no exception out: it ends by
//     switching away for good, and whoever runs then gives the stack back.
//  3. Nothing here checks for overflow: native code compares its stack pointer with `limit()`.
#pragma once

#include <boost/context/detail/fcontext.hpp>
#include <cassert>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "runtime/heap/poison.h"

#ifdef WEFT_ADDRESS_SANITIZER
#include <sanitizer/common_interface_defs.h>
#endif
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define WEFT_THREAD_SANITIZER 1
#endif
#endif
#if defined(__SANITIZE_THREAD__)
#define WEFT_THREAD_SANITIZER 1
#endif
#ifdef WEFT_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

namespace weft::runtime {

class NativeStackPool;

class NativeStack {
 public:
  // An adopted stack, running now: the one this is called on. `base` is its highest address,
  // `limit` the lowest that native code should use. Linked into a pool by NativeStackPool::adopt.
  NativeStack(char* base, char* limit);
  NativeStack(const NativeStack&) = delete;
  NativeStack& operator=(const NativeStack&) = delete;

  char* base() const { return base_; }
  char* limit() const { return limit_; }
  bool is_adopted() const { return lowest_ == nullptr; }

  // Null while the stack runs.
  void* saved_stack_pointer() const { return saved_stack_pointer_; }
  bool is_running() const { return saved_stack_pointer_ == nullptr; }
  // For a thread that stops without a switch (it waits for the GIL, say): while this is set, other
  // threads may scan the stack. Null again before it goes on. See with_native_stack_exposed().
  void set_saved_stack_pointer(void* pointer) { saved_stack_pointer_ = pointer; }

 private:
  friend class NativeStackPool;
  friend void switch_native_stack(NativeStack& from, NativeStack& to);
  friend struct NativeStackSwitch;

  // A pooled one, as yet without memory and context.
  NativeStack() = default;
  // Puts a context on an unused stack (whose memory is set) that begins with
  // entry(argument).
  void prepare(void (*entry)(void*), void* argument);
  // The context, wherever it was, is gone.
  void forget();

  void* saved_stack_pointer_ = nullptr;
  // Who switched here last: it learns its stack pointer from us.
  NativeStack* arrived_from_ = nullptr;
  // The exception globals of the thread, as they were when the stack was parked.
  void* caught_exceptions_ = nullptr;
  unsigned int uncaught_exceptions_ = 0;
  char* base_ = nullptr;
  char* limit_ = nullptr;
  char* lowest_ = nullptr;  // where its memory begins, guard page included; null if adopted
  // The pool's list of stacks in use; null when in none.
  NativeStack* previous_ = nullptr;
  NativeStack* next_ = nullptr;
#ifdef WEFT_ADDRESS_SANITIZER
  void* fake_stack_ = nullptr;
  const void* sanitized_bottom_ = nullptr;
  size_t sanitized_size_ = 0;
#endif
#ifdef WEFT_THREAD_SANITIZER
  void* sanitizer_fiber_ = nullptr;
#endif
};

// The parts of a switch. Rules for editing them:
//  1. After the exchange of exceptions nothing is called but the announcement and the jump; what
//     follows the jump happens on arrival, possibly much later.
//  2. Whatever asks for a thread-local address does so in a function that is not inlined: the
//     compiler may otherwise keep the address over the jump.
struct NativeStackSwitch {
  // The thread's exception globals become those of `to`; `from` keeps its own.
  static void exchange_exceptions(NativeStack& from, const NativeStack& to);

  static void announce([[maybe_unused]] NativeStack& from, [[maybe_unused]] NativeStack& to) {
#ifdef WEFT_ADDRESS_SANITIZER
    __sanitizer_start_switch_fiber(&from.fake_stack_, to.sanitized_bottom_, to.sanitized_size_);
#endif
#ifdef WEFT_THREAD_SANITIZER
    __tsan_switch_to_fiber(to.sanitizer_fiber_, 0);
#endif
  }

  // `here` runs again, or for the first time; where we came from was left at `context`.
  static void arrive(NativeStack& here, void* context) {
    NativeStack& from = *here.arrived_from_;
#ifdef WEFT_ADDRESS_SANITIZER
    __sanitizer_finish_switch_fiber(here.fake_stack_, &from.sanitized_bottom_,
                                    &from.sanitized_size_);
#endif
    // A context of Boost.Context is the stack pointer below the saved registers.
    from.saved_stack_pointer_ = context;
  }

  // The first function of a pooled stack.
  [[noreturn]] static void begin(boost::context::detail::transfer_t arrival) noexcept;
};

// Parks `from`, which is running, and goes on where `to` was parked (or begins it). Returns when
// somebody switches back to `from`. Inlined, for the processor predicts returns by the calls it has
// seen: each return after the jump is a wrong guess and costs more than all the rest (23 ns with
// one, 7 without, over many stacks).
inline void switch_native_stack(NativeStack& from, NativeStack& to) {
  assert(from.is_running() && !to.is_running());
  NativeStackSwitch::exchange_exceptions(from, to);
  to.arrived_from_ = &from;
  void* context = std::exchange(to.saved_stack_pointer_, nullptr);
  NativeStackSwitch::announce(from, to);
  const auto left = boost::context::detail::jump_fcontext(context, &to);
  NativeStackSwitch::arrive(from, left.fctx);
}

// Calls body(argument) with `stack`, the running one, exposed to collectors on other threads:
// registers are on it and its stack pointer is set. The body must not touch cells.
void with_native_stack_exposed(NativeStack& stack, void (*body)(void*), void* argument);
template <class Body>
void with_native_stack_exposed(NativeStack& stack, Body&& body) {
  with_native_stack_exposed(
      stack, [](void* argument) { (*static_cast<std::remove_reference_t<Body>*>(argument))(); },
      &body);
}

}  // namespace weft::runtime
