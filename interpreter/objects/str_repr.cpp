// repr() and ascii() of text.
#include <cstring>

#include "interpreter/objects/str.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

constexpr char hex_digits[] = "0123456789abcdef";

// Double quotes only for text that has single ones and no double ones.
char quote_for(std::string_view text) {
  const bool has_single = text.find('\'') != std::string_view::npos;
  return has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

void append_hex_escape(StrBuilder& out, char letter, uint32_t code_point, int digits) {
  out.append('\\');
  out.append(letter);
  while (digits-- > 0) out.append(hex_digits[code_point >> (4 * digits) & 0xf]);
}

void append_escaped(StrBuilder& out, uint32_t code_point) {
  switch (code_point) {
    case '\t':
      return out.append("\\t");
    case '\n':
      return out.append("\\n");
    case '\r':
      return out.append("\\r");
    default:
      if (code_point < 0x100) return append_hex_escape(out, 'x', code_point, 2);
      if (code_point < 0x10000) return append_hex_escape(out, 'u', code_point, 4);
      return append_hex_escape(out, 'U', code_point, 8);
  }
}

Str* quoted(Thread& thread, Str* text, bool ascii_only) {
  const char quote = quote_for(text->view());
  StrBuilder out;
  out.append(quote);
  const char* position = text->data;
  const char* end = position + text->byte_count;
  while (position != end) {
    // A stretch that stands for itself.
    const char* plain = position;
    while (plain != end && static_cast<uint8_t>(*plain) >= 0x20 &&
           static_cast<uint8_t>(*plain) < 0x7f && *plain != quote && *plain != '\\')
      ++plain;
    if (plain != position) {
      out.append(std::string_view(position, static_cast<size_t>(plain - position)));
      position = plain;
      continue;
    }
    const uint32_t code_point = utf8::decode(position);
    if (code_point == static_cast<uint8_t>(quote) || code_point == '\\') {
      out.append('\\');
      out.append(static_cast<char>(code_point));
    } else if (code_point >= 0x80 && !ascii_only && unicode::is_printable(code_point)) {
      out.append_char(code_point);
    } else {
      append_escaped(out, code_point);
    }
  }
  out.append(quote);
  return out.finish(thread);
}

}  // namespace

Str* str_repr(Thread& thread, Str* text) { return quoted(thread, text, false); }

Str* str_ascii(Thread& thread, Str* text) { return quoted(thread, text, true); }

}  // namespace weft
