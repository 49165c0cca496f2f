// Comprehensions and generator expressions: functions of one parameter, the outermost iterator,
// called on the spot. (Tracebacks show them, as CPython 3.11's do.)
#include "interpreter/compiler/code_generator.h"

namespace weft::compiler {

using syntax::ExpressionKind;

struct CodeGenerator::ComprehensionParts {
  FunctionForm form;
  syntax::Nodes<syntax::Comprehension> generators;
  syntax::Expression* element;  // the key in a dict comprehension
  syntax::Expression* value;    // of dict comprehensions, else null
  const syntax::Location& location;
};

Operand CodeGenerator::comprehension_value(syntax::Expression* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  Scope* scope = scopes_.of(node);
  ComprehensionParts parts{scope->form, {}, nullptr, nullptr, node->location};
  if (node->is(ExpressionKind::DictComp)) {
    const auto* comprehension = node->as<syntax::DictComp>();
    parts.generators = comprehension->generators;
    parts.element = comprehension->key;
    parts.value = comprehension->value;
  } else {
    const auto* comprehension = node->as<syntax::ElementComp>();
    parts.generators = comprehension->generators;
    parts.element = comprehension->elt;
  }
  const bool is_awaited = scope->is_coroutine && !scope->is_generator;
  if (is_awaited && !(scope_->is_function() &&
                      (scope_->form == FunctionForm::AsyncDef || scope_->is_comprehension()))) {
    fail(node->location, "asynchronous comprehension outside of an asynchronous function");
  }
  Code* code = comprehension_code(scope, parts);
  const Register window = b.allocate(4);
  b.at(node->location);
  make_function(window, code, 0);
  push_iterator(parts.generators[0]->iter, parts.generators[0]->is_async, node->location);
  b.at(node->location);
  b.emit_call(Opcode::Call, window, 1);
  b.release_to(window + 1);
  if (is_awaited) await_register(window, 0);
  return hand_over(window, destination);
}

Code* CodeGenerator::comprehension_code(Scope* scope, const ComprehensionParts& parts) {
  static constexpr std::string_view names[] = {"<listcomp>", "<setcomp>", "<dictcomp>",
                                               "<genexpr>"};
  const auto which =
      static_cast<size_t>(parts.form) - static_cast<size_t>(FunctionForm::ListComprehension);
  Unit unit(compilation_, scope, unit_);
  begin_unit(unit, names[which], false);
  FunctionBuilder& b = *builder_;
  b.at(parts.location);
  b.emit_prologue();
  const Register result = b.allocate();
  switch (parts.form) {
    case FunctionForm::ListComprehension:
      b.emit(Opcode::BuildList, result, result, 0);
      break;
    case FunctionForm::SetComprehension:
      b.emit(Opcode::BuildSet, result, result, 0);
      break;
    case FunctionForm::DictComprehension:
      b.emit(Opcode::BuildDict, result, result, 0);
      break;
    default:
      break;
  }
  comprehension_clause(parts, 0, result);
  b.at(parts.location);
  if (scope->is_generator) {
    b.return_constant(Value::none());
  } else {
    b.emit_last(Opcode::Return, result);
  }
  FunctionBuilder::Description description{};
  description.first_line = parts.location.line;
  description.positional_count = 1;
  return finish_unit(description);
}

void CodeGenerator::comprehension_clause(const ComprehensionParts& parts, size_t index,
                                         Register result) {
  if (!compilation_.may_go_on()) return;
  FunctionBuilder& b = *builder_;
  const syntax::Comprehension* clause = parts.generators[index];
  const Register mark = b.top();
  const Register iterator = index == 0
                                ? scope_->symbols.first()->register_index
                                : push_iterator(clause->iter, clause->is_async, parts.location);
  if (clause->is_async) {
    Label head;
    Label end;
    Region step;
    b.begin_loop(head);
    b.at(parts.location);
    const Register item = async_step(step, iterator);
    assign(clause->target, Operand::of_temporary(item));
    b.release_to(item);
    comprehension_inner(parts, index, result);
    b.jump(head);
    b.at(parts.location);
    end_async_steps(step, end);
    b.bind(end);
  } else {
    IterationLoop loop;
    begin_iteration(loop, clause->target, iterator, parts.location);
    comprehension_inner(parts, index, result);
    end_iteration(loop);
  }
  b.release_to(mark);
}

void CodeGenerator::comprehension_inner(const ComprehensionParts& parts, size_t index,
                                        Register result) {
  FunctionBuilder& b = *builder_;
  Label next;
  for (syntax::Expression* test : parts.generators[index]->ifs) {
    b.at(parts.location);
    condition(test, false, next);
  }
  if (index + 1 < parts.generators.size()) {
    comprehension_clause(parts, index + 1, result);
  } else {
    comprehension_element(parts, result);
  }
  b.bind(next);
}

void CodeGenerator::comprehension_element(const ComprehensionParts& parts, Register result) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  unit_->expression_base = mark;
  if (parts.form == FunctionForm::DictComprehension) {
    const Operand key = stable(parts.element, parts.value);
    const Operand item = value(parts.value, Anywhere);
    const Register key_register = to_register(key);
    const Register item_register = to_register(item);
    b.at(parts.location);
    b.emit(Opcode::DictSet, result, key_register, item_register);
  } else {
    const Register element = to_register(value(parts.element, Anywhere));
    b.at(parts.location);
    switch (parts.form) {
      case FunctionForm::ListComprehension:
        b.emit(Opcode::ListAppend, result, element);
        break;
      case FunctionForm::SetComprehension:
        b.emit(Opcode::SetAdd, result, element);
        break;
      default:
        b.emit(Opcode::Yield, result, element);
        break;
    }
  }
  b.release_to(mark);
}

}  // namespace weft::compiler
