#include "interpreter/syntax/grammar_tools.h"

// What stands in brackets of its own: groups, tuples, lists, sets, dicts, and comprehensions.

namespace weft::syntax {

// '(' [yield | named | star_named (',' star_named)* [','] | named clauses] ')'
Expression* Grammar::parse_round() {
  const size_t open = position_;
  const Place begin = here();
  advance();
  if (accept(TokenKind::RightParen)) return make<Tuple>(ExpressionKind::Tuple, since(begin));
  if (at(TokenKind::Yield)) {
    Expression* yield = parse_yield();
    if (yield != nullptr && accept(TokenKind::RightParen)) return yield;
  } else if (Expression* first = parse_star_named_expression()) {
    if (at(TokenKind::Comma)) {
      Collected<Expression> elements(*this);
      elements.push(first);
      advance();
      parse_star_named_expressions(elements);
      if (accept(TokenKind::RightParen)) {
        Tuple* tuple = make<Tuple>(ExpressionKind::Tuple, since(begin));
        tuple->elts = elements.finish();
        return measured(tuple, height_of(tuple->elts));
      }
    } else if (!first->is(ExpressionKind::Starred)) {
      if (accept(TokenKind::RightParen)) return first;
      Expression* generator =
          finish_comprehension(begin, ExpressionKind::GeneratorExp, first, TokenKind::RightParen);
      if (generator != nullptr) return generator;
    }
  }
  if (explaining_ && !raised()) {
    position_ = open;
    mistake_in_group();
    mistake_in_comprehension();
  }
  return nullptr;
}

// '[' [star_named (',' star_named)* [','] | named clauses] ']'
Expression* Grammar::parse_square() {
  const size_t open = position_;
  const Place begin = here();
  advance();
  Collected<Expression> elements(*this);
  parse_star_named_expressions(elements);
  if (accept(TokenKind::RightBracket)) {
    List* list = make<List>(ExpressionKind::List, since(begin));
    list->elts = elements.finish();
    return measured(list, height_of(list->elts));
  }
  const bool is_single = elements.size() == 1 && previous().kind != TokenKind::Comma;
  if (is_single && !elements[0]->is(ExpressionKind::Starred)) {
    Expression* comprehension =
        finish_comprehension(begin, ExpressionKind::ListComp, elements[0], TokenKind::RightBracket);
    if (comprehension != nullptr) return comprehension;
  }
  if (explaining_ && !raised()) {
    position_ = open;
    mistake_in_comprehension();
  }
  return nullptr;
}

// A dict, a set, or a comprehension of one.
Expression* Grammar::parse_curly() {
  const size_t open = position_;
  const Place begin = here();
  advance();
  Expression* result = nullptr;
  if (accept(TokenKind::RightBrace)) return make<Dict>(ExpressionKind::Dict, since(begin));
  if (at(TokenKind::DoubleStar)) {
    result = parse_dict(begin, nullptr);
  } else {
    const bool is_walrus = at(TokenKind::Name) && peek() == TokenKind::ColonEqual;
    Expression* first = parse_star_named_expression();
    const bool is_starred = first != nullptr && first->is(ExpressionKind::Starred);
    if (first != nullptr && at(TokenKind::Colon) && !is_walrus && !is_starred) {
      result = parse_dict(begin, first);
    } else if (first != nullptr) {
      result = parse_set(begin, first);
    }
  }
  if (result != nullptr || raised()) return result;
  dict_failed_ = true;
  position_ = open;
  if (pass_ != PassKind::Building) mistake_in_dict();
  if (explaining_ && !raised()) {
    mistake_in_dict_comprehension();
    mistake_in_comprehension();
  }
  return nullptr;
}

// The rest of a set or set comprehension behind its first element.
Expression* Grammar::parse_set(Place begin, Expression* first) {
  if (at(TokenKind::For) || at(TokenKind::Async)) {
    if (first->is(ExpressionKind::Starred)) return nullptr;
    return finish_comprehension(begin, ExpressionKind::SetComp, first, TokenKind::RightBrace);
  }
  Collected<Expression> elements(*this);
  elements.push(first);
  if (accept(TokenKind::Comma)) parse_star_named_expressions(elements);
  if (!accept(TokenKind::RightBrace)) return nullptr;
  Set* set = make<Set>(ExpressionKind::Set, since(begin));
  set->elts = elements.finish();
  return measured(set, height_of(set->elts));
}

// The rest of a dict or dict comprehension, at the ':' behind its first key or at a '**'.
Expression* Grammar::parse_dict(Place begin, Expression* first_key) {
  Collected<Expression> items(*this);  // key or null, value, and so on
  Expression* key = first_key;
  for (;;) {
    Expression* value = nullptr;
    if (key != nullptr) {
      if (!accept(TokenKind::Colon)) return nullptr;
      value = parse_expression();
    } else {
      advance();
      value = parse_bitwise_or();
    }
    if (value == nullptr) return nullptr;
    items.push(key);
    items.push(value);
    if (items.size() == 2 && key != nullptr && (at(TokenKind::For) || at(TokenKind::Async))) {
      DictComp* comprehension = make<DictComp>(ExpressionKind::DictComp, {});
      if (!parse_clauses(comprehension->generators)) return nullptr;
      if (!accept(TokenKind::RightBrace)) return nullptr;
      comprehension->location = since(begin);
      comprehension->key = key;
      comprehension->value = value;
      return measured(comprehension, std::max({height_of(key), height_of(value),
                                               height_of(comprehension->generators)}));
    }
    if (!accept(TokenKind::Comma) || at(TokenKind::RightBrace)) break;
    key = nullptr;
    if (!at(TokenKind::DoubleStar)) {
      key = parse_expression();
      if (key == nullptr) return nullptr;
    }
  }
  if (!accept(TokenKind::RightBrace)) return nullptr;
  Dict* dict = make<Dict>(ExpressionKind::Dict, since(begin));
  dict->keys = items.finish(0, 2);
  dict->values = items.finish(1, 2);
  return measured(dict, std::max(height_of(dict->keys), height_of(dict->values)));
}

// ---- comprehensions ----

// The clauses and the closing bracket behind an element.
Expression* Grammar::finish_comprehension(Place begin, ExpressionKind kind, Expression* element,
                                          TokenKind closing) {
  Nodes<Comprehension> clauses;
  if (!parse_clauses(clauses) || !accept(closing)) return nullptr;
  ElementComp* comprehension = make<ElementComp>(kind, since(begin));
  comprehension->elt = element;
  comprehension->generators = clauses;
  return measured(comprehension, std::max(height_of(element), height_of(clauses)));
}

bool Grammar::parse_clauses(Nodes<Comprehension>& clauses) {
  Collected<Comprehension> list(*this);
  while (at(TokenKind::For) || at(TokenKind::Async)) {
    const size_t mark = position_;
    Comprehension* clause = parse_clause();
    if (clause == nullptr) {
      position_ = mark;
      break;
    }
    list.push(clause);
  }
  clauses = list.finish();
  return !clauses.empty();
}

// ['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*
Comprehension* Grammar::parse_clause() {
  const size_t begin = position_;
  const bool is_async = accept(TokenKind::Async);
  if (!accept(TokenKind::For)) return nullptr;
  Expression* target = parse_star_targets();
  if (target == nullptr || !accept(TokenKind::In)) {
    if (explaining_ && !raised()) {
      position_ = begin;
      mistake_in_for_target();
    }
    return nullptr;
  }
  Expression* iter = parse_disjunction();
  if (iter == nullptr) return nullptr;
  Collected<Expression> conditions(*this);
  while (at(TokenKind::If)) {
    const size_t mark = position_;
    advance();
    Expression* condition = parse_disjunction();
    if (condition == nullptr) {
      position_ = mark;
      break;
    }
    conditions.push(condition);
  }
  Comprehension* clause = context_.arena.create<Comprehension>();
  clause->target = target;
  clause->iter = iter;
  clause->ifs = conditions.finish();
  clause->is_async = is_async;
  return clause;
}

}  // namespace weft::syntax
