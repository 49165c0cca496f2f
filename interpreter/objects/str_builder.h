// StrBuilder: text put together piece by piece by native code (repr, formatting, joins of unknown
// length), without a cell until it is finished.
//
// The first bytes live in the builder, more in malloc'd memory. Nothing here raises; a builder that
// ran out of memory or went over the size limit ignores further pieces and finish() raises.
#pragma once

#include <cstring>
#include <string_view>

#include "interpreter/objects/str.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

class ByteBuilder {
 public:
  ByteBuilder() = default;
  ~ByteBuilder();
  ByteBuilder(const ByteBuilder&) = delete;
  ByteBuilder& operator=(const ByteBuilder&) = delete;

  void append(std::string_view piece) {
    char* place = extend(piece.size());
    if (place != nullptr && !piece.empty()) std::memcpy(place, piece.data(), piece.size());
  }
  void append(char piece) {
    char* place = extend(1);
    if (place != nullptr) *place = piece;
  }
  // `count` bytes to be written by the caller; null when memory is exhausted.
  char* extend(size_t count) {
    if (count > capacity_ - size_ && !grow(count)) [[unlikely]]
      return nullptr;
    char* place = data_ + size_;
    size_ += count;
    return place;
  }
  void append_repeated(char piece, size_t count) {
    char* place = extend(count);
    if (place != nullptr) std::memset(place, piece, count);
  }
  // Takes back bytes not used at the end.
  void shrink(size_t size) { size_ = size; }

  size_t size() const { return size_; }
  char* data() { return data_; }
  std::string_view view() const { return {data_, size_}; }
  bool failed() const { return failed_; }

 private:
  bool grow(size_t count);

  char* data_ = inline_;
  size_t size_ = 0;
  size_t capacity_ = sizeof(inline_);
  bool failed_ = false;
  char inline_[232];
};

class StrBuilder : public ByteBuilder {
 public:
  using ByteBuilder::append;
  void append(const Str* piece) { append(piece->view()); }
  void append_char(uint32_t code_point) {
    if (code_point < 0x80) return append(static_cast<char>(code_point));
    char* place = extend(utf8::encoded_size(code_point));
    if (place != nullptr) utf8::encode(place, code_point);
  }
  void append_char_repeated(uint32_t code_point, size_t count);
  void append_number(int64_t number);

  // The text as a new str; null with MemoryError pending. The builder stays as it is.
  [[nodiscard]] Str* finish(Thread& thread);
};

}  // namespace weft
