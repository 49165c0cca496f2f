// Expressions, but displays, calls, comparisons, comprehensions and names.
#include "interpreter/compiler/code_generator.h"
#include "interpreter/compiler/warnings.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/slice.h"

namespace weft::compiler {

using syntax::ExpressionKind;

namespace {

// From this register on an expression is evaluated with the temporaries below it set aside in far
// registers: nesting is limited by the parser, not by the number of registers.
constexpr Register SpillThreshold = 216;
constexpr uint32_t FewestToSpill = 8;

Opcode plain_opcode(syntax::BinaryOperator op) {
  switch (op) {
    case syntax::BinaryOperator::Add:
      return Opcode::Add;
    case syntax::BinaryOperator::Sub:
      return Opcode::Sub;
    case syntax::BinaryOperator::Mult:
      return Opcode::Mul;
    case syntax::BinaryOperator::MatMult:
      return Opcode::MatMul;
    case syntax::BinaryOperator::Div:
      return Opcode::TrueDiv;
    case syntax::BinaryOperator::Mod:
      return Opcode::Mod;
    case syntax::BinaryOperator::Pow:
      return Opcode::Pow;
    case syntax::BinaryOperator::LShift:
      return Opcode::LShift;
    case syntax::BinaryOperator::RShift:
      return Opcode::RShift;
    case syntax::BinaryOperator::BitOr:
      return Opcode::Or;
    case syntax::BinaryOperator::BitXor:
      return Opcode::Xor;
    case syntax::BinaryOperator::BitAnd:
      return Opcode::And;
    case syntax::BinaryOperator::FloorDiv:
      return Opcode::FloorDiv;
  }
  return Opcode::Nop;
}

// The list declares each operator as Add, AddK, InPlaceAdd, InPlaceAddK.
Opcode variant(Opcode plain, bool in_place, bool constant_right) {
  return static_cast<Opcode>(static_cast<int>(plain) + (in_place ? 2 : 0) +
                             (constant_right ? 1 : 0));
}
static_assert(static_cast<int>(Opcode::InPlaceXorK) == static_cast<int>(Opcode::Xor) + 3);

}  // namespace

// --- Passing values

Operand CodeGenerator::value(syntax::Expression* node, Destination destination) {
  if (!compilation_.may_go_on()) return Operand::of_constant(Value::none());
  if (node->is(ExpressionKind::Name)) {
    return name_value(node->as<syntax::Name>(), destination);
  }
  if (node->is(ExpressionKind::Constant)) {
    const Value constant = literal_value(compilation_, node->as<syntax::Constant>());
    return deliver(Operand::of_constant(constant ? constant : Value::none()), destination);
  }
  if (builder_->top() >= SpillThreshold) [[unlikely]]
    return spilled_value(node, destination);
  return value_by_kind(node, destination);
}

Operand CodeGenerator::value_by_kind(syntax::Expression* node, Destination destination) {
  switch (node->kind) {
    case ExpressionKind::BoolOp:
      return boolean_value(node->as<syntax::BoolOp>(), destination);
    case ExpressionKind::NamedExpr:
      return walrus_value(node->as<syntax::NamedExpr>(), destination);
    case ExpressionKind::BinOp:
      return binary_value(node->as<syntax::BinOp>(), destination);
    case ExpressionKind::UnaryOp:
      return unary_value(node->as<syntax::UnaryOp>(), destination);
    case ExpressionKind::Lambda:
      return lambda_value(node->as<syntax::Lambda>(), destination);
    case ExpressionKind::IfExp:
      return conditional_value(node->as<syntax::IfExp>(), destination);
    case ExpressionKind::Dict:
      return dict_value(node->as<syntax::Dict>(), destination);
    case ExpressionKind::Set:
      return set_value(node->as<syntax::Set>(), destination);
    case ExpressionKind::ListComp:
    case ExpressionKind::SetComp:
    case ExpressionKind::DictComp:
    case ExpressionKind::GeneratorExp:
      return comprehension_value(node, destination);
    case ExpressionKind::Await:
      return await_value(node->as<syntax::Await>(), destination);
    case ExpressionKind::Yield:
      return yield_value(node->as<syntax::Yield>(), destination);
    case ExpressionKind::YieldFrom:
      return yield_from_value(node->as<syntax::YieldFrom>(), destination);
    case ExpressionKind::Compare:
      return compare_value(node->as<syntax::Compare>(), destination);
    case ExpressionKind::Call:
      return call_value(node->as<syntax::Call>(), destination);
    case ExpressionKind::FormattedValue:
      return formatted_value(node->as<syntax::FormattedValue>(), destination);
    case ExpressionKind::JoinedStr:
      return joined_value(node->as<syntax::JoinedStr>(), destination);
    case ExpressionKind::Attribute:
      return attribute_value(node->as<syntax::Attribute>(), destination);
    case ExpressionKind::Subscript:
      return subscript_value(node->as<syntax::Subscript>(), destination);
    case ExpressionKind::Starred:
      fail(node->location, "can't use starred expression here");
      break;
    case ExpressionKind::List:
      return list_value(node->as<syntax::List>(), destination);
    case ExpressionKind::Tuple:
      return tuple_value(node->as<syntax::Tuple>()->elts, node->location, destination);
    case ExpressionKind::Slice:
      return slice_value(node->as<syntax::Slice>(), destination);
    case ExpressionKind::Name:
    case ExpressionKind::Constant:
      return value(node, destination);
  }
  return deliver(Operand::of_constant(Value::none()), destination);
}

Operand CodeGenerator::spilled_value(syntax::Expression* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  const Register base = unit_->expression_base;
  const uint32_t count = b.top() - base;
  if (count < FewestToSpill) return value_by_kind(node, destination);
  const uint32_t far_mark = b.far_mark();
  for (uint32_t i = 0; i < count; ++i) {
    b.emit_wide(Opcode::StoreFar, base + i, b.allocate_far());
  }
  const uint32_t far_result = b.allocate_far();
  b.release_to(base);
  const Register reg = push(node);
  b.emit_wide(Opcode::StoreFar, reg, far_result);
  b.release_to(base);
  b.allocate(count);
  for (uint32_t i = 0; i < count; ++i) b.emit_wide(Opcode::LoadFar, base + i, far_mark + i);
  const Register result = result_register(destination, b.top());
  b.emit_wide(Opcode::LoadFar, result, far_result);
  b.release_far_to(far_mark);
  return produced(destination, result);
}

Register CodeGenerator::push(syntax::Expression* node) {
  const Operand operand = value(node, Anywhere);
  if (operand.is_temporary()) return operand.reg;
  const Register reg = builder_->allocate();
  load(reg, operand);
  return reg;
}

bool CodeGenerator::may_assign(const syntax::Expression* later) const {
  return scope_->has_walrus && later != nullptr && !later->is(ExpressionKind::Name) &&
         !later->is(ExpressionKind::Constant);
}

Operand CodeGenerator::keep_from(Operand operand, const syntax::Expression* later) {
  if (!operand.is_local() || !may_assign(later)) return operand;
  const Register copy = builder_->allocate();
  move(copy, operand.reg);
  return Operand::of_temporary(copy);
}

Operand CodeGenerator::stable(syntax::Expression* node, const syntax::Expression* later) {
  return keep_from(value(node, Anywhere), later);
}

void CodeGenerator::effect(syntax::Expression* node) {
  FunctionBuilder& b = *builder_;
  if (!compilation_.may_go_on()) return;
  if (node->is(ExpressionKind::BoolOp)) {
    const auto* operation = node->as<syntax::BoolOp>();
    const bool stops_at = operation->op == syntax::BoolOperator::Or;
    Label end;
    for (size_t i = 0; i + 1 < operation->values.size(); ++i) {
      b.at(node->location);
      condition(operation->values[i], stops_at, end);
    }
    effect(operation->values.back());
    b.bind(end);
    return;
  }
  if (node->is(ExpressionKind::IfExp)) {
    const auto* choice = node->as<syntax::IfExp>();
    Label otherwise;
    Label end;
    b.at(node->location);
    condition(choice->test, false, otherwise);
    effect(choice->body);
    b.jump(end);
    b.bind(otherwise);
    effect(choice->orelse);
    b.bind(end);
    return;
  }
  const Register mark = b.top();
  value(node, Anywhere);
  b.release_to(mark);
}

Register CodeGenerator::to_register(Operand operand) {
  if (!operand.is_constant()) return operand.reg;
  const Register reg = builder_->allocate();
  builder_->load_constant(reg, operand.constant);
  return reg;
}

void CodeGenerator::move(Register to, Register from) {
  if (to != from) builder_->emit(Opcode::Move, to, from);
}

void CodeGenerator::load(Register reg, Operand operand) {
  if (operand.is_constant()) {
    builder_->load_constant(reg, operand.constant);
  } else {
    move(reg, operand.reg);
  }
}

Operand CodeGenerator::deliver(Operand operand, Destination destination) {
  if (destination.is_any()) return operand;
  load(destination.reg, operand);
  return produced(destination, destination.reg);
}

Register CodeGenerator::result_register(Destination destination, Register mark) {
  builder_->release_to(mark);
  return destination.is_any() ? builder_->allocate() : destination.reg;
}

Operand CodeGenerator::produced(Destination destination, Register reg) {
  if (destination.is_any() || !builder_->is_local(reg)) return Operand::of_temporary(reg);
  return Operand::of_local(reg);
}

Register CodeGenerator::put(syntax::Expression* node, Destination destination, Register mark) {
  if (!destination.is_any() && !builder_->is_local(destination.reg)) {
    value_into(node, destination.reg);
    return destination.reg;
  }
  builder_->release_to(mark);
  return push(node);
}

Operand CodeGenerator::hand_over(Register reg, Destination destination) {
  if (destination.is_any()) {
    builder_->release_to(reg + 1);
    return Operand::of_temporary(reg);
  }
  if (reg != destination.reg) {
    move(destination.reg, reg);
    builder_->release_to(reg);
  }
  return produced(destination, destination.reg);
}

// --- Operators

Operand CodeGenerator::binary_operation(syntax::BinaryOperator op, bool in_place, Operand left,
                                        Operand right, Register mark, Destination destination) {
  FunctionBuilder& b = *builder_;
  const Register left_register = to_register(left);
  const Opcode opcode = plain_opcode(op);
  const uint32_t constant = right.is_constant() ? b.short_constant(right.constant) : NoIndex;
  if (constant != NoIndex) {
    const Register result = result_register(destination, mark);
    b.emit(variant(opcode, in_place, true), result, left_register, constant);
    return produced(destination, result);
  }
  const Register right_register = to_register(right);
  const Register result = result_register(destination, mark);
  b.emit(variant(opcode, in_place, false), result, left_register, right_register);
  return produced(destination, result);
}

Operand CodeGenerator::binary_value(syntax::BinOp* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  const Operand left = stable(node->left, node->right);
  const Operand right = value(node->right, Anywhere);
  if (left.is_constant() && right.is_constant() && !compilation_.failed()) {
    const Value folded = fold_binary(compilation_, node->op, left.constant, right.constant);
    if (!folded.is_unset()) return deliver(Operand::of_constant(folded), destination);
  }
  b.at(node->location);
  return binary_operation(node->op, false, left, right, mark, destination);
}

Operand CodeGenerator::unary_value(syntax::UnaryOp* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  if (node->op == syntax::UnaryOperator::Not && node->operand->is(ExpressionKind::Compare)) {
    auto* comparison = node->operand->as<syntax::Compare>();
    if (comparison->ops.size() == 1 && comparison->ops[0] >= syntax::CompareOperator::Is) {
      return simple_compare_value(comparison, true, destination);
    }
  }
  const Operand operand = value(node->operand, Anywhere);
  if (operand.is_constant() && !compilation_.failed()) {
    const Value folded = fold_unary(compilation_, node->op, operand.constant);
    if (!folded.is_unset()) return deliver(Operand::of_constant(folded), destination);
  }
  const Register source = to_register(operand);
  const Register result = result_register(destination, mark);
  b.at(node->location);
  switch (node->op) {
    case syntax::UnaryOperator::Invert:
      b.emit(Opcode::Invert, result, source);
      break;
    case syntax::UnaryOperator::Not:
      b.emit(Opcode::Not, result, source);
      break;
    case syntax::UnaryOperator::UAdd:
      b.emit(Opcode::Pos, result, source);
      break;
    case syntax::UnaryOperator::USub:
      b.emit(Opcode::Neg, result, source);
      break;
  }
  return produced(destination, result);
}

// Puts the value of `node` in place and goes to `stop` if its truth is `sense`, else goes on. The
// truth of each operand is asked for once, however and-s and or-s are nested.
Register CodeGenerator::stop_if(syntax::Expression* node, bool sense, Destination destination,
                                Register mark, Label& stop) {
  FunctionBuilder& b = *builder_;
  if (node->is(ExpressionKind::IfExp) && compilation_.may_go_on()) {
    const auto* choice = node->as<syntax::IfExp>();
    Label otherwise;
    Label skip;
    b.release_to(mark);
    b.at(node->location);
    condition(choice->test, false, otherwise);
    const Register chosen = put(choice->body, destination, mark);
    b.at(choice->body->location);
    b.branch(Opcode::TestTrue, sense ? 1 : 0, chosen, 0, stop);
    b.jump(skip);
    b.bind(otherwise);
    const Register reg = stop_if(choice->orelse, sense, destination, mark, stop);
    b.bind(skip);
    return reg;
  }
  if (!node->is(ExpressionKind::BoolOp) || !compilation_.may_go_on()) {
    const Register reg = put(node, destination, mark);
    b.at(node->location);
    b.branch(Opcode::TestTrue, sense ? 1 : 0, reg, 0, stop);
    return reg;
  }
  const auto* operation = node->as<syntax::BoolOp>();
  const bool decides = operation->op == syntax::BoolOperator::Or;
  const size_t last = operation->values.size() - 1;
  Label skip;
  for (size_t i = 0; i < last; ++i) {
    if (decides == sense) {
      stop_if(operation->values[i], sense, destination, mark, stop);
    } else {
      b.release_to(mark);
      b.at(node->location);
      condition(operation->values[i], decides, skip);
    }
  }
  const Register reg = stop_if(operation->values[last], sense, destination, mark, stop);
  b.bind(skip);
  return reg;
}

Operand CodeGenerator::boolean_value(syntax::BoolOp* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  const size_t last = node->values.size() - 1;
  Label end;
  for (size_t i = 0; i < last; ++i) {
    stop_if(node->values[i], node->op == syntax::BoolOperator::Or, destination, mark, end);
  }
  const Register reg = put(node->values[last], destination, mark);
  b.bind(end);
  return hand_over(reg, destination);
}

Operand CodeGenerator::conditional_value(syntax::IfExp* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  Label otherwise;
  Label end;
  b.at(node->location);
  condition(node->test, false, otherwise);
  Register reg = destination.reg;
  const auto choose = [&](syntax::Expression* branch) {
    b.release_to(mark);
    if (destination.is_any()) {
      reg = push(branch);
    } else {
      value_into(branch, reg);
    }
  };
  choose(node->body);
  b.jump(end);
  b.bind(otherwise);
  choose(node->orelse);
  b.bind(end);
  return produced(destination, reg);
}

Operand CodeGenerator::walrus_value(syntax::NamedExpr* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  const auto* target = node->target->as<syntax::Name>();
  const Register local = local_register(target);
  if (local != Destination::AnyRegister) {
    value_into(node->value, local);
    b.assigned().add(local);
    return deliver(Operand::of_local(local), destination);
  }
  const Register reg = push(node->value);
  b.at(target->location);
  refuse_debug(target->id, target->location);
  store_name(mangle(target->id), Operand::of_temporary(reg));
  return hand_over(reg, destination);
}

// --- Attributes and items

syntax::Location CodeGenerator::attribute_location(const syntax::Attribute* node) const {
  syntax::Location location = node->location;
  if (location.line == location.end_line) return location;
  // An attribute on a line of its own is what the traceback shows, not the whole chain before it.
  location.line = location.end_line;
  const auto length = static_cast<uint32_t>(node->attr.size());
  location.column = length <= location.end_column ? location.end_column - length : UINT32_MAX;
  return location;
}

Operand CodeGenerator::attribute_value(syntax::Attribute* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  const Register object = to_register(value(node->value, Anywhere));
  const Register result = result_register(destination, mark);
  b.at(attribute_location(node));
  b.emit_attribute(Opcode::GetAttr, result, object, mangle(node->attr));
  return produced(destination, result);
}

Operand CodeGenerator::subscript_value(syntax::Subscript* node, Destination destination) {
  warn_about_subscript(compilation_, node);
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  const Operand container = stable(node->value, node->slice);
  const Operand index = value(node->slice, Anywhere);
  if (container.is_constant() && index.is_constant() && !compilation_.failed()) {
    const Value folded = fold_subscript(compilation_, container.constant, index.constant);
    if (!folded.is_unset()) return deliver(Operand::of_constant(folded), destination);
  }
  b.at(node->location);
  const Register object = to_register(container);
  const uint32_t constant = index.is_constant() ? b.short_constant(index.constant) : NoIndex;
  const Register key = constant == NoIndex ? to_register(index) : 0;
  const Register result = result_register(destination, mark);
  if (constant != NoIndex) {
    b.emit(Opcode::GetItemK, result, object, constant);
  } else {
    b.emit(Opcode::GetItem, result, object, key);
  }
  return produced(destination, result);
}

Operand CodeGenerator::slice_value(syntax::Slice* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  syntax::Expression* const parts[] = {node->lower, node->upper, node->step};
  // Slices of constants are made once.
  Value constants[3];
  bool all_constant = true;
  for (int i = 0; i < 3 && all_constant; ++i) {
    constants[i] = parts[i] == nullptr ? Value::none() : fold(compilation_, parts[i]);
    all_constant = !constants[i].is_unset();
  }
  if (all_constant) {
    const Value slice = make_slice(thread(), constants[0], constants[1], constants[2]);
    if (!slice) compilation_.fail_with_pending();
    return deliver(Operand::of_constant(slice ? slice : Value::none()), destination);
  }
  const Register mark = b.top();
  for (syntax::Expression* part : parts) {
    if (part != nullptr) {
      push(part);
    } else {
      b.load_constant(b.allocate(), Value::none());
    }
  }
  const Register result = result_register(destination, mark);
  b.at(node->location);
  b.emit(Opcode::BuildSlice, result, mark);
  return produced(destination, result);
}

// --- Generators and coroutines

Operand CodeGenerator::yield_value(syntax::Yield* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  if (!scope_->is_function()) fail(node->location, "'yield' outside function");
  const Register mark = b.top();
  const Operand operand =
      node->value == nullptr ? Operand::of_constant(Value::none()) : value(node->value, Anywhere);
  const Register source = to_register(operand);
  const Register result = result_register(destination, mark);
  b.at(node->location);
  b.emit(Opcode::Yield, result, source);
  return produced(destination, result);
}

Operand CodeGenerator::yield_from_value(syntax::YieldFrom* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  if (!scope_->is_function()) fail(node->location, "'yield' outside function");
  if (scope_->form == FunctionForm::AsyncDef) {
    fail(node->location, "'yield from' inside async function");
  }
  const Register mark = b.top();
  const Register source = to_register(value(node->value, Anywhere));
  b.release_to(mark);
  const Register window = b.allocate(2);
  b.at(node->location);
  b.emit(Opcode::GetYieldFromIter, window + 1, source);
  b.load_constant(window, Value::none());
  b.emit(Opcode::YieldFrom, window, window + 1);
  return hand_over(window, destination);
}

Operand CodeGenerator::await_value(syntax::Await* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  if (!scope_->is_function()) {
    fail(node->location, "'await' outside function");
  } else if (scope_->form != FunctionForm::AsyncDef && !scope_->is_comprehension()) {
    fail(node->location, "'await' outside async function");
  }
  const Register mark = b.top();
  const Register source = to_register(value(node->value, Anywhere));
  b.release_to(mark);
  const Register window = b.allocate(2);
  b.at(node->location);
  b.emit(Opcode::GetAwaitable, window + 1, source, 0);
  b.load_constant(window, Value::none());
  b.emit(Opcode::YieldFrom, window, window + 1);
  return hand_over(window, destination);
}

void CodeGenerator::await_register(Register reg, uint32_t after) {
  FunctionBuilder& b = *builder_;
  const Register iterator = b.allocate();
  b.emit(Opcode::GetAwaitable, iterator, reg, after);
  b.load_constant(reg, Value::none());
  b.emit(Opcode::YieldFrom, reg, iterator);
  b.release_to(iterator);
}

// --- Formatted strings

Operand CodeGenerator::formatted_value(syntax::FormattedValue* node, Destination destination,
                                       bool is_joined) {
  constexpr uint32_t MayStayInt = 8;
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  uint32_t flags = is_joined ? MayStayInt : 0;
  switch (node->conversion) {
    case 's':
      flags = 1;
      break;
    case 'r':
      flags = 2;
      break;
    case 'a':
      flags = 3;
      break;
    default:
      break;
  }
  Register source = 0;
  if (node->format_spec != nullptr) {
    flags |= 4;
    source = push(node->value);
    push(node->format_spec);
  } else {
    source = to_register(value(node->value, Anywhere));
  }
  const Register result = result_register(destination, mark);
  b.at(node->location);
  b.emit(Opcode::FormatValue, result, source, flags);
  return produced(destination, result);
}

Operand CodeGenerator::joined_value(syntax::JoinedStr* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  if (node->values.empty()) {
    return deliver(Operand::of_constant(str_constant("")), destination);
  }
  if (node->values.size() == 1) return value(node->values[0], destination);
  const Register mark = b.top();
  uint32_t count = 0;
  for (syntax::Expression* part : node->values) {
    if (count >= 2 && !fits_window(1)) {
      b.at(node->location);
      b.emit(Opcode::BuildString, mark, mark, count);
      b.release_to(mark + 1);
      count = 1;
    }
    if (part->is(ExpressionKind::FormattedValue)) {
      formatted_value(part->as<syntax::FormattedValue>(), Anywhere, true);
    } else {
      push(part);
    }
    ++count;
  }
  const Register result = result_register(destination, mark);
  b.at(node->location);
  b.emit(Opcode::BuildString, result, mark, count);
  return produced(destination, result);
}

}  // namespace weft::compiler
