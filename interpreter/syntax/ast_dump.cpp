#include "interpreter/syntax/ast_dump.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interpreter/syntax/constant_repr.h"

namespace weft::syntax {

namespace {

constexpr const char* ContextNames[] = {"Load()", "Store()", "Del()"};
constexpr const char* BoolNames[] = {"And()", "Or()"};
constexpr const char* BinaryNames[] = {"Add()",    "Sub()",    "Mult()",    "MatMult()", "Div()",
                                       "Mod()",    "Pow()",    "LShift()",  "RShift()",  "BitOr()",
                                       "BitXor()", "BitAnd()", "FloorDiv()"};
constexpr const char* UnaryNames[] = {"Invert()", "Not()", "UAdd()", "USub()"};
constexpr const char* CompareNames[] = {"Eq()",  "NotEq()", "Lt()",    "LtE()", "Gt()",
                                        "GtE()", "Is()",    "IsNot()", "In()",  "NotIn()"};

template <class Operator, size_t Count>
const char* name_in(const char* const (&names)[Count], Operator op) {
  return names[static_cast<size_t>(op)];
}

// Writes nodes as calls with keywords. A field that may be absent is left out when it is; a list is
// always written.
class Dumper {
 public:
  explicit Dumper(bool attributes) : attributes_(attributes) {}

  std::string take() { return std::move(out_); }

  void module(const Module& module) {
    switch (module.mode) {
      case ParseMode::Module:
        begin("Module");
        list("body", module.body);
        raw("type_ignores", "[]");
        break;
      case ParseMode::Single:
        begin("Interactive");
        list("body", module.body);
        break;
      case ParseMode::Expression:
        begin("Expression");
        child("body", module.expression);
        break;
    }
    out_ += ')';
  }

 private:
  // ---- the parts of a node

  void begin(const char* name) {
    out_ += name;
    out_ += '(';
    is_first_ = true;
  }

  void end() { out_ += ')'; }

  void end(const Location& location) {
    if (attributes_) {
      number("lineno", location.line);
      number("col_offset", location.column);
      number("end_lineno", location.end_line);
      number("end_col_offset", location.end_column);
    }
    out_ += ')';
  }

  void key(const char* name) {
    if (!is_first_) out_ += ", ";
    is_first_ = false;
    out_ += name;
    out_ += '=';
  }

  void raw(const char* name, std::string_view value) {
    key(name);
    out_ += value;
  }

  void number(const char* name, int64_t value) { raw(name, std::to_string(value)); }

  void text(const char* name, std::string_view value) { raw(name, repr_text(value)); }

  void optional_text(const char* name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }

  void names(const char* name, Names values) {
    key(name);
    out_ += '[';
    for (size_t i = 0; i < values.size(); ++i) {
      if (i != 0) out_ += ", ";
      out_ += repr_text(values[i]);
    }
    out_ += ']';
  }

  template <class T>
  void child(const char* name, const T* value) {
    key(name);
    node(*value);
    is_first_ = false;
  }

  template <class T>
  void optional(const char* name, const T* value) {
    if (value != nullptr) child(name, value);
  }

  template <class T>
  void list(const char* name, std::span<T* const> values) {
    key(name);
    out_ += '[';
    for (size_t i = 0; i < values.size(); ++i) {
      if (i != 0) out_ += ", ";
      if (values[i] != nullptr) {
        node(*values[i]);
      } else {
        out_ += "None";
      }
    }
    out_ += ']';
    is_first_ = false;
  }

  void context(const Expression& expression) { raw("ctx", name_in(ContextNames, expression.ctx)); }

  // ---- nodes without a family

  void node(const Arg& arg) {
    begin("arg");
    text("arg", arg.arg);
    optional("annotation", arg.annotation);
    end(arg.location);
  }

  void node(const Arguments& arguments) {
    begin("arguments");
    list("posonlyargs", arguments.posonlyargs);
    list("args", arguments.args);
    optional("vararg", arguments.vararg);
    list("kwonlyargs", arguments.kwonlyargs);
    list("kw_defaults", arguments.kw_defaults);
    optional("kwarg", arguments.kwarg);
    list("defaults", arguments.defaults);
    end();
  }

  void node(const Keyword& keyword) {
    begin("keyword");
    optional_text("arg", keyword.arg);
    child("value", keyword.value);
    end(keyword.location);
  }

  void node(const Comprehension& comprehension) {
    begin("comprehension");
    child("target", comprehension.target);
    child("iter", comprehension.iter);
    list("ifs", comprehension.ifs);
    number("is_async", comprehension.is_async);
    end();
  }

  void node(const Alias& alias) {
    begin("alias");
    text("name", alias.name);
    optional_text("asname", alias.asname);
    end(alias.location);
  }

  void node(const WithItem& item) {
    begin("withitem");
    child("context_expr", item.context_expr);
    optional("optional_vars", item.optional_vars);
    end();
  }

  void node(const MatchCase& match_case) {
    begin("match_case");
    child("pattern", match_case.pattern);
    optional("guard", match_case.guard);
    list("body", match_case.body);
    end();
  }

  void node(const ExceptHandler& handler) {
    begin("ExceptHandler");
    optional("type", handler.type);
    optional_text("name", handler.name);
    list("body", handler.body);
    end(handler.location);
  }

  void node(const Expression& expression);
  void node(const Pattern& pattern);
  void node(const Statement& statement);
  void if_chain(const If& statement);
  void element_comp(const char* name, const Expression& expression);
  void function(const char* name, const Statement& statement);

  std::string out_;
  bool attributes_;
  bool is_first_ = true;
};

void Dumper::element_comp(const char* name, const Expression& expression) {
  const ElementComp& comp = *expression.as<ElementComp>();
  begin(name);
  child("elt", comp.elt);
  list("generators", comp.generators);
}

void Dumper::node(const Expression& expression) {
  switch (expression.kind) {
    case ExpressionKind::BoolOp:
      begin("BoolOp");
      raw("op", name_in(BoolNames, expression.as<BoolOp>()->op));
      list("values", expression.as<BoolOp>()->values);
      break;
    case ExpressionKind::NamedExpr:
      begin("NamedExpr");
      child("target", expression.as<NamedExpr>()->target);
      child("value", expression.as<NamedExpr>()->value);
      break;
    case ExpressionKind::BinOp:
      begin("BinOp");
      child("left", expression.as<BinOp>()->left);
      raw("op", name_in(BinaryNames, expression.as<BinOp>()->op));
      child("right", expression.as<BinOp>()->right);
      break;
    case ExpressionKind::UnaryOp:
      begin("UnaryOp");
      raw("op", name_in(UnaryNames, expression.as<UnaryOp>()->op));
      child("operand", expression.as<UnaryOp>()->operand);
      break;
    case ExpressionKind::Lambda:
      begin("Lambda");
      child("args", expression.as<Lambda>()->args);
      child("body", expression.as<Lambda>()->body);
      break;
    case ExpressionKind::IfExp:
      begin("IfExp");
      child("test", expression.as<IfExp>()->test);
      child("body", expression.as<IfExp>()->body);
      child("orelse", expression.as<IfExp>()->orelse);
      break;
    case ExpressionKind::Dict:
      begin("Dict");
      list("keys", expression.as<Dict>()->keys);
      list("values", expression.as<Dict>()->values);
      break;
    case ExpressionKind::Set:
      begin("Set");
      list("elts", expression.as<Set>()->elts);
      break;
    case ExpressionKind::ListComp:
      element_comp("ListComp", expression);
      break;
    case ExpressionKind::SetComp:
      element_comp("SetComp", expression);
      break;
    case ExpressionKind::DictComp:
      begin("DictComp");
      child("key", expression.as<DictComp>()->key);
      child("value", expression.as<DictComp>()->value);
      list("generators", expression.as<DictComp>()->generators);
      break;
    case ExpressionKind::GeneratorExp:
      element_comp("GeneratorExp", expression);
      break;
    case ExpressionKind::Await:
      begin("Await");
      child("value", expression.as<Await>()->value);
      break;
    case ExpressionKind::Yield:
      begin("Yield");
      optional("value", expression.as<Yield>()->value);
      break;
    case ExpressionKind::YieldFrom:
      begin("YieldFrom");
      child("value", expression.as<YieldFrom>()->value);
      break;
    case ExpressionKind::Compare: {
      const Compare& compare = *expression.as<Compare>();
      begin("Compare");
      child("left", compare.left);
      key("ops");
      out_ += '[';
      for (size_t i = 0; i < compare.ops.size(); ++i) {
        if (i != 0) out_ += ", ";
        out_ += name_in(CompareNames, compare.ops[i]);
      }
      out_ += ']';
      list("comparators", compare.comparators);
      break;
    }
    case ExpressionKind::Call:
      begin("Call");
      child("func", expression.as<Call>()->func);
      list("args", expression.as<Call>()->args);
      list("keywords", expression.as<Call>()->keywords);
      break;
    case ExpressionKind::FormattedValue: {
      const FormattedValue& value = *expression.as<FormattedValue>();
      begin("FormattedValue");
      child("value", value.value);
      number("conversion", value.conversion != 0 ? value.conversion : -1);
      optional("format_spec", value.format_spec);
      break;
    }
    case ExpressionKind::JoinedStr:
      begin("JoinedStr");
      list("values", expression.as<JoinedStr>()->values);
      break;
    case ExpressionKind::Constant:
      begin("Constant");
      raw("value", repr_constant(*expression.as<Constant>()));
      if (expression.as<Constant>()->unicode_prefix) raw("kind", "'u'");
      break;
    case ExpressionKind::Attribute:
      begin("Attribute");
      child("value", expression.as<Attribute>()->value);
      text("attr", expression.as<Attribute>()->attr);
      context(expression);
      break;
    case ExpressionKind::Subscript:
      begin("Subscript");
      child("value", expression.as<Subscript>()->value);
      child("slice", expression.as<Subscript>()->slice);
      context(expression);
      break;
    case ExpressionKind::Starred:
      begin("Starred");
      child("value", expression.as<Starred>()->value);
      context(expression);
      break;
    case ExpressionKind::Name:
      begin("Name");
      text("id", expression.as<Name>()->id);
      context(expression);
      break;
    case ExpressionKind::List:
      begin("List");
      list("elts", expression.as<List>()->elts);
      context(expression);
      break;
    case ExpressionKind::Tuple:
      begin("Tuple");
      list("elts", expression.as<Tuple>()->elts);
      context(expression);
      break;
    case ExpressionKind::Slice:
      begin("Slice");
      optional("lower", expression.as<Slice>()->lower);
      optional("upper", expression.as<Slice>()->upper);
      optional("step", expression.as<Slice>()->step);
      break;
  }
  end(expression.location);
}

void Dumper::node(const Pattern& pattern) {
  switch (pattern.kind) {
    case PatternKind::MatchValue:
      begin("MatchValue");
      child("value", pattern.as<MatchValue>()->value);
      break;
    case PatternKind::MatchSingleton:
      begin("MatchSingleton");
      raw("value", repr_singleton(pattern.as<MatchSingleton>()->value));
      break;
    case PatternKind::MatchSequence:
      begin("MatchSequence");
      list("patterns", pattern.as<MatchSequence>()->patterns);
      break;
    case PatternKind::MatchMapping:
      begin("MatchMapping");
      list("keys", pattern.as<MatchMapping>()->keys);
      list("patterns", pattern.as<MatchMapping>()->patterns);
      optional_text("rest", pattern.as<MatchMapping>()->rest);
      break;
    case PatternKind::MatchClass:
      begin("MatchClass");
      child("cls", pattern.as<MatchClass>()->cls);
      list("patterns", pattern.as<MatchClass>()->patterns);
      names("kwd_attrs", pattern.as<MatchClass>()->kwd_attrs);
      list("kwd_patterns", pattern.as<MatchClass>()->kwd_patterns);
      break;
    case PatternKind::MatchStar:
      begin("MatchStar");
      optional_text("name", pattern.as<MatchStar>()->name);
      break;
    case PatternKind::MatchAs:
      begin("MatchAs");
      optional("pattern", pattern.as<MatchAs>()->pattern);
      optional_text("name", pattern.as<MatchAs>()->name);
      break;
    case PatternKind::MatchOr:
      begin("MatchOr");
      list("patterns", pattern.as<MatchOr>()->patterns);
      break;
  }
  end(pattern.location);
}

void Dumper::function(const char* name, const Statement& statement) {
  const FunctionDef& function = *statement.as<FunctionDef>();
  begin(name);
  text("name", function.name);
  child("args", function.args);
  list("body", function.body);
  list("decorator_list", function.decorator_list);
  optional("returns", function.returns);
}

// A chain of elif may be longer than the stack is deep.
void Dumper::if_chain(const If& first) {
  std::vector<const If*> chain;
  for (const If* link = &first; link != nullptr; link = elif_of(*link)) {
    chain.push_back(link);
    begin("If");
    child("test", link->test);
    list("body", link->body);
    if (elif_of(*link) == nullptr) {
      list("orelse", link->orelse);
    } else {
      key("orelse");
      out_ += '[';
    }
  }
  for (size_t i = chain.size(); i-- > 0;) {
    is_first_ = false;
    end(chain[i]->location);
    if (i != 0) out_ += ']';
  }
}

void Dumper::node(const Statement& statement) {
  switch (statement.kind) {
    case StatementKind::FunctionDef:
      function("FunctionDef", statement);
      break;
    case StatementKind::AsyncFunctionDef:
      function("AsyncFunctionDef", statement);
      break;
    case StatementKind::ClassDef:
      begin("ClassDef");
      text("name", statement.as<ClassDef>()->name);
      list("bases", statement.as<ClassDef>()->bases);
      list("keywords", statement.as<ClassDef>()->keywords);
      list("body", statement.as<ClassDef>()->body);
      list("decorator_list", statement.as<ClassDef>()->decorator_list);
      break;
    case StatementKind::Return:
      begin("Return");
      optional("value", statement.as<Return>()->value);
      break;
    case StatementKind::Delete:
      begin("Delete");
      list("targets", statement.as<Delete>()->targets);
      break;
    case StatementKind::Assign:
      begin("Assign");
      list("targets", statement.as<Assign>()->targets);
      child("value", statement.as<Assign>()->value);
      break;
    case StatementKind::AugAssign:
      begin("AugAssign");
      child("target", statement.as<AugAssign>()->target);
      raw("op", name_in(BinaryNames, statement.as<AugAssign>()->op));
      child("value", statement.as<AugAssign>()->value);
      break;
    case StatementKind::AnnAssign:
      begin("AnnAssign");
      child("target", statement.as<AnnAssign>()->target);
      child("annotation", statement.as<AnnAssign>()->annotation);
      optional("value", statement.as<AnnAssign>()->value);
      number("simple", statement.as<AnnAssign>()->simple);
      break;
    case StatementKind::For:
    case StatementKind::AsyncFor:
      begin(statement.is(StatementKind::For) ? "For" : "AsyncFor");
      child("target", statement.as<For>()->target);
      child("iter", statement.as<For>()->iter);
      list("body", statement.as<For>()->body);
      list("orelse", statement.as<For>()->orelse);
      break;
    case StatementKind::While:
      begin("While");
      child("test", statement.as<While>()->test);
      list("body", statement.as<While>()->body);
      list("orelse", statement.as<While>()->orelse);
      break;
    case StatementKind::If:
      if_chain(*statement.as<If>());
      return;
    case StatementKind::With:
    case StatementKind::AsyncWith:
      begin(statement.is(StatementKind::With) ? "With" : "AsyncWith");
      list("items", statement.as<With>()->items);
      list("body", statement.as<With>()->body);
      break;
    case StatementKind::Match:
      begin("Match");
      child("subject", statement.as<Match>()->subject);
      list("cases", statement.as<Match>()->cases);
      break;
    case StatementKind::Raise:
      begin("Raise");
      optional("exc", statement.as<Raise>()->exc);
      optional("cause", statement.as<Raise>()->cause);
      break;
    case StatementKind::Try:
    case StatementKind::TryStar:
      begin(statement.is(StatementKind::Try) ? "Try" : "TryStar");
      list("body", statement.as<Try>()->body);
      list("handlers", statement.as<Try>()->handlers);
      list("orelse", statement.as<Try>()->orelse);
      list("finalbody", statement.as<Try>()->finalbody);
      break;
    case StatementKind::Assert:
      begin("Assert");
      child("test", statement.as<Assert>()->test);
      optional("msg", statement.as<Assert>()->msg);
      break;
    case StatementKind::Import:
      begin("Import");
      list("names", statement.as<Import>()->names);
      break;
    case StatementKind::ImportFrom:
      begin("ImportFrom");
      optional_text("module", statement.as<ImportFrom>()->module);
      list("names", statement.as<ImportFrom>()->names);
      number("level", statement.as<ImportFrom>()->level);
      break;
    case StatementKind::Global:
      begin("Global");
      names("names", statement.as<Global>()->names);
      break;
    case StatementKind::Nonlocal:
      begin("Nonlocal");
      names("names", statement.as<Nonlocal>()->names);
      break;
    case StatementKind::Expr:
      begin("Expr");
      child("value", statement.as<Expr>()->value);
      break;
    case StatementKind::Pass:
      begin("Pass");
      break;
    case StatementKind::Break:
      begin("Break");
      break;
    case StatementKind::Continue:
      begin("Continue");
      break;
  }
  end(statement.location);
}

}  // namespace

std::string dump_tree(const Module& module, bool attributes) {
  Dumper dumper(attributes);
  dumper.module(module);
  return dumper.take();
}

}  // namespace weft::syntax
