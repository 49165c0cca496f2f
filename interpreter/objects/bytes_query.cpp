// Methods of bytes and bytearray that answer a question: find, count, startswith, isX.
#include <algorithm>

#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/bytes_search.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// What is looked for: a byte or bytes.
class Part {
 public:
  // False with an exception pending.
  [[nodiscard]] bool set(Thread& thread, Value value) {
    if (const auto bytes = peek_bytes(value)) {
      view_ = *bytes;
      return true;
    }
    if (is_bytes_like(value)) return readable_bytes(thread, value).has_value();
    if (!has_index(thread, value)) {
      raise_type_error(thread, text("argument should be integer or bytes-like object, not '",
                                    type_name(thread, value), "'"));
      return false;
    }
    const auto byte = to_byte(thread, value);
    if (!byte) return false;
    byte_ = static_cast<char>(*byte);
    view_ = {&byte_, 1};
    return true;
  }
  std::string_view view() const { return view_; }

 private:
  char byte_ = 0;
  std::string_view view_;
};

enum class Direction { First, Last };

// The index, -1 when absent, nullopt with an exception pending.
std::optional<int64_t> find_part(Thread& thread, Arguments arguments, Direction direction) {
  const auto range =
      search_range(thread, arguments[2], arguments[3], bytes_view(arguments[0]).size());
  if (!range) return std::nullopt;
  Part part;
  if (!part.set(thread, arguments[1])) return std::nullopt;
  if (!range->is_valid()) return -1;
  const std::string_view window = bytes_view(arguments[0]).substr(range->from, range->size());
  const size_t place = direction == Direction::First ? find_bytes(window, part.view())
                                                     : find_bytes_last(window, part.view());
  if (place == NotFound) return -1;
  return static_cast<int64_t>(range->from + place);
}

Value find_method(Thread& thread, Arguments arguments, Direction direction) {
  const auto place = find_part(thread, arguments, direction);
  return place ? Value::small_int(*place) : Value::error();
}

Value index_method(Thread& thread, Arguments arguments, Direction direction) {
  const auto place = find_part(thread, arguments, direction);
  if (!place) return Value::error();
  if (*place < 0) return raise_value_error(thread, "subsection not found");
  return Value::small_int(*place);
}

enum class Side { Start, End };

Value affix_method(Thread& thread, Arguments arguments, Side side, std::string_view name) {
  const Value affix = arguments[1];
  const auto range =
      search_range(thread, arguments[2], arguments[3], bytes_view(arguments[0]).size());
  if (!range) return Value::error();
  const auto matches = [&](std::string_view candidate) {
    if (!range->is_valid()) return false;
    const std::string_view window = bytes_view(arguments[0]).substr(range->from, range->size());
    return side == Side::Start ? window.starts_with(candidate) : window.ends_with(candidate);
  };
  if (is_tuple(affix)) {
    for (const Value candidate : affix.as<Tuple>()->view()) {
      const auto bytes = readable_bytes(thread, candidate);
      if (!bytes) return Value::error();
      if (matches(*bytes)) return Value::boolean(true);
    }
    return Value::boolean(false);
  }
  if (!is_bytes_like(affix))
    return raise_type_error(thread, text(name, " first arg must be bytes or a tuple of bytes, not ",
                                         type_name(thread, affix)));
  const auto bytes = readable_bytes(thread, affix);
  return bytes ? Value::boolean(matches(*bytes)) : Value::error();
}

Value all_are(Arguments arguments, uint8_t flags) {
  const std::string_view view = bytes_view(arguments[0]);
  return Value::boolean(!view.empty() && std::all_of(view.begin(), view.end(), [&](char byte) {
    return unicode::ascii_is(byte, flags);
  }));
}

// Some letter of the wanted case, and none of the other.
Value cased_all(Arguments arguments, uint8_t wanted, uint8_t other) {
  bool found = false;
  for (const char byte : bytes_view(arguments[0])) {
    if (unicode::ascii_is(byte, other)) return Value::boolean(false);
    found = found || unicode::ascii_is(byte, wanted);
  }
  return Value::boolean(found);
}

}  // namespace

Value bytes_find(Thread& thread, Arguments arguments) {
  return find_method(thread, arguments, Direction::First);
}

Value bytes_rfind(Thread& thread, Arguments arguments) {
  return find_method(thread, arguments, Direction::Last);
}

Value bytes_index(Thread& thread, Arguments arguments) {
  return index_method(thread, arguments, Direction::First);
}

Value bytes_rindex(Thread& thread, Arguments arguments) {
  return index_method(thread, arguments, Direction::Last);
}

Value bytes_count(Thread& thread, Arguments arguments) {
  const auto range =
      search_range(thread, arguments[2], arguments[3], bytes_view(arguments[0]).size());
  if (!range) return Value::error();
  Part part;
  if (!part.set(thread, arguments[1])) return Value::error();
  if (!range->is_valid()) return Value::small_int(0);
  const std::string_view window = bytes_view(arguments[0]).substr(range->from, range->size());
  const size_t count = part.view().empty() ? window.size() + 1 : count_bytes(window, part.view());
  return Value::small_int(static_cast<int64_t>(count));
}

Value bytes_contains(Thread& thread, Arguments arguments) {
  const Value item = arguments[1];
  if (!is_bytes_like(item) && has_index(thread, item)) {
    const auto byte = to_byte(thread, item);
    if (!byte) return Value::error();
    const char wanted = static_cast<char>(*byte);
    return Value::boolean(find_bytes(bytes_view(arguments[0]), {&wanted, 1}) != NotFound);
  }
  const auto part = readable_bytes(thread, item);
  if (!part) return Value::error();
  return Value::boolean(find_bytes(bytes_view(arguments[0]), *part) != NotFound);
}

Value bytes_starts_with(Thread& thread, Arguments arguments) {
  return affix_method(thread, arguments, Side::Start, "startswith");
}

Value bytes_ends_with(Thread& thread, Arguments arguments) {
  return affix_method(thread, arguments, Side::End, "endswith");
}

Value bytes_is_alpha(Thread&, Arguments arguments) {
  return all_are(arguments, unicode::AsciiAlpha);
}

Value bytes_is_alnum(Thread&, Arguments arguments) {
  return all_are(arguments, unicode::AsciiAlnum);
}

Value bytes_is_digit(Thread&, Arguments arguments) {
  return all_are(arguments, unicode::AsciiDigit);
}

Value bytes_is_space(Thread&, Arguments arguments) {
  return all_are(arguments, unicode::AsciiByteSpace);
}

Value bytes_is_ascii(Thread&, Arguments arguments) {
  const std::string_view view = bytes_view(arguments[0]);
  return Value::boolean(utf8::is_ascii(view.data(), view.size()));
}

Value bytes_is_lower(Thread&, Arguments arguments) {
  return cased_all(arguments, unicode::AsciiLower, unicode::AsciiUpper);
}

Value bytes_is_upper(Thread&, Arguments arguments) {
  return cased_all(arguments, unicode::AsciiUpper, unicode::AsciiLower);
}

Value bytes_is_title(Thread&, Arguments arguments) {
  bool found = false;
  bool in_word = false;
  for (const char byte : bytes_view(arguments[0])) {
    const bool is_letter = unicode::ascii_is(byte, unicode::AsciiAlpha);
    if (is_letter && unicode::ascii_is(byte, unicode::AsciiUpper) == in_word)
      return Value::boolean(false);
    found = found || is_letter;
    in_word = is_letter;
  }
  return Value::boolean(found);
}

}  // namespace weft
