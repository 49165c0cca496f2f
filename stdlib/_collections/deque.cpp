#include "stdlib/_collections/deque.h"

#include "interpreter/objects/isolate.h"

namespace weft {

namespace {

constexpr uint64_t SmallestRing = 8;

bool grow(Thread& thread, Deque* deque) {
  const uint64_t old_capacity = deque->ring == nullptr ? 0 : deque->ring->capacity;
  const uint64_t capacity = old_capacity == 0 ? SmallestRing : old_capacity * 2;
  ValueArray* ring =
      ValueArray::make(thread.isolate.heap, internal_header(Kind::ValueArray), capacity);
  if (ring == nullptr) {
    raise_out_of_memory(thread);
    return false;
  }
  for (uint64_t i = 0; i < deque->count; ++i) ring->values[i] = deque->at(i);
  deque->head = 0;
  store(deque, deque->ring, ring);
  return true;
}

bool is_full(const Deque* deque) {
  return deque->ring == nullptr || deque->count == deque->ring->capacity;
}

// An emptied place must not keep alive what lay there.
Value take(Deque* deque, uint64_t place) {
  const Value value = deque->ring->values[place];
  deque->ring->values[place] = Value();
  --deque->count;
  ++deque->changes;
  return value;
}

}  // namespace

bool deque_push_back(Thread& thread, Deque* deque, Value value) {
  if (deque->limit >= 0 && deque->count >= static_cast<uint64_t>(deque->limit)) {
    if (deque->limit == 0) return true;
    deque_take_front(deque);
  }
  if (is_full(deque) && !grow(thread, deque)) return false;
  store(deque->ring, deque->at(deque->count), value);
  ++deque->count;
  ++deque->changes;
  return true;
}

bool deque_push_front(Thread& thread, Deque* deque, Value value) {
  if (deque->limit >= 0 && deque->count >= static_cast<uint64_t>(deque->limit)) {
    if (deque->limit == 0) return true;
    deque_take_back(deque);
  }
  if (is_full(deque) && !grow(thread, deque)) return false;
  deque->head = (deque->head + deque->ring->capacity - 1) & (deque->ring->capacity - 1);
  store(deque->ring, deque->at(0), value);
  ++deque->count;
  ++deque->changes;
  return true;
}

Value deque_take_back(Deque* deque) { return take(deque, deque->place(deque->count - 1)); }

Value deque_take_front(Deque* deque) {
  const uint64_t place = deque->head;
  deque->head = (place + 1) & (deque->ring->capacity - 1);
  return take(deque, place);
}

void deque_clear(Deque* deque) {
  deque->ring = nullptr;
  deque->head = 0;
  deque->count = 0;
  ++deque->changes;
}

void deque_rotate_left(Deque* deque, uint64_t steps) {
  ++deque->changes;
  if (deque->count == deque->ring->capacity) {
    deque->head = deque->place(steps);
    return;
  }
  // The shorter way round.
  if (steps <= deque->count / 2) {
    for (; steps > 0; --steps) {
      const Value value = deque->at(0);
      deque->at(0) = Value();
      deque->head = deque->place(1);
      store(deque->ring, deque->at(deque->count - 1), value);
    }
    return;
  }
  for (steps = deque->count - steps; steps > 0; --steps) {
    const uint64_t last = deque->place(deque->count - 1);
    const Value value = deque->ring->values[last];
    deque->ring->values[last] = Value();
    deque->head = deque->place(deque->ring->capacity - 1);
    store(deque->ring, deque->at(0), value);
  }
}

}  // namespace weft
