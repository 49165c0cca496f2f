// Signals that scripts handle.
//
// A signal belongs to the process, so at most one isolate handles signals: the first whose script
// asks for it (signal.signal). The handler the system calls notes the number and asks the isolate's
// main thread; script handlers run there, at its next safepoint, or, when its main fiber waits, on
// a fiber made for it: the wait goes on afterwards unless the handler raised, which ends the wait
// with that exception.
#pragma once

#include <signal.h>

#include <atomic>
#include <cstdint>

#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"

namespace weft {

class SignalTable final : public runtime::RootSource {
 public:
  static constexpr int Count = 65;  // numbers 1 to 64

  explicit SignalTable(Isolate& isolate) : isolate_(isolate) {}
  ~SignalTable() override;

  void trace_roots(runtime::Marker& marker) override;

  // Whether this isolate has the signals of the process now. False: another one has.
  bool take();
  // Calls `handler` when the signal comes. 0 or the error number.
  [[nodiscard]] int handle(Thread& thread, int number, Value handler);
  // SIG_DFL or SIG_IGN instead.
  [[nodiscard]] int reset(int number, void (*disposition)(int));
  // What handle() was given; unset for none.
  Value handler(int number) const { return handlers_[number]; }
  // How exceptions of SIGINT are made without script code: the handler that does nothing else.
  void set_default_interrupt(Value handler) { default_interrupt_ = handler; }
  Value default_interrupt() const { return default_interrupt_; }
  // Gets each number as a byte, from within the system's handler; -1: none. The one before.
  int set_wake_descriptor(int descriptor) { return wake_descriptor_.exchange(descriptor); }
  // Is told (its wake() is called) when handlers have run; for pause().
  void set_pausing(Value waiter) { pausing_ = waiter; }

  // Runs the handlers of what has come. False: an exception is pending.
  [[nodiscard]] bool serve(Thread& thread);

 private:
  friend void note_signal(int number);

  // In the system's handler, on whichever thread that runs.
  void note(int number);
  void count_waking(int number, bool handled);

  Isolate& isolate_;
  Value handlers_[Count] = {};  // error (zero): none
  Value default_interrupt_ = Value::unset();
  Value pausing_ = Value::none();
  uint64_t waking_ = 0;  // bits of those that count as wakers for the deadlock finder
  std::atomic<uint64_t> arrived_{0};
  std::atomic<int> wake_descriptor_{-1};
  std::atomic<bool> interrupts_{false};  // SIGINT raises KeyboardInterrupt at once
};

// The table of an isolate, made by the first call.
SignalTable& signal_table(Isolate& isolate);

// What the system calls when a handled signal comes: notes it. Async-signal-safe.
void note_signal(int number);
// In the child after fork(): handlers that ran on other threads are the parent's.
void forget_signals_of_parent();

// For safepoints, when SignalsArrived was requested. What a handler raises goes to the main fiber.
// False: it is pending here.
[[nodiscard]] bool serve_signals(Thread& thread);
// For a hub about to wait: the fiber that runs handlers, to be gone on with; null when no signal
// has come. `only`: who waits alone, and goes on doing so.
[[nodiscard]] Fiber* signal_server(Thread& thread, Fiber* only);

}  // namespace weft
