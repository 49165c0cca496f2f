// Methods of bytes and bytearray that give a changed copy.
#include <algorithm>
#include <cstring>

#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/bytes_search.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/unicode.h"

namespace weft {

namespace {

template <class MapByte>
Value map_bytes(Thread& thread, Value self, MapByte&& map_byte) {
  char* out;
  const Value made = allocate_bytes_like(thread, self, bytes_view(self).size(), out);
  if (!made) return made;
  for (const char byte : bytes_view(self)) *out++ = map_byte(byte);
  return made;
}

Value change_all(Thread& thread, Value self, void (*change)(char*, const char*, size_t)) {
  char* out;
  const Value made = allocate_bytes_like(thread, self, bytes_view(self).size(), out);
  if (made) change(out, bytes_view(self).data(), bytes_view(self).size());
  return made;
}

// --- Ends ---------------------------------------------------------------------------------------

enum StripSides : uint8_t { Left = 1, Right = 2 };

Value strip(Thread& thread, Arguments arguments, uint8_t sides) {
  const Value self = arguments[0];
  bool set[256] = {};
  if (arguments[1].is_none()) {
    for (int byte = 0; byte < 128; ++byte)
      set[byte] = (unicode::ascii_flags[byte] & unicode::AsciiByteSpace) != 0;
  } else {
    const auto given = readable_bytes(thread, arguments[1]);
    if (!given) return Value::error();
    for (const char byte : *given) set[static_cast<uint8_t>(byte)] = true;
  }
  std::string_view left = bytes_view(self);
  const size_t size = left.size();
  if ((sides & Left) != 0)
    while (!left.empty() && set[static_cast<uint8_t>(left.front())]) left.remove_prefix(1);
  if ((sides & Right) != 0)
    while (!left.empty() && set[static_cast<uint8_t>(left.back())]) left.remove_suffix(1);
  if (left.size() == size) return unchanged_bytes(thread, self);
  return make_bytes_like(thread, self, left);
}

// Width and fill byte of center, ljust and rjust; false with an exception pending.
bool pad_arguments(Thread& thread, Arguments arguments, std::string_view name, int64_t& width,
                   char& fill) {
  const auto converted = to_size_argument(thread, arguments[1]);
  if (!converted) return false;
  width = *converted;
  const Value given = arguments[2];
  fill = ' ';
  if (given.is_unset()) return true;
  const auto bytes = is_bytes(given) || is_bytearray(given) ? peek_bytes(given) : std::nullopt;
  if (!bytes || bytes->size() != 1) {
    raise_type_error(thread, text(name, "() argument 2 must be a byte string of length 1, not ",
                                  argument_type_name(thread, given)));
    return false;
  }
  fill = bytes->front();
  return true;
}

Value padded(Thread& thread, Value self, uint64_t before, uint64_t after, char fill) {
  if (before == 0 && after == 0) return unchanged_bytes(thread, self);
  const uint64_t size = bytes_view(self).size();
  char* out;
  const Value made = allocate_bytes_like(thread, self, size + before + after, out);
  if (!made) return made;
  std::memset(out, fill, before);
  if (size != 0) std::memcpy(out + before, bytes_view(self).data(), size);
  std::memset(out + before + size, fill, after);
  return made;
}

uint64_t missing(Value self, int64_t width) {
  const auto size = static_cast<int64_t>(bytes_view(self).size());
  return width > size ? static_cast<uint64_t>(width - size) : 0;
}

// --- Replacing ----------------------------------------------------------------------------------

// `replacement` before every byte and at the end, at most `limit` times.
Value interleave(Thread& thread, Value self, std::string_view replacement, uint64_t limit) {
  const std::string_view view = bytes_view(self);
  const uint64_t times = std::min<uint64_t>(limit, view.size() + 1);
  if (times == 0 || replacement.empty()) return unchanged_bytes(thread, self);
  char* out;
  const Value made =
      allocate_bytes_like(thread, self, view.size() + times * replacement.size(), out);
  if (!made) return made;
  size_t position = 0;
  for (uint64_t i = 0; i < times; ++i) {
    std::memcpy(out, replacement.data(), replacement.size());
    out += replacement.size();
    if (position < view.size()) *out++ = view[position++];
  }
  if (position < view.size()) std::memcpy(out, view.data() + position, view.size() - position);
  return made;
}

}  // namespace

Value bytes_lower(Thread& thread, Arguments arguments) {
  return change_all(thread, arguments[0], unicode::ascii_lower_all);
}

Value bytes_upper(Thread& thread, Arguments arguments) {
  return change_all(thread, arguments[0], unicode::ascii_upper_all);
}

Value bytes_swapcase(Thread& thread, Arguments arguments) {
  return map_bytes(thread, arguments[0], [](char byte) {
    return unicode::ascii_is(byte, unicode::AsciiUpper) ? unicode::ascii_lower(byte)
                                                        : unicode::ascii_upper(byte);
  });
}

Value bytes_capitalize(Thread& thread, Arguments arguments) {
  return map_bytes(thread, arguments[0], [first = true](char byte) mutable {
    if (!first) return unicode::ascii_lower(byte);
    first = false;
    return unicode::ascii_upper(byte);
  });
}

Value bytes_title(Thread& thread, Arguments arguments) {
  return map_bytes(thread, arguments[0], [in_word = false](char byte) mutable {
    const char mapped = in_word ? unicode::ascii_lower(byte) : unicode::ascii_upper(byte);
    in_word = unicode::ascii_is(byte, unicode::AsciiAlpha);
    return mapped;
  });
}

Value bytes_strip(Thread& thread, Arguments arguments) {
  return strip(thread, arguments, Left | Right);
}

Value bytes_lstrip(Thread& thread, Arguments arguments) { return strip(thread, arguments, Left); }

Value bytes_rstrip(Thread& thread, Arguments arguments) { return strip(thread, arguments, Right); }

Value bytes_center(Thread& thread, Arguments arguments) {
  int64_t width;
  char fill;
  if (!pad_arguments(thread, arguments, "center", width, fill)) return Value::error();
  const uint64_t total = missing(arguments[0], width);
  const uint64_t left = total / 2 + (total & static_cast<uint64_t>(width) & 1);
  return padded(thread, arguments[0], left, total - left, fill);
}

Value bytes_ljust(Thread& thread, Arguments arguments) {
  int64_t width;
  char fill;
  if (!pad_arguments(thread, arguments, "ljust", width, fill)) return Value::error();
  return padded(thread, arguments[0], 0, missing(arguments[0], width), fill);
}

Value bytes_rjust(Thread& thread, Arguments arguments) {
  int64_t width;
  char fill;
  if (!pad_arguments(thread, arguments, "rjust", width, fill)) return Value::error();
  return padded(thread, arguments[0], missing(arguments[0], width), 0, fill);
}

Value bytes_zfill(Thread& thread, Arguments arguments) {
  const auto width = to_size_argument(thread, arguments[1]);
  if (!width) return Value::error();
  const Value self = arguments[0];
  const uint64_t zeros = missing(self, *width);
  if (zeros == 0) return unchanged_bytes(thread, self);
  const std::string_view view = bytes_view(self);
  const bool is_signed = !view.empty() && (view[0] == '+' || view[0] == '-');
  char* out;
  const Value made = allocate_bytes_like(thread, self, view.size() + zeros, out);
  if (!made) return made;
  if (is_signed) *out++ = view[0];
  std::memset(out, '0', zeros);
  const std::string_view digits = view.substr(is_signed ? 1 : 0);
  if (!digits.empty()) std::memcpy(out + zeros, digits.data(), digits.size());
  return made;
}

Value bytes_expand_tabs(Thread& thread, Arguments arguments) {
  const auto tab_size = to_int_argument(thread, arguments[1]);
  if (!tab_size) return Value::error();
  ByteBuilder out;
  int64_t column = 0;
  for (const char byte : bytes_view(arguments[0])) {
    if (byte == '\t') {
      if (*tab_size > 0) {
        const int64_t blanks = *tab_size - column % *tab_size;
        column += blanks;
        out.append_repeated(' ', static_cast<size_t>(blanks));
      }
      continue;
    }
    out.append(byte);
    ++column;
    if (byte == '\n' || byte == '\r') column = 0;
  }
  if (out.failed()) return raise_overflow_error(thread, "result too long");
  return make_bytes_like(thread, arguments[0], out.view());
}

Value bytes_replace(Thread& thread, Arguments arguments) {
  const Value self = arguments[0];
  const auto old = readable_bytes(thread, arguments[1]);
  if (!old) return Value::error();
  const auto replacement = readable_bytes(thread, arguments[2]);
  if (!replacement) return Value::error();
  const auto limit = to_size_argument(thread, arguments[3]);
  if (!limit) return Value::error();
  const uint64_t most = *limit < 0 ? UINT64_MAX : static_cast<uint64_t>(*limit);
  if (old->empty()) return interleave(thread, self, *replacement, most);
  const std::string_view view = bytes_view(self);
  const ReplacePlan plan(view, *old, most);
  if (plan.count() == 0) return unchanged_bytes(thread, self);
  char* out;
  const Value made = allocate_bytes_like(
      thread, self, view.size() - plan.count() * old->size() + plan.count() * replacement->size(),
      out);
  if (made) plan.write(out, *replacement);
  return made;
}

Value bytes_remove_prefix(Thread& thread, Arguments arguments) {
  const auto prefix = readable_bytes(thread, arguments[1]);
  if (!prefix) return Value::error();
  const std::string_view view = bytes_view(arguments[0]);
  if (prefix->empty() || !view.starts_with(*prefix)) return unchanged_bytes(thread, arguments[0]);
  return make_bytes_like(thread, arguments[0], view.substr(prefix->size()));
}

Value bytes_remove_suffix(Thread& thread, Arguments arguments) {
  const auto suffix = readable_bytes(thread, arguments[1]);
  if (!suffix) return Value::error();
  const std::string_view view = bytes_view(arguments[0]);
  if (suffix->empty() || !view.ends_with(*suffix)) return unchanged_bytes(thread, arguments[0]);
  return make_bytes_like(thread, arguments[0], view.substr(0, view.size() - suffix->size()));
}

Value bytes_translate(Thread& thread, Arguments arguments) {
  const Value self = arguments[0];
  std::string_view table;
  if (!arguments[1].is_none()) {
    const auto given = readable_bytes(thread, arguments[1]);
    if (!given) return Value::error();
    if (given->size() != 256)
      return raise_value_error(thread, "translation table must be 256 characters long");
    table = *given;
  }
  bool is_deleted[256] = {};
  if (!arguments[2].is_unset()) {
    const auto deleted = readable_bytes(thread, arguments[2]);
    if (!deleted) return Value::error();
    for (const char byte : *deleted) is_deleted[static_cast<uint8_t>(byte)] = true;
  }
  const std::string_view view = bytes_view(self);
  const auto kept = std::count_if(
      view.begin(), view.end(), [&](char byte) { return !is_deleted[static_cast<uint8_t>(byte)]; });
  char* out;
  const Value made = allocate_bytes_like(thread, self, static_cast<uint64_t>(kept), out);
  if (!made) return made;
  for (const char byte : view) {
    const auto index = static_cast<uint8_t>(byte);
    if (!is_deleted[index]) *out++ = table.empty() ? byte : table[index];
  }
  return made;
}

Value bytes_make_translation(Thread& thread, Arguments arguments) {
  const auto from = readable_bytes(thread, arguments[0]);
  if (!from) return Value::error();
  const auto to = readable_bytes(thread, arguments[1]);
  if (!to) return Value::error();
  if (from->size() != to->size())
    return raise_value_error(thread, "maketrans arguments must have same length");
  char table[256];
  for (int byte = 0; byte < 256; ++byte) table[byte] = static_cast<char>(byte);
  for (size_t i = 0; i < from->size(); ++i) table[static_cast<uint8_t>((*from)[i])] = (*to)[i];
  return Value::cell(make_bytes(thread, {table, sizeof(table)}));
}

}  // namespace weft
