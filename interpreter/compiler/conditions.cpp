// Comparisons, and expressions of which only the truth matters: those become jumps, and no boolean
// is made.
#include "interpreter/compiler/code_generator.h"
#include "interpreter/compiler/warnings.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/set.h"

namespace weft::compiler {

using syntax::CompareOperator;
using syntax::ExpressionKind;

namespace {

struct TestForm {
  Opcode plain;
  Opcode with_constant;  // Nop: none
  bool inverted;         // the instruction tests the opposite
};

TestForm test_form(CompareOperator op) {
  switch (op) {
    case CompareOperator::Eq:
      return {Opcode::TestEq, Opcode::TestEqK, false};
    case CompareOperator::NotEq:
      return {Opcode::TestNe, Opcode::TestNeK, false};
    case CompareOperator::Lt:
      return {Opcode::TestLt, Opcode::TestLtK, false};
    case CompareOperator::LtE:
      return {Opcode::TestLe, Opcode::TestLeK, false};
    case CompareOperator::Gt:
      return {Opcode::TestGt, Opcode::TestGtK, false};
    case CompareOperator::GtE:
      return {Opcode::TestGe, Opcode::TestGeK, false};
    case CompareOperator::Is:
      return {Opcode::TestIs, Opcode::TestIsK, false};
    case CompareOperator::IsNot:
      return {Opcode::TestIs, Opcode::TestIsK, true};
    case CompareOperator::In:
      return {Opcode::TestIn, Opcode::Nop, false};
    case CompareOperator::NotIn:
      return {Opcode::TestIn, Opcode::Nop, true};
  }
  return {Opcode::Nop, Opcode::Nop, false};
}

Opcode value_form(CompareOperator op, bool inverted) {
  switch (op) {
    case CompareOperator::Eq:
      return Opcode::Eq;
    case CompareOperator::NotEq:
      return Opcode::Ne;
    case CompareOperator::Lt:
      return Opcode::Lt;
    case CompareOperator::LtE:
      return Opcode::Le;
    case CompareOperator::Gt:
      return Opcode::Gt;
    case CompareOperator::GtE:
      return Opcode::Ge;
    case CompareOperator::Is:
      return inverted ? Opcode::IsNot : Opcode::Is;
    case CompareOperator::IsNot:
      return inverted ? Opcode::Is : Opcode::IsNot;
    case CompareOperator::In:
      return inverted ? Opcode::NotIn : Opcode::In;
    case CompareOperator::NotIn:
      return inverted ? Opcode::In : Opcode::NotIn;
  }
  return Opcode::Nop;
}

bool is_containment(CompareOperator op) {
  return op == CompareOperator::In || op == CompareOperator::NotIn;
}

}  // namespace

// The right side of comparison number `index`. What is only searched through can be a constant
// where it is written as a list or set of constants.
Operand CodeGenerator::comparator(syntax::Compare* node, size_t index) {
  syntax::Expression* right = node->comparators[index];
  if (!is_containment(node->ops[index])) return value(right, Anywhere);
  if (right->is(ExpressionKind::List)) {
    const Value tuple = fold_tuple(compilation_, right->as<syntax::List>()->elts);
    if (!tuple.is_unset()) return Operand::of_constant(tuple);
  } else if (right->is(ExpressionKind::Set)) {
    const Value tuple = fold_tuple(compilation_, right->as<syntax::Set>()->elts);
    if (!tuple.is_unset()) {
      if (weft::Set* set = frozenset_from_iterable(thread(), tuple); check(set)) {
        return Operand::of_constant(Value::cell(set));
      }
    }
  }
  return value(right, Anywhere);
}

Operand CodeGenerator::simple_compare_value(syntax::Compare* node, bool inverted,
                                            Destination destination) {
  FunctionBuilder& b = *builder_;
  warn_about_comparison(compilation_, node);
  const Register mark = b.top();
  const Operand left = stable(node->left, node->comparators[0]);
  const Operand right = comparator(node, 0);
  const Register left_register = to_register(left);
  const Register right_register = to_register(right);
  const Register result = result_register(destination, mark);
  b.at(node->location);
  b.emit(value_form(node->ops[0], inverted), result, left_register, right_register);
  return produced(destination, result);
}

// The middle operand of a chain, out of the way: however long the chain, two registers do.
Operand CodeGenerator::keep_middle(Operand operand, Register mark) {
  if (!operand.is_temporary()) {
    builder_->release_to(mark);
    return operand;
  }
  if (operand.reg > mark + 1) {
    move(mark, operand.reg);
    operand.reg = mark;
  }
  builder_->release_to(operand.reg + 1);
  return operand;
}

Operand CodeGenerator::compare_value(syntax::Compare* node, Destination destination) {
  if (node->ops.size() == 1) return simple_compare_value(node, false, destination);
  warn_about_comparison(compilation_, node);
  FunctionBuilder& b = *builder_;
  // a < b < c is (a < b) and (b < c) with b evaluated once. The result stays in the lowest
  // temporary, the operands lie above.
  const bool in_temporary = !destination.is_any() && !b.is_local(destination.reg);
  const Register result = in_temporary ? destination.reg : b.allocate();
  const Register mark = b.top();
  Label end;
  Operand left = stable(node->left, node->comparators[0]);
  for (size_t i = 0; i < node->ops.size(); ++i) {
    const bool is_last = i + 1 == node->ops.size();
    Operand right = comparator(node, i);
    if (!is_last) right = keep_from(right, node->comparators[i + 1]);
    const Register left_register = to_register(left);
    const Register right_register = to_register(right);
    b.at(node->location);
    b.emit(value_form(node->ops[i], false), result, left_register, right_register);
    if (is_last) break;
    b.branch(Opcode::TestTrue, 0, result, 0, end);
    left = keep_middle(right.is_constant() ? Operand::of_temporary(right_register) : right, mark);
  }
  b.bind(end);
  b.release_to(mark);
  return in_temporary ? Operand::of_temporary(result) : hand_over(result, destination);
}

void CodeGenerator::compare_branch(CompareOperator op, Operand left, Operand right, bool sense,
                                   Label& target) {
  FunctionBuilder& b = *builder_;
  const TestForm form = test_form(op);
  const uint32_t flag = sense != form.inverted ? 1 : 0;
  const Register left_register = to_register(left);
  if (form.with_constant != Opcode::Nop && right.is_constant()) {
    const bool by_identity = form.plain == Opcode::TestIs;
    // Identity with a constant of many instances is not the compiler's to decide.
    const uint32_t constant =
        by_identity && right.constant.is_cell() ? NoIndex : b.short_constant(right.constant);
    if (constant != NoIndex) {
      b.branch(form.with_constant, flag, left_register, constant, target);
      return;
    }
  }
  b.branch(form.plain, flag, left_register, to_register(right), target);
}

void CodeGenerator::compare_condition(syntax::Compare* node, bool sense, Label& target) {
  warn_about_comparison(compilation_, node);
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  Label skip;
  Operand left = stable(node->left, node->comparators[0]);
  for (size_t i = 0; i < node->ops.size(); ++i) {
    const bool is_last = i + 1 == node->ops.size();
    Operand right = comparator(node, i);
    if (!is_last) right = keep_from(right, node->comparators[i + 1]);
    b.at(node->location);
    if (is_last) {
      compare_branch(node->ops[i], left, right, sense, target);
      break;
    }
    if (right.is_constant()) right = Operand::of_temporary(to_register(right));
    compare_branch(node->ops[i], left, right, false, sense ? skip : target);
    left = keep_middle(right, mark);
  }
  b.bind(skip);
  b.release_to(mark);
}

void CodeGenerator::condition(syntax::Expression* node, bool sense, Label& target) {
  FunctionBuilder& b = *builder_;
  if (!compilation_.may_go_on()) return;
  // Asking for a truth is told of the statement or expression that asks.
  const syntax::Location asking = b.location();
  switch (node->kind) {
    case ExpressionKind::UnaryOp:
      if (node->as<syntax::UnaryOp>()->op != syntax::UnaryOperator::Not) break;
      condition(node->as<syntax::UnaryOp>()->operand, !sense, target);
      return;
    case ExpressionKind::BoolOp: {
      const auto* operation = node->as<syntax::BoolOp>();
      const bool decides = operation->op == syntax::BoolOperator::Or;
      Label skip;
      const size_t last = operation->values.size() - 1;
      for (size_t i = 0; i < last; ++i) {
        condition(operation->values[i], decides, decides == sense ? target : skip);
        b.at(asking);
      }
      condition(operation->values[last], sense, target);
      b.bind(skip);
      return;
    }
    case ExpressionKind::Compare:
      compare_condition(node->as<syntax::Compare>(), sense, target);
      return;
    case ExpressionKind::IfExp: {
      const auto* choice = node->as<syntax::IfExp>();
      Label otherwise;
      Label end;
      condition(choice->test, false, otherwise);
      b.at(asking);
      condition(choice->body, sense, target);
      b.jump(end);
      b.bind(otherwise);
      b.at(asking);
      condition(choice->orelse, sense, target);
      b.bind(end);
      return;
    }
    default:
      break;
  }
  const Register mark = b.top();
  const Operand operand = value(node, Anywhere);
  b.at(asking);
  if (operand.is_constant()) {
    if (!compilation_.failed() && is_true_constant(compilation_, operand.constant) == sense) {
      b.jump(target);
    }
    return;
  }
  b.branch(Opcode::TestTrue, sense ? 1 : 0, operand.reg, 0, target);
  b.release_to(mark);
}

}  // namespace weft::compiler
