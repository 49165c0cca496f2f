#pragma once

// The syntax tree of one parsed source.
//
// What it is. Plain structs, one for each node of CPython's `ast` module with the same node and
// field names, so that whoever knows that module knows this file. A node begins with its place in
// the source and a kind; `as<T>()` is the checked down-cast from one of the three families
// (Statement, Expression, Pattern) to the struct of a kind, `is(Kind)` asks for the kind. There are
// no virtual functions and no visitors: consumers switch over `kind`.
//
// Kinds that differ in nothing but their name share a struct: FunctionDef serves FunctionDef and
// AsyncFunctionDef, For serves For and AsyncFor, With serves With and AsyncWith, Try serves Try and
// TryStar, ElementComp serves ListComp, SetComp and GeneratorExp. Look at `kind` to tell them
// apart.
//
// Lifetime. Every node, every span and every text lives in the arena of the ParseResult and dies
// with it at once; nodes have trivial destructors and own nothing.
//
// What may be absent. A pointer that CPython would give as None is nullptr; an absent name is an
// empty view (no identifier is empty); spans are empty, never null-ish. Pointers not commented as
// "or null" are never null.
//
// Names (Name::id, Attribute::attr, Arg::arg, Alias::name ...) are UTF-8, already normalised to
// NFKC, and unique within one parse: two names are equal exactly when their data() pointers are. So
// a consumer may key its tables by pointer. (Alias::name and ImportFrom::module may be dotted and
// are unique in that whole form.) Private names are not yet mangled.
//
// Places are CPython's: lines from 1, columns from 0 in UTF-8 bytes, end exclusive. Within the
// replacement fields of an f-string they are those of CPython 3.11 as far as they make sense.
//
// Depth. Consumers may recurse over the tree without counting: no Expression or Pattern is higher
// than ParseOptions::maximum_depth (its own `height` says how high it is, a leaf being 1; a
// left-deep chain of a thousand `+` is a tree a thousand high), and blocks nest at most 100 deep,
// the limit of the language on indentation. The one exception are the chains of `elif`, which like
// CPython's are an If as the only statement of `orelse`, and which may be of any length: walk them
// with `elif_of` in a loop.
//
// Read ast_expression.h, ast_pattern.h, ast_statement.h.

#include "interpreter/syntax/ast_expression.h"
#include "interpreter/syntax/ast_pattern.h"
#include "interpreter/syntax/ast_statement.h"

namespace weft::syntax {

// What compile() calls 'exec', 'eval' and 'single'.
enum class ParseMode : uint8_t { Module, Expression, Single };

struct Module {
  ParseMode mode;
  Statements body;         // of Module and Single
  Expression* expression;  // of Expression, else null
};

}  // namespace weft::syntax
