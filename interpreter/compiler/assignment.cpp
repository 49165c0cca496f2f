// Assignment in all its forms, and del.
#include "interpreter/compiler/code_generator.h"
#include "interpreter/objects/errors.h"

namespace weft::compiler {

using syntax::ExpressionKind;

namespace {

// Does assigning to `target` change local `name`?
bool assigns_name(const syntax::Expression* target, std::string_view name) {
  switch (target->kind) {
    case ExpressionKind::Name:
      return target->as<syntax::Name>()->id.data() == name.data();
    case ExpressionKind::Attribute:
    case ExpressionKind::Subscript:
      return false;
    default:
      return true;  // not looked into
  }
}

}  // namespace

void CodeGenerator::assign(syntax::Expression* target, Operand operand) {
  FunctionBuilder& b = *builder_;
  if (!compilation_.may_go_on()) return;
  const Register mark = b.top();
  switch (target->kind) {
    case ExpressionKind::Name: {
      const auto* name = target->as<syntax::Name>();
      b.at(target->location);
      if (refuse_debug(name->id, target->location)) return;
      store_name(mangle(name->id), operand);
      break;
    }
    case ExpressionKind::Attribute: {
      auto* attribute = target->as<syntax::Attribute>();
      operand = keep_from(operand, attribute->value);
      const Register object = to_register(value(attribute->value, Anywhere));
      const Register source = to_register(operand);
      b.at(attribute_location(attribute));
      refuse_debug(attribute->attr, target->location);
      b.emit_attribute(Opcode::SetAttr, object, source, mangle(attribute->attr));
      break;
    }
    case ExpressionKind::Subscript: {
      auto* subscript = target->as<syntax::Subscript>();
      operand = keep_from(operand, target);
      const Operand container = stable(subscript->value, subscript->slice);
      const Register key = to_register(value(subscript->slice, Anywhere));
      const Register object = to_register(container);
      const Register source = to_register(operand);
      b.at(target->location);
      b.emit(Opcode::SetItem, object, key, source);
      break;
    }
    case ExpressionKind::List:
      assign_sequence(target->as<syntax::List>()->elts, operand, target->location);
      break;
    case ExpressionKind::Tuple:
      assign_sequence(target->as<syntax::Tuple>()->elts, operand, target->location);
      break;
    case ExpressionKind::Starred:
      fail(target->location, "starred assignment target must be in a list or tuple");
      break;
    default:
      break;  // refused by the parser
  }
  b.release_to(mark);
}

void CodeGenerator::assign_sequence(syntax::Expressions targets, Operand operand,
                                    const syntax::Location& location) {
  FunctionBuilder& b = *builder_;
  constexpr size_t NoStar = SIZE_MAX;
  constexpr size_t Chunk = 24;
  size_t star = NoStar;
  for (size_t i = 0; i < targets.size(); ++i) {
    if (!targets[i]->is(ExpressionKind::Starred)) continue;
    if (star != NoStar) {
      fail(location, "multiple starred expressions in assignment");
      return;
    }
    star = i;
  }
  const size_t after = star == NoStar ? 0 : targets.size() - star - 1;
  if ((star != NoStar && star >= 256) || after > 128) {
    fail(location, "too many expressions in star-unpacking assignment");
    return;
  }
  Register source = to_register(operand);
  // More than the registers can take is unpacked in pieces: some from the front, the rest as a
  // list.
  while (targets.size() > Chunk && !(star != NoStar && star < Chunk) &&
         !fits_window(targets.size())) {
    const Register window = b.allocate(Chunk + 1);
    b.at(location);
    b.emit_extended(Opcode::UnpackEx, window, source, Chunk, 0);
    for (size_t i = 0; i < Chunk; ++i) {
      assign(targets[i], Operand::of_temporary(window + static_cast<Register>(i)));
    }
    move(window, window + Chunk);
    b.release_to(window + 1);
    source = window;
    targets = targets.subspan(Chunk);
    if (star != NoStar) star -= Chunk;
  }
  const auto count = static_cast<uint32_t>(targets.size());
  if (const Register first = consecutive_locals(targets); first != Destination::AnyRegister) {
    b.at(location);
    b.emit(Opcode::UnpackSequence, first, source, count);
    for (uint32_t i = 0; i < count; ++i) b.assigned().add(first + i);
    return;
  }
  const Register window = b.allocate(count);
  b.at(location);
  if (star == NoStar) {
    b.emit(Opcode::UnpackSequence, window, source, count);
  } else {
    b.emit_extended(Opcode::UnpackEx, window, source, static_cast<uint32_t>(star),
                    static_cast<uint32_t>(after));
  }
  for (uint32_t i = 0; i < count; ++i) {
    syntax::Expression* target = targets[i];
    if (i == star) target = target->as<syntax::Starred>()->value;
    assign(target, Operand::of_temporary(window + i));
  }
}

Register CodeGenerator::consecutive_locals(syntax::Expressions targets) {
  if (targets.empty()) return Destination::AnyRegister;
  const Register first = local_register(targets[0]);
  if (first == Destination::AnyRegister) return first;
  for (size_t i = 1; i < targets.size(); ++i) {
    if (local_register(targets[i]) != first + i) return Destination::AnyRegister;
  }
  return first;
}

void CodeGenerator::assign_statement(syntax::Assign* node) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  if (node->targets.size() == 1) {
    const Register local = local_register(node->targets[0]);
    if (local != Destination::AnyRegister) {
      value_into(node->value, local);
      b.assigned().add(local);
      return;
    }
    if (assign_pairwise(node)) return;
    assign(node->targets[0], value(node->value, Anywhere));
    b.release_to(mark);
    return;
  }
  Operand operand = value(node->value, Anywhere);
  bool only_names = true;
  for (const syntax::Expression* target : node->targets)
    only_names &= target->is(ExpressionKind::Name);
  if (operand.is_local() && !only_names) {
    // A target may change the local in between.
    const Register copy = b.allocate();
    move(copy, operand.reg);
    operand = Operand::of_temporary(copy);
  }
  for (syntax::Expression* target : node->targets) assign(target, operand);
  b.release_to(mark);
}

// `a, b = b, a`: no tuple is made. All values first, then all targets; values that are locals stay
// where they are unless an earlier target changes them.
bool CodeGenerator::assign_pairwise(syntax::Assign* node) {
  FunctionBuilder& b = *builder_;
  constexpr size_t MostTargets = 8;
  if (!node->value->is(ExpressionKind::Tuple)) return false;
  syntax::Expressions targets;
  if (node->targets[0]->is(ExpressionKind::Tuple)) {
    targets = node->targets[0]->as<syntax::Tuple>()->elts;
  } else if (node->targets[0]->is(ExpressionKind::List)) {
    targets = node->targets[0]->as<syntax::List>()->elts;
  }
  const syntax::Expressions values = node->value->as<syntax::Tuple>()->elts;
  if (targets.empty() || targets.size() != values.size() || targets.size() > MostTargets ||
      !fits_window(targets.size())) {
    return false;
  }
  for (size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->is(ExpressionKind::Starred) || values[i]->is(ExpressionKind::Starred)) {
      return false;
    }
  }
  const Register mark = b.top();
  Operand operands[MostTargets];
  for (size_t i = 0; i < values.size(); ++i) {
    operands[i] = value(values[i], Anywhere);
    if (!operands[i].is_local()) continue;
    bool is_changed = scope_->has_walrus;
    if (values[i]->is(ExpressionKind::Name)) {
      for (size_t j = 0; j < i; ++j) {
        is_changed |= assigns_name(targets[j], values[i]->as<syntax::Name>()->id);
      }
    } else {
      is_changed = true;
    }
    if (!is_changed) continue;
    const Register copy = b.allocate();
    move(copy, operands[i].reg);
    operands[i] = Operand::of_temporary(copy);
  }
  for (size_t i = 0; i < targets.size(); ++i) assign(targets[i], operands[i]);
  b.release_to(mark);
  return true;
}

void CodeGenerator::augmented_assignment(syntax::AugAssign* node) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  switch (node->target->kind) {
    case ExpressionKind::Name: {
      const auto* name = node->target->as<syntax::Name>();
      if (refuse_debug(name->id, node->target->location)) return;
      Identifier* identifier = mangle(name->id);
      b.at(node->target->location);
      const Operand left = keep_from(load_name(identifier, Anywhere), node->value);
      const Operand right = value(node->value, Anywhere);
      b.at(node->location);
      const Register local = local_register(node->target);
      if (local != Destination::AnyRegister) {
        binary_operation(node->op, true, left, right, mark, in(local));
        b.assigned().add(local);
      } else {
        const Operand result = binary_operation(node->op, true, left, right, mark, Anywhere);
        b.at(node->target->location);
        store_name(identifier, result);
      }
      break;
    }
    case ExpressionKind::Attribute: {
      auto* attribute = node->target->as<syntax::Attribute>();
      const Identifier* name = mangle(attribute->attr);
      const Register object = to_register(stable(attribute->value, node->value));
      const Register operands = b.top();
      const Register left = b.allocate();
      b.at(attribute_location(attribute));
      b.emit_attribute(Opcode::GetAttr, left, object, name);
      const Operand right = value(node->value, Anywhere);
      b.at(node->location);
      const Operand result =
          binary_operation(node->op, true, Operand::of_temporary(left), right, operands, Anywhere);
      b.at(attribute_location(attribute));
      refuse_debug(attribute->attr, node->target->location);
      b.emit_attribute(Opcode::SetAttr, object, result.reg, name);
      break;
    }
    case ExpressionKind::Subscript: {
      auto* subscript = node->target->as<syntax::Subscript>();
      const Register object =
          to_register(keep_from(stable(subscript->value, subscript->slice), node->value));
      const Operand index = stable(subscript->slice, node->value);
      const Register key = to_register(index);
      const Register operands = b.top();
      const Register left = b.allocate();
      b.at(node->target->location);
      b.emit(Opcode::GetItem, left, object, key);
      const Operand right = value(node->value, Anywhere);
      b.at(node->location);
      const Operand result =
          binary_operation(node->op, true, Operand::of_temporary(left), right, operands, Anywhere);
      b.at(node->target->location);
      b.emit(Opcode::SetItem, object, key, result.reg);
      break;
    }
    default:
      break;  // refused by the parser
  }
  b.release_to(mark);
}

void CodeGenerator::annotated_assignment(syntax::AnnAssign* node) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  if (node->value != nullptr) {
    const Register local = local_register(node->target);
    if (local != Destination::AnyRegister) {
      value_into(node->value, local);
      b.assigned().add(local);
    } else {
      assign(node->target, value(node->value, Anywhere));
    }
    b.release_to(mark);
  }
  const bool is_evaluated = !scope_->is_function();
  switch (node->target->kind) {
    case ExpressionKind::Name: {
      const auto* name = node->target->as<syntax::Name>();
      if (refuse_debug(name->id, node->target->location)) return;
      if (!node->simple || !is_evaluated) break;
      const Register annotation = b.allocate();
      annotation_value(node->annotation, annotation);
      b.at(node->location);
      const Register annotations = b.allocate();
      b.emit_named(Opcode::LoadName, annotations,
                   compilation_.identifiers.find_or_add("__annotations__"));
      Str* key = str_of(mangle(name->id));
      const Register key_register = b.allocate();
      if (key != nullptr) b.load_constant(key_register, Value::cell(key));
      b.emit(Opcode::SetItem, annotations, key_register, annotation);
      break;
    }
    // Targets that are not assigned to are evaluated all the same, but for the last step.
    case ExpressionKind::Attribute: {
      auto* attribute = node->target->as<syntax::Attribute>();
      refuse_debug(attribute->attr, node->target->location);
      if (node->value == nullptr) effect(attribute->value);
      break;
    }
    case ExpressionKind::Subscript:
      if (node->value == nullptr) {
        effect(node->target->as<syntax::Subscript>()->value);
        effect(node->target->as<syntax::Subscript>()->slice);
      }
      break;
    default:
      break;
  }
  b.release_to(mark);
  if (!node->simple && is_evaluated && (compilation_.future_flags & FutureAnnotations) == 0) {
    effect(node->annotation);
  }
}

void CodeGenerator::delete_target(syntax::Expression* target) {
  FunctionBuilder& b = *builder_;
  if (!compilation_.may_go_on()) return;
  const Register mark = b.top();
  switch (target->kind) {
    case ExpressionKind::Name: {
      const auto* name = target->as<syntax::Name>();
      if (name->id == "__debug__") {
        fail(target->location, "cannot delete __debug__");
        return;
      }
      b.at(target->location);
      delete_name(mangle(name->id));
      break;
    }
    case ExpressionKind::Attribute: {
      auto* attribute = target->as<syntax::Attribute>();
      if (attribute->attr == "__debug__") fail(target->location, "cannot delete __debug__");
      const Register object = to_register(value(attribute->value, Anywhere));
      b.at(attribute_location(attribute));
      b.emit_attribute(Opcode::DeleteAttr, object, 0, mangle(attribute->attr));
      break;
    }
    case ExpressionKind::Subscript: {
      auto* subscript = target->as<syntax::Subscript>();
      const Operand container = stable(subscript->value, subscript->slice);
      const Register key = to_register(value(subscript->slice, Anywhere));
      const Register object = to_register(container);
      b.at(target->location);
      b.emit(Opcode::DeleteItem, object, key);
      break;
    }
    case ExpressionKind::List:
      for (syntax::Expression* element : target->as<syntax::List>()->elts) delete_target(element);
      break;
    case ExpressionKind::Tuple:
      for (syntax::Expression* element : target->as<syntax::Tuple>()->elts) delete_target(element);
      break;
    default:
      break;  // refused by the parser
  }
  b.release_to(mark);
}

}  // namespace weft::compiler
