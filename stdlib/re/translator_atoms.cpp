// Characters, escapes, sets and repetitions.
#include "interpreter/syntax/character_names.h"
#include "stdlib/re/translator_parser.h"

namespace weft::regex {

void Translator::write_literal(char32_t c) {
  if (c >= 0x80) {
    if (!is_text_) {
      out_ += static_cast<char>(c);
      return;
    }
    char bytes[4];
    out_.append(bytes, static_cast<size_t>(utf8::encode(bytes, c) - bytes));
  } else if (is_ascii_letter(c) || is_digit(c) || c == '_') {
    out_ += static_cast<char>(c);
  } else if (c < 0x20 || c == 0x7f) {
    constexpr char digits[] = "0123456789abcdef";
    out_ += "\\x";
    out_ += digits[c >> 4];
    out_ += digits[c & 15];
  } else {
    out_ += '\\';
    out_ += static_cast<char>(c);
  }
}

void Translator::write_category(char32_t letter, bool in_set) {
  const bool is_blank = letter == 's' || letter == 'S';
  const bool whole_is_unicode = is_text_ && (global_flags_ & RegexAscii) == 0;
  if (uses_unicode() == whole_is_unicode) {
    // Text has blanks that are none to PCRE2.
    if (!uses_unicode() || !is_blank || (in_set && letter == 'S')) {
      out_ += '\\';
      out_ += static_cast<char>(letter);
    } else if (in_set) {
      out_ += "\\s\\x1c-\\x1f";
    } else {
      out_ += letter == 's' ? "[\\s\\x1c-\\x1f]" : "[^\\s\\x1c-\\x1f]";
    }
    return;
  }
  // The other alphabet than that of the whole expression.
  if (uses_unicode()) {
    const std::string_view sets[] = {"\\p{Nd}", "\\p{Xps}\\x1c-\\x1f", "\\p{L}\\p{N}_"};
    write_set(letter, sets[category_index(letter)], in_set);
  } else {
    const std::string_view sets[] = {"0-9", " \\t-\\r", "a-zA-Z0-9_"};
    write_set(letter, sets[category_index(letter)], in_set);
  }
}

void Translator::write_set(char32_t letter, std::string_view members, bool in_set) {
  const bool negated = letter < 'a';
  if (in_set && !negated) {
    out_ += members;
  } else if (in_set) {
    // Complements within a set have no notation of their own.
    out_ += '\\';
    out_ += static_cast<char>(letter);
  } else {
    out_ += negated ? "[^" : "[";
    out_ += members;
    out_ += ']';
  }
}

bool Translator::repetition(uint64_t& low, uint64_t& high) {
  const size_t begin = position_;
  if (at_end()) return false;
  switch (text_[position_]) {
    case '*':
      low = 0;
      high = Endless;
      break;
    case '+':
      low = 1;
      high = Endless;
      break;
    case '?':
      low = 0;
      high = 1;
      break;
    case '{': {
      ++position_;
      if (next_is('}')) break;
      low = 0;
      high = Endless;
      const auto number = [&](uint64_t& out) {
        const size_t from = position_;
        uint64_t value = 0;
        while (!at_end() && is_digit(text_[position_])) {
          value = std::min(value * 10 + (text_[position_++] - '0'), Endless * 2);
        }
        if (position_ != from) out = value;
        return position_ != from;
      };
      const bool has_low = number(low);
      bool has_high = false;
      if (accept(',')) {
        has_high = number(high);
      } else {
        high = low;
      }
      if (!accept('}') || (!has_low && !has_high && text_[position_ - 2] != ',')) {
        position_ = begin;
        return false;
      }
      if ((has_low && low >= Endless) || (has_high && high >= Endless)) {
        failure_ = {RegexFailure::Form::Overflow, "the repetition number is too large",
                    RegexFailure::NoPosition};
        return false;
      }
      if (high < low) return fail("min repeat greater than max repeat", begin + 1);
      return true;
    }
    default:
      return false;
  }
  if (text_[position_] == '}') {
    position_ = begin;
    return false;
  }
  ++position_;
  return true;
}

bool Translator::repetitions(size_t begin, size_t written, Item form, Width& item) {
  static_cast<void>(begin);
  bool repeated = false;
  for (;;) {
    if (is_verbose() && !at_end() && !repeated) {
      // Blanks may stand between an item and its repetition.
      while (!at_end() && (is_verbose_blank(text_[position_]) || text_[position_] == '#')) {
        if (text_[position_] == '#') {
          while (!at_end() && text_[position_] != '\n') ++position_;
        } else {
          ++position_;
        }
      }
    }
    const size_t here = position_;
    uint64_t low, high;
    if (!repetition(low, high)) return failure_.form == RegexFailure::Form::None;
    if (repeated) return fail("multiple repeat", here);
    if (form == Item::Position) return fail("nothing to repeat", here);
    if (low > MaxRepetition || (high > MaxRepetition && high != Endless)) {
      failure_ = {RegexFailure::Form::Overflow, "the repetition number is too large",
                  RegexFailure::NoPosition};
      return false;
    }
    const char suffix = accept('?') ? '?' : accept('+') ? '+' : '\0';
    std::string count;
    if (low == 0 && high == Endless) {
      count = '*';
    } else if (low == 1 && high == Endless) {
      count = '+';
    } else if (low == 0 && high == 1) {
      count = '?';
    } else {
      count = '{' + std::to_string(low);
      if (high != low) count += ',';
      if (high != low && high != Endless) count += std::to_string(high);
      count += '}';
    }
    out_ += count;
    if (suffix != '\0') out_ += suffix;
    // A further "+" or "?" would belong to this one.
    static_cast<void>(written);
    item = {std::min(item.low * low, Endless),
            high == Endless && item.high != 0 ? Endless : std::min(item.high * high, Endless)};
    repeated = true;
  }
}

bool Translator::atom(bool may_set_flags, Width& width, Item& form) {
  const char32_t c = text_[position_];
  switch (c) {
    case '\\':
      return escape(width, form);
    case '[':
      width = {1, 1};
      return set();
    case '(':
      return group(may_set_flags, width, form);
    case '.':
      ++position_;
      out_ += '.';
      width = {1, 1};
      return true;
    case '^':
    case '$':
      ++position_;
      out_ += static_cast<char>(c);
      form = Item::Position;
      return true;
    default:
      ++position_;
      write_literal(c);
      width = {1, 1};
      return true;
  }
}

bool Translator::hexadecimal(size_t begin, size_t count, char32_t& out) {
  uint32_t value = 0;
  size_t seen = 0;
  while (seen < count && !at_end() && hex_value(text_[position_]) >= 0) {
    value = value * 16 + static_cast<uint32_t>(hex_value(text_[position_++]));
    ++seen;
  }
  if (seen != count) return fail("incomplete escape " + shown(begin, position_), begin);
  if (value > utf8::MaxCodePoint) return fail("bad escape " + shown(begin, position_), begin);
  out = value;
  return true;
}

bool Translator::named_character(size_t begin, char32_t& out) {
  if (!accept('{')) return fail("missing {", position_);
  const size_t from = position_;
  while (!at_end() && text_[position_] != '}') ++position_;
  if (at_end()) {
    return from == position_ ? fail("missing character name", from)
                             : fail("missing }, unterminated name", from);
  }
  if (from == position_) return fail("missing character name", from);
  const std::string name = shown(from, position_++);
  out = syntax::find_character_named(name);
  if (out != syntax::NoCharacter) return true;
  return fail("undefined character name " + quoted_for_message(decode_for_regex(name, true)),
              begin);
}

bool Translator::octal(size_t begin, char32_t& out) {
  uint32_t value = 0;
  for (int i = 0; i < 3 && !at_end() && is_octal(text_[position_]); ++i) {
    value = value * 8 + (text_[position_++] - '0');
  }
  if (value > 0377) {
    return fail("octal escape value " + shown(begin, position_) + " outside of range 0-0o377",
                begin);
  }
  out = value;
  return true;
}

bool Translator::plain_escape(size_t begin, char32_t letter, char32_t& out, bool& found) {
  found = true;
  switch (letter) {
    case 'a':
      out = 7;
      return true;
    case 'f':
      out = 12;
      return true;
    case 'n':
      out = 10;
      return true;
    case 'r':
      out = 13;
      return true;
    case 't':
      out = 9;
      return true;
    case 'v':
      out = 11;
      return true;
    case '\\':
      out = '\\';
      return true;
    case 'x':
      return hexadecimal(begin, 2, out);
    case 'u':
    case 'U':
      if (is_text_) return hexadecimal(begin, letter == 'u' ? 4 : 8, out);
      break;
    case 'N':
      if (is_text_) return named_character(begin, out);
      break;
    default:
      if (!is_ascii_letter(letter) && !is_digit(letter)) {
        out = letter;
        return true;
      }
  }
  found = false;
  return true;
}

bool Translator::escape(Width& width, Item& form) {
  const size_t begin = position_++;
  if (at_end()) return fail("bad escape (end of pattern)", begin);
  const char32_t letter = text_[position_++];
  width = {1, 1};
  switch (letter) {
    case 'A':
    case 'Z':
    case 'b':
    case 'B':
      width = {};
      form = Item::Position;
      write_position(letter);
      return true;
    case 'd':
    case 'D':
    case 's':
    case 'S':
    case 'w':
    case 'W':
      write_category(letter, false);
      return true;
    default:
      break;
  }
  char32_t value;
  if (letter == '0') {
    --position_;
    if (!octal(begin, value)) return false;
    write_literal(value);
    return true;
  }
  if (is_digit(letter)) return numbered(begin, letter, width);
  bool found;
  if (!plain_escape(begin, letter, value, found)) return false;
  if (!found) return fail("bad escape " + shown(begin, position_), begin);
  write_literal(value);
  return true;
}

void Translator::write_position(char32_t letter) {
  const bool whole_is_unicode = is_text_ && (global_flags_ & RegexAscii) == 0;
  // In an empty text no place is within or outside of words.
  if (letter == 'B') out_ += "(?!\\A\\z)";
  if (letter == 'Z') {
    out_ += "\\z";
  } else if (letter == 'A' || uses_unicode() == whole_is_unicode) {
    out_ += '\\';
    out_ += static_cast<char>(letter);
  } else {
    const std::string word = uses_unicode() ? "[\\p{L}\\p{N}_]" : "[a-zA-Z0-9_]";
    const std::string inside = "(?<=" + word + ")(?=" + word + ")";
    const std::string outside = "(?<!" + word + ")(?!" + word + ")";
    const std::string begins = "(?<!" + word + ")(?=" + word + ")";
    const std::string ends = "(?<=" + word + ")(?!" + word + ")";
    out_ +=
        letter == 'b' ? "(?:" + begins + "|" + ends + ")" : "(?:" + inside + "|" + outside + ")";
  }
}

bool Translator::numbered(size_t begin, char32_t first, Width& width) {
  uint32_t value = first - '0';
  if (!at_end() && is_digit(text_[position_])) {
    const char32_t second = text_[position_];
    if (is_octal(first) && is_octal(second) && position_ + 1 < text_.size() &&
        is_octal(text_[position_ + 1])) {
      position_ = begin + 1;
      char32_t character;
      if (!octal(begin, character)) return false;
      write_literal(character);
      return true;
    }
    ++position_;
    value = value * 10 + (second - '0');
  }
  if (value > groups_.size()) {
    return fail("invalid group reference " + std::to_string(value), begin + 1);
  }
  return reference(value, begin, width);
}

bool Translator::reference(uint32_t group, size_t position, Width& width) {
  if (groups_[group - 1].is_open) return fail("cannot refer to an open group", position);
  if (group > lookbehind_groups_) {
    return fail("cannot refer to group defined in the same lookbehind subpattern",
                text_[position] == '\\' ? position_ : position);
  }
  out_ += "\\g{" + std::to_string(group) + "}";
  width = groups_[group - 1].width;
  return true;
}

bool Translator::set_member(size_t begin, Member& member) {
  const char32_t c = text_[position_++];
  member.value = c;
  if (c != '\\') return true;
  if (at_end()) return fail("bad escape (end of pattern)", begin);
  const char32_t letter = text_[position_++];
  if (std::u32string_view(U"dDsSwW").find(letter) != std::u32string_view::npos) {
    member = {true, letter};
    return true;
  }
  if (letter == 'b') {
    member.value = 8;
    return true;
  }
  if (is_octal(letter)) {
    --position_;
    return octal(begin, member.value);
  }
  bool found;
  if (!plain_escape(begin, letter, member.value, found)) return false;
  return found || fail("bad escape " + shown(begin, position_), begin);
}

void Translator::write_member(const Member& member) {
  if (member.is_category) {
    write_category(member.value, true);
  } else {
    write_literal(member.value);
  }
}

void Translator::warn_of_operator(char32_t c, size_t position) {
  if (!next_is(c)) return;
  const std::string_view what = c == '-'   ? "set difference"
                                : c == '&' ? "set intersection"
                                : c == '~' ? "set symmetric difference"
                                           : "set union";
  warn(what, position);
}

bool Translator::set() {
  const size_t begin = position_++;
  out_ += '[';
  if (accept('^')) out_ += '^';
  if (next_is('[')) warn("nested set", position_);
  const size_t first = position_;
  for (;;) {
    if (at_end()) return fail("unterminated character set", begin);
    const size_t here = position_;
    if (text_[position_] == ']' && here != first) {
      ++position_;
      break;
    }
    Member low;
    if (!set_member(here, low)) return false;
    const bool is_operator =
        std::u32string_view(U"-&~|").find(text_[here]) != std::u32string_view::npos;
    if (here != first && is_operator) warn_of_operator(text_[here], here);
    if (!next_is('-')) {
      write_member(low);
      continue;
    }
    ++position_;
    if (at_end()) return fail("unterminated character set", begin);
    if (accept(']')) {
      write_member(low);
      out_ += "\\-";
      break;
    }
    const size_t there = position_;
    Member high;
    if (!set_member(there, high)) return false;
    if (text_[there] == '-') warn("set difference", there - 1);
    if (low.is_category || high.is_category || high.value < low.value) {
      return fail("bad character range " + shown(here, position_), here);
    }
    write_literal(low.value);
    out_ += '-';
    write_literal(high.value);
  }
  out_ += ']';
  return true;
}

}  // namespace weft::regex
