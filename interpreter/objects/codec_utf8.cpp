// UTF-8 from outside: checked once on the way in; a str without surrogates goes out as it is.
#include <cstring>

#include "interpreter/objects/codec_errors.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// What is wrong at a place: the bad bytes [start, start + size), and why.
struct BadSequence {
  uint32_t size;  // 0: the sequence is good
  std::string_view reason;
};

// Checks the sequence at `position`; `size` is set to its length if it is good.
BadSequence check_sequence(std::string_view bytes, size_t position, size_t& size) {
  const auto lead = static_cast<uint8_t>(bytes[position]);
  const size_t left = bytes.size() - position;
  if (lead < 0x80) {
    size = 1;
    return {0, {}};
  }
  if (lead < 0xc2 || lead > 0xf4) return {1, "invalid start byte"};
  size = utf8::sequence_size(bytes[position]);
  // Some leads narrow what may follow: no overlong forms, no surrogates, nothing above 0x10ffff.
  uint8_t lowest = 0x80;
  uint8_t highest = 0xbf;
  if (lead == 0xe0) lowest = 0xa0;
  if (lead == 0xed) highest = 0x9f;
  if (lead == 0xf0) lowest = 0x90;
  if (lead == 0xf4) highest = 0x8f;
  for (size_t i = 1; i < size; ++i) {
    if (i == left) return {static_cast<uint32_t>(i), "unexpected end of data"};
    const auto byte = static_cast<uint8_t>(bytes[position + i]);
    if (byte < lowest || byte > highest)
      return {static_cast<uint32_t>(i), "invalid continuation byte"};
    lowest = 0x80;
    highest = 0xbf;
  }
  return {0, {}};
}

// Where the good part from `position` on ends; `chars` grows by its code points.
size_t skip_good(std::string_view bytes, size_t position, uint64_t& chars) {
  while (position < bytes.size()) {
    const size_t plain = utf8::ascii_prefix(bytes.data() + position, bytes.size() - position);
    chars += plain;
    position += plain;
    while (position < bytes.size() && static_cast<uint8_t>(bytes[position]) >= 0x80) {
      size_t size;
      if (check_sequence(bytes, position, size).size != 0) return position;
      position += size;
      ++chars;
    }
  }
  return position;
}

// The first surrogate from `position` on, or the end. Their lead byte is 0xed.
const char* find_surrogate(const char* position, const char* end) {
  while (true) {
    const void* found = std::memchr(position, 0xed, static_cast<size_t>(end - position));
    if (found == nullptr) return end;
    position = static_cast<const char*>(found);
    if (static_cast<uint8_t>(position[1]) >= 0xa0) return position;
    position += 3;
  }
}

}  // namespace

Str* decode_utf8(DecodeErrors& errors) {
  const std::string_view bytes = errors.bytes();
  uint64_t chars = 0;
  size_t position = skip_good(bytes, 0, chars);
  if (position == bytes.size()) {
    if (bytes.size() <= MaxStrBytes)
      return make_str(errors.thread(), bytes, static_cast<uint32_t>(chars));
    raise_memory_error(errors.thread());
    return nullptr;
  }
  StrBuilder out;
  out.append(bytes.substr(0, position));
  while (position < bytes.size()) {
    size_t size;
    const BadSequence bad = check_sequence(bytes, position, size);
    if (bad.size != 0 &&
        !errors.handle(out, Encoding::Utf8, position, position + bad.size, bad.reason, position))
      return nullptr;
    const size_t good_end = skip_good(bytes, position, chars);
    out.append(bytes.substr(position, good_end - position));
    position = good_end;
  }
  return out.finish(errors.thread());
}

Bytes* encode_utf8(EncodeErrors& errors, std::string_view prefix) {
  Str* text = errors.text();
  const char* end = text->data + text->byte_count;
  const char* bad = text->is_ascii ? end : find_surrogate(text->data, end);
  if (bad == end && prefix.empty()) return make_bytes(errors.thread(), text->view());
  ByteBuilder out;
  out.append(prefix);
  const char* position = text->data;
  uint64_t chars = 0;
  while (true) {
    out.append(std::string_view(position, static_cast<size_t>(bad - position)));
    if (bad == end) break;
    chars += utf8::count_chars(position, static_cast<size_t>(bad - position));
    const char* stop = bad;  // behind all surrogates in a row
    uint64_t count = 0;
    while (stop != end && *stop == '\xed' && static_cast<uint8_t>(stop[1]) >= 0xa0) {
      stop += 3;
      ++count;
    }
    ByteBuilder replacement;
    bool is_encoded;
    if (!errors.handle(Encoding::Utf8, {bad, stop, chars, chars + count}, "surrogates not allowed",
                       replacement, is_encoded))
      return nullptr;
    out.append(replacement.view());
    chars += count;
    position = stop;
    bad = find_surrogate(position, end);
  }
  if (out.failed()) {
    raise_memory_error(errors.thread());
    return nullptr;
  }
  return make_bytes(errors.thread(), out.view());
}

}  // namespace weft
