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
//    `catch`, or during unwinding, goes on with its own). It takes no lock and makes no system call.
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

#include <cstddef>
#include <cstdint>

namespace weft::runtime {

class NativeStackPool;

class NativeStack {
 public:
  // An adopted stack, running now: the one this is called on. `base` is its highest address,
  // `limit` the lowest that native code should use. Linked into a pool by NativeStackPool::adopt.
  NativeStack(char* base, char* limit);
  ~NativeStack();
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
  friend struct NativeStackEntry;

  // A pooled one, as yet without a context.
  NativeStack() = default;
  // What sanitizers keep of a stack begins and ends with its use.
  void begin_sanitizing();
  void end_sanitizing();

  void* saved_stack_pointer_ = nullptr;
  char* base_ = nullptr;
  char* limit_ = nullptr;
  // Who switched here last: it learns its stack pointer from us.
  NativeStack* arrived_from_ = nullptr;
  // __cxa_eh_globals of the parked stack.
  void* caught_exceptions_ = nullptr;
  unsigned int uncaught_exceptions_ = 0;
  uint32_t color_ = 0;       // pooled: how far below the top of its memory `base_` lies
  char* lowest_ = nullptr;   // pooled: where its memory begins, guard page included
  // The pool's list of stacks in use; null when in none.
  NativeStack* previous_ = nullptr;
  NativeStack* next_ = nullptr;
  // Only used under a sanitizer.
  void* tsan_fiber_ = nullptr;
  void* fake_stack_ = nullptr;
  const void* asan_bottom_ = nullptr;
  size_t asan_size_ = 0;
};

// Parks `from`, which is running, and goes on where `to` was parked (or begins it). Returns when
// somebody switches back to `from`.
void switch_native_stack(NativeStack& from, NativeStack& to);

// Calls body(argument) with `stack`, the running one, exposed to collectors on other threads:
// registers are on it and its stack pointer is set. The body must not touch cells.
void with_native_stack_exposed(NativeStack& stack, void (*body)(void*), void* argument);
template <class Body>
void with_native_stack_exposed(NativeStack& stack, Body&& body) {
  with_native_stack_exposed(
      stack, [](void* argument) { (*static_cast<Body*>(argument))(); }, &body);
}

}  // namespace weft::runtime
