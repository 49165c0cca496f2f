// The special methods the number types share: each is one line over numbers.h, with the type's own
// test of which other operands it takes.
#pragma once

#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/str.h"

namespace weft {

using AcceptsOperand = bool (*)(Value);

template <AcceptsOperand accepts, BinaryOperator op>
Value number_operator(Thread& thread, Arguments arguments) {
  if (!accepts(arguments[1])) return Value::not_implemented();
  return number_binary(thread, op, arguments[0], arguments[1]);
}
template <AcceptsOperand accepts, BinaryOperator op>
Value reflected_number_operator(Thread& thread, Arguments arguments) {
  if (!accepts(arguments[1])) return Value::not_implemented();
  return number_binary(thread, op, arguments[1], arguments[0]);
}
template <AcceptsOperand accepts, CompareOperator op>
Value number_comparison(Thread& thread, Arguments arguments) {
  if (!accepts(arguments[1])) return Value::not_implemented();
  return number_compare(thread, op, arguments[0], arguments[1]);
}
template <UnaryOperator op>
Value number_operator(Thread& thread, Arguments arguments) {
  return number_unary(thread, op, arguments[0]);
}

inline Value number_is_true(Thread&, Arguments arguments) {
  return Value::boolean(number_truth(arguments[0]));
}
inline Value number_hash_method(Thread& thread, Arguments arguments) {
  return make_int(thread, number_hash(arguments[0]));
}

// Cell or error, as native functions return what may be null.
inline Value value_or_error(const Cell* cell) { return Value::cell(cell); }

// The argument of __format__; null with TypeError pending.
Str* format_specification(Thread& thread, Value value);
// (value,) for __getnewargs__, and pairs.
Value make_value_tuple(Thread& thread, std::initializer_list<Value> values);

}  // namespace weft
