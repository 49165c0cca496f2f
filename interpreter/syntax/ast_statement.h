#pragma once

// The statements of the syntax tree; see ast.h for what holds of all nodes.

#include "interpreter/syntax/ast_expression.h"
#include "interpreter/syntax/ast_pattern.h"

namespace weft::syntax {

enum class StatementKind : uint8_t {
  FunctionDef,
  AsyncFunctionDef,
  ClassDef,
  Return,
  Delete,
  Assign,
  AugAssign,
  AnnAssign,
  For,
  AsyncFor,
  While,
  If,
  With,
  AsyncWith,
  Match,
  Raise,
  Try,
  TryStar,
  Assert,
  Import,
  ImportFrom,
  Global,
  Nonlocal,
  Expr,
  Pass,
  Break,
  Continue,
};

struct Statement {
  Location location;  // of a decorated function or class: of its `def` or `class`, as CPython's
  StatementKind kind;

  bool is(StatementKind wanted) const { return kind == wanted; }
  template <class T>
  T* as() {
    assert(T::holds(kind));
    return static_cast<T*>(this);
  }
  template <class T>
  const T* as() const {
    assert(T::holds(kind));
    return static_cast<const T*>(this);
  }
};

template <StatementKind... OwnKinds>
struct StatementOf : Statement {
  static constexpr bool holds(StatementKind kind) { return ((kind == OwnKinds) || ...); }
};

struct Alias {
  Location location;
  std::string_view name;    // dotted, or "*"
  std::string_view asname;  // or empty
};

struct WithItem {
  Expression* context_expr;
  Expression* optional_vars;  // or null
};

struct MatchCase {
  Pattern* pattern;
  Expression* guard;  // or null
  Statements body;
};

struct ExceptHandler {
  Location location;
  Expression* type;       // or null
  std::string_view name;  // or empty
  Statements body;
};

struct FunctionDef : StatementOf<StatementKind::FunctionDef, StatementKind::AsyncFunctionDef> {
  std::string_view name;
  Arguments* args;
  Statements body;
  Expressions decorator_list;
  Expression* returns;  // or null
};

struct ClassDef : StatementOf<StatementKind::ClassDef> {
  std::string_view name;
  Expressions bases;
  Nodes<Keyword> keywords;
  Statements body;
  Expressions decorator_list;
};

struct Return : StatementOf<StatementKind::Return> {
  Expression* value;  // or null
};

struct Delete : StatementOf<StatementKind::Delete> {
  Expressions targets;
};

struct Assign : StatementOf<StatementKind::Assign> {
  Expressions targets;
  Expression* value;
};

struct AugAssign : StatementOf<StatementKind::AugAssign> {
  Expression* target;
  BinaryOperator op;
  Expression* value;
};

struct AnnAssign : StatementOf<StatementKind::AnnAssign> {
  Expression* target;
  Expression* annotation;
  Expression* value;  // or null
  bool simple;        // the target is a bare name without parentheses
};

struct For : StatementOf<StatementKind::For, StatementKind::AsyncFor> {
  Expression* target;
  Expression* iter;
  Statements body;
  Statements orelse;
};

struct While : StatementOf<StatementKind::While> {
  Expression* test;
  Statements body;
  Statements orelse;
};

struct If : StatementOf<StatementKind::If> {
  Expression* test;
  Statements body;
  Statements orelse;
};

struct With : StatementOf<StatementKind::With, StatementKind::AsyncWith> {
  Nodes<WithItem> items;
  Statements body;
};

struct Match : StatementOf<StatementKind::Match> {
  Expression* subject;
  Nodes<MatchCase> cases;
};

struct Raise : StatementOf<StatementKind::Raise> {
  Expression* exc;    // or null
  Expression* cause;  // or null
};

struct Try : StatementOf<StatementKind::Try, StatementKind::TryStar> {
  Statements body;
  Nodes<ExceptHandler> handlers;
  Statements orelse;
  Statements finalbody;
};

struct Assert : StatementOf<StatementKind::Assert> {
  Expression* test;
  Expression* msg;  // or null
};

struct Import : StatementOf<StatementKind::Import> {
  Nodes<Alias> names;
};

struct ImportFrom : StatementOf<StatementKind::ImportFrom> {
  std::string_view module;  // empty for `from . import name`
  Nodes<Alias> names;
  uint32_t level;  // number of leading dots
};

struct Global : StatementOf<StatementKind::Global> {
  Names names;
};

struct Nonlocal : StatementOf<StatementKind::Nonlocal> {
  Names names;
};

struct Expr : StatementOf<StatementKind::Expr> {
  Expression* value;
};

struct Pass : StatementOf<StatementKind::Pass> {};
struct Break : StatementOf<StatementKind::Break> {};
struct Continue : StatementOf<StatementKind::Continue> {};

// The next link of a chain of `elif`: the If that is all of `orelse`, or null. (`else:` followed by
// a lone `if` is the same tree.)
inline If* elif_of(const If& statement) {
  if (statement.orelse.size() != 1 || !statement.orelse[0]->is(StatementKind::If)) return nullptr;
  return statement.orelse[0]->as<If>();
}

}  // namespace weft::syntax
