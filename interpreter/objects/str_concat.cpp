// Joining strings: `+`, `+=`, join, repetition.
//
// A shared buffer begins with the number of text bytes in use, so that a string knows whether it is
// the one that ends there and may be extended. Strings on the way share the same bytes: each is a
// prefix of the buffer, and bytes once written never change.
#include <algorithm>
#include <charconv>
#include <cstring>

#include "interpreter/objects/bytes_copy.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// A join of a join gets a shared buffer from this size on. Below it copying is cheaper than the
// second cell.
constexpr uint32_t SharedMinimum = 256;

struct SharedText {
  uint64_t used;
  char bytes[];
};

SharedText* shared_text(ByteBuffer* buffer) { return reinterpret_cast<SharedText*>(buffer->bytes); }

uint64_t shared_capacity(const ByteBuffer* buffer) { return buffer->capacity - sizeof(SharedText); }

// Room for text that has reached `size` bytes: little for short texts, of which there may be many;
// untouched pages of large ones cost no memory.
uint64_t roomy(uint64_t size) {
  if (size < 4096) return size + size / 4;
  if (size < (1 << 20)) return size + size / 2;
  return size * 2;
}

Str* make_shared_str(Thread& thread, ByteBuffer* buffer, uint64_t byte_count, uint64_t char_count) {
  Str* text = make_object<Str>(thread, thread.isolate.types.str, StrWithStorageBytes - sizeof(Str));
  if (text == nullptr) return nullptr;
  text->hash = 0;
  text->byte_count = static_cast<uint32_t>(byte_count);
  text->char_count = static_cast<uint32_t>(char_count);
  text->is_ascii = byte_count == char_count;
  text->is_interned = false;
  text->is_joined = true;
  text->data = shared_text(buffer)->bytes;
  text->set_buffer(buffer);
  return text;
}

// Whether `text` ends where its buffer's used part ends and `extra` more bytes fit behind.
bool can_extend(Thread& thread, Str* text, uint64_t extra) {
  ByteBuffer* buffer = text->buffer();
  SharedText* shared = shared_text(buffer);
  if (text->data != shared->bytes || text->byte_count != shared->used) return false;
  const uint64_t size = shared->used + extra;
  if (size <= shared_capacity(buffer)) return true;
  const uint64_t capacity = roomy(size) + sizeof(SharedText);
  if (!thread.isolate.heap.try_extend(buffer, sizeof(ByteBuffer) + capacity)) return false;
  buffer->capacity = capacity;
  return true;
}

ByteBuffer* make_shared_buffer(Thread& thread, const Str* text, uint64_t size) {
  const size_t whole = runtime::Heap::rounded_size(sizeof(ByteBuffer) + sizeof(SharedText) +
                                                   static_cast<size_t>(roomy(size)));
  ByteBuffer* buffer = ByteBuffer::make(thread.isolate.heap, internal_header(Kind::ByteBuffer),
                                        whole - sizeof(ByteBuffer));
  if (buffer == nullptr) {
    raise_out_of_memory(thread);
    return nullptr;
  }
  SharedText* shared = shared_text(buffer);
  shared->used = text->byte_count;
  std::memcpy(shared->bytes, text->data, text->byte_count);
  return buffer;
}

Str* concat_inline(Thread& thread, const Str* left, const Str* right, uint64_t bytes,
                   uint64_t chars) {
  Str* joined = allocate_str(thread, bytes, chars);
  if (joined == nullptr) return nullptr;
  char* out = joined->inline_bytes();
  copy_bytes(out, left->data, left->byte_count);
  copy_bytes(out + left->byte_count, right->data, right->byte_count);
  joined->is_joined = true;
  return joined;
}

}  // namespace

Str* concat(Thread& thread, Str* left, Str* right) {
  if (right->byte_count == 0) return exact_str(thread, left);
  if (left->byte_count == 0) return exact_str(thread, right);
  const uint64_t bytes = uint64_t{left->byte_count} + right->byte_count;
  const uint64_t chars = uint64_t{left->char_count} + right->char_count;
  if (bytes > MaxStrBytes) [[unlikely]] {
    raise_memory_error(thread);
    return nullptr;
  }
  if (!left->is_joined || left->byte_count < SharedMinimum)
    return concat_inline(thread, left, right, bytes, chars);

  ByteBuffer* buffer = left->buffer();
  if (buffer == nullptr || !can_extend(thread, left, right->byte_count)) {
    buffer = make_shared_buffer(thread, left, bytes);
    if (buffer == nullptr) return nullptr;
  }
  Str* joined = make_shared_str(thread, buffer, bytes, chars);
  if (joined == nullptr) return nullptr;
  // Only now: had the allocation failed, the buffer would count bytes nobody wrote.
  SharedText* shared = shared_text(buffer);
  copy_bytes(shared->bytes + left->byte_count, right->data, right->byte_count);
  shared->used = bytes;
  return joined;
}

namespace {

uint64_t decimal_size(int64_t number) {
  uint64_t size = number < 0 ? 2 : 1;
  auto rest = number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
  for (; rest >= 10; rest /= 10) ++size;
  return size;
}

// The one piece that is not empty, as a string of its own.
Str* only_piece(Thread& thread, std::span<const Value> pieces) {
  for (const Value piece : pieces) {
    if (piece.is_small_int()) return int_to_str(thread, piece);
    if (as_str(piece)->byte_count != 0) return exact_str(thread, as_str(piece));
  }
  return make_str(thread, std::string_view());
}

}  // namespace

Str* join_strings(Thread& thread, std::span<const Value> pieces) {
  uint64_t bytes = 0;
  uint64_t chars = 0;
  for (const Value piece : pieces) {
    if (piece.is_small_int()) {
      const uint64_t size = decimal_size(piece.as_small_int());
      bytes += size;
      chars += size;
      continue;
    }
    bytes += as_str(piece)->byte_count;
    chars += as_str(piece)->char_count;
  }
  if (chars <= 1 || pieces.size() == 1) return only_piece(thread, pieces);  // shared strings
  Str* joined = allocate_str(thread, bytes, chars);
  if (joined == nullptr) return nullptr;
  char* out = joined->inline_bytes();
  for (const Value piece : pieces) {
    if (piece.is_small_int()) {
      out = std::to_chars(out, out + bytes, piece.as_small_int()).ptr;
      continue;
    }
    const Str* text = as_str(piece);
    copy_bytes(out, text->data, text->byte_count);
    out += text->byte_count;
  }
  return joined;
}

Str* str_repeat(Thread& thread, Str* text, int64_t count) {
  if (count == 1) return exact_str(thread, text);
  if (count <= 0 || text->byte_count == 0) return make_str(thread, std::string_view());
  if (static_cast<uint64_t>(count) > MaxStrBytes / text->byte_count) {
    if (text->char_count > INT64_MAX / count)
      raise_overflow_error(thread, "repeated string is too long");
    else
      raise_memory_error(thread);
    return nullptr;
  }
  const uint64_t total = static_cast<uint64_t>(count) * text->byte_count;
  Str* repeated = allocate_str(thread, total, static_cast<uint64_t>(count) * text->char_count);
  if (repeated == nullptr) return nullptr;
  char* out = repeated->inline_bytes();
  if (text->byte_count == 1) {
    std::memset(out, text->data[0], total);
    return repeated;
  }
  std::memcpy(out, text->data, text->byte_count);
  for (uint64_t done = text->byte_count; done < total;) {
    const uint64_t step = std::min(done, total - done);
    std::memcpy(out + done, out, step);
    done += step;
  }
  return repeated;
}

}  // namespace weft
