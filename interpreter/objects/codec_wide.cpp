// UTF-16 and UTF-32, in either byte order. The forms without a named order begin with a mark when
// written, and take the order from one (or little endian) when read.
#include "interpreter/objects/codec_errors.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

struct Form {
  size_t unit_size;
  bool is_big;
  bool has_mark;
};

Form form_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf16:
      return {2, false, true};
    case Encoding::Utf16Big:
      return {2, true, false};
    case Encoding::Utf32:
      return {4, false, true};
    case Encoding::Utf32Little:
      return {4, false, false};
    case Encoding::Utf32Big:
      return {4, true, false};
    default:
      return {2, false, false};
  }
}

void append_unit(ByteBuilder& out, const Form& form, uint32_t unit) {
  char* place = out.extend(form.unit_size);
  if (place == nullptr) return;
  for (size_t i = 0; i < form.unit_size; ++i)
    place[i] = static_cast<char>(unit >> 8 * (form.is_big ? form.unit_size - 1 - i : i));
}

uint32_t read_unit(const Form& form, const char* place) {
  uint32_t unit = 0;
  for (size_t i = 0; i < form.unit_size; ++i)
    unit |= static_cast<uint32_t>(static_cast<uint8_t>(place[i]))
            << 8 * (form.is_big ? form.unit_size - 1 - i : i);
  return unit;
}

constexpr uint32_t Mark = 0xfeff;

// A sequence of UTF-16 or UTF-32: its code point, or the bad bytes and why.
struct Sequence {
  uint32_t code_point;
  size_t size;
  std::string_view reason;  // empty: good
};

Sequence read_utf16(const Form& form, std::string_view bytes, size_t position) {
  const size_t left = bytes.size() - position;
  if (left < 2) return {0, left, "truncated data"};
  const uint32_t unit = read_unit(form, bytes.data() + position);
  if (!is_surrogate(unit)) return {unit, 2, {}};
  if (unit >= 0xdc00) return {0, 2, "illegal encoding"};
  if (left < 4) return {0, left, "unexpected end of data"};
  const uint32_t low = read_unit(form, bytes.data() + position + 2);
  if (low < 0xdc00 || low > 0xdfff) return {0, 2, "illegal UTF-16 surrogate"};
  return {0x10000 + ((unit & 0x3ff) << 10 | (low & 0x3ff)), 4, {}};
}

Sequence read_utf32(const Form& form, std::string_view bytes, size_t position) {
  const size_t left = bytes.size() - position;
  if (left < 4) return {0, left, "truncated data"};
  const uint32_t unit = read_unit(form, bytes.data() + position);
  if (is_surrogate(unit)) return {0, 4, "code point in surrogate code point range(0xd800, 0xe000)"};
  if (unit > utf8::MaxCodePoint) return {0, 4, "code point not in range(0x110000)"};
  return {unit, 4, {}};
}

}  // namespace

Bytes* encode_wide(EncodeErrors& errors, Encoding encoding) {
  const Form form = form_of(encoding);
  Str* text = errors.text();
  ByteBuilder out;
  if (form.has_mark) append_unit(out, form, Mark);
  const char* position = text->data;
  const char* end = position + text->byte_count;
  for (uint64_t index = 0; position != end; ++index) {
    const char* start = position;
    const uint32_t code_point = utf8::decode(position);
    if (is_surrogate(code_point)) {
      ByteBuilder replacement;
      bool is_encoded;
      if (!errors.handle(encoding, {start, position, index, index + 1}, "surrogates not allowed",
                         replacement, is_encoded))
        return nullptr;
      if (is_encoded)
        out.append(replacement.view());
      else
        for (const char byte : replacement.view())
          append_unit(out, form, static_cast<uint8_t>(byte));
    } else if (form.unit_size == 2 && code_point >= 0x10000) {
      append_unit(out, form, 0xd800 + ((code_point - 0x10000) >> 10));
      append_unit(out, form, 0xdc00 + (code_point & 0x3ff));
    } else {
      append_unit(out, form, code_point);
    }
  }
  if (out.failed()) {
    raise_memory_error(errors.thread());
    return nullptr;
  }
  return make_bytes(errors.thread(), out.view());
}

Str* decode_wide(DecodeErrors& errors, Encoding encoding) {
  Form form = form_of(encoding);
  const std::string_view bytes = errors.bytes();
  const bool is_utf16 = form.unit_size == 2;
  size_t position = 0;
  if (form.has_mark && bytes.size() >= form.unit_size) {
    form.is_big = false;
    if (read_unit(form, bytes.data()) == Mark) {
      position = form.unit_size;
    } else {
      form.is_big = true;
      if (read_unit(form, bytes.data()) == Mark)
        position = form.unit_size;
      else
        form.is_big = false;
    }
  }
  if (form.has_mark) {  // errors name the order that was found
    if (is_utf16)
      encoding = form.is_big ? Encoding::Utf16Big : Encoding::Utf16Little;
    else
      encoding = form.is_big ? Encoding::Utf32Big : Encoding::Utf32Little;
  }
  StrBuilder out;
  while (position < bytes.size()) {
    const Sequence sequence =
        is_utf16 ? read_utf16(form, bytes, position) : read_utf32(form, bytes, position);
    if (sequence.reason.empty()) {
      out.append_char(sequence.code_point);
      position += sequence.size;
    } else if (!errors.handle(out, encoding, position, position + sequence.size, sequence.reason,
                              position)) {
      return nullptr;
    }
  }
  return out.finish(errors.thread());
}

}  // namespace weft
