// Methods of str that add or take away at the ends: strip, center, zfill, expandtabs.
#include <algorithm>
#include <cstring>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// --- Strip --------------------------------------------------------------------------------------

enum StripSides : uint8_t { Left = 1, Right = 2 };

// The characters to take away: blanks, or those of a string.
class CharSet {
 public:
  explicit CharSet(const Str* chars) : chars_(chars) {
    if (chars == nullptr) return;
    for (const char byte : chars->view())
      if (static_cast<uint8_t>(byte) < 0x80) ascii_[byte >> 6] |= uint64_t{1} << (byte & 63);
  }

  bool has_ascii(char byte) const {
    if (chars_ == nullptr) return unicode::ascii_is(byte, unicode::AsciiSpace);
    return (ascii_[byte >> 6] >> (byte & 63) & 1) != 0;
  }
  // The code point encoded from `from` to `to`.
  bool has(const char* from, const char* to) const {
    if (to - from == 1) return has_ascii(*from);
    if (chars_ == nullptr) return unicode::is_space(utf8::decode(from));
    return memmem(chars_->data, chars_->byte_count, from, static_cast<size_t>(to - from)) !=
           nullptr;
  }

 private:
  const Str* chars_;
  uint64_t ascii_[2] = {};
};

Value strip_ascii_blanks(Thread& thread, Str* self, uint8_t sides) {
  const char* from = self->data;
  const char* to = from + self->byte_count;
  if ((sides & Left) != 0)
    while (from != to && unicode::ascii_is(*from, unicode::AsciiSpace)) ++from;
  if ((sides & Right) != 0)
    while (from != to && unicode::ascii_is(to[-1], unicode::AsciiSpace)) --to;
  const auto size = static_cast<size_t>(to - from);
  return Value::cell(size == self->byte_count ? exact_str(thread, self)
                                              : make_ascii_str(thread, {from, size}));
}

Value strip(Thread& thread, Arguments arguments, uint8_t sides, std::string_view name) {
  Str* self = as_str(arguments[0]);
  const Value which = arguments[1];
  if (!which.is_none() && !is_str(which))
    return raise_type_error(thread, text(name, " arg must be None or str"));
  if (which.is_none() && self->is_ascii) return strip_ascii_blanks(thread, self, sides);
  const CharSet set(which.is_none() ? nullptr : as_str(which));
  const char* from = self->data;
  const char* to = from + self->byte_count;
  if ((sides & Left) != 0) {
    while (from != to) {
      const char* next = from + utf8::sequence_size(*from);
      if (!set.has(from, next)) break;
      from = next;
    }
  }
  if ((sides & Right) != 0) {
    while (from != to) {
      const char* previous = utf8::previous(to);
      if (!set.has(previous, to)) break;
      to = previous;
    }
  }
  const std::string_view left(from, static_cast<size_t>(to - from));
  if (left.size() == self->byte_count) return Value::cell(exact_str(thread, self));
  if (self->is_ascii) return Value::cell(make_ascii_str(thread, left));
  return Value::cell(make_str(thread, left));
}

// --- Padding ------------------------------------------------------------------------------------

// Width and fill character of center, ljust and rjust; false with an exception pending.
bool pad_arguments(Thread& thread, Arguments arguments, int64_t& width, uint32_t& fill) {
  const auto converted = to_size_argument(thread, arguments[1]);
  if (!converted) return false;
  width = *converted;
  const Value given = arguments[2];
  if (!is_str(given)) {
    raise_type_error(thread, text("The fill character must be a unicode character, not ",
                                  type_name(thread, given)));
    return false;
  }
  if (as_str(given)->char_count != 1) {
    raise_type_error(thread, "The fill character must be exactly one character long");
    return false;
  }
  const char* position = as_str(given)->data;
  fill = utf8::decode(position);
  return true;
}

char* write_fill(char* out, uint32_t fill, uint64_t count) {
  if (fill < 0x80) {
    std::memset(out, static_cast<int>(fill), count);
    return out + count;
  }
  for (uint64_t i = 0; i < count; ++i) out = utf8::encode(out, fill);
  return out;
}

Value padded(Thread& thread, Str* self, uint64_t before, uint64_t after, uint32_t fill) {
  if (before == 0 && after == 0) return Value::cell(exact_str(thread, self));
  const uint64_t added = before + after;
  if (added > MaxStrBytes) return raise_memory_error(thread);
  if (self->char_count + added == 1) return Value::cell(make_char_str(thread, fill));
  Str* made = allocate_str(thread, self->byte_count + added * utf8::encoded_size(fill),
                           self->char_count + added);
  if (made == nullptr) return Value::error();
  char* out = write_fill(made->inline_bytes(), fill, before);
  std::memcpy(out, self->data, self->byte_count);
  write_fill(out + self->byte_count, fill, after);
  return Value::cell(made);
}

// How many fill characters `width` asks for.
uint64_t missing(const Str* self, int64_t width) {
  return width > self->char_count ? static_cast<uint64_t>(width) - self->char_count : 0;
}

}  // namespace

Value str_strip(Thread& thread, Arguments arguments) {
  return strip(thread, arguments, Left | Right, "strip");
}

Value str_lstrip(Thread& thread, Arguments arguments) {
  return strip(thread, arguments, Left, "lstrip");
}

Value str_rstrip(Thread& thread, Arguments arguments) {
  return strip(thread, arguments, Right, "rstrip");
}

Value str_ljust(Thread& thread, Arguments arguments) {
  int64_t width;
  uint32_t fill;
  if (!pad_arguments(thread, arguments, width, fill)) return Value::error();
  Str* self = as_str(arguments[0]);
  return padded(thread, self, 0, missing(self, width), fill);
}

Value str_rjust(Thread& thread, Arguments arguments) {
  int64_t width;
  uint32_t fill;
  if (!pad_arguments(thread, arguments, width, fill)) return Value::error();
  Str* self = as_str(arguments[0]);
  return padded(thread, self, missing(self, width), 0, fill);
}

Value str_center(Thread& thread, Arguments arguments) {
  int64_t width;
  uint32_t fill;
  if (!pad_arguments(thread, arguments, width, fill)) return Value::error();
  Str* self = as_str(arguments[0]);
  const uint64_t total = missing(self, width);
  // An odd character goes to the left only if the width is odd too.
  const uint64_t left = total / 2 + (total & static_cast<uint64_t>(width) & 1);
  return padded(thread, self, left, total - left, fill);
}

Value str_zfill(Thread& thread, Arguments arguments) {
  const auto width = to_size_argument(thread, arguments[1]);
  if (!width) return Value::error();
  Str* self = as_str(arguments[0]);
  const uint64_t zeros = missing(self, *width);
  if (zeros == 0) return Value::cell(exact_str(thread, self));
  const Value filled = padded(thread, self, zeros, 0, '0');
  if (!filled) return filled;
  // A sign moves before the zeros.
  if (self->byte_count != 0 && (self->data[0] == '+' || self->data[0] == '-')) {
    char* bytes = as_str(filled)->inline_bytes();
    bytes[0] = self->data[0];
    bytes[zeros] = '0';
  }
  return filled;
}

Value str_expand_tabs(Thread& thread, Arguments arguments) {
  const auto tab_size = to_int_argument(thread, arguments[1]);
  if (!tab_size) return Value::error();
  Str* self = as_str(arguments[0]);
  if (std::memchr(self->data, '\t', self->byte_count) == nullptr)
    return Value::cell(exact_str(thread, self));
  StrBuilder out;
  int64_t column = 0;
  for (const char byte : self->view()) {
    if (byte == '\t') {
      if (*tab_size > 0) {
        const int64_t blanks = *tab_size - column % *tab_size;
        column += blanks;
        out.append_repeated(' ', static_cast<size_t>(blanks));
        if (out.failed()) return raise_overflow_error(thread, "new string is too long");
      }
      continue;
    }
    out.append(byte);
    if (!utf8::is_continuation(byte)) ++column;
    if (byte == '\n' || byte == '\r') column = 0;
  }
  return Value::cell(out.finish(thread));
}

}  // namespace weft
