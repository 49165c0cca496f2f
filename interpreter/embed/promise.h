// Waiting for the host's promises, and ending the wait from other threads.
//
// Who settles a promise has no Thread of the isolate: it takes the GIL for a moment, as nobody, and
// wakes the fiber, whose own thread makes the result. The gate counts those who are about to do so:
// the interpreter's destruction waits for them.
//
// No mutex here is held by anybody who waits for the GIL.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "interpreter/objects/isolate.h"
#include "weft/promise.h"

namespace weft {

struct PromisePlace;

// Between promises and the isolate they are for.
struct PromiseGate {
  std::mutex mutex;
  std::condition_variable all_out;
  // Guarded by the mutex
  Isolate* isolate;  // null once the interpreter is going
  uint32_t inside = 0;
};

// What a promise is settled with, kept by the promise and by the one who waits.
struct PromiseResult {
  std::shared_ptr<PromiseGate> gate;
  std::mutex mutex;
  // Guarded by the mutex
  bool is_settled = false;
  std::function<Handle(Interpreter&)> maker;  // empty: it failed
  std::string message;
  // Guarded by the GIL: where the fiber stands that waits for this; null: none does.
  PromisePlace* waited_at = nullptr;
};

// What the copies of a promise share.
struct PromiseState {
  ~PromiseState();
  std::shared_ptr<PromiseResult> result;
};

struct PromiseAccess {
  static const std::shared_ptr<PromiseResult>& result(const Promise& promise) {
    return promise.state_->result;
  }
};

// The waits there are: keeps their results alive, and is a root.
class PromiseWaits final : public runtime::RootSource {
 public:
  PromiseWaits(Interpreter& interpreter, Isolate& isolate);
  ~PromiseWaits() override;
  // No promise of this interpreter is settled any more when this has returned. Without the GIL.
  void close();

  const std::shared_ptr<PromiseGate>& gate() const { return gate_; }
  // The last act of a native function.
  [[nodiscard]] Value wait(Thread& thread, std::shared_ptr<PromiseResult> result);
  void trace_roots(runtime::Marker& marker) override;

 private:
  static Value resume(Thread& thread, Fiber* fiber, Value value);
  // What was waited for at a place, which nobody waits at any more.
  std::shared_ptr<PromiseResult> leave(const PromisePlace* place);
  [[nodiscard]] PromisePlace* make_place(Thread& thread);
  [[nodiscard]] Value value_of(Thread& thread, PromiseResult& result);

  Interpreter& interpreter_;
  Isolate& isolate_;
  std::shared_ptr<PromiseGate> gate_;
  Type* place_type_ = nullptr;  // made by the first wait
  std::vector<std::shared_ptr<PromiseResult>> waited_for_;
};

}  // namespace weft
