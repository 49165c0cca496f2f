#include <string>

#include "interpreter/syntax/grammar_tools.h"

// Known mistakes in expressions. See grammar.h for when these are asked and what they owe.

namespace weft::syntax {

// `f() = 1`, `x = 1` or `x.y := 1` where a value is wanted.
void Grammar::mistake_in_named_expression() {
  const size_t mark = position_;
  Expression* left = parse_expression();
  if (left != nullptr && accept(TokenKind::ColonEqual) && parse_expression() != nullptr) {
    raise_at(left->location,
             std::string("cannot use assignment expressions with ") + description_of(left));
  }
  position_ = mark;
  if (raised()) return;

  const auto is_assignment_next = [this] {
    return at(TokenKind::Equal) || at(TokenKind::ColonEqual);
  };
  if (at(TokenKind::Name) && peek() == TokenKind::Equal) {
    Expression* name = parse_atom();
    advance();
    Expression* value = parse_bitwise_or();
    if (value != nullptr && !is_assignment_next()) {
      raise_between(name->location, value->location,
                    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    position_ = mark;
    if (raised()) return;
  }

  bool is_other = true;  // lists, tuples, generators and constant names have messages of their own
  if (at(TokenKind::LeftParen) || at(TokenKind::LeftBracket)) {
    const Expression* display = parse_atom();
    is_other = display == nullptr ||
               !(display->is(ExpressionKind::List) || display->is(ExpressionKind::Tuple) ||
                 display->is(ExpressionKind::GeneratorExp)) ||
               is_group(mark, display);
  } else if (at(TokenKind::True) || at(TokenKind::False) || at(TokenKind::None)) {
    is_other = false;
  }
  position_ = mark;
  if (!is_other || raised()) return;
  left = parse_bitwise_or();
  if (left != nullptr && accept(TokenKind::Equal) && parse_bitwise_or() != nullptr &&
      !is_assignment_next()) {
    raise_at(left->location, std::string("cannot assign to ") + description_of(left) +
                                 " here. Maybe you meant '==' instead of '='?");
  }
  position_ = mark;
}

// Whether the display read at `mark` stands in brackets that are not its own.
bool Grammar::is_group(size_t mark, const Expression* display) const {
  const Place outer = place_of(tokens_[mark]);
  return outer.line != display->location.line || outer.column != display->location.column;
}

// CPython takes every beginning of a soft keyword for one here, `m` and `cas` too.
bool Grammar::begins_soft_keyword() const {
  const std::string_view word = lexer_->text_of(token());
  return at(TokenKind::Name) && (word == "_" || std::string_view("match").starts_with(word) ||
                                 std::string_view("case").starts_with(word));
}

// Two expressions side by side in brackets, an `if` without `else`, Python 2's print.
void Grammar::mistake_in_expression() {
  const size_t mark = position_;
  const bool is_excepted =
      begins_soft_keyword() || (at(TokenKind::Name) && peek() == TokenKind::String);
  Expression* first = parse_disjunction();
  if (raised()) return;
  const size_t behind_first = position_;
  bool is_pair = false;
  if (first != nullptr && !is_excepted) {
    explaining_ = false;
    Expression* second = parse_expression_plainly();
    explaining_ = true;
    is_pair = second != nullptr;
    if (is_pair && !is_legacy_statement(first) && previous().level > 0) {
      raise_between(first->location, second->location,
                    "invalid syntax. Perhaps you forgot a comma?");
    }
    if (raised()) return;
  }
  position_ = behind_first;
  if (first != nullptr && !is_pair && accept(TokenKind::If)) {
    Expression* test = parse_disjunction();
    if (test != nullptr && !at(TokenKind::Else) && !at(TokenKind::Colon)) {
      raise_between(first->location, test->location, "expected 'else' after 'if' expression");
    }
  }
  position_ = mark;
  if (!raised()) mistake_in_legacy_statement();
}

bool Grammar::is_legacy_statement(const Expression* expression) {
  if (!expression->is(ExpressionKind::Name)) return false;
  const std::string_view name = expression->as<Name>()->id;
  return name == "print" || name == "exec";
}

// `print x` and `exec x`. What follows a name is looked at for its own mistakes whatever the name.
void Grammar::mistake_in_legacy_statement() {
  if (!at(TokenKind::Name) || peek() == TokenKind::LeftParen) return;
  const size_t mark = position_;
  Expression* word = parse_atom();
  Expression* value = parse_star_expressions();
  if (value != nullptr && is_legacy_statement(word)) {
    const std::string name(word->as<Name>()->id);
    raise_between(word->location, value->location,
                  "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?");
  }
  position_ = mark;
}

// ---- brackets ----

// A star in brackets that make no tuple; at the bracket.
void Grammar::mistake_in_group() {
  const size_t mark = position_;
  advance();
  if (at(TokenKind::Star)) {
    Expression* starred = parse_starred_argument();
    if (starred != nullptr && at(TokenKind::RightParen)) {
      raise_at(starred->location, "cannot use starred expression here");
    }
  } else if (at(TokenKind::DoubleStar)) {
    const Token stars = token();
    advance();
    if (parse_expression() != nullptr && at(TokenKind::RightParen)) {
      raise_at(stars, "cannot use double starred expression here");
    }
  }
  position_ = mark;
}

// A starred or bare-tuple element of a comprehension; at the bracket.
void Grammar::mistake_in_comprehension() {
  const size_t mark = position_;
  const bool is_round = at(TokenKind::LeftParen);
  Nodes<Comprehension> clauses;
  advance();
  if (at(TokenKind::Star)) {
    Expression* starred = parse_starred_argument();
    if (starred != nullptr && parse_clauses(clauses)) {
      raise_at(starred->location, "iterable unpacking cannot be used in comprehension");
    }
  }
  position_ = mark + 1;
  if (!is_round && !raised()) {
    Collected<Expression> elements(*this);
    parse_star_named_expressions(elements);
    const Token last = previous();
    const bool has_comma = last.kind == TokenKind::Comma;
    if ((elements.size() > 1 || (has_comma && !elements.empty())) && parse_clauses(clauses)) {
      const Location end =
          elements.size() > 1 ? elements.back()->location : between(place_of(last), last);
      raise_between(elements[0]->location, end,
                    "did you forget parentheses around the comprehension target?");
    }
  }
  position_ = mark;
}

// What is wrong with the items of a dict; at the bracket.
void Grammar::mistake_in_dict() {
  const size_t mark = position_;
  advance();
  // The items that are right, each followed by a comma; then one that is not.
  size_t items = 0;
  bool complete = true;
  while (complete) {
    const size_t item = position_;
    if (accept(TokenKind::DoubleStar)) {
      complete = parse_bitwise_or() != nullptr;
    } else {
      complete = parse_expression() != nullptr && accept(TokenKind::Colon) &&
                 parse_expression() != nullptr;
    }
    if (raised()) return;
    if (!complete) position_ = item;
    if (complete && !accept(TokenKind::Comma)) break;
    if (complete) ++items;
  }
  if (items > 0 && !complete) mistake_in_dict_item(true);
  if (raised()) return;
  position_ = mark + 1;
  mistake_in_dict_item(false);
  position_ = mark;
}

// Unpacking as the element of a dict comprehension; at the bracket.
void Grammar::mistake_in_dict_comprehension() {
  const size_t mark = position_;
  advance();
  if (at(TokenKind::DoubleStar)) {
    const Token stars = token();
    Nodes<Comprehension> clauses;
    advance();
    if (parse_bitwise_or() != nullptr && parse_clauses(clauses) && at(TokenKind::RightBrace)) {
      raise_at(stars, "dict unpacking cannot be used in dict comprehension");
    }
  }
  position_ = mark;
}

// A key without a value, or with a starred one.
void Grammar::mistake_in_dict_item(bool wants_colon) {
  Expression* key = parse_expression();
  if (key == nullptr || raised()) return;
  if (!at(TokenKind::Colon)) {
    if (wants_colon) {
      const Location& place = key->location;
      raise_over(ErrorKind::SyntaxError, "':' expected after dictionary key",
                 {place.line, place.end_column, place.end_line, 0});
    }
    return;
  }
  const Token colon = token();
  advance();
  if (at(TokenKind::Star)) {
    const Location star = between(here(), token());
    advance();
    if (parse_bitwise_or() != nullptr) {
      raise_from(star, "cannot use a starred expression in a dictionary value");
    }
  } else if (at(TokenKind::RightBrace) || at(TokenKind::Comma)) {
    raise_at(colon, "expression expected after dictionary key and ':'");
  }
}

// ['async'] 'for' and something that is no target
void Grammar::mistake_in_for_target() {
  const size_t mark = position_;
  accept(TokenKind::Async);
  if (accept(TokenKind::For)) {
    if (const Expression* target = parse_star_expressions()) {
      raise_invalid_target(Target::Iterated, target);
    }
  }
  position_ = mark;
}

// ---- arguments ----

// Arguments that do not end in a bracket; at the first.
void Grammar::mistake_in_arguments() {
  const size_t mark = position_;
  const auto generator_span = [](const Expression* element, Nodes<Comprehension> clauses) {
    const Comprehension* last = clauses.back();
    const Expression* end = last->ifs.empty() ? last->iter : last->ifs.back();
    return std::pair<Location, Location>{element->location, end->location};
  };
  constexpr const char* Bare = "Generator expression must be parenthesized";
  Nodes<Comprehension> clauses;

  {  // f(**a, *b)
    const Place begin = here();
    ArgumentList arguments(*this);
    if (parse_arguments(arguments)) {
      const Location all = since(begin);
      if (accept(TokenKind::Comma) && at(TokenKind::Star)) {
        raise_at(all, "iterable argument unpacking follows keyword argument unpacking");
      }
    }
    if (raised()) return;
    position_ = mark;
  }
  // f(x for x in y, ...)
  if (Expression* element = parse_expression();
      element != nullptr && parse_clauses(clauses) && accept(TokenKind::Comma)) {
    const auto [first, last] = generator_span(element, clauses);
    ArgumentList others(*this);
    parse_arguments(others);  // their own mistakes come first
    raise_between(first, last, Bare);
  }
  if (raised()) return;
  position_ = mark;
  // f(a=x for x in y)
  if (at(TokenKind::Name) && peek() == TokenKind::Equal) {
    const Location name = between(here(), tokens_[position_ + 1]);
    advance();
    advance();
    if (parse_expression() != nullptr && parse_clauses(clauses)) {
      raise_at(name, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
  }
  if (raised()) return;
  position_ = mark;

  ArgumentList arguments(*this);
  if (!parse_arguments(arguments)) return;
  const size_t behind_arguments = position_;
  // f(a, x for x in y)
  if (parse_clauses(clauses)) {
    if (arguments.positional.size() > 1) {
      const auto [first, last] = generator_span(arguments.positional.back(), clauses);
      raise_between(first, last, Bare);
    }
  }
  if (raised()) return;
  position_ = behind_arguments;
  if (!accept(TokenKind::Comma)) return;
  const size_t behind_comma = position_;
  if (Expression* element = parse_expression(); element != nullptr && parse_clauses(clauses)) {
    raise_between(element->location, clauses.back()->target->location, Bare);
  }
  if (raised()) return;
  position_ = behind_comma;
  // f(a=1, b)
  bool is_unpacking = false;
  for (size_t i = 0; i < arguments.keywords.size(); ++i) {
    is_unpacking |= arguments.keywords[i]->arg.empty();
  }
  ArgumentList more(*this);
  if (parse_arguments(more)) {
    raise_here(is_unpacking ? "positional argument follows keyword argument unpacking"
                            : "positional argument follows keyword argument");
  }
}

// Something else than a name before the '=' of an argument.
void Grammar::mistake_in_keyword() {
  const size_t mark = position_;
  if (at(TokenKind::True) || at(TokenKind::False) || at(TokenKind::None)) {
    const Token constant = token();
    if (peek() == TokenKind::Equal) {
      raise_at(between(here(), tokens_[position_ + 1]),
               "cannot assign to " + std::string(lexer_->text_of(constant)));
    }
  }
  if (raised()) return;
  if (at(TokenKind::Name) && peek() == TokenKind::Equal) {
    const Location name = between(here(), tokens_[position_ + 1]);
    Nodes<Comprehension> clauses;
    advance();
    advance();
    if (parse_expression() != nullptr && parse_clauses(clauses)) {
      raise_at(name, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
  } else if (Expression* value = parse_expression(); value != nullptr && at(TokenKind::Equal)) {
    raise_between(value->location, between(here(), token()),
                  "expression cannot contain assignment, perhaps you meant \"==\"?");
  }
  position_ = mark;
}

}  // namespace weft::syntax
