// Replacements: "\1", "\g<name>" and escapes in what sub() and expand() are given.
#include "stdlib/re/regex.h"
#include "stdlib/re/translator.h"

namespace weft {
namespace {

class TemplateParser {
 public:
  TemplateParser(Thread& thread, Pattern* pattern, Value given, std::u32string text, bool is_text)
      : thread_(thread),
        pattern_(pattern),
        given_(given),
        text_(std::move(text)),
        is_text_(is_text) {}

  Value run() {
    List* pieces = make_list(thread_);
    if (pieces == nullptr) return Value::error();
    while (position_ < text_.size()) {
      const char32_t c = text_[position_++];
      if (c != '\\') {
        literal_ += c;
        continue;
      }
      uint32_t group;
      switch (escape(group)) {
        case Step::Failed:
          return raise_regex_error(thread_, failure_, given_);
        case Step::Pending:
          return Value::error();
        case Step::Literal:
          break;
        case Step::Group:
          if (!flush(pieces) || !list_append(thread_, pieces, Value::small_int(group))) {
            return Value::error();
          }
      }
    }
    if (!flush(pieces)) return Value::error();
    if (pieces->count == 0) return make_text_or_bytes(thread_, is_text_, "");
    if (pieces->count == 1 && !pieces->values()[0].is_small_int()) return pieces->values()[0];
    return as_result(make_tuple(thread_, pieces->values()));
  }

 private:
  enum class Step : uint8_t { Literal, Group, Failed, Pending };

  bool flush(List* pieces) {
    if (literal_.empty()) return true;
    std::string bytes;
    if (is_text_) {
      bytes = encode_for_message(literal_);
    } else {
      for (const char32_t c : literal_) bytes += static_cast<char>(c);
    }
    literal_.clear();
    const Value piece = make_text_or_bytes(thread_, is_text_, bytes);
    return piece && list_append(thread_, pieces, piece);
  }

  Step fail(std::string message, size_t position) {
    failure_ = {RegexFailure::Form::Error, std::move(message), static_cast<int64_t>(position)};
    return Step::Failed;
  }

  bool digit_at(size_t position, char32_t last = '9') const {
    return position < text_.size() && text_[position] >= '0' && text_[position] <= last;
  }

  Step group_step(uint64_t number, size_t position, uint32_t& group) {
    if (number > pattern_->group_count) {
      return fail("invalid group reference " + std::to_string(number), position);
    }
    group = static_cast<uint32_t>(number);
    return Step::Group;
  }

  Step escape(uint32_t& group) {
    const size_t begin = position_ - 1;
    if (position_ >= text_.size()) return fail("bad escape (end of pattern)", begin);
    const char32_t letter = text_[position_++];
    switch (letter) {
      case 'a':
        literal_ += U'\a';
        return Step::Literal;
      case 'b':
        literal_ += U'\b';
        return Step::Literal;
      case 'f':
        literal_ += U'\f';
        return Step::Literal;
      case 'n':
        literal_ += U'\n';
        return Step::Literal;
      case 'r':
        literal_ += U'\r';
        return Step::Literal;
      case 't':
        literal_ += U'\t';
        return Step::Literal;
      case 'v':
        literal_ += U'\v';
        return Step::Literal;
      case '\\':
        literal_ += '\\';
        return Step::Literal;
      case 'g':
        return named(group);
      case '0': {
        uint32_t value = 0;
        for (int i = 0; i < 2 && digit_at(position_, '7'); ++i) {
          value = value * 8 + (text_[position_++] - '0');
        }
        literal_ += static_cast<char32_t>(value);
        return Step::Literal;
      }
      default:
        break;
    }
    if (letter >= '1' && letter <= '9') return numbered(begin, letter, group);
    if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) {
      return fail("bad escape \\" + std::string(1, static_cast<char>(letter)), begin);
    }
    literal_ += '\\';
    literal_ += letter;
    return Step::Literal;
  }

  Step numbered(size_t begin, char32_t first, uint32_t& group) {
    uint32_t number = first - '0';
    if (digit_at(position_)) {
      if (first <= '7' && digit_at(position_, '7') && digit_at(position_ + 1, '7')) {
        const uint32_t value =
            (first - '0') * 64 + (text_[position_] - '0') * 8 + (text_[position_ + 1] - '0');
        position_ += 2;
        if (value > 0377) {
          return fail("octal escape value " +
                          encode_for_message(text_.substr(begin, position_ - begin)) +
                          " outside of range 0-0o377",
                      begin);
        }
        literal_ += static_cast<char32_t>(value);
        return Step::Literal;
      }
      number = number * 10 + (text_[position_++] - '0');
    }
    return group_step(number, begin + 1, group);
  }

  // \g<…>
  Step named(uint32_t& group) {
    if (position_ >= text_.size() || text_[position_] != '<') return fail("missing <", position_);
    const size_t begin = ++position_;
    while (position_ < text_.size() && text_[position_] != '>') ++position_;
    const std::u32string name = text_.substr(begin, position_ - begin);
    if (position_ >= text_.size()) {
      return fail(name.empty() ? "missing group name" : "missing >, unterminated name", begin);
    }
    ++position_;
    if (name.empty()) return fail("missing group name", begin);
    uint64_t number = 0;
    bool is_number = true;
    for (const char32_t c : name) {
      is_number = is_number && c >= '0' && c <= '9';
      number = std::min<uint64_t>(number * 10 + (c - '0'), UINT32_MAX);
    }
    if (is_number) return group_step(number, begin, group);
    if (!is_group_name(name)) {
      return fail("bad character in group name " + quoted_for_message(name), begin);
    }
    const Value known =
        dict_get_str(pattern_->group_names, intern(thread_, encode_for_message(name)));
    if (known.is_unset()) {
      raise(thread_, thread_.isolate.exceptions.index_error,
            "unknown group name " + quoted_for_message(name));
      return Step::Pending;
    }
    group = static_cast<uint32_t>(known.as_small_int());
    return Step::Group;
  }

  Thread& thread_;
  Pattern* pattern_;
  Value given_;
  std::u32string text_;
  bool is_text_;
  size_t position_ = 0;
  std::u32string literal_;
  RegexFailure failure_;
};

}  // namespace

Value parse_template(Thread& thread, Pattern* pattern, Value given) {
  std::string_view contents;
  const bool is_text = is_str(given);
  if (is_text) {
    contents = given.as<Str>()->view();
  } else if (is_bytes(given)) {
    contents = given.as<Bytes>()->view();
  } else {
    return raise_type_error(thread, text("decoding to str: need a bytes-like object, ",
                                         type_name(thread, given), " found"));
  }
  if (contents.find('\\') == std::string_view::npos) return given;
  if (pattern->template_text == given) return pattern->template_pieces;
  TemplateParser parser(thread, pattern, given, decode_for_regex(contents, is_text), is_text);
  const Value pieces = parser.run();
  if (!pieces) return pieces;
  store(pattern, pattern->template_text, given);
  store(pattern, pattern->template_pieces, pieces);
  return pieces;
}

bool expand_template(Thread& thread, Value pieces, const Subject& subject,
                     std::span<const uint64_t> places, std::string& out) {
  const auto append = [&](Value piece) {
    if (is_str(piece) == subject.is_text && (is_str(piece) || is_bytes(piece))) {
      out += is_str(piece) ? piece.as<Str>()->view() : piece.as<Bytes>()->view();
      return true;
    }
    raise_type_error(thread, text("sequence item 0: expected ",
                                  subject.is_text ? "str instance" : "a bytes-like object", ", ",
                                  type_name(thread, piece), " found"));
    return false;
  };
  if (!is_tuple(pieces)) return append(pieces);
  for (const Value piece : pieces.as<Tuple>()->view()) {
    if (!piece.is_small_int()) {
      if (!append(piece)) return false;
      continue;
    }
    const auto group = static_cast<size_t>(piece.as_small_int());
    if (places[group * 2] == Match::None) continue;
    out += subject.bytes.substr(places[group * 2], places[group * 2 + 1] - places[group * 2]);
  }
  return true;
}

std::optional<uint32_t> group_argument(Thread& thread, const Pattern* pattern, Value group) {
  const auto refuse = [&]() -> std::optional<uint32_t> {
    thread.pending = nullptr;
    raise(thread, thread.isolate.exceptions.index_error, "no such group");
    return std::nullopt;
  };
  if (is_int(group) || !find_special(thread, group, Special::Index).is_unset()) {
    const std::optional<int64_t> number = to_index(thread, group);
    if (!number || *number < 0 || *number > pattern->group_count) return refuse();
    return static_cast<uint32_t>(*number);
  }
  const Value number = dict_get(thread, pattern->group_names, group);
  if (!number || number.is_unset()) return refuse();
  return static_cast<uint32_t>(number.as_small_int());
}

}  // namespace weft
