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

struct ParseOptions {
  ParseMode mode = ParseMode::Module;

  // The source is the UTF-8 of a str and not the bytes of a file: a coding declaration means
  // nothing, lone surrogates are refused by the caller. A byte order mark is skipped in both.
  bool source_is_text = false;

  // Whether the end of the source ends open blocks. A prompt says no: there a blank line does, and
  // until it comes the input is incomplete.
  bool end_closes_blocks = true;

  // The greatest height of an expression and the greatest depth to which the parser itself
  // recurses (it uses at most about a kilobyte of native stack a level).
  uint16_t maximum_depth = 3000;
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
