#pragma once

// The bytes of a source to the text the lexer reads: UTF-8, lines ending in '\n', padded with NULs.
//
// Encodings: UTF-8, Latin-1 and ASCII, declared as PEP 263 says or by a byte order mark.

#include <optional>
#include <string_view>

#include "interpreter/syntax/arena.h"
#include "interpreter/syntax/diagnostic.h"
#include "interpreter/syntax/parser.h"

namespace weft::syntax {

struct SourceText {
  std::string_view text;  // in the arena, Lexer::Padding NULs behind it

  // False: bytes that are not UTF-8 were let pass. CPython decodes the bytes given to compile()
  // token by token, and so never looks at those in comments.
  bool is_utf8 = true;

  // The source is a str, or a declaration or byte order mark says how it is encoded.
  bool encoding_is_known = true;

  std::optional<Diagnostic> diagnostic;  // why there is no text
};

SourceText read_source(std::string_view source, std::string_view filename,
                       const ParseOptions& options, Arena& arena);

}  // namespace weft::syntax
