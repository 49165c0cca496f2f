// while, for and async for; break and continue.
#include "interpreter/compiler/code_generator.h"

namespace weft::compiler {

using syntax::ExpressionKind;

void CodeGenerator::while_statement(syntax::While* node) {
  FunctionBuilder& b = *builder_;
  const uint32_t head = b.begin_loop();
  Label exhausted;
  Label end;
  Block loop{Block::Kind::Loop};
  loop.end = &end;
  loop.head = head;
  enter_block(loop);
  b.at(node->location);
  condition(node->test, false, exhausted);
  statements(node->body);
  b.jump_back(head);
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

void CodeGenerator::step_into(syntax::Expression* target, Register iterator, Label& end,
                              const syntax::Location& location) {
  FunctionBuilder& b = *builder_;
  b.at(location);
  const Register local = local_register(target);
  if (local != Destination::AnyRegister) {
    b.for_iter(local, iterator, end);
    b.assigned().add(local);
    return;
  }
  const Register item = b.allocate();
  b.for_iter(item, iterator, end);
  assign(target, Operand::of_temporary(item));
  b.release_to(item);
}

void CodeGenerator::for_statement(syntax::For* node) {
  FunctionBuilder& b = *builder_;
  Label exhausted;
  Label end;
  Block loop{Block::Kind::Loop};
  loop.end = &end;
  const Register iterator = push_iterator(node->iter, false, node->location);
  loop.head = b.begin_loop();
  enter_block(loop);
  step_into(node->target, iterator, exhausted, node->location);
  statements(node->body);
  b.jump_back(loop.head);
  leave_block(loop);
  b.bind(exhausted);
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
  Label exhausted;
  Label end;
  Region step;
  Block loop{Block::Kind::Loop};
  loop.end = &end;
  const Register iterator = push_iterator(node->iter, true, node->location);
  loop.head = b.begin_loop();
  enter_block(loop);
  b.at(node->location);
  const Register item = async_step(step, iterator);
  assign(node->target, Operand::of_temporary(item));
  b.release_to(item);
  statements(node->body);
  b.jump_back(loop.head);
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
  if (is_break) {
    b.jump(*loop->end);
  } else {
    b.jump_back(loop->head);
  }
  resume_after_unwinding(loop);
}

}  // namespace weft::compiler
