#include "interpreter/syntax/source_reader.h"

#include <algorithm>
#include <utility>

namespace weft::syntax {

namespace {

constexpr size_t TokensWorthDropping = 1024;

}  // namespace

SourceReader::SourceReader(ParseContext& context, std::string_view text, StartRule start,
                           Place place)
    : context_(context), text_(text), start_(start), place_(place) {}

// ---- tokens ----

void SourceReader::restart() {
  const size_t furthest = dropped_ + furthest_;
  lexer_.emplace(text_, place_.line, place_.column, *context_.warnings);
  tokens_.clear();
  position_ = dropped_ = 0;
  end_was_newline_ = false;
  while (tokens_.size() <= furthest) fill_tokens();
  furthest_ = furthest;
  if (at(TokenKind::Error)) raise_lexical_error();
}

void SourceReader::fill_tokens() {
  lexer_->fill(tokens_);
  Token& last = tokens_.back();
  // The text of mode Single need not end in a newline: its end counts as one, and as the end of
  // the open blocks too if the options say so, behind which comes another newline. (But an empty
  // text has no statement to end.)
  if (start_ == StartRule::Single && last.kind == TokenKind::EndMarker && !end_was_newline_ &&
      dropped_ + tokens_.size() > 1) {
    last.kind = TokenKind::Newline;
    end_was_newline_ = !(context_.options.end_closes_blocks && lexer_->close_blocks());
  }
  if (poisoned_) {
    for (Token& token : tokens_) token.kind = TokenKind::Error;
  }
}

void SourceReader::reach_new_token() {
  furthest_ = position_;
  if (position_ == tokens_.size()) fill_tokens();
  if (at(TokenKind::Error) && !poisoned_) raise_lexical_error();
}

TokenKind SourceReader::peek() {
  const size_t next = position_ + 1;
  if (next > furthest_) {
    advance();
    position_ = next - 1;
  }
  return tokens_[next].kind;
}

void SourceReader::drop_tokens() {
  if (position_ < TokensWorthDropping) return;
  const size_t count = position_ - 1;
  tokens_.erase(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(count));
  position_ -= count;
  furthest_ -= count;
  dropped_ += count;
}

bool SourceReader::expect_forced(TokenKind wanted, const char* text) {
  if (accept(wanted)) return true;
  if (!raised()) raise_at(token(), std::string("expected '") + text + "'");
  return false;
}

bool SourceReader::newline_without_indent() {
  return at(TokenKind::Newline) && peek() != TokenKind::Indent;
}

// ---- errors ----

void SourceReader::poison() {
  poisoned_ = true;
  for (Token& token : tokens_) token.kind = TokenKind::Error;
}

std::nullptr_t SourceReader::raise(Diagnostic diagnostic) {
  if (!context_.diagnostic) {
    context_.diagnostic = std::move(diagnostic);
    raised_at_end_of_text_ = is_at_end_of_text();
  }
  poison();
  return nullptr;
}

void SourceReader::raise_lexical_error() {
  lexer_failed_ = true;
  raise(lexer_->error()->diagnostic);
}

std::nullptr_t SourceReader::raise_unplaced(ErrorKind kind, std::string message) {
  Diagnostic diagnostic;
  diagnostic.kind = kind;
  diagnostic.message = std::move(message);
  return raise(std::move(diagnostic));
}

// CPython shows a line that its tokenizer has passed without its newline; the one it is on with it,
// and with the lines before that it continues. Of a file it reads the very
// line.
std::string_view SourceReader::line_text_for(uint32_t line) const {
  const bool is_of_file =
      context_.options.origin == SourceOrigin::File && start_ == StartRule::Module;
  if (is_of_file) return lexer_->line_text(line, true);
  const uint32_t current = lexer_->end_line(tokens_[furthest_]);
  if (line < current) return lexer_->line_text(line, false);
  return lexer_->lines_text(lexer_->shown_from(current), line);
}

std::nullptr_t SourceReader::raise_over(ErrorKind kind, std::string message, const Span& span) {
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
  // CPython knows no encoding of the text of a replacement field.
  const bool counts_characters =
      context_.columns_are_characters && start_ != StartRule::ReplacementField;
  const auto counted = [text, counts_characters](int64_t bytes) {
    if (!counts_characters) return static_cast<int32_t>(std::max<int64_t>(bytes, 0));
    const auto size = static_cast<size_t>(std::max<int64_t>(bytes, 0));
    return static_cast<int32_t>(count_characters(text, size) + (size > text.size() ? 1 : 0));
  };
  diagnostic.offset = counted(column);
  diagnostic.end_offset = end_column > 0 ? counted(end_column) : static_cast<int32_t>(end_column);
  return raise(std::move(diagnostic));
}

bool SourceReader::is_placeless(const Token& token) const {
  return token.kind == TokenKind::Indent || token.kind == TokenKind::Dedent ||
         token.kind == TokenKind::EndMarker || token.start == text_.size();
}

uint32_t SourceReader::reported_line(const Token& token) const {
  return text_.empty() ? 0 : token.line;
}

std::nullptr_t SourceReader::raise_at_furthest(ErrorKind kind, std::string message) {
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

std::nullptr_t SourceReader::raise_here(std::string message) {
  return raise_at_furthest(ErrorKind::SyntaxError, std::move(message));
}

std::nullptr_t SourceReader::raise_indentation(std::string message) {
  return raise_at_furthest(ErrorKind::IndentationError, std::move(message));
}

std::nullptr_t SourceReader::raise_missing_block(const char* what, uint32_t line) {
  return raise_indentation(std::string("expected an indented block after ") + what + " on line " +
                           std::to_string(line));
}

std::nullptr_t SourceReader::raise_at(const Token& token, std::string message) {
  if (raised()) return nullptr;
  if (is_placeless(token)) {
    const uint32_t line = reported_line(token);
    return raise_over(ErrorKind::SyntaxError, std::move(message), {line, 0, line, 0});
  }
  return raise_over(ErrorKind::SyntaxError, std::move(message),
                    {token.line, static_cast<int64_t>(lexer_->column(token)) + 1,
                     lexer_->end_line(token), static_cast<int64_t>(lexer_->end_column(token)) + 1});
}

std::nullptr_t SourceReader::raise_between(const Location& first, const Location& last,
                                           std::string message) {
  return raise_over(ErrorKind::SyntaxError, std::move(message),
                    {first.line, static_cast<int64_t>(first.column) + 1, last.end_line,
                     static_cast<int64_t>(last.end_column) + 1});
}

std::nullptr_t SourceReader::raise_at(const Location& location, std::string message) {
  return raise_between(location, location, std::move(message));
}

// From here to where the lexer has got.
std::nullptr_t SourceReader::raise_from(const Location& location, std::string message) {
  if (raised()) return nullptr;
  const Token& furthest = tokens_[furthest_];
  const bool is_newline = furthest.kind == TokenKind::Newline && furthest.start < text_.size();
  return raise_over(
      ErrorKind::SyntaxError, std::move(message),
      {location.line, static_cast<int64_t>(location.column) + 1, lexer_->end_line(furthest),
       static_cast<int64_t>(lexer_->end_column(furthest)) + (is_newline ? 1 : 0)});
}

void SourceReader::check_rest_of_text() {
  const ErrorKind kind = context_.diagnostic->kind;
  if (kind == ErrorKind::MemoryError || kind == ErrorKind::RecursionError || lexer_failed_) return;
  const uint32_t line = tokens_[furthest_].line;
  std::vector<Token> rest;
  while (!lexer_->ended()) {
    rest.clear();
    lexer_->fill(rest);
  }
  const std::optional<LexicalError>& error = lexer_->error();
  if (!error) return;
  const uint32_t bracket_line = lexer_->innermost_bracket_line();
  if (error->overrides_parser) {
    context_.diagnostic = error->diagnostic;
  } else if (bracket_line != 0 && line > bracket_line) {
    context_.diagnostic = lexer_->describe_unclosed();
  }
}

// Whether CPython's tokenizer, which looks one character behind all tokens but strings, knows by
// now that the text is over. If so it is not asked for faults in the rest of it.
bool SourceReader::is_end_seen() const {
  const Token& furthest = tokens_[furthest_];
  return furthest.start < furthest.end && furthest.end == text_.size() && text_.back() != '"' &&
         text_.back() != '\'';
}

bool SourceReader::is_at_end_of_text() const {
  const Token& last = tokens_[furthest_];
  if (lexer_failed_) return lexer_->error()->at_end_of_text;
  const bool text_is_over = text_.empty() || text_.back() == '\n';
  return last.start == text_.size() &&
         (last.kind == TokenKind::EndMarker ||
          ((last.kind == TokenKind::Newline || last.kind == TokenKind::Dedent) && text_is_over));
}

}  // namespace weft::syntax
