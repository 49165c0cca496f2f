#include "interpreter/syntax/grammar_tools.h"
#include "interpreter/syntax/literals.h"

// The match statement and the patterns of its cases.

namespace weft::syntax {

// 'match' subject ':' NEWLINE INDENT case+ DEDENT. The word is a name as well, so until the first
// case is seen this may turn out to be a simple statement: null with `is_simple` set, nothing
// consumed.
Statement* Grammar::parse_match(bool& is_simple) {
  const size_t mark = position_;
  const Place begin = here();
  advance();
  Expression* subject = parse_subject();
  if (subject != nullptr && explaining_ && at(TokenKind::Newline)) raise_here("expected ':'");
  const bool has_colon = subject != nullptr && accept(TokenKind::Colon);
  if (has_colon && explaining_ && newline_without_indent()) {
    raise_missing_block("'match' statement", begin.line);
  }
  if (raised()) return nullptr;
  if (!has_colon || !at(TokenKind::Newline) || newline_without_indent()) {
    position_ = mark;
    is_simple = true;
    return nullptr;
  }
  advance();
  advance();
  Collected<MatchCase> cases(*this);
  while (at(NameTrait::Case)) {
    MatchCase* match_case = parse_case();
    if (match_case == nullptr) return nullptr;
    cases.push(match_case);
  }
  if (cases.empty() || !accept(TokenKind::Dedent)) return nullptr;
  Match* statement = make<Match>(StatementKind::Match, since_block(begin));
  statement->subject = subject;
  statement->cases = cases.finish();
  return statement;
}

// star_named ',' [star_named (',' star_named)* [',']] | named
Expression* Grammar::parse_subject() {
  const Place begin = here();
  Expression* first = parse_star_named_expression();
  if (first == nullptr || !at(TokenKind::Comma)) {
    return first != nullptr && first->is(ExpressionKind::Starred) ? nullptr : first;
  }
  Collected<Expression> elements(*this);
  elements.push(first);
  advance();
  parse_star_named_expressions(elements);
  Tuple* tuple = make<Tuple>(ExpressionKind::Tuple, since(begin));
  tuple->elts = elements.finish();
  return measured(tuple, height_of(tuple->elts));
}

// 'case' patterns ['if' named] ':' block
MatchCase* Grammar::parse_case() {
  const uint32_t line = token().line;
  advance();
  MatchCase* match_case = context_.arena.create<MatchCase>();
  match_case->pattern = parse_case_patterns();
  if (match_case->pattern == nullptr) return nullptr;
  const size_t mark = position_;
  if (accept(TokenKind::If)) {
    match_case->guard = parse_named_expression();
    if (match_case->guard == nullptr) position_ = mark;
  }
  if (!parse_colon_and_block("'case' statement", line, match_case->body)) return nullptr;
  return match_case;
}

// pattern, or several with commas, which are a sequence
Pattern* Grammar::parse_case_patterns() {
  const Place begin = here();
  Pattern* first = parse_star_or_pattern();
  if (first == nullptr || !at(TokenKind::Comma)) {
    return first != nullptr && first->is(PatternKind::MatchStar) ? nullptr : first;
  }
  Collected<Pattern> patterns(*this);
  patterns.push(first);
  advance();
  parse_sequence_items(patterns);
  MatchSequence* sequence = make<MatchSequence>(PatternKind::MatchSequence, since(begin));
  sequence->patterns = patterns.finish();
  return measured(sequence, height_of(sequence->patterns));
}

// ['*'] pattern (',' ['*'] pattern)* [','], as many as there are
void Grammar::parse_sequence_items(Collected<Pattern>& patterns) {
  for (;;) {
    const size_t mark = position_;
    Pattern* pattern = parse_star_or_pattern();
    if (pattern == nullptr) {
      position_ = mark;
      return;
    }
    patterns.push(pattern);
    if (!accept(TokenKind::Comma)) return;
  }
}

// '*' (capture | '_') | pattern
Pattern* Grammar::parse_star_or_pattern() {
  if (!at(TokenKind::Star)) return parse_pattern();
  const Place begin = here();
  advance();
  std::string_view name;
  if (at(NameTrait::Underscore)) {
    advance();
  } else if (!parse_capture(name)) {
    return nullptr;
  }
  MatchStar* star = make<MatchStar>(PatternKind::MatchStar, since(begin));
  star->name = name;
  return star;
}

// A name to bind: not `_`, nor the beginning of something longer.
bool Grammar::parse_capture(std::string_view& name) {
  if (!at(TokenKind::Name) || at(NameTrait::Underscore)) return false;
  const TokenKind next = peek();
  if (next == TokenKind::Dot || next == TokenKind::LeftParen || next == TokenKind::Equal) {
    return false;
  }
  name = name_of(token());
  advance();
  return true;
}

// or_pattern ['as' capture]
Pattern* Grammar::parse_pattern() {
  const Place begin = here();
  Pattern* pattern = parse_or_pattern();
  if (pattern == nullptr || !at(TokenKind::As)) return pattern;
  const size_t mark = position_;
  advance();
  std::string_view name;
  if (!parse_capture(name)) {
    if (explaining_) mistake_in_as_pattern();
    position_ = mark;
    return raised() ? nullptr : pattern;
  }
  MatchAs* as = make<MatchAs>(PatternKind::MatchAs, since(begin));
  as->pattern = pattern;
  as->name = name;
  return measured(as, pattern->height);
}

// closed ('|' closed)*
Pattern* Grammar::parse_or_pattern() {
  const Place begin = here();
  Pattern* first = parse_closed_pattern();
  if (first == nullptr || !at(TokenKind::Bar)) return first;
  Collected<Pattern> patterns(*this);
  patterns.push(first);
  while (at(TokenKind::Bar)) {
    const size_t mark = position_;
    advance();
    Pattern* pattern = parse_closed_pattern();
    if (pattern == nullptr) {
      position_ = mark;
      break;
    }
    patterns.push(pattern);
  }
  if (patterns.size() == 1) return first;
  MatchOr* alternatives = make<MatchOr>(PatternKind::MatchOr, since(begin));
  alternatives->patterns = patterns.finish();
  return measured(alternatives, height_of(alternatives->patterns));
}

Pattern* Grammar::parse_closed_pattern() {
  return remembered<Pattern>(Rule::Pattern, [this]() -> Pattern* {
    Ascent ascent(*this);
    if (!ascent.is_allowed()) return nullptr;
    switch (kind()) {
      case TokenKind::Name:
        return parse_name_pattern();
      case TokenKind::LeftParen:
        return parse_round_pattern();
      case TokenKind::LeftBracket:
        return parse_square_pattern();
      case TokenKind::LeftBrace:
        return parse_mapping_pattern();
      default:
        return parse_literal_pattern();
    }
  });
}

// None, True and False are matched by identity, other literals by equality.
Pattern* Grammar::parse_literal_pattern() {
  const Place begin = here();
  Expression* value = parse_pattern_literal();
  if (value == nullptr) return nullptr;
  const ConstantKind kind = value->is(ExpressionKind::Constant) ? value->as<Constant>()->value_kind
                                                                : ConstantKind::Ellipsis;
  if (kind == ConstantKind::None || kind == ConstantKind::True || kind == ConstantKind::False) {
    MatchSingleton* singleton = make<MatchSingleton>(PatternKind::MatchSingleton, since(begin));
    singleton->value = kind;
    return singleton;
  }
  MatchValue* match = make<MatchValue>(PatternKind::MatchValue, since(begin));
  match->value = value;
  return measured(match, value->height);
}

Expression* Grammar::parse_pattern_literal() {
  switch (kind()) {
    case TokenKind::Number:
    case TokenKind::Minus:
      return parse_pattern_number();
    case TokenKind::String:
      return parse_strings();
    case TokenKind::None:
      return parse_constant(ConstantKind::None);
    case TokenKind::True:
      return parse_constant(ConstantKind::True);
    case TokenKind::False:
      return parse_constant(ConstantKind::False);
    default:
      return nullptr;
  }
}

// ['-'] NUMBER [('+' | '-') NUMBER], the second being imaginary and the first then real
Expression* Grammar::parse_pattern_number() {
  const auto is_complex = [](const Expression* number) {
    return number->as<Constant>()->value_kind == ConstantKind::Complex;
  };
  const Place begin = here();
  const bool is_negative = accept(TokenKind::Minus);
  if (!at(TokenKind::Number)) return nullptr;
  Expression* number = parse_number();
  if (number == nullptr) return nullptr;
  Expression* left = number;
  if (is_negative) {
    UnaryOp* minus = make<UnaryOp>(ExpressionKind::UnaryOp, since(begin));
    minus->op = UnaryOperator::USub;
    minus->operand = number;
    left = measured(minus, number->height);
  }
  if (left == nullptr || (!at(TokenKind::Plus) && !at(TokenKind::Minus))) return left;

  if (is_complex(number)) {
    return raise_at(number->location, "real number required in complex literal");
  }
  const BinaryOperator op = at(TokenKind::Plus) ? BinaryOperator::Add : BinaryOperator::Sub;
  advance();
  if (!at(TokenKind::Number)) return nullptr;
  Expression* right = parse_number();
  if (right == nullptr) return nullptr;
  if (!is_complex(right)) {
    return raise_at(right->location, "imaginary number required in complex literal");
  }
  BinOp* sum = make<BinOp>(ExpressionKind::BinOp, since(begin));
  sum->left = left;
  sum->op = op;
  sum->right = right;
  return measured(sum, std::max(left->height, right->height));
}

// '_' | NAME | NAME ('.' NAME)+ | NAME ('.' NAME)* '(' ... ')'
Pattern* Grammar::parse_name_pattern() {
  const Place begin = here();
  std::string_view name;
  if (at(NameTrait::Underscore)) {
    advance();
    return make<MatchAs>(PatternKind::MatchAs, since(begin));
  }
  if (parse_capture(name)) {
    MatchAs* capture = make<MatchAs>(PatternKind::MatchAs, since(begin));
    capture->name = name;
    return capture;
  }
  Expression* value = parse_dotted_value();
  if (value == nullptr) return nullptr;
  if (at(TokenKind::LeftParen)) return parse_class_pattern(begin, value);
  if (value->is(ExpressionKind::Name) || at(TokenKind::Dot) || at(TokenKind::Equal)) return nullptr;
  MatchValue* match = make<MatchValue>(PatternKind::MatchValue, since(begin));
  match->value = value;
  return measured(match, value->height);
}

// NAME ('.' NAME)*, at a NAME
Expression* Grammar::parse_dotted_value() {
  const Place begin = here();
  Expression* value = parse_atom();
  while (value != nullptr && at(TokenKind::Dot) && peek() == TokenKind::Name) {
    value = parse_attribute(begin, value);
  }
  return value;
}

// '(' [pattern (',' pattern)*] [NAME '=' pattern (',' NAME '=' pattern)*] [','] ')'
Pattern* Grammar::parse_class_pattern(Place begin, Expression* cls) {
  const size_t open = position_;
  advance();
  Collected<Pattern> patterns(*this);
  std::vector<std::string_view> names;
  bool complete = true;
  while (!at(TokenKind::RightParen)) {
    const bool is_keyword = at(TokenKind::Name) && peek() == TokenKind::Equal;
    if (is_keyword) {
      names.push_back(name_of(token()));
      advance();
      advance();
    }
    Pattern* pattern = is_keyword || names.empty() ? parse_pattern() : nullptr;
    complete = pattern != nullptr;
    if (!complete) break;
    patterns.push(pattern);
    if (!accept(TokenKind::Comma)) break;
  }
  if (!complete || !accept(TokenKind::RightParen)) {
    if (explaining_ && !raised()) {
      position_ = open;
      mistake_in_class_pattern();
    }
    return nullptr;
  }
  const size_t positional = patterns.size() - names.size();
  MatchClass* match = make<MatchClass>(PatternKind::MatchClass, since(begin));
  match->cls = cls;
  match->patterns = patterns.slice(0, positional);
  match->kwd_attrs = context_.arena.copy(names.data(), names.size());
  match->kwd_patterns = patterns.slice(positional, patterns.size());
  return measured(match, std::max({height_of(cls), height_of(match->patterns),
                                   height_of(match->kwd_patterns)}));
}

// '(' pattern ')', which is that pattern, or a sequence
Pattern* Grammar::parse_round_pattern() {
  const Place begin = here();
  advance();
  Collected<Pattern> patterns(*this);
  parse_sequence_items(patterns);
  const bool is_group = patterns.size() == 1 && previous().kind != TokenKind::Comma;
  if (is_group && patterns[0]->is(PatternKind::MatchStar)) return nullptr;
  if (!accept(TokenKind::RightParen)) return nullptr;
  if (is_group) return patterns[0];
  return finish_sequence_pattern(begin, patterns);
}

// '[' ['*'] pattern (',' ['*'] pattern)* [','] ']'
Pattern* Grammar::parse_square_pattern() {
  const Place begin = here();
  advance();
  Collected<Pattern> patterns(*this);
  parse_sequence_items(patterns);
  if (!accept(TokenKind::RightBracket)) return nullptr;
  return finish_sequence_pattern(begin, patterns);
}

Pattern* Grammar::finish_sequence_pattern(Place begin, const Collected<Pattern>& patterns) {
  MatchSequence* sequence = make<MatchSequence>(PatternKind::MatchSequence, since(begin));
  sequence->patterns = patterns.finish();
  return measured(sequence, height_of(sequence->patterns));
}

// '{' [key ':' pattern (',' key ':' pattern)*] [',' '**' capture] [','] '}'
Pattern* Grammar::parse_mapping_pattern() {
  const Place begin = here();
  advance();
  Collected<void> items(*this);  // key, pattern, and so on
  std::string_view rest;
  while (!at(TokenKind::RightBrace)) {
    if (accept(TokenKind::DoubleStar)) {
      if (!parse_capture(rest)) return nullptr;
      accept(TokenKind::Comma);
      break;
    }
    Expression* key = at(TokenKind::Name) ? parse_dotted_value() : parse_pattern_literal();
    if (key == nullptr || key->is(ExpressionKind::Name)) return nullptr;
    if (!accept(TokenKind::Colon)) return nullptr;
    Pattern* pattern = parse_pattern();
    if (pattern == nullptr) return nullptr;
    items.push(key);
    items.push(pattern);
    if (!accept(TokenKind::Comma)) break;
  }
  if (!accept(TokenKind::RightBrace)) return nullptr;
  MatchMapping* mapping = make<MatchMapping>(PatternKind::MatchMapping, since(begin));
  mapping->keys = items.slice_as<Expression>(0, items.size(), 2);
  mapping->patterns = items.slice_as<Pattern>(1, items.size(), 2);
  mapping->rest = rest;
  return measured(mapping, std::max(height_of(mapping->keys), height_of(mapping->patterns)));
}

}  // namespace weft::syntax
