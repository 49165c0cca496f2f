#pragma once

// The expressions of the syntax tree; see ast.h for what holds of all nodes.

#include <cassert>

#include "interpreter/syntax/ast_location.h"

namespace weft::syntax {

enum class ExpressionKind : uint8_t {
  BoolOp,
  NamedExpr,
  BinOp,
  UnaryOp,
  Lambda,
  IfExp,
  Dict,
  Set,
  ListComp,
  SetComp,
  DictComp,
  GeneratorExp,
  Await,
  Yield,
  YieldFrom,
  Compare,
  Call,
  FormattedValue,
  JoinedStr,
  Constant,
  Attribute,
  Subscript,
  Starred,
  Name,
  List,
  Tuple,
  Slice,
};

// What is done to the thing an expression names. Store and Del occur on Name, Attribute, Subscript,
// Starred, List and Tuple only; everything else is Load.
enum class ExpressionContext : uint8_t { Load, Store, Del };

enum class BoolOperator : uint8_t { And, Or };

enum class BinaryOperator : uint8_t {
  Add,
  Sub,
  Mult,
  MatMult,
  Div,
  Mod,
  Pow,
  LShift,
  RShift,
  BitOr,
  BitXor,
  BitAnd,
  FloorDiv,
};

enum class UnaryOperator : uint8_t { Invert, Not, UAdd, USub };

enum class CompareOperator : uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

struct Expression {
  Location location;
  ExpressionKind kind;
  ExpressionContext ctx = ExpressionContext::Load;
  uint16_t height = 1;  // of the tree below and including this node, patterns and lambdas included

  bool is(ExpressionKind wanted) const { return kind == wanted; }
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

// The base of a struct that serves exactly one kind of expression.
template <ExpressionKind OwnKind>
struct ExpressionOf : Expression {
  static constexpr bool holds(ExpressionKind kind) { return kind == OwnKind; }
};

struct Arg {
  Location location;
  std::string_view arg;
  Expression* annotation;  // or null
};

// The parameters of a function or lambda, in CPython's arrangement: `defaults` belong to the last
// parameters of posonlyargs + args, `kw_defaults` has one entry (or null) for each of kwonlyargs.
struct Arguments {
  Nodes<Arg> posonlyargs;
  Nodes<Arg> args;
  Arg* vararg = nullptr;  // or null
  Nodes<Arg> kwonlyargs;
  Expressions kw_defaults;  // each or null
  Arg* kwarg = nullptr;     // or null
  Expressions defaults;
};

struct Keyword {
  Location location;
  std::string_view arg;  // empty for `**value`
  Expression* value;
};

struct Comprehension {
  Expression* target;
  Expression* iter;
  Expressions ifs;
  bool is_async;
};

struct BoolOp : ExpressionOf<ExpressionKind::BoolOp> {
  BoolOperator op;
  Expressions values;  // at least two
};

struct NamedExpr : ExpressionOf<ExpressionKind::NamedExpr> {
  Expression* target;  // a Name
  Expression* value;
};

struct BinOp : ExpressionOf<ExpressionKind::BinOp> {
  Expression* left;
  BinaryOperator op;
  Expression* right;
};

struct UnaryOp : ExpressionOf<ExpressionKind::UnaryOp> {
  UnaryOperator op;
  Expression* operand;
};

struct Lambda : ExpressionOf<ExpressionKind::Lambda> {
  Arguments* args;
  Expression* body;
};

struct IfExp : ExpressionOf<ExpressionKind::IfExp> {
  Expression* test;
  Expression* body;
  Expression* orelse;
};

struct Dict : ExpressionOf<ExpressionKind::Dict> {
  Expressions keys;  // each or null, for `**value`
  Expressions values;
};

struct Set : ExpressionOf<ExpressionKind::Set> {
  Expressions elts;
};

// ListComp, SetComp and GeneratorExp.
struct ElementComp : Expression {
  static constexpr bool holds(ExpressionKind kind) {
    return kind == ExpressionKind::ListComp || kind == ExpressionKind::SetComp ||
           kind == ExpressionKind::GeneratorExp;
  }
  Expression* elt;
  Nodes<Comprehension> generators;
};

struct DictComp : ExpressionOf<ExpressionKind::DictComp> {
  Expression* key;
  Expression* value;
  Nodes<Comprehension> generators;
};

struct Await : ExpressionOf<ExpressionKind::Await> {
  Expression* value;
};

struct Yield : ExpressionOf<ExpressionKind::Yield> {
  Expression* value;  // or null
};

struct YieldFrom : ExpressionOf<ExpressionKind::YieldFrom> {
  Expression* value;
};

struct Compare : ExpressionOf<ExpressionKind::Compare> {
  Expression* left;
  std::span<const CompareOperator> ops;
  Expressions comparators;  // as many as ops
};

struct Call : ExpressionOf<ExpressionKind::Call> {
  Expression* func;
  Expressions args;  // positional, Starred for `*iterable`
  Nodes<Keyword> keywords;
};

struct FormattedValue : ExpressionOf<ExpressionKind::FormattedValue> {
  Expression* value;
  char conversion;          // 's', 'r', 'a', or 0 for none
  Expression* format_spec;  // a JoinedStr, or null
};

struct JoinedStr : ExpressionOf<ExpressionKind::JoinedStr> {
  Expressions values;  // Constant (str) and FormattedValue
};

enum class ConstantKind : uint8_t {
  None,
  True,
  False,
  Ellipsis,
  Int,      // fits `integer`
  BigInt,   // does not: `text` holds its digits in `base`, no underscores, prefix or leading zeros
  Float,    // `real`
  Complex,  // `real` is the imaginary part, the other is zero
  Str,      // `text`: UTF-8, but lone surrogates as three bytes each (WTF-8)
  Bytes,    // `text`
};

struct Constant : ExpressionOf<ExpressionKind::Constant> {
  ConstantKind value_kind;
  bool is_ascii;        // of Str: every byte of text is below 128
  bool unicode_prefix;  // of Str: written u'...' (ast.Constant.kind)
  uint8_t base;         // of BigInt: 2, 8, 10 or 16
  union {
    int64_t integer;
    double real;
  };
  std::string_view text;
};

struct Attribute : ExpressionOf<ExpressionKind::Attribute> {
  Expression* value;
  std::string_view attr;
};

struct Subscript : ExpressionOf<ExpressionKind::Subscript> {
  Expression* value;
  Expression* slice;
};

struct Starred : ExpressionOf<ExpressionKind::Starred> {
  Expression* value;
};

struct Name : ExpressionOf<ExpressionKind::Name> {
  std::string_view id;
};

struct List : ExpressionOf<ExpressionKind::List> {
  Expressions elts;
};

struct Tuple : ExpressionOf<ExpressionKind::Tuple> {
  Expressions elts;
};

struct Slice : ExpressionOf<ExpressionKind::Slice> {
  Expression* lower;  // or null
  Expression* upper;  // or null
  Expression* step;   // or null
};

}  // namespace weft::syntax
