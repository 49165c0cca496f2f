// Statements that are neither definitions, assignments, loops, try, with nor match.
#include "interpreter/compiler/code_generator.h"
#include "interpreter/compiler/warnings.h"
#include "interpreter/objects/list.h"

namespace weft::compiler {

using syntax::ExpressionKind;
using syntax::StatementKind;

void CodeGenerator::statements(syntax::Statements list) {
  for (syntax::Statement* node : list) statement(node);
}

void CodeGenerator::statement(syntax::Statement* node) {
  FunctionBuilder& b = *builder_;
  if (!compilation_.may_go_on()) return;
  const Register mark = b.top();
  unit_->expression_base = mark;
  b.at(node->location);
  switch (node->kind) {
    case StatementKind::FunctionDef:
    case StatementKind::AsyncFunctionDef:
      function_statement(node->as<syntax::FunctionDef>());
      break;
    case StatementKind::ClassDef:
      class_statement(node->as<syntax::ClassDef>());
      break;
    case StatementKind::Return:
      return_statement(node->as<syntax::Return>());
      break;
    case StatementKind::Delete:
      for (syntax::Expression* target : node->as<syntax::Delete>()->targets) delete_target(target);
      break;
    case StatementKind::Assign:
      assign_statement(node->as<syntax::Assign>());
      break;
    case StatementKind::AugAssign:
      augmented_assignment(node->as<syntax::AugAssign>());
      break;
    case StatementKind::AnnAssign:
      annotated_assignment(node->as<syntax::AnnAssign>());
      break;
    case StatementKind::For:
      for_statement(node->as<syntax::For>());
      break;
    case StatementKind::AsyncFor:
      async_for_statement(node->as<syntax::For>());
      break;
    case StatementKind::While:
      while_statement(node->as<syntax::While>());
      break;
    case StatementKind::If:
      if_statement(node->as<syntax::If>());
      break;
    case StatementKind::With:
    case StatementKind::AsyncWith:
      with_statement(node->as<syntax::With>(), 0);
      break;
    case StatementKind::Match:
      match_statement(node->as<syntax::Match>());
      break;
    case StatementKind::Raise:
      raise_statement(node->as<syntax::Raise>());
      break;
    case StatementKind::Try:
    case StatementKind::TryStar:
      try_statement(node->as<syntax::Try>());
      break;
    case StatementKind::Assert:
      assert_statement(node->as<syntax::Assert>());
      break;
    case StatementKind::Import:
      import_statement(node->as<syntax::Import>());
      break;
    case StatementKind::ImportFrom:
      import_from_statement(node->as<syntax::ImportFrom>());
      break;
    case StatementKind::Expr:
      expression_statement(node->as<syntax::Expr>());
      break;
    case StatementKind::Break:
    case StatementKind::Continue:
      leave_loop(node);
      break;
    case StatementKind::Global:
    case StatementKind::Nonlocal:
    case StatementKind::Pass:
      break;
  }
  b.release_to(mark);
  unit_->expression_base = mark;
}

bool CodeGenerator::in_async_function() const {
  return scope_->is_function() && scope_->form == FunctionForm::AsyncDef;
}

void CodeGenerator::expression_statement(syntax::Expr* node) {
  FunctionBuilder& b = *builder_;
  if (compilation_.is_interactive && scope_->kind == ScopeKind::Module) {
    const Register shown = to_register(value(node->value, Anywhere));
    b.at(node->location);
    b.emit(Opcode::PrintExpr, shown);
    return;
  }
  if (!node->value->is(ExpressionKind::Constant)) effect(node->value);
}

// Where a body goes that does nothing but leave or continue the loop it stands directly in; null
// for all others.
Label* CodeGenerator::loop_exit(syntax::Statements body) {
  if (body.size() != 1 || unit_->block == nullptr || unit_->block->kind != Block::Kind::Loop) {
    return nullptr;
  }
  if (body[0]->is(syntax::StatementKind::Break)) return unit_->block->end;
  if (body[0]->is(syntax::StatementKind::Continue)) return unit_->block->next;
  return nullptr;
}

void CodeGenerator::if_statement(syntax::If* node) {
  FunctionBuilder& b = *builder_;
  Label end;
  for (;;) {
    const Register mark = b.top();
    b.at(node->location);
    if (Label* exit = node->orelse.empty() ? loop_exit(node->body) : nullptr) {
      condition(node->test, true, *exit);
      b.release_to(mark);
      break;
    }
    Label otherwise;
    condition(node->test, false, otherwise);
    b.release_to(mark);
    statements(node->body);
    if (node->orelse.empty()) {
      b.bind(otherwise);
      break;
    }
    b.jump(end);
    b.bind(otherwise);
    syntax::If* next = syntax::elif_of(*node);
    if (next == nullptr) {
      statements(node->orelse);
      break;
    }
    node = next;
    if (!compilation_.may_go_on()) break;
    b.at(node->location);
  }
  b.bind(end);
}

void CodeGenerator::return_statement(syntax::Return* node) {
  FunctionBuilder& b = *builder_;
  if (!scope_->is_function()) {
    fail(node->location, "'return' outside function");
    return;
  }
  if (node->value != nullptr && scope_->form == FunctionForm::AsyncDef && scope_->is_generator) {
    fail(node->location, "'return' with value in async generator");
  }
  Operand operand = Operand::of_constant(Value::none());
  if (node->value != nullptr) {
    operand = value(node->value, Anywhere);
    b.at(operand.is_constant() ? node->value->location : node->location);
    if (operand.is_local() && unwinding_runs_code()) {
      const Register copy = b.allocate();
      move(copy, operand.reg);
      operand = Operand::of_temporary(copy);
    }
  }
  unwind_to(nullptr);
  if (operand.is_constant()) {
    b.return_constant(operand.constant);
  } else {
    b.emit_last(Opcode::Return, operand.reg);
  }
  resume_after_unwinding(nullptr);
}

void CodeGenerator::raise_statement(syntax::Raise* node) {
  FunctionBuilder& b = *builder_;
  if (node->exc == nullptr) {
    b.emit_last(Opcode::RaiseCurrent);
    return;
  }
  const Operand exception =
      node->cause == nullptr ? value(node->exc, Anywhere) : stable(node->exc, node->cause);
  const Register exception_register = to_register(exception);
  if (node->cause == nullptr) {
    b.at(node->location);
    b.emit_last(Opcode::Raise, exception_register);
    return;
  }
  const Register cause = to_register(value(node->cause, Anywhere));
  b.at(node->location);
  b.emit_last(Opcode::RaiseFrom, exception_register, cause);
}

// The comparison generated last for a condition, if it has any.
static const syntax::Expression* last_comparison(const syntax::Expression* condition) {
  switch (condition->kind) {
    case ExpressionKind::Compare:
      return condition;
    case ExpressionKind::UnaryOp:
      if (condition->as<syntax::UnaryOp>()->op != syntax::UnaryOperator::Not) return nullptr;
      return last_comparison(condition->as<syntax::UnaryOp>()->operand);
    case ExpressionKind::BoolOp: {
      const auto values = condition->as<syntax::BoolOp>()->values;
      for (size_t i = values.size(); i-- > 0;) {
        if (const syntax::Expression* found = last_comparison(values[i])) return found;
      }
      return nullptr;
    }
    case ExpressionKind::IfExp: {
      const auto* choice = condition->as<syntax::IfExp>();
      for (const syntax::Expression* part : {choice->orelse, choice->body, choice->test}) {
        if (const syntax::Expression* found = last_comparison(part)) return found;
      }
      return nullptr;
    }
    default:
      return nullptr;
  }
}

void CodeGenerator::assert_statement(syntax::Assert* node) {
  warn_about_assertion(compilation_, node);
  FunctionBuilder& b = *builder_;
  if (compilation_.optimisation >= 1) return;
  Label holds;
  b.at(node->location);
  condition(node->test, true, holds);
  const Register window = b.allocate();
  // Tracebacks mark a comparison that failed, as CPython's do, and nothing of other conditions.
  const syntax::Expression* comparison = last_comparison(node->test);
  const syntax::Location location = comparison == nullptr ? node->location : comparison->location;
  b.at(location);
  b.emit(Opcode::LoadIntrinsic, window, 0);
  if (node->msg != nullptr) {
    push(node->msg);
    b.at(location);
    b.emit_call(Opcode::Call, window, 1);
  }
  b.emit_last(Opcode::Raise, window);
  b.bind(holds);
}

// --- Imports

// Private names are mangled here too.
Value CodeGenerator::imported_name(std::string_view name) {
  Str* str = str_of(mangle(name));
  return str == nullptr ? Value::none() : Value::cell(str);
}

void CodeGenerator::import_statement(syntax::Import* node) {
  FunctionBuilder& b = *builder_;
  for (const syntax::Alias* alias : node->names) {
    const Register mark = b.top();
    const Register level = b.allocate(2);
    b.at(node->location);
    b.load_constant(level, Value::small_int(0));
    b.load_constant(level + 1, Value::none());
    b.emit_extended(Opcode::ImportName, level, level, level + 1,
                    b.extension_constant(imported_name(alias->name)));
    b.release_to(level + 1);
    std::string_view bound = alias->name.substr(0, alias->name.find('.'));
    if (!alias->asname.empty()) {
      // `import a.b.c as d` binds the innermost module.
      for (std::string_view rest = alias->name; rest.find('.') != std::string_view::npos;) {
        rest.remove_prefix(rest.find('.') + 1);
        b.emit_extended(Opcode::ImportFrom, level, level, 0,
                        b.extension_constant(imported_name(rest.substr(0, rest.find('.')))));
      }
      bound = alias->asname;
    }
    refuse_debug(bound, node->location);
    store_name(mangle(bound), Operand::of_temporary(level));
    b.release_to(mark);
  }
}

void CodeGenerator::import_from_statement(syntax::ImportFrom* node) {
  FunctionBuilder& b = *builder_;
  if (node->module == "__future__" && node->level == 0 &&
      node->location.line > compilation_.last_future_line) {
    fail(node->location, "from __future__ imports must occur at the beginning of the file");
    return;
  }
  Tuple* names = make_tuple(thread(), node->names.size());
  if (!check(names)) return;
  for (size_t i = 0; i < node->names.size(); ++i) {
    store(names, names->values[i], str_constant(node->names[i]->name));
  }
  const Register module = b.allocate(2);
  b.load_constant(module, Value::small_int(node->level));
  b.load_constant(module + 1, Value::cell(names));
  b.emit_extended(Opcode::ImportName, module, module, module + 1,
                  b.extension_constant(imported_name(node->module)));
  b.release_to(module + 1);
  for (const syntax::Alias* alias : node->names) {
    if (alias->name == "*") {
      b.emit(Opcode::ImportStar, module);
      return;
    }
    const Register member = b.allocate();
    b.at(node->location);
    b.emit_extended(Opcode::ImportFrom, member, module, 0,
                    b.extension_constant(imported_name(alias->name)));
    const std::string_view bound = alias->asname.empty() ? alias->name : alias->asname;
    refuse_debug(bound, node->location);
    store_name(mangle(bound), Operand::of_temporary(member));
    b.release_to(member);
  }
}

}  // namespace weft::compiler
