#include "interpreter/syntax/lexer.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <utility>

#include "interpreter/syntax/characters.h"
#include "interpreter/syntax/identifier.h"
#include "interpreter/syntax/keywords.h"
#include "interpreter/syntax/utf8.h"

// The shape of this file: fill() runs scan() until a batch is full; scan() cuts one token; the
// scan_ functions cut one sort of token each. Every one of them leaves the cursor behind what it
// consumed, and on failure where the fault was noticed, since that is the place reported.

namespace weft::syntax {

namespace {

constexpr size_t BatchSize = 64;

char bracket_character(TokenKind kind) {
  return "([{)]}"[static_cast<size_t>(kind) - static_cast<size_t>(TokenKind::LeftParen)];
}

}  // namespace

uint32_t count_characters(std::string_view text, size_t size) {
  return static_cast<uint32_t>(
      std::count_if(text.begin(), text.begin() + std::min(size, text.size()),
                    [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

Lexer::Lexer(std::string_view text, uint32_t first_line, uint32_t first_column,
             std::vector<Warning>& warnings)
    : text_(text.data()),
      end_(text.data() + text.size()),
      cursor_(text.data()),
      line_(first_line),
      first_line_(first_line),
      warnings_(warnings) {
  line_starts_.push_back(0u - first_column);
  indents_[0] = {};
}

// ---- lines ----

const char* Lexer::begin_of_line(uint32_t line) const {
  return line == first_line_ ? text_ : text_ + line_starts_[line - first_line_];
}

const char* Lexer::end_of_line(const char* place) const {
  const void* newline = std::memchr(place, '\n', static_cast<size_t>(end_ - place));
  return newline != nullptr ? static_cast<const char*>(newline) : end_;
}

uint32_t Lexer::line_of(uint32_t offset) const {
  // The first line may begin before the text, at a wrapped offset, so it takes no part.
  const auto after = std::upper_bound(line_starts_.begin() + 1, line_starts_.end(), offset);
  return first_line_ + static_cast<uint32_t>(after - line_starts_.begin()) - 1;
}

// The line the cursor is on. After the last newline of the text no line begins.
uint32_t Lexer::current_line() const {
  const bool behind_last =
      cursor_ == end_ && line_ > first_line_ && cursor_ == begin_of_line(line_);
  return behind_last ? line_ - 1 : line_;
}

std::string_view Lexer::line_text(uint32_t line, bool with_newline) const {
  if (line < first_line_ || line - first_line_ >= line_starts_.size()) return {};
  const char* begin = begin_of_line(line);
  const char* end = end_of_line(begin);
  if (with_newline && end != end_) ++end;
  return {begin, static_cast<size_t>(end - begin)};
}

std::string_view Lexer::lines_text(uint32_t first, uint32_t last) const {
  const std::string_view end = line_text(last, true);
  if (first >= last || first < first_line_ || end.empty()) return end;
  const char* begin = begin_of_line(first);
  return {begin, static_cast<size_t>(end.data() + end.size() - begin)};
}

void Lexer::begin_line() {
  ++line_;
  line_starts_.push_back(offset_of(cursor_));
}

// One that a token reaches into.
void Lexer::begin_joined_line() {
  begin_line();
  joined_lines_.push_back(line_);
}

// ---- faults ----

bool Lexer::refuse(LexicalError error) {
  error_ = std::move(error);
  return false;
}

// A fault in the text itself, marked at the last character before `place`.
bool Lexer::refuse_up_to(const char* place, std::string message) {
  const char* begin = begin_of_line(line_);
  const auto size = static_cast<size_t>(end_of_line(begin) - begin);
  LexicalError error;
  error.overrides_parser = true;
  error.diagnostic.message = std::move(message);
  error.diagnostic.line = error.diagnostic.end_line = line_;
  error.diagnostic.offset = error.diagnostic.end_offset =
      static_cast<int32_t>(count_characters({begin, size}, static_cast<size_t>(place - begin)));
  error.diagnostic.text.assign(begin, size);
  error.diagnostic.has_text = true;
  return refuse(std::move(error));
}

uint32_t Lexer::innermost_bracket_line() const {
  return bracket_count_ == 0 ? 0 : brackets_[bracket_count_ - 1].line;
}

Diagnostic Lexer::describe_unclosed() const {
  const Bracket& bracket = brackets_[bracket_count_ - 1];
  const std::string_view text = bracket.line < current_line()
                                    ? line_text(bracket.line, false)
                                    : lines_text(shown_from(bracket.line), bracket.line);
  const size_t column = bracket.offset - offset_of(begin_of_line(bracket.line));
  Diagnostic diagnostic;
  diagnostic.message = std::string("'") + bracket_character(bracket.kind) + "' was never closed";
  diagnostic.line = diagnostic.end_line = bracket.line;
  diagnostic.offset = static_cast<int32_t>(count_characters(text, column + 1));
  diagnostic.end_offset = 0;
  diagnostic.text = text;
  diagnostic.has_text = true;
  return diagnostic;
}

bool Lexer::refuse_unclosed() {
  LexicalError error;
  error.at_end_of_text = true;
  error.diagnostic = describe_unclosed();
  return refuse(std::move(error));
}

// The text ends where it must go on: behind a backslash at the end of a line.
bool Lexer::refuse_end() {
  if (bracket_count_ > 0) return refuse_unclosed();
  const std::string_view line = line_text(current_line(), true);
  LexicalError error;
  error.at_end_of_text = true;
  error.diagnostic.message = "unexpected EOF while parsing";
  error.diagnostic.line = error.diagnostic.end_line = current_line();
  error.diagnostic.offset = static_cast<int32_t>(count_characters(line, line.size()));
  error.diagnostic.end_offset = -1;
  error.diagnostic.text = lines_text(shown_from(current_line()), current_line());
  error.diagnostic.has_text = true;
  return refuse(std::move(error));
}

// ---- tokens ----

void Lexer::fill(std::vector<Token>& tokens) {
  const size_t enough = tokens.size() + BatchSize;
  do {
    if (!error_ && scan(tokens)) continue;
    push(tokens, TokenKind::Error, cursor_);
    ended_ = true;
  } while (!ended_ && tokens.size() < enough);
}

bool Lexer::close_blocks() {
  dedents_due_ = indent_count_ - 1;
  indent_count_ = 1;
  ended_ = false;
  return dedents_due_ > 0;
}

bool Lexer::scan(std::vector<Token>& tokens) {
  if (at_line_start_ && !scan_line_start(tokens)) return false;
  const char* comment = nullptr;
  for (;;) {
    while (*cursor_ == ' ' || *cursor_ == '\t' || *cursor_ == '\f') ++cursor_;
    if (is_class(*cursor_, WordStart)) return scan_word(tokens);
    if (is_class(*cursor_, Digit)) return scan_number(tokens);
    switch (*cursor_) {
      case '\n': {
        if (bracket_count_ > 0) {
          ++cursor_;
          begin_line();
          continue;
        }
        push(tokens, TokenKind::Newline, comment != nullptr ? comment : cursor_);
        ++cursor_;
        begin_line();
        at_line_start_ = true;
        return true;
      }
      case '#':
        comment = cursor_;  // a Newline begins with the comment before it
        cursor_ = end_of_line(cursor_);
        continue;
      case '\\':
        if (!continue_line()) return false;
        joined_lines_.push_back(line_);
        continue;
      case '"':
      case '\'':
        return scan_string(tokens, cursor_);
      case '.':
        if (is_class(cursor_[1], Digit)) return scan_number(tokens);
        return scan_operator(tokens);
      case '\0':
        if (cursor_ == end_) return scan_end(tokens);
        return scan_operator(tokens);
      default:
        return scan_operator(tokens);
    }
  }
}

// Passes over blank lines and measures the indentation of the next one that is not.
bool Lexer::scan_line_start(std::vector<Token>& tokens) {
  for (;;) {
    Indentation here;
    uint32_t continued =
        0;  // column of a backslash in the indentation: it counts, not what follows
    for (;; ++cursor_) {
      if (*cursor_ == ' ') {
        ++here.column;
        ++here.alternative_column;
      } else if (*cursor_ == '\t') {
        here.column = (here.column / 8 + 1) * 8;
        ++here.alternative_column;
      } else if (*cursor_ == '\f') {
        here = {};
      } else if (*cursor_ == '\\') {
        if (continued == 0) continued = here.column;
        if (!continue_line()) return false;
        --cursor_;
      } else {
        break;
      }
    }
    if (*cursor_ == '#') {
      cursor_ = end_of_line(cursor_);
      if (cursor_ == end_) {  // a comment that ends the text ends no block
        at_line_start_ = false;
        return true;
      }
    }
    if (*cursor_ == '\n') {
      ++cursor_;
      begin_line();
      continue;
    }
    at_line_start_ = false;
    if (continued != 0) here = {continued, continued};
    return change_indent(tokens, here.column, here.alternative_column);
  }
}

bool Lexer::change_indent(std::vector<Token>& tokens, uint32_t column,
                          uint32_t alternative_column) {
  const auto refuse_indent = [this](ErrorKind kind, std::string message, int32_t offset,
                                    int32_t end_offset) {
    LexicalError error;
    error.diagnostic.kind = kind;
    error.diagnostic.message = std::move(message);
    error.diagnostic.line = error.diagnostic.end_line = line_;
    error.diagnostic.text = line_text(line_, true);
    error.diagnostic.has_text = true;
    error.diagnostic.offset =
        offset != 0
            ? offset
            : static_cast<int32_t>(count_characters(error.diagnostic.text, std::string::npos));
    error.diagnostic.end_offset = end_offset;
    return refuse(std::move(error));
  };
  const auto refuse_mixture = [&] {
    return refuse_indent(ErrorKind::TabError, "inconsistent use of tabs and spaces in indentation",
                         1, 0);
  };

  const Indentation& top = indents_[indent_count_ - 1];
  if (column == top.column) {
    return alternative_column == top.alternative_column || refuse_mixture();
  }
  if (column > top.column) {
    if (indent_count_ == MaximumIndents) {
      return refuse_indent(ErrorKind::IndentationError, "too many levels of indentation", 1, 0);
    }
    if (alternative_column <= top.alternative_column) return refuse_mixture();
    indents_[indent_count_++] = {column, alternative_column};
    push_placeless(tokens, TokenKind::Indent);
    return true;
  }
  size_t count = indent_count_;
  while (column < indents_[count - 1].column) --count;
  if (column != indents_[count - 1].column) {
    return refuse_indent(ErrorKind::IndentationError,
                         "unindent does not match any outer indentation level", 0, -1);
  }
  if (alternative_column != indents_[count - 1].alternative_column) return refuse_mixture();
  for (; indent_count_ > count; --indent_count_) push_placeless(tokens, TokenKind::Dedent);
  return true;
}

void Lexer::push_placeless(std::vector<Token>& tokens, TokenKind kind) {
  push(tokens, kind, cursor_);
  tokens.back().line = current_line();
}

bool Lexer::scan_end(std::vector<Token>& tokens) {
  if (bracket_count_ > 0) return refuse_unclosed();
  for (; dedents_due_ > 0; --dedents_due_) push_placeless(tokens, TokenKind::Dedent);
  push_placeless(tokens, TokenKind::EndMarker);
  ended_ = true;
  return true;
}

// A backslash joins its line to the next.
bool Lexer::continue_line() {
  ++cursor_;
  if (*cursor_ == '\n') {
    ++cursor_;
    begin_line();
    return cursor_ != end_ || refuse_end();
  }
  const std::string_view text = lines_text(shown_from(line_), line_);
  const auto size = static_cast<size_t>(cursor_ - text.data()) + (cursor_ == end_ ? 0 : 1);
  LexicalError error;
  error.at_end_of_text = cursor_ == end_;
  error.diagnostic.message = "unexpected character after line continuation character";
  error.diagnostic.line = error.diagnostic.end_line = line_;
  error.diagnostic.text = text;
  error.diagnostic.has_text = true;
  error.diagnostic.offset = static_cast<int32_t>(count_characters(text, size));
  error.diagnostic.end_offset = 0;
  return refuse(std::move(error));
}

bool Lexer::scan_word(std::vector<Token>& tokens) {
  const char* start = cursor_;
  unsigned char all = 0;
  do {
    all |= static_cast<unsigned char>(*cursor_);
    ++cursor_;
  } while (is_class(*cursor_, WordPart));
  const auto size = static_cast<size_t>(cursor_ - start);

  if ((*cursor_ == '"' || *cursor_ == '\'') && size <= 2) {
    // A string's prefix: one of b, u, r, f in either case, or r with b or f in either order.
    const auto lower = [](char c) { return static_cast<char>(c | 0x20); };
    const char first = lower(start[0]);
    const char second = size == 2 ? lower(start[1]) : '\0';
    const bool single = first == 'b' || first == 'u' || first == 'r' || first == 'f';
    const bool pair = (first == 'r' && (second == 'b' || second == 'f')) ||
                      (second == 'r' && (first == 'b' || first == 'f'));
    if (size == 1 ? single : pair) return scan_string(tokens, start);
  }

  if (all >= 0x80) {
    if (!check_identifier(start)) return false;
    push(tokens, TokenKind::Name, start);
    tokens.back().trait = NameTrait::BeyondAscii;
    return true;
  }
  const Word word = classify_word(start, size);
  push(tokens, word.kind, start);
  tokens.back().trait = word.trait;
  return true;
}

// Words with characters beyond ASCII must be identifiers.
bool Lexer::check_identifier(const char* start) {
  std::string_view rest(start, static_cast<size_t>(cursor_ - start));
  bool first = true;
  while (!rest.empty()) {
    uint32_t character = 0;
    const size_t size = decode_character(rest, character);
    if (size == 0) {
      const std::string_view word(start, static_cast<size_t>(cursor_ - start));
      const auto fault = static_cast<size_t>(rest.data() - start);
      return refuse_up_to(rest.data() + 1, "(unicode error) " + describe_utf8_fault(word, fault));
    }
    if (!(first ? is_identifier_start(character) : is_identifier_part(character))) {
      cursor_ = rest.data() + size;
      char code[16];
      std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(character));
      if (!is_printable(character)) {
        return refuse_up_to(cursor_, std::string("invalid non-printable character ") + code);
      }
      return refuse_up_to(
          cursor_, "invalid character '" + std::string(rest.substr(0, size)) + "' (" + code + ")");
    }
    rest.remove_prefix(size);
    first = false;
  }
  return true;
}

// From the prefix at `start` (or the quote, which is where the cursor is) to the closing quote.
bool Lexer::scan_string(std::vector<Token>& tokens, const char* start) {
  const char quote = *cursor_;
  const uint32_t first_line = line_;
  const bool triple = cursor_[1] == quote && cursor_[2] == quote;
  cursor_ += triple ? 3 : 1;
  for (;;) {
    while (is_class(*cursor_, PlainText)) ++cursor_;
    const char c = *cursor_;
    if (c == quote) {
      ++cursor_;
      if (!triple) break;
      if (*cursor_ != quote || cursor_[1] != quote) continue;
      cursor_ += 2;
      break;
    }
    if (c == '\\' && cursor_ + 1 != end_) {
      cursor_ += 2;
      if (cursor_[-1] == '\n') begin_joined_line();
      continue;
    }
    if ((c == '\n' && !triple) || cursor_ == end_ || cursor_ + 1 == end_) {
      if (c == '\n' && triple) ++cursor_;
      // A quote of one line is beyond repair, unless a backslash opens another line.
      const bool at_end = triple || c == '\\' || cursor_[-1] == '\n';
      char message[80];
      std::snprintf(message, sizeof message, "unterminated %sstring literal (detected at line %u)",
                    triple ? "triple-quoted " : "", current_line());
      line_ = first_line;
      refuse_up_to(start + 1, message);
      error_->at_end_of_text = at_end;
      return false;
    }
    ++cursor_;
    if (c == '\n') begin_joined_line();
  }
  push(tokens, TokenKind::String, start);
  tokens.back().line = first_line;
  tokens.back().multiline = line_ != first_line;
  return true;
}

// ---- operators ----

bool Lexer::open_bracket(TokenKind kind) {
  if (bracket_count_ == MaximumBrackets) {
    return refuse_up_to(cursor_, "too many nested parentheses");
  }
  brackets_[bracket_count_++] = {kind, line_, offset_of(cursor_) - 1};
  return true;
}

bool Lexer::close_bracket(TokenKind kind) {
  const char closing = bracket_character(kind);
  if (bracket_count_ == 0) {
    return refuse_up_to(cursor_, std::string("unmatched '") + closing + "'");
  }
  const Bracket& opening = brackets_[bracket_count_ - 1];
  if (static_cast<int>(opening.kind) + 3 != static_cast<int>(kind)) {
    std::string message = std::string("closing parenthesis '") + closing +
                          "' does not match opening parenthesis '" +
                          bracket_character(opening.kind) + "'";
    if (opening.line != line_) message += " on line " + std::to_string(opening.line);
    return refuse_up_to(cursor_, message);
  }
  --bracket_count_;
  return true;
}

bool Lexer::scan_operator(std::vector<Token>& tokens) {
  const char* start = cursor_;
  const char c = *cursor_++;
  const auto then = [this](char expected) {
    if (*cursor_ != expected) return false;
    ++cursor_;
    return true;
  };
  TokenKind kind = TokenKind::Unknown;
  switch (c) {
    case '(':
      kind = TokenKind::LeftParen;
      if (!open_bracket(kind)) return false;
      break;
    case '[':
      kind = TokenKind::LeftBracket;
      if (!open_bracket(kind)) return false;
      break;
    case '{':
      kind = TokenKind::LeftBrace;
      if (!open_bracket(kind)) return false;
      break;
    case ')':
      kind = TokenKind::RightParen;
      if (!close_bracket(kind)) return false;
      break;
    case ']':
      kind = TokenKind::RightBracket;
      if (!close_bracket(kind)) return false;
      break;
    case '}':
      kind = TokenKind::RightBrace;
      if (!close_bracket(kind)) return false;
      break;
    case ',':
      kind = TokenKind::Comma;
      break;
    case ';':
      kind = TokenKind::Semicolon;
      break;
    case '~':
      kind = TokenKind::Tilde;
      break;
    case ':':
      kind = then('=') ? TokenKind::ColonEqual : TokenKind::Colon;
      break;
    case '.':
      kind = TokenKind::Dot;
      if (cursor_[0] == '.' && cursor_[1] == '.') {
        cursor_ += 2;
        kind = TokenKind::Ellipsis;
      }
      break;
    case '=':
      kind = then('=') ? TokenKind::EqualEqual : TokenKind::Equal;
      break;
    case '!':
      if (then('=')) kind = TokenKind::NotEqual;
      break;
    case '+':
      kind = then('=') ? TokenKind::PlusEqual : TokenKind::Plus;
      break;
    case '-':
      kind = then('=') ? TokenKind::MinusEqual : then('>') ? TokenKind::Arrow : TokenKind::Minus;
      break;
    case '*':
      if (then('*')) {
        kind = then('=') ? TokenKind::DoubleStarEqual : TokenKind::DoubleStar;
      } else {
        kind = then('=') ? TokenKind::StarEqual : TokenKind::Star;
      }
      break;
    case '/':
      if (then('/')) {
        kind = then('=') ? TokenKind::DoubleSlashEqual : TokenKind::DoubleSlash;
      } else {
        kind = then('=') ? TokenKind::SlashEqual : TokenKind::Slash;
      }
      break;
    case '%':
      kind = then('=') ? TokenKind::PercentEqual : TokenKind::Percent;
      break;
    case '@':
      kind = then('=') ? TokenKind::AtEqual : TokenKind::At;
      break;
    case '&':
      kind = then('=') ? TokenKind::AmpersandEqual : TokenKind::Ampersand;
      break;
    case '|':
      kind = then('=') ? TokenKind::BarEqual : TokenKind::Bar;
      break;
    case '^':
      kind = then('=') ? TokenKind::CaretEqual : TokenKind::Caret;
      break;
    case '<':
      if (then('<')) {
        kind = then('=') ? TokenKind::LeftShiftEqual : TokenKind::LeftShift;
      } else if (then('=')) {
        kind = TokenKind::LessEqual;
      } else if (!then('>')) {
        kind = TokenKind::Less;
      }
      break;
    case '>':
      if (then('>')) {
        kind = then('=') ? TokenKind::RightShiftEqual : TokenKind::RightShift;
      } else {
        kind = then('=') ? TokenKind::GreaterEqual : TokenKind::Greater;
      }
      break;
    default:
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
        char message[48];
        std::snprintf(message, sizeof message, "invalid non-printable character U+%04X",
                      static_cast<unsigned>(c));
        return refuse_up_to(cursor_, message);
      }
      break;
  }
  push(tokens, kind, start);
  return true;
}

}  // namespace weft::syntax
