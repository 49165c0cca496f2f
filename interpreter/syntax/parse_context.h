#pragma once

// What the parser of a source shares with those of the f-string expressions inside it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "interpreter/syntax/arena.h"
#include "interpreter/syntax/diagnostic.h"
#include "interpreter/syntax/name_table.h"
#include "interpreter/syntax/parser.h"

namespace weft::syntax {

struct ParseContext {
  const ParseOptions& options;
  Arena& arena;
  std::vector<Warning>* warnings;
  std::vector<Warning> unheard_warnings{};  // of second passes, which say everything again
  NameTable names{};
  std::optional<Diagnostic> diagnostic{};  // the first fault raised; nothing is read after it
  std::vector<void*> scratch{};            // children of unfinished nodes, a stack
  std::vector<void*> keyword_scratch{};    // the same of keywords
  std::string buffer{};                    // for passing use
  unsigned depth = 0;                      // of recursion
  bool text_is_utf8 = true;  // false: undecoded bytes may hide in comments, strings and names
  // Whether the grammar's messages count characters or, as CPython does where nothing declares the
  // encoding of the bytes, bytes.
  bool columns_are_characters = true;
};

}  // namespace weft::syntax
