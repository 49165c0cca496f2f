// bytes: immutable bytes behind their object, followed by a NUL that is not counted.
//
// Instances of script subclasses carry their overflow word (object.h) behind that NUL, at the next
// multiple of eight.
#pragma once

#include <cstdint>
#include <string_view>

#include "interpreter/objects/object.h"

namespace weft {

struct Bytes : Object {
  using Object::Object;
  uint64_t count;
  uint64_t hash;  // 0: not computed yet
  char bytes[];

  std::string_view view() const { return {bytes, count}; }
};

inline constexpr uint64_t MaxBytesCount = uint64_t{1} << 46;

[[nodiscard]] Bytes* make_bytes(Thread& thread, std::string_view bytes);
// For the caller to fill in; the NUL stands already. Null with MemoryError pending.
[[nodiscard]] Bytes* allocate_bytes(Thread& thread, uint64_t count);
// bytes(value) as a script would call it with one argument.
[[nodiscard]] Value bytes_from_object(Thread& thread, Value value);

// self[key] for bytes and bytearray and any key, slices among them.
[[nodiscard]] Value bytes_get_item(Thread& thread, Value self, Value key);

// Where the overflow word of an instance of a subclass lies, and how many bytes an instance takes
// with it.
inline uint64_t bytes_overflow_offset(uint64_t count) {
  return (sizeof(Bytes) + count + 1 + 7) & ~uint64_t{7};
}
inline Cell** bytes_overflow_word(Bytes* bytes) {
  return reinterpret_cast<Cell**>(reinterpret_cast<char*>(bytes) +
                                  bytes_overflow_offset(bytes->count));
}

inline bool is_bytes(Value value) { return is_kind(value, Kind::Bytes); }

}  // namespace weft
