// The text is known to be one node of a syntax tree, so no tree is needed: the operator that binds
// least outside brackets is the root.
#include "interpreter/objects/traceback_anchors.h"

#include <algorithm>
#include <string>
#include <vector>

namespace weft {
namespace {

enum class Sort : uint8_t { Name, Number, String, Open, Close, Operator };

struct Token {
  Sort sort;
  uint32_t begin;
  uint32_t end;
  uint32_t partner;  // of brackets: index of the other one
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }
bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads the text into tokens; false when it is not well formed.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool scan() {
    std::vector<uint32_t> open;
    while (position_ < text_.size()) {
      const char c = text_[position_];
      const uint32_t begin = position_;
      if (is_blank(c)) {
        ++position_;
      } else if (c == '"' || c == '\'') {
        if (!scan_string(begin)) return false;
      } else if (is_digit(c) ||
                 (c == '.' && position_ + 1 < text_.size() && is_digit(text_[position_ + 1]))) {
        scan_number(begin);
      } else if (is_name_char(c)) {
        while (position_ < text_.size() && is_name_char(text_[position_])) ++position_;
        const bool is_prefix = position_ - begin <= 2 && position_ < text_.size() &&
                               (text_[position_] == '"' || text_[position_] == '\'');
        if (is_prefix) {
          if (!scan_string(begin)) return false;
        } else {
          add(Sort::Name, begin);
        }
      } else if (c == '(' || c == '[' || c == '{') {
        ++position_;
        open.push_back(static_cast<uint32_t>(tokens.size()));
        add(Sort::Open, begin);
      } else if (c == ')' || c == ']' || c == '}') {
        if (open.empty()) return false;
        ++position_;
        add(Sort::Close, begin);
        tokens.back().partner = open.back();
        tokens[open.back()].partner = static_cast<uint32_t>(tokens.size() - 1);
        open.pop_back();
      } else {
        if (c == '#' || c == ';' || c == '\\') return false;
        scan_operator(begin);
      }
    }
    return open.empty() && !tokens.empty();
  }

  std::vector<Token> tokens;

 private:
  void add(Sort sort, uint32_t begin) { tokens.push_back({sort, begin, position_, 0}); }

  bool scan_string(uint32_t begin) {
    const char quote = text_[position_];
    const bool is_triple = text_.substr(position_).starts_with(std::string(3, quote));
    position_ += is_triple ? 3 : 1;
    while (position_ < text_.size()) {
      if (text_[position_] == '\\') {
        position_ += 2;
      } else if (is_triple ? text_.substr(position_).starts_with(std::string(3, quote))
                           : text_[position_] == quote) {
        position_ += is_triple ? 3 : 1;
        add(Sort::String, begin);
        return true;
      } else {
        ++position_;
      }
    }
    return false;
  }

  void scan_number(uint32_t begin) {
    while (position_ < text_.size()) {
      const char c = text_[position_];
      const char previous = text_[position_ - (position_ > begin ? 1 : 0)];
      const bool is_sign = (c == '+' || c == '-') && (previous == 'e' || previous == 'E') &&
                           !text_.substr(begin).starts_with("0x");
      if (!is_name_char(c) && c != '.' && !is_sign) break;
      ++position_;
    }
    add(Sort::Number, begin);
  }

  void scan_operator(uint32_t begin) {
    constexpr std::string_view longer[] = {"**=", "//=", "<<=", ">>=", "...", "**", "//", "<<",
                                           ">>",  "<=",  ">=",  "==",  "!=",  "->", ":=", "+=",
                                           "-=",  "*=",  "/=",  "%=",  "&=",  "|=", "^=", "@="};
    const std::string_view rest = text_.substr(position_);
    const auto found = std::ranges::find_if(
        longer, [&](std::string_view symbol) { return rest.starts_with(symbol); });
    position_ += found == std::end(longer) ? 1 : static_cast<uint32_t>(found->size());
    add(text_.substr(begin, position_ - begin) == "..." ? Sort::Name : Sort::Operator, begin);
  }

  std::string_view text_;
  uint32_t position_ = 0;
};

// How strongly an operator binds its operands; 0: it can not stand in a binary operation's or
// subscript's text outside brackets.
int strength(std::string_view symbol) {
  if (symbol == "|") return 1;
  if (symbol == "^") return 2;
  if (symbol == "&") return 3;
  if (symbol == "<<" || symbol == ">>") return 4;
  if (symbol == "+" || symbol == "-") return 5;
  if (symbol == "*" || symbol == "/" || symbol == "//" || symbol == "%" || symbol == "@") return 6;
  if (symbol == "**") return 8;
  return 0;
}
constexpr int PowerStrength = 8;  // unary operators stand between it and *

bool is_keyword(std::string_view name) {
  constexpr std::string_view keywords[] = {
      "and",    "or",     "not",      "in",     "is",      "if",     "else",     "lambda",
      "await",  "yield",  "from",     "for",    "async",   "return", "raise",    "del",
      "assert", "import", "global",   "class",  "def",     "while",  "with",     "try",
      "pass",   "break",  "continue", "except", "finally", "elif",   "nonlocal", "as"};
  return std::ranges::find(keywords, name) != std::end(keywords);
}

struct Span {
  uint32_t first;  // tokens
  uint32_t last;
};

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::optional<Anchors> find() const {
    const Span all = unwrapped({0, static_cast<uint32_t>(tokens_.size() - 1)});
    std::optional<uint32_t> root;
    int weakest = PowerStrength + 1;
    bool leads_with_unary = false;
    for (uint32_t i = all.first; i <= all.last; i = next(i)) {
      const Token& token = tokens_[i];
      const std::string_view symbol = text_of(token);
      if (token.sort == Sort::Name && is_keyword(symbol)) return std::nullopt;
      if (token.sort != Sort::Operator || symbol == ".") continue;
      if (!is_operand_end(i, all.first)) {
        if (symbol != "-" && symbol != "+" && symbol != "~") return std::nullopt;
        leads_with_unary |= i == all.first;
        continue;
      }
      const int binding = strength(symbol);
      if (binding == 0) return std::nullopt;
      // Operators of one strength group from the left, so the last is the root; ** from the right.
      if (binding < weakest || (binding == weakest && binding != PowerStrength)) {
        root = i;
        weakest = binding;
      }
    }
    // -a ** b and -a[b] are negations.
    if (leads_with_unary && weakest >= PowerStrength) return std::nullopt;
    if (!root) return subscript_anchors(all);
    if (*root == all.last) return std::nullopt;
    return operator_anchors({all.first, *root - 1}, {*root + 1, all.last});
  }

 private:
  std::string_view text_of(const Token& token) const {
    return text_.substr(token.begin, token.end - token.begin);
  }
  // The token behind this one, brackets taken as one.
  uint32_t next(uint32_t index) const {
    return (tokens_[index].sort == Sort::Open ? tokens_[index].partner : index) + 1;
  }
  // Whether what stands before token `index` is an operand, so that an operator there is binary.
  bool is_operand_end(uint32_t index, uint32_t first) const {
    return index > first && tokens_[index - 1].sort != Sort::Operator;
  }
  // A parenthesised expression without its parentheses; tuples and generator expressions keep them.
  Span unwrapped(Span span) const {
    while (span.first < span.last && tokens_[span.first].sort == Sort::Open &&
           tokens_[span.first].partner == span.last && text_[tokens_[span.first].begin] == '(') {
      if (span.first + 1 == span.last) return span;
      for (uint32_t i = span.first + 1; i < span.last; i = next(i)) {
        const std::string_view symbol = text_of(tokens_[i]);
        if (symbol == "," || symbol == "for" || symbol == "async" || symbol == "yield") return span;
      }
      span = {span.first + 1, span.last - 1};
    }
    return span;
  }

  Anchors operator_anchors(Span left, Span right) const {
    const uint32_t left_end = tokens_[unwrapped(left).last].end;
    const uint32_t right_begin = tokens_[unwrapped(right).first].begin;
    uint32_t begin = left_end;
    while (begin < right_begin && is_blank(text_[begin])) ++begin;
    const bool is_pair = begin + 1 < right_begin && !is_blank(text_[begin + 1]);
    return {begin, begin + (is_pair ? 2 : 1)};
  }

  std::optional<Anchors> subscript_anchors(Span span) const {
    const Token& close = tokens_[span.last];
    if (close.sort != Sort::Close || text_[close.begin] != ']' || close.partner <= span.first)
      return std::nullopt;
    const Span value = unwrapped({span.first, close.partner - 1});
    return Anchors{tokens_[value.last].end, tokens_[span.last - 1].end + 1};
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
};

}  // namespace

std::optional<Anchors> find_anchors(std::string_view text) {
  Scanner scanner(text);
  if (!scanner.scan()) return std::nullopt;
  return Finder(text, scanner.tokens).find();
}

}  // namespace weft
