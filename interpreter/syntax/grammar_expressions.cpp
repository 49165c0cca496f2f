#include <array>

#include "interpreter/syntax/grammar_tools.h"

// Expressions down to the unary operators: conditionals, lambdas, operators by precedence. What
// they are made of is in grammar_primaries.cpp.

namespace weft::syntax {

namespace {

BinaryOperator binary_operator_of(TokenKind op) {
  switch (op) {
    case TokenKind::Plus:
      return BinaryOperator::Add;
    case TokenKind::Minus:
      return BinaryOperator::Sub;
    case TokenKind::Star:
      return BinaryOperator::Mult;
    case TokenKind::At:
      return BinaryOperator::MatMult;
    case TokenKind::Slash:
      return BinaryOperator::Div;
    case TokenKind::Percent:
      return BinaryOperator::Mod;
    case TokenKind::LeftShift:
      return BinaryOperator::LShift;
    case TokenKind::RightShift:
      return BinaryOperator::RShift;
    case TokenKind::Bar:
      return BinaryOperator::BitOr;
    case TokenKind::Caret:
      return BinaryOperator::BitXor;
    case TokenKind::Ampersand:
      return BinaryOperator::BitAnd;
    default:
      return BinaryOperator::FloorDiv;
  }
}

}  // namespace

// How tightly a token binds as an operator between two operands; None for all others.
Grammar::Precedence Grammar::precedence_of(TokenKind op) {
  static constexpr auto Table = [] {
    std::array<Precedence, static_cast<size_t>(TokenKind::Yield) + 1> table{};
    const auto set = [&table](Precedence precedence, std::initializer_list<TokenKind> tokens) {
      for (const TokenKind token : tokens) table[static_cast<size_t>(token)] = precedence;
    };
    using enum TokenKind;
    set(Precedence::Or, {Or});
    set(Precedence::And, {And});
    set(Precedence::Compare,
        {Less, Greater, LessEqual, GreaterEqual, EqualEqual, NotEqual, In, Is, Not});
    set(Precedence::BitOr, {Bar});
    set(Precedence::BitXor, {Caret});
    set(Precedence::BitAnd, {Ampersand});
    set(Precedence::Shift, {LeftShift, RightShift});
    set(Precedence::Sum, {Plus, Minus});
    set(Precedence::Term, {Star, Slash, DoubleSlash, Percent, At});
    return table;
  }();
  return Table[static_cast<size_t>(op)];
}

// ---- lists of expressions ----

// expression (',' expression)* [',']
Expression* Grammar::parse_expressions() {
  const Place begin = here();
  Expression* first = parse_expression();
  if (first == nullptr || !at(TokenKind::Comma)) return first;
  Collected<Expression> elements(*this);
  elements.push(first);
  while (accept(TokenKind::Comma)) {
    const size_t mark = position_;
    Expression* element = parse_expression();
    if (element == nullptr) {
      position_ = mark;
      break;
    }
    elements.push(element);
  }
  Tuple* tuple = make<Tuple>(ExpressionKind::Tuple, since(begin));
  tuple->elts = elements.finish();
  return measured(tuple, height_of(tuple->elts));
}

// star_expression (',' star_expression)* [',']
Expression* Grammar::parse_star_expressions() {
  const Place begin = here();
  Expression* first = parse_star_expression();
  if (first == nullptr || !at(TokenKind::Comma)) return first;
  Collected<Expression> elements(*this);
  elements.push(first);
  while (accept(TokenKind::Comma)) {
    const size_t mark = position_;
    Expression* element = parse_star_expression();
    if (element == nullptr) {
      position_ = mark;
      break;
    }
    elements.push(element);
  }
  Tuple* tuple = make<Tuple>(ExpressionKind::Tuple, since(begin));
  tuple->elts = elements.finish();
  return measured(tuple, height_of(tuple->elts));
}

// '*' bitwise_or, the part that star_expression and star_named_expression share
Expression* Grammar::parse_starred() {
  const Place begin = here();
  advance();
  Expression* value = parse_bitwise_or();
  if (value == nullptr) return nullptr;
  Starred* starred = make<Starred>(ExpressionKind::Starred, since(begin));
  starred->value = value;
  return measured(starred, value->height);
}

// '*' bitwise_or | expression
Expression* Grammar::parse_star_expression() {
  return at(TokenKind::Star) ? parse_starred() : parse_expression();
}

// '*' bitwise_or | named_expression
Expression* Grammar::parse_star_named_expression() {
  return at(TokenKind::Star) ? parse_starred() : parse_named_expression();
}

// star_named_expression (',' star_named_expression)* [',']; false if there is not even one.
bool Grammar::parse_star_named_expressions(Collected<Expression>& elements) {
  for (;;) {
    const size_t mark = position_;
    Expression* element = parse_star_named_expression();
    if (element == nullptr) {
      position_ = mark;
      return !elements.empty();
    }
    elements.push(element);
    if (!accept(TokenKind::Comma)) return true;
  }
}

// star_target (',' star_target)* [','], as `for` has them
Expression* Grammar::parse_star_targets() {
  const Place begin = here();
  Expression* first = parse_star_target();
  if (first == nullptr || !at(TokenKind::Comma)) return first;
  Collected<Expression> elements(*this);
  elements.push(first);
  while (accept(TokenKind::Comma)) {
    const size_t mark = position_;
    Expression* element = parse_star_target();
    if (element == nullptr) {
      position_ = mark;
      break;
    }
    elements.push(element);
  }
  Tuple* tuple = make<Tuple>(ExpressionKind::Tuple, since(begin));
  tuple->ctx = ExpressionContext::Store;
  tuple->elts = elements.finish();
  return measured(tuple, height_of(tuple->elts));
}

// ['*'] a primary that can be assigned to
Expression* Grammar::parse_star_target() {
  const Place begin = here();
  const bool is_starred = accept(TokenKind::Star);
  Expression* target = parse_primary();
  if (target == nullptr || !to_target(target, ExpressionContext::Store)) return nullptr;
  if (!is_starred) return target;
  Starred* starred = make<Starred>(ExpressionKind::Starred, since(begin));
  starred->ctx = ExpressionContext::Store;
  starred->value = target;
  return measured(starred, target->height);
}

// ---- expression ----

// NAME ':=' expression | expression !':='
Expression* Grammar::parse_named_expression() {
  if (at(TokenKind::Name) && peek() == TokenKind::ColonEqual) return parse_walrus();
  if (explaining_) mistake_in_named_expression();
  Expression* expression = parse_expression();
  return at(TokenKind::ColonEqual) ? nullptr : expression;
}

// NAME ':=' expression, where it is known to begin so
Expression* Grammar::parse_walrus() {
  const Place begin = here();
  const std::string_view id = name_of(token());
  advance();
  Name* target = make<Name>(ExpressionKind::Name, since(begin));
  target->id = id;
  target->ctx = ExpressionContext::Store;
  advance();
  Expression* value = parse_expression();
  if (value == nullptr) return nullptr;
  NamedExpr* named = make<NamedExpr>(ExpressionKind::NamedExpr, since(begin));
  named->target = target;
  named->value = value;
  return measured(named, value->height);
}

Expression* Grammar::parse_expression() {
  return remembered(Rule::Expression, [this] {
    return explaining_ ? parse_expression_warily() : parse_expression_plainly();
  });
}

Expression* Grammar::parse_expression_warily() {
  Ascent ascent(*this);
  if (!ascent.is_allowed()) return nullptr;
  mistake_in_expression();
  return raised() ? nullptr : parse_expression_plainly();
}

// disjunction ['if' disjunction 'else' expression] | lambda
Expression* Grammar::parse_expression_plainly() {
  Ascent ascent(*this);
  if (!ascent.is_allowed()) return nullptr;
  if (at(TokenKind::Lambda)) return parse_lambda();
  const Place begin = here();
  Expression* body = parse_disjunction();
  if (body == nullptr || !at(TokenKind::If)) return body;

  const size_t mark = position_;
  advance();
  Expression* test = parse_disjunction();
  Expression* orelse = test != nullptr && accept(TokenKind::Else) ? parse_expression() : nullptr;
  if (orelse == nullptr) {  // an `if` of something else, such as a comprehension
    position_ = mark;
    return body;
  }
  IfExp* conditional = make<IfExp>(ExpressionKind::IfExp, since(begin));
  conditional->test = test;
  conditional->body = body;
  conditional->orelse = orelse;
  return measured(conditional, std::max({test->height, body->height, orelse->height}));
}

// 'yield' 'from' expression | 'yield' [star_expressions]
Expression* Grammar::parse_yield() {
  const Place begin = here();
  advance();
  const size_t mark = position_;
  if (accept(TokenKind::From)) {
    if (Expression* value = parse_expression()) {
      YieldFrom* yield = make<YieldFrom>(ExpressionKind::YieldFrom, since(begin));
      yield->value = value;
      return measured(yield, value->height);
    }
    position_ = mark;
  }
  Expression* value = parse_star_expressions();
  if (value == nullptr) position_ = mark;
  Yield* yield = make<Yield>(ExpressionKind::Yield, since(begin));
  yield->value = value;
  return measured(yield, height_of(value));
}

// 'lambda' [parameters] ':' expression
Expression* Grammar::parse_lambda() {
  const Place begin = here();
  advance();
  Arguments* arguments = parse_parameters(ParameterStyle::Lambda);
  if (arguments == nullptr || !accept(TokenKind::Colon)) return nullptr;
  Expression* body = parse_expression();
  if (body == nullptr) return nullptr;
  Lambda* lambda = make<Lambda>(ExpressionKind::Lambda, since(begin));
  lambda->args = arguments;
  lambda->body = body;
  return measured(lambda, std::max<unsigned>(height_of(*arguments), body->height));
}

// ---- operators ----

Expression* Grammar::parse_disjunction() {
  return remembered(Rule::Disjunction, [this] { return parse_operators(Precedence::Or); });
}

Expression* Grammar::parse_bitwise_or() {
  return remembered(Rule::BitwiseOr, [this] { return parse_operators(Precedence::BitOr); });
}

// Operands joined by operators that bind at least as tightly as `least`. Left-associative chains
// are read in a loop and recurse only for an operand of tighter operators.
Expression* Grammar::parse_operators(Precedence least) {
  const bool is_not = at(TokenKind::Not) && least <= Precedence::Not;
  const Place begin = here();
  Expression* left = is_not ? parse_not() : parse_factor();
  while (left != nullptr) {
    const Precedence level = precedence_of(kind());
    if (level < least || level == Precedence::None) break;
    const size_t mark = position_;
    Expression* joined = level == Precedence::Compare ? parse_comparison(begin, left)
                         : level <= Precedence::And   ? parse_boolean(begin, left, level)
                                                      : parse_binary(begin, left, level);
    if (joined == nullptr) {
      if (raised()) return nullptr;
      position_ = mark;
      break;
    }
    left = joined;
    // A chain of boolean operators or comparisons is read to its end at once; what is left of it
    // could not be read.
    if (level <= Precedence::Compare && precedence_of(kind()) == level) break;
  }
  return left;
}

Expression* Grammar::parse_binary(Place begin, Expression* left, Precedence level) {
  const BinaryOperator op = binary_operator_of(kind());
  advance();
  Expression* right = parse_operators(static_cast<Precedence>(static_cast<int>(level) + 1));
  if (right == nullptr) return nullptr;
  BinOp* binary = make<BinOp>(ExpressionKind::BinOp, since(begin));
  binary->left = left;
  binary->op = op;
  binary->right = right;
  return measured(binary, std::max(left->height, right->height));
}

// The rest of `a or b or c` or `a and b and c`, which are one node.
Expression* Grammar::parse_boolean(Place begin, Expression* first, Precedence level) {
  const TokenKind op = kind();
  Collected<Expression> values(*this);
  values.push(first);
  while (at(op)) {
    const size_t mark = position_;
    advance();
    Expression* value = parse_operators(static_cast<Precedence>(static_cast<int>(level) + 1));
    if (value == nullptr) {
      position_ = mark;
      break;
    }
    values.push(value);
  }
  if (values.size() == 1) return nullptr;
  BoolOp* boolean = make<BoolOp>(ExpressionKind::BoolOp, since(begin));
  boolean->op = op == TokenKind::Or ? BoolOperator::Or : BoolOperator::And;
  boolean->values = values.finish();
  return measured(boolean, height_of(boolean->values));
}

bool Grammar::parse_compare_operator(CompareOperator& op) {
  switch (kind()) {
    case TokenKind::Less:
      op = CompareOperator::Lt;
      break;
    case TokenKind::Greater:
      op = CompareOperator::Gt;
      break;
    case TokenKind::LessEqual:
      op = CompareOperator::LtE;
      break;
    case TokenKind::GreaterEqual:
      op = CompareOperator::GtE;
      break;
    case TokenKind::EqualEqual:
      op = CompareOperator::Eq;
      break;
    case TokenKind::NotEqual:
      op = CompareOperator::NotEq;
      break;
    case TokenKind::In:
      op = CompareOperator::In;
      break;
    case TokenKind::Not:
      advance();
      op = CompareOperator::NotIn;
      return accept(TokenKind::In);
    case TokenKind::Is:
      advance();
      op = accept(TokenKind::Not) ? CompareOperator::IsNot : CompareOperator::Is;
      return true;
    default:
      return false;
  }
  advance();
  return true;
}

// The rest of `a < b <= c`, which is one node.
Expression* Grammar::parse_comparison(Place begin, Expression* left) {
  Collected<Expression> comparators(*this);
  std::string ops;  // one byte each; short chains need no memory
  for (;;) {
    const size_t mark = position_;
    CompareOperator op{};
    Expression* right = parse_compare_operator(op) ? parse_bitwise_or() : nullptr;
    if (right == nullptr) {
      position_ = mark;
      break;
    }
    ops.push_back(static_cast<char>(op));
    comparators.push(right);
  }
  if (ops.empty()) return nullptr;
  Compare* compare = make<Compare>(ExpressionKind::Compare, since(begin));
  compare->left = left;
  compare->ops =
      context_.arena.copy(reinterpret_cast<const CompareOperator*>(ops.data()), ops.size());
  compare->comparators = comparators.finish();
  return measured(compare, std::max<unsigned>(left->height, height_of(compare->comparators)));
}

// 'not' inversion
Expression* Grammar::parse_not() {
  Ascent ascent(*this);
  if (!ascent.is_allowed()) return nullptr;
  const Place begin = here();
  advance();
  Expression* operand = parse_operators(Precedence::Not);
  if (operand == nullptr) return nullptr;
  UnaryOp* unary = make<UnaryOp>(ExpressionKind::UnaryOp, since(begin));
  unary->op = UnaryOperator::Not;
  unary->operand = operand;
  return measured(unary, operand->height);
}

// ('+' | '-' | '~') factor | ['await'] primary ['**' factor]
Expression* Grammar::parse_factor() {
  const Place begin = here();
  if (at(TokenKind::Plus) || at(TokenKind::Minus) || at(TokenKind::Tilde)) {
    Ascent ascent(*this);
    if (!ascent.is_allowed()) return nullptr;
    const UnaryOperator op = at(TokenKind::Plus)    ? UnaryOperator::UAdd
                             : at(TokenKind::Minus) ? UnaryOperator::USub
                                                    : UnaryOperator::Invert;
    advance();
    Expression* operand = parse_factor();
    if (operand == nullptr) return nullptr;
    UnaryOp* unary = make<UnaryOp>(ExpressionKind::UnaryOp, since(begin));
    unary->op = op;
    unary->operand = operand;
    return measured(unary, operand->height);
  }

  const bool is_await = accept(TokenKind::Await);
  Expression* base = parse_primary();
  if (base == nullptr) return nullptr;
  if (is_await) {
    Await* await = make<Await>(ExpressionKind::Await, since(begin));
    await->value = base;
    base = measured(await, base->height);
    if (base == nullptr) return nullptr;
  }
  if (!at(TokenKind::DoubleStar)) return base;

  Ascent ascent(*this);
  if (!ascent.is_allowed()) return nullptr;
  const size_t mark = position_;
  advance();
  Expression* exponent = parse_factor();
  if (exponent == nullptr) {
    position_ = mark;
    return base;
  }
  BinOp* power = make<BinOp>(ExpressionKind::BinOp, since(begin));
  power->left = base;
  power->op = BinaryOperator::Pow;
  power->right = exponent;
  return measured(power, std::max(base->height, exponent->height));
}

}  // namespace weft::syntax
