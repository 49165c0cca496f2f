// The parser behind translator.h: its state, and what its two sources share.
//
// translator.cpp reads sequences and groups, translator_atoms.cpp what stands in them: characters,
// escapes, sets, repetitions.
#pragma once

#include <algorithm>
#include <map>

#include "interpreter/objects/thread.h"
#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"
#include "stdlib/re/translator.h"

namespace weft {

namespace regex {

inline constexpr uint64_t Endless = UINT32_MAX;
inline constexpr uint64_t MaxRepetition = 65535;  // PCRE2's own
inline constexpr uint32_t TypeFlags = RegexAscii | RegexLocale | RegexUnicode;
inline constexpr uint32_t GlobalOnly = RegexTemplate | RegexDebug;

// How many characters an expression may match.
struct Width {
  uint64_t low = 0;
  uint64_t high = 0;
};

inline Width operator+(Width left, Width right) {
  return {std::min(left.low + right.low, Endless), std::min(left.high + right.high, Endless)};
}

inline uint32_t flag_of(char32_t letter) {
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

inline bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_octal(char32_t c) { return c >= '0' && c <= '7'; }
inline bool is_verbose_blank(char32_t c) { return c == ' ' || (c >= 9 && c <= 13); }
inline int hex_value(char32_t c) {
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
  bool run(RegexTranslation& result);

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

  void write_literal(char32_t c);

  // A class letter (d D s S w W), in or outside of brackets.
  void write_category(char32_t letter, bool in_set);
  static size_t category_index(char32_t letter) {
    return letter == 'd' || letter == 'D' ? 0 : letter == 's' || letter == 'S' ? 1 : 2;
  }
  void write_set(char32_t letter, std::string_view members, bool in_set);

  // --- Sequences

  bool alternatives(bool is_nested, Width& width);

  bool check_depth() {
    if (thread_.check_native_stack()) return true;
    failure_.form = RegexFailure::Form::Pending;
    return false;
  }

  // Up to "|", ")" or the end.
  bool sequence(bool may_set_flags, Width& width);

  enum class Item : uint8_t { Plain, Position, Nothing };

  // Reads "*", "{2,3}"…; false and nothing read when there is none, or failed.
  bool repetition(uint64_t& low, uint64_t& high);

  // What follows an item that lies in out_ from `written` on.
  bool repetitions(size_t begin, size_t written, Item form, Width& item);

  // One item that is no repetition.
  bool atom(bool may_set_flags, Width& width, Item& form);

  // --- Escapes

  // The digits of \x, \u or \U as a character.
  bool hexadecimal(size_t begin, size_t count, char32_t& out);

  bool named_character(size_t begin, char32_t& out);

  bool octal(size_t begin, char32_t& out);

  // Escapes that stand for one character wherever they are. Found: `out` set; else nothing is read
  // beyond the letter, or it failed.
  bool plain_escape(size_t begin, char32_t letter, char32_t& out, bool& found);

  bool escape(Width& width, Item& form);

  void write_position(char32_t letter);

  // \1…\99: a group, or three octal digits.
  bool numbered(size_t begin, char32_t first, Width& width);

  bool reference(uint32_t group, size_t position, Width& width);

  // --- Sets

  struct Member {
    bool is_category = false;
    char32_t value = 0;  // a character, or the letter of a category
  };

  bool set_member(size_t begin, Member& member);

  void write_member(const Member& member);

  void warn(std::string_view what, size_t position) {
    warnings_.push_back(std::string("Possible ") + std::string(what) + " at position " +
                        std::to_string(position));
  }

  void warn_of_operator(char32_t c, size_t position);

  bool set();

  // --- Groups

  // The text up to `end`, which is read too.
  bool group_name(char32_t end, std::string_view what, std::u32string& name);

  bool check_name(const std::u32string& name, size_t position);
  std::string quoted(std::u32string_view name) const {
    return (is_text_ ? "" : "b") + quoted_for_message(name);
  }

  bool group(bool may_set_flags, Width& width, Item& form);

  bool close(size_t begin) {
    if (!accept(')')) return fail("missing ), unterminated subpattern", begin);
    out_ += ')';
    return true;
  }

  bool capture(size_t begin, std::u32string name, Width& width, size_t name_position = 0);

  bool plain_group(size_t begin, std::string_view opening, Width& width) {
    out_ += opening;
    return alternatives(true, width) && close(begin);
  }

  bool around(size_t begin, Width& width) {
    Width inside;
    width = {};
    return alternatives(true, inside) && close(begin);
  }

  bool behind(size_t begin, Width& width);

  bool python_group(size_t begin, Width& width);

  bool conditional(size_t begin, Width& width);

  bool flag_group(size_t begin, bool may_set_flags, Width& width, Item& form);

  bool check_type_flag(char32_t letter, uint32_t flag);

  // --- At the end

  bool check_conditions();

  bool settle_flags();

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

}  // namespace regex

}  // namespace weft
