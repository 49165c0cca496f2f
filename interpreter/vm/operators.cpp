// Operators beyond small ints and immediate doubles.
//
// An operator on built-in types is decided natively. When a script class is involved, the candidate
// special methods are tried in CPython's order; each that is a script function runs in the dispatch
// loop with ReturnAction::Operator, whose NotImplemented comes back here for the next candidate.
#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/call.h"
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/format.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/integer_limbs.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/arithmetic.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

using compiler::Opcode;

// What an operator instruction does, by its opcode.
struct OperatorForm {
  bool is_compare = false;
  bool in_place = false;
  bool constant = false;  // the right operand is one
  BinaryOperator binary = BinaryOperator::Add;
  CompareOperator compare = CompareOperator::Lt;
};

// The thirteen arithmetic operators of the instruction set, in its order.
constexpr BinaryOperator binary_order[] = {
    BinaryOperator::Add,     BinaryOperator::Sub,      BinaryOperator::Mul, BinaryOperator::MatMul,
    BinaryOperator::TrueDiv, BinaryOperator::FloorDiv, BinaryOperator::Mod, BinaryOperator::Pow,
    BinaryOperator::LShift,  BinaryOperator::RShift,   BinaryOperator::And, BinaryOperator::Or,
    BinaryOperator::Xor};

constexpr OperatorForm form_of(int opcode) {
  OperatorForm form;
  constexpr auto FirstBinary = static_cast<int>(Opcode::Add);
  constexpr auto LastBinary = static_cast<int>(Opcode::InPlaceXorK);
  constexpr auto FirstCompare = static_cast<int>(Opcode::Lt);
  constexpr auto FirstTest = static_cast<int>(Opcode::TestLt);
  constexpr auto FirstTestK = static_cast<int>(Opcode::TestLtK);
  constexpr int CompareCount = 6;
  if (opcode >= FirstBinary && opcode <= LastBinary) {
    // Four forms an operator: plain, K, in place, in place K.
    const int which = (opcode - FirstBinary) % 4;
    form.binary = binary_order[(opcode - FirstBinary) / 4];
    form.constant = which == 1 || which == 3;
    form.in_place = which >= 2;
    return form;
  }
  for (const int first : {FirstCompare, FirstTest, FirstTestK}) {
    if (opcode < first || opcode >= first + CompareCount) continue;
    form.is_compare = true;
    form.constant = first == FirstTestK;
    form.compare = static_cast<CompareOperator>(opcode - first);
  }
  return form;
}

struct OperatorForms {
  OperatorForm of[256];
  constexpr OperatorForms() {
    for (int opcode = 0; opcode < 256; ++opcode) of[opcode] = form_of(opcode);
  }
};
constexpr OperatorForms operator_forms;

struct OperatorSite : OperatorForm {
  Value left;
  Value right;
};

OperatorSite decode(Frame* frame, uint32_t word) {
  OperatorSite site{operator_forms.of[static_cast<uint8_t>(compiler::opcode_of(word))], {}, {}};
  site.left = frame->registers[compiler::operand_b(word)];
  site.right = site.constant ? frame->code->constants[compiler::operand_c(word)]
                             : frame->registers[compiler::operand_c(word)];
  return site;
}

bool is_exact_int(Value value) { return value.is_small_int() || is_exactly(value, Kind::Int); }

bool compare_strs(CompareOperator op, const Str* left, const Str* right) {
  if (op == CompareOperator::Eq) return str_equal(left, right);
  if (op == CompareOperator::Ne) return !str_equal(left, right);
  const int order = str_compare(left, right);
  if (op == CompareOperator::Lt) return order < 0;
  if (op == CompareOperator::Le) return order <= 0;
  return op == CompareOperator::Gt ? order > 0 : order >= 0;
}

bool is_script_object(Value value) {
  return value.is_cell() && value.as<Object>()->type()->is_heap_type;
}

struct Candidates {
  Value methods[3];
  bool reflected[3];
  int count = 0;

  void add(Value method, bool is_reflected) {
    if (method.is_unset()) return;
    methods[count] = method;
    reflected[count] = is_reflected;
    ++count;
  }
};

Candidates candidates_of(Thread& thread, const OperatorSite& site) {
  Candidates candidates;
  Type* left = type_of(thread, site.left);
  Type* right = type_of(thread, site.right);
  const auto special = [](Type* type, Special which) {
    return type->specials[static_cast<int>(which)];
  };
  if (site.is_compare) {
    const Value plain = special(left, compare_special(site.compare));
    const Value swapped_method = special(right, compare_special(swapped(site.compare)));
    const bool right_first = left != right && is_subtype(right, left);
    if (right_first) candidates.add(swapped_method, true);
    candidates.add(plain, false);
    if (!right_first) candidates.add(swapped_method, true);
    return candidates;
  }
  const Value in_place =
      site.in_place ? special(left, in_place_special(site.binary)) : Value::unset();
  const Value plain = special(left, plain_special(site.binary));
  Value reflected = left == right ? Value::unset() : special(right, reflected_special(site.binary));
  // `x *= [1]` does not repeat the list when x is of a class made by a script.
  if (site.in_place && site.binary == BinaryOperator::Mul && left->is_heap_type &&
      is_sequence_operation(thread, reflected))
    reflected = Value::unset();
  // A subclass on the right goes first if it gives its own reflected method.
  const bool right_first = left != right && is_subtype(right, left) && !reflected.is_unset() &&
                           reflected != special(left, reflected_special(site.binary));
  // So does any, before the concatenation and repetition of the built-in sequences.
  const bool in_place_late = gives_way_to_reflected(thread, site.binary, left, in_place);
  const bool reflected_early =
      right_first || ((in_place_late || gives_way_to_reflected(thread, site.binary, left, plain)) &&
                      !is_sequence_operation(thread, reflected));
  const auto add = [&](Value method, bool is_reflected) {
    const Value receiver = is_reflected ? site.right : site.left;
    const Value operand = is_reflected ? site.left : site.right;
    if (!is_repetition_refused(thread, site.binary, method, receiver, operand))
      candidates.add(method, is_reflected);
  };
  if (!in_place_late) add(in_place, false);
  if (reflected_early) add(reflected, true);
  if (in_place_late) add(in_place, false);
  add(plain, false);
  if (!reflected_early) add(reflected, true);
  return candidates;
}

Value no_candidate(Thread& thread, const OperatorSite& site) {
  if (site.is_compare) {
    if (site.compare == CompareOperator::Eq) return Value::boolean(site.left == site.right);
    if (site.compare == CompareOperator::Ne) return Value::boolean(site.left != site.right);
    return raise_type_error(
        thread, text("'", compare_operator_symbols[static_cast<int>(site.compare)],
                     "' not supported between instances of '", type_name(thread, site.left),
                     "' and '", type_name(thread, site.right), "'"));
  }
  return raise_unsupported_operands(thread, site.binary, site.in_place, site.left, site.right);
}

}  // namespace

// The common case of an operator of a script class: its plain method is the first candidate, since
// the other operand is of the same class or of a built-in one. Unset: entered; error with nothing
// pending: another case.
[[gnu::noinline]] static Value begin_plain_method(Thread& thread, const OperatorSite& site,
                                                  uint32_t word) {
  Type* type = site.left.as<Object>()->type();
  if (site.right.is_cell() && site.right.as<Object>()->type() != type &&
      site.right.as<Object>()->type()->is_heap_type) {
    return {};
  }
  if (site.in_place &&
      !type->specials[static_cast<int>(in_place_special(site.binary))].is_unset()) {
    return {};
  }
  const Special which =
      site.is_compare ? compare_special(site.compare) : plain_special(site.binary);
  const Value method = type->specials[static_cast<int>(which)];
  if (!is_kind(method, Kind::Function)) return {};
  auto* function = method.as<Function>();
  Code* code = function->code;
  if (code->simple_count != 2) return {};
  Frame* entered = allocate_frame(thread, code, function, function->globals, ReturnAction::Operator,
                                  static_cast<uint8_t>(compiler::operand_a(word)));
  if (entered == nullptr) return {};
  entered->registers[0] = site.left;
  entered->registers[1] = site.right;
  clear_stack_registers(entered->registers + 2, entered->registers + code->register_count);
  link_frame(thread, entered);
  return Value::unset();
}

// Asks the operands' methods, from candidate number `candidate` on.
[[gnu::noinline]] static Value ask_candidates(Thread& thread, const OperatorSite& site,
                                              uint32_t word, uint8_t candidate) {
  const Candidates candidates = candidates_of(thread, site);
  for (int i = candidate; i < candidates.count; ++i) {
    const Value values[2] = {candidates.reflected[i] ? site.right : site.left,
                             candidates.reflected[i] ? site.left : site.right};
    if (candidates.methods[i].is_none()) {
      // `__eq__ = None` and the like: the operation is blocked.
      return raise_type_error(thread, "'NoneType' object is not callable");
    }
    const Value result =
        begin_special(thread, candidates.methods[i], values, 2,
                      {ReturnAction::Operator, static_cast<uint8_t>(compiler::operand_a(word)),
                       static_cast<uint8_t>(i)});
    if (!result || !result.is_not_implemented()) return result;
  }
  return no_candidate(thread, site);
}

// Both operands are ints that are no bools, of classes without methods of their own.
[[gnu::noinline]] static Value run_int_operator(Thread& thread, const OperatorForm& form,
                                                Value left, Value right) {
  if (form.is_compare)
    return Value::boolean(compare_ordered(form.compare, int_compare(left, right), 0));
  const Value result = limb_operators[static_cast<int>(form.binary)](thread, left, right);
  if (!result.is_unset()) [[likely]]
    return result;
  if (form.binary == BinaryOperator::MatMul)
    return raise_unsupported_operands(thread, form.binary, form.in_place, left, right);
  return int_binary(thread, form.binary, left, right);
}

[[gnu::noinline]] static Value run_general_operator(Thread& thread, Frame* frame, uint32_t word,
                                                    uint8_t candidate) {
  const OperatorSite site = decode(frame, word);
  if (candidate != 0) return ask_candidates(thread, site, word, candidate);
  if (is_exactly(site.left, Kind::Str) && is_exactly(site.right, Kind::Str)) {
    if (site.is_compare) {
      return Value::boolean(compare_strs(site.compare, site.left.as<Str>(), site.right.as<Str>()));
    }
    if (site.binary == BinaryOperator::Add) {
      Str* joined = concat(thread, site.left.as<Str>(), site.right.as<Str>());
      return joined == nullptr ? Value::error() : Value::cell(joined);
    }
  } else if (is_exactly(site.left, Kind::Tuple) && is_exactly(site.right, Kind::Tuple)) {
    if (site.is_compare) {
      return compare_tuples(thread, site.compare, site.left.as<Tuple>(), site.right.as<Tuple>());
    }
    if (site.binary == BinaryOperator::Add)
      return tuple_concat(thread, site.left.as<Tuple>(), site.right.as<Tuple>());
  } else if (is_exactly(site.left, Kind::List) && is_exactly(site.right, Kind::List)) {
    if (!site.is_compare && site.binary == BinaryOperator::Add) {
      auto* list = site.left.as<List>();
      if (!site.in_place) return list_concat(thread, list, site.right.as<List>());
      return list_extend(thread, list, site.right) ? site.left : Value::error();
    }
  } else if (is_exactly(site.left, Kind::Str) && !site.is_compare &&
             !is_script_object(site.right)) {
    if (site.binary == BinaryOperator::Mod)
      return percent_format(thread, site.left.as<Str>(), site.right);
    if (site.binary == BinaryOperator::Mul && site.right.is_small_int())
      return Value::cell(str_repeat(thread, site.left.as<Str>(), site.right.as_small_int()));
  }
  if (is_script_object(site.left)) {
    const Value begun = begin_plain_method(thread, site, word);
    if (begun || thread.pending != nullptr) return begun;
    return ask_candidates(thread, site, word, 0);
  }
  if (is_script_object(site.right)) return ask_candidates(thread, site, word, 0);
  if (site.is_compare) return compare(thread, site.compare, site.left, site.right);
  if (site.in_place) return binary_in_place(thread, site.binary, site.left, site.right);
  return binary(thread, site.binary, site.left, site.right);
}

Value run_operator(Thread& thread, Frame* frame, uint32_t word, uint8_t candidate) {
  const OperatorForm& form = operator_forms.of[static_cast<uint8_t>(compiler::opcode_of(word))];
  const Value left = frame->registers[compiler::operand_b(word)];
  const Value right =
      (form.constant ? frame->code->constants : frame->registers)[compiler::operand_c(word)];
  if (is_exact_int(left) && is_exact_int(right)) return run_int_operator(thread, form, left, right);
  return run_general_operator(thread, frame, word, candidate);
}

Value slow_unary(Thread& thread, UnaryOperator op, Value operand, Delivery delivery) {
  if (is_script_object(operand)) {
    const Special special = op == UnaryOperator::Neg   ? Special::Neg
                            : op == UnaryOperator::Pos ? Special::Pos
                                                       : Special::Invert;
    const Value method = find_special(thread, operand, special);
    if (is_kind(method, Kind::Function)) {
      return begin_function(thread, method.as<Function>(), &operand, 1, nullptr, delivery);
    }
  }
  return unary(thread, op, operand);
}

Value slow_contains(Thread& thread, Value container, Value item, Delivery delivery) {
  if (is_exactly(container, Kind::Dict)) {
    const Value found = dict_get(thread, container.as<Dict>(), item);
    return found ? Value::boolean(!found.is_unset()) : Value::error();
  }
  if (is_exactly(container, Kind::Str) && is_exactly(item, Kind::Str)) {
    return Value::boolean(str_contains(container.as<Str>(), item.as<Str>()));
  }
  if (is_script_object(container)) {
    const Value method = find_special(thread, container, Special::Contains);
    if (is_kind(method, Kind::Function)) {
      const Value values[2] = {container, item};
      return begin_function(thread, method.as<Function>(), values, 2, nullptr, delivery);
    }
  }
  const Truth found = contains(thread, container, item);
  return found == Truth::Error ? Value::error() : Value::boolean(found == Truth::True);
}

Value slow_truth(Thread& thread, Value value, Delivery delivery) {
  if (value.is_cell()) {
    switch (static_cast<Kind>(value.as_cell()->kind_byte())) {
      case Kind::Str:
        if (is_exactly(value, Kind::Str)) return Value::boolean(value.as<Str>()->byte_count != 0);
        break;
      case Kind::List:
        if (is_exactly(value, Kind::List)) return Value::boolean(value.as<List>()->count != 0);
        break;
      case Kind::Tuple:
        if (is_exactly(value, Kind::Tuple)) return Value::boolean(value.as<Tuple>()->count != 0);
        break;
      case Kind::Dict:
        if (is_exactly(value, Kind::Dict)) return Value::boolean(value.as<Dict>()->count != 0);
        break;
      default:
        break;
    }
    if (is_script_object(value)) {
      const Value method = find_special(thread, value, Special::Bool);
      if (is_kind(method, Kind::Function)) {
        delivery.flag |= StrictBool;
        return begin_function(thread, method.as<Function>(), &value, 1, nullptr, delivery);
      }
    }
  }
  const Truth result = truth(thread, value);
  return result == Truth::Error ? Value::error() : Value::boolean(result == Truth::True);
}

}  // namespace weft
