// collections.deque: a ring of values, fast at both ends.
//
// The elements lie in `ring` from place `head` on, around its end; the capacity is a power of two.
// `changes` grows whenever elements are added or removed: iterators find out by it.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct Deque : Object {
  using Object::Object;
  ValueArray* ring;  // null while empty and never filled
  uint64_t head;
  uint64_t count;
  int64_t limit;  // maxlen; -1: none
  uint64_t changes;

  uint64_t place(uint64_t index) const { return (head + index) & (ring->capacity - 1); }
  Value& at(uint64_t index) { return ring->values[place(index)]; }
};

// What the elements lie in, in changing hands: the operations of a deque on itself.
[[nodiscard]] bool deque_push_back(Thread& thread, Deque* deque, Value value);
[[nodiscard]] bool deque_push_front(Thread& thread, Deque* deque, Value value);
// The deque is not empty.
Value deque_take_back(Deque* deque);
Value deque_take_front(Deque* deque);
void deque_clear(Deque* deque);
// The first `steps` elements go to the end.
void deque_rotate_left(Deque* deque, uint64_t steps);

[[nodiscard]] Type* make_deque_type(Thread& thread);

}  // namespace weft
