#include "interpreter/objects/buffer.h"

#include "interpreter/objects/bytearray.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/memoryview.h"

namespace weft {

bool is_bytes_like(Value value) {
  return is_bytes(value) || is_bytearray(value) || is_memoryview(value);
}

std::optional<std::string_view> peek_bytes(Value value) {
  if (is_bytes(value)) return value.as<Bytes>()->view();
  if (is_bytearray(value)) return value.as<ByteArray>()->view();
  if (!is_memoryview(value)) return std::nullopt;
  const auto* view = value.as<MemoryView>();
  if (view->is_released || !view->is_contiguous()) return std::nullopt;
  return std::string_view(view->data, view->byte_count());
}

std::optional<std::string_view> readable_bytes(Thread& thread, Value value) {
  const auto bytes = peek_bytes(value);
  if (bytes) [[likely]]
    return bytes;
  if (!is_memoryview(value))
    raise_type_error(thread,
                     text("a bytes-like object is required, not '", type_name(thread, value), "'"));
  else if (value.as<MemoryView>()->is_released)
    raise_value_error(thread, "operation forbidden on released memoryview object");
  else
    raise(thread, thread.isolate.exceptions.buffer_error,
          "memoryview: underlying buffer is not C-contiguous");
  return std::nullopt;
}

std::optional<std::span<char>> writable_bytes(Thread& thread, Value value) {
  if (is_bytearray(value)) {
    auto* array = value.as<ByteArray>();
    return std::span<char>(array->data(), array->count);
  }
  if (is_memoryview(value) && !value.as<MemoryView>()->is_readonly) {
    if (!readable_bytes(thread, value)) return std::nullopt;
    auto* view = value.as<MemoryView>();
    return std::span<char>(view->data, view->byte_count());
  }
  raise_type_error(thread, text("a read-write bytes-like object is required, not '",
                                type_name(thread, value), "'"));
  return std::nullopt;
}

}  // namespace weft
