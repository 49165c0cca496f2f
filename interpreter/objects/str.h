// str: immutable text in UTF-8 (lone surrogates as their three-byte form).
//
// Layout: `data` points at the bytes, which lie inline behind the struct or in a shared ByteBuffer
// (`buffer`), so that `s += t` in a loop can extend a buffer with room in place. Always followed by
// a NUL byte that is not counted only when inline. ASCII strings index in constant time; others
// through a table of offsets every 64 code points, built on first use and kept behind `index`.
#pragma once

#include <cstdint>
#include <string_view>

#include "interpreter/objects/object.h"

namespace weft {

struct Str : Object {
  using Object::Object;
  uint32_t hash;        // 0: not computed yet
  uint32_t byte_count;  // strings are at most 4 GiB - 1
  uint32_t char_count;  // code points
  uint8_t is_ascii;
  uint8_t is_interned;  // in the isolate's table: equal interned strings are the same cell
  const char* data;
  ByteBuffer* buffer;   // shared storage, null when the bytes are inline
  Cell* index;          // offsets of every 64th code point; null until needed (never for ASCII)

  std::string_view view() const { return {data, byte_count}; }
};

// All makers return null with MemoryError pending when memory or the size limit is exceeded.
// `text` must be valid UTF-8 (surrogates allowed); it may lie in another Str.
[[nodiscard]] Str* make_str(Thread& thread, std::string_view text);
[[nodiscard]] Str* make_ascii_str(Thread& thread, std::string_view text);
[[nodiscard]] Str* make_char_str(Thread& thread, uint32_t code_point);  // cached for Latin-1
// The one interned copy. Attribute names, keyword names, identifiers in code are interned.
[[nodiscard]] Str* intern(Thread& thread, std::string_view text);
[[nodiscard]] Str* intern(Thread& thread, Str* text);
[[nodiscard]] Str* concat(Thread& thread, Str* left, Str* right);
[[nodiscard]] Str* substring(Thread& thread, Str* text, uint32_t from_char, uint32_t to_char);

uint32_t compute_str_hash(Str* text);
inline uint32_t str_hash(Str* text) { return text->hash != 0 ? text->hash : compute_str_hash(text); }
inline bool str_equal(const Str* left, const Str* right) {
  return left == right ||
         (!(left->is_interned && right->is_interned) && left->view() == right->view());
}
inline bool is_str(Value value) { return is_kind(value, Kind::Str); }
inline Str* as_str(Value value) { return value.as<Str>(); }

}  // namespace weft
