// Truth, comparison and hash.
#include "interpreter/objects/call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/recursion.h"
#include "interpreter/objects/str.h"

namespace weft {
namespace {

Value special_of(const Type* type, Special special) {
  return type->specials[static_cast<int>(special)];
}

bool is_exact_number(Value value) {
  if (!value.is_cell())
    return value.is_small_int() || value.is_immediate_double() || value.is_bool();
  return is_exactly(value, Kind::Int) || is_exactly(value, Kind::Float) ||
         is_exactly(value, Kind::Complex);
}

Value compare_str(CompareOperator op, const Str* left, const Str* right) {
  if (op == CompareOperator::Eq) return Value::boolean(str_equal(left, right));
  if (op == CompareOperator::Ne) return Value::boolean(!str_equal(left, right));
  // UTF-8 orders as code points do.
  const int order = left->view().compare(right->view());
  switch (op) {
    case CompareOperator::Lt:
      return Value::boolean(order < 0);
    case CompareOperator::Le:
      return Value::boolean(order <= 0);
    case CompareOperator::Gt:
      return Value::boolean(order > 0);
    default:
      return Value::boolean(order >= 0);
  }
}

// The answer for exact built-ins; NotImplemented where the special methods decide.
Value compare_builtin(Thread& thread, CompareOperator op, Value left, Value right) {
  if (is_exactly(left, Kind::Str) && is_exactly(right, Kind::Str))
    return compare_str(op, as_str(left), as_str(right));
  if (is_exact_number(left) && is_exact_number(right))
    return number_compare(thread, op, left, right);
  if (is_exactly(left, Kind::Tuple) && is_exactly(right, Kind::Tuple))
    return compare_tuples(thread, op, left.as<Tuple>(), right.as<Tuple>());
  if (is_exactly(left, Kind::List) && is_exactly(right, Kind::List))
    return compare_lists(thread, op, left.as<List>(), right.as<List>());
  return Value::not_implemented();
}

Value compare_by_specials(Thread& thread, CompareOperator op, Value left, Value right) {
  const Type* left_type = class_of(thread, left);
  const Type* right_type = class_of(thread, right);
  const Value reflected = special_of(right_type, compare_special(swapped(op)));
  bool try_reflected = !reflected.is_unset();
  if (try_reflected && left_type != right_type && is_subtype(right_type, left_type)) {
    const Value result = call_raw(thread, reflected, right, {&left, 1}, nullptr);
    if (!result.is_not_implemented()) return result;
    try_reflected = false;
  }
  const Value method = special_of(left_type, compare_special(op));
  if (!method.is_unset()) {
    const Value result = call_raw(thread, method, left, {&right, 1}, nullptr);
    if (!result.is_not_implemented()) return result;
  }
  if (!try_reflected) return Value::not_implemented();
  return call_raw(thread, reflected, right, {&left, 1}, nullptr);
}

}  // namespace

Truth truth(Thread& thread, Value value) {
  if (value.is_bool()) return to_truth(value.is_true());
  if (value.is_none()) return Truth::False;
  if (value.is_small_int()) return to_truth(value.as_small_int() != 0);
  if (value.is_immediate_double()) return to_truth(value.as_immediate_double() != 0);
  if (is_exactly(value, Kind::Str)) return to_truth(as_str(value)->byte_count != 0);
  if (is_exactly(value, Kind::List)) return to_truth(value.as<List>()->count != 0);
  if (is_exactly(value, Kind::Dict)) return to_truth(value.as<Dict>()->count != 0);
  if (is_exactly(value, Kind::Tuple)) return to_truth(value.as<Tuple>()->count != 0);
  const Type* type = class_of(thread, value);
  const Value method = special_of(type, Special::Bool);
  if (!method.is_unset()) {
    const Value answer = call_raw(thread, method, value, {}, nullptr);
    if (!answer) return Truth::Error;
    if (answer.is_bool()) return to_truth(answer.is_true());
    raise_type_error(thread,
                     text("__bool__ should return bool, returned ", type_name(thread, answer)));
    return Truth::Error;
  }
  if (special_of(type, Special::Length).is_unset()) return Truth::True;
  const auto count = length(thread, value);
  return count ? to_truth(*count != 0) : Truth::Error;
}

Value compare(Thread& thread, CompareOperator op, Value left, Value right) {
  Value result = compare_builtin(thread, op, left, right);
  if (!result.is_not_implemented()) return result;
  if (!check_native_stack(thread, InComparison)) return Value::error();
  result = compare_by_specials(thread, op, left, right);
  if (!result.is_not_implemented()) return result;
  if (op == CompareOperator::Eq) return Value::boolean(left == right);
  if (op == CompareOperator::Ne) return Value::boolean(left != right);
  return raise_type_error(
      thread, text("'", compare_operator_symbols[static_cast<int>(op)],
                   "' not supported between instances of '", type_name(thread, left), "' and '",
                   type_name(thread, right), "'"));
}

Truth compare_truth(Thread& thread, CompareOperator op, Value left, Value right) {
  const Value result = compare(thread, op, left, right);
  return result ? truth(thread, result) : Truth::Error;
}

Truth equal(Thread& thread, Value left, Value right) {
  if (left == right) return Truth::True;
  return compare_truth(thread, CompareOperator::Eq, left, right);
}

std::optional<int64_t> hash(Thread& thread, Value value) {
  if (is_exactly(value, Kind::Str)) return static_cast<int64_t>(str_hash(as_str(value)));
  if (is_exact_number(value)) return number_hash(value);
  if (!value.is_cell()) return identity_hash(value);
  const Value method = special_of(class_of(thread, value), Special::Hash);
  if (method.is_none() || method.is_unset()) {
    raise_type_error(thread, text("unhashable type: '", type_name(thread, value), "'"));
    return std::nullopt;
  }
  if (!thread.check_native_stack()) return std::nullopt;
  const Value answer = call_raw(thread, method, value, {}, nullptr);
  if (!answer) return std::nullopt;
  if (!is_int(answer)) {
    raise_type_error(thread, "__hash__ method should return an integer");
    return std::nullopt;
  }
  int64_t result;
  if (answer.is_small_int()) [[likely]]
    result = answer.as_small_int();
  else
    result = int_to_int64(answer).value_or(number_hash(answer));
  return result == -1 ? -2 : result;
}

}  // namespace weft
