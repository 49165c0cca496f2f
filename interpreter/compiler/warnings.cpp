#include "interpreter/compiler/warnings.h"

#include <unistd.h>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/operations.h"

namespace weft::compiler {

using namespace syntax;

namespace {

bool is_constant_tuple(const Expression* node) {
  if (!node->is(ExpressionKind::Tuple)) return false;
  for (const Expression* element : node->as<syntax::Tuple>()->elts) {
    if (!element->is(ExpressionKind::Constant) && !is_constant_tuple(element)) return false;
  }
  return true;
}

std::string_view type_of_literal(const Constant* node) {
  switch (node->value_kind) {
    case ConstantKind::None:
      return "NoneType";
    case ConstantKind::True:
    case ConstantKind::False:
      return "bool";
    case ConstantKind::Ellipsis:
      return "ellipsis";
    case ConstantKind::Int:
    case ConstantKind::BigInt:
      return "int";
    case ConstantKind::Float:
      return "float";
    case ConstantKind::Complex:
      return "complex";
    case ConstantKind::Str:
      return "str";
    case ConstantKind::Bytes:
      return "bytes";
  }
  return {};
}

// The type of what an expression makes whenever it is evaluated; empty if one cannot say.
std::string_view certain_type(const Expression* node) {
  switch (node->kind) {
    case ExpressionKind::Tuple:
      return "tuple";
    case ExpressionKind::List:
    case ExpressionKind::ListComp:
      return "list";
    case ExpressionKind::Dict:
    case ExpressionKind::DictComp:
      return "dict";
    case ExpressionKind::Set:
    case ExpressionKind::SetComp:
      return "set";
    case ExpressionKind::GeneratorExp:
      return "generator";
    case ExpressionKind::Lambda:
      return "function";
    case ExpressionKind::JoinedStr:
    case ExpressionKind::FormattedValue:
      return "str";
    case ExpressionKind::Constant:
      return type_of_literal(node->as<Constant>());
    default:
      return {};
  }
}

bool is_subscriptable(const Expression* node) {
  switch (node->kind) {
    case ExpressionKind::Set:
    case ExpressionKind::SetComp:
    case ExpressionKind::GeneratorExp:
    case ExpressionKind::Lambda:
      return false;
    case ExpressionKind::Constant: {
      const ConstantKind kind = node->as<Constant>()->value_kind;
      return kind == ConstantKind::Str || kind == ConstantKind::Bytes;
    }
    default:
      return true;
  }
}

bool takes_only_integers(std::string_view type) {
  return type == "str" || type == "bytes" || type == "tuple" || type == "list";
}

bool may_be_compared_by_identity(const Expression* node) {
  if (is_constant_tuple(node)) return false;
  if (!node->is(ExpressionKind::Constant)) return true;
  const ConstantKind kind = node->as<Constant>()->value_kind;
  return kind <= ConstantKind::Ellipsis;
}

void write_to_stderr(Thread& thread, const std::string& message) {
  if (thread.isolate.sys != nullptr) {
    const Value stream = dict_get_str(thread.isolate.sys, thread.isolate.names.stderr);
    Str* text = stream.is_unset() || stream.is_none() ? nullptr : make_str(thread, message);
    if (text != nullptr && call_method(thread, stream, "write", {Value::cell(text)})) return;
    thread.pending = nullptr;
  }
  const ssize_t written = write(STDERR_FILENO, message.data(), message.size());
  static_cast<void>(written);
}

}  // namespace

void warn_about_call(Compilation& compilation, const Call* node) {
  const std::string_view type = certain_type(node->func);
  if (type.empty() || type == "function") return;
  compilation.warn(node->location, text("'", type,
                                        "' object is not callable; perhaps you missed a "
                                        "comma?"));
}

void warn_about_subscript(Compilation& compilation, const Subscript* node) {
  const std::string_view type = certain_type(node->value);
  if (type.empty()) return;
  if (!is_subscriptable(node->value)) {
    compilation.warn(node->location, text("'", type,
                                          "' object is not subscriptable; perhaps you "
                                          "missed a comma?"));
    return;
  }
  const std::string_view index = certain_type(node->slice);
  if (!takes_only_integers(type) || index.empty() || index == "int" || index == "bool") return;
  compilation.warn(node->location, text(type, " indices must be integers or slices, not ", index,
                                        "; perhaps you missed a comma?"));
}

void warn_about_comparison(Compilation& compilation, const Compare* node) {
  bool left = may_be_compared_by_identity(node->left);
  for (size_t i = 0; i < node->ops.size(); ++i) {
    const bool right = may_be_compared_by_identity(node->comparators[i]);
    const syntax::CompareOperator op = node->ops[i];
    if (!(left && right)) {
      if (op == syntax::CompareOperator::Is) {
        compilation.warn(node->location, "\"is\" with a literal. Did you mean \"==\"?");
        return;
      }
      if (op == syntax::CompareOperator::IsNot) {
        compilation.warn(node->location, "\"is not\" with a literal. Did you mean \"!=\"?");
        return;
      }
    }
    left = right;
  }
}

void warn_about_assertion(Compilation& compilation, const Assert* node) {
  if (!node->test->is(ExpressionKind::Tuple) || node->test->as<syntax::Tuple>()->elts.empty()) {
    return;
  }
  compilation.warn(node->location, "assertion is always true, perhaps remove parentheses?");
}

std::string source_line(std::string_view source, uint32_t number) {
  for (; number > 1; --number) {
    const size_t end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  if (source.empty()) return {};
  return std::string(source.substr(0, source.find('\n'))) + '\n';
}

bool is_readable_file(std::string_view filename) {
  return access(std::string(filename).c_str(), R_OK) == 0;
}

void show_warnings(Compilation& compilation, const std::vector<syntax::Warning>& parser_warnings,
                   std::string_view source) {
  constexpr char Blanks[] = " \t\f\r\n";
  Thread& thread = compilation.thread;
  // An error of the compilation itself stays pending meanwhile, where the collector sees it.
  Exception* pending = std::exchange(thread.pending, nullptr);
  const auto show = [&](const syntax::Warning& warning) {
    if (warning.kind != syntax::WarningKind::SyntaxWarning) return;  // not shown by default
    std::string message = text(compilation.filename->view(), ":", warning.line,
                               ": SyntaxWarning: ", warning.message, "\n");
    if (is_readable_file(compilation.filename->view())) {
      const std::string line = source_line(source, warning.line);
      const size_t first = line.find_first_not_of(Blanks);
      if (first != std::string::npos) {
        message += "  " + line.substr(first, line.find_last_not_of(Blanks) - first + 1) + "\n";
      }
    }
    write_to_stderr(thread, message);
  };
  for (const syntax::Warning& warning : parser_warnings) show(warning);
  for (const syntax::Warning& warning : compilation.warnings()) show(warning);
  thread.pending = pending;
}

}  // namespace weft::compiler
