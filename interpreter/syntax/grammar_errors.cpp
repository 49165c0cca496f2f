#include <utility>

#include "interpreter/syntax/grammar_tools.h"

// How the grammar raises: the text and place of a fault, as CPython gives them.

namespace weft::syntax {

// CPython's names for what cannot be assigned to.
const char* Grammar::description_of(const Expression* expression) {
  switch (expression->kind) {
    case ExpressionKind::Attribute:
      return "attribute";
    case ExpressionKind::Subscript:
      return "subscript";
    case ExpressionKind::Starred:
      return "starred";
    case ExpressionKind::Name:
      return "name";
    case ExpressionKind::List:
      return "list";
    case ExpressionKind::Tuple:
      return "tuple";
    case ExpressionKind::Lambda:
      return "lambda";
    case ExpressionKind::Call:
      return "function call";
    case ExpressionKind::BoolOp:
    case ExpressionKind::BinOp:
    case ExpressionKind::UnaryOp:
      return "expression";
    case ExpressionKind::GeneratorExp:
      return "generator expression";
    case ExpressionKind::Yield:
    case ExpressionKind::YieldFrom:
      return "yield expression";
    case ExpressionKind::Await:
      return "await expression";
    case ExpressionKind::ListComp:
      return "list comprehension";
    case ExpressionKind::SetComp:
      return "set comprehension";
    case ExpressionKind::DictComp:
      return "dict comprehension";
    case ExpressionKind::Dict:
      return "dict literal";
    case ExpressionKind::Set:
      return "set display";
    case ExpressionKind::JoinedStr:
    case ExpressionKind::FormattedValue:
      return "f-string expression";
    case ExpressionKind::Constant:
      switch (expression->as<Constant>()->value_kind) {
        case ConstantKind::None:
          return "None";
        case ConstantKind::False:
          return "False";
        case ConstantKind::True:
          return "True";
        case ConstantKind::Ellipsis:
          return "ellipsis";
        default:
          return "literal";
      }
    case ExpressionKind::Compare:
      return "comparison";
    case ExpressionKind::IfExp:
      return "conditional expression";
    case ExpressionKind::NamedExpr:
      return "named expression";
    case ExpressionKind::Slice:
      return "slice";
  }
  return "expression";
}

void Grammar::poison() {
  poisoned_ = true;
  for (Token& token : tokens_) token.kind = TokenKind::Error;
}

std::nullptr_t Grammar::raise(Diagnostic diagnostic) {
  if (!context_.diagnostic) {
    context_.diagnostic = std::move(diagnostic);
    raised_at_end_of_text_ = is_at_end_of_text();
  }
  poison();
  return nullptr;
}

void Grammar::raise_lexical_error() {
  lexer_failed_ = true;
  raise(lexer_->error()->diagnostic);
}

std::nullptr_t Grammar::raise_unplaced(ErrorKind kind, std::string message) {
  Diagnostic diagnostic;
  diagnostic.kind = kind;
  diagnostic.message = std::move(message);
  return raise(std::move(diagnostic));
}

// CPython shows a line that its tokenizer has passed without its newline; the one it is on with it,
// and with the lines before that it continues.
std::string_view Grammar::line_text_for(uint32_t line) const {
  const uint32_t current = lexer_->end_line(tokens_[furthest_]);
  if (line < current) return lexer_->line_text(line, false);
  return lexer_->lines_text(lexer_->shown_from(current), line);
}

std::nullptr_t Grammar::raise_over(ErrorKind kind, std::string message, const Span& span) {
  if (raised()) return nullptr;
  Diagnostic diagnostic;
  diagnostic.kind = kind;
  diagnostic.text = line_text_for(span.line);
  diagnostic.has_text = true;
  diagnostic.line = span.line;
  diagnostic.end_line = span.end_line;
  int64_t column = span.column;
  int64_t end_column = span.end_column;
  if (start_ == StartRule::ReplacementField) {
    diagnostic.message = "f-string: ";
    column -= place_.column;
    end_column -= place_.column;
  }
  diagnostic.message += message;
  const std::string_view text = diagnostic.text;
  const auto characters = [text](int64_t bytes) {
    const auto size = static_cast<size_t>(std::max<int64_t>(bytes, 0));
    return static_cast<int32_t>(count_characters(text, size) + (size > text.size() ? 1 : 0));
  };
  diagnostic.offset = characters(column);
  diagnostic.end_offset =
      end_column > 0 ? characters(end_column) : static_cast<int32_t>(end_column);
  return raise(std::move(diagnostic));
}

bool Grammar::is_placeless(const Token& token) const {
  return token.kind == TokenKind::Indent || token.kind == TokenKind::Dedent ||
         token.kind == TokenKind::EndMarker || token.start == text_.size();
}

uint32_t Grammar::reported_line(const Token& token) const { return text_.empty() ? 0 : token.line; }

std::nullptr_t Grammar::raise_at_furthest(ErrorKind kind, std::string message) {
  if (raised()) return nullptr;
  const Token& token = tokens_[furthest_];
  const int64_t column = lexer_->column(token);
  if (is_placeless(token)) {
    const uint32_t line = reported_line(token);
    return raise_over(kind, std::move(message), {line, column, line, -1});
  }
  return raise_over(kind, std::move(message),
                    {token.line, column + 1, lexer_->end_line(token),
                     static_cast<int64_t>(lexer_->end_column(token)) + 1});
}

std::nullptr_t Grammar::raise_here(std::string message) {
  return raise_at_furthest(ErrorKind::SyntaxError, std::move(message));
}

std::nullptr_t Grammar::raise_indentation(std::string message) {
  return raise_at_furthest(ErrorKind::IndentationError, std::move(message));
}

std::nullptr_t Grammar::raise_missing_block(const char* what, uint32_t line) {
  return raise_indentation(std::string("expected an indented block after ") + what + " on line " +
                           std::to_string(line));
}

std::nullptr_t Grammar::raise_at(const Token& token, std::string message) {
  if (raised()) return nullptr;
  if (is_placeless(token)) {
    const uint32_t line = reported_line(token);
    return raise_over(ErrorKind::SyntaxError, std::move(message), {line, 0, line, 0});
  }
  return raise_over(ErrorKind::SyntaxError, std::move(message),
                    {token.line, static_cast<int64_t>(lexer_->column(token)) + 1,
                     lexer_->end_line(token), static_cast<int64_t>(lexer_->end_column(token)) + 1});
}

std::nullptr_t Grammar::raise_between(const Location& first, const Location& last,
                                      std::string message) {
  return raise_over(ErrorKind::SyntaxError, std::move(message),
                    {first.line, static_cast<int64_t>(first.column) + 1, last.end_line,
                     static_cast<int64_t>(last.end_column) + 1});
}

std::nullptr_t Grammar::raise_at(const Location& location, std::string message) {
  return raise_between(location, location, std::move(message));
}

// From here to where the lexer has got.
std::nullptr_t Grammar::raise_from(const Location& location, std::string message) {
  if (raised()) return nullptr;
  const Token& furthest = tokens_[furthest_];
  const bool is_newline = furthest.kind == TokenKind::Newline && furthest.start < text_.size();
  return raise_over(
      ErrorKind::SyntaxError, std::move(message),
      {location.line, static_cast<int64_t>(location.column) + 1, lexer_->end_line(furthest),
       static_cast<int64_t>(lexer_->end_column(furthest)) + (is_newline ? 1 : 0)});
}

namespace {

// The part of an expression that cannot be a target, or null.
const Expression* find_invalid_target(const Expression* expression, bool deleted, bool iterated) {
  switch (expression->kind) {
    case ExpressionKind::List:
    case ExpressionKind::Tuple: {
      const Expressions elements = expression->is(ExpressionKind::List)
                                       ? expression->as<List>()->elts
                                       : expression->as<Tuple>()->elts;
      for (const Expression* element : elements) {
        if (const Expression* found = find_invalid_target(element, deleted, iterated)) return found;
      }
      return nullptr;
    }
    case ExpressionKind::Starred:
      if (deleted) return expression;
      return find_invalid_target(expression->as<Starred>()->value, deleted, iterated);
    case ExpressionKind::Compare:
      if (iterated) {  // `for a in b` read as an expression is a comparison
        const Compare* compare = expression->as<Compare>();
        if (compare->ops[0] != CompareOperator::In) return nullptr;
        return find_invalid_target(compare->left, deleted, iterated);
      }
      return expression;
    case ExpressionKind::Name:
    case ExpressionKind::Subscript:
    case ExpressionKind::Attribute:
      return nullptr;
    default:
      return expression;
  }
}

}  // namespace

std::nullptr_t Grammar::raise_invalid_target(Target target, const Expression* expression) {
  const Expression* culprit =
      find_invalid_target(expression, target == Target::Deleted, target == Target::Iterated);
  if (culprit == nullptr) return nullptr;
  const char* verb = target == Target::Deleted ? "delete " : "assign to ";
  return raise_at(culprit->location, std::string("cannot ") + verb + description_of(culprit));
}

}  // namespace weft::syntax
