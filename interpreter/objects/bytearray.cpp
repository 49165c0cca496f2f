// The memory of a bytearray. What scripts see of it is in bytearray_type.cpp.
#include "interpreter/objects/bytearray.h"

#include <algorithm>
#include <cstring>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/memoryview.h"

namespace weft {

namespace {

ByteBuffer* make_buffer(Thread& thread, uint64_t count) {
  ByteBuffer* buffer = nullptr;
  if (count <= MaxBytesCount) {
    const uint64_t whole =
        runtime::Heap::rounded_size(sizeof(ByteBuffer) + static_cast<size_t>(count));
    buffer = ByteBuffer::make(thread.isolate.heap, internal_header(Kind::ByteBuffer),
                              whole - sizeof(ByteBuffer));
  }
  if (buffer == nullptr) raise_memory_error(thread);
  return buffer;
}

Cell** export_places(ByteArray* array) { return reinterpret_cast<Cell**>(array->exports->bytes); }
uint64_t export_capacity(const ByteArray* array) {
  return array->exports->capacity / sizeof(Cell*);
}

bool has_views(ByteArray* array) {
  Cell** places = export_places(array);
  for (uint64_t i = 0; i < export_capacity(array); ++i)
    if (places[i] != nullptr && !static_cast<MemoryView*>(places[i])->is_released) return true;
  return false;
}

// False with BufferError pending while a view looks at the bytes.
bool check_resizable(Thread& thread, ByteArray* array) {
  if (array->exports == nullptr || !has_views(array)) return true;
  // A view nobody holds any more does not count, but only a collection can tell.
  thread.isolate.heap.collect();
  if (!has_views(array)) return true;
  raise(thread, thread.isolate.exceptions.buffer_error,
        "Existing exports of data: object cannot be re-sized");
  return false;
}

bool move_to_new_buffer(Thread& thread, ByteArray* array, uint64_t capacity) {
  ByteBuffer* buffer = make_buffer(thread, capacity);
  if (buffer == nullptr) return false;
  if (array->count != 0) std::memcpy(buffer->bytes, array->data(), array->count);
  store(array, array->buffer, buffer);
  array->offset = 0;
  return true;
}

// After shrinking: moves to a smaller buffer when most of a large one lies idle.
void give_back(Thread& thread, ByteArray* array) {
  if (array->count == 0) {
    array->buffer = nullptr;
    array->offset = 0;
    return;
  }
  if (array->buffer->capacity < 1024 || array->count >= array->buffer->capacity / 4) return;
  ByteBuffer* buffer = ByteBuffer::make(thread.isolate.heap, internal_header(Kind::ByteBuffer),
                                        array->count + array->count / 8);
  if (buffer == nullptr) return;
  std::memcpy(buffer->bytes, array->data(), array->count);
  store(array, array->buffer, buffer);
  array->offset = 0;
}

bool set_count(Thread& thread, ByteArray* array, uint64_t count) {
  if (count <= array->count) {
    array->count = count;
    give_back(thread, array);
    return true;
  }
  const uint64_t capacity = array->buffer == nullptr ? 0 : array->buffer->capacity;
  if (array->offset + count > capacity) {
    if (count <= capacity && array->offset >= capacity / 2) {
      std::memmove(array->buffer->bytes, array->data(), array->count);
      array->offset = 0;
    } else {
      // The first size is taken exactly; whoever grows again will go on growing.
      const uint64_t wanted = capacity == 0 ? count : count + count / 8 + 8;
      if (array->offset == 0 && capacity != 0 &&
          thread.isolate.heap.try_extend(array->buffer, sizeof(ByteBuffer) + wanted))
        array->buffer->capacity = wanted;
      else if (!move_to_new_buffer(thread, array, wanted))
        return false;
    }
  }
  array->count = count;
  return true;
}

}  // namespace

ByteArray* make_bytearray(Thread& thread, std::string_view bytes) {
  ByteBuffer* buffer = nullptr;
  if (!bytes.empty()) {
    buffer = make_buffer(thread, bytes.size());
    if (buffer == nullptr) return nullptr;
    std::memcpy(buffer->bytes, bytes.data(), bytes.size());
  }
  auto* array = make_object<ByteArray>(thread, thread.isolate.types.bytearray);
  if (array == nullptr) return nullptr;
  array->buffer = buffer;
  array->offset = 0;
  array->count = bytes.size();
  array->exports = nullptr;
  return array;
}

bool bytearray_resize(Thread& thread, ByteArray* array, uint64_t count) {
  if (count == array->count) return true;
  return check_resizable(thread, array) && set_count(thread, array, count);
}

bool bytearray_splice(Thread& thread, ByteArray* array, uint64_t start, uint64_t removed,
                      std::string_view inserted) {
  const uint64_t behind = array->count - start - removed;
  if (inserted.size() != removed && !check_resizable(thread, array)) return false;
  if (inserted.size() < removed) {
    const uint64_t difference = removed - inserted.size();
    if (start < behind) {  // the front is shorter: move it towards the back
      if (start != 0) std::memmove(array->data() + difference, array->data(), start);
      array->offset += difference;
    } else if (behind != 0) {
      std::memmove(array->data() + start + inserted.size(), array->data() + start + removed,
                   behind);
    }
    array->count -= difference;
    give_back(thread, array);
  } else if (inserted.size() > removed) {
    if (!set_count(thread, array, array->count + (inserted.size() - removed))) return false;
    if (behind != 0)
      std::memmove(array->data() + start + inserted.size(), array->data() + start + removed,
                   behind);
  }
  if (!inserted.empty()) std::memmove(array->data() + start, inserted.data(), inserted.size());
  return true;
}

bool bytearray_append(Thread& thread, ByteArray* array, std::string_view bytes) {
  if (bytes.empty()) return true;
  const uint64_t old_count = array->count;
  // The bytes may be the array's own, and move with it.
  const bool is_own = array->buffer != nullptr && bytes.data() >= array->buffer->bytes &&
                      bytes.data() < array->buffer->bytes + array->buffer->capacity;
  const uint64_t own_offset = is_own ? static_cast<uint64_t>(bytes.data() - array->data()) : 0;
  if (!bytearray_resize(thread, array, old_count + bytes.size())) return false;
  const char* source = is_own ? array->data() + own_offset : bytes.data();
  std::memmove(array->data() + old_count, source, bytes.size());
  return true;
}

bool bytearray_export(Thread& thread, ByteArray* array, MemoryView* view) {
  if (array->exports != nullptr) {
    Cell** places = export_places(array);
    for (uint64_t i = 0; i < export_capacity(array); ++i) {
      if (places[i] == nullptr || static_cast<MemoryView*>(places[i])->is_released) {
        places[i] = view;
        return true;
      }
    }
  }
  const uint64_t old_capacity = array->exports == nullptr ? 0 : export_capacity(array);
  const uint64_t capacity = old_capacity == 0 ? 2 : old_capacity * 2;
  ByteBuffer* grown = make_buffer(thread, capacity * sizeof(Cell*));
  if (grown == nullptr) return false;
  std::memset(grown->bytes, 0, grown->capacity);
  if (old_capacity != 0)
    std::memcpy(grown->bytes, array->exports->bytes, old_capacity * sizeof(Cell*));
  store(array, array->exports, grown);
  export_places(array)[old_capacity] = view;
  return true;
}

}  // namespace weft
