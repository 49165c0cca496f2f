#include "interpreter/syntax/grammar_tools.h"

// Statements that hold blocks. Definitions are in grammar_definitions.cpp, `match` in
// grammar_patterns.cpp.

namespace weft::syntax {

// Null with `is_simple` set: no compound statement begins here, and nothing was consumed.
Statement* Grammar::parse_compound_statement(bool& is_simple) {
  const Place begin = here();
  switch (kind()) {
    case TokenKind::If:
      return parse_if();
    case TokenKind::While:
      return parse_while();
    case TokenKind::For:
      return parse_for(begin, false);
    case TokenKind::With:
      return parse_with(begin, false);
    case TokenKind::Try:
      return parse_try();
    case TokenKind::Def:
      return parse_function(begin, false, {});
    case TokenKind::Class:
      return parse_class({});
    case TokenKind::At:
      return parse_decorated();
    case TokenKind::Async:
      return parse_async();
    case TokenKind::Name:
      if (at(NameTrait::Match)) return parse_match(is_simple);
      is_simple = true;
      return nullptr;
    default:
      is_simple = true;
      return nullptr;
  }
}

// ---- blocks ----

// NEWLINE INDENT statements DEDENT | simple statements
bool Grammar::parse_block(Statements& body) {
  Collected<Statement> statements(*this);
  if (at(TokenKind::Newline)) {
    if (newline_without_indent()) {
      if (explaining_) raise_indentation("expected an indented block");
      return false;
    }
    advance();
    advance();
    if (!parse_statements(statements) || !accept(TokenKind::Dedent)) return false;
  } else if (!parse_simple_statements(statements)) {
    return false;
  }
  body = statements.finish();
  return true;
}

// ':' block, the head of a statement (as messages name it) having been read.
bool Grammar::parse_colon_and_block(const char* what, uint32_t line, Statements& body) {
  if (explaining_ && at(TokenKind::Newline)) raise_here("expected ':'");
  return accept(TokenKind::Colon) && parse_block_of(what, line, body);
}

// &&':' block: a missing colon is an error whatever else stands there.
bool Grammar::parse_forced_colon_and_block(const char* what, uint32_t line, Statements& body) {
  return expect_forced(TokenKind::Colon, ":") && parse_block_of(what, line, body);
}

bool Grammar::parse_block_of(const char* what, uint32_t line, Statements& body) {
  if (explaining_ && newline_without_indent()) raise_missing_block(what, line);
  return parse_block(body);
}

// ['else' ':' block]
bool Grammar::parse_else(Statements& orelse) {
  const uint32_t line = token().line;
  if (!accept(TokenKind::Else)) return true;
  return parse_forced_colon_and_block("'else' statement", line, orelse);
}

// ---- if, while, for ----

// 'if' named ':' block ('elif' named ':' block)* ['else' ':' block]
Statement* Grammar::parse_if() {
  Collected<Statement> chain(*this);
  Statements orelse;
  do {
    const Place begin = here();
    const char* what = chain.empty() ? "'if' statement" : "'elif' statement";
    advance();
    If* statement = make<If>(StatementKind::If, {});
    statement->location = {begin.line, begin.column, 0, 0};
    statement->test = parse_named_expression();
    if (statement->test == nullptr) return nullptr;
    if (!parse_colon_and_block(what, begin.line, statement->body)) return nullptr;
    chain.push(statement);
  } while (at(TokenKind::Elif));
  if (!parse_else(orelse)) return nullptr;
  // Each elif becomes the only statement of the orelse before it; all end where the chain does.
  for (size_t i = chain.size(); i-- > 0;) {
    If* statement = chain[i]->as<If>();
    statement->orelse = orelse;
    statement->location.end_line = block_end_.line;
    statement->location.end_column = block_end_.column;
    orelse = chain.slice(i, i + 1);
  }
  return chain[0];
}

// 'while' named ':' block ['else' ':' block]
Statement* Grammar::parse_while() {
  const Place begin = here();
  advance();
  While* statement = make<While>(StatementKind::While, {});
  statement->test = parse_named_expression();
  if (statement->test == nullptr) return nullptr;
  if (!parse_colon_and_block("'while' statement", begin.line, statement->body)) return nullptr;
  if (!parse_else(statement->orelse)) return nullptr;
  statement->location = since_block(begin);
  return statement;
}

// 'for' star_targets 'in' star_expressions ':' block ['else' ':' block]
Statement* Grammar::parse_for(Place begin, bool is_async) {
  const size_t mark = position_;
  const uint32_t line = token().line;
  advance();
  For* statement = make<For>(is_async ? StatementKind::AsyncFor : StatementKind::For, {});
  statement->target = parse_star_targets();
  if (statement->target == nullptr || !accept(TokenKind::In)) {
    if (explaining_ && !raised()) {
      position_ = mark;
      mistake_in_for_target();
    }
    return nullptr;
  }
  statement->iter = parse_star_expressions();
  if (statement->iter == nullptr) return nullptr;
  if (!parse_colon_and_block("'for' statement", line, statement->body)) return nullptr;
  if (!parse_else(statement->orelse)) return nullptr;
  statement->location = since_block(begin);
  return statement;
}

// 'async' ('def' | 'for' | 'with') ...
Statement* Grammar::parse_async() {
  const Place begin = here();
  advance();
  switch (kind()) {
    case TokenKind::Def:
      return parse_function(begin, true, {});
    case TokenKind::For:
      return parse_for(begin, true);
    case TokenKind::With:
      return parse_with(begin, true);
    default:
      return nullptr;
  }
}

// ---- with ----

// 'with' ('(' items [','] ')' | items) ':' block
Statement* Grammar::parse_with(Place begin, bool is_async) {
  const size_t mark = position_;
  const uint32_t line = token().line;
  With* statement = make<With>(is_async ? StatementKind::AsyncWith : StatementKind::With, {});
  advance();
  // Brackets may be those of the list or of its first expression; a ':' tells.
  bool complete = false;
  if (at(TokenKind::LeftParen)) {
    Collected<WithItem> items(*this);
    advance();
    complete =
        parse_with_items(items, true) && accept(TokenKind::RightParen) && at(TokenKind::Colon);
    if (raised()) return nullptr;
    if (complete) {
      statement->items = items.finish();
    } else {
      position_ = mark + 1;
    }
  }
  if (!complete) {
    Collected<WithItem> items(*this);
    complete = parse_with_items(items, false) && at(TokenKind::Colon);
    if (complete) statement->items = items.finish();
  }
  if (!complete) {
    if (explaining_ && !raised()) {
      position_ = mark;
      mistake_in_with();
    }
    return nullptr;
  }
  advance();
  if (!parse_block_of("'with' statement", line, statement->body)) return nullptr;
  statement->location = since_block(begin);
  return statement;
}

// item (',' item)*, and in brackets [',']
bool Grammar::parse_with_items(Collected<WithItem>& items, bool is_bracketed) {
  size_t mark = position_;
  do {
    WithItem* item = parse_with_item();
    if (item == nullptr) break;
    items.push(item);
    mark = position_;
  } while (accept(TokenKind::Comma));
  position_ = mark;
  if (is_bracketed && !items.empty()) accept(TokenKind::Comma);
  return !items.empty();
}

// expression ['as' star_target &(',' | ')' | ':')]
WithItem* Grammar::parse_with_item() {
  const size_t begin = position_;
  Expression* expression = parse_expression();
  if (expression == nullptr) return nullptr;
  Expression* target = nullptr;
  if (at(TokenKind::As)) {
    const size_t mark = position_;
    advance();
    target = parse_star_target();
    const bool complete = target != nullptr && (at(TokenKind::Comma) || at(TokenKind::RightParen) ||
                                                at(TokenKind::Colon));
    if (!complete) {
      target = nullptr;
      if (explaining_ && !raised()) {
        position_ = begin;
        mistake_in_with_item();
      }
      position_ = mark;
    }
  }
  WithItem* item = context_.arena.create<WithItem>();
  item->context_expr = expression;
  item->optional_vars = target;
  return item;
}

// ---- try ----

// 'try' ':' block (handlers ['else' ':' block] ['finally' ':' block] | 'finally' ':' block)
Statement* Grammar::parse_try() {
  const Place begin = here();
  advance();
  Try* statement = make<Try>(StatementKind::Try, {});
  if (!parse_forced_colon_and_block("'try' statement", begin.line, statement->body)) return nullptr;
  if (!at(TokenKind::Except) && !at(TokenKind::Finally)) {
    if (explaining_) raise_here("expected 'except' or 'finally' block");
    return nullptr;
  }
  Collected<ExceptHandler> handlers(*this);
  while (at(TokenKind::Except)) {
    const bool is_star = peek() == TokenKind::Star;
    if (handlers.empty()) {
      statement->kind = is_star ? StatementKind::TryStar : StatementKind::Try;
    } else if (is_star != statement->is(StatementKind::TryStar)) {
      if (explaining_) mistake_of_mixed_handlers();
      return nullptr;
    }
    ExceptHandler* handler = parse_handler(is_star);
    if (handler == nullptr) return nullptr;
    handlers.push(handler);
  }
  if (!handlers.empty() && !parse_else(statement->orelse)) return nullptr;
  const uint32_t line = token().line;
  if (accept(TokenKind::Finally) &&
      !parse_forced_colon_and_block("'finally' statement", line, statement->finalbody)) {
    return nullptr;
  }
  statement->handlers = handlers.finish();
  statement->location = since_block(begin);
  return statement;
}

// 'except' ['*'] [expression ['as' NAME]] ':' block
ExceptHandler* Grammar::parse_handler(bool is_star) {
  const size_t mark = position_;
  const Place begin = here();
  advance();
  if (is_star) advance();
  ExceptHandler* handler = context_.arena.create<ExceptHandler>();
  bool complete = !is_star;
  if (!at(TokenKind::Colon)) {
    handler->type = parse_expression();
    complete = handler->type != nullptr;
    if (complete && at(TokenKind::As) && peek() == TokenKind::Name) {
      advance();
      handler->name = name_of(token());
      advance();
    }
  }
  if (!complete || !at(TokenKind::Colon)) {
    if (explaining_ && !raised()) {
      position_ = mark;
      mistake_in_handler();
    }
    return nullptr;
  }
  advance();
  const char* what = is_star ? "'except*' statement" : "'except' statement";
  if (!parse_block_of(what, begin.line, handler->body)) return nullptr;
  handler->location = since_block(begin);
  return handler;
}

}  // namespace weft::syntax
