// memoryview: a window on the bytes of another object, one-dimensional, with a stride.
#pragma once

#include <cstdint>

#include "interpreter/objects/object.h"

namespace weft {

struct Bytes;

struct MemoryView : Object {
  using Object::Object;
  Object* owner;   // bytes or bytearray; null once released
  char* data;      // the first element
  uint64_t count;  // elements
  int64_t stride;  // bytes from one element to the next; may be negative
  uint32_t item_size;
  uint32_t hash;       // 0: not computed yet
  char format;         // one character of the struct module's native formats
  bool format_has_at;  // was given as "@B"
  bool is_readonly;
  bool is_released;

  uint64_t byte_count() const { return count * item_size; }
  bool is_contiguous() const { return count <= 1 || stride == static_cast<int64_t>(item_size); }
};

struct MemoryViewIterator : Object {
  using Object::Object;
  MemoryView* view;  // null: exhausted
  uint64_t index;
};

// A view of a bytes, bytearray or memoryview; TypeError for other objects.
[[nodiscard]] Value make_memoryview(Thread& thread, Value object);

// The elements one behind the other, as tobytes() gives them; null with MemoryError pending. The
// view is not released.
[[nodiscard]] Bytes* bytes_of_view(Thread& thread, const MemoryView* view);

// Elements in memory, by format; memoryview_element.cpp. The size is 0 for unknown formats.
uint32_t element_size(char format);
[[nodiscard]] Value load_element(Thread& thread, const char* place, char format);
// False with TypeError or ValueError pending.
[[nodiscard]] bool store_element(Thread& thread, char* place, char format, Value value);

inline bool is_memoryview(Value value) { return is_kind(value, Kind::MemoryView); }

}  // namespace weft
