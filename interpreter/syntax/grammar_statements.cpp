#include "interpreter/syntax/grammar_tools.h"

// Sequences of statements, and the statements that fit on a line.

namespace weft::syntax {

// Statements up to the end of the block or source, which is left. False: one cannot be read.
bool Grammar::parse_statements(Collected<Statement>& statements) {
  do {
    if (pass_ == PassKind::Building) drop_tokens();
    if (at(TokenKind::EndMarker) || at(TokenKind::Dedent)) return true;
  } while (parse_statement(statements));
  return false;
}

bool Grammar::parse_statement(Collected<Statement>& statements) {
  bool is_simple = false;
  if (Statement* compound = parse_compound_statement(is_simple)) {
    statements.push(compound);
    return true;
  }
  return is_simple && parse_simple_statements(statements);
}

// simple (';' simple)* [';'] NEWLINE
bool Grammar::parse_simple_statements(Collected<Statement>& statements) {
  do {
    Statement* statement = parse_simple_statement();
    if (statement == nullptr) return false;
    statements.push(statement);
  } while (accept(TokenKind::Semicolon) && !at(TokenKind::Newline));
  const Token& last = previous();
  block_end_ = {lexer_->end_line(last), lexer_->end_column(last)};
  return accept(TokenKind::Newline);
}

Statement* Grammar::parse_simple_statement() {
  const Place begin = here();
  const auto parse_word = [this, begin]<class T>(StatementKind kind) {
    advance();
    return make<T>(kind, since(begin));
  };
  switch (kind()) {
    case TokenKind::Pass:
      return parse_word.template operator()<Pass>(StatementKind::Pass);
    case TokenKind::Break:
      return parse_word.template operator()<Break>(StatementKind::Break);
    case TokenKind::Continue:
      return parse_word.template operator()<Continue>(StatementKind::Continue);
    case TokenKind::Return:
      return parse_return();
    case TokenKind::Import:
      return parse_import();
    case TokenKind::From:
      return parse_import_from();
    case TokenKind::Raise:
      return parse_raise();
    case TokenKind::Del:
      return parse_delete();
    case TokenKind::Assert:
      return parse_assert();
    case TokenKind::Global:
    case TokenKind::Nonlocal:
      return parse_scope_statement();
    default:
      return parse_expression_statement();
  }
}

// ---- expressions and assignments ----

Statement* Grammar::parse_expression_statement() {
  const size_t mark = position_;
  const Place begin = here();
  const bool is_bracketed = at(TokenKind::LeftParen);
  Expression* first = parse_assigned_value();
  const size_t behind_first = position_;
  if (first != nullptr) {
    Statement* statement = nullptr;
    bool is_expression = false;
    if (at(TokenKind::Equal)) {
      statement = parse_assignment(begin, first);
    } else if (at(TokenKind::Colon)) {
      statement = parse_annotated_assignment(begin, first, is_bracketed);
    } else if (TokenKind::PlusEqual <= kind() && kind() <= TokenKind::DoubleSlashEqual) {
      // Behind the operator of a valid target nothing else is tried.
      is_expression = to_target(first, ExpressionContext::Store) && !is_sequence(first);
      if (is_expression) statement = parse_augmented_assignment(begin, first);
    } else {
      is_expression = !explaining_;
    }
    if (statement != nullptr) return statement;
    if (raised()) return nullptr;
    if (explaining_ && !is_expression) {
      position_ = mark;
      mistake_in_assignment();
    }
  } else if (explaining_ && !raised()) {
    position_ = mark;
    mistake_in_assignment();
  }
  if (first == nullptr || raised()) return nullptr;
  position_ = behind_first;
  Expr* statement = make<Expr>(StatementKind::Expr, since(begin));
  statement->value = first;
  return statement;
}

// yield | star_expressions
Expression* Grammar::parse_assigned_value() {
  return at(TokenKind::Yield) ? parse_yield() : parse_star_expressions();
}

// (star_targets '=')+ value, at the first '='
Statement* Grammar::parse_assignment(Place begin, Expression* first) {
  Collected<Expression> targets(*this);
  Expression* value = first;
  while (at(TokenKind::Equal)) {
    if (!to_target(value, ExpressionContext::Store)) return nullptr;
    targets.push(value);
    advance();
    value = parse_assigned_value();
    if (value == nullptr) return nullptr;
  }
  Assign* assign = make<Assign>(StatementKind::Assign, since(begin));
  assign->targets = targets.finish();
  assign->value = value;
  return assign;
}

// single_target ':' expression ['=' value], at the ':'
Statement* Grammar::parse_annotated_assignment(Place begin, Expression* target, bool is_bracketed) {
  if (!to_target(target, ExpressionContext::Store) || is_sequence(target)) return nullptr;
  if (is_bracketed && begins_with_target(begin, target)) return nullptr;
  advance();
  Expression* annotation = parse_expression();
  if (annotation == nullptr) return nullptr;
  Expression* value = nullptr;
  if (at(TokenKind::Equal)) {
    const size_t mark = position_;
    advance();
    value = parse_assigned_value();
    if (value == nullptr) position_ = mark;
  }
  AnnAssign* assign = make<AnnAssign>(StatementKind::AnnAssign, since(begin));
  assign->target = target;
  assign->annotation = annotation;
  assign->value = value;
  assign->simple = target->is(ExpressionKind::Name) && !is_bracketed;
  return assign;
}

// single_target operator value, at the operator
Statement* Grammar::parse_augmented_assignment(Place begin, Expression* target) {
  const TokenKind op = kind();
  advance();
  Expression* value = parse_assigned_value();
  if (value == nullptr) return nullptr;
  AugAssign* assign = make<AugAssign>(StatementKind::AugAssign, since(begin));
  assign->target = target;
  assign->op = operator_of_augmented(op);
  assign->value = value;
  return assign;
}

// `(a).b: int` is refused for what only looks like a target of its own: the `(a)` it begins with.
bool Grammar::begins_with_target(Place begin, const Expression* target) {
  const auto begins_here = [begin](const Expression* part) {
    return part->location.line == begin.line && part->location.column == begin.column;
  };
  if (!begins_here(target)) return false;  // all of it is in brackets
  const Expression* part = target;
  while (begins_here(part)) {
    if (part->is(ExpressionKind::Attribute)) {
      part = part->as<Attribute>()->value;
    } else if (part->is(ExpressionKind::Subscript)) {
      part = part->as<Subscript>()->value;
    } else if (part->is(ExpressionKind::Call)) {
      part = part->as<Call>()->func;
    } else {
      return false;
    }
  }
  return part->is(ExpressionKind::Name) || part->is(ExpressionKind::Attribute) ||
         part->is(ExpressionKind::Subscript);
}

BinaryOperator Grammar::operator_of_augmented(TokenKind op) {
  return static_cast<BinaryOperator>(static_cast<int>(op) - static_cast<int>(TokenKind::PlusEqual));
}

bool Grammar::is_sequence(const Expression* target) {
  return target->is(ExpressionKind::Tuple) || target->is(ExpressionKind::List) ||
         target->is(ExpressionKind::Starred);
}

// Makes an expression that was read as a value the target of an assignment or `del`. False: it
// cannot be one. (What is half done then does no harm, for the statement fails.)
bool Grammar::to_target(Expression* expression, ExpressionContext ctx) {
  Expressions elements;
  switch (expression->kind) {
    case ExpressionKind::Name:
    case ExpressionKind::Attribute:
    case ExpressionKind::Subscript:
      break;
    case ExpressionKind::Starred: {
      Expression* value = expression->as<Starred>()->value;
      if (ctx == ExpressionContext::Del || value->is(ExpressionKind::Starred)) return false;
      if (!to_target(value, ctx)) return false;
      break;
    }
    case ExpressionKind::Tuple:
      elements = expression->as<Tuple>()->elts;
      break;
    case ExpressionKind::List:
      elements = expression->as<List>()->elts;
      break;
    default:
      return false;
  }
  for (Expression* element : elements) {
    if (!to_target(element, ctx)) return false;
  }
  expression->ctx = ctx;
  return true;
}

// ---- keyword statements ----

// 'return' [star_expressions]
Statement* Grammar::parse_return() {
  const Place begin = here();
  advance();
  const size_t mark = position_;
  Expression* value = parse_star_expressions();
  if (value == nullptr) position_ = mark;
  Return* statement = make<Return>(StatementKind::Return, since(begin));
  statement->value = value;
  return statement;
}

// 'raise' [expression ['from' expression]]
Statement* Grammar::parse_raise() {
  const Place begin = here();
  advance();
  size_t mark = position_;
  Expression* cause = nullptr;
  Expression* exception = parse_expression();
  if (exception != nullptr) {
    mark = position_;
    cause = accept(TokenKind::From) ? parse_expression() : nullptr;
  }
  if (cause == nullptr) position_ = mark;
  Raise* statement = make<Raise>(StatementKind::Raise, since(begin));
  statement->exc = exception;
  statement->cause = cause;
  return statement;
}

// 'del' target (',' target)* [',']
Statement* Grammar::parse_delete() {
  const size_t mark = position_;
  const Place begin = here();
  advance();
  Collected<Expression> targets(*this);
  do {
    const size_t behind_comma = position_;
    Expression* target = parse_primary();
    if (target == nullptr || !to_target(target, ExpressionContext::Del)) {
      position_ = behind_comma;
      break;
    }
    targets.push(target);
  } while (accept(TokenKind::Comma));
  if (targets.empty() || !(at(TokenKind::Semicolon) || at(TokenKind::Newline))) {
    if (explaining_ && !raised()) {
      position_ = mark;
      mistake_in_delete();
    }
    return nullptr;
  }
  Delete* statement = make<Delete>(StatementKind::Delete, since(begin));
  statement->targets = targets.finish();
  return statement;
}

// 'assert' expression [',' expression]
Statement* Grammar::parse_assert() {
  const Place begin = here();
  advance();
  Expression* test = parse_expression();
  if (test == nullptr) return nullptr;
  const size_t mark = position_;
  Expression* message = accept(TokenKind::Comma) ? parse_expression() : nullptr;
  if (message == nullptr) position_ = mark;
  Assert* statement = make<Assert>(StatementKind::Assert, since(begin));
  statement->test = test;
  statement->msg = message;
  return statement;
}

// ('global' | 'nonlocal') NAME (',' NAME)*
Statement* Grammar::parse_scope_statement() {
  const Place begin = here();
  const bool is_global = at(TokenKind::Global);
  std::vector<std::string_view> names;
  do {
    advance();
    if (!at(TokenKind::Name)) return nullptr;
    names.push_back(name_of(token()));
    advance();
  } while (at(TokenKind::Comma));
  const Names copied = context_.arena.copy(names.data(), names.size());
  if (is_global) {
    Global* statement = make<Global>(StatementKind::Global, since(begin));
    statement->names = copied;
    return statement;
  }
  Nonlocal* statement = make<Nonlocal>(StatementKind::Nonlocal, since(begin));
  statement->names = copied;
  return statement;
}

// ---- imports ----

// 'import' dotted_name ['as' NAME] (',' dotted_name ['as' NAME])*
Statement* Grammar::parse_import() {
  const Place begin = here();
  Collected<Alias> names(*this);
  do {
    advance();
    Alias* alias = parse_import_alias(true);
    if (alias == nullptr) return nullptr;
    names.push(alias);
  } while (at(TokenKind::Comma));
  Import* statement = make<Import>(StatementKind::Import, since(begin));
  statement->names = names.finish();
  return statement;
}

// 'from' ('.' | '...')* [dotted_name] 'import' ('*' | '(' names [','] ')' | names)
Statement* Grammar::parse_import_from() {
  const Place begin = here();
  advance();
  uint32_t level = 0;
  for (; at(TokenKind::Dot) || at(TokenKind::Ellipsis); advance()) {
    level += at(TokenKind::Dot) ? 1 : 3;
  }
  std::string_view module;
  if (at(TokenKind::Name)) {
    module = parse_dotted_name();
  } else if (level == 0) {
    return nullptr;
  }
  if (!accept(TokenKind::Import)) return nullptr;

  Collected<Alias> names(*this);
  if (at(TokenKind::Star)) {
    const Place star = here();
    advance();
    Alias* alias = context_.arena.create<Alias>();
    alias->location = since(star);
    alias->name = context_.names.intern("*");
    names.push(alias);
  } else {
    const bool is_bracketed = accept(TokenKind::LeftParen);
    size_t mark = position_;
    do {
      Alias* alias = parse_import_alias(false);
      if (alias == nullptr) break;
      names.push(alias);
      mark = position_;
    } while (accept(TokenKind::Comma));
    position_ = mark;
    if (names.empty()) return nullptr;
    if (is_bracketed) {
      accept(TokenKind::Comma);
      if (!accept(TokenKind::RightParen)) return nullptr;
    } else if (at(TokenKind::Comma)) {
      if (explaining_ && peek() == TokenKind::Newline) {
        raise_here("trailing comma not allowed without surrounding parentheses");
      }
      return nullptr;
    }
  }
  ImportFrom* statement = make<ImportFrom>(StatementKind::ImportFrom, since(begin));
  statement->module = module;
  statement->names = names.finish();
  statement->level = level;
  return statement;
}

// (dotted_name | NAME) ['as' NAME]
Alias* Grammar::parse_import_alias(bool dotted) {
  if (!at(TokenKind::Name)) return nullptr;
  const Place begin = here();
  std::string_view name;
  if (dotted) {
    name = parse_dotted_name();
  } else {
    name = name_of(token());
    advance();
  }
  std::string_view asname;
  if (at(TokenKind::As) && peek() == TokenKind::Name) {
    advance();
    asname = name_of(token());
    advance();
  }
  Alias* alias = context_.arena.create<Alias>();
  alias->location = since(begin);
  alias->name = name;
  alias->asname = asname;
  return alias;
}

// NAME ('.' NAME)*, at a NAME
std::string_view Grammar::parse_dotted_name() {
  const std::string_view first = name_of(token());
  advance();
  if (!at(TokenKind::Dot) || peek() != TokenKind::Name) return first;
  std::string dotted(first);
  while (at(TokenKind::Dot) && peek() == TokenKind::Name) {
    advance();
    dotted += '.';
    dotted += name_of(token());
    advance();
  }
  return context_.names.intern(context_.arena.copy(dotted));
}

}  // namespace weft::syntax
