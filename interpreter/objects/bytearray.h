// bytearray: bytes that change and grow.
//
// The bytes lie in a ByteBuffer from `offset` on, so that taking bytes off the front is cheap.
// While a memoryview looks at them the size must not change: `exports` holds the views weakly (the
// collector zeroes the places of dead ones), and a resize that meets views collects first and
// raises BufferError only if a view that was not released is still alive.
#pragma once

#include <cstdint>
#include <string_view>

#include "interpreter/objects/object.h"

namespace weft {

struct MemoryView;

struct ByteArray : Object {
  using Object::Object;
  ByteBuffer* buffer;  // null while empty and never filled
  uint64_t offset;
  uint64_t count;
  ByteBuffer* exports;  // Cell* places of memoryviews; null when there never was one

  char* data() { return buffer == nullptr ? nullptr : buffer->bytes + offset; }
  std::string_view view() const {
    return {buffer == nullptr ? nullptr : buffer->bytes + offset, count};
  }
};

[[nodiscard]] ByteArray* make_bytearray(Thread& thread, std::string_view bytes);
// Sets the size; new bytes are not initialised. False with BufferError or MemoryError pending.
[[nodiscard]] bool bytearray_resize(Thread& thread, ByteArray* array, uint64_t count);
[[nodiscard]] bool bytearray_append(Thread& thread, ByteArray* array, std::string_view bytes);
// Replaces the `removed` bytes at `start` by `inserted`, which are not the array's own unless the
// size stays. Taking bytes off the front moves the start only.
[[nodiscard]] bool bytearray_splice(Thread& thread, ByteArray* array, uint64_t start,
                                    uint64_t removed, std::string_view inserted);
// For memoryview: remembers that `view` looks at the array.
[[nodiscard]] bool bytearray_export(Thread& thread, ByteArray* array, MemoryView* view);

inline bool is_bytearray(Value value) { return is_kind(value, Kind::ByteArray); }

}  // namespace weft
