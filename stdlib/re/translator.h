// Regular expressions in Python's notation made into those of PCRE2.
//
// The whole expression is parsed: what Python refuses is refused with its messages and positions,
// what only PCRE2 knows never reaches it, and what the two mean differently is written anew
// (\Z, \s of text, {,n}, verbose mode, groups by name…). Names of groups do not survive; the
// translation refers to groups by number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weft {

struct Thread;

// As module re numbers them.
enum RegexFlags : uint32_t {
  RegexTemplate = 1,
  RegexIgnoreCase = 2,
  RegexLocale = 4,
  RegexMultiline = 8,
  RegexDotAll = 16,
  RegexUnicode = 32,
  RegexVerbose = 64,
  RegexDebug = 128,
  RegexAscii = 256,
};

struct RegexFailure {
  static constexpr int64_t NoPosition = -1;
  enum class Form : uint8_t { None, Error, Value, Overflow, Pending } form = Form::None;
  std::string message;
  int64_t position = NoPosition;  // character of the expression
};

struct RegexTranslation {
  std::string expression;  // for PCRE2; UTF-8, or bytes
  uint32_t flags = 0;      // those given and those the expression begins with
  struct Name {
    std::string name;
    uint32_t group;
  };
  std::vector<Name> names;
  // closing_order[n - 1]: how many groups are closed before group n, reading from the left.
  std::vector<uint32_t> closing_order;
  uint32_t group_count() const { return static_cast<uint32_t>(closing_order.size()); }
  std::vector<std::string> warnings;
  RegexFailure failure;
};

// `text`: UTF-8 when `is_text`, else bytes.
RegexTranslation translate_regex(Thread& thread, std::string_view text, bool is_text,
                                 uint32_t flags);

// A name of a group: an identifier.
bool is_group_name(std::u32string_view name);

std::u32string decode_for_regex(std::string_view text, bool is_text);
std::string encode_for_message(std::u32string_view text);
// Single-quoted as repr() does it.
std::string quoted_for_message(std::u32string_view text);

}  // namespace weft
