#include "interpreter/syntax/grammar.h"

#include <utility>

#include "interpreter/syntax/grammar_tools.h"
#include "interpreter/syntax/identifier.h"

// The passes; see grammar.h for why there are several. And what nodes need to be made.

namespace weft::syntax {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f'; }

}  // namespace

Grammar::Grammar(ParseContext& context, std::string_view text, StartRule start, Place place)
    : SourceReader(context, text, start, place) {}

// ---- passes ----

void Grammar::begin_pass(PassKind pass) {
  pass_ = pass;
  explaining_ = pass == PassKind::Explaining;
  memory_.clear();
  if (pass != PassKind::Building) context_.warnings = &context_.unheard_warnings;
  restart();
}

template <class Parse>
auto Grammar::run(Parse parse) -> decltype(parse()) {
  begin_pass(PassKind::Building);
  auto result = parse();
  if (result != nullptr && !raised()) {
    if (start_ != StartRule::Single || is_single_statement()) return result;
    furthest_ = position_ - 1;  // it is the end of the first statement that is shown
    raise_here("multiple statements found while compiling a single statement");
    return nullptr;
  }
  const bool incomplete = raised() ? raised_at_end_of_text_ : is_at_end_of_text();
  if (!raised() && dict_failed_) {
    begin_pass(PassKind::CheckingDicts);
    parse();
  }
  if (!raised()) {
    const Token last = tokens_[furthest_];
    begin_pass(PassKind::Explaining);
    parse();
    conclude(last);
  } else if (!is_end_seen()) {
    check_rest_of_text();
  }
  context_.diagnostic->incomplete = incomplete;
  return nullptr;
}

// The last pass is over: says what was wrong, the first pass having got as far as `last`.
void Grammar::conclude(const Token& last) {
  if (raised()) {
    if (!is_end_seen()) check_rest_of_text();
  } else if (last.kind == TokenKind::Indent) {
    raise_indentation("unexpected indent");
  } else if (last.kind == TokenKind::Dedent) {
    raise_indentation("unexpected unindent");
  } else {
    raise_at(last, "invalid syntax");
    check_rest_of_text();
  }
}

const Module* Grammar::parse_source() {
  return run([this] { return parse_start(); });
}

Expression* Grammar::parse_replacement_field() {
  return run([this] { return parse_star_expressions(); });
}

Module* Grammar::parse_start() {
  Module module{};
  switch (start_) {
    case StartRule::Module: {
      module.mode = ParseMode::Module;
      Collected<Statement> statements(*this);
      if (!parse_statements(statements) || !at(TokenKind::EndMarker)) return nullptr;
      module.body = statements.finish();
      break;
    }
    case StartRule::Single: {
      module.mode = ParseMode::Single;
      Collected<Statement> statements(*this);
      bool is_simple = false;
      if (Statement* compound = parse_compound_statement(is_simple)) {
        if (!accept(TokenKind::Newline)) return nullptr;
        statements.push(compound);
      } else if (!is_simple || !parse_simple_statements(statements)) {
        return nullptr;
      }
      module.body = statements.finish();
      break;
    }
    case StartRule::Expression: {
      module.mode = ParseMode::Expression;
      module.expression = parse_expressions();
      if (module.expression == nullptr) return nullptr;
      while (accept(TokenKind::Newline)) {
      }
      if (!at(TokenKind::EndMarker)) return nullptr;
      break;
    }
    case StartRule::ReplacementField:
      return nullptr;
  }
  return context_.arena.create<Module>(module);
}

// Nothing but blanks and comments may follow the statement of mode Single.
bool Grammar::is_single_statement() const {
  size_t at = previous().end;
  while (at < text_.size()) {
    if (is_blank(text_[at])) {
      ++at;
    } else if (text_[at] == '#') {
      at = std::min(text_.find('\n', at), text_.size());
    } else {
      return false;
    }
  }
  return true;
}

// ---- nodes ----

bool Grammar::at_lone_atom() {
  if (!at(TokenKind::Name) && !at(TokenKind::Number) && !at(TokenKind::String)) return false;
  const TokenKind next = peek();
  return next == TokenKind::Comma || next == TokenKind::RightParen ||
         next == TokenKind::RightBracket || next == TokenKind::RightBrace;
}

std::string_view Grammar::name_of(const Token& token) {
  const std::string_view text = lexer_->text_of(token);
  if (token.trait != NameTrait::BeyondAscii) return context_.names.intern(text);
  return context_.names.intern(context_.arena.copy(normalise_identifier(text)));
}

Expression* Grammar::measured(Expression* node, unsigned child_height) {
  if (child_height >= context_.options.maximum_depth) {
    return raise_unplaced(ErrorKind::RecursionError,
                          "maximum recursion depth exceeded during compilation");
  }
  node->height = static_cast<uint16_t>(child_height + 1);
  return node;
}

Pattern* Grammar::measured(Pattern* node, unsigned child_height) {
  if (child_height >= context_.options.maximum_depth) {
    return raise_unplaced(ErrorKind::RecursionError,
                          "maximum recursion depth exceeded during compilation");
  }
  node->height = static_cast<uint16_t>(child_height + 1);
  return node;
}

unsigned Grammar::height_of(const Arguments& arguments) {
  return std::max(height_of(arguments.defaults), height_of(arguments.kw_defaults));
}

unsigned Grammar::height_of(Nodes<Comprehension> clauses) {
  unsigned height = 0;
  for (const Comprehension* clause : clauses) {
    height = std::max(
        {height, height_of(clause->target), height_of(clause->iter), height_of(clause->ifs)});
  }
  return height;
}

unsigned Grammar::height_of(Nodes<Keyword> keywords) {
  unsigned height = 0;
  for (const Keyword* keyword : keywords) height = std::max(height, height_of(keyword->value));
  return height;
}

}  // namespace weft::syntax
