// The tree to instructions: one walk over each scope's statements.
//
// How values are passed stands in operand.h.
//
// Everything that is left early (return, break, continue) walks the Blocks from the inside out and
// emits what each needs; see block.h and unwinding.cpp.
//
// The methods are spread over expressions.cpp, displays.cpp, calls.cpp, conditions.cpp,
// comprehensions.cpp, functions.cpp, assignment.cpp, statements.cpp, loops.cpp, unwinding.cpp and
// patterns.cpp.
#pragma once

#include "interpreter/compiler/block.h"
#include "interpreter/compiler/function_builder.h"
#include "interpreter/compiler/operand.h"

namespace weft::compiler {

class CodeGenerator {
 public:
  CodeGenerator(Compilation& compilation, ScopeTable& scopes)
      : compilation_(compilation), scopes_(scopes) {}

  // The code of a whole source; null when the compilation has failed.
  [[nodiscard]] Code* module(const syntax::Module& module);

 private:
  // One scope's code under construction.
  struct Unit {
    Unit(Compilation& compilation, Scope* scope, Unit* around)
        : builder(compilation, scope), outer(around) {}
    FunctionBuilder builder;
    Unit* outer;
    Block* block = nullptr;
    Str* name = nullptr;
    Str* qualified_name = nullptr;
    uint32_t block_depth = 0;
    // Registers below this belong to statements around the expression being evaluated.
    Register expression_base = 0;
  };

  Thread& thread() { return compilation_.thread; }
  void fail(const syntax::Location& location, std::string message) {
    compilation_.fail(location, std::move(message));
  }
  bool check(const void* cell) {
    if (cell == nullptr) compilation_.fail_with_pending();
    return cell != nullptr;
  }
  Identifier* mangle(std::string_view name) {
    return compilation_.identifiers.mangle(scope_->class_name, name);
  }
  Str* str_of(const Identifier* name);
  Value str_constant(std::string_view text);  // interned

  // --- expressions.cpp
  Operand value(syntax::Expression* node, Destination destination);
  Operand value_by_kind(syntax::Expression* node, Destination destination);
  Operand spilled_value(syntax::Expression* node, Destination destination);
  Register push(syntax::Expression* node);
  void value_into(syntax::Expression* node, Register reg) { value(node, in(reg)); }
  // The operand of `node`, good until `later` has been evaluated.
  Operand stable(syntax::Expression* node, const syntax::Expression* later);
  Operand keep_from(Operand operand, const syntax::Expression* later);
  bool may_assign(const syntax::Expression* later) const;
  void effect(syntax::Expression* node);  // value not wanted
  // The operand in a register; constants are loaded into a new temporary.
  Register to_register(Operand operand);
  void load(Register reg, Operand operand);
  void move(Register to, Register from);
  Operand deliver(Operand operand, Destination destination);
  // The register an instruction writes its result to; temporaries from `mark` on are dropped.
  Register result_register(Destination destination, Register mark);
  Operand produced(Destination destination, Register reg);
  // For results that come to be in several steps, and so never in a local: `node` into the
  // destination if that is a temporary, else into the temporary at `mark`.
  Register put(syntax::Expression* node, Destination destination, Register mark);
  // A result in temporary `reg`, moved to where it is wanted.
  Operand hand_over(Register reg, Destination destination);
  // Registers from `mark` on are the operands'.
  Operand binary_operation(syntax::BinaryOperator op, bool in_place, Operand left, Operand right,
                           Register mark, Destination destination);
  Operand binary_value(syntax::BinOp* node, Destination destination);
  Operand unary_value(syntax::UnaryOp* node, Destination destination);
  Operand boolean_value(syntax::BoolOp* node, Destination destination);
  Register stop_if(syntax::Expression* node, bool sense, Destination destination, Register mark,
                   Label& stop);
  Operand conditional_value(syntax::IfExp* node, Destination destination);
  Operand attribute_value(syntax::Attribute* node, Destination destination);
  Operand subscript_value(syntax::Subscript* node, Destination destination);
  Operand slice_value(syntax::Slice* node, Destination destination);
  Operand walrus_value(syntax::NamedExpr* node, Destination destination);
  Operand yield_value(syntax::Yield* node, Destination destination);
  Operand yield_from_value(syntax::YieldFrom* node, Destination destination);
  Operand await_value(syntax::Await* node, Destination destination);
  // `is_joined`: BuildString takes it, which formats small ints itself.
  Operand formatted_value(syntax::FormattedValue* node, Destination destination,
                          bool is_joined = false);
  Operand joined_value(syntax::JoinedStr* node, Destination destination);
  // Awaits what R[reg] holds; the result takes its place. `reg` is the topmost temporary.
  void await_register(Register reg, uint32_t after);
  syntax::Location attribute_location(const syntax::Attribute* node) const;

  // --- displays.cpp
  Operand list_value(syntax::List* node, Destination destination);
  Operand tuple_value(syntax::Expressions elements, const syntax::Location& location,
                      Destination destination);
  Operand set_value(syntax::Set* node, Destination destination);
  Operand dict_value(syntax::Dict* node, Destination destination);
  void append_elements(Register list, syntax::Expressions elements, Opcode append, Opcode extend);
  Register local_run(syntax::Expressions elements);
  Register push_window(syntax::Expressions elements);
  bool fits_window(size_t count) const;

  // --- names.cpp
  Operand name_value(const syntax::Name* node, Destination destination);
  Operand load_name(Identifier* name, Destination destination);
  void store_name(Identifier* name, Operand operand);
  void delete_name(Identifier* name);
  // The near register of a name that is simply a local; AnyRegister otherwise.
  Register local_register(const syntax::Expression* node);
  Register box_register(const Symbol* symbol);
  bool refuse_debug(std::string_view name, const syntax::Location& location);

  // --- conditions.cpp
  // Goes to `target` if the truth of `node` is `sense`, on otherwise.
  void condition(syntax::Expression* node, bool sense, Label& target);
  void compare_condition(syntax::Compare* node, bool sense, Label& target);
  void compare_branch(syntax::CompareOperator op, Operand left, Operand right, bool sense,
                      Label& target);
  Operand compare_value(syntax::Compare* node, Destination destination);
  Operand simple_compare_value(syntax::Compare* node, bool inverted, Destination destination);
  Operand comparator(syntax::Compare* node, size_t index);
  Operand keep_middle(Operand operand, Register mark);

  // --- calls.cpp
  Operand call_value(syntax::Call* node, Destination destination);
  Operand method_call_value(syntax::Call* node, Destination destination);
  // The call of R[window], with `pushed` arguments in place already; the result is in R[window].
  void call_window(Register window, uint32_t pushed, syntax::Expressions arguments,
                   syntax::Nodes<syntax::Keyword> keywords, const syntax::Location& location);
  void spread_call(Register window, uint32_t pushed, syntax::Expressions arguments,
                   syntax::Nodes<syntax::Keyword> keywords, const syntax::Location& location);
  void check_keywords(syntax::Nodes<syntax::Keyword> keywords);
  Value keyword_names(syntax::Nodes<syntax::Keyword> keywords);

  // --- comprehensions.cpp
  struct ComprehensionParts;
  Operand comprehension_value(syntax::Expression* node, Destination destination);
  Code* comprehension_code(Scope* scope, const ComprehensionParts& parts);
  void comprehension_clause(const ComprehensionParts& parts, size_t index, Register result);
  void comprehension_inner(const ComprehensionParts& parts, size_t index, Register result);
  void comprehension_element(const ComprehensionParts& parts, Register result);

  // --- functions.cpp
  void begin_unit(Unit& unit, std::string_view name, bool is_definition);
  [[nodiscard]] Code* finish_unit(FunctionBuilder::Description description);
  Str* make_qualified_name(std::string_view name, bool is_definition);
  void function_statement(syntax::FunctionDef* node);
  Operand lambda_value(syntax::Lambda* node, Destination destination);
  void class_statement(syntax::ClassDef* node);
  Code* function_code(Scope* scope, std::string_view name, const syntax::Arguments& arguments,
                      uint32_t first_line, syntax::FunctionDef* definition, syntax::Lambda* lambda);
  Code* class_code(Scope* scope, syntax::ClassDef* node, uint32_t first_line);
  FunctionBuilder::Description describe(const syntax::Arguments& arguments, uint32_t first_line);
  // Defaults and annotations into the window of MakeFunction; the flags that say which are there.
  uint32_t function_parts(Register window, const syntax::Arguments& arguments,
                          syntax::Expression* returns, bool with_annotations,
                          const syntax::Location& location);
  void annotation_value(syntax::Expression* node, Register reg);
  void make_function(Register window, Code* code, uint32_t flags);
  void push_box(const Identifier* name);
  // Builds the dict of names and values in R[dict]; `put` loads value number i into a new
  // temporary.
  template <class Put>
  void name_dict(Register dict, const std::vector<std::string_view>& names, Put&& put);
  Register push_decorators(syntax::Expressions decorators);
  void call_decorators(syntax::Expressions decorators, Register first);
  void check_parameters(const syntax::Arguments& arguments, const syntax::Location& location);
  // The docstring a body begins with, unset if none.
  Value docstring_of(syntax::Statements body);

  // --- assignment.cpp
  void assign(syntax::Expression* target, Operand operand);
  // The first of the registers, if the targets are locals in registers that follow one another.
  Register consecutive_locals(syntax::Expressions targets);
  void assign_sequence(syntax::Expressions targets, Operand operand,
                       const syntax::Location& location);
  void assign_statement(syntax::Assign* node);
  bool assign_pairwise(syntax::Assign* node);
  void augmented_assignment(syntax::AugAssign* node);
  void annotated_assignment(syntax::AnnAssign* node);
  void delete_target(syntax::Expression* target);

  // --- statements.cpp
  void statements(syntax::Statements list);
  void statement(syntax::Statement* node);
  void body_with_docstring(syntax::Statements body);
  void if_statement(syntax::If* node);
  Label* loop_exit(syntax::Statements body);
  void return_statement(syntax::Return* node);
  void raise_statement(syntax::Raise* node);
  void assert_statement(syntax::Assert* node);
  Value imported_name(std::string_view name);
  void import_statement(syntax::Import* node);
  void import_from_statement(syntax::ImportFrom* node);
  void expression_statement(syntax::Expr* node);
  bool in_async_function() const;

  // --- loops.cpp
  void while_statement(syntax::While* node);
  void for_statement(syntax::For* node);
  void async_for_statement(syntax::For* node);
  // Iteration: the iterator of `iter` in a new temporary.
  Register push_iterator(syntax::Expression* iter, bool is_async, const syntax::Location& location);
  // A loop over an iterator: between the two calls the body is compiled, with the next value in the
  // target. The step lies at the end of the loop, which is entered there.
  struct IterationLoop {
    Label body;
    Label next;
    Register iterator = 0;
    Register item = 0;
    bool is_pair = false;  // the item is unpacked into two values and not used otherwise
    const syntax::Location* location = nullptr;
  };
  void begin_iteration(IterationLoop& loop, syntax::Expression* target, Register iterator,
                       const syntax::Location& location);
  void end_iteration(IterationLoop& loop);
  // An asynchronous loop's next value, awaited, in a new temporary. `step` is the protected range
  // of this; end_async_steps, after the loop, makes its handler go to `end` when that was
  // exhaustion.
  Register async_step(Region& step, Register iterator);
  void end_async_steps(Region& step, Label& end);
  void leave_loop(syntax::Statement* node);

  // --- unwinding.cpp
  void enter_block(Block& block);
  void leave_block(Block& block);
  // What leaving the blocks inside `target` (null: all) takes, in the order from the inside out.
  // After the jump or return, resume_after_unwinding protects the code that follows as before.
  void unwind_to(Block* target);
  void resume_after_unwinding(Block* target);
  void unwind(Block& block);
  bool unwinding_runs_code() const;
  void try_statement(syntax::Try* node);
  void try_except(syntax::Try* node);
  void try_finally(syntax::Try* node);
  void handlers(syntax::Try* node, Region& body, Label& end);
  void star_handlers(syntax::Try* node, Region& body, Label& end);
  void handler_body(syntax::ExceptHandler* handler, Register exception, Register before,
                    Label& end);
  void star_handler(syntax::ExceptHandler* handler, Register rest, Register raised);
  void forget_name(std::string_view name);
  void with_statement(syntax::With* node, size_t index);
  void call_exit(Register exit_window, bool is_async);
  void pass_on(Region& region, Register exception, Register before);

  // --- patterns.cpp
  struct PatternState;
  void match_statement(syntax::Match* node);
  // Goes on if R[subject] matches, to the state's label otherwise.
  void pattern(syntax::Pattern* node, Register subject, PatternState& state);
  void subpattern(syntax::Pattern* node, Register subject, PatternState& state);
  void sequence_pattern(syntax::MatchSequence* node, Register subject, PatternState& state);
  void unpacked_elements(syntax::Patterns patterns, size_t star, Register subject,
                         PatternState& state);
  void indexed_elements(syntax::Patterns patterns, size_t star, Register subject,
                        PatternState& state);
  void require_length(Register subject, size_t length, syntax::CompareOperator op,
                      PatternState& state);
  void mapping_pattern(syntax::MatchMapping* node, Register subject, PatternState& state);
  void refuse_duplicate_keys(syntax::MatchMapping* node);
  void class_pattern(syntax::MatchClass* node, Register subject, PatternState& state);
  void refuse_repeated_attributes(syntax::MatchClass* node);
  void or_pattern(syntax::MatchOr* node, Register subject, PatternState& state);
  void capture(std::string_view name, Register reg, PatternState& state);
  void store_captures(PatternState& state);
  void fail_unless_equal(Register subject, Operand expected, syntax::CompareOperator op,
                         PatternState& state);

  Compilation& compilation_;
  ScopeTable& scopes_;
  Unit* unit_ = nullptr;                // the innermost
  FunctionBuilder* builder_ = nullptr;  // its builder
  Scope* scope_ = nullptr;              // its scope
};

}  // namespace weft::compiler
