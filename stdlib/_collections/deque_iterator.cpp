#include "stdlib/_collections/deque_iterator.h"

#include "interpreter/objects/errors.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/native.h"
#include "stdlib/_collections/deque.h"
#include "stdlib/module_state.h"

namespace weft {
namespace {

// values[0]: the deque, unset at the end. numbers: index of the next element (counted from the end
// it began at), the deque's count of changes at the start, 1 for backwards.
enum Number { Index, Changes, Backwards };

struct IteratorTypes final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override {
    marker.mark(forwards);
    marker.mark(backwards);
  }
  Type* forwards = nullptr;
  Type* backwards = nullptr;
};

Value step(Thread& thread, NativeIterator* self) {
  if (self->values[0].is_unset()) return Value::unset();
  auto* deque = self->values[0].as<Deque>();
  if (static_cast<uint64_t>(self->numbers[Changes]) != deque->changes) {
    self->values[0] = Value::unset();
    return raise_runtime_error(thread, "deque mutated during iteration");
  }
  const auto index = static_cast<uint64_t>(self->numbers[Index]);
  if (index >= deque->count) {
    self->values[0] = Value::unset();
    return Value::unset();
  }
  ++self->numbers[Index];
  return deque->at(self->numbers[Backwards] != 0 ? deque->count - 1 - index : index);
}

Value iterator_iter(Thread&, Arguments arguments) { return arguments[0]; }
Value iterator_step(Thread& thread, Arguments arguments) {
  return or_stop_iteration(thread, step(thread, arguments[0].as<NativeIterator>()));
}
Value iterator_length_hint(Thread&, Arguments arguments) {
  auto* self = arguments[0].as<NativeIterator>();
  if (self->values[0].is_unset()) return Value::small_int(0);
  const auto left = static_cast<int64_t>(self->values[0].as<Deque>()->count) - self->numbers[Index];
  return Value::small_int(left < 0 ? 0 : left);
}

constexpr NativeMethod methods[] = {
    {"__iter__", "(self, /)", "Implement iter(self).", iterator_iter},
    {"__next__", "(self, /)", "Implement next(self).", iterator_step},
    {"__length_hint__", "(self, /)", "How many elements are left.", iterator_length_hint},
};

constexpr TypeSpec iterator_spec(std::string_view name) {
  return {.name = name,
          .module = "_collections",
          .doc = "An iterator over a deque.",
          .instance_kind = Kind::NativeIterator,
          .instance_size = sizeof(NativeIterator),
          .is_base_type = false,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = {}};
}
constexpr TypeSpec forwards_spec = iterator_spec("_deque_iterator");
constexpr TypeSpec backwards_spec = iterator_spec("_deque_reverse_iterator");

}  // namespace

Value make_deque_iterator(Thread& thread, Deque* deque, bool backwards) {
  const auto& types = module_state<IteratorTypes>(thread.isolate);
  auto* self = make_object<NativeIterator>(thread, backwards ? types.backwards : types.forwards);
  if (self == nullptr) return Value::error();
  self->step = step;
  self->numbers[Index] = 0;
  self->numbers[Changes] = static_cast<int64_t>(deque->changes);
  self->numbers[Backwards] = backwards ? 1 : 0;
  for (Value& value : self->values) value = Value::unset();
  self->values[0] = Value::cell(deque);
  return Value::cell(self);
}

bool make_deque_iterator_types(Thread& thread) {
  auto& types = module_state<IteratorTypes>(thread.isolate);
  types.forwards = make_builtin_type(thread, forwards_spec, nullptr);
  if (types.forwards == nullptr) return false;
  types.backwards = make_builtin_type(thread, backwards_spec, nullptr);
  return types.backwards != nullptr;
}

}  // namespace weft
