// Names: the instruction for each binding.
#include "interpreter/compiler/code_generator.h"

namespace weft::compiler {

Str* CodeGenerator::str_of(const Identifier* name) {
  Str* str = compilation_.identifiers.str(name);
  check(str);
  return str;
}

Value CodeGenerator::str_constant(std::string_view text) {
  Str* str = intern(thread(), text);
  return check(str) ? Value::cell(str) : Value::none();
}

bool CodeGenerator::refuse_debug(std::string_view name, const syntax::Location& location) {
  if (name != "__debug__") return false;
  fail(location, "cannot assign to __debug__");
  return true;
}

Register CodeGenerator::local_register(const syntax::Expression* node) {
  if (!node->is(syntax::ExpressionKind::Name) || !scope_->is_function()) {
    return Destination::AnyRegister;
  }
  const std::string_view text = node->as<syntax::Name>()->id;
  const Symbol* symbol = scope_->find(mangle(text));
  const bool is_near_local = symbol != nullptr && symbol->binding == Binding::Local &&
                             symbol->register_index < FirstFarRegister && text != "__debug__";
  return is_near_local ? symbol->register_index : Destination::AnyRegister;
}

// The box of a captured variable of this function; one in a far register is fetched into a new
// temporary.
Register CodeGenerator::box_register(const Symbol* symbol) {
  if (symbol->register_index < FirstFarRegister) return symbol->register_index;
  const Register box = builder_->allocate();
  builder_->emit_wide(Opcode::LoadFar, box, symbol->register_index - FirstFarRegister);
  return box;
}

Operand CodeGenerator::name_value(const syntax::Name* node, Destination destination) {
  if (node->id == "__debug__") {
    return deliver(Operand::of_constant(Value::boolean(compilation_.optimisation == 0)),
                   destination);
  }
  builder_->at(node->location);
  return load_name(mangle(node->id), destination);
}

Operand CodeGenerator::load_name(Identifier* name, Destination destination) {
  FunctionBuilder& b = *builder_;
  const Symbol* symbol = scope_->find(name);
  const Register mark = b.top();
  const Binding binding = symbol == nullptr ? Binding::GlobalImplicit : symbol->binding;
  switch (binding) {
    case Binding::Local: {
      if (!scope_->is_function()) break;
      if (symbol->register_index >= FirstFarRegister) {
        const Register copy = b.allocate();
        b.emit_wide(Opcode::LoadFar, copy, symbol->register_index - FirstFarRegister);
        b.emit_wide(Opcode::CheckLocal, copy, b.name_constant(name));
        return hand_over(copy, destination);
      }
      const Register local = symbol->register_index;
      if (!b.assigned().has(local)) {
        b.emit_wide(Opcode::CheckLocal, local, b.name_constant(name));
        b.assigned().add(local);
      }
      return deliver(Operand::of_local(local), destination);
    }
    case Binding::Cell: {
      const Register box = box_register(symbol);
      const Register result = result_register(destination, mark);
      b.emit(Opcode::LoadBox, result, box);
      return produced(destination, result);
    }
    case Binding::Free: {
      const Register result = result_register(destination, mark);
      b.emit_wide(scope_->is_function() ? Opcode::LoadFree : Opcode::LoadClassFree, result,
                  symbol->free_index);
      return produced(destination, result);
    }
    case Binding::GlobalImplicit:
      if (!scope_->is_function()) break;
      [[fallthrough]];
    case Binding::GlobalExplicit: {
      const Register result = result_register(destination, mark);
      b.emit_named(Opcode::LoadGlobal, result, name);
      return produced(destination, result);
    }
  }
  const Register result = result_register(destination, mark);
  b.emit_named(Opcode::LoadName, result, name);
  return produced(destination, result);
}

void CodeGenerator::store_name(Identifier* name, Operand operand) {
  FunctionBuilder& b = *builder_;
  const Symbol* symbol = scope_->find(name);
  const Register mark = b.top();
  const Binding binding = symbol == nullptr ? Binding::Local : symbol->binding;
  if (binding == Binding::Local && scope_->is_function() && symbol != nullptr &&
      symbol->register_index < FirstFarRegister) {
    load(symbol->register_index, operand);
    b.assigned().add(symbol->register_index);
    return;
  }
  const Register source = to_register(operand);
  switch (binding) {
    case Binding::Local:
      if (scope_->is_function()) {
        b.emit_wide(Opcode::StoreFar, source, symbol->register_index - FirstFarRegister);
      } else {
        b.emit_named(Opcode::StoreName, source, name);
      }
      break;
    case Binding::Cell:
      b.emit(Opcode::StoreBox, source, box_register(symbol));
      break;
    case Binding::Free:
      b.emit_wide(Opcode::StoreFree, source, symbol->free_index);
      break;
    case Binding::GlobalImplicit:
    case Binding::GlobalExplicit:
      b.emit_named(Opcode::StoreGlobal, source, name);
      break;
  }
  b.release_to(mark);
}

void CodeGenerator::delete_name(Identifier* name) {
  FunctionBuilder& b = *builder_;
  const Symbol* symbol = scope_->find(name);
  const Register mark = b.top();
  switch (symbol->binding) {
    case Binding::Local: {
      if (!scope_->is_function()) {
        b.emit_named(Opcode::DeleteName, 0, name);
        break;
      }
      const Register local = symbol->register_index;
      if (local >= FirstFarRegister) {
        const Register copy = b.allocate();
        b.emit_wide(Opcode::LoadFar, copy, local - FirstFarRegister);
        b.emit_wide(Opcode::CheckLocal, copy, b.name_constant(name));
        b.emit(Opcode::Unset, copy);
        b.emit_wide(Opcode::StoreFar, copy, local - FirstFarRegister);
      } else if (b.assigned().has(local)) {
        b.emit(Opcode::Unset, local);
        b.assigned().remove(local);
      } else {
        b.emit_wide(Opcode::DeleteLocal, local, b.name_constant(name));
      }
      break;
    }
    case Binding::Cell:
      b.emit(Opcode::DeleteBox, 0, box_register(symbol));
      break;
    case Binding::Free:
      b.emit_wide(Opcode::DeleteFree, 0, symbol->free_index);
      break;
    case Binding::GlobalImplicit:
    case Binding::GlobalExplicit:
      b.emit_named(Opcode::DeleteGlobal, 0, name);
      break;
  }
  b.release_to(mark);
}

}  // namespace weft::compiler
