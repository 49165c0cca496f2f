// Iterators of deques.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct Deque;

[[nodiscard]] Value make_deque_iterator(Thread& thread, Deque* deque, bool backwards);
// Makes the two classes; false with an exception pending.
[[nodiscard]] bool make_deque_iterator_types(Thread& thread);

}  // namespace weft
