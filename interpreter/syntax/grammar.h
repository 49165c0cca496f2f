#pragma once

// The grammar of Python 3.11 as functions: tokens to tree, by recursive descent with precedence
// climbing for operators.
//
// How it reads. There is one function for each rule of the language reference's grammar, or for a
// family of them. A function that fails returns null (or false) and leaves the position anywhere;
// who called it goes back to its own mark, or fails in turn. An optional part that fails is as good
// as absent: `f(1 2)` is the expression `f`, and its caller then fails on the bracket. That is how
// CPython's own parser reads, and the faults it names depend on it.
//
// Passes. The first only builds the tree; nearly every source needs no more. If it fails, a last
// one reads the source again while *explaining*: the functions then ask, at the points where
// CPython tries its rules for invalid programs, the functions named mistake_... whether what stands
// here is a known mistake. One that is gets raised and ends the parse; if none is, the fault is
// "invalid syntax" at the furthest token the first pass looked at. So a mistake function may be
// slow, but must never raise in a correct program, and must leave the position as it found it if it
// does not raise. Results of the expensive rules are remembered while explaining, or nested
// brackets would cost exponential time. (CPython asks for mistakes in dicts before all others, in
// its first pass already; so does a pass in between here, which is made only if a dict could not be
// read.)
//
// Depth. Each recursion passes an Ascent, which counts against ParseOptions::maximum_depth, and
// each tree node is measured against it too (`measured`). Brackets are limited to 200 by the lexer,
// blocks to 100 by its indentation stack; chains of elif are read in a loop.
//
// Rules for editing: (1) keep no position across a nested statement, for the tokens before it may
// have been dropped; (2) look no further ahead than needed to decide, for the furthest token looked
// at is where "invalid syntax" is shown; (3) every new recursion takes an Ascent.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/parse_context.h"
#include "interpreter/syntax/rule_memory.h"
#include "interpreter/syntax/source_reader.h"

namespace weft::syntax {

class Grammar : private SourceReader {
 public:
  // The text is as the lexer wants it: padded, with '\n' newlines. `place` is where it stands.
  Grammar(ParseContext& context, std::string_view text, StartRule start, Place place);

  // Null: the context's diagnostic says why not.
  const Module* parse_source();
  Expression* parse_replacement_field();

 private:
  template <class T>
  class Collected;
  class Ascent;
  struct ArgumentList;
  enum class PassKind : uint8_t { Building, CheckingDicts, Explaining };
  enum class Rule : uint8_t { Expression, Disjunction, BitwiseOr, Primary, Atom, Pattern };
  enum class Target : uint8_t { Assigned, Deleted, Iterated };
  // Of the operators between operands, from the loosest; Not is the prefix.
  enum class Precedence : uint8_t {
    None,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Term,
    Factor
  };
  enum class ParameterStyle : uint8_t { Function, Lambda };

  // ---- passes (grammar.cpp)
  template <class Parse>
  auto run(Parse parse) -> decltype(parse());
  template <class Node = Expression, class Parse>
  Node* remembered(Rule rule, Parse parse);
  Module* parse_start();
  void begin_pass(PassKind pass);
  bool is_single_statement() const;
  void conclude(const Token& last_of_first_pass);

  // ---- nodes (grammar.cpp)
  bool at_lone_atom();  // a name or literal that is all of an expression
  Location since_block(Place begin) const {
    return {begin.line, begin.column, block_end_.line, block_end_.column};
  }
  template <class T, class Kind>
  T* make(Kind kind, Location location) {
    T* node = context_.arena.create<T>();
    node->kind = kind;
    node->location = location;
    return node;
  }
  std::string_view name_of(const Token& token);
  Expression* measured(Expression* node, unsigned child_height);
  Pattern* measured(Pattern* node, unsigned child_height);
  static unsigned height_of(const Expression* node) { return node != nullptr ? node->height : 0; }
  static unsigned height_of(const Arguments& arguments);
  static unsigned height_of(Nodes<Comprehension> clauses);
  static unsigned height_of(Nodes<Keyword> keywords);
  template <class T>
  static unsigned height_of(std::span<T* const> nodes);

  // ---- targets (mistakes_targets.cpp)
  std::nullptr_t raise_invalid_target(Target target, const Expression* expression);
  static const char* description_of(const Expression* expression);

  // ---- statements (grammar_statements.cpp)
  bool parse_statements(Collected<Statement>& statements);
  bool parse_statement(Collected<Statement>& statements);
  bool parse_simple_statements(Collected<Statement>& statements);
  Statement* parse_simple_statement();
  Statement* parse_expression_statement();
  Expression* parse_assigned_value();
  Statement* parse_assignment(Place begin, Expression* first);
  Statement* parse_annotated_assignment(Place begin, Expression* target, bool is_bracketed);
  Statement* parse_augmented_assignment(Place begin, Expression* target);
  static BinaryOperator operator_of_augmented(TokenKind op);
  static bool is_sequence(const Expression* target);
  static bool begins_with_target(Place begin, const Expression* target);
  bool to_target(Expression* expression, ExpressionContext ctx);
  Statement* parse_return();
  Statement* parse_raise();
  Statement* parse_delete();
  Statement* parse_assert();
  Statement* parse_scope_statement();
  Statement* parse_import();
  Statement* parse_import_from();
  Alias* parse_import_alias(bool dotted);
  std::string_view parse_dotted_name();

  // ---- compound statements (grammar_compound.cpp)
  Statement* parse_compound_statement(bool& is_simple);
  bool parse_block(Statements& body);
  bool parse_colon_and_block(const char* what, uint32_t line, Statements& body);
  bool parse_forced_colon_and_block(const char* what, uint32_t line, Statements& body);
  bool parse_block_of(const char* what, uint32_t line, Statements& body);
  bool parse_else(Statements& orelse);
  Statement* parse_if();
  Statement* parse_while();
  Statement* parse_for(Place begin, bool is_async);
  Statement* parse_async();
  Statement* parse_with(Place begin, bool is_async);
  bool parse_with_items(Collected<WithItem>& items, bool is_bracketed);
  WithItem* parse_with_item();
  Statement* parse_try();
  ExceptHandler* parse_handler(bool is_star);

  // ---- definitions (grammar_definitions.cpp)
  Statement* parse_decorated();
  Statement* parse_function(Place begin, bool is_async, Expressions decorators);
  Statement* parse_class(Expressions decorators);
  Arguments* parse_parameters(ParameterStyle style);
  bool parse_parameter_list(ParameterStyle style, TokenKind closing, Arguments& arguments);
  Arg* parse_parameter(ParameterStyle style, bool behind_star);
  Expression* parse_default();

  // ---- match (grammar_patterns.cpp)
  Statement* parse_match(bool& is_simple);
  Expression* parse_subject();
  MatchCase* parse_case();
  Pattern* parse_case_patterns();
  void parse_sequence_items(Collected<Pattern>& patterns);
  Pattern* parse_star_or_pattern();
  bool parse_capture(std::string_view& name);
  Pattern* parse_pattern();
  Pattern* parse_or_pattern();
  Pattern* parse_closed_pattern();
  Pattern* parse_literal_pattern();
  Expression* parse_pattern_literal();
  Expression* parse_pattern_number();
  Pattern* parse_name_pattern();
  Expression* parse_dotted_value();
  Pattern* parse_class_pattern(Place begin, Expression* cls);
  Pattern* parse_round_pattern();
  Pattern* parse_square_pattern();
  Pattern* finish_sequence_pattern(Place begin, const Collected<Pattern>& patterns);
  Pattern* parse_mapping_pattern();

  // ---- expressions (grammar_expressions.cpp)
  Expression* parse_expressions();
  Expression* parse_star_expressions();
  Expression* parse_star_expression();
  Expression* parse_starred();
  Expression* parse_star_named_expression();
  bool parse_star_named_expressions(Collected<Expression>& elements);
  Expression* parse_named_expression();
  Expression* parse_walrus();
  Expression* parse_expression();
  Expression* parse_expression_warily();
  Expression* parse_expression_plainly();
  Expression* parse_yield();
  Expression* parse_lambda();
  Expression* parse_disjunction();
  Expression* parse_bitwise_or();
  Expression* parse_operators(Precedence least);
  static Precedence precedence_of(TokenKind op);
  Expression* parse_binary(Place begin, Expression* left, Precedence level);
  Expression* parse_boolean(Place begin, Expression* first, Precedence level);
  Expression* parse_comparison(Place begin, Expression* left);
  bool parse_compare_operator(CompareOperator& op);
  Expression* parse_not();
  Expression* parse_factor();
  Expression* parse_star_target();
  Expression* parse_star_targets();

  // ---- primaries (grammar_primaries.cpp)
  Expression* parse_primary();
  Expression* parse_primary_plainly();
  Expression* parse_attribute(Place begin, Expression* value);
  Expression* parse_call(Place begin, Expression* function);
  bool parse_bracketed_arguments(ArgumentList& arguments);
  bool parse_class_arguments(Expressions& bases, Nodes<Keyword>& keywords);
  bool parse_arguments(ArgumentList& arguments);
  Expression* parse_starred_argument();
  Expression* parse_positional();
  Keyword* parse_keyword();
  Expression* parse_subscript(Place begin, Expression* value);
  Expression* parse_slice();
  Expression* parse_atom();
  Constant* parse_constant(ConstantKind kind);
  Expression* parse_number();

  // ---- displays (grammar_displays.cpp)
  Expression* parse_round();
  Expression* parse_square();
  Expression* parse_curly();
  Expression* parse_set(Place begin, Expression* first);
  Expression* parse_dict(Place begin, Expression* first_key);
  Expression* finish_comprehension(Place begin, ExpressionKind kind, Expression* element,
                                   TokenKind closing);
  bool parse_clauses(Nodes<Comprehension>& clauses);
  Comprehension* parse_clause();

  // ---- strings (grammar_strings.cpp, format_strings.cpp)
  friend class StringParser;
  Expression* parse_strings();

  // ---- mistakes (mistakes_statements.cpp, mistakes_expressions.cpp)
  void mistake_in_assignment();
  void mistake_in_annotation_target();
  void mistake_in_delete();
  void mistake_in_with_item();
  void mistake_in_with();
  void mistake_in_handler();
  void mistake_of_mixed_handlers();
  void mistake_in_as_pattern();
  void mistake_in_class_pattern();
  enum class Default : uint8_t { Without, With, Maybe };
  Arg* skip_parameter(ParameterStyle style, Default wanted);
  void mistake_in_parameters(ParameterStyle style);
  void mistake_in_bracketed_parameters(ParameterStyle style);
  void mistake_in_star_parameters(ParameterStyle style);

  void mistake_in_named_expression();
  bool is_group(size_t mark, const Expression* display) const;
  bool begins_soft_keyword() const;
  void mistake_in_expression();
  void mistake_in_legacy_statement();
  static bool is_legacy_statement(const Expression* expression);
  void mistake_in_group();
  void mistake_in_comprehension();
  void mistake_in_dict();
  void mistake_in_dict_comprehension();
  void mistake_in_dict_item(bool wants_colon);
  void mistake_in_for_target();
  void mistake_in_arguments();
  void mistake_in_keyword();

  PassKind pass_ = PassKind::Building;
  bool explaining_ = false;   // in the last pass, but for some parts of it
  bool dict_failed_ = false;  // one could not be read in the first pass
  Place block_end_{};         // where the last statement read ends
  RuleMemory memory_;
};

}  // namespace weft::syntax
