#include "interpreter/vm/signals.h"

#include <sched.h>
#include <unistd.h>

#include <bit>
#include <cerrno>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/frame_object.h"
#include "interpreter/objects/greenlet.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/waiting.h"

namespace weft {

namespace {

// The one thing the system's handler can reach. A process has one set of signals, so this is the
// process's; everything else hangs off the table.
std::atomic<SignalTable*> signal_owner{nullptr};

// How many threads are in the handler just now: a table that goes waits for them. Any thread of the
// host may be one.
std::atomic<uint32_t> threads_in_handler{0};

constexpr uint64_t bit_of(int number) { return uint64_t{1} << (number - 1); }

extern "C" void on_signal(int number) { note_signal(number); }

// The frame that a handler is told it interrupted.
Value interrupted_frame(Thread& thread, const Fiber* waiting) {
  Frame* frame = waiting != nullptr && waiting->frame != nullptr ? waiting->frame : thread.frame;
  if (frame == nullptr) return Value::none();
  FrameObject* object = frame_object_of(thread, frame);
  return object == nullptr ? Value::error() : Value::cell(object);
}

Value run_signal_handlers(Thread& thread, Arguments) {
  Hub& hub = *thread.hub;
  if (signal_table(thread.isolate).serve(thread)) return Value::none();
  Fiber* target = hub.interrupted == nullptr ? thread.main_fiber : hub.interrupted;
  resume_with_exception(target, take_pending(thread));
  return Value::none();
}

constexpr NativeMethod server_declaration = {"run_signal_handlers", "()",
                                             "Runs the handlers of signals that have come.",
                                             run_signal_handlers};

}  // namespace

void note_signal(int number) {
  const int error = errno;
  threads_in_handler.fetch_add(1);
  if (SignalTable* table = signal_owner.load()) table->note(number);
  threads_in_handler.fetch_sub(1);
  errno = error;
}

void forget_signals_of_parent() { threads_in_handler.store(0); }

void SignalTable::note(int number) {
  const int descriptor = wake_descriptor_.load();
  if (descriptor >= 0) {
    const auto byte = static_cast<unsigned char>(number);
    static_cast<void>(write(descriptor, &byte, 1) == 1);
  }
  Thread& main = *isolate_.main_thread;
  if (number == SIGINT && interrupts_.load()) {
    request(main, InterruptRequested);
  } else {
    arrived_.fetch_or(bit_of(number));
    request(main, Thread::SignalsArrived);
  }
}

SignalTable::~SignalTable() {
  SignalTable* self = this;
  if (signal_owner.load() != this) return;
  for (int number = 1; number < Count; ++number) {
    if (handlers_[number]) static_cast<void>(reset(number, SIG_DFL));
  }
  signal_owner.compare_exchange_strong(self, nullptr);
  // The handler of a signal that comes to this thread is through when this goes on.
  while (threads_in_handler.load() != 0) sched_yield();
}

void SignalTable::trace_roots(runtime::Marker& marker) {
  for (const Value handler : handlers_) {
    if (handler) marker.mark(handler);
  }
  marker.mark(default_interrupt_);
  marker.mark(pausing_);
}

bool SignalTable::take() {
  SignalTable* nobody = nullptr;
  return signal_owner.compare_exchange_strong(nobody, this) || nobody == this;
}

// A program may wait for a signal it handles. SIGINT is handled by nearly all.
void SignalTable::count_waking(int number, bool handled) {
  if (number == SIGINT) return;
  const uint64_t bit = bit_of(number);
  if (handled == ((waking_ & bit) != 0)) return;
  waking_ ^= bit;
  isolate_.outside_wakers += handled ? 1 : -1U;
}

int SignalTable::handle(Thread& thread, int number, Value handler) {
  static_cast<void>(thread);
  struct sigaction action {};
  action.sa_handler = on_signal;  // no SA_RESTART: blocking calls return and look
  sigemptyset(&action.sa_mask);
  const Value before = handlers_[number];
  handlers_[number] = handler;
  if (number == SIGINT) interrupts_.store(handler == default_interrupt_);
  if (sigaction(number, &action, nullptr) != 0) {
    handlers_[number] = before;
    return errno;
  }
  count_waking(number, true);
  return 0;
}

int SignalTable::reset(int number, void (*disposition)(int)) {
  struct sigaction action {};
  action.sa_handler = disposition;
  sigemptyset(&action.sa_mask);
  if (sigaction(number, &action, nullptr) != 0) return errno;
  handlers_[number] = Value::error();
  count_waking(number, false);
  return 0;
}

bool SignalTable::serve(Thread& thread) {
  thread.safepoint_requests.fetch_and(~uint32_t{Thread::SignalsArrived});
  uint64_t arrived = arrived_.exchange(0);
  bool good = true;
  while (arrived != 0 && good) {
    const int number = std::countr_zero(arrived) + 1;
    arrived &= arrived - 1;
    const Value handler = handlers_[number];
    if (!handler) continue;
    const Fiber* waiting = thread.fiber == thread.hub->signal_server ? thread.main_fiber : nullptr;
    const Value frame = interrupted_frame(thread, waiting);
    good = frame && call(thread, handler, {Value::small_int(number), frame});
  }
  if (arrived != 0) {
    arrived_.fetch_or(arrived);
    request(thread, Thread::SignalsArrived);
  }
  if (good && !pausing_.is_none()) {
    const Value waiter = std::exchange(pausing_, Value::none());
    good = static_cast<bool>(call_method(thread, waiter, "wake", {}));
  }
  return good;
}

SignalTable& signal_table(Isolate& isolate) {
  if (isolate.signal_table == nullptr) {
    auto made = std::make_unique<SignalTable>(isolate);
    isolate.extra_roots.push_back(made.get());
    isolate.signal_table = std::move(made);
  }
  return static_cast<SignalTable&>(*isolate.signal_table);
}

bool serve_signals(Thread& thread) {
  if (signal_table(thread.isolate).serve(thread)) return true;
  Fiber* main = thread.main_fiber;
  const bool main_waits = main->state == FiberState::Parked || main->state == FiberState::Suspended;
  if (thread.fiber == main || !main_waits) return false;
  resume_with_exception(main, take_pending(thread));
  return true;
}

Fiber* signal_server(Thread& thread, Fiber* only) {
  if ((thread.safepoint_requests.load() & Thread::SignalsArrived) == 0) return nullptr;
  if (&thread != thread.isolate.main_thread.get()) return nullptr;
  Hub& hub = *thread.hub;
  Fiber* server = make_fiber(thread, thread.isolate.types.greenlet);
  NativeFunction* function =
      server == nullptr ? nullptr
                        : make_native_function(thread, server_declaration, nullptr, Value::none());
  Exception* failure = nullptr;
  if (function == nullptr) {
    failure = take_pending(thread);
    resume_with_exception(only == nullptr ? thread.main_fiber : only, failure);
    thread.safepoint_requests.fetch_and(~uint32_t{Thread::SignalsArrived});
    return nullptr;
  }
  store(server, server->run, Value::cell(function));
  schedule(server);
  hub.remove_ready(server);
  hub.signal_server = server;
  hub.interrupted = only;
  return server;
}

}  // namespace weft
