#include <utility>

#include "interpreter/syntax/format_pieces.h"

// The inside of f-strings.

namespace weft::syntax {

namespace {

constexpr int DeepestField = 2;  // a field may be in a format specification, but no deeper
constexpr size_t MaximumBrackets = 200;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

}  // namespace

// Literals and fields up to the end of the string, or in a format specification (level above 0) to
// the '}' that ends it, which is left.
bool StringParser::parse_pieces(Pieces& pieces, int level) {
  for (;;) {
    if (!parse_literal(pieces, level)) return false;
    if (at_ == end_ || *at_ == '}') break;
    FormattedValue* field = parse_field(pieces, level);
    if (field == nullptr) return false;
    if (!pieces.literal.empty()) {
      pieces.values.push(make_text(context_.arena.copy(pieces.literal)));
      pieces.literal.clear();
    }
    pieces.values.push(field);
  }
  if (level > 0 && at_ == end_) {
    raise("f-string: expecting '}'");
    return false;
  }
  return true;
}

// Text up to a field or the end; doubled braces stand for single ones, though not in a format
// specification.
bool StringParser::parse_literal(Pieces& pieces, int level) {
  for (;;) {
    const char* begin = at_;
    const char* literal_end = nullptr;
    bool is_doubled = false;
    while (at_ != end_) {
      const char* here = at_;
      char c = *at_++;
      if (c == '\\' && !body_.is_raw && at_ != end_) {
        c = *at_++;
        if (c == 'N') {  // the braces of \N{name} begin no field
          if (at_ != end_ && *at_++ == '{') {
            while (at_ != end_ && *at_++ != '}') {
            }
          }
          continue;
        }
        if (c == '{') {
          context_.warnings->push_back(
              {WarningKind::DeprecationWarning, "invalid escape sequence '\\{'", token_->line});
        }
        here = at_ - 1;
      }
      if (c != '{' && c != '}') continue;
      if (level == 0 && at_ != end_ && *at_ == c) {
        literal_end = at_++;  // with the first of the two
        is_doubled = true;
      } else if (level == 0 && c == '}') {
        raise("f-string: single '}' is not allowed");
        return false;
      } else {
        literal_end = at_ = here;
      }
      break;
    }
    if (literal_end == nullptr) literal_end = at_;
    if (literal_end != begin &&
        !decode({begin, static_cast<size_t>(literal_end - begin)}, false, pieces.literal)) {
      return false;
    }
    if (!is_doubled) return true;
  }
}

// '{' expression ['='] ['!' conversion] [':' format specification] '}', at the '{'. The text that
// '=' asks for is added to the literal before the field.
FormattedValue* StringParser::parse_field(Pieces& pieces, int level) {
  if (level >= DeepestField) return raise("f-string: expressions nested too deeply");
  const char* begin = ++at_;
  if (!find_field_end()) return nullptr;
  Expression* value = parse_field_expression(begin, at_);
  if (value == nullptr) return nullptr;

  const auto ends_early = [this] {
    if (at_ != end_) return false;
    raise("f-string: expecting '}'");
    return true;
  };
  bool is_debug = false;
  if (*at_ == '=') {
    ++at_;
    while (at_ != end_ && (is_blank(*at_) || *at_ == '\v')) ++at_;
    if (ends_early()) return nullptr;
    pieces.literal.append(begin, at_);
    is_debug = true;
  }
  FormattedValue* field = grammar_.make<FormattedValue>(ExpressionKind::FormattedValue, location_);
  field->value = value;
  if (*at_ == '!') {
    ++at_;
    if (ends_early()) return nullptr;
    field->conversion = *at_++;
    if (field->conversion != 's' && field->conversion != 'r' && field->conversion != 'a') {
      return raise("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
    if (ends_early()) return nullptr;
  }
  if (*at_ == ':') {
    ++at_;
    if (ends_early()) return nullptr;
    const Location whole = location_;
    location_ = grammar_.between(grammar_.place_of(*token_), *token_);
    Pieces specification(grammar_);
    if (!parse_pieces(specification, level + 1)) return nullptr;
    field->format_spec = finish_joined(specification);
    if (field->format_spec == nullptr) return nullptr;
    location_ = whole;
  }
  if (at_ == end_ || *at_ != '}') return raise("f-string: expecting '}'");
  ++at_;
  if (is_debug && field->conversion == 0 && field->format_spec == nullptr) field->conversion = 'r';
  const unsigned height =
      std::max(Grammar::height_of(value), Grammar::height_of(field->format_spec));
  return grammar_.measured(field, height) != nullptr ? field : nullptr;
}

// Moves behind the expression of a field: to the '=', '!', ':' or '}' that ends it.
bool StringParser::find_field_end() {
  const auto refuse = [this](std::string message) {
    raise(std::move(message));
    return false;
  };
  const auto closing_of = [](char opening) { return opening == '(' ? ')' : opening + 2; };
  std::string brackets;
  char quote = 0;
  bool is_triple = false;
  for (; at_ != end_; ++at_) {
    const char c = *at_;
    const bool is_tripled = end_ - at_ > 2 && at_[1] == c && at_[2] == c;
    if (c == '\\') return refuse("f-string expression part cannot include a backslash");
    if (quote != 0) {
      if (c != quote || (is_triple && !is_tripled)) continue;
      if (is_triple) at_ += 2;
      quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
      is_triple = is_tripled;
      if (is_triple) at_ += 2;
    } else if (c == '(' || c == '[' || c == '{') {
      if (brackets.size() == MaximumBrackets) {
        return refuse("f-string: too many nested parenthesis");
      }
      brackets.push_back(c);
    } else if (c == '#') {
      return refuse("f-string expression part cannot include '#'");
    } else if (brackets.empty() &&
               (c == '!' || c == ':' || c == '}' || c == '=' || c == '<' || c == '>')) {
      const bool is_comparison =
          (c == '!' || c == '=' || c == '<' || c == '>') && at_ + 1 != end_ && at_[1] == '=';
      if (is_comparison) {
        ++at_;
      } else if (c != '<' && c != '>') {
        break;
      }
    } else if (c == ')' || c == ']' || c == '}') {
      if (brackets.empty()) return refuse(std::string("f-string: unmatched '") + c + "'");
      const char opening = brackets.back();
      brackets.pop_back();
      if (closing_of(opening) != c) {
        return refuse(std::string("f-string: closing parenthesis '") + c +
                      "' does not match opening parenthesis '" + opening + "'");
      }
    }
  }
  if (quote != 0) return refuse("f-string: unterminated string");
  if (!brackets.empty()) {
    return refuse(std::string("f-string: unmatched '") + brackets.back() + "'");
  }
  if (at_ == end_) return refuse("f-string: expecting '}'");
  return true;
}

// Makes place_ that of a later point in the token.
void StringParser::move_place_to(const char* point) {
  for (; placed_ != point; ++placed_) {
    if (*placed_ == '\n') {
      ++place_.line;
      place_.column = 0;
    } else {
      ++place_.column;
    }
  }
}

// The expression between a '{' and what ends it, as if it stood in brackets that begin at the '{'.
Expression* StringParser::parse_field_expression(const char* begin, const char* end) {
  if (std::all_of(begin, end, is_blank)) {
    if (*end == '}') return raise("f-string: empty expression not allowed");
    return raise(std::string("f-string: expression required before '") + *end + "'");
  }
  const auto size = static_cast<size_t>(end - begin);
  char* text = static_cast<char*>(context_.arena.allocate(size + 3 + Lexer::Padding));
  text[0] = '(';
  std::copy(begin, end, text + 1);
  text[size + 1] = ')';
  text[size + 2] = '\n';
  std::fill_n(text + size + 3, Lexer::Padding, '\0');

  move_place_to(begin - 1);
  const Place place = place_;

  Grammar::Ascent ascent(grammar_);
  if (!ascent.is_allowed()) return nullptr;
  Grammar field(context_, {text, size + 3}, StartRule::ReplacementField, place);
  Expression* expression = field.parse_replacement_field();
  if (expression == nullptr) grammar_.poison();
  return expression;
}

Expression* StringParser::finish_joined(Pieces& pieces) {
  if (!pieces.literal.empty()) {
    pieces.values.push(make_text(context_.arena.copy(pieces.literal)));
  }
  JoinedStr* joined = grammar_.make<JoinedStr>(ExpressionKind::JoinedStr, location_);
  joined->values = pieces.values.finish();
  return grammar_.measured(joined, Grammar::height_of(joined->values));
}

}  // namespace weft::syntax
