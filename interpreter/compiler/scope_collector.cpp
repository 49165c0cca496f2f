// First pass: walks the whole tree, makes the scopes and enters every name with what is done to it.
//
// The order of visiting is CPython's where it decides which of several errors is reported.
#include "interpreter/compiler/scope.h"
#include "interpreter/objects/errors.h"

namespace weft::compiler {

using namespace syntax;

namespace {

class Collector {
 public:
  Collector(Compilation& compilation, ScopeTable& scopes, Scope* module_scope)
      : compilation_(compilation),
        scopes_(scopes),
        current_(module_scope),
        module_(module_scope),
        super_(compilation.identifiers.find_or_add("super")) {}

  void module(const Module& module) {
    if (module.mode == ParseMode::Expression) {
      expression(module.expression);
    } else {
      statements(module.body);
    }
  }

 private:
  // --- Names

  Symbol* enter_in(Scope* scope, std::string_view text, unsigned flags, const Location& location) {
    Identifier* name = compilation_.identifiers.mangle(scope->class_name, text);
    Symbol* symbol = scope->symbols.find_or_add(compilation_.arena, name);
    if ((flags & symbol->flags & IsParameter) != 0) {
      compilation_.fail(location,
                        weft::text("duplicate argument '", name->text, "' in function definition"));
      return symbol;
    }
    if (current_->in_iteration_target) {
      if ((symbol->flags & (IsGlobalDeclared | IsNonlocalDeclared)) != 0) {
        compilation_.fail(location,
                          weft::text("comprehension inner loop cannot rebind assignment expression "
                                     "target '",
                                     name->text, "'"));
      }
      flags |= IsIterationTarget;
    }
    symbol->flags |= static_cast<uint16_t>(flags);
    return symbol;
  }
  Symbol* enter(std::string_view text, unsigned flags, const Location& location) {
    return enter_in(current_, text, flags, location);
  }
  uint16_t flags_of(const Scope* scope, std::string_view text) {
    const Symbol* symbol = scope->find(compilation_.identifiers.mangle(scope->class_name, text));
    return symbol == nullptr ? 0 : symbol->flags;
  }

  void name(const syntax::Name* node) {
    switch (node->ctx) {
      case ExpressionContext::Load: {
        Symbol* symbol = enter(node->id, IsUsed, node->location);
        if (symbol->name == super_ && current_->is_function()) {
          enter("__class__", IsUsed, node->location);
        }
        break;
      }
      case ExpressionContext::Store:
        enter(node->id, IsAssigned, node->location);
        break;
      case ExpressionContext::Del:
        enter(node->id, IsAssigned | IsDeletable, node->location);
        break;
    }
  }

  // --- Scopes

  // Runs `fill` inside a new scope.
  template <class Fill>
  Scope* inside(const void* node, ScopeKind kind, Fill&& fill) {
    Scope* outer = current_;
    const uint16_t outer_depth = depth_;
    current_ = scopes_.add(node, kind, outer);
    depth_ = 0;
    fill(current_);
    Scope* made = current_;
    current_ = outer;
    depth_ = outer_depth;
    return made;
  }

  void parameters(const Arguments& arguments) {
    const auto enter_all = [this](Nodes<Arg> list) {
      for (const Arg* parameter : list) enter(parameter->arg, IsParameter, parameter->location);
    };
    enter_all(arguments.posonlyargs);
    enter_all(arguments.args);
    enter_all(arguments.kwonlyargs);
    if (arguments.vararg != nullptr) {
      enter(arguments.vararg->arg, IsParameter, arguments.vararg->location);
    }
    if (arguments.kwarg != nullptr) {
      enter(arguments.kwarg->arg, IsParameter, arguments.kwarg->location);
    }
  }

  void annotation(Expression* node) {
    if (node == nullptr) return;
    if ((compilation_.future_flags & FutureAnnotations) == 0) {
      expression(node);
      return;
    }
    // Never evaluated: its names bind and use nothing. It is walked for the errors only, in a scope
    // that belongs to no tree.
    Scope* outer = current_;
    auto* apart = compilation_.arena.create<Scope>();
    apart->kind = ScopeKind::Function;
    apart->class_name = outer->class_name;
    apart->node = AnnotationMark;
    current_ = apart;
    expression(node);
    current_ = outer;
  }

  void annotations(const Arguments& arguments, Expression* returns) {
    const auto all = [this](Nodes<Arg> list) {
      for (const Arg* parameter : list) annotation(parameter->annotation);
    };
    all(arguments.posonlyargs);
    all(arguments.args);
    if (arguments.vararg != nullptr) annotation(arguments.vararg->annotation);
    if (arguments.kwarg != nullptr) annotation(arguments.kwarg->annotation);
    all(arguments.kwonlyargs);
    annotation(returns);
  }

  bool refuse_in_annotation(const Expression* node, std::string_view what) {
    if (current_->node != AnnotationMark) return false;
    compilation_.fail(node->location,
                      weft::text("'", what, "' can not be used within an annotation"));
    return true;
  }

  void function(const FunctionDef* node) {
    enter(node->name, IsAssigned, node->location);
    expressions(node->args->defaults);
    expressions(node->args->kw_defaults);
    annotations(*node->args, node->returns);
    expressions(node->decorator_list);
    inside(node, ScopeKind::Function, [&](Scope* scope) {
      if (node->is(StatementKind::AsyncFunctionDef)) {
        scope->form = FunctionForm::AsyncDef;
        scope->is_coroutine = true;
      }
      parameters(*node->args);
      statements(node->body);
    });
  }

  void lambda(const Lambda* node) {
    expressions(node->args->defaults);
    expressions(node->args->kw_defaults);
    inside(node, ScopeKind::Function, [&](Scope* scope) {
      scope->form = FunctionForm::Lambda;
      parameters(*node->args);
      expression(node->body);
    });
  }

  void class_definition(const ClassDef* node) {
    enter(node->name, IsAssigned, node->location);
    expressions(node->bases);
    for (const Keyword* keyword : node->keywords) expression(keyword->value);
    expressions(node->decorator_list);
    inside(node, ScopeKind::Class, [&](Scope* scope) {
      scope->class_name = compilation_.identifiers.find_or_add(node->name);
      statements(node->body);
    });
  }

  void comprehension(Expression* node, FunctionForm form, Nodes<Comprehension> generators,
                     Expression* element, Expression* value) {
    const Comprehension* outermost = generators[0];
    const bool outer_mark = current_->in_comprehension_iterable;
    current_->in_comprehension_iterable = true;
    expression(outermost->iter);
    current_->in_comprehension_iterable = outer_mark;
    Scope* made = inside(node, ScopeKind::Function, [&](Scope* scope) {
      scope->form = form;
      scope->is_coroutine = outermost->is_async;
      scope->is_generator = form == FunctionForm::GeneratorExpression;
      enter(".0", IsParameter, node->location);
      iteration_target(outermost->target);
      expressions(outermost->ifs);
      for (const Comprehension* clause : generators.subspan(1)) {
        iteration_target(clause->target);
        const bool mark = scope->in_comprehension_iterable;
        scope->in_comprehension_iterable = true;
        expression(clause->iter);
        scope->in_comprehension_iterable = mark;
        expressions(clause->ifs);
        if (clause->is_async) scope->is_coroutine = true;
      }
      if (value != nullptr) expression(value);
      expression(element);
    });
    if (made->is_coroutine && form != FunctionForm::GeneratorExpression) {
      current_->is_coroutine = true;
    }
  }

  void iteration_target(Expression* target) {
    current_->in_iteration_target = true;
    expression(target);
    current_->in_iteration_target = false;
  }

  void walrus(const NamedExpr* node) {
    if (refuse_in_annotation(node, "named expression")) return;
    if (current_->in_comprehension_iterable) {
      compilation_.fail(node->location,
                        "assignment expression cannot be used in a comprehension iterable "
                        "expression");
      return;
    }
    const auto* target = node->target->as<syntax::Name>();
    if (current_->is_comprehension()) bind_outside_of_comprehension(target);
    expression(node->value);
    expression(node->target);
    if (current_->is_function() && !current_->is_comprehension()) {
      current_->has_walrus = true;
      enter(target->id, IsWalrusTarget, target->location);
    }
  }

  // Not mangled, as CPython does it for targets of assignment expressions: a private one in a class
  // is taken for another name than the iteration variable's.
  uint16_t plain_flags_of(const Scope* scope, std::string_view text) {
    const Symbol* symbol = scope->find(compilation_.identifiers.find_or_add(text));
    return symbol == nullptr ? 0 : symbol->flags;
  }

  // The target of an assignment expression in a comprehension belongs to the function around.
  void bind_outside_of_comprehension(const syntax::Name* target) {
    const Location& location = target->location;
    Scope* scope = current_;
    for (; scope->is_comprehension(); scope = scope->parent) {
      if ((plain_flags_of(scope, target->id) & IsIterationTarget) != 0) {
        compilation_.fail(location,
                          weft::text("assignment expression cannot rebind comprehension iteration "
                                     "variable '",
                                     target->id, "'"));
        return;
      }
      if (scope->parent == nullptr) return;  // inside an annotation that is not evaluated
    }
    unsigned declaration = IsGlobalDeclared;
    switch (scope->kind) {
      case ScopeKind::Function:
        if ((plain_flags_of(scope, target->id) & IsGlobalDeclared) == 0) {
          declaration = IsNonlocalDeclared;
        }
        enter_in(scope, target->id, IsAssigned, location);
        break;
      case ScopeKind::Module:
        enter_in(scope, target->id, IsGlobalDeclared, location);
        break;
      case ScopeKind::Class:
        compilation_.fail(location,
                          "assignment expression within a comprehension cannot be used in a class "
                          "body");
        return;
    }
    enter(target->id, declaration, location)->declaration = &target->location;
  }

  // --- Statements

  void statements(Statements list) {
    ++depth_;
    if (depth_ > current_->deepest_block) current_->deepest_block = depth_;
    for (const Statement* node : list) statement(node);
    --depth_;
  }

  void statement(const Statement* node) {
    if (!compilation_.may_go_on()) return;
    switch (node->kind) {
      case StatementKind::FunctionDef:
      case StatementKind::AsyncFunctionDef:
        function(node->as<FunctionDef>());
        break;
      case StatementKind::ClassDef:
        class_definition(node->as<ClassDef>());
        break;
      case StatementKind::Return:
        optional(node->as<Return>()->value);
        break;
      case StatementKind::Delete:
        expressions(node->as<Delete>()->targets);
        break;
      case StatementKind::Assign: {
        const auto* assign = node->as<Assign>();
        expressions(assign->targets);
        expression(assign->value);
        break;
      }
      case StatementKind::AugAssign: {
        const auto* assign = node->as<AugAssign>();
        expression(assign->target);
        expression(assign->value);
        break;
      }
      case StatementKind::AnnAssign:
        annotated_assignment(node->as<AnnAssign>());
        break;
      case StatementKind::For:
      case StatementKind::AsyncFor: {
        const auto* loop = node->as<For>();
        expression(loop->target);
        expression(loop->iter);
        statements(loop->body);
        statements(loop->orelse);
        break;
      }
      case StatementKind::While: {
        const auto* loop = node->as<While>();
        expression(loop->test);
        statements(loop->body);
        statements(loop->orelse);
        break;
      }
      case StatementKind::If:
        conditional(node->as<If>());
        break;
      case StatementKind::With:
      case StatementKind::AsyncWith: {
        const auto* with = node->as<With>();
        for (const WithItem* item : with->items) {
          expression(item->context_expr);
          optional(item->optional_vars);
        }
        statements(with->body);
        break;
      }
      case StatementKind::Match: {
        const auto* match = node->as<Match>();
        expression(match->subject);
        ++depth_;  // the subject takes a register
        for (const MatchCase* arm : match->cases) {
          pattern(arm->pattern);
          optional(arm->guard);
          statements(arm->body);
        }
        --depth_;
        break;
      }
      case StatementKind::Raise:
        optional(node->as<Raise>()->exc);
        optional(node->as<Raise>()->cause);
        break;
      case StatementKind::Try:
      case StatementKind::TryStar: {
        const auto* attempt = node->as<Try>();
        statements(attempt->body);
        statements(attempt->orelse);
        for (const ExceptHandler* handler : attempt->handlers) {
          optional(handler->type);
          if (!handler->name.empty()) {
            enter(handler->name, IsAssigned | IsDeletable, handler->location);
          }
          statements(handler->body);
        }
        statements(attempt->finalbody);
        break;
      }
      case StatementKind::Assert:
        expression(node->as<Assert>()->test);
        optional(node->as<Assert>()->msg);
        break;
      case StatementKind::Import:
        for (const Alias* alias : node->as<Import>()->names) import_alias(alias);
        break;
      case StatementKind::ImportFrom:
        for (const Alias* alias : node->as<ImportFrom>()->names) import_alias(alias);
        break;
      case StatementKind::Global:
        declare(node, node->as<Global>()->names, IsGlobalDeclared, "global");
        break;
      case StatementKind::Nonlocal:
        declare(node, node->as<Nonlocal>()->names, IsNonlocalDeclared, "nonlocal");
        break;
      case StatementKind::Expr:
        expression(node->as<Expr>()->value);
        break;
      case StatementKind::Pass:
      case StatementKind::Break:
      case StatementKind::Continue:
        break;
    }
  }

  void conditional(const If* node) {
    for (; node != nullptr; node = elif_of(*node)) {
      expression(node->test);
      statements(node->body);
      if (elif_of(*node) == nullptr) statements(node->orelse);
      if (!compilation_.may_go_on()) return;
    }
  }

  void annotated_assignment(const AnnAssign* node) {
    current_->has_annotations = true;
    if (node->target->is(ExpressionKind::Name)) {
      const auto* target = node->target->as<syntax::Name>();
      const uint16_t flags = flags_of(current_, target->id);
      if ((flags & (IsGlobalDeclared | IsNonlocalDeclared)) != 0 &&
          current_->kind != ScopeKind::Module && node->simple) {
        compilation_.fail(node->location,
                          weft::text("annotated name '", target->id, "' can't be ",
                                     (flags & IsGlobalDeclared) != 0 ? "global" : "nonlocal"));
        return;
      }
      if (node->simple) {
        enter(target->id, IsAnnotated | IsAssigned, target->location);
      } else if (node->value != nullptr) {
        enter(target->id, IsAssigned, target->location);
      }
    } else {
      expression(node->target);
    }
    annotation(node->annotation);
    optional(node->value);
  }

  void import_alias(const Alias* alias) {
    if (alias->name == "*") {
      if (current_->kind != ScopeKind::Module) {
        compilation_.fail(alias->location, "import * only allowed at module level");
      }
      return;
    }
    std::string_view bound = alias->asname.empty() ? alias->name : alias->asname;
    bound = bound.substr(0, bound.find('.'));
    enter(bound, IsImported, alias->location);
  }

  void declare(const Statement* node, syntax::Names names, SymbolFlag flag,
               std::string_view keyword) {
    for (const std::string_view name : names) {
      const uint16_t flags = flags_of(current_, name);
      if ((flags & (IsParameter | IsAssigned | IsUsed | IsAnnotated)) != 0) {
        std::string message;
        if ((flags & IsParameter) != 0) {
          message = weft::text("name '", name, "' is parameter and ", keyword);
        } else if ((flags & IsUsed) != 0) {
          message = weft::text("name '", name, "' is used prior to ", keyword, " declaration");
        } else if ((flags & IsAnnotated) != 0) {
          message = weft::text("annotated name '", name, "' can't be ", keyword);
        } else {
          message = weft::text("name '", name, "' is assigned to before ", keyword, " declaration");
        }
        compilation_.fail(node->location, std::move(message));
        return;
      }
      Symbol* symbol = enter(name, flag, node->location);
      if (symbol->declaration == nullptr) symbol->declaration = &node->location;
      // Wherever it is said, it holds for the module's own code as well.
      if (flag == IsGlobalDeclared) {
        module_->symbols.find_or_add(compilation_.arena, symbol->name)->flags |= IsGlobalDeclared;
      }
    }
  }

  // --- Expressions and patterns

  void expressions(Expressions list) {
    for (Expression* node : list) optional(node);
  }
  void optional(Expression* node) {
    if (node != nullptr) expression(node);
  }

  void expression(Expression* node) {
    if (!compilation_.may_go_on()) return;
    switch (node->kind) {
      case ExpressionKind::BoolOp:
        expressions(node->as<BoolOp>()->values);
        break;
      case ExpressionKind::NamedExpr:
        walrus(node->as<NamedExpr>());
        break;
      case ExpressionKind::BinOp:
        expression(node->as<BinOp>()->left);
        expression(node->as<BinOp>()->right);
        break;
      case ExpressionKind::UnaryOp:
        expression(node->as<UnaryOp>()->operand);
        break;
      case ExpressionKind::Lambda:
        lambda(node->as<Lambda>());
        break;
      case ExpressionKind::IfExp:
        expression(node->as<IfExp>()->test);
        expression(node->as<IfExp>()->body);
        expression(node->as<IfExp>()->orelse);
        break;
      case ExpressionKind::Dict:
        expressions(node->as<syntax::Dict>()->keys);
        expressions(node->as<syntax::Dict>()->values);
        break;
      case ExpressionKind::Set:
        expressions(node->as<Set>()->elts);
        break;
      case ExpressionKind::ListComp:
        element_comprehension(node, FunctionForm::ListComprehension);
        break;
      case ExpressionKind::SetComp:
        element_comprehension(node, FunctionForm::SetComprehension);
        break;
      case ExpressionKind::GeneratorExp:
        element_comprehension(node, FunctionForm::GeneratorExpression);
        break;
      case ExpressionKind::DictComp: {
        const auto* comp = node->as<DictComp>();
        comprehension(node, FunctionForm::DictComprehension, comp->generators, comp->key,
                      comp->value);
        break;
      }
      case ExpressionKind::Await:
        if (refuse_in_annotation(node, "await expression")) return;
        expression(node->as<Await>()->value);
        current_->is_coroutine = true;
        break;
      case ExpressionKind::Yield:
        if (refuse_in_annotation(node, "yield expression")) return;
        optional(node->as<Yield>()->value);
        yields(node);
        break;
      case ExpressionKind::YieldFrom:
        if (refuse_in_annotation(node, "yield expression")) return;
        expression(node->as<YieldFrom>()->value);
        yields(node);
        break;
      case ExpressionKind::Compare:
        expression(node->as<Compare>()->left);
        expressions(node->as<Compare>()->comparators);
        break;
      case ExpressionKind::Call: {
        const auto* call = node->as<Call>();
        expression(call->func);
        expressions(call->args);
        for (const Keyword* keyword : call->keywords) expression(keyword->value);
        break;
      }
      case ExpressionKind::FormattedValue:
        expression(node->as<FormattedValue>()->value);
        optional(node->as<FormattedValue>()->format_spec);
        break;
      case ExpressionKind::JoinedStr:
        expressions(node->as<JoinedStr>()->values);
        break;
      case ExpressionKind::Constant:
        break;
      case ExpressionKind::Attribute:
        expression(node->as<Attribute>()->value);
        break;
      case ExpressionKind::Subscript:
        expression(node->as<Subscript>()->value);
        expression(node->as<Subscript>()->slice);
        break;
      case ExpressionKind::Starred:
        expression(node->as<Starred>()->value);
        break;
      case ExpressionKind::Name:
        name(node->as<syntax::Name>());
        break;
      case ExpressionKind::List:
        expressions(node->as<syntax::List>()->elts);
        break;
      case ExpressionKind::Tuple:
        expressions(node->as<syntax::Tuple>()->elts);
        break;
      case ExpressionKind::Slice:
        optional(node->as<syntax::Slice>()->lower);
        optional(node->as<syntax::Slice>()->upper);
        optional(node->as<syntax::Slice>()->step);
        break;
    }
  }

  void element_comprehension(Expression* node, FunctionForm form) {
    const auto* comp = node->as<ElementComp>();
    comprehension(node, form, comp->generators, comp->elt, nullptr);
  }

  void yields(const Expression* node) {
    current_->is_generator = true;
    if (!current_->is_comprehension()) return;
    static constexpr std::string_view names[] = {"list comprehension", "set comprehension",
                                                 "dict comprehension", "generator expression"};
    const auto which =
        static_cast<size_t>(current_->form) - static_cast<size_t>(FunctionForm::ListComprehension);
    compilation_.fail(node->location, weft::text("'yield' inside ", names[which]));
  }

  void pattern(const Pattern* node) {
    if (!compilation_.may_go_on()) return;
    switch (node->kind) {
      case PatternKind::MatchValue:
        expression(node->as<MatchValue>()->value);
        break;
      case PatternKind::MatchSingleton:
        break;
      case PatternKind::MatchSequence:
        patterns(node->as<MatchSequence>()->patterns);
        break;
      case PatternKind::MatchMapping: {
        const auto* mapping = node->as<MatchMapping>();
        expressions(mapping->keys);
        patterns(mapping->patterns);
        capture(mapping->rest, node);
        break;
      }
      case PatternKind::MatchClass: {
        const auto* match = node->as<MatchClass>();
        expression(match->cls);
        patterns(match->patterns);
        patterns(match->kwd_patterns);
        break;
      }
      case PatternKind::MatchStar:
        capture(node->as<MatchStar>()->name, node);
        break;
      case PatternKind::MatchAs:
        if (node->as<MatchAs>()->pattern != nullptr) pattern(node->as<MatchAs>()->pattern);
        capture(node->as<MatchAs>()->name, node);
        break;
      case PatternKind::MatchOr:
        patterns(node->as<MatchOr>()->patterns);
        break;
    }
  }
  void patterns(Patterns list) {
    for (const Pattern* node : list) pattern(node);
  }
  void capture(std::string_view name, const Pattern* node) {
    if (!name.empty()) enter(name, IsAssigned, node->location);
  }

  // What stands as the node of the scope an unevaluated annotation is walked in.
  static constexpr char AnnotationMark[] = "";

  Compilation& compilation_;
  ScopeTable& scopes_;
  Scope* current_;
  Scope* module_;
  Identifier* super_;
  uint16_t depth_ = 0;
};

}  // namespace

void collect_symbols(Compilation& compilation, ScopeTable& scopes, Scope* module_scope,
                     const Module& module) {
  Collector(compilation, scopes, module_scope).module(module);
}

}  // namespace weft::compiler
