#pragma once

// A source as a rule of the grammar sees it: a token to look at, a way on and back, places for
// nodes, and errors with their places.
//
// Tokens are cut on demand and kept, so going back is setting `position_`. How far they were looked
// at is remembered, because that is where CPython shows what it cannot name.
//
// Raising poisons the tokens: each becomes an Error, which no rule accepts, so that every function
// on the way out fails by itself.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/syntax/ast_location.h"
#include "interpreter/syntax/lexer.h"
#include "interpreter/syntax/parse_context.h"
#include "interpreter/syntax/token.h"

namespace weft::syntax {

// Where a node begins.
struct Place {
  uint32_t line;
  uint32_t column;
};

// What is read: the whole of a source in one of the three modes of compile(), or the expression of
// a replacement field in an f-string (in brackets).
enum class StartRule : uint8_t { Module, Expression, Single, ReplacementField };

class SourceReader {
 protected:
  // The text is as the lexer wants it: padded, with '\n' newlines. `place` is where it stands.
  SourceReader(ParseContext& context, std::string_view text, StartRule start, Place place);

  // Begins anew, as if as many tokens as before had been looked at.
  void restart();

  // ---- tokens
  const Token& token() const { return tokens_[position_]; }
  TokenKind kind() const { return tokens_[position_].kind; }
  bool at(TokenKind wanted) const { return kind() == wanted; }
  bool at(NameTrait wanted) const { return token().trait == wanted; }
  const Token& previous() const { return tokens_[position_ - 1]; }
  TokenKind peek();  // the kind of the token after this one
  void advance() {
    if (++position_ > furthest_) reach_new_token();
  }
  bool accept(TokenKind wanted) {
    if (kind() != wanted) return false;
    advance();
    return true;
  }
  bool expect_forced(TokenKind wanted, const char* text);  // its absence is an error at once
  void drop_tokens();             // those behind, which nobody goes back to any more
  bool newline_without_indent();  // at a Newline that no Indent follows

  // ---- places
  Place here() const { return place_of(token()); }
  Place place_of(const Token& token) const { return {token.line, lexer_->column(token)}; }
  Location since(Place begin) const { return between(begin, previous()); }
  Location between(Place begin, const Token& last) const {
    return {begin.line, begin.column, lexer_->end_line(last), lexer_->end_column(last)};
  }

  // ---- errors
  bool raised() const { return poisoned_; }
  void poison();
  struct Span {  // in bytes, columns from 1; an end column of 0 or -1 is unknown
    uint32_t line;
    int64_t column;
    uint32_t end_line;
    int64_t end_column;
  };
  std::nullptr_t raise_over(ErrorKind kind, std::string message, const Span& span);
  std::nullptr_t raise_here(std::string message);  // at the furthest token
  std::nullptr_t raise_indentation(std::string message);
  std::nullptr_t raise_missing_block(const char* what, uint32_t line);
  std::nullptr_t raise_at(const Location& location, std::string message);
  std::nullptr_t raise_at(const Token& token, std::string message);
  std::nullptr_t raise_from(const Location& location, std::string message);
  std::nullptr_t raise_between(const Location& first, const Location& last, std::string message);
  std::nullptr_t raise_unplaced(ErrorKind kind, std::string message);

  // A fault in the text behind a mistake is reported instead of it: an unterminated string is the
  // likelier cause.
  void check_rest_of_text();
  bool is_end_seen() const;
  bool is_at_end_of_text() const;

  ParseContext& context_;
  std::string_view text_;
  StartRule start_;
  Place place_;
  std::optional<Lexer> lexer_;
  std::vector<Token> tokens_;
  size_t position_ = 0;
  size_t furthest_ = 0;                 // greatest index looked at
  bool raised_at_end_of_text_ = false;  // what is_at_end_of_text() said when it was raised

 private:
  void reach_new_token();
  void fill_tokens();
  std::nullptr_t raise(Diagnostic diagnostic);
  void raise_lexical_error();
  std::nullptr_t raise_at_furthest(ErrorKind kind, std::string message);
  bool is_placeless(const Token& token) const;
  uint32_t reported_line(const Token& token) const;
  std::string_view line_text_for(uint32_t line) const;

  size_t dropped_ = 0;  // tokens no longer held, before tokens_[0]
  bool end_was_newline_ = false;
  bool poisoned_ = false;
  bool lexer_failed_ = false;  // an Error of the lexer was reached
};

}  // namespace weft::syntax
