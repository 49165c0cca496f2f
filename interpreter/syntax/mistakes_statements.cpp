#include <string>

#include "interpreter/syntax/grammar_tools.h"

// Known mistakes in statements. See grammar.h for when these are asked and what they owe.

namespace weft::syntax {

// What cannot be assigned to, annotated or augmented; at the beginning of the statement.
void Grammar::mistake_in_assignment() {
  const size_t mark = position_;
  mistake_in_annotation_target();
  if (raised()) return;
  position_ = mark;

  // a, b: int
  if (Expression* first = parse_star_named_expression();
      first != nullptr && accept(TokenKind::Comma)) {
    bool more = true;
    while (more) {
      const size_t others_begin = position_;
      Collected<Expression> others(*this);
      more = parse_star_named_expressions(others);
      if (!more) position_ = others_begin;
    }
    if (accept(TokenKind::Colon) && parse_expression() != nullptr) {
      raise_at(first->location, "only single target (not tuple) can be annotated");
    }
  }
  if (raised()) return;
  position_ = mark;
  // f(): int
  if (Expression* target = parse_expression();
      target != nullptr && accept(TokenKind::Colon) && parse_expression() != nullptr) {
    raise_at(target->location, "illegal target for annotation");
  }
  if (raised()) return;
  position_ = mark;
  // a = f() = 1
  for (;;) {
    const size_t begin = position_;
    Expression* target = parse_star_expressions();
    if (target != nullptr && at(TokenKind::Equal)) {
      if (!to_target(target, ExpressionContext::Store)) {
        raise_invalid_target(Target::Assigned, target);
        break;
      }
      advance();
      continue;
    }
    if (raised()) return;
    position_ = begin;
    if (at(TokenKind::Yield)) {
      Expression* yield = parse_yield();
      if (yield != nullptr && at(TokenKind::Equal)) {
        raise_at(yield->location, "assignment to yield expression not possible");
      }
    }
    break;
  }
  if (raised()) return;
  position_ = mark;
  // f() += 1
  Expression* target = parse_star_expressions();
  if (target != nullptr && TokenKind::PlusEqual <= kind() &&
      kind() <= TokenKind::DoubleSlashEqual) {
    advance();
    if (parse_assigned_value() != nullptr) {
      raise_at(target->location, std::string("'") + description_of(target) +
                                     "' is an illegal expression for augmented assignment");
    }
  }
  position_ = mark;
}

// A list or tuple, perhaps in brackets, before a ':'.
void Grammar::mistake_in_annotation_target() {
  if (!at(TokenKind::LeftParen) && !at(TokenKind::LeftBracket)) return;
  Expression* target = parse_atom();
  if (target == nullptr || !(target->is(ExpressionKind::List) || target->is(ExpressionKind::Tuple)))
    return;
  if (accept(TokenKind::Colon) && parse_expression() != nullptr) {
    raise_at(target->location, std::string("only single target (not ") + description_of(target) +
                                   ") can be annotated");
  }
}

void Grammar::mistake_in_delete() {
  const size_t mark = position_;
  advance();
  if (const Expression* target = parse_star_expressions()) {
    raise_invalid_target(Target::Deleted, target);
  }
  position_ = mark;
}

// ---- with, except, as ----

// expression 'as' something that is no target
void Grammar::mistake_in_with_item() {
  const size_t mark = position_;
  if (parse_expression() != nullptr && accept(TokenKind::As)) {
    const Expression* target = parse_expression();
    if (target != nullptr &&
        (at(TokenKind::Comma) || at(TokenKind::RightParen) || at(TokenKind::Colon))) {
      raise_invalid_target(Target::Assigned, target);
    }
  }
  position_ = mark;
}

// No ':' behind the items; at the 'with'.
void Grammar::mistake_in_with() {
  const size_t mark = position_;
  const auto parse_items = [this](bool is_bracketed) {
    do {
      Expression* item = is_bracketed ? parse_expressions() : parse_expression();
      if (item == nullptr) return false;
      const size_t behind_item = position_;
      if (accept(TokenKind::As) && parse_star_target() == nullptr) position_ = behind_item;
    } while (accept(TokenKind::Comma) && !at(TokenKind::RightParen));
    return true;
  };
  for (const bool is_bracketed : {false, true}) {
    position_ = mark + 1;
    if (is_bracketed && !accept(TokenKind::LeftParen)) break;
    if (parse_items(is_bracketed) && (!is_bracketed || accept(TokenKind::RightParen)) &&
        at(TokenKind::Newline)) {
      raise_here("expected ':'");
    }
    if (raised()) return;
  }
  position_ = mark;
}

// At the 'except' of a handler that has no ':' where it should.
void Grammar::mistake_in_handler() {
  const size_t mark = position_;
  advance();
  const bool is_star = accept(TokenKind::Star);
  const auto skip_name = [this] {
    if (at(TokenKind::As) && peek() == TokenKind::Name) {
      advance();
      advance();
    }
  };
  if (Expression* type = parse_expression()) {
    const size_t behind_type = position_;
    if (accept(TokenKind::Comma) && parse_expressions() != nullptr) {
      skip_name();
      if (at(TokenKind::Colon)) {
        raise_from(type->location, "multiple exception types must be parenthesized");
      }
    }
    if (raised()) return;
    position_ = behind_type;
    skip_name();
    if (at(TokenKind::Newline)) raise_here("expected ':'");
  } else if (!raised()) {
    position_ = mark + (is_star ? 2 : 1);
    if (is_star && (at(TokenKind::Newline) || at(TokenKind::Colon))) {
      raise_here("expected one or more exception types");
    } else if (at(TokenKind::Newline)) {
      raise_here("expected ':'");
    }
  }
  position_ = mark;
}

// At a handler whose star is unlike that of those before it.
void Grammar::mistake_of_mixed_handlers() {
  const size_t mark = position_;
  const Token except = token();
  advance();
  const Token star = token();
  const bool is_star = accept(TokenKind::Star);
  bool complete = true;
  if (is_star || !at(TokenKind::Colon)) {
    complete = parse_expression() != nullptr;
    if (complete && at(TokenKind::As) && peek() == TokenKind::Name) {
      advance();
      advance();
    }
  }
  if (complete && at(TokenKind::Colon)) {
    raise_at(between(place_of(except), is_star ? star : except),
             "cannot have both 'except' and 'except*' on the same 'try'");
  }
  position_ = mark;
}

// ---- patterns ----

// Behind the 'as' of a pattern.
void Grammar::mistake_in_as_pattern() {
  if (at(NameTrait::Underscore)) {
    raise_at(token(), "cannot use '_' as a target");
  } else if (!at(TokenKind::Name)) {
    if (const Expression* target = parse_expression()) {
      raise_at(target->location, "invalid pattern target");
    }
  }
}

// Positional patterns behind keywords; at the bracket.
void Grammar::mistake_in_class_pattern() {
  advance();
  bool has_keywords = false;
  Place begin{};
  while (!(has_keywords && !(at(TokenKind::Name) && peek() == TokenKind::Equal))) {
    if (at(TokenKind::Name) && peek() == TokenKind::Equal) {
      has_keywords = true;
      advance();
      advance();
    }
    if (parse_pattern() == nullptr || !accept(TokenKind::Comma)) return;
  }
  const Pattern* last = nullptr;
  begin = here();
  do {
    const size_t mark = position_;
    const Pattern* pattern = parse_pattern();
    if (pattern == nullptr) {
      position_ = mark;
      break;
    }
    last = pattern;
  } while (accept(TokenKind::Comma));
  if (last != nullptr) {
    Location first;
    first.line = begin.line;
    first.column = begin.column;
    raise_between(first, last->location, "positional patterns follow keyword patterns");
  }
}

// ---- parameters ----

// One parameter of these, with the comma behind it or before the end of the list; null and nothing
// consumed if there is none.
Arg* Grammar::skip_parameter(ParameterStyle style, Default wanted) {
  const TokenKind closing =
      style == ParameterStyle::Lambda ? TokenKind::Colon : TokenKind::RightParen;
  const size_t mark = position_;
  Arg* parameter = parse_parameter(style, false);
  bool complete = parameter != nullptr;
  if (complete && wanted != Default::Without && at(TokenKind::Equal)) {
    complete = parse_default() != nullptr;
  } else if (wanted == Default::With) {
    complete = false;
  }
  if (complete && (accept(TokenKind::Comma) || at(closing))) return parameter;
  position_ = mark;
  return nullptr;
}

void Grammar::mistake_in_parameters(ParameterStyle style) {
  const TokenKind closing =
      style == ParameterStyle::Lambda ? TokenKind::Colon : TokenKind::RightParen;
  const size_t mark = position_;
  const auto skip_all = [&](Default wanted) {
    size_t count = 0;
    while (skip_parameter(style, wanted) != nullptr) ++count;
    return count;
  };
  const auto skip_slash = [&] {
    if (!at(TokenKind::Slash)) return false;
    if (peek() == TokenKind::Comma) {
      advance();
      advance();
      return true;
    }
    if (peek() != closing) return false;
    advance();
    return true;
  };

  // (a=1, b)
  skip_all(Default::Without);
  if (skip_all(Default::With) > 0) {
    skip_slash();
    if (const Arg* parameter = skip_parameter(style, Default::Without)) {
      raise_at(parameter->location, "non-default argument follows default argument");
    }
  }
  if (raised()) return;
  // ((a, b))
  position_ = mark;
  skip_all(Default::Without);
  if (at(TokenKind::LeftParen)) mistake_in_bracketed_parameters(style);
  if (raised()) return;
  // (/, a)
  position_ = mark;
  if (at(TokenKind::Slash) && peek() == TokenKind::Comma) {
    raise_at(token(), "at least one argument must precede /");
    return;
  }
  // (a, /, b, /)
  const bool has_positional = skip_all(Default::Maybe) > 0;
  const bool has_slash = has_positional && skip_slash();
  skip_all(Default::Maybe);
  if (has_slash && at(TokenKind::Slash)) {
    raise_at(token(), "/ may appear only once");
    return;
  }
  // (*a, /)
  const size_t star = position_;
  if (accept(TokenKind::Star)) {
    if (accept(TokenKind::Comma) || skip_parameter(style, Default::Without) != nullptr) {
      skip_all(Default::Maybe);
      if (at(TokenKind::Slash)) raise_at(token(), "/ must be ahead of *");
    }
  }
  if (raised()) return;
  // (a, / *b)
  position_ = mark;
  if (skip_all(Default::Maybe) > 0 && at(TokenKind::Slash) && peek() == TokenKind::Star) {
    raise_at(tokens_[position_ + 1], "expected comma between / and *");
  }
  if (raised()) return;
  position_ = star;
  mistake_in_star_parameters(style);
}

void Grammar::mistake_in_bracketed_parameters(ParameterStyle style) {
  const Token open = token();
  advance();
  bool complete = false;
  if (style == ParameterStyle::Lambda) {
    do {
      complete = parse_parameter(style, false) != nullptr;
    } while (complete && accept(TokenKind::Comma) && !at(TokenKind::RightParen));
  } else {
    while (skip_parameter(style, Default::Without) != nullptr) complete = true;
    accept(TokenKind::Comma);
  }
  if (!complete || !at(TokenKind::RightParen)) return;
  raise_at(between(place_of(open), token()),
           style == ParameterStyle::Lambda ? "Lambda expression parameters cannot be parenthesized"
                                           : "Function parameters cannot be parenthesized");
}

// What is wrong from the star on; at it, or at the doubly starred parameter.
void Grammar::mistake_in_star_parameters(ParameterStyle style) {
  const TokenKind closing =
      style == ParameterStyle::Lambda ? TokenKind::Colon : TokenKind::RightParen;
  if (at(TokenKind::Star)) {
    const Token star = token();
    const size_t behind_star = position_ + 1;
    advance();
    const bool is_bare = at(closing) || (at(TokenKind::Comma) &&
                                         (peek() == closing || peek() == TokenKind::DoubleStar));
    if (is_bare) {
      if (style == ParameterStyle::Lambda) {
        raise_here("named arguments must follow bare *");
      } else {
        raise_at(star, "named arguments must follow bare *");
      }
      return;
    }
    if (parse_parameter(style, false) != nullptr && at(TokenKind::Equal)) {
      raise_at(token(), "var-positional argument cannot have default value");
      return;
    }
    if (raised()) return;
    position_ = behind_star;
    if (!accept(TokenKind::Comma) && skip_parameter(style, Default::Without) == nullptr) return;
    while (skip_parameter(style, Default::Maybe) != nullptr) {
    }
    if (at(TokenKind::Star)) {
      const Token second = token();
      advance();
      if (at(TokenKind::Comma) || skip_parameter(style, Default::Without) != nullptr) {
        raise_at(second, "* argument may appear only once");
      }
      return;
    }
  }
  if (!accept(TokenKind::DoubleStar)) return;
  if (parse_parameter(style, false) == nullptr) return;
  if (at(TokenKind::Equal)) {
    raise_at(token(), "var-keyword argument cannot have default value");
    return;
  }
  if (!accept(TokenKind::Comma)) return;
  constexpr const char* Behind = "arguments cannot follow var-keyword argument";
  if (at(TokenKind::Star) || at(TokenKind::DoubleStar) || at(TokenKind::Slash)) {
    raise_at(token(), Behind);
  } else if (const Arg* parameter = parse_parameter(style, false)) {
    raise_at(parameter->location, Behind);
  }
}

}  // namespace weft::syntax
