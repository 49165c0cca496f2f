// What lies behind weft::Interpreter: the isolate and the bridge between handles and values.
#pragma once

#include <atomic>
#include <deque>
#include <thread>
#include <vector>

#include "interpreter/embed/promise.h"
#include "interpreter/embed/stall_watch.h"
#include "interpreter/embed/watchdog.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/native_stack.h"
#include "runtime/fiber/native_stack.h"
#include "weft/weft.h"

namespace weft {

class HandleTable;

// Keeps one value alive for the host: shared by the copies of a handle and the table of its
// interpreter. Handles are copied and dropped on any thread, in a caught ScriptError for instance,
// with the GIL or without: a slot that nobody but the table has is found by the table.
struct HandleSlot {
  HandleSlot(HandleTable* table, Value value) : table(table), value(value) {}

  HandleTable* table;  // null once the interpreter is gone
  Value value;
  std::atomic<size_t> references{2};  // the table's and a handle's
};

// The values the host holds on to. Roots. All with the GIL, but for its end.
class HandleTable final : public runtime::RootSource {
 public:
  explicit HandleTable(Interpreter& interpreter) : interpreter_(interpreter) {}
  HandleTable(const HandleTable&) = delete;
  HandleTable& operator=(const HandleTable&) = delete;
  // Handles that are still around become useless, not dangling.
  ~HandleTable() override;

  HandleSlot* add(Value value);
  Interpreter& interpreter() const { return interpreter_; }
  void trace_roots(runtime::Marker& marker) override;

 private:
  void drop_unused();

  static constexpr size_t FewSlots = 64;

  Interpreter& interpreter_;
  std::vector<HandleSlot*> slots_;
  size_t most_slots_ = FewSlots;  // with so many it looks for unused ones
};

struct HandleAccess {
  static Handle make(Interpreter& interpreter, Value value);
  // The value of a handle of this interpreter; throws std::logic_error for all others.
  static Value value(const Interpreter& interpreter, const Handle& handle);
  static HandleSlot& slot(const Handle& handle);  // throws std::logic_error
  static bool belongs_to(const Interpreter& interpreter, const Handle& handle);
  static NativeCall call(Interpreter& interpreter, Arguments arguments, uint32_t skipped,
                         std::shared_ptr<PromiseResult>& awaited);
};

// A host function's declaration: the texts NativeMethod only refers to, and the callable.
struct HostFunction {
  std::string name;
  std::string signature;
  std::string doc;
  NativeMethod declaration;
  ErasedFunction callable;
};

inline constexpr std::chrono::nanoseconds NoTimeLimit = std::chrono::nanoseconds::max();

struct Interpreter::Implementation {
  explicit Implementation(Interpreter& owner, const InterpreterOptions& options);
  ~Implementation();

  // The rest of the construction: what may fail with an exception of the script.
  void install(const InterpreterOptions& options);

  // The calling thread's. Inside of a HostEntry only.
  Thread& thread() { return *isolate.running; }
  // The namespace of __main__, made on first use. Null with an exception pending.
  Dict* main_namespace();
  Str* intern_name(std::string_view name);  // throws on failure

  Interpreter& interpreter;
  Isolate isolate;
  HandleTable handles;                      // after the isolate: goes before it
  PromiseWaits promises;                    // likewise
  std::deque<HostFunction> host_functions;  // addresses stay
  Type* host_function_type = nullptr;       // of the receivers that carry a HostFunction; a root
                                            // by way of sys.modules

  // --- Who is inside
  std::atomic<bool> main_is_inside{false};  // some host thread uses the isolate's main thread
  // Set and read by any host thread; the largest one stands for none.
  std::atomic<std::chrono::nanoseconds> time_limit;
  Watchdog watchdog;
  std::optional<StallWatch> stall_watch;
};

// Brackets every way from the host into the isolate. The outermost one of an OS thread takes the
// GIL as the isolate's main thread or, when another host thread is that, as a thread of its own; it
// tells the collector which part of this native stack is the isolate's and how deep native
// recursion may go, and starts the clock of the time limit.
class HostEntry {
 public:
  explicit HostEntry(Interpreter& interpreter);  // throws std::bad_alloc
  ~HostEntry();
  HostEntry(const HostEntry&) = delete;
  HostEntry& operator=(const HostEntry&) = delete;

 private:
  void enter_outermost();
  void leave_outermost();
  Thread& make_own_thread(const NativeStackBounds& stack);

  Interpreter::Implementation& implementation_;
  std::optional<runtime::NativeStack> stack_;  // of the OS thread; none in nested entries
  bool is_timed_ = false;
};

// What code of the host makes for a script: the value, or the error value with what it threw
// pending as an exception of the script.
[[nodiscard]] Value result_of_host(Thread& thread, Interpreter& interpreter,
                                   const std::function<Handle(Interpreter&)>& maker);

// Takes the pending exception and throws it as ScriptError.
[[noreturn]] void throw_pending(Interpreter& interpreter);
inline void check(Interpreter& interpreter, bool succeeded) {
  if (!succeeded) throw_pending(interpreter);
}
inline Value check(Interpreter& interpreter, Value value) {
  if (!value) throw_pending(interpreter);
  return value;
}

}  // namespace weft
