// Methods of str that look for a part: find, index, count, startswith, replace, partition …
#include <algorithm>
#include <cstring>

#include "interpreter/objects/bytes_search.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// The part of `text` a search goes over, in bytes.
struct SearchWindow {
  std::string_view bytes;
  uint32_t offset;  // of `bytes` in the text
  bool is_valid;
};

// False with an exception pending.
bool search_window(Thread& thread, Str* text, Value start, Value end, SearchWindow& window) {
  if (start.is_none() && end.is_none()) {
    window = {text->view(), 0, true};
    return true;
  }
  const auto range = search_range(thread, start, end, text->char_count);
  if (!range) return false;
  window = {{}, 0, range->is_valid()};
  if (!window.is_valid) return true;
  window.offset = byte_offset(thread, text, static_cast<uint32_t>(range->from));
  const uint32_t to = byte_offset(thread, text, static_cast<uint32_t>(range->to));
  window.bytes = text->view().substr(window.offset, to - window.offset);
  return true;
}

enum class Direction { First, Last };

// The code point index, -1 when absent, or nullopt with an exception pending.
std::optional<int64_t> find_part(Thread& thread, Arguments arguments, Direction direction) {
  Str* text = as_str(arguments[0]);
  SearchWindow window;
  if (!search_window(thread, text, arguments[2], arguments[3], window)) return std::nullopt;
  Str* part = expect_str(thread, arguments[1]);
  if (part == nullptr) return std::nullopt;
  if (!window.is_valid || (text->is_ascii && !part->is_ascii)) return -1;
  const size_t place = direction == Direction::First ? find_bytes(window.bytes, part->view())
                                                     : find_bytes_last(window.bytes, part->view());
  if (place == NotFound) return -1;
  return char_index(thread, text, window.offset + static_cast<uint32_t>(place));
}

Value find_method(Thread& thread, Arguments arguments, Direction direction) {
  const auto place = find_part(thread, arguments, direction);
  return place ? Value::small_int(*place) : Value::error();
}

Value index_method(Thread& thread, Arguments arguments, Direction direction) {
  const auto place = find_part(thread, arguments, direction);
  if (!place) return Value::error();
  if (*place < 0) return raise_value_error(thread, "substring not found");
  return Value::small_int(*place);
}

enum class Side { Start, End };

bool matches(std::string_view window, const Str* affix, Side side) {
  return side == Side::Start ? window.starts_with(affix->view()) : window.ends_with(affix->view());
}

Value affix_method(Thread& thread, Arguments arguments, Side side, std::string_view name) {
  const Value affix = arguments[1];
  SearchWindow window;
  if (!search_window(thread, as_str(arguments[0]), arguments[2], arguments[3], window))
    return Value::error();
  if (is_str(affix))
    return Value::boolean(window.is_valid && matches(window.bytes, as_str(affix), side));
  if (!is_tuple(affix))
    return raise_type_error(thread, text(name, " first arg must be str or a tuple of str, not ",
                                         type_name(thread, affix)));
  for (const Value candidate : affix.as<Tuple>()->view()) {
    if (!is_str(candidate))
      return raise_type_error(thread, text("tuple for ", name, " must only contain str, not ",
                                           type_name(thread, candidate)));
    if (window.is_valid && matches(window.bytes, as_str(candidate), side))
      return Value::boolean(true);
  }
  return Value::boolean(false);
}

// `replacement` before every code point and at the end, at most `limit` times.
Value interleave(Thread& thread, Str* text, const Str* replacement, uint64_t limit) {
  const uint64_t times = std::min<uint64_t>(limit, uint64_t{text->char_count} + 1);
  const uint64_t bytes = text->byte_count + times * replacement->byte_count;
  if (replacement->byte_count == 0 || times == 0) return Value::cell(exact_str(thread, text));
  Str* made = allocate_str(thread, bytes, text->char_count + times * replacement->char_count);
  if (made == nullptr) return Value::error();
  char* out = made->inline_bytes();
  const char* position = text->data;
  const char* end = position + text->byte_count;
  for (uint64_t i = 0; i < times; ++i) {
    out = static_cast<char*>(std::memcpy(out, replacement->data, replacement->byte_count)) +
          replacement->byte_count;
    if (position == end) break;
    const uint32_t size = utf8::sequence_size(*position);
    out = static_cast<char*>(std::memcpy(out, position, size)) + size;
    position += size;
  }
  std::memcpy(out, position, static_cast<size_t>(end - position));
  return Value::cell(made);
}

Value replace_text(Thread& thread, Str* text, const Str* old, const Str* replacement,
                   uint64_t limit) {
  if (old->byte_count == 0) return interleave(thread, text, replacement, limit);
  const ReplacePlan plan(text->view(), old->view(), limit);
  if (plan.count() == 0) return Value::cell(exact_str(thread, text));
  const uint64_t count = plan.count();
  const uint64_t bytes =
      text->byte_count - count * old->byte_count + count * replacement->byte_count;
  const uint64_t chars =
      text->char_count - count * old->char_count + count * replacement->char_count;
  if (chars <= 1) {  // shared strings: made from a copy
    char small[8];
    plan.write(small, replacement->view());
    return Value::cell(make_str(thread, {small, bytes}));
  }
  Str* made = allocate_str(thread, bytes, chars);
  if (made == nullptr) return Value::error();
  plan.write(made->inline_bytes(), replacement->view());
  return Value::cell(made);
}

Value three(Thread& thread, Str* first, Str* second, Str* third) {
  if (first == nullptr || second == nullptr || third == nullptr) return Value::error();
  const Value values[] = {Value::cell(first), Value::cell(second), Value::cell(third)};
  return Value::cell(make_tuple(thread, values));
}

Value partition_method(Thread& thread, Arguments arguments, Direction direction) {
  Str* text = as_str(arguments[0]);
  Str* separator = expect_str(thread, arguments[1]);
  if (separator == nullptr) return Value::error();
  if (separator->byte_count == 0) return raise_value_error(thread, "empty separator");
  const std::string_view view = text->view();
  const size_t place = direction == Direction::First ? find_bytes(view, separator->view())
                                                     : find_bytes_last(view, separator->view());
  Str* empty = make_str(thread, std::string_view());
  if (place == NotFound) {
    Str* whole = exact_str(thread, text);
    return direction == Direction::First ? three(thread, whole, empty, empty)
                                         : three(thread, empty, empty, whole);
  }
  return three(thread, make_str(thread, view.substr(0, place)), exact_str(thread, separator),
               make_str(thread, view.substr(place + separator->byte_count)));
}

Str* expect_affix(Thread& thread, Value value, std::string_view name) {
  if (is_str(value)) return as_str(value);
  raise_type_error(thread,
                   text(name, "() argument must be str, not ", argument_type_name(thread, value)));
  return nullptr;
}

}  // namespace

Str* expect_str(Thread& thread, Value value) {
  if (is_str(value)) [[likely]]
    return as_str(value);
  raise_type_error(thread, text("must be str, not ", type_name(thread, value)));
  return nullptr;
}

Value str_find(Thread& thread, Arguments arguments) {
  return find_method(thread, arguments, Direction::First);
}

Value str_rfind(Thread& thread, Arguments arguments) {
  return find_method(thread, arguments, Direction::Last);
}

Value str_index(Thread& thread, Arguments arguments) {
  return index_method(thread, arguments, Direction::First);
}

Value str_rindex(Thread& thread, Arguments arguments) {
  return index_method(thread, arguments, Direction::Last);
}

Value str_count(Thread& thread, Arguments arguments) {
  SearchWindow window;
  if (!search_window(thread, as_str(arguments[0]), arguments[2], arguments[3], window))
    return Value::error();
  Str* part = expect_str(thread, arguments[1]);
  if (part == nullptr) return Value::error();
  if (!window.is_valid) return Value::small_int(0);
  const size_t count = part->byte_count == 0
                           ? utf8::count_chars(window.bytes.data(), window.bytes.size()) + 1
                           : count_bytes(window.bytes, part->view());
  return Value::small_int(static_cast<int64_t>(count));
}

Value str_starts_with(Thread& thread, Arguments arguments) {
  return affix_method(thread, arguments, Side::Start, "startswith");
}

Value str_ends_with(Thread& thread, Arguments arguments) {
  return affix_method(thread, arguments, Side::End, "endswith");
}

Value str_replace(Thread& thread, Arguments arguments) {
  for (uint32_t i = 1; i <= 2; ++i)
    if (!is_str(arguments[i]))
      return raise_type_error(thread, text("replace() argument ", i, " must be str, not ",
                                           argument_type_name(thread, arguments[i])));
  const auto limit = to_size_argument(thread, arguments[3]);
  if (!limit) return Value::error();
  return replace_text(thread, as_str(arguments[0]), as_str(arguments[1]), as_str(arguments[2]),
                      *limit < 0 ? UINT64_MAX : static_cast<uint64_t>(*limit));
}

Value str_partition(Thread& thread, Arguments arguments) {
  return partition_method(thread, arguments, Direction::First);
}

Value str_rpartition(Thread& thread, Arguments arguments) {
  return partition_method(thread, arguments, Direction::Last);
}

Value str_remove_prefix(Thread& thread, Arguments arguments) {
  Str* text = as_str(arguments[0]);
  Str* prefix = expect_affix(thread, arguments[1], "removeprefix");
  if (prefix == nullptr) return Value::error();
  if (prefix->byte_count == 0 || !text->view().starts_with(prefix->view()))
    return Value::cell(exact_str(thread, text));
  return Value::cell(make_str(thread, text->view().substr(prefix->byte_count),
                              text->char_count - prefix->char_count));
}

Value str_remove_suffix(Thread& thread, Arguments arguments) {
  Str* text = as_str(arguments[0]);
  Str* suffix = expect_affix(thread, arguments[1], "removesuffix");
  if (suffix == nullptr) return Value::error();
  if (suffix->byte_count == 0 || !text->view().ends_with(suffix->view()))
    return Value::cell(exact_str(thread, text));
  return Value::cell(make_str(thread, text->view().substr(0, text->byte_count - suffix->byte_count),
                              text->char_count - suffix->char_count));
}

}  // namespace weft
