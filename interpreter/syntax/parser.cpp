#include "interpreter/syntax/parser.h"

#include <algorithm>
#include <utility>

#include "interpreter/syntax/grammar.h"
#include "interpreter/syntax/parse_context.h"
#include "interpreter/syntax/source_text.h"

namespace weft::syntax {

namespace {

StartRule start_rule_of(ParseMode mode) {
  switch (mode) {
    case ParseMode::Module:
      return StartRule::Module;
    case ParseMode::Expression:
      return StartRule::Expression;
    case ParseMode::Single:
      break;
  }
  return StartRule::Single;
}

}  // namespace

ParseResult parse(std::string_view source, std::string_view filename, const ParseOptions& options) {
  ParseResult result;
  SourceText text = read_source(source, filename, options, result.arena);
  if (text.diagnostic) {
    result.diagnostic = std::move(text.diagnostic);
    return result;
  }
  ParseContext context{options, result.arena, &result.warnings};
  context.text_is_utf8 = text.is_utf8;
  context.columns_are_characters = text.encoding_is_known;
  Grammar grammar(context, text.text, start_rule_of(options.mode), {1, 0});
  result.module = grammar.parse_source();
  result.diagnostic = std::move(context.diagnostic);
  std::stable_sort(result.warnings.begin(), result.warnings.end(),
                   [](const Warning& a, const Warning& b) { return a.line < b.line; });
  return result;
}

}  // namespace weft::syntax
