#include "stdlib/re/translator.h"

#include <algorithm>
#include <map>

#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/thread.h"
#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"
#include "interpreter/syntax/character_names.h"

namespace weft {

namespace {

constexpr uint64_t Endless = UINT32_MAX;
constexpr uint64_t MaxRepetition = 65535;  // PCRE2's own
constexpr uint32_t TypeFlags = RegexAscii | RegexLocale | RegexUnicode;
constexpr uint32_t GlobalOnly = RegexTemplate | RegexDebug;

// How many characters an expression may match.
struct Width {
  uint64_t low = 0;
  uint64_t high = 0;
};

Width operator+(Width left, Width right) {
  return {std::min(left.low + right.low, Endless), std::min(left.high + right.high, Endless)};
}

uint32_t flag_of(char32_t letter) {
  switch (letter) {
    case 'i':
      return RegexIgnoreCase;
    case 'L':
      return RegexLocale;
    case 'm':
      return RegexMultiline;
    case 's':
      return RegexDotAll;
    case 'x':
      return RegexVerbose;
    case 'a':
      return RegexAscii;
    case 't':
      return RegexTemplate;
    case 'u':
      return RegexUnicode;
    default:
      return 0;
  }
}

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_octal(char32_t c) { return c >= '0' && c <= '7'; }
bool is_verbose_blank(char32_t c) { return c == ' ' || (c >= 9 && c <= 13); }
int hex_value(char32_t c) {
  if (is_digit(c)) return static_cast<int>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<int>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<int>(c - 'A') + 10;
  return -1;
}

class Translator {
 public:
  Translator(Thread& thread, std::u32string_view text, bool is_text, uint32_t flags)
      : thread_(thread), text_(text), is_text_(is_text), flags_(flags), global_flags_(flags) {}

  // False: failure_ says why, or restart() is asked for.
  bool run(RegexTranslation& result) {
    Width width;
    bool good = alternatives(false, width);
    if (good && !at_end()) good = fail("unbalanced parenthesis", position_);
    if (good) good = check_conditions();
    if (good) good = settle_flags();
    result.flags = global_flags_;
    result.failure = failure_;
    if (!good) return false;
    result.expression = std::move(out_);
    for (const auto& [name, group] : names_) {
      result.names.push_back({encode_for_message(name), group});
    }
    std::ranges::sort(result.names, {}, &RegexTranslation::Name::group);
    for (const Group& group : groups_) result.closing_order.push_back(group.closed_as);
    result.warnings = std::move(warnings_);
    return true;
  }

  bool needs_restart() const { return needs_restart_; }
  uint32_t flags() const { return global_flags_; }

 private:
  struct Group {
    bool is_open = true;
    uint32_t closed_as = 0;
    Width width;
  };
  struct Condition {
    uint32_t group;
    size_t position;
  };

  bool at_end() const { return position_ >= text_.size(); }
  bool next_is(char32_t c) const { return !at_end() && text_[position_] == c; }
  bool accept(char32_t c) {
    if (!next_is(c)) return false;
    ++position_;
    return true;
  }

  bool fail(std::string message, size_t position) {
    failure_ = {RegexFailure::Form::Error, std::move(message), static_cast<int64_t>(position)};
    return false;
  }
  bool fail_anywhere(std::string message) {
    failure_ = {RegexFailure::Form::Error, std::move(message), RegexFailure::NoPosition};
    return false;
  }
  std::string shown(size_t from, size_t to) const {
    return encode_for_message(text_.substr(from, to - from));
  }

  bool is_verbose() const { return (flags_ & RegexVerbose) != 0; }
  bool uses_unicode() const { return is_text_ && (flags_ & RegexAscii) == 0; }

  // --- What is written

  void write_literal(char32_t c) {
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

  // A class letter (d D s S w W), in or outside of brackets.
  void write_category(char32_t letter, bool in_set) {
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
  static size_t category_index(char32_t letter) {
    return letter == 'd' || letter == 'D' ? 0 : letter == 's' || letter == 'S' ? 1 : 2;
  }
  void write_set(char32_t letter, std::string_view members, bool in_set) {
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

  // --- Sequences

  bool alternatives(bool is_nested, Width& width) {
    if (!check_depth()) return false;
    bool is_first = true;
    for (;;) {
      Width branch;
      if (!sequence(is_first && !is_nested, branch)) return false;
      width = is_first ? branch
                       : Width{std::min(width.low, branch.low), std::max(width.high, branch.high)};
      is_first = false;
      if (!accept('|')) return true;
      out_ += '|';
    }
  }

  bool check_depth() {
    if (thread_.check_native_stack()) return true;
    failure_.form = RegexFailure::Form::Pending;
    return false;
  }

  // Up to "|", ")" or the end.
  bool sequence(bool may_set_flags, Width& width) {
    bool is_first = may_set_flags;
    while (!at_end()) {
      const char32_t c = text_[position_];
      if (c == '|' || c == ')') break;
      if (is_verbose() && is_verbose_blank(c)) {
        ++position_;
        continue;
      }
      if (is_verbose() && c == '#') {
        while (!at_end() && text_[position_] != '\n') ++position_;
        continue;
      }
      const size_t begin = position_;
      const size_t written = out_.size();
      Width item;
      Item form = Item::Plain;
      if (c == '*' || c == '+' || c == '?' || c == '{') {
        uint64_t low, high;
        if (repetition(low, high)) return fail("nothing to repeat", begin);
        if (failure_.form != RegexFailure::Form::None) return false;
        position_ = begin + 1;
        write_literal(c);
        item = {1, 1};
      } else if (!atom(is_first, item, form)) {
        return false;
      }
      if (form == Item::Nothing) continue;
      is_first = false;
      if (!repetitions(begin, written, form, item)) return false;
      width = width + item;
    }
    return true;
  }

  enum class Item : uint8_t { Plain, Position, Nothing };

  // Reads "*", "{2,3}"…; false and nothing read when there is none, or failed.
  bool repetition(uint64_t& low, uint64_t& high) {
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

  // What follows an item that lies in out_ from `written` on.
  bool repetitions(size_t begin, size_t written, Item form, Width& item) {
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

  // One item that is no repetition.
  bool atom(bool may_set_flags, Width& width, Item& form) {
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

  // --- Escapes

  // The digits of \x, \u or \U as a character.
  bool hexadecimal(size_t begin, size_t count, char32_t& out) {
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

  bool named_character(size_t begin, char32_t& out) {
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

  bool octal(size_t begin, char32_t& out) {
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

  // Escapes that stand for one character wherever they are. Found: `out` set; else nothing is read
  // beyond the letter, or it failed.
  bool plain_escape(size_t begin, char32_t letter, char32_t& out, bool& found) {
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

  bool escape(Width& width, Item& form) {
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

  void write_position(char32_t letter) {
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

  // \1…\99: a group, or three octal digits.
  bool numbered(size_t begin, char32_t first, Width& width) {
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

  bool reference(uint32_t group, size_t position, Width& width) {
    if (groups_[group - 1].is_open) return fail("cannot refer to an open group", position);
    if (group > lookbehind_groups_) {
      return fail("cannot refer to group defined in the same lookbehind subpattern",
                  text_[position] == '\\' ? position_ : position);
    }
    out_ += "\\g{" + std::to_string(group) + "}";
    width = groups_[group - 1].width;
    return true;
  }

  // --- Sets

  struct Member {
    bool is_category = false;
    char32_t value = 0;  // a character, or the letter of a category
  };

  bool set_member(size_t begin, Member& member) {
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

  void write_member(const Member& member) {
    if (member.is_category) {
      write_category(member.value, true);
    } else {
      write_literal(member.value);
    }
  }

  void warn(std::string_view what, size_t position) {
    warnings_.push_back(std::string("Possible ") + std::string(what) + " at position " +
                        std::to_string(position));
  }

  void warn_of_operator(char32_t c, size_t position) {
    if (!next_is(c)) return;
    const std::string_view what = c == '-'   ? "set difference"
                                  : c == '&' ? "set intersection"
                                  : c == '~' ? "set symmetric difference"
                                             : "set union";
    warn(what, position);
  }

  bool set() {
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

  // --- Groups

  // The text up to `end`, which is read too.
  bool group_name(char32_t end, std::string_view what, std::u32string& name) {
    const size_t begin = position_;
    while (!at_end() && text_[position_] != end) ++position_;
    name = text_.substr(begin, position_ - begin);
    if (at_end()) {
      if (name.empty()) return fail("missing " + std::string(what), begin);
      return fail(std::string("missing ") + static_cast<char>(end) + ", unterminated name", begin);
    }
    ++position_;
    if (name.empty()) return fail("missing " + std::string(what), begin);
    return true;
  }

  bool check_name(const std::u32string& name, size_t position) {
    bool good = is_group_name(name);
    if (!is_text_) {
      good = good && std::ranges::all_of(name, [](char32_t c) { return c < 0x80; });
    }
    return good || fail("bad character in group name " + quoted(name), position);
  }
  std::string quoted(std::u32string_view name) const {
    return (is_text_ ? "" : "b") + quoted_for_message(name);
  }

  bool group(bool may_set_flags, Width& width, Item& form) {
    const size_t begin = position_++;
    if (!accept('?')) return capture(begin, std::u32string(), width);
    if (at_end()) return fail("unexpected end of pattern", position_);
    const char32_t c = text_[position_++];
    switch (c) {
      case 'P':
        return python_group(begin, width);
      case ':':
        return plain_group(begin, "(?:", width);
      case '>':
        return plain_group(begin, "(?>", width);
      case '#':
        while (!at_end() && text_[position_] != ')') ++position_;
        if (!accept(')')) return fail("missing ), unterminated comment", begin);
        form = Item::Nothing;
        return true;
      case '=':
      case '!':
        out_ += c == '=' ? "(?=" : "(?!";
        return around(begin, width);
      case '<': {
        if (at_end()) return fail("unexpected end of pattern", position_);
        const char32_t direction = text_[position_++];
        if (direction != '=' && direction != '!') {
          return fail("unknown extension ?<" + shown(position_ - 1, position_), begin + 1);
        }
        out_ += direction == '=' ? "(?<=" : "(?<!";
        return behind(begin, width);
      }
      case '(':
        return conditional(begin, width);
      default:
        if (c == '-' || flag_of(c) != 0) {
          return flag_group(begin, may_set_flags, width, form);
        }
        return fail("unknown extension ?" + shown(position_ - 1, position_), begin + 1);
    }
  }

  bool close(size_t begin) {
    if (!accept(')')) return fail("missing ), unterminated subpattern", begin);
    out_ += ')';
    return true;
  }

  bool capture(size_t begin, std::u32string name, Width& width, size_t name_position = 0) {
    const auto number = static_cast<uint32_t>(groups_.size() + 1);
    if (!name.empty()) {
      const auto known = names_.find(name);
      if (known != names_.end()) {
        return fail("redefinition of group name " + quoted_for_message(name) + " as group " +
                        std::to_string(number) + "; was group " + std::to_string(known->second),
                    name_position);
      }
      names_.emplace(std::move(name), number);
    }
    groups_.emplace_back();
    out_ += '(';
    const uint32_t outer_flags = flags_;
    if (!alternatives(true, width)) return false;
    flags_ = outer_flags;
    if (!close(begin)) return false;
    Group& group = groups_[number - 1];
    group.is_open = false;
    group.closed_as = closed_count_++;
    group.width = width;
    return true;
  }

  bool plain_group(size_t begin, std::string_view opening, Width& width) {
    out_ += opening;
    return alternatives(true, width) && close(begin);
  }

  bool around(size_t begin, Width& width) {
    Width inside;
    width = {};
    return alternatives(true, inside) && close(begin);
  }

  bool behind(size_t begin, Width& width) {
    const size_t outer = lookbehind_groups_;
    if (lookbehind_groups_ == SIZE_MAX) lookbehind_groups_ = groups_.size();
    Width inside;
    width = {};
    const bool good = alternatives(true, inside) && close(begin);
    lookbehind_groups_ = outer;
    // Found out when all else has been looked at.
    if (good && inside.low != inside.high) has_open_lookbehind_ = true;
    return good;
  }

  bool python_group(size_t begin, Width& width) {
    if (at_end()) return fail("unexpected end of pattern", position_);
    std::u32string name;
    if (accept('<')) {
      const size_t position = position_;
      if (!group_name('>', "group name", name) || !check_name(name, position)) return false;
      return capture(begin, std::move(name), width, position);
    }
    if (accept('=')) {
      const size_t position = position_;
      if (!group_name(')', "group name", name) || !check_name(name, position)) return false;
      const auto known = names_.find(name);
      if (known == names_.end()) return fail("unknown group name " + quoted(name), position);
      return reference(known->second, position, width);
    }
    ++position_;
    return fail("unknown extension ?P" + shown(position_ - 1, position_), begin + 1);
  }

  bool conditional(size_t begin, Width& width) {
    const size_t position = position_;
    std::u32string name;
    if (!group_name(')', "group name", name)) return false;
    uint64_t number = 0;
    if (std::ranges::all_of(name, is_digit)) {
      for (const char32_t digit : name) {
        number = std::min<uint64_t>(number * 10 + (digit - '0'), UINT32_MAX);
      }
      if (number == 0) return fail("bad group number", position);
      if (number > 65535) {
        return fail("invalid group reference " + std::to_string(number), position);
      }
      conditions_.push_back({static_cast<uint32_t>(number), position});
    } else {
      if (!check_name(name, position)) return false;
      const auto known = names_.find(name);
      if (known == names_.end()) return fail("unknown group name " + quoted(name), position);
      number = known->second;
    }
    if (number > lookbehind_groups_) {
      return fail("cannot refer to group defined in the same lookbehind subpattern", position);
    }
    out_ += "(?(" + std::to_string(number) + ")";
    Width yes;
    if (!check_depth() || !sequence(false, yes)) return false;
    Width no;
    if (accept('|')) {
      out_ += '|';
      if (!sequence(false, no)) return false;
      if (next_is('|')) {
        return fail("conditional backref with more than two branches", position_);
      }
    }
    width = {std::min(yes.low, no.low), std::max(yes.high, no.high)};
    return close(begin);
  }

  bool flag_group(size_t begin, bool may_set_flags, Width& width, Item& form) {
    --position_;
    uint32_t on = 0;
    uint32_t off = 0;
    char32_t c = text_[position_++];
    while (c != '-') {
      const uint32_t flag = flag_of(c);
      if (!check_type_flag(c, flag)) return false;
      on |= flag;
      if ((flag & TypeFlags) != 0 && (on & TypeFlags) != flag) {
        return fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", position_);
      }
      if (at_end()) return fail("missing -, : or )", position_);
      c = text_[position_++];
      if (c == ')' || c == ':' || c == '-') break;
      if (flag_of(c) == 0) {
        return fail(is_ascii_letter(c) ? "unknown flag" : "missing -, : or )", position_ - 1);
      }
    }
    if (c == ')') {
      if (!may_set_flags) {
        return fail("global flags not at the start of the expression", begin);
      }
      const bool was_verbose = (global_flags_ & RegexVerbose) != 0;
      global_flags_ |= on;
      flags_ |= on;
      form = Item::Nothing;
      if ((on & RegexVerbose) != 0 && !was_verbose) {
        needs_restart_ = true;
        return false;
      }
      // Later text is read in the alphabet of the whole.
      return true;
    }
    if ((on & GlobalOnly) != 0) {
      return fail("bad inline flags: cannot turn on global flag", position_ - 1);
    }
    if (c == '-') {
      if (at_end()) return fail("missing flag", position_);
      c = text_[position_++];
      if (flag_of(c) == 0) {
        return fail(is_ascii_letter(c) ? "unknown flag" : "missing flag", position_ - 1);
      }
      for (;;) {
        const uint32_t flag = flag_of(c);
        if ((flag & TypeFlags) != 0) {
          return fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", position_);
        }
        off |= flag;
        if (at_end()) return fail("missing :", position_);
        c = text_[position_++];
        if (c == ':') break;
        if (flag_of(c) == 0) {
          return fail(is_ascii_letter(c) ? "unknown flag" : "missing :", position_ - 1);
        }
      }
    }
    if ((off & GlobalOnly) != 0) {
      return fail("bad inline flags: cannot turn off global flag", position_ - 1);
    }
    if ((on & off) != 0) {
      return fail("bad inline flags: flag turned on and off", position_ - 1);
    }
    std::string opening = "(?";
    const auto add = [&](uint32_t flags) {
      if ((flags & RegexIgnoreCase) != 0) opening += 'i';
      if ((flags & RegexMultiline) != 0) opening += 'm';
      if ((flags & RegexDotAll) != 0) opening += 's';
    };
    add(on);
    if ((off & (RegexIgnoreCase | RegexMultiline | RegexDotAll)) != 0) opening += '-';
    add(off);
    const uint32_t outer = flags_;
    if ((on & TypeFlags) != 0) flags_ &= ~TypeFlags;
    flags_ = (flags_ | on) & ~off;
    const bool good = plain_group(begin, opening + ":", width);
    flags_ = outer;
    return good;
  }

  bool check_type_flag(char32_t letter, uint32_t flag) {
    if (is_text_ && flag == RegexLocale) {
      return fail("bad inline flags: cannot use 'L' flag with a str pattern", position_);
    }
    if (!is_text_ && flag == RegexUnicode) {
      return fail("bad inline flags: cannot use 'u' flag with a bytes pattern", position_);
    }
    static_cast<void>(letter);
    return true;
  }

  // --- At the end

  bool check_conditions() {
    for (const Condition& condition : conditions_) {
      if (condition.group > groups_.size()) {
        return fail("invalid group reference " + std::to_string(condition.group),
                    condition.position);
      }
    }
    if (has_open_lookbehind_) return fail_anywhere("look-behind requires fixed-width pattern");
    return true;
  }

  bool settle_flags() {
    const auto refuse = [&](const char* message) {
      failure_ = {RegexFailure::Form::Value, message, RegexFailure::NoPosition};
      return false;
    };
    if (is_text_) {
      if ((global_flags_ & RegexLocale) != 0) {
        return refuse("cannot use LOCALE flag with a str pattern");
      }
      if ((global_flags_ & RegexAscii) == 0) {
        global_flags_ |= RegexUnicode;
      } else if ((global_flags_ & RegexUnicode) != 0) {
        return refuse("ASCII and UNICODE flags are incompatible");
      }
      return true;
    }
    if ((global_flags_ & RegexUnicode) != 0) {
      return refuse("cannot use UNICODE flag with a bytes pattern");
    }
    if ((global_flags_ & RegexLocale) != 0 && (global_flags_ & RegexAscii) != 0) {
      return refuse("ASCII and LOCALE flags are incompatible");
    }
    return true;
  }

  Thread& thread_;
  std::u32string_view text_;
  bool is_text_;
  uint32_t flags_;         // in force here
  uint32_t global_flags_;  // of the whole
  size_t position_ = 0;
  std::string out_;
  std::vector<Group> groups_;
  uint32_t closed_count_ = 0;
  std::map<std::u32string, uint32_t> names_;
  std::vector<Condition> conditions_;
  std::vector<std::string> warnings_;
  size_t lookbehind_groups_ = SIZE_MAX;  // groups there were where the outermost look-behind began
  bool has_open_lookbehind_ = false;     // one of no fixed width
  bool needs_restart_ = false;
  RegexFailure failure_;
};

}  // namespace

RegexTranslation translate_regex(Thread& thread, std::string_view text, bool is_text,
                                 uint32_t flags) {
  const std::u32string decoded = decode_for_regex(text, is_text);
  for (;;) {
    RegexTranslation result;
    Translator translator(thread, decoded, is_text, flags);
    if (translator.run(result) || !translator.needs_restart()) return result;
    flags = translator.flags();
  }
}

bool is_group_name(std::u32string_view name) {
  return !name.empty() && unicode::is_identifier_start(name[0]) &&
         std::ranges::all_of(name.substr(1), unicode::is_identifier_continue);
}

std::u32string decode_for_regex(std::string_view text, bool is_text) {
  std::u32string out;
  out.reserve(text.size());
  if (!is_text) {
    for (const char c : text) out += static_cast<unsigned char>(c);
    return out;
  }
  const char* place = text.data();
  const char* end = place + text.size();
  while (place < end) out += utf8::decode(place);
  return out;
}

std::string encode_for_message(std::u32string_view text) {
  std::string out;
  char bytes[4];
  for (const char32_t c : text) {
    out.append(bytes, static_cast<size_t>(utf8::encode(bytes, c) - bytes));
  }
  return out;
}

std::string quoted_for_message(std::u32string_view text) {
  std::string out = "'";
  for (const char32_t c : text) {
    if (c == '\\' || c == '\'') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += encode_for_message(std::u32string_view(&c, 1));
    }
  }
  return out + "'";
}

}  // namespace weft
