// Patterns and matches as objects.
//
// A Pattern keeps what PCRE2 made of it: one code for search, one each for match and fullmatch
// (their anchors are compiled in, which the just-in-time compiler wants), made when first asked
// for. A Match keeps the places of its groups in bytes; for text they become characters when asked
// for.
#pragma once

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <optional>

#include "interpreter/objects/bytes.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_filling.h"

namespace weft {

enum class RegexAnchor : uint8_t { None, Begin, Both };

struct RegexCode {
  pcre2_code* code;
  uint32_t uses;
  bool is_compiled;  // to machine code, or found to be impossible
};

struct Pattern : CustomObject {
  using CustomObject::CustomObject;
  Value source;       // str or bytes
  Dict* group_names;  // name -> number
  Tuple* names;       // number - 1 -> name or None
  // The replacement used last and its parsed form (template.cpp).
  Value template_text;
  Value template_pieces;
  std::string* expression;       // owned; for PCRE2
  uint32_t* closing_order;       // owned; group_count numbers
  RegexCode codes[3];            // owned; by RegexAnchor
  pcre2_match_data* match_data;  // owned; in use only during one attempt
  uint32_t group_count;
  uint32_t flags;
  bool is_text;
};

struct Match : CustomObject {
  using CustomObject::CustomObject;
  static constexpr uint64_t None = UINT64_MAX;
  Pattern* pattern;
  Value subject;
  int64_t position;      // as given, clamped
  int64_t end_position;  // likewise
  uint32_t group_count;
  uint32_t last_index;  // 0: none
  uint64_t places[];    // pairs of byte offsets, the whole match first; None: did not take part

  uint64_t begin(uint32_t group) const { return places[group * 2]; }
  uint64_t end(uint32_t group) const { return places[group * 2 + 1]; }
};

struct RegexState final : runtime::RootSource {
  ~RegexState() override;
  void trace_roots(runtime::Marker& marker) override;
  Type* pattern_type = nullptr;
  Type* match_type = nullptr;
  Type* iterator_type = nullptr;
  Value error_class;
  pcre2_compile_context* compile_context = nullptr;
  pcre2_match_context* match_context = nullptr;
};
RegexState& regex_state(Thread& thread);

// Raises re.error (or what the failure asks for); the error value.
struct RegexFailure;
Value raise_regex_error(Thread& thread, const RegexFailure& failure, Value pattern);

// What is searched: its bytes, and which of them. For str positions are characters.
struct Subject {
  Value object;
  std::string_view bytes;
  bool is_text = false;
  bool is_ascii = true;  // characters are bytes
  uint64_t from = 0;     // byte offsets
  uint64_t to = 0;
  int64_t position = 0;  // as Match.pos shows them
  int64_t end_position = 0;

  // Script code may have run: looks at the object again. False: exception pending.
  [[nodiscard]] bool refresh(Thread& thread);
  uint64_t to_characters(Thread& thread, uint64_t byte) const;
  [[nodiscard]] Value slice(Thread& thread, uint64_t begin, uint64_t end) const;
};
[[nodiscard]] std::optional<Subject> subject_argument(Thread& thread, const Pattern* pattern,
                                                      Value object, Value from, Value to);

enum class MatchOutcome : int8_t { Error = -1, Nothing = 0, Found = 1 };
// One attempt from byte `from` on; with `not_empty` an empty match right there does not count. The
// places are in `places` (group_count + 1 pairs) afterwards.
[[nodiscard]] MatchOutcome attempt_match(Thread& thread, Pattern* pattern, const Subject& subject,
                                         uint64_t from, RegexAnchor anchor, bool not_empty,
                                         std::span<uint64_t> places);
[[nodiscard]] Match* make_match(Thread& thread, Pattern* pattern, const Subject& subject,
                                std::span<const uint64_t> places);

// Room for the places of a match; on the stack while few.
class MatchPlaces {
 public:
  explicit MatchPlaces(const Pattern* pattern)
      : count_(size_t{pattern->group_count + 1} * 2),
        places_(count_ <= std::size(inline_) ? inline_ : new uint64_t[count_]) {}
  ~MatchPlaces() {
    if (places_ != inline_) delete[] places_;
  }
  MatchPlaces(const MatchPlaces&) = delete;
  MatchPlaces& operator=(const MatchPlaces&) = delete;
  std::span<uint64_t> span() { return {places_, count_}; }
  uint64_t begin() const { return places_[0]; }
  uint64_t end() const { return places_[1]; }

 private:
  size_t count_;
  uint64_t inline_[40];
  uint64_t* places_;
};

// Steps through all matches as findall, sub and split see them.
class MatchSteps {
 public:
  explicit MatchSteps(const Subject& subject) : next_(subject.from) {}
  MatchOutcome step(Thread& thread, Pattern* pattern, const Subject& subject, MatchPlaces& places) {
    const MatchOutcome outcome = attempt_match(thread, pattern, subject, next_, RegexAnchor::None,
                                               not_empty_, places.span());
    if (outcome != MatchOutcome::Found) return outcome;
    next_ = places.end();
    not_empty_ = places.begin() == places.end();
    return outcome;
  }

 private:
  uint64_t next_;
  bool not_empty_ = false;
};

// --- Replacements (template.cpp)

// A parsed replacement: str or bytes when it is plain, else a tuple of literals and group numbers.
// Error: exception pending.
[[nodiscard]] Value parse_template(Thread& thread, Pattern* pattern, Value text);
// Appends what the pieces give for a match. False: exception pending.
[[nodiscard]] bool expand_template(Thread& thread, Value pieces, const Subject& subject,
                                   std::span<const uint64_t> places, std::string& out);
// The group a script names by number or name; nullopt with IndexError pending.
[[nodiscard]] std::optional<uint32_t> group_argument(Thread& thread, const Pattern* pattern,
                                                     Value group);

// The types, in match.cpp and pattern.cpp.
[[nodiscard]] bool make_match_type(Thread& thread, RegexState& state);
[[nodiscard]] bool make_pattern_types(Thread& thread, RegexState& state);

inline Value make_text_or_bytes(Thread& thread, bool is_text, std::string_view contents) {
  return is_text ? as_result(make_str(thread, contents)) : as_result(make_bytes(thread, contents));
}

}  // namespace weft
