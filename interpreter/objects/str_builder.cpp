#include "interpreter/objects/str_builder.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "interpreter/objects/errors.h"

namespace weft {

ByteBuilder::~ByteBuilder() {
  if (data_ != inline_) std::free(data_);
}

bool ByteBuilder::grow(size_t count) {
  if (failed_ || count > MaxStrBytes || size_ + count > MaxStrBytes) {
    failed_ = true;
    return false;
  }
  const size_t capacity = std::max(size_ + count, capacity_ + capacity_ / 2);
  void* memory = std::realloc(data_ == inline_ ? nullptr : data_, capacity);
  if (memory == nullptr) {
    failed_ = true;
    return false;
  }
  if (data_ == inline_) std::memcpy(memory, inline_, size_);
  data_ = static_cast<char*>(memory);
  capacity_ = capacity;
  return true;
}

void StrBuilder::append_char_repeated(uint32_t code_point, size_t count) {
  if (count == 0) return;
  if (code_point < 0x80) return append_repeated(static_cast<char>(code_point), count);
  const size_t size = utf8::encoded_size(code_point);
  char* place = count > MaxStrBytes ? extend(count) : extend(count * size);
  if (place == nullptr) return;
  for (size_t i = 0; i < count; ++i) place = utf8::encode(place, code_point);
}

void StrBuilder::append_number(int64_t number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof(digits), number).ptr;
  append(std::string_view(digits, static_cast<size_t>(end - digits)));
}

Str* StrBuilder::finish(Thread& thread) {
  if (failed()) {
    raise_memory_error(thread);
    return nullptr;
  }
  return make_str(thread, view());
}

}  // namespace weft
