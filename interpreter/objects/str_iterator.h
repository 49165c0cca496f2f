// Iterators over str, bytes and bytearray. Open layouts, so that the dispatch loop can advance
// them.
#pragma once

#include "interpreter/objects/bytearray.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

struct StrIterator : Object {
  using Object::Object;
  Str* text;               // null: exhausted
  uint32_t byte_position;  // of the next code point
  uint32_t char_position;
};

struct BytesIterator : Object {
  using Object::Object;
  Object* bytes;  // Bytes or ByteArray (which may have shrunk); null: exhausted
  uint64_t position;
};

[[nodiscard]] Value make_str_iterator(Thread& thread, Str* text);
[[nodiscard]] Value make_bytes_iterator(Thread& thread, Object* bytes);

// The next element; unset at the end, error with an exception pending.
[[nodiscard]] inline Value str_iterator_next(Thread& thread, StrIterator* iterator) {
  Str* text = iterator->text;
  if (text == nullptr || iterator->byte_position == text->byte_count) {
    iterator->text = nullptr;
    return Value::unset();
  }
  const char* position = text->data + iterator->byte_position;
  ++iterator->char_position;
  const auto byte = static_cast<uint8_t>(*position);
  if (byte < 0x80) {
    ++iterator->byte_position;
    Str* cached = thread.isolate.char_strings[byte];
    return Value::cell(cached != nullptr ? cached : make_char_str(thread, byte));
  }
  const uint32_t code_point = utf8::decode(position);
  iterator->byte_position = static_cast<uint32_t>(position - text->data);
  return Value::cell(make_char_str(thread, code_point));
}

inline Value bytes_iterator_next(BytesIterator* iterator) {
  Object* bytes = iterator->bytes;
  if (bytes != nullptr) {
    const std::string_view view = bytes->kind() == Kind::Bytes
                                      ? static_cast<Bytes*>(bytes)->view()
                                      : static_cast<ByteArray*>(bytes)->view();
    if (iterator->position < view.size())
      return Value::small_int(static_cast<uint8_t>(view[iterator->position++]));
  }
  iterator->bytes = nullptr;
  return Value::unset();
}

}  // namespace weft
