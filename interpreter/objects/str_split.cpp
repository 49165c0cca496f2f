// Methods of str that take text apart into lists, and join.
#include <cstring>

#include "interpreter/objects/bytes_copy.h"
#include "interpreter/objects/bytes_search.h"
#include "interpreter/objects/call.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// Collects pieces of one text. A piece of ASCII text needs no look at its bytes. The first pieces
// wait on the native stack, so that a short list is made at once and has the size it needs.
class PieceList {
 public:
  PieceList(Thread& thread, Str* text) : thread_(thread), text_(text) {}

  // False with an exception pending, here and below.
  bool add(const char* from, const char* to) {
    Str* piece;
    const std::string_view bytes(from, static_cast<size_t>(to - from));
    if (bytes.size() == text_->byte_count)
      piece = exact_str(thread_, text_);
    else if (text_->is_ascii)
      piece = make_ascii_str(thread_, bytes);
    else
      piece = make_str(thread_, bytes);
    if (piece == nullptr) return false;
    if (list_ != nullptr) return list_append(thread_, list_, Value::cell(piece));
    if (count_ == FewPieces) {
      list_ = make_list(thread_, std::span<const Value>(few_.data(), count_));
      return list_ != nullptr && list_append(thread_, list_, Value::cell(piece));
    }
    few_.data()[count_++] = Value::cell(piece);
    return true;
  }

  Value finish(bool succeeded) {
    if (!succeeded) return Value::error();
    if (list_ == nullptr) list_ = make_list(thread_, std::span<const Value>(few_.data(), count_));
    return Value::cell(list_);
  }
  // For pieces found from the end.
  Value finish_reversed(bool succeeded) {
    if (!finish(succeeded)) return Value::error();
    const auto values = list_->values();
    for (size_t low = 0, high = values.size(); low + 1 < high; ++low, --high)
      std::swap(values[low], values[high - 1]);
    return Value::cell(list_);
  }

 private:
  static constexpr uint32_t FewPieces = 16;
  Thread& thread_;
  Str* text_;
  List* list_ = nullptr;
  uint32_t count_ = 0;
  ValueRoom<FewPieces> few_;
};

// Behind the blanks / the other characters at the start; the ASCII cases first.
const char* skip_space(const char* position, const char* end) {
  while (position != end) {
    if (static_cast<uint8_t>(*position) < 0x80) {
      if (!unicode::ascii_is(*position, unicode::AsciiSpace)) break;
      ++position;
    } else {
      const char* next = position;
      if (!unicode::is_space(utf8::decode(next))) break;
      position = next;
    }
  }
  return position;
}

const char* skip_word(const char* position, const char* end) {
  while (position != end) {
    if (static_cast<uint8_t>(*position) < 0x80) {
      if (unicode::ascii_is(*position, unicode::AsciiSpace)) break;
      ++position;
    } else {
      const char* next = position;
      if (unicode::is_space(utf8::decode(next))) break;
      position = next;
    }
  }
  return position;
}

bool is_space_before(const char* position, const char*& previous) {
  if (static_cast<uint8_t>(position[-1]) < 0x80) {
    previous = position - 1;
    return unicode::ascii_is(*previous, unicode::AsciiSpace);
  }
  previous = utf8::previous(position);
  const char* decoded = previous;
  return unicode::is_space(utf8::decode(decoded));
}

const char* skip_space_back(const char* begin, const char* position) {
  const char* previous;
  while (position != begin && is_space_before(position, previous)) position = previous;
  return position;
}

const char* skip_word_back(const char* begin, const char* position) {
  const char* previous;
  while (position != begin && !is_space_before(position, previous)) position = previous;
  return position;
}

Value split_blanks(Thread& thread, Str* text, int64_t limit) {
  PieceList pieces(thread, text);
  const char* end = text->data + text->byte_count;
  const char* position = skip_space(text->data, end);
  while (position != end) {
    if (limit-- == 0) return pieces.finish(pieces.add(position, end));
    const char* word_end = skip_word(position, end);
    if (!pieces.add(position, word_end)) return Value::error();
    position = skip_space(word_end, end);
  }
  return pieces.finish(true);
}

Value split_blanks_back(Thread& thread, Str* text, int64_t limit) {
  PieceList pieces(thread, text);
  const char* begin = text->data;
  const char* position = skip_space_back(begin, begin + text->byte_count);
  while (position != begin) {
    if (limit-- == 0) return pieces.finish_reversed(pieces.add(begin, position));
    const char* word = skip_word_back(begin, position);
    if (!pieces.add(word, position)) return Value::error();
    position = skip_space_back(begin, word);
  }
  return pieces.finish_reversed(true);
}

Value split_at(Thread& thread, Str* text, std::string_view separator, int64_t limit) {
  PieceList pieces(thread, text);
  const char* position = text->data;
  const char* end = position + text->byte_count;
  while (limit-- != 0) {
    const size_t place = find_bytes({position, static_cast<size_t>(end - position)}, separator);
    if (place == NotFound) break;
    if (!pieces.add(position, position + place)) return Value::error();
    position += place + separator.size();
  }
  return pieces.finish(pieces.add(position, end));
}

Value split_at_back(Thread& thread, Str* text, std::string_view separator, int64_t limit) {
  PieceList pieces(thread, text);
  std::string_view left = text->view();
  while (limit-- != 0) {
    const size_t place = find_bytes_last(left, separator);
    if (place == NotFound) break;
    if (!pieces.add(left.data() + place + separator.size(), left.data() + left.size()))
      return Value::error();
    left = left.substr(0, place);
  }
  return pieces.finish_reversed(pieces.add(left.data(), left.data() + left.size()));
}

template <Value (*split_at_blanks)(Thread&, Str*, int64_t),
          Value (*split_at_part)(Thread&, Str*, std::string_view, int64_t)>
Value split_method(Thread& thread, Arguments arguments) {
  const Value separator = arguments[1];
  const auto limit = to_size_argument(thread, arguments[2]);
  if (!limit) return Value::error();
  Str* self = as_str(arguments[0]);
  if (separator.is_none()) return split_at_blanks(thread, self, *limit);
  if (!is_str(separator))
    return raise_type_error(thread,
                            text("must be str or None, not ", type_name(thread, separator)));
  if (as_str(separator)->byte_count == 0) return raise_value_error(thread, "empty separator");
  return split_at_part(thread, self, as_str(separator)->view(), *limit);
}

bool fail_join_item(Thread& thread, uint64_t index, Value item) {
  raise_type_error(thread, text("sequence item ", index, ": expected str instance, ",
                                type_name(thread, item), " found"));
  return false;
}

}  // namespace

Value str_split(Thread& thread, Arguments arguments) {
  return split_method<split_blanks, split_at>(thread, arguments);
}

Value str_rsplit(Thread& thread, Arguments arguments) {
  return split_method<split_blanks_back, split_at_back>(thread, arguments);
}

Value str_split_lines(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> keep = to_int_argument(thread, arguments[1]);
  if (!keep) return Value::error();
  Str* text = as_str(arguments[0]);
  PieceList pieces(thread, text);
  const char* position = text->data;
  const char* end = position + text->byte_count;
  while (position != end) {
    const char* line_end = position;
    const char* next = position;
    while (next != end) {
      line_end = next;
      const uint32_t code_point = utf8::decode(next);
      if (unicode::is_line_break(code_point)) {
        if (code_point == '\r' && next != end && *next == '\n') ++next;
        break;
      }
      line_end = next;
    }
    if (!pieces.add(position, *keep != 0 ? next : line_end)) return Value::error();
    position = next;
  }
  return pieces.finish(true);
}

Str* join_with(Thread& thread, Str* separator, std::span<const Value> items) {
  uint64_t bytes = 0;
  uint64_t chars = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    if (!is_str(items[i])) [[unlikely]] {
      fail_join_item(thread, i, items[i]);
      return nullptr;
    }
    bytes += as_str(items[i])->byte_count;
    chars += as_str(items[i])->char_count;
  }
  if (separator->byte_count == 0 || items.size() < 2) return join_strings(thread, items);
  bytes += (items.size() - 1) * separator->byte_count;
  chars += (items.size() - 1) * separator->char_count;
  if (chars == 1) return exact_str(thread, separator);  // two empty strings
  Str* joined = allocate_str(thread, bytes, chars);
  if (joined == nullptr) return nullptr;
  char* out = joined->inline_bytes();
  const char* between = separator->data;
  const size_t between_size = separator->byte_count;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i != 0) {
      copy_bytes(out, between, between_size);
      out += between_size;
    }
    const Str* item = as_str(items[i]);
    copy_bytes(out, item->data, item->byte_count);
    out += item->byte_count;
  }
  return joined;
}

Value str_join(Thread& thread, Arguments arguments) {
  Str* separator = as_str(arguments[0]);
  const Value iterable = arguments[1];
  if (is_list(iterable))
    return Value::cell(join_with(thread, separator, iterable.as<List>()->values()));
  if (is_tuple(iterable))
    return Value::cell(join_with(thread, separator, iterable.as<Tuple>()->view()));
  const Value iterator = get_iterator(thread, iterable);
  if (!iterator) {
    if (clear_pending_if(thread, thread.isolate.exceptions.type_error))
      raise_type_error(thread, "can only join an iterable");
    return Value::error();
  }
  List* items = make_list(thread);
  if (items == nullptr) return Value::error();
  while (true) {
    const Value item = next(thread, iterator);
    if (!item) return Value::error();
    if (item.is_unset()) break;
    if (!list_append(thread, items, item)) return Value::error();
  }
  return Value::cell(join_with(thread, separator, items->values()));
}

}  // namespace weft
