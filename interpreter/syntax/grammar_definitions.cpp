#include "interpreter/syntax/grammar_tools.h"

// Functions, classes, their decorators and parameters.

namespace weft::syntax {

// ('@' named NEWLINE)+ (class | ['async'] def)
Statement* Grammar::parse_decorated() {
  Collected<Expression> decorators(*this);
  while (accept(TokenKind::At)) {
    Expression* decorator = parse_named_expression();
    if (decorator == nullptr || !accept(TokenKind::Newline)) return nullptr;
    decorators.push(decorator);
  }
  const Place begin = here();
  if (at(TokenKind::Class)) return parse_class(decorators.finish());
  const bool is_async = accept(TokenKind::Async);
  return at(TokenKind::Def) ? parse_function(begin, is_async, decorators.finish()) : nullptr;
}

// 'def' NAME '(' [parameters] ')' ['->' expression] ':' block
Statement* Grammar::parse_function(Place begin, bool is_async, Expressions decorators) {
  const uint32_t line = token().line;
  advance();
  if (!at(TokenKind::Name)) return nullptr;
  FunctionDef* function = make<FunctionDef>(
      is_async ? StatementKind::AsyncFunctionDef : StatementKind::FunctionDef, {});
  function->name = name_of(token());
  function->decorator_list = decorators;
  advance();
  if (!expect_forced(TokenKind::LeftParen, "(")) return nullptr;
  function->args = parse_parameters(ParameterStyle::Function);
  if (function->args == nullptr || !accept(TokenKind::RightParen)) return nullptr;
  const size_t mark = position_;
  if (accept(TokenKind::Arrow)) {
    function->returns = parse_expression();
    if (function->returns == nullptr) position_ = mark;
  }
  if (!parse_forced_colon_and_block("function definition", line, function->body)) return nullptr;
  function->location = since_block(begin);
  return function;
}

// 'class' NAME ['(' [arguments] ')'] ':' block
Statement* Grammar::parse_class(Expressions decorators) {
  const Place begin = here();
  advance();
  if (!at(TokenKind::Name)) return nullptr;
  ClassDef* definition = make<ClassDef>(StatementKind::ClassDef, {});
  definition->name = name_of(token());
  definition->decorator_list = decorators;
  advance();
  if (at(TokenKind::LeftParen) && !parse_class_arguments(definition->bases, definition->keywords)) {
    return nullptr;
  }
  if (!parse_colon_and_block("class definition", begin.line, definition->body)) return nullptr;
  definition->location = since_block(begin);
  return definition;
}

// ---- parameters ----

// The list up to the ')' or, of a lambda, the ':' that ends it, which is left. Null: it cannot be
// read that far.
Arguments* Grammar::parse_parameters(ParameterStyle style) {
  const TokenKind closing =
      style == ParameterStyle::Lambda ? TokenKind::Colon : TokenKind::RightParen;
  const size_t mark = position_;
  Arguments* arguments = context_.arena.create<Arguments>();
  if (at(closing)) return arguments;
  if (explaining_) {
    mistake_in_parameters(style);
    if (raised()) return nullptr;
    position_ = mark;
  }
  return parse_parameter_list(style, closing, *arguments) ? arguments : nullptr;
}

bool Grammar::parse_parameter_list(ParameterStyle style, TokenKind closing, Arguments& arguments) {
  Collected<void> parameters(*this);  // Arg and its default or null, and so on
  size_t positional_only = 0;         // how many entries of the list
  size_t positional = 0;
  size_t defaults = 0;
  bool behind_star = false;

  const auto finish_positional = [&] {
    if (!behind_star) positional = parameters.size();
  };
  while (!at(closing)) {
    if (at(TokenKind::Slash)) {
      if (behind_star || positional_only != 0 || parameters.empty()) return false;
      positional_only = parameters.size();
      advance();
    } else if (at(TokenKind::Star)) {
      if (behind_star) return false;
      advance();
      finish_positional();
      behind_star = true;
      if (at(TokenKind::Comma)) {
        if (peek() != TokenKind::Name) return false;  // a bare star must be followed by names
      } else {
        arguments.vararg = parse_parameter(style, true);
        if (arguments.vararg == nullptr || at(TokenKind::Equal)) return false;
      }
    } else if (at(TokenKind::DoubleStar)) {
      advance();
      arguments.kwarg = parse_parameter(style, false);
      if (arguments.kwarg == nullptr || at(TokenKind::Equal)) return false;
      accept(TokenKind::Comma);
      if (!at(closing)) return false;
      break;
    } else {
      Arg* parameter = parse_parameter(style, false);
      if (parameter == nullptr) return false;
      Expression* value = nullptr;
      if (at(TokenKind::Equal)) {
        value = parse_default();
        if (value == nullptr) return false;
      }
      if (!behind_star) {
        if (value != nullptr) {
          ++defaults;
        } else if (defaults != 0) {
          return false;
        }
      }
      parameters.push(parameter);
      parameters.push(value);
    }
    if (!accept(TokenKind::Comma) && !at(closing)) return false;
  }
  finish_positional();
  arguments.posonlyargs = parameters.slice_as<Arg>(0, positional_only, 2);
  arguments.args = parameters.slice_as<Arg>(positional_only, positional, 2);
  arguments.defaults =
      parameters.slice_as<Expression>(positional - 2 * defaults + 1, positional, 2);
  arguments.kwonlyargs = parameters.slice_as<Arg>(positional, parameters.size(), 2);
  arguments.kw_defaults = parameters.slice_as<Expression>(positional + 1, parameters.size(), 2);
  return true;
}

// '=' expression
Expression* Grammar::parse_default() {
  const Token equal = token();
  advance();
  Expression* value = parse_expression();
  if (value == nullptr && explaining_ && (at(TokenKind::RightParen) || at(TokenKind::Comma))) {
    return raise_at(equal, "expected default value expression");
  }
  return value;
}

// NAME [':' expression], behind a star NAME [':' star_expression]; a lambda's has no annotation.
Arg* Grammar::parse_parameter(ParameterStyle style, bool behind_star) {
  if (!at(TokenKind::Name)) return nullptr;
  const Place begin = here();
  const std::string_view name = name_of(token());
  advance();
  Expression* annotation = nullptr;
  if (style == ParameterStyle::Function && at(TokenKind::Colon)) {
    const size_t mark = position_;
    advance();
    annotation = behind_star ? parse_star_expression() : parse_expression();
    if (annotation == nullptr) position_ = mark;
  }
  Arg* parameter = context_.arena.create<Arg>();
  parameter->location = since(begin);
  parameter->arg = name;
  parameter->annotation = annotation;
  return parameter;
}

}  // namespace weft::syntax
