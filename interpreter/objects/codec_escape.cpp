// unicode_escape and raw_unicode_escape: text as it would stand in a literal. Names of characters
// (\N{…}) are not known here and count as unknown.
#include "interpreter/objects/codec_errors.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

constexpr char hex_digits[] = "0123456789abcdef";

void append_hex_escape(ByteBuilder& out, char letter, uint32_t number, int digits) {
  out.append('\\');
  out.append(letter);
  while (digits-- > 0) out.append(hex_digits[number >> (4 * digits) & 0xf]);
}

int hex_value(char byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
  return -1;
}

int hex_length(char letter) { return letter == 'x' ? 2 : letter == 'u' ? 4 : 8; }

// An escape that was read: its code point, or what is wrong with bytes [start, end).
struct Escape {
  uint32_t code_point = 0;
  size_t end = 0;
  std::string_view reason;  // empty: good
};

// `position` is behind the letter x, u or U.
Escape read_hex(std::string_view bytes, size_t position, char letter, bool is_raw) {
  Escape escape;
  int left = hex_length(letter);
  for (; left > 0 && position < bytes.size(); --left, ++position) {
    const int digit = hex_value(bytes[position]);
    if (digit < 0) break;
    escape.code_point = escape.code_point << 4 | static_cast<uint32_t>(digit);
  }
  escape.end = position;
  if (left > 0)
    escape.reason = letter == 'x'   ? "truncated \\xXX escape"
                    : letter == 'u' ? "truncated \\uXXXX escape"
                                    : "truncated \\UXXXXXXXX escape";
  else if (escape.code_point > utf8::MaxCodePoint)
    escape.reason = is_raw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character";
  return escape;
}

// The escapes of one character for one.
int simple_escape(char letter) {
  switch (letter) {
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    case '\\':
    case '\'':
    case '"':
      return letter;
    default:
      return -1;
  }
}

Escape read_name(std::string_view bytes, size_t position) {
  Escape escape;
  escape.reason = "malformed \\N character escape";
  escape.end = position;
  if (position == bytes.size() || bytes[position] != '{') return escape;
  const size_t close = bytes.find('}', position);
  if (close == std::string_view::npos) {
    escape.end = bytes.size();
    return escape;
  }
  escape.end = close + 1;
  if (close > position + 1) escape.reason = "unknown Unicode character name";
  return escape;
}

Escape read_octal(std::string_view bytes, size_t position) {
  Escape escape;
  for (int i = 0; i < 3 && position < bytes.size(); ++i, ++position) {
    if (bytes[position] < '0' || bytes[position] > '7') break;
    escape.code_point = escape.code_point * 8 + static_cast<uint32_t>(bytes[position] - '0');
  }
  escape.end = position;
  return escape;
}

}  // namespace

Bytes* encode_escaped(EncodeErrors& errors, Encoding encoding) {
  const bool is_raw = encoding == Encoding::RawUnicodeEscape;
  const Str* text = errors.text();
  ByteBuilder out;
  const char* position = text->data;
  const char* end = position + text->byte_count;
  while (position != end) {
    const uint32_t code_point = utf8::decode(position);
    if (code_point >= 0x10000)
      append_hex_escape(out, 'U', code_point, 8);
    else if (code_point >= 0x100)
      append_hex_escape(out, 'u', code_point, 4);
    else if (is_raw || (code_point >= ' ' && code_point < 0x7f && code_point != '\\'))
      out.append(static_cast<char>(code_point));
    else if (code_point == '\\')
      out.append("\\\\");
    else if (code_point == '\t')
      out.append("\\t");
    else if (code_point == '\n')
      out.append("\\n");
    else if (code_point == '\r')
      out.append("\\r");
    else
      append_hex_escape(out, 'x', code_point, 2);
  }
  if (out.failed()) {
    raise_memory_error(errors.thread());
    return nullptr;
  }
  return make_bytes(errors.thread(), out.view());
}

Str* decode_escaped(DecodeErrors& errors, Encoding encoding) {
  const bool is_raw = encoding == Encoding::RawUnicodeEscape;
  const std::string_view bytes = errors.bytes();
  StrBuilder out;
  size_t position = 0;
  while (position < bytes.size()) {
    const size_t start = position;
    const char byte = bytes[position++];
    if (byte != '\\' || (is_raw && position == bytes.size())) {
      out.append_char(static_cast<uint8_t>(byte));
      continue;
    }
    if (position == bytes.size()) {
      if (!errors.handle(out, encoding, start, position, "\\ at end of string", position))
        return nullptr;
      continue;
    }
    const char letter = bytes[position++];
    Escape escape;
    if (letter == 'u' || letter == 'U' || (letter == 'x' && !is_raw)) {
      escape = read_hex(bytes, position, letter, is_raw);
    } else if (is_raw) {
      out.append('\\');
      out.append_char(static_cast<uint8_t>(letter));
      continue;
    } else if (letter == '\n') {
      continue;
    } else if (letter == 'N') {
      escape = read_name(bytes, position);
    } else if (letter >= '0' && letter <= '7') {
      escape = read_octal(bytes, position - 1);
    } else {
      const int simple = simple_escape(letter);
      if (simple < 0) out.append('\\');
      out.append_char(simple < 0 ? static_cast<uint8_t>(letter) : static_cast<uint32_t>(simple));
      continue;
    }
    if (escape.reason.empty()) {
      out.append_char(escape.code_point);
      position = escape.end;
    } else if (!errors.handle(out, encoding, start, escape.end, escape.reason, position)) {
      return nullptr;
    }
  }
  return out.finish(errors.thread());
}

}  // namespace weft
