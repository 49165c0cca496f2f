#include "runtime/fiber/native_stack.h"

#include <cxxabi.h>

#include <cassert>
#include <cstdlib>

namespace weft::runtime {
namespace {

// What __cxa_get_globals points at, by the Itanium C++ ABI (the 32-bit ARM one has a field more).
struct ExceptionGlobals {
  void* caught_exceptions;
  unsigned int uncaught_exceptions;
};
#ifdef __ARM_EABI_UNWINDER__
#error "the exception globals of this platform have another layout"
#endif

// Lies at the base of a pooled stack: what it begins with. The argument is found by scans.
struct NativeStackStart {
  void (*entry)(void*);
  void* argument;
};
static_assert(sizeof(NativeStackStart) % 16 == 0, "the context below is aligned to that");

}  // namespace

[[gnu::noinline]] void NativeStackSwitch::exchange_exceptions(NativeStack& from,
                                                              const NativeStack& to) {
  auto* globals = reinterpret_cast<ExceptionGlobals*>(abi::__cxa_get_globals());
  from.caught_exceptions_ = globals->caught_exceptions;
  from.uncaught_exceptions_ = globals->uncaught_exceptions;
  globals->caught_exceptions = to.caught_exceptions_;
  globals->uncaught_exceptions = to.uncaught_exceptions_;
}

void NativeStackSwitch::begin(boost::context::detail::transfer_t arrival) noexcept {
  auto& stack = *static_cast<NativeStack*>(arrival.data);
  arrive(stack, arrival.fctx);
  const auto* start = reinterpret_cast<NativeStackStart*>(stack.base_) - 1;
  start->entry(start->argument);
  // There is nowhere to return to.
  std::abort();
}

NativeStack::NativeStack(char* base, char* limit) : base_(base), limit_(limit) {
#ifdef WEFT_THREAD_SANITIZER
  sanitizer_fiber_ = __tsan_get_current_fiber();
#endif
}

void NativeStack::prepare(void (*entry)(void*), void* argument) {
  auto* start = reinterpret_cast<NativeStackStart*>(base_) - 1;
  *start = {entry, argument};
  saved_stack_pointer_ = boost::context::detail::make_fcontext(
      start, static_cast<size_t>(reinterpret_cast<char*>(start) - lowest_),
      &NativeStackSwitch::begin);
  caught_exceptions_ = nullptr;
  uncaught_exceptions_ = 0;
#ifdef WEFT_ADDRESS_SANITIZER
  fake_stack_ = nullptr;
  sanitized_bottom_ = lowest_;
  sanitized_size_ = static_cast<size_t>(base_ - lowest_);
#endif
#ifdef WEFT_THREAD_SANITIZER
  sanitizer_fiber_ = __tsan_create_fiber(0);
#endif
}

void NativeStack::forget() {
  assert(!is_running() && !is_adopted());
#ifdef WEFT_ADDRESS_SANITIZER
  // The frames that were on it left their red zones.
  unpoison(lowest_, static_cast<size_t>(base_ - lowest_));
#endif
#ifdef WEFT_THREAD_SANITIZER
  __tsan_destroy_fiber(sanitizer_fiber_);
#endif
}

namespace {
[[gnu::noinline]] void expose(NativeStack& stack, void (*body)(void*), void* argument) {
  stack.set_saved_stack_pointer(__builtin_frame_address(0));
  body(argument);
  stack.set_saved_stack_pointer(nullptr);
}
}  // namespace

void with_native_stack_exposed(NativeStack& stack, void (*body)(void*), void* argument) {
  // Makes this function save every callee-saved register in its frame, which lies above the one of
  // expose(); the callers saved the others.
  __builtin_unwind_init();
  expose(stack, body, argument);
  // Not a tail call: the frame stays until here.
  asm volatile("" ::: "memory");
}

}  // namespace weft::runtime
