// Blocks: try, with, and what leaving them takes.
//
// The rules
//  * Code that must run however a block is left is generated once for each way out: for falling off
//    its end, for each return, break and continue, and for exceptions.
//  * A handler begins with PushHandled, which makes its exception the one being handled and saves
//  the
//    one before. Every way out of the handler passes a PopHandled of the saved one: its end, each
//    early exit (the Block does it), and exceptions raised in it (a protected range of its own,
//    whose handler pops and raises again).
//  * The code of an early exit is not protected by the blocks it leaves: their ranges have holes
//  there.
//  * The registers a handler needs were allocated before its protected range began, so they lie
//  below
//    everything that code uses.
#include "interpreter/compiler/code_generator.h"

namespace weft::compiler {

namespace {

constexpr uint32_t MostNestedBlocks = 20;

}  // namespace

void CodeGenerator::enter_block(Block& block) {
  block.outer = unit_->block;
  unit_->block = &block;
  if (++unit_->block_depth > MostNestedBlocks) {
    fail(builder_->location(), "too many statically nested blocks");
  }
}

void CodeGenerator::leave_block(Block& block) {
  unit_->block = block.outer;
  --unit_->block_depth;
}

void CodeGenerator::unwind_to(Block* target) {
  Block* innermost = unit_->block;
  const uint32_t depth = unit_->block_depth;
  for (Block* block = innermost; block != target; block = block->outer) {
    if (block->region != nullptr) builder_->suspend(*block->region);
    unit_->block = block->outer;
    --unit_->block_depth;
    unwind(*block);
  }
  unit_->block = innermost;
  unit_->block_depth = depth;
}

void CodeGenerator::resume_after_unwinding(Block* target) {
  for (Block* block = unit_->block; block != target; block = block->outer) {
    if (block->region != nullptr) builder_->resume(*block->region);
  }
}

bool CodeGenerator::unwinding_runs_code() const {
  for (const Block* block = unit_->block; block != nullptr; block = block->outer) {
    switch (block->kind) {
      case Block::Kind::FinallyBody:
      case Block::Kind::NamedHandler:
      case Block::Kind::With:
      case Block::Kind::AsyncWith:
        return true;
      default:
        break;
    }
  }
  return false;
}

void CodeGenerator::unwind(Block& block) {
  FunctionBuilder& b = *builder_;
  const syntax::Location location = b.location();
  switch (block.kind) {
    case Block::Kind::Loop:
    case Block::Kind::TryBody:
      break;
    case Block::Kind::FinallyBody:
      statements(block.final_statements);
      break;
    case Block::Kind::Handled:
      b.emit(Opcode::PopHandled, block.reg);
      break;
    case Block::Kind::NamedHandler:
      forget_name(block.name);
      break;
    case Block::Kind::GroupHandler:
      fail(location, "'break', 'continue' and 'return' cannot appear in an except* block");
      break;
    case Block::Kind::With:
    case Block::Kind::AsyncWith:
      b.at(*block.location);
      call_exit(block.reg, block.kind == Block::Kind::AsyncWith);
      break;
  }
  b.at(location);
}

// name = None; del name
void CodeGenerator::forget_name(std::string_view name) {
  FunctionBuilder& b = *builder_;
  if (name.empty()) return;
  Identifier* identifier = mangle(name);
  const Symbol* symbol = scope_->find(identifier);
  if (scope_->is_function() && symbol->binding == Binding::Local &&
      symbol->register_index < FirstFarRegister) {
    b.emit(Opcode::Unset, symbol->register_index);
    b.assigned().remove(symbol->register_index);
    return;
  }
  store_name(identifier, Operand::of_constant(Value::none()));
  delete_name(identifier);
}

// The handler of what is raised while another exception is being handled.
void CodeGenerator::pass_on(Region& region, Register exception, Register before) {
  FunctionBuilder& b = *builder_;
  if (!b.begin_handler(region, exception)) return;
  b.emit(Opcode::PopHandled, before);
  b.emit_last(Opcode::Reraise, exception);
}

// --- try

void CodeGenerator::try_statement(syntax::Try* node) {
  if (node->finalbody.empty()) {
    try_except(node);
  } else {
    try_finally(node);
  }
}

void CodeGenerator::try_finally(syntax::Try* node) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  Region region;
  Block block{Block::Kind::FinallyBody};
  block.region = &region;
  block.final_statements = node->finalbody;
  b.open(region);
  enter_block(block);
  if (node->handlers.empty()) {
    statements(node->body);
  } else {
    try_except(node);
  }
  leave_block(block);
  b.close(region);
  statements(node->finalbody);
  Label end;
  b.jump(end);

  const Register exception = b.allocate(2);
  const Register before = exception + 1;
  if (b.begin_handler(region, exception)) {
    b.emit(Opcode::PushHandled, before, exception);
    Region cleanup;
    Block handled{Block::Kind::Handled};
    handled.reg = before;
    handled.region = &cleanup;
    b.open(cleanup);
    enter_block(handled);
    statements(node->finalbody);
    leave_block(handled);
    b.close(cleanup);
    b.emit(Opcode::PopHandled, before);
    b.emit_last(Opcode::Reraise, exception);
    pass_on(cleanup, exception, before);
  }
  b.bind(end);
  b.release_to(mark);
}

void CodeGenerator::try_except(syntax::Try* node) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  Region region;
  Block block{Block::Kind::TryBody};
  block.region = &region;
  b.open(region);
  enter_block(block);
  statements(node->body);
  leave_block(block);
  b.close(region);
  statements(node->orelse);
  Label end;
  b.jump(end);
  if (node->is(syntax::StatementKind::TryStar)) {
    star_handlers(node, region, end);
  } else {
    handlers(node, region, end);
  }
  b.bind(end);
  b.release_to(mark);
}

void CodeGenerator::handlers(syntax::Try* node, Region& body, Label& end) {
  FunctionBuilder& b = *builder_;
  const Register exception = b.allocate(2);
  const Register before = exception + 1;
  b.begin_handler(body, exception);
  b.at(node->handlers[0]->location);
  b.emit(Opcode::PushHandled, before, exception);
  Region cleanup;
  Block handled{Block::Kind::Handled};
  handled.reg = before;
  handled.region = &cleanup;
  b.open(cleanup);
  enter_block(handled);
  for (size_t i = 0; i < node->handlers.size(); ++i) {
    syntax::ExceptHandler* handler = node->handlers[i];
    if (!compilation_.may_go_on()) break;
    Label next;
    if (handler->type != nullptr) {
      unit_->expression_base = b.top();
      const Register type = to_register(value(handler->type, Anywhere));
      b.at(handler->location);
      b.branch(Opcode::TestException, 0, exception, type, next);
      b.release_to(before + 1);
    } else if (i + 1 < node->handlers.size()) {
      fail(handler->location, "default 'except:' must be last");
    }
    handler_body(handler, exception, before, end);
    b.bind(next);
  }
  leave_block(handled);
  b.close(cleanup);
  b.emit(Opcode::PopHandled, before);
  b.emit_last(Opcode::Reraise, exception);
  pass_on(cleanup, exception, before);
}

void CodeGenerator::handler_body(syntax::ExceptHandler* handler, Register exception,
                                 Register before, Label& end) {
  FunctionBuilder& b = *builder_;
  const bool has_name = !handler->name.empty();
  Region region;
  Block block{Block::Kind::NamedHandler};
  block.name = handler->name;
  b.at(handler->location);
  if (has_name) {
    if (refuse_debug(handler->name, handler->location)) return;
    store_name(mangle(handler->name), Operand::of_temporary(exception));
    block.region = &region;
    b.open(region);
  }
  enter_block(block);
  statements(handler->body);
  leave_block(block);
  if (has_name) b.close(region);
  b.emit(Opcode::PopHandled, before);
  forget_name(handler->name);
  b.jump(end);
  if (!has_name) return;
  const Register raised = b.allocate();
  if (b.begin_handler(region, raised)) {
    forget_name(handler->name);
    b.emit_last(Opcode::Reraise, raised);
  }
  b.release_to(raised);
}

// except*: each handler takes its part of the exceptions; what handlers raise and what nobody took
// is raised again together at the end.
void CodeGenerator::star_handlers(syntax::Try* node, Region& body, Label& end) {
  FunctionBuilder& b = *builder_;
  const Register exception = b.allocate(4);
  const Register before = exception + 1;
  const Register rest = exception + 2;
  const Register raised = exception + 3;
  b.begin_handler(body, exception);
  b.at(node->handlers[0]->location);
  b.emit(Opcode::PushHandled, before, exception);
  Region cleanup;
  Block handled{Block::Kind::Handled};
  handled.reg = before;
  handled.region = &cleanup;
  b.open(cleanup);
  enter_block(handled);
  move(rest, exception);
  b.emit(Opcode::BuildList, raised, raised, 0);
  for (syntax::ExceptHandler* handler : node->handlers) {
    if (!compilation_.may_go_on()) break;
    star_handler(handler, rest, raised);
  }
  leave_block(handled);
  Label all_taken;
  Label nothing_left;
  const Register none = b.allocate();
  b.load_constant(none, Value::none());
  b.branch(Opcode::TestIs, 1, rest, none, all_taken);
  b.emit(Opcode::ListAppend, raised, rest);
  b.bind(all_taken);
  b.emit(Opcode::CombineGroup, rest, exception, raised);
  b.close(cleanup);
  b.emit(Opcode::PopHandled, before);
  b.branch(Opcode::TestIs, 1, rest, none, nothing_left);
  b.emit_last(Opcode::Reraise, rest);
  b.bind(nothing_left);
  b.jump(end);
  pass_on(cleanup, exception, before);
}

void CodeGenerator::star_handler(syntax::ExceptHandler* handler, Register rest, Register raised) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  Label next;
  const Register part = b.allocate(2);
  const Register before = part + 1;
  unit_->expression_base = b.top();
  const Register type = to_register(value(handler->type, Anywhere));
  b.at(handler->location);
  const Register none = b.allocate();
  b.load_constant(none, Value::none());
  b.branch(Opcode::TestIs, 1, rest, none, next);
  b.emit(Opcode::MatchGroup, part, rest, type);
  b.branch(Opcode::TestIs, 1, part, none, next);
  b.release_to(before + 1);
  b.emit(Opcode::PushHandled, before, part);
  if (!handler->name.empty()) {
    if (refuse_debug(handler->name, handler->location)) return;
    store_name(mangle(handler->name), Operand::of_temporary(part));
  }
  Region region;
  Block block{Block::Kind::GroupHandler};
  block.region = &region;
  b.open(region);
  enter_block(block);
  statements(handler->body);
  leave_block(block);
  b.close(region);
  b.emit(Opcode::PopHandled, before);
  forget_name(handler->name);
  b.jump(next);
  const Register exception = b.allocate();
  if (b.begin_handler(region, exception)) {
    b.emit(Opcode::PopHandled, before);
    forget_name(handler->name);
    b.emit(Opcode::ListAppend, raised, exception);
  }
  b.bind(next);
  b.release_to(mark);
}

// --- with

// Calls the exit method whose window begins at `exit_window`, without an exception. When the window
// is not the topmost, it is copied: what lies above is still needed.
void CodeGenerator::call_exit(Register exit_window, bool is_async) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  Register window = exit_window;
  if (mark != exit_window + 2) {
    window = b.allocate(2);
    move(window, exit_window);
    move(window + 1, exit_window + 1);
  }
  for (int i = 0; i < 3; ++i) b.load_constant(b.allocate(), Value::none());
  b.emit_call(Opcode::CallMethod, window, 3);
  if (is_async) {
    b.release_to(std::max(mark, window + 1));
    await_register(window, 2);
  }
  b.release_to(mark);
}

void CodeGenerator::with_statement(syntax::With* node, size_t index) {
  FunctionBuilder& b = *builder_;
  if (!compilation_.may_go_on()) return;
  const bool is_async = node->is(syntax::StatementKind::AsyncWith);
  if (is_async && !in_async_function()) {
    fail(node->location, "'async with' outside async function");
    return;
  }
  const syntax::WithItem* item = node->items[index];
  const Register mark = b.top();
  unit_->expression_base = mark;
  const Register manager = to_register(value(item->context_expr, Anywhere));
  b.release_to(mark);
  // exit method and its receiver, enter method and its receiver
  const Register exit_window = b.allocate(4);
  const Register entered = exit_window + 2;
  b.at(node->location);
  b.emit(Opcode::WithEnter, exit_window, manager, is_async ? 1 : 0);
  b.emit_call(Opcode::CallMethod, entered, 0);
  b.release_to(entered + 1);
  if (is_async) await_register(entered, 1);

  Region region;
  Block block{is_async ? Block::Kind::AsyncWith : Block::Kind::With};
  block.reg = exit_window;
  block.region = &region;
  block.location = &node->location;
  b.open(region);
  enter_block(block);
  if (item->optional_vars != nullptr) {
    assign(item->optional_vars, Operand::of_temporary(entered));
  }
  b.release_to(entered);
  if (index + 1 < node->items.size()) {
    with_statement(node, index + 1);
  } else {
    statements(node->body);
  }
  leave_block(block);
  b.close(region);
  b.at(node->location);
  call_exit(exit_window, is_async);
  Label end;
  b.jump(end);

  const Register exception = b.allocate(2);
  const Register before = exception + 1;
  if (b.begin_handler(region, exception)) {
    Label suppressed;
    Region cleanup;
    b.emit(Opcode::PushHandled, before, exception);
    b.open(cleanup);
    const Register window = b.allocate(5);
    move(window, exit_window);
    move(window + 1, exit_window + 1);
    b.emit(Opcode::ExceptionTriple, window + 2, exception);
    b.emit_call(Opcode::CallMethod, window, 3);
    b.release_to(window + 1);
    if (is_async) await_register(window, 2);
    b.branch(Opcode::TestTrue, 1, window, 0, suppressed);
    b.close(cleanup);
    b.emit(Opcode::PopHandled, before);
    b.emit_last(Opcode::Reraise, exception);
    b.bind(suppressed);
    b.emit(Opcode::PopHandled, before);
    b.jump(end);
    pass_on(cleanup, exception, before);
  }
  b.bind(end);
  b.release_to(mark);
}

}  // namespace weft::compiler
