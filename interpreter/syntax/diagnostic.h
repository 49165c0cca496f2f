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
  MemoryError,       // the parser would recurse deeper than that: no place
};

struct Diagnostic {
  ErrorKind kind = ErrorKind::SyntaxError;
  std::string message;

  // The attributes of the SyntaxError: lines from 1, offsets from 1 in characters (or bytes, see
  // ParseContext).
  // CPython's own marks for "unknown" are kept: a line of 0 is no place at all, an end_offset of 0
  // or -1 draws a single caret.
  uint32_t line = 0;
  uint32_t end_line = 0;
  int32_t offset = 0;
  int32_t end_offset = 0;

  std::string text;       // the source line (UTF-8), mostly with its newline; may be empty
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
