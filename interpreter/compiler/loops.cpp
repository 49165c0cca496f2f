// while, for and async for; break and continue.
#include <algorithm>

#include "interpreter/compiler/code_generator.h"

namespace weft::compiler {

using syntax::ExpressionKind;

namespace {

// Whether evaluating the expression needs little code, and compiling it twice no second scope.
bool is_short(const syntax::Expression* node, int& budget) {
  if (--budget < 0) return false;
  switch (node->kind) {
    case ExpressionKind::Name:
    case ExpressionKind::Constant:
      return true;
    case ExpressionKind::Attribute:
      return is_short(node->as<syntax::Attribute>()->value, budget);
    case ExpressionKind::Subscript:
      return is_short(node->as<syntax::Subscript>()->value, budget) &&
             is_short(node->as<syntax::Subscript>()->slice, budget);
    case ExpressionKind::UnaryOp:
      return is_short(node->as<syntax::UnaryOp>()->operand, budget);
    case ExpressionKind::BinOp:
      return is_short(node->as<syntax::BinOp>()->left, budget) &&
             is_short(node->as<syntax::BinOp>()->right, budget);
    case ExpressionKind::BoolOp:
      return std::ranges::all_of(node->as<syntax::BoolOp>()->values,
                                 [&](auto* part) { return is_short(part, budget); });
    case ExpressionKind::Compare: {
      const auto* compare = node->as<syntax::Compare>();
      return is_short(compare->left, budget) &&
             std::ranges::all_of(compare->comparators,
                                 [&](auto* part) { return is_short(part, budget); });
    }
    default:
      return false;
  }
}

bool is_short(const syntax::Expression* node) {
  constexpr int MostNodes = 16;
  int budget = MostNodes;
  return is_short(node, budget);
}

// Two targets, none of them with a star.
bool is_pair(const syntax::Expression* target) {
  const bool is_tuple = target->is(ExpressionKind::Tuple);
  if (!is_tuple && !target->is(ExpressionKind::List)) return false;
  const syntax::Expressions elements =
      is_tuple ? target->as<syntax::Tuple>()->elts : target->as<syntax::List>()->elts;
  return elements.size() == 2 && !elements[0]->is(ExpressionKind::Starred) &&
         !elements[1]->is(ExpressionKind::Starred);
}

}  // namespace

// A short test is compiled twice, before the loop and at its end: one jump less each time round.
void CodeGenerator::while_statement(syntax::While* node) {
  FunctionBuilder& b = *builder_;
  Label head;
  Label exhausted;
  Label next;
  Label end;
  Block loop{Block::Kind::Loop};
  loop.end = &end;
  loop.next = &next;
  const bool tests_at_end = is_short(node->test);
  b.begin_loop(head);
  enter_block(loop);
  b.at(node->location);
  condition(node->test, false, exhausted);
  Label body;
  b.bind(body);
  statements(node->body);
  b.bind(next);
  if (tests_at_end) {
    condition(node->test, true, body);
  } else {
    b.jump(head);
  }
  leave_block(loop);
  b.bind(exhausted);
  statements(node->orelse);
  b.bind(end);
}

// A list or set of constants that is only iterated over is a constant.
Register CodeGenerator::push_iterator(syntax::Expression* iter, bool is_async,
                                      const syntax::Location& location) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  Operand source = Operand::of_constant(Value::unset());
  if (!is_async && iter->is(ExpressionKind::List)) {
    source.constant = fold_tuple(compilation_, iter->as<syntax::List>()->elts);
  }
  if (source.constant.is_unset()) source = value(iter, Anywhere);
  const Register iterable = to_register(source);
  b.release_to(mark);
  const Register iterator = b.allocate();
  b.at(location);
  b.emit(is_async ? Opcode::GetAIter : Opcode::GetIter, iterator, iterable);
  return iterator;
}

void CodeGenerator::begin_iteration(IterationLoop& loop, syntax::Expression* target,
                                    Register iterator, const syntax::Location& location) {
  FunctionBuilder& b = *builder_;
  loop.iterator = iterator;
  loop.location = &location;
  b.at(location);
  b.begin_loop_at_end(loop.body, loop.next);
  loop.item = local_register(target);
  if (loop.item != Destination::AnyRegister) {
    b.assigned().add(loop.item);
    return;
  }
  loop.item = b.allocate();
  loop.is_pair = is_pair(target);
  assign(target, Operand::of_temporary(loop.item));
  b.release_to(loop.item);
}

void CodeGenerator::end_iteration(IterationLoop& loop) {
  FunctionBuilder& b = *builder_;
  b.bind(loop.next);
  b.at(*loop.location);
  b.branch(Opcode::ForIter, loop.item, loop.iterator, loop.is_pair ? 1 : 0, loop.body);
}

void CodeGenerator::for_statement(syntax::For* node) {
  FunctionBuilder& b = *builder_;
  Label end;
  IterationLoop steps;
  Block loop{Block::Kind::Loop};
  loop.end = &end;
  loop.next = &steps.next;
  const Register iterator = push_iterator(node->iter, false, node->location);
  enter_block(loop);
  begin_iteration(steps, node->target, iterator, node->location);
  statements(node->body);
  end_iteration(steps);
  leave_block(loop);
  b.release_to(iterator);
  statements(node->orelse);
  b.bind(end);
}

Register CodeGenerator::async_step(Region& step, Register iterator) {
  FunctionBuilder& b = *builder_;
  const Register item = b.allocate(2);
  b.open(step);
  b.emit(Opcode::GetANext, item + 1, iterator);
  b.load_constant(item, Value::none());
  b.emit(Opcode::YieldFrom, item, item + 1);
  b.close(step);
  b.release_to(item + 1);
  return item;
}

void CodeGenerator::end_async_steps(Region& step, Label& end) {
  FunctionBuilder& b = *builder_;
  const Register exception = b.allocate(2);
  if (b.begin_handler(step, exception)) {
    b.emit(Opcode::LoadIntrinsic, exception + 1, 1);
    b.branch(Opcode::TestException, 1, exception, exception + 1, end);
    b.emit_last(Opcode::Reraise, exception);
  }
  b.release_to(exception);
}

void CodeGenerator::async_for_statement(syntax::For* node) {
  FunctionBuilder& b = *builder_;
  if (!in_async_function()) fail(node->location, "'async for' outside async function");
  Label next;
  Label exhausted;
  Label end;
  Region step;
  Block loop{Block::Kind::Loop};
  loop.end = &end;
  const Register iterator = push_iterator(node->iter, true, node->location);
  loop.next = &next;
  b.begin_loop(next);
  enter_block(loop);
  b.at(node->location);
  const Register item = async_step(step, iterator);
  assign(node->target, Operand::of_temporary(item));
  b.release_to(item);
  statements(node->body);
  b.jump(next);
  leave_block(loop);
  b.at(node->location);
  end_async_steps(step, exhausted);
  b.bind(exhausted);
  b.release_to(iterator);
  statements(node->orelse);
  b.bind(end);
}

void CodeGenerator::leave_loop(syntax::Statement* node) {
  FunctionBuilder& b = *builder_;
  const bool is_break = node->is(syntax::StatementKind::Break);
  Block* loop = unit_->block;
  while (loop != nullptr && loop->kind != Block::Kind::Loop) {
    if (loop->kind == Block::Kind::GroupHandler) {
      fail(node->location, "'break', 'continue' and 'return' cannot appear in an except* block");
      return;
    }
    loop = loop->outer;
  }
  if (loop == nullptr) {
    fail(node->location, is_break ? "'break' outside loop" : "'continue' not properly in loop");
    return;
  }
  unwind_to(loop);
  b.jump(is_break ? *loop->end : *loop->next);
  resume_after_unwinding(loop);
}

}  // namespace weft::compiler
