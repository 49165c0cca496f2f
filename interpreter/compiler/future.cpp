#include "interpreter/compiler/future.h"

#include <algorithm>

#include "interpreter/objects/errors.h"

namespace weft::compiler {

using namespace syntax;

namespace {

// Features that became the language long ago.
constexpr std::string_view settled_features[] = {
    "nested_scopes",  "generators",     "division",         "absolute_import", "with_statement",
    "print_function", "barry_as_FLUFL", "unicode_literals", "generator_stop",
};

bool is_future_import(const Statement* node) {
  return node->is(StatementKind::ImportFrom) && node->as<ImportFrom>()->module == "__future__";
}

bool may_precede(const Statement* node) {  // a docstring
  if (!node->is(StatementKind::Expr)) return false;
  const Expression* value = node->as<Expr>()->value;
  return value->is(ExpressionKind::Constant) &&
         value->as<Constant>()->value_kind == ConstantKind::Str;
}

void read_features(Compilation& compilation, const ImportFrom* node) {
  for (const Alias* alias : node->names) {
    if (alias->name == "annotations") {
      compilation.future_flags |= FutureAnnotations;
    } else if (alias->name == "braces") {
      compilation.fail_at_start_of(node->location, "not a chance");
    } else if (std::find(std::begin(settled_features), std::end(settled_features), alias->name) ==
               std::end(settled_features)) {
      compilation.fail_at_start_of(node->location,
                                   text("future feature ", alias->name, " is not defined"));
    }
  }
}

}  // namespace

void read_future_statements(Compilation& compilation, const Module& module) {
  bool ended = false;
  uint32_t line = 0;
  for (const Statement* node : module.body) {
    if (ended && node->location.line > line) return;
    line = node->location.line;
    if (is_future_import(node)) {
      if (ended) {
        compilation.fail_at_start_of(
            node->location, "from __future__ imports must occur at the beginning of the file");
        return;
      }
      read_features(compilation, node->as<ImportFrom>());
      compilation.last_future_line = line;
    } else if (!may_precede(node)) {
      ended = true;
    }
  }
}

}  // namespace weft::compiler
