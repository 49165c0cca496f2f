// Encodings of one byte a code point: ASCII, Latin-1, Windows-1252.
#include <iterator>

#include "interpreter/objects/codec_errors.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// Code points of bytes 0x80..0x9f in Windows-1252; 0 where there is none.
constexpr uint16_t windows_1252[] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

// The byte, or -1.
int encode_char(Encoding encoding, uint32_t code_point) {
  if (code_point < 0x80) return static_cast<int>(code_point);
  if (encoding == Encoding::Ascii) return -1;
  if (encoding == Encoding::Latin1) return code_point < 0x100 ? static_cast<int>(code_point) : -1;
  if (code_point >= 0xa0 && code_point < 0x100) return static_cast<int>(code_point);
  for (size_t i = 0; i < std::size(windows_1252); ++i)
    if (windows_1252[i] == code_point) return static_cast<int>(0x80 + i);
  return -1;
}

// The code point, or -1.
int decode_byte(Encoding encoding, uint8_t byte) {
  if (byte < 0x80 || encoding == Encoding::Latin1) return byte;
  if (encoding == Encoding::Ascii) return -1;
  if (byte >= 0xa0) return byte;
  return windows_1252[byte - 0x80] != 0 ? windows_1252[byte - 0x80] : -1;
}

std::string_view reason_for(Encoding encoding) {
  switch (encoding) {
    case Encoding::Ascii:
      return "ordinal not in range(128)";
    case Encoding::Latin1:
      return "ordinal not in range(256)";
    default:
      return "character maps to <undefined>";
  }
}

Str* decode_latin1(Thread& thread, std::string_view bytes) {
  uint64_t size = 0;
  for (const char byte : bytes) size += static_cast<uint8_t>(byte) < 0x80 ? 1 : 2;
  if (bytes.size() == 1) return make_char_str(thread, static_cast<uint8_t>(bytes[0]));
  Str* made = allocate_str(thread, size, bytes.size());
  if (made == nullptr) return nullptr;
  char* out = made->inline_bytes();
  for (const char byte : bytes) out = utf8::encode(out, static_cast<uint8_t>(byte));
  return made;
}

}  // namespace

Bytes* encode_single_byte(EncodeErrors& errors, Encoding encoding) {
  Str* text = errors.text();
  if (text->is_ascii) return make_bytes(errors.thread(), text->view());
  ByteBuilder out;
  const char* position = text->data;
  const char* end = position + text->byte_count;
  uint64_t index = 0;
  while (position != end) {
    const char* start = position;
    const int byte = encode_char(encoding, utf8::decode(position));
    if (byte >= 0) {
      out.append(static_cast<char>(byte));
      ++index;
      continue;
    }
    BadText bad{start, position, index, index + 1};
    while (bad.to != end) {  // all bad ones in a row
      const char* next = bad.to;
      if (encode_char(encoding, utf8::decode(next)) >= 0) break;
      bad.to = next;
      ++bad.end;
    }
    ByteBuilder replacement;
    bool is_encoded;
    if (!errors.handle(encoding, bad, reason_for(encoding), replacement, is_encoded))
      return nullptr;
    out.append(replacement.view());
    position = bad.to;
    index = bad.end;
  }
  if (out.failed()) {
    raise_memory_error(errors.thread());
    return nullptr;
  }
  return make_bytes(errors.thread(), out.view());
}

Str* decode_single_byte(DecodeErrors& errors, Encoding encoding) {
  const std::string_view bytes = errors.bytes();
  if (utf8::is_ascii(bytes.data(), bytes.size())) return make_ascii_str(errors.thread(), bytes);
  if (encoding == Encoding::Latin1) return decode_latin1(errors.thread(), bytes);
  StrBuilder out;
  for (size_t position = 0; position < bytes.size();) {
    const int code_point = decode_byte(encoding, static_cast<uint8_t>(bytes[position]));
    if (code_point >= 0) {
      out.append_char(static_cast<uint32_t>(code_point));
      ++position;
      continue;
    }
    if (!errors.handle(out, encoding, position, position + 1, reason_for(encoding), position))
      return nullptr;
  }
  return out.finish(errors.thread());
}

}  // namespace weft
