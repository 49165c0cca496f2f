// SyntaxWarnings: code that compiles but can hardly be meant.
//
// They are collected while compiling and written to sys.stderr at the end, as CPython's default
// filters show them.
#pragma once

#include <string_view>

#include "interpreter/compiler/compilation.h"
#include "interpreter/syntax/diagnostic.h"

namespace weft::compiler {

// `1()`, `[a, b](c)`: a comma is missing.
void warn_about_call(Compilation& compilation, const syntax::Call* node);
// `(1)[0]`, `[a][b, c]`.
void warn_about_subscript(Compilation& compilation, const syntax::Subscript* node);
// `x is "literal"`.
void warn_about_comparison(Compilation& compilation, const syntax::Compare* node);
// `assert (condition, "message")`.
void warn_about_assertion(Compilation& compilation, const syntax::Assert* node);

// Writes what the parser and the compiler collected. Never fails.
void show_warnings(Compilation& compilation, const std::vector<syntax::Warning>& parser_warnings,
                   std::string_view source);

// Line `number` of the source with its newline; empty if there is none.
std::string source_line(std::string_view source, uint32_t number);
// Whether the source is that of a file one can look at, so that messages show the line.
bool is_readable_file(std::string_view filename);

}  // namespace weft::compiler
