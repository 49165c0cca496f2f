// Calls: the window of callee and arguments, built in place.
#include <algorithm>

#include "interpreter/compiler/code_generator.h"
#include "interpreter/compiler/warnings.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"

namespace weft::compiler {

using syntax::ExpressionKind;

namespace {

bool is_spread(syntax::Expressions arguments, syntax::Nodes<syntax::Keyword> keywords) {
  for (const syntax::Expression* argument : arguments) {
    if (argument->is(ExpressionKind::Starred)) return true;
  }
  for (const syntax::Keyword* keyword : keywords) {
    if (keyword->arg.empty()) return true;
  }
  return false;
}

}  // namespace

void CodeGenerator::check_keywords(syntax::Nodes<syntax::Keyword> keywords) {
  // Equal names are equal addresses.
  std::vector<std::pair<const char*, const syntax::Keyword*>> seen;
  for (const syntax::Keyword* keyword : keywords) {
    if (!keyword->arg.empty()) seen.emplace_back(keyword->arg.data(), keyword);
  }
  if (seen.size() < 2) return;
  std::stable_sort(seen.begin(), seen.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  for (size_t i = 1; i < seen.size(); ++i) {
    if (seen[i].first != seen[i - 1].first) continue;
    fail(seen[i].second->location, text("keyword argument repeated: ", seen[i].second->arg));
    return;
  }
}

// The tuple of the names, as a constant.
Value CodeGenerator::keyword_names(syntax::Nodes<syntax::Keyword> keywords) {
  Tuple* names = make_tuple(thread(), keywords.size());
  if (!check(names)) return Value::none();
  for (size_t i = 0; i < keywords.size(); ++i) {
    Str* name = str_of(mangle(keywords[i]->arg));
    if (name == nullptr) return Value::none();
    store(names, names->values[i], Value::cell(name));
  }
  return Value::cell(names);
}

Operand CodeGenerator::call_value(syntax::Call* node, Destination destination) {
  warn_about_call(compilation_, node);
  if (node->func->is(ExpressionKind::Attribute) && !is_spread(node->args, node->keywords) &&
      fits_window(2 + node->args.size() + node->keywords.size())) {
    return method_call_value(node, destination);
  }
  for (const syntax::Keyword* keyword : node->keywords) {
    if (refuse_debug(keyword->arg, node->location)) break;
  }
  const Register window = push(node->func);
  call_window(window, 0, node->args, node->keywords, node->location);
  return hand_over(window, destination);
}

Operand CodeGenerator::method_call_value(syntax::Call* node, Destination destination) {
  FunctionBuilder& b = *builder_;
  const auto* method = node->func->as<syntax::Attribute>();
  for (const syntax::Keyword* keyword : node->keywords) {
    if (refuse_debug(keyword->arg, node->location)) break;
  }
  check_keywords(node->keywords);
  const Register mark = b.top();
  const Register object = to_register(value(method->value, Anywhere));
  b.release_to(mark);
  const Register window = b.allocate(2);
  b.at(attribute_location(method));
  b.emit_attribute(Opcode::LoadMethod, window, object, mangle(method->attr));
  for (syntax::Expression* argument : node->args) push(argument);
  for (const syntax::Keyword* keyword : node->keywords) push(keyword->value);
  syntax::Location location = node->location;
  if (method->location.end_line != location.line) {
    // The call is shown from its method's name on.
    const syntax::Location name = attribute_location(method);
    location.line = name.line;
    location.column = name.column;
  }
  b.at(location);
  const auto count = static_cast<uint32_t>(node->args.size() + node->keywords.size());
  if (node->keywords.empty()) {
    b.emit_call(Opcode::CallMethod, window, count);
  } else {
    b.emit_extended(Opcode::CallMethodKw, window, count, 0,
                    b.extension_constant(keyword_names(node->keywords)));
  }
  return hand_over(window, destination);
}

void CodeGenerator::call_window(Register window, uint32_t pushed, syntax::Expressions arguments,
                                syntax::Nodes<syntax::Keyword> keywords,
                                const syntax::Location& location) {
  FunctionBuilder& b = *builder_;
  check_keywords(keywords);
  if (is_spread(arguments, keywords) || !fits_window(arguments.size() + keywords.size())) {
    spread_call(window, pushed, arguments, keywords, location);
    return;
  }
  for (syntax::Expression* argument : arguments) push(argument);
  for (const syntax::Keyword* keyword : keywords) push(keyword->value);
  b.at(location);
  const auto count = pushed + static_cast<uint32_t>(arguments.size() + keywords.size());
  if (keywords.empty()) {
    b.emit_call(Opcode::Call, window, count);
  } else {
    b.emit_extended(Opcode::CallKw, window, count, 0,
                    b.extension_constant(keyword_names(keywords)));
  }
  b.release_to(window + 1);
}

// With *iterables, **mappings or very many arguments: positional ones in a list, keywords in a
// dict.
void CodeGenerator::spread_call(Register window, uint32_t pushed, syntax::Expressions arguments,
                                syntax::Nodes<syntax::Keyword> keywords,
                                const syntax::Location& location) {
  FunctionBuilder& b = *builder_;
  const bool is_single_star =
      pushed == 0 && arguments.size() == 1 && arguments[0]->is(ExpressionKind::Starred);
  b.at(location);
  if (is_single_star) {
    push(arguments[0]->as<syntax::Starred>()->value);
  } else {
    if (pushed == 0) b.allocate();
    b.emit(Opcode::BuildList, window + 1, window + 1, pushed);
    b.release_to(window + 2);
    append_elements(window + 1, arguments, Opcode::ListAppend, Opcode::ListExtend);
  }
  if (!keywords.empty()) {
    const Register dict = b.allocate();
    b.at(location);
    b.emit(Opcode::BuildDict, dict, dict, 0);
    // Names between two **mappings are merged as a group, so that a repeated one is found.
    bool after_mapping = false;
    for (const syntax::Keyword* keyword : keywords) {
      const Register mark = b.top();
      if (keyword->arg.empty()) {
        const Register source = to_register(value(keyword->value, Anywhere));
        b.at(location);
        b.emit(Opcode::DictMerge, dict, source, window);
        after_mapping = true;
      } else {
        Str* name = str_of(mangle(keyword->arg));
        const Register pair = b.allocate();
        if (name != nullptr) b.load_constant(pair, Value::cell(name));
        push(keyword->value);
        b.at(location);
        if (after_mapping) {
          b.emit(Opcode::BuildDict, pair, pair, 1);
          b.emit(Opcode::DictMerge, dict, pair, window);
        } else {
          b.emit(Opcode::DictSet, dict, pair, pair + 1);
        }
      }
      b.release_to(mark);
    }
  }
  b.at(location);
  b.emit(Opcode::CallEx, window, keywords.empty() ? 0 : 1);
  b.release_to(window + 1);
}

}  // namespace weft::compiler
