#include "interpreter/compiler/unparse.h"

#include "interpreter/compiler/constants.h"
#include "interpreter/objects/operations.h"

namespace weft::compiler {

using namespace syntax;

namespace {

// How tightly an operator binds; an operand that binds less tightly than its place wants is put in
// parentheses.
enum Level : int {
  TupleLevel,
  TestLevel,  // if-else, lambda
  OrLevel,
  AndLevel,
  NotLevel,
  CompareLevel,
  BitOrLevel,
  BitXorLevel,
  BitAndLevel,
  ShiftLevel,
  ArithmeticLevel,
  TermLevel,
  FactorLevel,
  PowerLevel,
  AwaitLevel,
  AtomLevel,
};

constexpr int ExpressionLevel = BitOrLevel;

struct OperatorText {
  std::string_view text;
  int level;
};

OperatorText text_of(syntax::BinaryOperator op) {
  switch (op) {
    case syntax::BinaryOperator::Add:
      return {" + ", ArithmeticLevel};
    case syntax::BinaryOperator::Sub:
      return {" - ", ArithmeticLevel};
    case syntax::BinaryOperator::Mult:
      return {" * ", TermLevel};
    case syntax::BinaryOperator::MatMult:
      return {" @ ", TermLevel};
    case syntax::BinaryOperator::Div:
      return {" / ", TermLevel};
    case syntax::BinaryOperator::Mod:
      return {" % ", TermLevel};
    case syntax::BinaryOperator::Pow:
      return {" ** ", PowerLevel};
    case syntax::BinaryOperator::LShift:
      return {" << ", ShiftLevel};
    case syntax::BinaryOperator::RShift:
      return {" >> ", ShiftLevel};
    case syntax::BinaryOperator::BitOr:
      return {" | ", BitOrLevel};
    case syntax::BinaryOperator::BitXor:
      return {" ^ ", BitXorLevel};
    case syntax::BinaryOperator::BitAnd:
      return {" & ", BitAndLevel};
    case syntax::BinaryOperator::FloorDiv:
      return {" // ", TermLevel};
  }
  return {};
}

std::string_view text_of(syntax::CompareOperator op) {
  static constexpr std::string_view texts[] = {" == ", " != ", " < ",      " <= ", " > ",
                                               " >= ", " is ", " is not ", " in ", " not in "};
  return texts[static_cast<int>(op)];
}

class Unparser {
 public:
  explicit Unparser(Compilation& compilation) : compilation_(compilation) {}

  std::string take() { return std::move(out_); }

  void expression(const Expression* node, int level) {
    if (!compilation_.may_go_on()) return;
    switch (node->kind) {
      case ExpressionKind::BoolOp:
        return boolean(node->as<BoolOp>(), level);
      case ExpressionKind::NamedExpr:
        return parenthesised(level > TupleLevel, [&] {
          expression(node->as<NamedExpr>()->target, AtomLevel);
          out_ += " := ";
          expression(node->as<NamedExpr>()->value, AtomLevel);
        });
      case ExpressionKind::BinOp:
        return binary(node->as<BinOp>(), level);
      case ExpressionKind::UnaryOp:
        return unary(node->as<UnaryOp>(), level);
      case ExpressionKind::Lambda:
        return lambda(node->as<Lambda>(), level);
      case ExpressionKind::IfExp:
        return parenthesised(level > TestLevel, [&] {
          expression(node->as<IfExp>()->body, TestLevel + 1);
          out_ += " if ";
          expression(node->as<IfExp>()->test, TestLevel + 1);
          out_ += " else ";
          expression(node->as<IfExp>()->orelse, TestLevel);
        });
      case ExpressionKind::Dict:
        return dict(node->as<syntax::Dict>());
      case ExpressionKind::Set:
        return elements('{', node->as<syntax::Set>()->elts, '}');
      case ExpressionKind::ListComp:
        return comprehension('[', node->as<ElementComp>(), ']');
      case ExpressionKind::SetComp:
        return comprehension('{', node->as<ElementComp>(), '}');
      case ExpressionKind::GeneratorExp:
        return comprehension('(', node->as<ElementComp>(), ')');
      case ExpressionKind::DictComp:
        out_ += '{';
        expression(node->as<DictComp>()->key, TestLevel);
        out_ += ": ";
        expression(node->as<DictComp>()->value, TestLevel);
        clauses(node->as<DictComp>()->generators);
        out_ += '}';
        return;
      case ExpressionKind::Await:
        return parenthesised(level > AwaitLevel, [&] {
          out_ += "await ";
          expression(node->as<Await>()->value, AtomLevel);
        });
      case ExpressionKind::Yield:
        out_ += "(yield";
        if (node->as<Yield>()->value != nullptr) {
          out_ += ' ';
          expression(node->as<Yield>()->value, TestLevel);
        }
        out_ += ')';
        return;
      case ExpressionKind::YieldFrom:
        out_ += "(yield from ";
        expression(node->as<YieldFrom>()->value, TestLevel);
        out_ += ')';
        return;
      case ExpressionKind::Compare:
        return compare(node->as<Compare>(), level);
      case ExpressionKind::Call:
        return call(node->as<Call>());
      case ExpressionKind::FormattedValue:
        return formatted(node->as<FormattedValue>());
      case ExpressionKind::JoinedStr:
        return joined(node->as<JoinedStr>());
      case ExpressionKind::Constant:
        return constant(node->as<Constant>());
      case ExpressionKind::Attribute: {
        const auto* attribute = node->as<Attribute>();
        expression(attribute->value, AtomLevel);
        const bool is_int = attribute->value->is(ExpressionKind::Constant) &&
                            is_integer(attribute->value->as<Constant>());
        out_ += is_int ? " ." : ".";
        out_ += attribute->attr;
        return;
      }
      case ExpressionKind::Subscript:
        expression(node->as<Subscript>()->value, AtomLevel);
        out_ += '[';
        expression(node->as<Subscript>()->slice, TupleLevel);
        out_ += ']';
        return;
      case ExpressionKind::Starred:
        out_ += '*';
        expression(node->as<Starred>()->value, ExpressionLevel);
        return;
      case ExpressionKind::Name:
        out_ += node->as<syntax::Name>()->id;
        return;
      case ExpressionKind::List:
        return elements('[', node->as<syntax::List>()->elts, ']');
      case ExpressionKind::Tuple:
        return tuple(node->as<syntax::Tuple>(), level);
      case ExpressionKind::Slice:
        return slice(node->as<syntax::Slice>());
    }
  }

 private:
  template <class Inner>
  void parenthesised(bool with, Inner&& inner) {
    if (with) out_ += '(';
    inner();
    if (with) out_ += ')';
  }

  static bool is_integer(const Constant* node) {
    return node->value_kind == ConstantKind::Int || node->value_kind == ConstantKind::BigInt;
  }

  void boolean(const BoolOp* node, int level) {
    const int own = node->op == BoolOperator::And ? AndLevel : OrLevel;
    parenthesised(level > own, [&] {
      bool first = true;
      for (const Expression* value : node->values) {
        if (!first) out_ += own == AndLevel ? " and " : " or ";
        first = false;
        expression(value, own + 1);
      }
    });
  }

  void binary(const BinOp* node, int level) {
    const OperatorText op = text_of(node->op);
    const int from_right = op.level == PowerLevel ? 1 : 0;
    parenthesised(level > op.level, [&] {
      expression(node->left, op.level + from_right);
      out_ += op.text;
      expression(node->right, op.level + 1 - from_right);
    });
  }

  void unary(const UnaryOp* node, int level) {
    static constexpr std::string_view texts[] = {"~", "not ", "+", "-"};
    const int own = node->op == syntax::UnaryOperator::Not ? NotLevel : FactorLevel;
    parenthesised(level > own, [&] {
      out_ += texts[static_cast<int>(node->op)];
      expression(node->operand, own);
    });
  }

  void lambda(const Lambda* node, int level) {
    parenthesised(level > TestLevel, [&] {
      out_ += node->args->args.empty() ? "lambda" : "lambda ";
      parameters(*node->args);
      out_ += ": ";
      expression(node->body, TestLevel);
    });
  }

  void parameter(const Arg* node) {
    out_ += node->arg;
    if (node->annotation == nullptr) return;
    out_ += ": ";
    expression(node->annotation, TestLevel);
  }

  void parameters(const syntax::Arguments& arguments) {
    bool first = true;
    const auto separate = [&] {
      if (!first) out_ += ", ";
      first = false;
    };
    const size_t only_positional = arguments.posonlyargs.size();
    const size_t positional = only_positional + arguments.args.size();
    for (size_t i = 0; i < positional; ++i) {
      separate();
      parameter(i < only_positional ? arguments.posonlyargs[i]
                                    : arguments.args[i - only_positional]);
      if (i + arguments.defaults.size() >= positional) {
        out_ += '=';
        expression(arguments.defaults[i + arguments.defaults.size() - positional], TestLevel);
      }
      if (i + 1 == only_positional) out_ += ", /";
    }
    if (arguments.vararg != nullptr || !arguments.kwonlyargs.empty()) {
      separate();
      out_ += '*';
      if (arguments.vararg != nullptr) parameter(arguments.vararg);
    }
    for (size_t i = 0; i < arguments.kwonlyargs.size(); ++i) {
      separate();
      parameter(arguments.kwonlyargs[i]);
      if (arguments.kw_defaults[i] == nullptr) continue;
      out_ += '=';
      expression(arguments.kw_defaults[i], TestLevel);
    }
    if (arguments.kwarg != nullptr) {
      separate();
      out_ += "**";
      parameter(arguments.kwarg);
    }
  }

  void list(Expressions nodes) {
    bool first = true;
    for (const Expression* node : nodes) {
      if (!first) out_ += ", ";
      first = false;
      expression(node, TestLevel);
    }
  }

  void elements(char open, Expressions nodes, char close) {
    out_ += open;
    list(nodes);
    out_ += close;
  }

  void tuple(const syntax::Tuple* node, int level) {
    if (node->elts.empty()) {
      out_ += "()";
      return;
    }
    parenthesised(level > TupleLevel, [&] {
      list(node->elts);
      if (node->elts.size() == 1) out_ += ',';
    });
  }

  void dict(const syntax::Dict* node) {
    out_ += '{';
    for (size_t i = 0; i < node->keys.size(); ++i) {
      if (i != 0) out_ += ", ";
      if (node->keys[i] == nullptr) {
        out_ += "**";
        expression(node->values[i], ExpressionLevel);
        continue;
      }
      expression(node->keys[i], TestLevel);
      out_ += ": ";
      expression(node->values[i], TestLevel);
    }
    out_ += '}';
  }

  void comprehension(char open, const ElementComp* node, char close) {
    out_ += open;
    expression(node->elt, TestLevel);
    clauses(node->generators);
    out_ += close;
  }

  void clauses(Nodes<Comprehension> generators) {
    for (const Comprehension* clause : generators) {
      out_ += clause->is_async ? " async for " : " for ";
      expression(clause->target, TupleLevel);
      out_ += " in ";
      expression(clause->iter, TestLevel + 1);
      for (const Expression* test : clause->ifs) {
        out_ += " if ";
        expression(test, TestLevel + 1);
      }
    }
  }

  void compare(const Compare* node, int level) {
    parenthesised(level > CompareLevel, [&] {
      expression(node->left, CompareLevel + 1);
      for (size_t i = 0; i < node->ops.size(); ++i) {
        out_ += text_of(node->ops[i]);
        expression(node->comparators[i], CompareLevel + 1);
      }
    });
  }

  void call(const Call* node) {
    expression(node->func, AtomLevel);
    if (node->args.size() == 1 && node->keywords.empty() &&
        node->args[0]->is(ExpressionKind::GeneratorExp)) {
      expression(node->args[0], TestLevel);
      return;
    }
    out_ += '(';
    list(node->args);
    bool first = node->args.empty();
    for (const Keyword* keyword : node->keywords) {
      if (!first) out_ += ", ";
      first = false;
      if (keyword->arg.empty()) {
        out_ += "**";
      } else {
        out_ += keyword->arg;
        out_ += '=';
      }
      expression(keyword->value, TestLevel);
    }
    out_ += ')';
  }

  void slice(const syntax::Slice* node) {
    if (node->lower != nullptr) expression(node->lower, TestLevel);
    out_ += ':';
    if (node->upper != nullptr) expression(node->upper, TestLevel);
    if (node->step == nullptr) return;
    out_ += ':';
    expression(node->step, TestLevel);
  }

  // --- Literals and formatted strings

  void append_repr(Value value) {
    weft::Str* shown = weft::repr(compilation_.thread, value);
    if (shown == nullptr) {
      compilation_.fail_with_pending();
    } else {
      out_ += shown->view();
    }
  }

  void constant(const Constant* node) {
    if (node->value_kind == ConstantKind::Ellipsis) {
      out_ += "...";
      return;
    }
    const Value value = literal_value(compilation_, node);
    if (!value) return;
    if (node->value_kind == ConstantKind::Str && node->unicode_prefix) out_ += 'u';
    const size_t start = out_.size();
    append_repr(value);
    if (node->value_kind != ConstantKind::Float && node->value_kind != ConstantKind::Complex)
      return;
    // There is no literal for infinity; this one overflows to it.
    if (const size_t place = out_.find("inf", start); place != std::string::npos) {
      out_.replace(place, 3, "1e309");
    }
  }

  void joined(const JoinedStr* node) {
    std::string before = std::move(out_);
    out_.clear();
    formatted_parts(node);
    weft::Str* body = make_str(compilation_.thread, out_);
    out_ = std::move(before);
    out_ += 'f';
    if (body == nullptr) {
      compilation_.fail_with_pending();
    } else {
      append_repr(Value::cell(body));
    }
  }

  void formatted_parts(const JoinedStr* node) {
    for (const Expression* part : node->values) {
      if (part->is(ExpressionKind::Constant)) {
        for (const char byte : part->as<Constant>()->text) {
          if (byte == '{' || byte == '}') out_ += byte;
          out_ += byte;
        }
      } else if (part->is(ExpressionKind::JoinedStr)) {
        formatted_parts(part->as<JoinedStr>());
      } else {
        formatted(part->as<FormattedValue>());
      }
    }
  }

  void formatted(const FormattedValue* node) {
    const size_t start = out_.size();
    out_ += '{';
    expression(node->value, TestLevel + 1);
    if (out_.size() > start + 1 && out_[start + 1] == '{') out_.insert(start + 1, " ");
    if (node->conversion != 0) {
      out_ += '!';
      out_ += node->conversion;
    }
    if (node->format_spec != nullptr) {
      out_ += ':';
      formatted_parts(node->format_spec->as<JoinedStr>());
    }
    out_ += '}';
  }

  Compilation& compilation_;
  std::string out_;
};

}  // namespace

std::string unparse(Compilation& compilation, const Expression* node) {
  Unparser unparser(compilation);
  unparser.expression(node, TestLevel);
  return unparser.take();
}

}  // namespace weft::compiler
