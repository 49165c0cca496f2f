#pragma once

// The tokens the lexer cuts a source into.

#include <cstdint>

namespace weft::syntax {

enum class TokenKind : uint8_t {
  EndMarker,
  Newline,
  Indent,
  Dedent,
  Name,
  Number,
  String,
  Error,    // the source cannot be cut further: Lexer::error() says why
  Unknown,  // a character or operator that the grammar has no use for: $ ? ! ` <>

  LeftParen,
  LeftBracket,
  LeftBrace,
  RightParen,
  RightBracket,
  RightBrace,
  Colon,
  Comma,
  Semicolon,
  Dot,
  Ellipsis,
  Arrow,
  ColonEqual,
  Equal,
  At,
  Plus,
  Minus,
  Star,
  DoubleStar,
  Slash,
  DoubleSlash,
  Percent,
  LeftShift,
  RightShift,
  Ampersand,
  Bar,
  Caret,
  Tilde,
  Less,
  Greater,
  LessEqual,
  GreaterEqual,
  EqualEqual,
  NotEqual,

  // Augmented assignments, in the order of BinaryOperator.
  PlusEqual,
  MinusEqual,
  StarEqual,
  AtEqual,
  SlashEqual,
  PercentEqual,
  DoubleStarEqual,
  LeftShiftEqual,
  RightShiftEqual,
  BarEqual,
  CaretEqual,
  AmpersandEqual,
  DoubleSlashEqual,

  // Keywords.
  False,
  None,
  True,
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
  Yield,
};

// What a Name also is: a word that is a keyword in some places only, or a word beyond ASCII, which
// must be normalised before use.
enum class NameTrait : uint8_t { Plain, Underscore, Case, Match, BeyondAscii };

// Sixteen bytes, so that lookahead is cheap. Offsets are bytes from the beginning of the lexer's
// text. Indent, Dedent and EndMarker have no text: start and end are where the lexer stood.
struct Token {
  uint32_t start;
  uint32_t end;
  uint32_t line;  // of start
  TokenKind kind;
  uint8_t level;    // open brackets after this token
  NameTrait trait;  // of a Name
  bool multiline;   // of a String: ends on a later line
};
static_assert(sizeof(Token) == 16);

}  // namespace weft::syntax
