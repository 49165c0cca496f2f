// The two backing stores containers are built from: a row of values and a row of bytes, as cells.
//
// A container (list, dict, bytearray, ...) is a small cell that points to one of these and replaces
// it when it grows, unless try_extend() can make it larger in place; the old one is left to the
// collector. `capacity` counts elements (or bytes) and is what the tracer goes by: all values up to
// `capacity` are initialised at all times (the constructor fills in the error word, no cell).
//
// The language numbers the kinds; this header gives the layout and the trace function.
#pragma once

#include <cstdint>

#include "runtime/heap/cell.h"
#include "runtime/heap/heap.h"
#include "runtime/heap/value.h"

namespace weft::runtime {

struct ValueArray : Cell {
  static constexpr uint64_t MaxCapacity = uint64_t{1} << 44;

  ValueArray(uint64_t header, uint64_t count) : Cell(header), capacity(count) {
    for (uint64_t i = 0; i < count; ++i) values[i] = Value();
  }

  // `count` error words. Null at the heap's limit.
  [[nodiscard]] static ValueArray* make(Heap& heap, uint64_t header, uint64_t count) {
    if (count > MaxCapacity) return nullptr;
    return heap.make<ValueArray>(count * sizeof(Value), header, count);
  }

  // Makes the array longer where it is, if there is room behind it (for big arrays there mostly
  // is). The new values are error words.
  [[nodiscard]] static bool try_extend(Heap& heap, ValueArray* array, uint64_t count) {
    if (count > MaxCapacity) return false;
    if (!heap.try_extend(array, sizeof(ValueArray) + count * sizeof(Value))) return false;
    for (uint64_t i = array->capacity; i < count; ++i) array->values[i] = Value();
    array->capacity = count;
    return true;
  }

  Value* begin() { return values; }
  Value* end() { return values + capacity; }
  const Value* begin() const { return values; }
  const Value* end() const { return values + capacity; }

  static void trace(Cell* cell, Marker& marker) {
    auto* array = static_cast<ValueArray*>(cell);
    marker.mark_range(array->begin(), array->end());
  }

  uint64_t capacity;
  Value values[];
};
static_assert(sizeof(ValueArray) == 16);

// Has no edges: its kind is registered with a null trace function.
struct ByteBuffer : Cell {
  static constexpr uint64_t MaxCapacity = uint64_t{1} << 47;

  ByteBuffer(uint64_t header, uint64_t count) : Cell(header), capacity(count) {}

  // `count` bytes, not initialised. Null at the heap's limit.
  [[nodiscard]] static ByteBuffer* make(Heap& heap, uint64_t header, uint64_t count) {
    if (count > MaxCapacity) return nullptr;
    return heap.make<ByteBuffer>(count, header, count);
  }

  // Makes the buffer longer where it is, if there is room behind it. The new bytes are undefined.
  [[nodiscard]] static bool try_extend(Heap& heap, ByteBuffer* buffer, uint64_t count) {
    if (count > MaxCapacity) return false;
    if (!heap.try_extend(buffer, sizeof(ByteBuffer) + count)) return false;
    buffer->capacity = count;
    return true;
  }

  uint64_t capacity;
  char bytes[];
};
static_assert(sizeof(ByteBuffer) == 16);

}  // namespace weft::runtime
