#include "interpreter/embed/promise.h"

#include <pthread.h>

#include <algorithm>
#include <utility>

#include "interpreter/embed/implementation.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/one_shot.h"
#include "interpreter/objects/type.h"
#include "runtime/schedule/gil.h"

namespace weft {

// What one fiber stands at until its promise is settled.
struct PromisePlace : OneShot {
  using OneShot::OneShot;
  PromiseWaits* waits;
};

namespace {

constexpr TypeSpec place_spec = {
    .name = "Promise",
    .module = "weft",
    .doc = "What a function of the host waits for.",
    .instance_kind = Kind::OneShot,
    .instance_size = sizeof(PromisePlace),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = {},
    .attributes = {},
};

// Wakes the one who waits. The isolate is alive, the GIL is not held by the caller unless it is
// inside itself.
void wake_waiting(Isolate& isolate, const PromiseResult& result) {
  const auto wake = [&] {
    if (result.waited_at != nullptr) happen(result.waited_at, Value::none(), nullptr);
  };
  // Nobody but this OS thread makes the comparison true.
  if (pthread_equal(isolate.running_on.load(std::memory_order_relaxed), pthread_self())) {
    wake();
    return;
  }
  runtime::Gil::Participant nobody([](void*) {}, nullptr);
  isolate.gil.acquire(nobody);
  wake();
  isolate.gil.release(nobody);
}

bool settle_result(PromiseResult& result, std::function<Handle(Interpreter&)> maker,
                   std::string message) {
  {
    const std::lock_guard lock(result.mutex);
    if (result.is_settled) return false;
    result.is_settled = true;
    result.maker = std::move(maker);
    result.message = std::move(message);
  }
  PromiseGate& gate = *result.gate;
  Isolate* isolate;
  {
    const std::lock_guard lock(gate.mutex);
    isolate = gate.isolate;
    if (isolate == nullptr) return true;
    ++gate.inside;
  }
  wake_waiting(*isolate, result);
  const std::lock_guard lock(gate.mutex);
  if (--gate.inside == 0) gate.all_out.notify_all();
  return true;
}

}  // namespace

// --- The host's side

Promise::Promise(Interpreter& interpreter) : state_(std::make_shared<PromiseState>()) {
  state_->result = std::make_shared<PromiseResult>();
  state_->result->gate = interpreter.implementation().promises.gate();
}

PromiseState::~PromiseState() {
  settle_result(*result, {}, "the host has dropped the promise of a result");
}

bool Promise::settle(Maker maker, std::string message) const {
  return settle_result(*state_->result, std::move(maker), std::move(message));
}

bool Promise::resolve() const {
  return settle([](Interpreter&) { return Handle(); }, {});
}

bool Promise::fail(std::string message) const { return settle({}, std::move(message)); }

Handle NativeCall::wait(const Promise& promise) const {
  awaited_ = PromiseAccess::result(promise);
  return {};
}

// --- The script's side

PromiseWaits::PromiseWaits(Interpreter& interpreter, Isolate& isolate)
    : interpreter_(interpreter), isolate_(isolate), gate_(std::make_shared<PromiseGate>()) {
  gate_->isolate = &isolate;
  isolate.heap.add_root_source(this);
}

PromiseWaits::~PromiseWaits() { isolate_.heap.remove_root_source(this); }

void PromiseWaits::close() {
  std::unique_lock lock(gate_->mutex);
  gate_->isolate = nullptr;
  gate_->all_out.wait(lock, [&] { return gate_->inside == 0; });
}

void PromiseWaits::trace_roots(runtime::Marker& marker) {
  marker.mark(place_type_);
  for (const auto& result : waited_for_) marker.mark(result->waited_at);
}

PromisePlace* PromiseWaits::make_place(Thread& thread) {
  if (place_type_ == nullptr) place_type_ = make_builtin_type(thread, place_spec, nullptr);
  if (place_type_ == nullptr) return nullptr;
  auto* place = make_object<PromisePlace>(thread, place_type_);
  if (place == nullptr) return nullptr;
  place->queue = {};
  place->value = Value::unset();
  place->exception = nullptr;
  place->has_happened = false;
  place->waits = this;
  return place;
}

Value PromiseWaits::value_of(Thread& thread, PromiseResult& result) {
  std::function<Handle(Interpreter&)> maker;
  {
    const std::lock_guard lock(result.mutex);
    maker = std::move(result.maker);
  }
  if (maker) return result_of_host(thread, interpreter_, maker);
  // Nobody says what encoding the text is in.
  Str* message = decode(thread, result.message, Encoding::Utf8, "replace");
  return message == nullptr ? Value::error() : raise_runtime_error(thread, message->view());
}

Value PromiseWaits::wait(Thread& thread, std::shared_ptr<PromiseResult> result) {
  if (result->waited_at != nullptr)
    return raise_runtime_error(thread, "somebody waits for this promise already");
  PromisePlace* place = make_place(thread);
  if (place == nullptr) return Value::error();
  // Whoever settles it from here on finds the place, but not before the GIL is given up.
  result->waited_at = place;
  bool is_settled;
  {
    const std::lock_guard lock(result->mutex);
    is_settled = result->is_settled;
  }
  if (is_settled) {
    result->waited_at = nullptr;
    return value_of(thread, *result);
  }
  if (make_waiter(thread, place->queue, place) == nullptr) {
    result->waited_at = nullptr;
    return Value::error();
  }
  waited_for_.push_back(std::move(result));
  ++isolate_.outside_wakers;
  ParkOptions options;
  options.waiting_for = place;
  options.cooperative = thread.hub->cooperative;
  options.on_resume = resume;
  options.on_resume_of = place;
  options.resumes_failed = true;
  return park(thread, options);
}

std::shared_ptr<PromiseResult> PromiseWaits::leave(const PromisePlace* place) {
  const auto found = std::ranges::find(waited_for_, place, &PromiseResult::waited_at);
  std::shared_ptr<PromiseResult> result = std::move(*found);
  waited_for_.erase(found);
  result->waited_at = nullptr;
  --isolate_.outside_wakers;
  return result;
}

Value PromiseWaits::resume(Thread& thread, Fiber* fiber, Value value) {
  auto* place = static_cast<PromisePlace*>(fiber->on_resume_of);
  PromiseWaits& waits = *place->waits;
  const std::shared_ptr<PromiseResult> result = waits.leave(place);
  return value ? waits.value_of(thread, *result) : value;
}

}  // namespace weft
