#include "interpreter/syntax/grammar_tools.h"

// What can be no target of an assignment, a loop or `del`, and how it is called.

namespace weft::syntax {

// CPython's names for what cannot be assigned to.
const char* Grammar::description_of(const Expression* expression) {
  switch (expression->kind) {
    case ExpressionKind::Attribute:
      return "attribute";
    case ExpressionKind::Subscript:
      return "subscript";
    case ExpressionKind::Starred:
      return "starred";
    case ExpressionKind::Name:
      return "name";
    case ExpressionKind::List:
      return "list";
    case ExpressionKind::Tuple:
      return "tuple";
    case ExpressionKind::Lambda:
      return "lambda";
    case ExpressionKind::Call:
      return "function call";
    case ExpressionKind::BoolOp:
    case ExpressionKind::BinOp:
    case ExpressionKind::UnaryOp:
      return "expression";
    case ExpressionKind::GeneratorExp:
      return "generator expression";
    case ExpressionKind::Yield:
    case ExpressionKind::YieldFrom:
      return "yield expression";
    case ExpressionKind::Await:
      return "await expression";
    case ExpressionKind::ListComp:
      return "list comprehension";
    case ExpressionKind::SetComp:
      return "set comprehension";
    case ExpressionKind::DictComp:
      return "dict comprehension";
    case ExpressionKind::Dict:
      return "dict literal";
    case ExpressionKind::Set:
      return "set display";
    case ExpressionKind::JoinedStr:
    case ExpressionKind::FormattedValue:
      return "f-string expression";
    case ExpressionKind::Constant:
      switch (expression->as<Constant>()->value_kind) {
        case ConstantKind::None:
          return "None";
        case ConstantKind::False:
          return "False";
        case ConstantKind::True:
          return "True";
        case ConstantKind::Ellipsis:
          return "ellipsis";
        default:
          return "literal";
      }
    case ExpressionKind::Compare:
      return "comparison";
    case ExpressionKind::IfExp:
      return "conditional expression";
    case ExpressionKind::NamedExpr:
      return "named expression";
    case ExpressionKind::Slice:
      return "slice";
  }
  return "expression";
}

namespace {

// The part of an expression that cannot be a target, or null.
const Expression* find_invalid_target(const Expression* expression, bool deleted, bool iterated) {
  switch (expression->kind) {
    case ExpressionKind::List:
    case ExpressionKind::Tuple: {
      const Expressions elements = expression->is(ExpressionKind::List)
                                       ? expression->as<List>()->elts
                                       : expression->as<Tuple>()->elts;
      for (const Expression* element : elements) {
        if (const Expression* found = find_invalid_target(element, deleted, iterated)) return found;
      }
      return nullptr;
    }
    case ExpressionKind::Starred:
      if (deleted) return expression;
      return find_invalid_target(expression->as<Starred>()->value, deleted, iterated);
    case ExpressionKind::Compare:
      if (iterated) {  // `for a in b` read as an expression is a comparison
        const Compare* compare = expression->as<Compare>();
        if (compare->ops[0] != CompareOperator::In) return nullptr;
        return find_invalid_target(compare->left, deleted, iterated);
      }
      return expression;
    case ExpressionKind::Name:
    case ExpressionKind::Subscript:
    case ExpressionKind::Attribute:
      return nullptr;
    default:
      return expression;
  }
}

}  // namespace

std::nullptr_t Grammar::raise_invalid_target(Target target, const Expression* expression) {
  const Expression* culprit =
      find_invalid_target(expression, target == Target::Deleted, target == Target::Iterated);
  if (culprit == nullptr) return nullptr;
  const char* verb = target == Target::Deleted ? "delete " : "assign to ";
  return raise_at(culprit->location, std::string("cannot ") + verb + description_of(culprit));
}

}  // namespace weft::syntax
