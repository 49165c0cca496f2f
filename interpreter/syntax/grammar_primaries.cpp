#include "interpreter/syntax/grammar_tools.h"
#include "interpreter/syntax/literals.h"

// Primaries: names, literals, attributes, calls, subscripts. What stands in brackets is in
// grammar_displays.cpp.

namespace weft::syntax {

Expression* Grammar::parse_primary() {
  return remembered(Rule::Primary, [this] { return parse_primary_plainly(); });
}

// atom ('.' NAME | '(' arguments ')' | '[' slices ']')*
Expression* Grammar::parse_primary_plainly() {
  const Place begin = here();
  Expression* value = parse_atom();
  while (value != nullptr) {
    const size_t mark = position_;
    Expression* longer = nullptr;
    if (explaining_ && (at(TokenKind::LeftBracket) || at(TokenKind::LeftBrace))) {
      // A comprehension of any brackets is thought of where that of a call could be.
      mistake_in_comprehension();
      if (raised()) return nullptr;
    }
    if (at(TokenKind::Dot)) {
      longer = parse_attribute(begin, value);
    } else if (at(TokenKind::LeftParen)) {
      longer = parse_call(begin, value);
    } else if (at(TokenKind::LeftBracket)) {
      longer = parse_subscript(begin, value);
    } else {
      return value;
    }
    if (longer == nullptr) {
      if (raised()) return nullptr;
      position_ = mark;
      return value;
    }
    value = longer;
  }
  return nullptr;
}

Expression* Grammar::parse_attribute(Place begin, Expression* value) {
  advance();
  if (!at(TokenKind::Name)) return nullptr;
  const std::string_view name = name_of(token());
  advance();
  Attribute* attribute = make<Attribute>(ExpressionKind::Attribute, since(begin));
  attribute->value = value;
  attribute->attr = name;
  return measured(attribute, value->height);
}

// ---- calls ----

Expression* Grammar::parse_call(Place begin, Expression* function) {
  ArgumentList arguments(*this);
  if (!parse_bracketed_arguments(arguments)) return nullptr;
  Call* call = make<Call>(ExpressionKind::Call, since(begin));
  call->func = function;
  call->args = arguments.positional.finish();
  call->keywords = arguments.keywords.finish();
  return measured(
      call, std::max({height_of(function), height_of(call->args), height_of(call->keywords)}));
}

// '(' [arguments [',']] ')', or a lone generator expression, whose brackets are the call's.
bool Grammar::parse_bracketed_arguments(ArgumentList& arguments) {
  const size_t open = position_;
  const Place begin = here();
  advance();
  if (accept(TokenKind::RightParen)) return true;
  if (parse_arguments(arguments)) {
    const bool could_be_generator = arguments.positional.size() == 1 &&
                                    arguments.keywords.empty() &&
                                    !arguments.positional.back()->is(ExpressionKind::Starred);
    if (could_be_generator && (at(TokenKind::For) || at(TokenKind::Async))) {
      Expression* element = arguments.positional.back();
      Expression* generator =
          finish_comprehension(begin, ExpressionKind::GeneratorExp, element, TokenKind::RightParen);
      if (generator != nullptr) {
        arguments.positional.pop();
        arguments.positional.push(generator);
        return true;
      }
    } else {
      accept(TokenKind::Comma);
      if (accept(TokenKind::RightParen)) return true;
    }
  }
  if (explaining_ && !raised()) {
    position_ = open;
    mistake_in_comprehension();
    position_ = open + 1;
    mistake_in_arguments();
  }
  return false;
}

bool Grammar::parse_class_arguments(Nodes<Expression>& bases, Nodes<Keyword>& keywords) {
  ArgumentList arguments(*this);
  advance();
  const size_t mark = position_;
  if (!at(TokenKind::RightParen)) {
    bool complete = parse_arguments(arguments);
    if (complete) {
      accept(TokenKind::Comma);
      complete = at(TokenKind::RightParen);
    }
    if (!complete) {
      if (explaining_ && !raised()) {
        position_ = mark;
        mistake_in_arguments();
      }
      return false;
    }
  }
  advance();
  bases = arguments.positional.finish();
  keywords = arguments.keywords.finish();
  return true;
}

// Positional arguments, then keywords and starred ones, then keywords and doubly starred ones, as
// many as there are; false if there is none. A comma behind the last is left.
bool Grammar::parse_arguments(ArgumentList& arguments) {
  enum { Positional, KeywordsOrStarred, KeywordsOrDoublyStarred } phase = Positional;
  size_t behind_last = position_;
  bool any = false;
  do {
    const size_t mark = position_;
    Expression* value = nullptr;
    Keyword* keyword = nullptr;
    if (phase == Positional) {
      value = parse_positional();
      if (value == nullptr) {
        position_ = mark;
        phase = KeywordsOrStarred;
      }
    }
    if (value == nullptr) {
      if (explaining_) mistake_in_keyword();
      if (at(TokenKind::DoubleStar)) {
        phase = KeywordsOrDoublyStarred;
        keyword = parse_keyword();
      } else if (at(TokenKind::Star)) {
        if (phase == KeywordsOrStarred) value = parse_starred_argument();
      } else {
        keyword = parse_keyword();
      }
    }
    if (value != nullptr) {
      arguments.positional.push(value);
    } else if (keyword != nullptr) {
      arguments.keywords.push(keyword);
    } else {
      break;
    }
    any = true;
    behind_last = position_;
  } while (accept(TokenKind::Comma));
  position_ = behind_last;
  return any;
}

// '*' expression
Expression* Grammar::parse_starred_argument() {
  const Place begin = here();
  advance();
  Expression* value = parse_expression();
  if (value == nullptr) return nullptr;
  Starred* starred = make<Starred>(ExpressionKind::Starred, since(begin));
  starred->value = value;
  return measured(starred, value->height);
}

// '*' expression | NAME ':=' expression | expression, the latter two not before a '='
Expression* Grammar::parse_positional() {
  if (at(TokenKind::Star)) return parse_starred_argument();
  Expression* value = nullptr;
  if (at(TokenKind::Name) && peek() == TokenKind::ColonEqual) {
    value = parse_walrus();
  } else {
    value = parse_expression();
    if (at(TokenKind::ColonEqual)) return nullptr;
  }
  return at(TokenKind::Equal) ? nullptr : value;
}

// NAME '=' expression | '**' expression
Keyword* Grammar::parse_keyword() {
  const Place begin = here();
  std::string_view name;
  if (!accept(TokenKind::DoubleStar)) {
    if (!at(TokenKind::Name) || peek() != TokenKind::Equal) return nullptr;
    name = name_of(token());
    advance();
    advance();
  }
  Expression* value = parse_expression();
  if (value == nullptr) return nullptr;
  Keyword* keyword = context_.arena.create<Keyword>();
  keyword->location = since(begin);
  keyword->arg = name;
  keyword->value = value;
  return keyword;
}

// ---- subscripts ----

// '[' (slice | starred) (',' (slice | starred))* [','] ']'
Expression* Grammar::parse_subscript(Place begin, Expression* value) {
  advance();
  const Place inner = here();
  const bool is_starred = at(TokenKind::Star);
  Expression* slice = is_starred ? parse_starred_argument() : parse_slice();
  if (slice == nullptr) return nullptr;
  if (is_starred || at(TokenKind::Comma)) {
    Collected<Expression> elements(*this);
    elements.push(slice);
    while (accept(TokenKind::Comma)) {
      const size_t mark = position_;
      Expression* element = at(TokenKind::Star) ? parse_starred_argument() : parse_slice();
      if (element == nullptr) {
        position_ = mark;
        break;
      }
      elements.push(element);
    }
    Tuple* tuple = make<Tuple>(ExpressionKind::Tuple, since(inner));
    tuple->elts = elements.finish();
    slice = measured(tuple, height_of(tuple->elts));
    if (slice == nullptr) return nullptr;
  }
  if (!accept(TokenKind::RightBracket)) return nullptr;
  Subscript* subscript = make<Subscript>(ExpressionKind::Subscript, since(begin));
  subscript->value = value;
  subscript->slice = slice;
  return measured(subscript, std::max(value->height, slice->height));
}

// [expression] ':' [expression] [':' [expression]] | named_expression
Expression* Grammar::parse_slice() {
  const Place begin = here();
  Expression* lower = nullptr;
  if (!at(TokenKind::Colon)) {
    const bool is_walrus = at(TokenKind::Name) && peek() == TokenKind::ColonEqual;
    lower = parse_named_expression();
    if (lower == nullptr || is_walrus || !at(TokenKind::Colon)) return lower;
  }
  advance();
  const auto parse_bound = [this]() -> Expression* {
    if (at(TokenKind::Colon) || at(TokenKind::Comma) || at(TokenKind::RightBracket)) return nullptr;
    const size_t mark = position_;
    Expression* bound = parse_expression();
    if (bound == nullptr) position_ = mark;
    return bound;
  };
  Expression* upper = parse_bound();
  Expression* step = accept(TokenKind::Colon) ? parse_bound() : nullptr;
  Slice* slice = make<Slice>(ExpressionKind::Slice, since(begin));
  slice->lower = lower;
  slice->upper = upper;
  slice->step = step;
  return measured(slice, std::max({height_of(lower), height_of(upper), height_of(step)}));
}

// ---- atoms ----

Expression* Grammar::parse_atom() {
  switch (kind()) {
    case TokenKind::Name: {
      const Place begin = here();
      const std::string_view id = name_of(token());
      advance();
      Name* name = make<Name>(ExpressionKind::Name, since(begin));
      name->id = id;
      return name;
    }
    case TokenKind::Number:
      return parse_number();
    case TokenKind::String:
      return parse_strings();
    case TokenKind::LeftParen:
      return remembered(Rule::Atom, [this] { return parse_round(); });
    case TokenKind::LeftBracket:
      return remembered(Rule::Atom, [this] { return parse_square(); });
    case TokenKind::LeftBrace:
      return remembered(Rule::Atom, [this] { return parse_curly(); });
    case TokenKind::None:
      return parse_constant(ConstantKind::None);
    case TokenKind::True:
      return parse_constant(ConstantKind::True);
    case TokenKind::False:
      return parse_constant(ConstantKind::False);
    case TokenKind::Ellipsis:
      return parse_constant(ConstantKind::Ellipsis);
    default:
      return nullptr;
  }
}

// A constant that is the token here.
Constant* Grammar::parse_constant(ConstantKind kind) {
  const Place begin = here();
  advance();
  Constant* constant = make<Constant>(ExpressionKind::Constant, since(begin));
  constant->value_kind = kind;
  return constant;
}

Expression* Grammar::parse_number() {
  const Token number = token();
  Constant* constant = parse_constant(ConstantKind::Int);
  const size_t digits = evaluate_number(lexer_->text_of(number), context_.arena, *constant);
  const size_t limit = context_.options.maximum_integer_digits;
  if (limit != 0 && digits > limit) {
    return raise_over(ErrorKind::SyntaxError,
                      "Exceeds the limit (" + std::to_string(limit) +
                          " digits) for integer string conversion: value has " +
                          std::to_string(digits) +
                          " digits; use sys.set_int_max_str_digits() to increase the limit - "
                          "Consider hexadecimal for huge integer literals to avoid decimal "
                          "conversion limits.",
                      {number.line, 0, number.line, 0});
  }
  return constant;
}

}  // namespace weft::syntax
