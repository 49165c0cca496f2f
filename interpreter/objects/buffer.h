// Bytes-like objects as native code sees them: a span of memory.
//
// The span stays good until script code runs or the object is changed: a bytearray may move its
// bytes when it grows. Whoever runs script code in between asks again.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "interpreter/objects/object.h"

namespace weft {

// bytes, bytearray or memoryview: objects that show their bytes. Others need `__bytes__` or are
// none.
bool is_bytes_like(Value value);

// The bytes of a bytes-like object; nullopt with TypeError ("a bytes-like object is required, not
// 'x'") pending for others, BufferError or ValueError for views that are not contiguous or
// released.
[[nodiscard]] std::optional<std::string_view> readable_bytes(Thread& thread, Value value);
// Bytes to be written to, for `readinto` and the like; TypeError for read-only objects.
[[nodiscard]] std::optional<std::span<char>> writable_bytes(Thread& thread, Value value);

// Without an exception: nullopt for whatever cannot be had cheaply (strided views too).
std::optional<std::string_view> peek_bytes(Value value);

}  // namespace weft
