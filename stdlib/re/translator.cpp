// Sequences, alternatives and groups; what the translation is made from.
#include "stdlib/re/translator_parser.h"

namespace weft {

namespace regex {

bool Translator::run(RegexTranslation& result) {
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

bool Translator::alternatives(bool is_nested, Width& width) {
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

bool Translator::sequence(bool may_set_flags, Width& width) {
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

bool Translator::group_name(char32_t end, std::string_view what, std::u32string& name) {
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

bool Translator::check_name(const std::u32string& name, size_t position) {
  bool good = is_group_name(name);
  if (!is_text_) {
    good = good && std::ranges::all_of(name, [](char32_t c) { return c < 0x80; });
  }
  return good || fail("bad character in group name " + quoted(name), position);
}

bool Translator::group(bool may_set_flags, Width& width, Item& form) {
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

bool Translator::capture(size_t begin, std::u32string name, Width& width, size_t name_position) {
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

bool Translator::behind(size_t begin, Width& width) {
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

bool Translator::python_group(size_t begin, Width& width) {
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

bool Translator::conditional(size_t begin, Width& width) {
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

bool Translator::flag_group(size_t begin, bool may_set_flags, Width& width, Item& form) {
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

bool Translator::check_type_flag(char32_t letter, uint32_t flag) {
  if (is_text_ && flag == RegexLocale) {
    return fail("bad inline flags: cannot use 'L' flag with a str pattern", position_);
  }
  if (!is_text_ && flag == RegexUnicode) {
    return fail("bad inline flags: cannot use 'u' flag with a bytes pattern", position_);
  }
  static_cast<void>(letter);
  return true;
}

bool Translator::check_conditions() {
  for (const Condition& condition : conditions_) {
    if (condition.group > groups_.size()) {
      return fail("invalid group reference " + std::to_string(condition.group), condition.position);
    }
  }
  if (has_open_lookbehind_) return fail_anywhere("look-behind requires fixed-width pattern");
  return true;
}

bool Translator::settle_flags() {
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

}  // namespace regex

RegexTranslation translate_regex(Thread& thread, std::string_view text, bool is_text,
                                 uint32_t flags) {
  const std::u32string decoded = decode_for_regex(text, is_text);
  for (;;) {
    RegexTranslation result;
    regex::Translator translator(thread, decoded, is_text, flags);
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
    for (const char c : text) out.push_back(static_cast<unsigned char>(c));
    return out;
  }
  const char* place = text.data();
  const char* end = place + text.size();
  while (place < end) out.push_back(static_cast<char32_t>(utf8::decode(place)));
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
