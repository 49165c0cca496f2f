#pragma once

// Adjacent string tokens to one expression: a str or bytes Constant, or a JoinedStr.
//
// The replacement fields of f-strings are read as CPython 3.11 reads them: their text is found
// first, by rules simpler than Python's (no backslash, no '#', quotes and brackets must match), and
// is then parsed by a Grammar of its own as if it stood in round brackets.

#include <string>
#include <string_view>

#include "interpreter/syntax/grammar.h"
#include "interpreter/syntax/literals.h"

namespace weft::syntax {

class StringParser {
 public:
  // `location` is that of all the tokens together, and becomes that of every node made (but within
  // a format specification that of its token does).
  StringParser(Grammar& grammar, const Location& location);

  // The tokens from index `first` to before `last`. Null: raised.
  Expression* parse(size_t first, size_t last);

 private:
  // A token taken apart.
  struct Body {
    std::string_view text;  // between the quotes
    bool is_raw = false;
    bool is_bytes = false;
    bool is_format = false;
  };
  struct Pieces;

  Body open(const Token& token) const;
  Expression* parse_single(const Body& body);
  bool add_body(const Body& body, std::string& result);
  bool decode(std::string_view text, bool is_bytes, std::string& result);

  bool parse_pieces(Pieces& pieces, int level);
  bool parse_literal(Pieces& pieces, int level);
  FormattedValue* parse_field(Pieces& pieces, int level);
  bool find_field_end();
  void move_place_to(const char* point);
  Expression* parse_field_expression(const char* begin, const char* end);
  Expression* finish_joined(Pieces& pieces);

  Constant* make_text(std::string_view text);  // which must be in the arena
  Constant* make_bytes(std::string_view bytes);
  std::nullptr_t raise(std::string message) { return grammar_.raise_here(std::move(message)); }
  void report_escapes();

  Grammar& grammar_;
  ParseContext& context_;
  EscapeDecoder decoder_;
  Location location_;
  bool unicode_prefix_ = false;

  // The token being read, and within an f-string how far.
  const Token* token_ = nullptr;
  Body body_;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  const char* placed_ = nullptr;  // the point in the token whose place is place_
  Place place_{};
};

}  // namespace weft::syntax
