// What lies behind weft::Interpreter: the isolate and the bridge between handles and values.
#pragma once

#include <deque>

#include "interpreter/objects/isolate.h"
#include "interpreter/objects/native.h"
#include "runtime/heap/rooted.h"
#include "weft/weft.h"

namespace weft {

// Keeps one value alive for the host.
struct HandleSlot {
  HandleSlot(runtime::Heap& heap, Value held) : value(heap, held) {}
  runtime::RootedValue value;
};

struct HandleAccess {
  static Handle make(Interpreter& interpreter, Value value);
  static Value value(const Handle& handle) { return handle.slot_->value; }
};

// A host function's declaration: the texts NativeMethod only refers to, and the callable.
struct HostFunction {
  std::string name;
  std::string signature;
  std::string doc;
  NativeMethod declaration;
  ErasedFunction callable;
};

struct Interpreter::Implementation {
  Implementation(Interpreter& owner, const InterpreterOptions& options);
  ~Implementation();

  Interpreter& interpreter;
  Isolate isolate;
  std::deque<HostFunction> host_functions;  // addresses stay
  Type* host_function_type = nullptr;       // of the receivers that carry a HostFunction

  Thread& thread() { return *isolate.main_thread; }
  // The namespace of __main__, made on first use. Null with an exception pending.
  Dict* main_namespace();
  Str* intern_name(std::string_view name);  // throws on failure
};

// Brackets every way from the host into the isolate: tells the collector which part of this native
// stack is the isolate's, and how deep native recursion may go.
class HostEntry {
 public:
  explicit HostEntry(Interpreter& interpreter);
  ~HostEntry();
  HostEntry(const HostEntry&) = delete;
  HostEntry& operator=(const HostEntry&) = delete;

 private:
  Isolate& isolate_;
  void* previous_base_;
  char* previous_limit_;
};

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
