// Hexadecimal text of bytes, both ways.
#include <cstdlib>

#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/unicode.h"

namespace weft {

namespace {

int hex_digit(char byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  const char lower = unicode::ascii_lower(byte);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The separator of hex(); false with an exception pending.
bool separator_of(Thread& thread, Value given, char& separator) {
  std::string_view view;
  if (is_str(given)) {
    view = as_str(given)->view();
    if (as_str(given)->char_count != 1) {
      raise_value_error(thread, "sep must be length 1.");
      return false;
    }
  } else if (is_bytes(given)) {
    view = given.as<Bytes>()->view();
  } else {
    const auto count = length(thread, given);
    if (!count) return false;
    if (*count != 1)
      raise_value_error(thread, "sep must be length 1.");
    else
      raise_type_error(thread, "sep must be str or bytes.");
    return false;
  }
  if (view.size() != 1 && is_bytes(given)) {
    raise_value_error(thread, "sep must be length 1.");
    return false;
  }
  if (static_cast<uint8_t>(view[0]) >= 0x80) {
    raise_value_error(thread, "sep must be ASCII.");
    return false;
  }
  separator = view[0];
  return true;
}

bool fail_hex(Thread& thread, size_t position) {
  raise_value_error(thread,
                    text("non-hexadecimal number found in fromhex() arg at position ", position));
  return false;
}

}  // namespace

Value hex_of(Thread& thread, std::string_view bytes, Value separator, Value group_size) {
  constexpr char digits[] = "0123456789abcdef";
  char between = 0;
  const auto group = to_int_argument(thread, group_size);
  if (!group) return Value::error();
  if (!separator.is_unset() && !separator_of(thread, separator, between)) return Value::error();
  const bool has_separator = !separator.is_unset() && *group != 0;
  const auto per_group = static_cast<uint64_t>(std::llabs(int64_t{*group}));
  StrBuilder out;
  for (size_t i = 0; i < bytes.size(); ++i) {
    // Groups are counted from the end, or with a negative size from the start.
    const uint64_t distance = *group > 0 ? bytes.size() - i : i;
    if (has_separator && i != 0 && distance % per_group == 0) out.append(between);
    const auto byte = static_cast<uint8_t>(bytes[i]);
    out.append(digits[byte >> 4]);
    out.append(digits[byte & 0xf]);
  }
  return Value::cell(out.finish(thread));
}

Value bytes_hex(Thread& thread, Arguments arguments) {
  return hex_of(thread, bytes_view(arguments[0]), arguments[1], arguments[2]);
}

bool parse_hex(Thread& thread, Value given, ByteBuilder& out) {
  if (!is_str(given)) {
    raise_type_error(
        thread, text("fromhex() argument must be str, not ", argument_type_name(thread, given)));
    return false;
  }
  const Str* digits = as_str(given);
  const std::string_view view = digits->view();
  // Positions in messages count code points; all before the first bad one are ASCII.
  for (size_t i = 0; i < view.size();) {
    if (unicode::ascii_is(view[i], unicode::AsciiByteSpace)) {
      ++i;
      continue;
    }
    const int high = hex_digit(view[i]);
    if (high < 0) return fail_hex(thread, i);
    const int low = i + 1 < view.size() ? hex_digit(view[i + 1]) : -1;
    if (low < 0) return fail_hex(thread, i + 1);
    out.append(static_cast<char>(high << 4 | low));
    i += 2;
  }
  if (!out.failed()) return true;
  raise_memory_error(thread);
  return false;
}

}  // namespace weft
