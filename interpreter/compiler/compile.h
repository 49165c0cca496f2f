// Source text to code object.
#pragma once

#include <string_view>

#include "interpreter/objects/code.h"
#include "interpreter/syntax/parser.h"

namespace weft::compiler {

enum class CompileMode : uint8_t { Module, Expression, Interactive };

struct CompileOptions {
  CompileMode mode = CompileMode::Module;
  uint32_t inherited_future_flags = 0;  // CodeFlags bits such as FutureAnnotations
  // As the command line's -O: from 1 on asserts are left out and __debug__ is False, from 2 on
  // docstrings are left out too.
  uint8_t optimisation = 0;
  // See syntax::ParseOptions.
  bool end_closes_blocks = true;
  // A source that more input could complete is refused as "incomplete input".
  bool tells_incomplete_input = false;
  // Whether the source is bytes, which may declare their encoding, or the UTF-8 of a str.
  syntax::SourceOrigin origin = syntax::SourceOrigin::File;
};

// Parses and compiles. Null with SyntaxError (or a subclass, MemoryError, ValueError…) pending in
// the thread, its filename, lineno, offset, text, end_lineno and end_offset set as CPython's.
// `filename` is copied.
[[nodiscard]] Code* compile_source(Thread& thread, std::string_view source,
                                   std::string_view filename, const CompileOptions& options);

}  // namespace weft::compiler
