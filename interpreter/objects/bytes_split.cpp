// Methods of bytes and bytearray that take them apart, and join.
#include <algorithm>
#include <cstring>

#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/bytes_search.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/unicode.h"

namespace weft {

namespace {

bool is_blank(char byte) { return unicode::ascii_is(byte, unicode::AsciiByteSpace); }

bool add_piece(Thread& thread, List* pieces, Value self, std::string_view piece) {
  const Value made = make_bytes_like(thread, self, piece);
  return made && list_append(thread, pieces, made);
}

bool split_blanks(Thread& thread, List* pieces, Value self, int64_t limit) {
  std::string_view left = bytes_view(self);
  while (true) {
    while (!left.empty() && is_blank(left.front())) left.remove_prefix(1);
    if (left.empty()) return true;
    if (limit-- == 0) return add_piece(thread, pieces, self, left);
    const auto size =
        static_cast<size_t>(std::find_if(left.begin(), left.end(), is_blank) - left.begin());
    if (!add_piece(thread, pieces, self, left.substr(0, size))) return false;
    left.remove_prefix(size);
  }
}

bool split_blanks_back(Thread& thread, List* pieces, Value self, int64_t limit) {
  std::string_view left = bytes_view(self);
  while (true) {
    while (!left.empty() && is_blank(left.back())) left.remove_suffix(1);
    if (left.empty()) return true;
    if (limit-- == 0) return add_piece(thread, pieces, self, left);
    const auto size =
        static_cast<size_t>(std::find_if(left.rbegin(), left.rend(), is_blank) - left.rbegin());
    if (!add_piece(thread, pieces, self, left.substr(left.size() - size))) return false;
    left.remove_suffix(size);
  }
}

bool split_at(Thread& thread, List* pieces, Value self, std::string_view separator, int64_t limit) {
  std::string_view left = bytes_view(self);
  while (limit-- != 0) {
    const size_t place = find_bytes(left, separator);
    if (place == NotFound) break;
    if (!add_piece(thread, pieces, self, left.substr(0, place))) return false;
    left.remove_prefix(place + separator.size());
  }
  return add_piece(thread, pieces, self, left);
}

bool split_at_back(Thread& thread, List* pieces, Value self, std::string_view separator,
                   int64_t limit) {
  std::string_view left = bytes_view(self);
  while (limit-- != 0) {
    const size_t place = find_bytes_last(left, separator);
    if (place == NotFound) break;
    if (!add_piece(thread, pieces, self, left.substr(place + separator.size()))) return false;
    left = left.substr(0, place);
  }
  return add_piece(thread, pieces, self, left);
}

enum class Direction { Forward, Backward };

Value split_method(Thread& thread, Arguments arguments, Direction direction) {
  const Value self = arguments[0];
  const auto limit = to_size_argument(thread, arguments[2]);
  if (!limit) return Value::error();
  std::string_view separator;
  const bool at_blanks = arguments[1].is_none();
  if (!at_blanks) {
    const auto given = readable_bytes(thread, arguments[1]);
    if (!given) return Value::error();
    separator = *given;
    if (separator.empty()) return raise_value_error(thread, "empty separator");
  }
  List* pieces = make_list(thread);
  if (pieces == nullptr) return Value::error();
  bool done;
  if (direction == Direction::Forward) {
    done = at_blanks ? split_blanks(thread, pieces, self, *limit)
                     : split_at(thread, pieces, self, separator, *limit);
  } else {
    done = at_blanks ? split_blanks_back(thread, pieces, self, *limit)
                     : split_at_back(thread, pieces, self, separator, *limit);
    const auto values = pieces->values();
    std::reverse(values.begin(), values.end());
  }
  return done ? Value::cell(pieces) : Value::error();
}

Value partition_method(Thread& thread, Arguments arguments, Direction direction) {
  const Value self = arguments[0];
  const auto separator = readable_bytes(thread, arguments[1]);
  if (!separator) return Value::error();
  if (separator->empty()) return raise_value_error(thread, "empty separator");
  const std::string_view view = bytes_view(self);
  const size_t place = direction == Direction::Forward ? find_bytes(view, *separator)
                                                       : find_bytes_last(view, *separator);
  std::string_view pieces[3];
  if (place != NotFound) {
    pieces[0] = view.substr(0, place);
    pieces[1] = *separator;
    pieces[2] = view.substr(place + separator->size());
  } else {
    pieces[direction == Direction::Forward ? 0 : 2] = view;
  }
  Value values[3];
  for (int i = 0; i < 3; ++i) {
    // Bytes give what separates back as it came, of whatever type.
    if (i == 1 && place != NotFound && is_kind(self, Kind::Bytes)) {
      values[i] = arguments[1];
      continue;
    }
    values[i] = pieces[i].size() == view.size() && is_exactly(self, Kind::Bytes)
                    ? self
                    : make_bytes_like(thread, self, pieces[i]);
    if (!values[i]) return Value::error();
  }
  return Value::cell(make_tuple(thread, std::span<const Value>(values)));
}

}  // namespace

Value bytes_split(Thread& thread, Arguments arguments) {
  return split_method(thread, arguments, Direction::Forward);
}

Value bytes_rsplit(Thread& thread, Arguments arguments) {
  return split_method(thread, arguments, Direction::Backward);
}

Value bytes_partition(Thread& thread, Arguments arguments) {
  return partition_method(thread, arguments, Direction::Forward);
}

Value bytes_rpartition(Thread& thread, Arguments arguments) {
  return partition_method(thread, arguments, Direction::Backward);
}

Value bytes_split_lines(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> keep = to_int_argument(thread, arguments[1]);
  if (!keep) return Value::error();
  List* lines = make_list(thread);
  if (lines == nullptr) return Value::error();
  std::string_view left = bytes_view(arguments[0]);
  while (!left.empty()) {
    const size_t end = std::min(left.find_first_of("\r\n"), left.size());
    size_t next = end;
    if (next < left.size()) next += left.substr(end).starts_with("\r\n") ? 2 : 1;
    if (!add_piece(thread, lines, arguments[0], left.substr(0, *keep != 0 ? next : end)))
      return Value::error();
    left.remove_prefix(next);
  }
  return Value::cell(lines);
}

Value bytes_join(Thread& thread, Arguments arguments) {
  const Value self = arguments[0];
  const Value items = as_list_or_tuple(thread, arguments[1], "can only join an iterable");
  if (!items) return Value::error();
  uint64_t total = 0;
  const auto elements = elements_of(items);
  for (size_t i = 0; i < elements.size(); ++i) {
    const auto piece = peek_bytes(elements[i]);
    if (!piece) {
      if (is_bytes_like(elements[i])) {
        static_cast<void>(readable_bytes(thread, elements[i]));
        return Value::error();
      }
      return raise_type_error(thread, text("sequence item ", i, ": expected a bytes-like object, ",
                                           type_name(thread, elements[i]), " found"));
    }
    total += piece->size();
  }
  if (elements.size() == 1 && is_exactly(self, Kind::Bytes) && is_exactly(elements[0], Kind::Bytes))
    return elements[0];
  const size_t gaps = elements.empty() ? 0 : elements.size() - 1;
  total += gaps * bytes_view(self).size();
  char* out;
  const Value joined = allocate_bytes_like(thread, self, total, out);
  if (!joined) return Value::error();
  const std::string_view between = bytes_view(self);
  for (size_t i = 0; i < elements.size(); ++i) {
    if (i != 0 && !between.empty())
      out = static_cast<char*>(std::memcpy(out, between.data(), between.size())) + between.size();
    const std::string_view piece = *peek_bytes(elements[i]);
    if (!piece.empty())
      out = static_cast<char*>(std::memcpy(out, piece.data(), piece.size())) + piece.size();
  }
  return joined;
}

}  // namespace weft
