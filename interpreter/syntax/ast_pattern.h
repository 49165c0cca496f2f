#pragma once

// The patterns of `case`; see ast.h for what holds of all nodes.

#include "interpreter/syntax/ast_expression.h"

namespace weft::syntax {

enum class PatternKind : uint8_t {
  MatchValue,
  MatchSingleton,
  MatchSequence,
  MatchMapping,
  MatchClass,
  MatchStar,
  MatchAs,
  MatchOr,
};

struct Pattern {
  Location location;
  PatternKind kind;
  uint16_t height = 1;  // as Expression::height

  bool is(PatternKind wanted) const { return kind == wanted; }
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

template <PatternKind OwnKind>
struct PatternOf : Pattern {
  static constexpr bool holds(PatternKind kind) { return kind == OwnKind; }
};

struct MatchValue : PatternOf<PatternKind::MatchValue> {
  Expression* value;
};

struct MatchSingleton : PatternOf<PatternKind::MatchSingleton> {
  ConstantKind value;  // None, True or False
};

struct MatchSequence : PatternOf<PatternKind::MatchSequence> {
  Patterns patterns;
};

struct MatchMapping : PatternOf<PatternKind::MatchMapping> {
  Expressions keys;
  Patterns patterns;      // as many as keys
  std::string_view rest;  // empty if there is no `**rest`
};

struct MatchClass : PatternOf<PatternKind::MatchClass> {
  Expression* cls;
  Patterns patterns;
  Names kwd_attrs;
  Patterns kwd_patterns;  // as many as kwd_attrs
};

struct MatchStar : PatternOf<PatternKind::MatchStar> {
  std::string_view name;  // empty for `*_`
};

struct MatchAs : PatternOf<PatternKind::MatchAs> {
  Pattern* pattern;       // or null: a capture, or with an empty name the wildcard
  std::string_view name;  // empty for `_`
};

struct MatchOr : PatternOf<PatternKind::MatchOr> {
  Patterns patterns;  // at least two
};

}  // namespace weft::syntax
