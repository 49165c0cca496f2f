// str: immutable text in UTF-8 (lone surrogates as their three-byte form).
//
// Layout: `data` points at the bytes, which lie inline behind the struct or in a ByteBuffer
// (`buffer()`). A NUL byte that is not counted follows inline bytes, and only those. ASCII strings
// index in constant time; others through a table of offsets every 64 code points, built on first
// use and kept as `index()`. Few strings have either, so that they share one word, which lies right
// behind the struct; inline ASCII bytes take its place.
//
// Building text piece by piece (`s += t`) is linear: joining onto the result of a join that has
// grown to some size moves the text into a shared buffer with room (str_buffer.h), which the next
// join extends in place; the strings made on the way are prefixes of the one buffer and stay valid.
// Small results are always one allocation with inline bytes and no room to spare.
//
// Instances of script subclasses keep their bytes in a buffer, so that their attribute slots begin
// at StrWithStorageBytes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "interpreter/objects/bytes_copy.h"
#include "interpreter/objects/object.h"

namespace weft {

struct Str : Object {
  // What the word behind the struct is.
  enum class Storage : uint8_t {
    None,    // there is none: inline bytes, all ASCII
    Index,   // the index of inline bytes; null until it is needed
    Buffer,  // the ByteBuffer the bytes lie in
    Both,    // a ValueArray of buffer and index
  };

  using Object::Object;
  uint32_t hash;        // 0: not computed yet
  uint32_t byte_count;  // strings are at most 4 GiB - 1
  uint32_t char_count;  // code points
  uint8_t is_ascii;
  uint8_t is_interned;  // in the isolate's table: equal interned strings are the same cell
  uint8_t is_joined;    // made by concat: worth a buffer with room when joined onto again
  Storage storage_form;
  const char* data;

  std::string_view view() const { return {data, byte_count}; }
  // Of a new string from allocate_str(), for its maker to fill in.
  char* inline_bytes() { return const_cast<char*>(data); }

  // Not with Storage::None.
  Cell*& storage() { return *reinterpret_cast<Cell**>(this + 1); }
  Cell* storage() const { return const_cast<Str*>(this)->storage(); }

  // Shared storage, null when the bytes are inline.
  ByteBuffer* buffer() const {
    if (storage_form == Storage::Buffer) return static_cast<ByteBuffer*>(storage());
    return storage_form == Storage::Both ? both(0) : nullptr;
  }
  // Offsets of every 64th code point; null until needed (never for ASCII).
  ByteBuffer* index() const {
    if (storage_form == Storage::Index) return static_cast<ByteBuffer*>(storage());
    return storage_form == Storage::Both ? both(1) : nullptr;
  }
  // Initialises a new str that was made with room for the word.
  void set_buffer(ByteBuffer* buffer) {
    storage_form = Storage::Buffer;
    storage() = buffer;
  }

 private:
  ByteBuffer* both(size_t which) const {
    return static_cast<ValueArray*>(storage())->values[which].as<ByteBuffer>();
  }
};
static_assert(sizeof(Str) == 32);
// Of a str with the word `storage()` and no inline bytes.
inline constexpr size_t StrWithStorageBytes = sizeof(Str) + sizeof(Cell*);

inline constexpr uint64_t MaxStrBytes = UINT32_MAX;

// All makers return null with MemoryError pending when memory or the size limit is exceeded.
// `text` must be valid UTF-8 (surrogates allowed); it may lie in another Str.
[[nodiscard]] Str* make_str(Thread& thread, std::string_view text);
[[nodiscard]] Str* make_ascii_str(Thread& thread, std::string_view text);
[[nodiscard]] Str* make_char_str(Thread& thread, uint32_t code_point);  // cached for Latin-1
// The caller knows the number of code points.
[[nodiscard]] Str* make_str(Thread& thread, std::string_view text, uint32_t char_count);
// Inline bytes for the caller to fill in at once, before anything else is allocated: exactly
// `byte_count` bytes holding `char_count` code points. The NUL stands already. Never shares.
[[nodiscard]] Str* allocate_str(Thread& thread, uint64_t byte_count, uint64_t char_count);
// Text from bytes that nobody has checked (file names, arguments): invalid sequences become
// surrogates as with the handler surrogateescape.
[[nodiscard]] Str* make_str_lossless(Thread& thread, std::string_view bytes);
// The one interned copy. Attribute names, keyword names, identifiers in code are interned.
// (A script subclass's instance is interned as an exact copy.)
[[nodiscard]] Str* intern(Thread& thread, std::string_view text);
[[nodiscard]] Str* intern(Thread& thread, Str* text);
// left + right, for the operators + and += alike: extends left's buffer in place if it can.
[[nodiscard]] Str* concat(Thread& thread, Str* left, Str* right);
// The pieces are strings and small ints, which stand for their decimal text.
[[nodiscard]] Str* join_strings(Thread& thread, std::span<const Value> pieces);
[[nodiscard]] Str* substring(Thread& thread, Str* text, uint32_t from_char, uint32_t to_char);
// text[index], negative from the end; IndexError as CPython's.
[[nodiscard]] Value str_get_item(Thread& thread, Str* text, int64_t index);
// text[key] for any key, slices among them.
[[nodiscard]] Value str_get_item(Thread& thread, Str* text, Value key);
[[nodiscard]] Str* str_repeat(Thread& thread, Str* text, int64_t count);
// Exact str with the text of `text`: itself unless it is a subclass's instance.
[[nodiscard]] Str* exact_str(Thread& thread, Str* text);

uint32_t compute_str_hash(Str* text);
inline uint32_t str_hash(Str* text) {
  return text->hash != 0 ? text->hash : compute_str_hash(text);
}
// The same for bytes-like data: equal bytes and ASCII text hash alike. Never 0.
uint32_t hash_bytes(std::string_view bytes);
// What hash() shows: the 32 bits as a positive number, so whoever folds the upper half of a hash
// into the lower one gets str_hash back.
inline int64_t visible_str_hash(Str* text) { return str_hash(text); }

inline bool str_equal(const Str* left, const Str* right) {
  return left == right ||
         (left->byte_count == right->byte_count && !(left->is_interned && right->is_interned) &&
          equal_bytes(left->data, right->data, left->byte_count));
}
// By code points, which is the order of the bytes. Negative, 0 or positive.
int str_compare(const Str* left, const Str* right);
bool str_contains(const Str* text, const Str* part);
bool is_identifier(const Str* text);

// Byte offset of a code point (0..char_count) and back.
uint32_t byte_offset(Thread& thread, Str* text, uint32_t char_index);
uint32_t char_index(Thread& thread, Str* text, uint32_t byte_offset);

// repr() and ascii() of text.
[[nodiscard]] Str* str_repr(Thread& thread, Str* text);
[[nodiscard]] Str* str_ascii(Thread& thread, Str* text);

inline bool is_str(Value value) { return is_kind(value, Kind::Str); }
inline Str* as_str(Value value) { return value.as<Str>(); }

}  // namespace weft
