#pragma once

// The way in: source bytes to syntax tree.
//
//   ParseResult result = parse(bytes, "name.py", {.mode = ParseMode::Module});
//   if (!result.ok()) report(*result.diagnostic); else compile(*result.module);
//
// Never recurses deeper than its options allow, never throws (std::bad_alloc aside), keeps no state
// between calls. Errors that need scopes ('return' outside function, duplicate arguments, nonlocal
// at module level, misplaced `from __future__`, 'await' outside function, assignment to __debug__)
// belong to the compiler.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "interpreter/syntax/arena.h"
#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/diagnostic.h"

namespace weft::syntax {

// Where the bytes come from decides how they are decoded and how a failure to do so is worded.
enum class SourceOrigin : uint8_t {
  File,   // the bytes of a file: a coding declaration or byte order mark counts
  Bytes,  // a bytes object given to compile(): the same, other words
  Text,   // the UTF-8 of a str: already decoded, declarations mean nothing
};

struct ParseOptions {
  ParseMode mode = ParseMode::Module;
  SourceOrigin origin = SourceOrigin::File;

  // Whether the end of the source ends the blocks that are open there (compile() without
  // PyCF_DONT_IMPLY_DEDENT). A prompt, in mode Single, says no and gives what was typed without its
  // last newline: then an open block makes the source incomplete until an empty line was typed.
  bool end_closes_blocks = true;

  // The greatest height of an expression and the greatest depth to which the parser itself
  // recurses (it uses well below a kilobyte of native stack a level).
  uint16_t maximum_depth = 3000;

  // Longest decimal integer literal, as sys.set_int_max_str_digits; 0 is no limit.
  uint32_t maximum_integer_digits = 4300;
};

struct ParseResult {
  Arena arena;
  const Module* module = nullptr;  // in the arena; null if the source was refused
  std::optional<Diagnostic> diagnostic;
  std::vector<Warning> warnings;  // in the order of the source

  bool ok() const { return module != nullptr; }
};

// Parses a whole source. `filename` is used in no message but those CPython puts it in.
[[nodiscard]] ParseResult parse(std::string_view source, std::string_view filename,
                                const ParseOptions& options = {});

}  // namespace weft::syntax
