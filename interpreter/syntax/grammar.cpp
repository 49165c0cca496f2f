#include "interpreter/syntax/grammar.h"

#include <utility>

#include "interpreter/syntax/grammar_tools.h"
#include "interpreter/syntax/identifier.h"

// The passes, and the tokens they read. See grammar.h for why there are several.

namespace weft::syntax {

namespace {

constexpr size_t TokensWorthDropping = 1024;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f'; }

}  // namespace

Grammar::Grammar(ParseContext& context, std::string_view text, StartRule start, Place place)
    : context_(context), text_(text), start_(start), place_(place) {}

// ---- passes ----

void Grammar::begin_pass(PassKind pass) {
  const size_t furthest = pass == PassKind::Building ? 0 : dropped_ + furthest_;
  pass_ = pass;
  explaining_ = pass == PassKind::Explaining;
  memory_.clear();
  if (pass != PassKind::Building) context_.warnings = &context_.unheard_warnings;
  lexer_.emplace(text_, place_.line, place_.column, *context_.warnings);
  tokens_.clear();
  position_ = dropped_ = 0;
  end_was_newline_ = false;
  while (tokens_.size() <= furthest) fill_tokens();
  furthest_ = furthest;
  if (at(TokenKind::Error)) raise_lexical_error();
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

// A fault in the text behind a mistake is reported instead of it: an unterminated string is the
// likelier cause.
void Grammar::check_rest_of_text() {
  const ErrorKind kind = context_.diagnostic->kind;
  if (kind == ErrorKind::MemoryError || kind == ErrorKind::RecursionError || lexer_failed_) return;
  const uint32_t line = tokens_[furthest_].line;
  std::vector<Token> rest;
  while (!lexer_->ended()) {
    rest.clear();
    lexer_->fill(rest);
  }
  const std::optional<LexicalError>& error = lexer_->error();
  if (!error) return;
  const uint32_t bracket_line = lexer_->innermost_bracket_line();
  if (error->overrides_parser) {
    context_.diagnostic = error->diagnostic;
  } else if (bracket_line != 0 && line > bracket_line) {
    context_.diagnostic = lexer_->describe_unclosed();
  }
}

// Whether CPython's tokenizer, which looks one character behind all tokens but strings, knows by
// now that the text is over. If so it is not asked for faults in the rest of it.
bool Grammar::is_end_seen() const {
  const Token& furthest = tokens_[furthest_];
  return furthest.start < furthest.end && furthest.end == text_.size() && text_.back() != '"' &&
         text_.back() != '\'';
}

bool Grammar::is_at_end_of_text() const {
  const Token& last = tokens_[furthest_];
  if (lexer_failed_) return lexer_->error()->at_end_of_text;
  const bool text_is_over = text_.empty() || text_.back() == '\n';
  return last.start == text_.size() &&
         (last.kind == TokenKind::EndMarker ||
          ((last.kind == TokenKind::Newline || last.kind == TokenKind::Dedent) && text_is_over));
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

// ---- tokens ----

void Grammar::fill_tokens() {
  lexer_->fill(tokens_);
  Token& last = tokens_.back();
  // The text of mode Single need not end in a newline: its end counts as one, and as the end of
  // the open blocks too if the options say so, behind which comes another newline. (But an empty
  // text has no statement to end.)
  if (start_ == StartRule::Single && last.kind == TokenKind::EndMarker && !end_was_newline_ &&
      dropped_ + tokens_.size() > 1) {
    last.kind = TokenKind::Newline;
    end_was_newline_ = !(context_.options.end_closes_blocks && lexer_->close_blocks());
  }
  if (poisoned_) {
    for (Token& token : tokens_) token.kind = TokenKind::Error;
  }
}

void Grammar::reach_new_token() {
  furthest_ = position_;
  if (position_ == tokens_.size()) fill_tokens();
  if (at(TokenKind::Error) && !poisoned_) raise_lexical_error();
}

TokenKind Grammar::peek() {
  const size_t next = position_ + 1;
  if (next > furthest_) {
    advance();
    position_ = next - 1;
  }
  return tokens_[next].kind;
}

// At the beginning of a statement in the first pass nobody goes back any more.
void Grammar::drop_tokens() {
  if (pass_ != PassKind::Building || position_ < TokensWorthDropping) return;
  const size_t count = position_ - 1;
  tokens_.erase(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(count));
  position_ -= count;
  furthest_ -= count;
  dropped_ += count;
}

bool Grammar::expect_forced(TokenKind wanted, const char* text) {
  if (accept(wanted)) return true;
  if (!raised()) raise_at(token(), std::string("expected '") + text + "'");
  return false;
}

bool Grammar::newline_without_indent() {
  return at(TokenKind::Newline) && peek() != TokenKind::Indent;
}

bool Grammar::at_lone_atom() {
  if (!at(TokenKind::Name) && !at(TokenKind::Number) && !at(TokenKind::String)) return false;
  const TokenKind next = peek();
  return next == TokenKind::Comma || next == TokenKind::RightParen ||
         next == TokenKind::RightBracket || next == TokenKind::RightBrace;
}

// ---- nodes ----

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
