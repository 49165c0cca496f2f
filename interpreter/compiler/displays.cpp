// List, tuple, set and dict displays.
//
// Short ones are built from a window of registers. Long ones, and those with starred parts, are
// begun empty and filled: then elements that are locals are not even moved. Runs of constants are
// one constant tuple.
#include "interpreter/compiler/code_generator.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/set.h"

namespace weft::compiler {

using syntax::ExpressionKind;

namespace {

constexpr size_t LongestWindow = 32;
// Shorter constant lists are built from their elements.
constexpr size_t ShortestConstantRun = 3;

bool has_starred(syntax::Expressions elements) {
  for (const syntax::Expression* element : elements) {
    if (element->is(ExpressionKind::Starred)) return true;
  }
  return false;
}

}  // namespace

// The elements as locals in registers that follow each other, which are a window already: the
// first, or AnyRegister.
Register CodeGenerator::local_run(syntax::Expressions elements) {
  if (elements.empty() || scope_->has_walrus) return Destination::AnyRegister;
  const Register first = local_register(elements[0]);
  if (first == Destination::AnyRegister) return first;
  for (size_t i = 1; i < elements.size(); ++i) {
    if (local_register(elements[i]) != first + i) return Destination::AnyRegister;
  }
  for (syntax::Expression* element : elements) value(element, Anywhere);  // set, are they?
  return first;
}

// The elements in a window of registers; temporaries, if it takes any.
Register CodeGenerator::push_window(syntax::Expressions elements) {
  const Register run = local_run(elements);
  if (run != Destination::AnyRegister) return run;
  const Register window = builder_->top();
  for (syntax::Expression* element : elements) push(element);
  return window;
}

bool CodeGenerator::fits_window(size_t count) const {
  constexpr Register HighestWindowEnd = 240;
  return count <= LongestWindow && builder_->top() + count <= HighestWindowEnd;
}

// To the exact list or set in R[collection], by the given instructions.
void CodeGenerator::append_elements(Register collection, syntax::Expressions elements,
                                    Opcode append, Opcode extend) {
  FunctionBuilder& b = *builder_;
  const syntax::Location location = b.location();  // of the whole, which errors are told of
  for (syntax::Expression* element : elements) {
    const Register mark = b.top();
    if (element->is(ExpressionKind::Starred)) {
      const Register source = to_register(value(element->as<syntax::Starred>()->value, Anywhere));
      b.at(location);
      b.emit(extend, collection, source);
    } else {
      const Register source = to_register(value(element, Anywhere));
      b.at(location);
      b.emit(append, collection, source);
    }
    b.release_to(mark);
  }
}

Operand CodeGenerator::list_value(syntax::List* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  if (node->elts.size() >= ShortestConstantRun) {
    const Value tuple = fold_tuple(compilation_, node->elts);
    if (!tuple.is_unset()) {
      const Register list = b.allocate();
      b.at(node->location);
      b.emit(Opcode::BuildList, list, list, 0);
      b.emit(Opcode::ListExtend, list, to_register(Operand::of_constant(tuple)));
      return hand_over(list, destination);
    }
  }
  if (!fits_window(node->elts.size()) || has_starred(node->elts)) {
    const Register list = b.allocate();
    b.at(node->location);
    b.emit(Opcode::BuildList, list, list, 0);
    append_elements(list, node->elts, Opcode::ListAppend, Opcode::ListExtend);
    return hand_over(list, destination);
  }
  const Register window = push_window(node->elts);
  const Register result = result_register(destination, mark);
  b.at(node->location);
  b.emit(Opcode::BuildList, result, window, static_cast<uint32_t>(node->elts.size()));
  return produced(destination, result);
}

Operand CodeGenerator::tuple_value(syntax::Expressions elements, const syntax::Location& location,
                                   Destination destination) {
  FunctionBuilder& b = *builder_;
  const Value folded = fold_tuple(compilation_, elements);
  if (!folded.is_unset()) return deliver(Operand::of_constant(folded), destination);
  const Register mark = b.top();
  if (!fits_window(elements.size()) || has_starred(elements)) {
    const Register list = b.allocate();
    b.at(location);
    b.emit(Opcode::BuildList, list, list, 0);
    append_elements(list, elements, Opcode::ListAppend, Opcode::ListExtend);
    b.at(location);
    const Register result = result_register(destination, mark);
    b.emit(Opcode::ListToTuple, result, list);
    return produced(destination, result);
  }
  const Register window = push_window(elements);
  const Register result = result_register(destination, mark);
  b.at(location);
  b.emit(Opcode::BuildTuple, result, window, static_cast<uint32_t>(elements.size()));
  return produced(destination, result);
}

Operand CodeGenerator::set_value(syntax::Set* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  if (node->elts.size() >= ShortestConstantRun) {
    const Value tuple = fold_tuple(compilation_, node->elts);
    if (!tuple.is_unset()) {
      weft::Set* constant = frozenset_from_iterable(thread(), tuple);
      check(constant);
      const Register set = b.allocate();
      b.at(node->location);
      b.emit(Opcode::BuildSet, set, set, 0);
      if (constant != nullptr) {
        b.emit(Opcode::SetUpdate, set, to_register(Operand::of_constant(Value::cell(constant))));
      }
      return hand_over(set, destination);
    }
  }
  if (!fits_window(node->elts.size()) || has_starred(node->elts)) {
    const Register set = b.allocate();
    b.at(node->location);
    b.emit(Opcode::BuildSet, set, set, 0);
    append_elements(set, node->elts, Opcode::SetAdd, Opcode::SetUpdate);
    return hand_over(set, destination);
  }
  const Register window = push_window(node->elts);
  const Register result = result_register(destination, mark);
  b.at(node->location);
  b.emit(Opcode::BuildSet, result, window, static_cast<uint32_t>(node->elts.size()));
  return produced(destination, result);
}

Operand CodeGenerator::dict_value(syntax::Dict* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  bool has_stars = false;
  for (const syntax::Expression* key : node->keys) has_stars |= key == nullptr;
  if (!has_stars && fits_window(2 * node->keys.size())) {
    for (size_t i = 0; i < node->keys.size(); ++i) {
      push(node->keys[i]);
      push(node->values[i]);
    }
    const Register result = result_register(destination, mark);
    b.at(node->location);
    b.emit(Opcode::BuildDict, result, mark, static_cast<uint32_t>(node->keys.size()));
    return produced(destination, result);
  }
  const Register dict = b.allocate();
  b.at(node->location);
  b.emit(Opcode::BuildDict, dict, dict, 0);
  for (size_t i = 0; i < node->keys.size(); ++i) {
    const Register operands = b.top();
    if (node->keys[i] == nullptr) {
      const Register source = to_register(value(node->values[i], Anywhere));
      b.at(node->location);
      b.emit(Opcode::DictUpdate, dict, source);
    } else {
      const Operand key = stable(node->keys[i], node->values[i]);
      const Operand item = value(node->values[i], Anywhere);
      const Register key_register = to_register(key);
      const Register item_register = to_register(item);
      b.at(node->location);
      b.emit(Opcode::DictSet, dict, key_register, item_register);
    }
    b.release_to(operands);
  }
  return hand_over(dict, destination);
}

}  // namespace weft::compiler
