#pragma once

// Source text to tokens, including the ones nobody writes: Newline, Indent and Dedent.
//
// Guarantees. One pass, no allocation per token: a token is sixteen bytes that point into the text.
// The lexer never stops early on its own: it hands out tokens in batches until EndMarker or Error,
// and after either repeats it. What is wrong with an Error token stands in error(); whether it is
// ever reported is the parser's affair, which reads tokens later than they are cut and may find a
// fault of its own before it gets there.
//
// The text must be followed by `Padding` NUL bytes (so that scanning needs no bounds checks) and
// must contain no other NUL. Lines end in '\n' only. Places are those of CPython's tokenizer,
// oddities included, for the texts of SyntaxErrors depend on them.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/syntax/ast_location.h"
#include "interpreter/syntax/diagnostic.h"
#include "interpreter/syntax/token.h"

namespace weft::syntax {

// Why the text could not be cut further.
struct LexicalError {
  Diagnostic diagnostic;

  // A fault in the text itself: it is reported even if the parser finds a fault before it. The
  // others (indentation, stray continuation, end of text) count only when they are reached.
  bool overrides_parser = false;

  bool at_end_of_text = false;  // more text could repair it
};

class Lexer {
 public:
  static constexpr size_t Padding = 16;
  static constexpr size_t MaximumBrackets = 200;
  static constexpr size_t MaximumIndents = 100;

  // `first_line` and `first_column` say where the text stands in the source (an expression within
  // an f-string begins in the middle of a line).
  Lexer(std::string_view text, uint32_t first_line, uint32_t first_column,
        std::vector<Warning>& warnings);

  Lexer(const Lexer&) = delete;
  Lexer& operator=(const Lexer&) = delete;

  // Cuts some more tokens and appends them.
  void fill(std::vector<Token>& tokens);

  // After the EndMarker: what fill() appends next are the Dedents of all open blocks and another
  // EndMarker. For mode Single, whose text need not end in a newline. False: no block was open.
  bool close_blocks();

  bool ended() const { return ended_; }  // the last token was EndMarker or Error
  const std::optional<LexicalError>& error() const { return error_; }

  // The line of the innermost bracket that is open, 0 if none is; and what to say if it stays open.
  uint32_t innermost_bracket_line() const;
  Diagnostic describe_unclosed() const;

  std::string_view text() const { return {text_, static_cast<size_t>(end_ - text_)}; }
  std::string_view text_of(const Token& token) const {
    return {text_ + token.start, token.end - token.start};
  }

  uint32_t column(const Token& token) const {
    return token.start - line_starts_[token.line - first_line_];
  }
  // Lines a multi-line string crosses are searched for, all others know their place.
  uint32_t end_line(const Token& token) const {
    return token.multiline ? line_of(token.end) : token.line;
  }
  uint32_t end_column(const Token& token) const {
    return token.end - line_starts_[end_line(token) - first_line_];
  }

  // The line that begins the one CPython shows for this line while its tokenizer is on it: lines
  // that begin within a string or behind a backslash belong to those before.
  uint32_t shown_from(uint32_t line) const {
    while (std::binary_search(joined_lines_.begin(), joined_lines_.end(), line)) --line;
    return line;
  }

  // The text of a line (counted as in tokens), with or without its newline; empty if there is none.
  std::string_view line_text(uint32_t line, bool with_newline) const;
  std::string_view lines_text(uint32_t first, uint32_t last) const;  // with newlines

 private:
  const char* begin_of_line(uint32_t line) const;
  const char* end_of_line(const char* place) const;
  uint32_t line_of(uint32_t offset) const;
  uint32_t offset_of(const char* place) const { return static_cast<uint32_t>(place - text_); }
  uint32_t current_line() const;

  // Each of these cuts one thing at the cursor and appends it; false: error_ says why not.
  bool scan(std::vector<Token>& tokens);
  bool scan_line_start(std::vector<Token>& tokens);
  bool change_indent(std::vector<Token>& tokens, uint32_t column, uint32_t alternative_column);
  bool scan_end(std::vector<Token>& tokens);
  bool scan_word(std::vector<Token>& tokens);
  bool scan_string(std::vector<Token>& tokens, const char* start);
  bool scan_number(std::vector<Token>& tokens);
  bool scan_operator(std::vector<Token>& tokens);

  bool check_identifier(const char* start);
  bool open_bracket(TokenKind kind);
  bool close_bracket(TokenKind kind);
  bool continue_line();
  void begin_line();
  void begin_joined_line();

  bool scan_based_digits(unsigned base, const char* kind);
  bool scan_decimal();
  bool scan_decimal_digits();
  bool check_number_end(const char* kind);

  void push(std::vector<Token>& tokens, TokenKind kind, const char* start) {
    tokens.push_back({offset_of(start), offset_of(cursor_), line_, kind,
                      static_cast<uint8_t>(bracket_count_), NameTrait::Plain, false});
  }
  void push_placeless(std::vector<Token>& tokens, TokenKind kind);

  // Record what is wrong and return false.
  bool refuse(LexicalError error);
  bool refuse_up_to(const char* place, std::string message);  // on the current line
  bool refuse_unclosed();
  bool refuse_end();

  const char* text_;
  const char* end_;
  const char* cursor_;
  uint32_t line_;
  uint32_t first_line_;
  bool at_line_start_ = true;
  bool ended_ = false;
  std::vector<uint32_t> line_starts_;  // offset of each line begun; the first may lie before 0

  std::vector<uint32_t> joined_lines_;

  struct Bracket {
    TokenKind kind;
    uint32_t line;
    uint32_t offset;
  };
  Bracket brackets_[MaximumBrackets];
  size_t bracket_count_ = 0;

  // Columns of the open blocks, counted with tabs to multiples of 8 and, to find inconsistent
  // mixtures, with tabs as wide as blanks.
  struct Indentation {
    uint32_t column = 0;
    uint32_t alternative_column = 0;
  };
  Indentation indents_[MaximumIndents];
  size_t indent_count_ = 1;  // the first is the module's
  size_t dedents_due_ = 0;   // to be handed out before the next EndMarker

  std::optional<LexicalError> error_;
  std::vector<Warning>& warnings_;
};

// The number of characters that begin in the first `size` bytes.
uint32_t count_characters(std::string_view text, size_t size);

}  // namespace weft::syntax
