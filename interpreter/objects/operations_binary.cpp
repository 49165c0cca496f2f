// Operators, from native code.
#include "interpreter/objects/call.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str.h"

namespace weft {
namespace {

Value special_of(const Type* type, Special special) {
  return type->specials[static_cast<int>(special)];
}

bool is_exact_number(Value value) {
  if (!value.is_cell()) return !value.is_unset() && !value.is_error();
  return is_exactly(value, Kind::Int) || is_exactly(value, Kind::Float) ||
         is_exactly(value, Kind::Complex);
}

// Calls method(self, other); NotImplemented when there is no method for it.
Value attempt(Thread& thread, BinaryOperator op, Value method, Value self, Value other) {
  if (method.is_unset() || is_repetition_refused(thread, op, method, self, other))
    return Value::not_implemented();
  return call_raw(thread, method, self, {&other, 1}, nullptr);
}

// The plain and the reflected method in the order the language has: a right operand of a subclass
// that brings its own reflected method goes first.
Value binary_by_specials(Thread& thread, BinaryOperator op, Value left, Value right) {
  const Type* left_type = class_of(thread, left);
  const Type* right_type = class_of(thread, right);
  const Special reflected = reflected_special(op);
  Value right_method = left_type == right_type ? Value::unset() : special_of(right_type, reflected);
  if (!right_method.is_unset() && is_subtype(right_type, left_type) &&
      right_method != special_of(left_type, reflected)) {
    const Value result = attempt(thread, op, right_method, right, left);
    if (!result.is_not_implemented()) return result;
    right_method = Value::unset();
  }
  const Value left_method = special_of(left_type, plain_special(op));
  if (gives_way_to_reflected(thread, op, left_type, left_method)) {
    if (!right_method.is_unset() && !is_sequence_operation(thread, right_method)) {
      const Value result = attempt(thread, op, right_method, right, left);
      if (!result.is_not_implemented()) return result;
    }
    return attempt(thread, op, left_method, left, right);
  }
  const Value result = attempt(thread, op, left_method, left, right);
  if (!result.is_not_implemented()) return result;
  return attempt(thread, op, right_method, right, left);
}

bool is_sequence(Thread& thread, Value value) {
  const BuiltinTypes& types = thread.isolate.types;
  const Type* type = class_of(thread, value);
  return is_subtype(type, types.str) || is_subtype(type, types.list) ||
         is_subtype(type, types.tuple) || is_subtype(type, types.bytes) ||
         is_subtype(type, types.bytearray);
}

}  // namespace

bool is_sequence_operation(Thread& thread, Value method) {
  if (!is_kind(method, Kind::NativeFunction)) return false;
  const Type* owner = method.as<NativeFunction>()->owner;
  const BuiltinTypes& types = thread.isolate.types;
  return owner == types.list || owner == types.str || owner == types.tuple ||
         owner == types.bytes || owner == types.bytearray;
}

bool gives_way_to_reflected(Thread& thread, BinaryOperator op, const Type* left, Value method) {
  if (op != BinaryOperator::Add && op != BinaryOperator::Mul) return false;
  if (!is_sequence_operation(thread, method)) return false;
  const Value own = special_of(left, reflected_special(op));
  return own.is_unset() || is_sequence_operation(thread, own);
}

bool is_repetition_refused(Thread& thread, BinaryOperator op, Value method, Value receiver,
                           Value operand) {
  return op == BinaryOperator::Mul && !operand.is_small_int() &&
         gives_way_to_reflected(thread, op, class_of(thread, receiver), method) &&
         !has_index(thread, operand);
}

Value raise_unsupported_operands(Thread& thread, BinaryOperator op, bool in_place, Value left,
                                 Value right) {
  const BuiltinTypes& types = thread.isolate.types;
  const std::string_view left_name = type_name(thread, left);
  const std::string_view right_name = type_name(thread, right);
  const Type* left_type = class_of(thread, left);
  if (op == BinaryOperator::Add && is_sequence(thread, left)) {
    if (is_subtype(left_type, types.bytes) || is_subtype(left_type, types.bytearray))
      return raise_type_error(thread, text("can't concat ", right_name, " to ", left_name));
    const Type* base = is_subtype(left_type, types.str)    ? types.str
                       : is_subtype(left_type, types.list) ? types.list
                                                           : types.tuple;
    return raise_type_error(thread, text("can only concatenate ", base->name->view(), " (not \"",
                                         right_name, "\") to ", base->name->view()));
  }
  // `x *= [1]` does not look for the sequence on the right when x is of a class made by a script.
  const bool right_counts = !in_place || !left_type->is_heap_type;
  if (op == BinaryOperator::Mul &&
      (is_sequence(thread, left) || (right_counts && is_sequence(thread, right))))
    return raise_type_error(thread, text("can't multiply sequence by non-int of type '",
                                         is_sequence(thread, left) ? right_name : left_name, "'"));
  std::string symbol(binary_operator_symbols[static_cast<int>(op)]);
  if (in_place)
    symbol += "=";
  else if (op == BinaryOperator::Pow)
    symbol = "** or pow()";
  std::string message = text("unsupported operand type(s) for ", symbol, ": '", left_name,
                             "' and '", right_name, "'");
  if (op == BinaryOperator::RShift && !in_place && is_kind(left, Kind::NativeFunction) &&
      left.as<NativeFunction>()->name == thread.isolate.names.print)
    message += ". Did you mean \"print(<message>, file=<output_stream>)\"?";
  return raise_type_error(thread, message);
}

namespace {

// `left op right`, or where no method of its own does `left op= right`.
Value binary_of(Thread& thread, BinaryOperator op, bool in_place, Value left, Value right) {
  if (is_exact_number(left) && is_exact_number(right)) {
    const Value result = number_binary(thread, op, left, right);
    if (!result.is_not_implemented()) return result;
  } else if (op == BinaryOperator::Add && is_exactly(left, Kind::Str) &&
             is_exactly(right, Kind::Str)) {
    return Value::cell(concat(thread, as_str(left), as_str(right)));
  }
  const Value result = binary_by_specials(thread, op, left, right);
  if (!result.is_not_implemented()) return result;
  return raise_unsupported_operands(thread, op, in_place, left, right);
}

}  // namespace

Value binary(Thread& thread, BinaryOperator op, Value left, Value right) {
  return binary_of(thread, op, false, left, right);
}

Value binary_in_place(Thread& thread, BinaryOperator op, Value left, Value right) {
  if (is_exact_number(left)) return binary_in_place_by_value(thread, op, left, right);
  const Value method = special_of(class_of(thread, left), in_place_special(op));
  if (gives_way_to_reflected(thread, op, class_of(thread, left), method) &&
      class_of(thread, left) != class_of(thread, right)) {
    const Value reflected = special_of(class_of(thread, right), reflected_special(op));
    if (!is_sequence_operation(thread, reflected)) {
      const Value result = attempt(thread, op, reflected, right, left);
      if (!result.is_not_implemented()) return result;
    }
  }
  if (!method.is_unset()) {
    const Value result = attempt(thread, op, method, left, right);
    if (!result.is_not_implemented()) return result;
  }
  return binary_in_place_by_value(thread, op, left, right);
}

Value binary_in_place_by_value(Thread& thread, BinaryOperator op, Value left, Value right) {
  return binary_of(thread, op, true, left, right);
}

Value power(Thread& thread, Value base, Value exponent, Value modulus) {
  if (modulus.is_none()) return binary(thread, BinaryOperator::Pow, base, exponent);
  // Three operands know no reflected form; every operand's own __pow__ is asked in turn.
  const Value method = special_of(class_of(thread, base), Special::Pow);
  if (!method.is_unset()) {
    const Value values[] = {exponent, modulus};
    const Value result = call_raw(thread, method, base, values, nullptr);
    if (!result.is_not_implemented()) return result;
  }
  // Floats and complex numbers refuse the modulus wherever they stand.
  for (const Value operand : {exponent, modulus}) {
    if (is_float(operand))
      return raise_type_error(thread,
                              "pow() 3rd argument not allowed unless all arguments are integers");
    if (is_kind(operand, Kind::Complex)) return raise_value_error(thread, "complex modulo");
  }
  return raise_type_error(
      thread, text("unsupported operand type(s) for ** or pow(): '", type_name(thread, base),
                   "', '", type_name(thread, exponent), "', '", type_name(thread, modulus), "'"));
}

Value unary(Thread& thread, UnaryOperator op, Value operand) {
  if (op == UnaryOperator::Not) {
    const Truth value = truth(thread, operand);
    return value == Truth::Error ? Value::error() : Value::boolean(value == Truth::False);
  }
  if (is_exact_number(operand)) {
    const Value result = number_unary(thread, op, operand);
    if (!result.is_not_implemented()) return result;
  }
  constexpr Special specials[] = {Special::Neg, Special::Pos, Special::Invert};
  constexpr std::string_view symbols[] = {"unary -", "unary +", "unary ~"};
  const auto which = static_cast<int>(op);
  const Value method = special_of(class_of(thread, operand), specials[which]);
  if (!method.is_unset()) return call_raw(thread, method, operand, {}, nullptr);
  return raise_type_error(thread, text("bad operand type for ", symbols[which], ": '",
                                       type_name(thread, operand), "'"));
}

}  // namespace weft
