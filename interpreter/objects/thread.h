// A thread of execution inside an isolate: what native code needs at hand, passed everywhere.
//
// One per OS thread that runs script code of the isolate; used only while holding the isolate's
// lock. Never cached in thread-local storage.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "interpreter/objects/object.h"
#include "runtime/schedule/gil.h"

namespace weft::runtime {
class NativeStack;
class ScriptStack;
}  // namespace weft::runtime

namespace weft {

enum class ReturnAction : uint8_t;
struct Fiber;
struct Frame;
struct Hub;
struct Isolate;

// What is to happen when a native function has given the error value, asked for by the function:
// that the running fiber is left (hub.h), or a call (operations.h).
enum class Leaving : uint8_t {
  No,
  Park,       // the hub picks who goes on
  ParkAlone,  // nobody else may run on this thread meanwhile
  Switch,     // switch_target goes on
  Call        // last_call is made, and what it gives is the function's result
};

// Of Leaving::Call. Taken before anything else happens: not traced.
struct LastCall {
  static constexpr uint32_t MostArguments = 4;
  Value callable;
  Value arguments[MostArguments];
  uint32_t count = 0;
};

struct Thread {
  explicit Thread(Isolate& owner);
  ~Thread();
  Thread(const Thread&) = delete;
  Thread& operator=(const Thread&) = delete;

  Isolate& isolate;
  // Never given twice in an isolate.
  const int64_t number;
  // What scripts know it by while it lives (threading.get_ident).
  uint64_t ident() const { return reinterpret_cast<uint64_t>(this); }
  // Its OS thread has ended; it is kept for the fibers that still refer to it.
  bool has_ended = false;
  bool is_referred_to = false;  // by a fiber that the present collection found
  runtime::Gil::Participant gil_participant;

  // The exception being raised; null when none. Set together with returning the error value.
  Exception* pending = nullptr;
  // The exception being handled (sys.exc_info); null when none. Saved and restored by handlers.
  Exception* handled = nullptr;
  // The running frame; its pc is saved before anything that may look at it.
  Frame* frame = nullptr;
  // Where frames of the current fiber lie.
  runtime::ScriptStack* stack = nullptr;
  // The running fiber; the one that is there when nothing else was begun; see hub.h.
  Fiber* fiber = nullptr;
  Fiber* main_fiber = nullptr;
  std::unique_ptr<Hub> hub;
  Fiber* switch_target = nullptr;
  Leaving leaving = Leaving::No;
  LastCall last_call;
  // How the result of the wait reaches the frame: Plain (0) unless who called the function says
  // otherwise.
  ReturnAction leaving_action{};
  runtime::NativeStack* native_stack = nullptr;  // the one this runs on
  // Native code must not go below this address: RecursionError.
  char* native_stack_limit = nullptr;
  // Script frames in use, against isolate.recursion_limit.
  uint32_t depth = 0;
  uint32_t native_depth = 0;  // nested dispatch loops
  // The current context of context variables (context.h); null: an empty one not made yet.
  Object* context = nullptr;
  // The event loop that runs in this thread (asyncio); null when none does.
  Object* event_loop = nullptr;
  // Non-zero: the next safepoint has something to do (collection, signal, hand-over, limits).
  std::atomic<uint32_t> safepoint_requests{0};
  // One of its bits: call run_pending_finalizers() (weak_reference.h).
  static constexpr uint32_t FinalizersDue = 1;
  // Another: somebody has waited long for the GIL.
  static constexpr uint32_t HandOverWanted = 8;
  // Others: write what all fibers wait for; this thread has not switched for long (reports.h).
  static constexpr uint32_t DumpWanted = 16;
  static constexpr uint32_t StallNoticed = 32;
  // Another, of the main thread only: signals that scripts handle have come (vm/signals.h).
  static constexpr uint32_t SignalsArrived = 64;
  // A native loop over script data asks this for each element. True: check_interrupts() has to be
  // called (isolate.h). Native code is not parted by other threads unless it waits.
  [[nodiscard]] bool has_interrupts() const {
    constexpr uint32_t Others = FinalizersDue | HandOverWanted | DumpWanted | StallNoticed;
    return (safepoint_requests.load(std::memory_order_relaxed) & ~Others) != 0;
  }
  bool running_finalizers = false;
  // Objects whose repr is being made, as words; they are alive on the native stack.
  std::vector<uint64_t> active_reprs;
  // sys.set_asyncgen_hooks; None where not set.
  Value async_generator_first_iteration = Value::none();
  Value async_generator_finalizer = Value::none();

  // False (with RecursionError pending) when the native stack is nearly used up. Called by every
  // native recursion: repr, compare, hash of containers, nested calls, the parser…
  [[nodiscard]] bool check_native_stack() {
    char marker;
    if (&marker > native_stack_limit) [[likely]]
      return true;
    return native_stack_exhausted();
  }

 private:
  bool native_stack_exhausted();
};

}  // namespace weft
