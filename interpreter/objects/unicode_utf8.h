// UTF-8 as str keeps it: known to be valid, lone surrogates allowed in their three-byte form.
// Bytes from outside are checked by codec_utf8.cpp before they come here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace weft::utf8 {

inline constexpr uint32_t MaxCodePoint = 0x10ffff;

inline bool is_continuation(char byte) { return (static_cast<uint8_t>(byte) & 0xc0) == 0x80; }

// Bytes of the sequence that `lead` begins.
inline uint32_t sequence_size(char lead) {
  const auto byte = static_cast<uint8_t>(lead);
  if (byte < 0x80) return 1;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

// The code point at `text`, which is moved behind it.
inline uint32_t decode(const char*& text) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text);
  const uint32_t lead = bytes[0];
  if (lead < 0x80) {
    text += 1;
    return lead;
  }
  if (lead < 0xe0) {
    text += 2;
    return (lead & 0x1f) << 6 | (bytes[1] & 0x3fu);
  }
  if (lead < 0xf0) {
    text += 3;
    return (lead & 0x0f) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3fu);
  }
  text += 4;
  return (lead & 0x07) << 18 | (bytes[1] & 0x3fu) << 12 | (bytes[2] & 0x3fu) << 6 |
         (bytes[3] & 0x3fu);
}

// The start of the code point before `text`.
inline const char* previous(const char* text) {
  do --text;
  while (is_continuation(*text));
  return text;
}

inline uint32_t encoded_size(uint32_t code_point) {
  if (code_point < 0x80) return 1;
  if (code_point < 0x800) return 2;
  return code_point < 0x10000 ? 3 : 4;
}

// Writes the code point; the place behind it.
inline char* encode(char* out, uint32_t code_point) {
  if (code_point < 0x80) {
    *out++ = static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    *out++ = static_cast<char>(0xc0 | code_point >> 6);
    *out++ = static_cast<char>(0x80 | (code_point & 0x3f));
  } else if (code_point < 0x10000) {
    *out++ = static_cast<char>(0xe0 | code_point >> 12);
    *out++ = static_cast<char>(0x80 | (code_point >> 6 & 0x3f));
    *out++ = static_cast<char>(0x80 | (code_point & 0x3f));
  } else {
    *out++ = static_cast<char>(0xf0 | code_point >> 18);
    *out++ = static_cast<char>(0x80 | (code_point >> 12 & 0x3f));
    *out++ = static_cast<char>(0x80 | (code_point >> 6 & 0x3f));
    *out++ = static_cast<char>(0x80 | (code_point & 0x3f));
  }
  return out;
}

inline uint64_t load_word(const char* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, sizeof(word));
  return word;
}

// Length of the ASCII run at the start.
inline size_t ascii_prefix(const char* text, size_t size) {
  constexpr uint64_t High = 0x8080808080808080;
  size_t i = 0;
  for (; i + 8 <= size; i += 8)
    if ((load_word(text + i) & High) != 0) break;
  while (i < size && static_cast<uint8_t>(text[i]) < 0x80) ++i;
  return i;
}
inline bool is_ascii(const char* text, size_t size) {
  constexpr uint64_t High = 0x8080808080808080;
  uint64_t seen = 0;
  size_t i = 0;
  for (; i + 8 <= size; i += 8) seen |= load_word(text + i);
  for (; i < size; ++i) seen |= static_cast<uint8_t>(text[i]) & 0x80u;
  return (seen & High) == 0;
}

// Bytes of a word that begin a code point.
inline size_t count_leads(uint64_t word) {
  // One bit for each continuation byte: high bit set, the next one clear.
  const uint64_t continuations = word >> 7 & ~word >> 6 & 0x0101010101010101;
  return 8 - (continuations * 0x0101010101010101 >> 56);
}

// Code points in `size` bytes.
inline size_t count_chars(const char* text, size_t size) {
  size_t count = 0;
  size_t i = 0;
  for (; i + 8 <= size; i += 8) count += count_leads(load_word(text + i));
  for (; i < size; ++i) count += !is_continuation(text[i]);
  return count;
}

// Behind the next `count` code points, which must exist before `end`.
inline const char* skip(const char* text, const char* end, size_t count) {
  if (count >= 8) {
    // Eight bytes at a time, passing their leads; then on to the next lead.
    for (; count >= 8 && end - text >= 8; text += 8) count -= count_leads(load_word(text));
    while (text != end && is_continuation(*text)) ++text;
  }
  for (; count != 0; --count) text += sequence_size(*text);
  return text;
}

}  // namespace weft::utf8
