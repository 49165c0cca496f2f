#pragma once

// What the parser has to say about a source it refuses, or accepts with a frown. The texts are
// those programs see from CPython 3.11, and so are the places.

#include <cstdint>
#include <string>

namespace weft::syntax {

// The exception that reports a refusal.
enum class ErrorKind : uint8_t {
  SyntaxError,
  IndentationError,  // a SyntaxError
  TabError,          // an IndentationError
  ValueError,        // "source code string cannot contain null bytes": no place, no source line
  RecursionError,    // the tree would be higher than ParseOptions::maximum_depth: no place
  MemoryError,       // the parse would nest deeper than ParseOptions::maximum_depth: no place
};

struct Diagnostic {
  ErrorKind kind = ErrorKind::SyntaxError;
  std::string message;

  // Where, as SyntaxError's attributes have it: lines from 1, offsets from 1 in characters (not
  // bytes); 0 where CPython has none (an end_offset of 0 draws one caret). line 0: no place at all.
  uint32_t line = 0;
  uint32_t offset = 0;
  uint32_t end_line = 0;
  uint32_t end_offset = 0;

  std::string text;       // the source line (UTF-8) with its newline, if it has one; may be empty
  bool has_text = false;  // false: SyntaxError.text is None

  // The source is a beginning that more input could complete: a prompt asks for the next line
  // instead of reporting.
  bool incomplete = false;
};

enum class WarningKind : uint8_t { DeprecationWarning, SyntaxWarning };

// A frown: the source is accepted. Becomes an exception only if the program's warning filters say
// so, which the parser knows nothing of.
struct Warning {
  WarningKind kind = WarningKind::DeprecationWarning;
  std::string message;
  uint32_t line = 0;
};

}  // namespace weft::syntax
