// Code that makes code: modules, functions, lambdas and classes.
#include <string>

#include "interpreter/compiler/code_generator.h"
#include "interpreter/compiler/unparse.h"
#include "interpreter/objects/list.h"

namespace weft::compiler {

using syntax::ExpressionKind;

// --- Units

void CodeGenerator::begin_unit(Unit& unit, std::string_view name, bool is_definition) {
  unit.name = str_of(compilation_.identifiers.find_or_add(name));
  unit.qualified_name = make_qualified_name(name, is_definition);
  unit_ = &unit;
  builder_ = &unit.builder;
  scope_ = unit.builder.scope();
}

Code* CodeGenerator::finish_unit(FunctionBuilder::Description description) {
  description.name = unit_->name;
  description.qualified_name = unit_->qualified_name;
  Code* code = builder_->finish(description);
  unit_ = unit_->outer;
  builder_ = unit_ == nullptr ? nullptr : &unit_->builder;
  scope_ = unit_ == nullptr ? nullptr : builder_->scope();
  return code;
}

// Of a scope inside the current one, which is null for the module's own.
Str* CodeGenerator::make_qualified_name(std::string_view name, bool is_definition) {
  Str* plain = str_of(compilation_.identifiers.find_or_add(name));
  if (unit_ == nullptr || scope_->kind == ScopeKind::Module) return plain;
  if (is_definition) {
    const Symbol* symbol = scope_->find(mangle(name));
    if (symbol != nullptr && symbol->binding == Binding::GlobalExplicit) return plain;
  }
  if (unit_->qualified_name == nullptr) return plain;
  std::string qualified(unit_->qualified_name->view());
  qualified += scope_->is_function() && !scope_->is_comprehension() ? ".<locals>." : ".";
  qualified += name;
  Str* made = make_str(thread(), qualified);
  check(made);
  return made;
}

Code* CodeGenerator::module(const syntax::Module& module) {
  Unit unit(compilation_, scopes_.module_scope(), nullptr);
  begin_unit(unit, "<module>", false);
  FunctionBuilder& b = *builder_;
  FunctionBuilder::Description description{};
  description.flags = UsesNamespace;
  description.first_line = 1;
  if (module.mode == syntax::ParseMode::Expression) {
    const Register result = to_register(value(module.expression, Anywhere));
    b.at(module.expression->location);
    b.emit_last(Opcode::Return, result);
    return finish_unit(description);
  }
  b.at(module.body.empty() ? syntax::Location{1, 0, 1, 0} : module.body[0]->location);
  body_with_docstring(module.body);
  b.return_constant(Value::none());
  return finish_unit(description);
}

Value CodeGenerator::docstring_of(syntax::Statements body) {
  if (body.empty() || compilation_.optimisation >= 2) return Value::unset();
  if (!body[0]->is(syntax::StatementKind::Expr)) return Value::unset();
  syntax::Expression* first = body[0]->as<syntax::Expr>()->value;
  if (!first->is(ExpressionKind::Constant)) return Value::unset();
  const auto* literal = first->as<syntax::Constant>();
  if (literal->value_kind != syntax::ConstantKind::Str) return Value::unset();
  const Value docstring = literal_value(compilation_, literal);
  return docstring ? docstring : Value::unset();
}

// Of modules and classes, whose docstring and annotations are names of the namespace.
void CodeGenerator::body_with_docstring(syntax::Statements body) {
  FunctionBuilder& b = *builder_;
  if (scope_->has_annotations) b.emit(Opcode::SetupAnnotations);
  const Value docstring = compilation_.is_interactive && scope_->kind == ScopeKind::Module
                              ? Value::unset()
                              : docstring_of(body);
  if (!docstring.is_unset()) {
    b.at(body[0]->location);
    const Register reg = to_register(Operand::of_constant(docstring));
    b.emit_named(Opcode::StoreName, reg, compilation_.identifiers.find_or_add("__doc__"));
    b.release_to(reg);
    body = body.subspan(1);
  }
  statements(body);
}

// --- Making functions

FunctionBuilder::Description CodeGenerator::describe(const syntax::Arguments& arguments,
                                                     uint32_t first_line) {
  FunctionBuilder::Description description{};
  description.first_line = first_line;
  description.positional_only_count = static_cast<uint32_t>(arguments.posonlyargs.size());
  description.positional_count =
      static_cast<uint32_t>(arguments.posonlyargs.size() + arguments.args.size());
  description.keyword_only_count = static_cast<uint32_t>(arguments.kwonlyargs.size());
  if (arguments.vararg != nullptr) description.flags |= HasVarArguments;
  if (arguments.kwarg != nullptr) description.flags |= HasVarKeywords;
  return description;
}

void CodeGenerator::check_parameters(const syntax::Arguments& arguments,
                                     const syntax::Location& location) {
  for (const auto& list : {arguments.posonlyargs, arguments.args, arguments.kwonlyargs}) {
    for (const syntax::Arg* parameter : list) refuse_debug(parameter->arg, location);
  }
  if (arguments.vararg != nullptr) refuse_debug(arguments.vararg->arg, location);
  if (arguments.kwarg != nullptr) refuse_debug(arguments.kwarg->arg, location);
}

void CodeGenerator::annotation_value(syntax::Expression* node, Register reg) {
  FunctionBuilder& b = *builder_;
  if ((compilation_.future_flags & FutureAnnotations) != 0) {
    Str* source = make_str(thread(), unparse(compilation_, node));
    if (check(source)) b.load_constant(reg, Value::cell(source));
  } else if (node->is(ExpressionKind::Starred)) {  // *args: *Types
    const Register mark = b.top();
    const Register source = to_register(value(node->as<syntax::Starred>()->value, Anywhere));
    b.release_to(mark);
    const Register element = b.allocate();
    b.at(node->location);
    b.emit(Opcode::UnpackSequence, element, source, 1);
    move(reg, element);
    b.release_to(mark);
  } else {
    value_into(node, reg);
  }
}

template <class Put>
void CodeGenerator::name_dict(Register dict, const std::vector<std::string_view>& names,
                              Put&& put) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  const bool in_window = fits_window(2 * names.size());
  if (!in_window) b.emit(Opcode::BuildDict, dict, dict, 0);
  for (size_t i = 0; i < names.size(); ++i) {
    Str* name = str_of(mangle(names[i]));
    const Register key = b.allocate();
    if (name != nullptr) b.load_constant(key, Value::cell(name));
    put(i, b.allocate());
    if (in_window) continue;
    b.emit(Opcode::DictSet, dict, key, key + 1);
    b.release_to(mark);
  }
  if (in_window) b.emit(Opcode::BuildDict, dict, mark, static_cast<uint32_t>(names.size()));
  b.release_to(mark);
}

uint32_t CodeGenerator::function_parts(Register window, const syntax::Arguments& arguments,
                                       syntax::Expression* returns, bool with_annotations,
                                       const syntax::Location& location) {
  FunctionBuilder& b = *builder_;
  uint32_t flags = 0;
  if (!arguments.defaults.empty()) {
    flags |= 1;
    tuple_value(arguments.defaults, location, in(window));
  }
  std::vector<std::string_view> names;
  std::vector<syntax::Expression*> values;
  for (size_t i = 0; i < arguments.kwonlyargs.size(); ++i) {
    if (arguments.kw_defaults[i] == nullptr) continue;
    names.push_back(arguments.kwonlyargs[i]->arg);
    values.push_back(arguments.kw_defaults[i]);
  }
  if (!names.empty()) {
    flags |= 2;
    b.at(location);
    name_dict(window + 1, names, [&](size_t i, Register reg) {
      value_into(values[i], reg);
      b.at(location);
    });
  }
  if (!with_annotations) return flags;
  names.clear();
  values.clear();
  const auto add = [&](std::string_view name, syntax::Expression* annotation) {
    if (annotation == nullptr) return;
    names.push_back(name);
    values.push_back(annotation);
  };
  for (const syntax::Arg* parameter : arguments.args) add(parameter->arg, parameter->annotation);
  for (const syntax::Arg* parameter : arguments.posonlyargs) {
    add(parameter->arg, parameter->annotation);
  }
  if (arguments.vararg != nullptr) add(arguments.vararg->arg, arguments.vararg->annotation);
  for (const syntax::Arg* parameter : arguments.kwonlyargs) {
    add(parameter->arg, parameter->annotation);
  }
  if (arguments.kwarg != nullptr) add(arguments.kwarg->arg, arguments.kwarg->annotation);
  add("return", returns);
  if (!names.empty()) {
    flags |= 4;
    b.at(location);
    name_dict(window + 2, names, [&](size_t i, Register reg) {
      annotation_value(values[i], reg);
      b.at(location);
    });
  }
  return flags;
}

// The box of a variable that inner code captures, in a new temporary.
void CodeGenerator::push_box(const Identifier* name) {
  FunctionBuilder& b = *builder_;
  const Register reg = b.allocate();
  const Symbol* symbol = scope_->find(name);
  if (scope_->kind == ScopeKind::Class && scope_->needs_class_box && name->text == "__class__") {
    move(reg, b.class_box());
  } else if (scope_->is_function() && symbol->binding == Binding::Cell) {
    if (symbol->register_index < FirstFarRegister) {
      move(reg, symbol->register_index);
    } else {
      b.emit_wide(Opcode::LoadFar, reg, symbol->register_index - FirstFarRegister);
    }
  } else {
    b.emit_wide(Opcode::LoadFreeBox, reg, symbol->free_index);
  }
}

// The function of `code`, whose other parts lie in the window as the flags say, in R[window].
void CodeGenerator::make_function(Register window, Code* code, uint32_t flags) {
  FunctionBuilder& b = *builder_;
  if (code == nullptr) return;
  const std::span<const Value> names = code->free_names->view();
  if (!names.empty()) {
    flags |= 8;
    const Register mark = b.top();
    const auto box_of = [&](Value name) {
      push_box(compilation_.identifiers.find_or_add(as_str(name)->view()));
    };
    if (fits_window(names.size())) {
      for (const Value name : names) box_of(name);
      b.emit(Opcode::BuildTuple, window + 3, mark, static_cast<uint32_t>(names.size()));
    } else {
      b.emit(Opcode::BuildList, window + 3, mark, 0);
      for (const Value name : names) {
        box_of(name);
        b.emit(Opcode::ListAppend, window + 3, mark);
        b.release_to(mark);
      }
      b.emit(Opcode::ListToTuple, window + 3, window + 3);
    }
    b.release_to(mark);
  }
  b.emit_extended(Opcode::MakeFunction, window, flags, 0, b.extension_constant(Value::cell(code)));
  b.release_to(window + 1);
}

Register CodeGenerator::push_decorators(syntax::Expressions decorators) {
  const Register first = builder_->top();
  for (syntax::Expression* decorator : decorators) push(decorator);
  return first;
}

// What is decorated lies behind the decorators; the result in R[first].
void CodeGenerator::call_decorators(syntax::Expressions decorators, Register first) {
  FunctionBuilder& b = *builder_;
  for (size_t i = decorators.size(); i-- > 0;) {
    b.at(decorators[i]->location);
    b.emit_call(Opcode::Call, first + static_cast<Register>(i), 1);
  }
  b.release_to(first + 1);
}

void CodeGenerator::function_statement(syntax::FunctionDef* node) {
  FunctionBuilder& b = *builder_;
  check_parameters(*node->args, node->location);
  const Register first = push_decorators(node->decorator_list);
  const Register window = b.allocate(4);
  const uint32_t flags = function_parts(window, *node->args, node->returns, true, node->location);
  const uint32_t first_line =
      node->decorator_list.empty() ? node->location.line : node->decorator_list[0]->location.line;
  Code* code = function_code(scopes_.of(node), node->name, *node->args, first_line, node, nullptr);
  b.at(node->location);
  make_function(window, code, flags);
  call_decorators(node->decorator_list, first);
  b.at(node->location);
  refuse_debug(node->name, node->location);
  store_name(mangle(node->name), Operand::of_temporary(first));
  b.release_to(first);
}

Operand CodeGenerator::lambda_value(syntax::Lambda* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  check_parameters(*node->args, node->location);
  const Register window = b.allocate(4);
  const uint32_t flags = function_parts(window, *node->args, nullptr, false, node->location);
  Code* code =
      function_code(scopes_.of(node), "<lambda>", *node->args, node->location.line, nullptr, node);
  b.at(node->location);
  make_function(window, code, flags);
  return hand_over(window, destination);
}

Code* CodeGenerator::function_code(Scope* scope, std::string_view name,
                                   const syntax::Arguments& arguments, uint32_t first_line,
                                   syntax::FunctionDef* definition, syntax::Lambda* lambda) {
  if (!compilation_.may_go_on()) return nullptr;
  Unit unit(compilation_, scope, unit_);
  begin_unit(unit, name, definition != nullptr);
  FunctionBuilder& b = *builder_;
  FunctionBuilder::Description description = describe(arguments, first_line);
  b.at({first_line, 0, first_line, 0});
  b.emit_prologue();
  if (lambda != nullptr) {
    const Register result = to_register(value(lambda->body, Anywhere));
    b.at(lambda->body->location);
    b.emit_last(Opcode::Return, result);
  } else {
    const Value docstring = docstring_of(definition->body);
    if (!docstring.is_unset()) {
      description.flags |= HasDocstring;
      b.set_docstring(docstring);
    }
    statements(definition->body);
    b.return_constant(Value::none());
  }
  return finish_unit(description);
}

// --- Classes

void CodeGenerator::class_statement(syntax::ClassDef* node) {
  FunctionBuilder& b = *builder_;
  const Register first = push_decorators(node->decorator_list);
  const uint32_t first_line =
      node->decorator_list.empty() ? node->location.line : node->decorator_list[0]->location.line;
  Code* code = class_code(scopes_.of(node), node, first_line);
  const Register window = b.allocate();
  b.at(node->location);
  b.emit(Opcode::LoadIntrinsic, window, 2);
  make_function(b.allocate(4), code, 0);
  b.release_to(window + 2);
  Str* name = str_of(compilation_.identifiers.find_or_add(node->name));
  if (name != nullptr) b.load_constant(b.allocate(), Value::cell(name));
  call_window(window, 2, node->bases, node->keywords, node->location);
  call_decorators(node->decorator_list, first);
  b.at(node->location);
  refuse_debug(node->name, node->location);
  store_name(mangle(node->name), Operand::of_temporary(first));
  b.release_to(first);
}

Code* CodeGenerator::class_code(Scope* scope, syntax::ClassDef* node, uint32_t first_line) {
  if (!compilation_.may_go_on()) return nullptr;
  Unit unit(compilation_, scope, unit_);
  begin_unit(unit, node->name, true);
  FunctionBuilder& b = *builder_;
  IdentifierTable& names = compilation_.identifiers;
  b.at({first_line, 0, first_line, 0});
  b.emit_prologue();
  const Register reg = b.allocate();
  b.emit_named(Opcode::LoadName, reg, names.find_or_add("__name__"));
  b.emit_named(Opcode::StoreName, reg, names.find_or_add("__module__"));
  if (unit.qualified_name != nullptr) b.load_constant(reg, Value::cell(unit.qualified_name));
  b.emit_named(Opcode::StoreName, reg, names.find_or_add("__qualname__"));
  b.release_to(reg);
  body_with_docstring(node->body);
  if (scope->needs_class_box) {
    b.emit_named(Opcode::StoreName, b.class_box(), names.find_or_add("__classcell__"));
    b.emit_last(Opcode::Return, b.class_box());
  } else {
    b.return_constant(Value::none());
  }
  FunctionBuilder::Description description{};
  description.flags = UsesNamespace | IsClassBody;
  description.first_line = first_line;
  return finish_unit(description);
}

}  // namespace weft::compiler
