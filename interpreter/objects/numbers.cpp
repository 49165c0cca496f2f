// Which arithmetic a pair of numbers takes: that of the wider type of the two.
#include "interpreter/objects/numbers.h"

#include <bit>
#include <cmath>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/complex.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/floating.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/ordering.h"

namespace weft {

namespace {

enum class Rank : uint8_t { Int, Float, Complex, NoNumber };

Rank rank_of(Value value) {
  if (value.is_small_int() || value.is_bool()) return Rank::Int;
  if (value.is_immediate_double()) return Rank::Float;
  if (!value.is_cell()) return Rank::NoNumber;
  switch (value.as<Object>()->kind()) {
    case Kind::Int:
      return Rank::Int;
    case Kind::Float:
      return Rank::Float;
    case Kind::Complex:
      return Rank::Complex;
    default:
      return Rank::NoNumber;
  }
}

// The value of an int or float; nullopt with OverflowError pending.
std::optional<double> real_of(Thread& thread, Value value) {
  if (is_float(value)) return as_double(value);
  return int_to_double(thread, value);
}

bool is_logical(BinaryOperator op) {
  return op == BinaryOperator::And || op == BinaryOperator::Or || op == BinaryOperator::Xor;
}

Value bool_logical(BinaryOperator op, bool left, bool right) {
  if (op == BinaryOperator::And) return Value::boolean(left && right);
  if (op == BinaryOperator::Or) return Value::boolean(left || right);
  return Value::boolean(left != right);
}

bool float_has(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::MatMul:
    case BinaryOperator::LShift:
    case BinaryOperator::RShift:
    case BinaryOperator::And:
    case BinaryOperator::Or:
    case BinaryOperator::Xor:
      return false;
    default:
      return true;
  }
}

bool complex_has(BinaryOperator op) {
  return float_has(op) && op != BinaryOperator::FloorDiv && op != BinaryOperator::Mod &&
         op != BinaryOperator::DivMod;
}

// An int or float against a complex number.
bool equals_complex(Value number, const Complex* complex) {
  if (complex->imaginary != 0) return false;
  if (is_float(number)) return as_double(number) == complex->real;
  return !std::isnan(complex->real) && int_compare_double(number, complex->real) == 0;
}

Value compare_complex(CompareOperator op, Value left, Value right) {
  if (op != CompareOperator::Eq && op != CompareOperator::Ne) return Value::not_implemented();
  const Complex* x = cast_if<Complex>(left, Kind::Complex);
  const Complex* y = cast_if<Complex>(right, Kind::Complex);
  const bool equal = x == nullptr   ? equals_complex(left, y)
                     : y == nullptr ? equals_complex(right, x)
                                    : x->real == y->real && x->imaginary == y->imaginary;
  return Value::boolean(equal == (op == CompareOperator::Eq));
}

}  // namespace

void register_number_kinds(runtime::Heap& heap) {
  const auto trace = [](Cell* cell, Marker& marker) {
    trace_slots(static_cast<Object*>(cell), marker);
  };
  heap.register_kind(static_cast<uint8_t>(Kind::Int), {.name = "int", .trace = trace});
  heap.register_kind(static_cast<uint8_t>(Kind::Float), {.name = "float", .trace = trace});
  heap.register_kind(static_cast<uint8_t>(Kind::Complex), {.name = "complex", .trace = trace});
}

Value make_float_boxed(Thread& thread, double number) {
  auto* cell = make_object<Float>(thread, thread.isolate.types.floating);
  if (cell == nullptr) return {};
  cell->number = number;
  return Value::cell(cell);
}

Value make_complex(Thread& thread, double real, double imaginary) {
  auto* cell = make_object<Complex>(thread, thread.isolate.types.complex);
  if (cell == nullptr) return {};
  cell->real = real;
  cell->imaginary = imaginary;
  return Value::cell(cell);
}

namespace {

// Everything but two ints of which none is a bool.
[[gnu::noinline]] Value mixed_binary(Thread& thread, BinaryOperator op, Value left, Value right) {
  const Rank left_rank = rank_of(left);
  const Rank right_rank = rank_of(right);
  const Rank rank = left_rank > right_rank ? left_rank : right_rank;
  switch (rank) {
    case Rank::Int:
      if (left.is_bool() && right.is_bool() && is_logical(op))
        return bool_logical(op, left.is_true(), right.is_true());
      return int_binary(thread, op, left, right);
    case Rank::Float: {
      if (!float_has(op)) return Value::not_implemented();
      const std::optional<double> x = real_of(thread, left);
      if (!x) return {};
      const std::optional<double> y = real_of(thread, right);
      if (!y) return {};
      return float_binary(thread, op, *x, *y);
    }
    case Rank::Complex: {
      if (!complex_has(op)) return Value::not_implemented();
      const std::optional<ComplexNumber> x = complex_of(thread, left);
      if (!x) return {};
      const std::optional<ComplexNumber> y = complex_of(thread, right);
      if (!y) return {};
      return complex_binary(thread, op, *x, *y);
    }
    case Rank::NoNumber:
      break;
  }
  return Value::not_implemented();
}

bool is_plain_int(Value value) { return value.is_small_int() || is_kind(value, Kind::Int); }

}  // namespace

Value number_binary(Thread& thread, BinaryOperator op, Value left, Value right) {
  if (is_plain_int(left) && is_plain_int(right)) [[likely]]
    return int_binary(thread, op, left, right);
  return mixed_binary(thread, op, left, right);
}

Value number_unary(Thread& thread, UnaryOperator op, Value operand) {
  const Rank rank = rank_of(operand);
  if (rank == Rank::NoNumber) return Value::not_implemented();
  switch (op) {
    case UnaryOperator::Not:
      return Value::boolean(!number_truth(operand));
    case UnaryOperator::Invert:
      return rank == Rank::Int ? int_invert(thread, operand) : Value::not_implemented();
    case UnaryOperator::Neg:
      if (rank == Rank::Int) return int_negate(thread, operand);
      if (rank == Rank::Float) return make_float(thread, -as_double(operand));
      return make_complex(thread, -operand.as<Complex>()->real, -operand.as<Complex>()->imaginary);
    case UnaryOperator::Pos:
      if (rank == Rank::Int) return exact_int(thread, operand);
      if (rank == Rank::Float) return exact_float(thread, operand);
      return exact_complex(thread, operand);
  }
  return Value::not_implemented();
}

Value number_compare(Thread&, CompareOperator op, Value left, Value right) {
  if (is_plain_int(left) && is_plain_int(right)) [[likely]]
    return Value::boolean(compare_ordered(op, int_compare(left, right), 0));
  const Rank left_rank = rank_of(left);
  const Rank right_rank = rank_of(right);
  const Rank rank = left_rank > right_rank ? left_rank : right_rank;
  if (rank == Rank::NoNumber) return Value::not_implemented();
  if (rank == Rank::Complex) return compare_complex(op, left, right);
  if (rank == Rank::Int) return Value::boolean(compare_ordered(op, int_compare(left, right), 0));
  if (left_rank == right_rank)
    return Value::boolean(compare_ordered(op, as_double(left), as_double(right)));
  const double number = as_double(left_rank == Rank::Float ? left : right);
  if (std::isnan(number)) return Value::boolean(op == CompareOperator::Ne);
  const int order = left_rank == Rank::Float ? -int_compare_double(right, number)
                                             : int_compare_double(left, number);
  return Value::boolean(compare_ordered(op, order, 0));
}

bool number_truth(Value number) {
  switch (rank_of(number)) {
    case Rank::Int:
      return int_sign(number) != 0;
    case Rank::Float:
      return as_double(number) != 0;
    default:
      return number.as<Complex>()->real != 0 || number.as<Complex>()->imaginary != 0;
  }
}

namespace {

// Of a float, NaN by its identity: no two of them are equal, so their hashes need not be either.
int64_t hash_double(double number, const void* identity) {
  if (!std::isnan(number)) return float_hash(number);
  return static_cast<int64_t>(std::rotr(reinterpret_cast<uint64_t>(identity), 4));
}

}  // namespace

int64_t number_hash(Value number) {
  if (number.is_immediate_double()) return float_hash(number.as_immediate_double());
  switch (rank_of(number)) {
    case Rank::Int:
      return int_hash(number);
    case Rank::Float:
      return hash_double(as_double(number), number.as_cell());
    default: {
      constexpr uint64_t ImaginaryFactor = 1000003;
      const Complex* complex = number.as<Complex>();
      const auto mixed =
          static_cast<uint64_t>(hash_double(complex->real, complex)) +
          ImaginaryFactor * static_cast<uint64_t>(hash_double(complex->imaginary, complex));
      const auto hash = static_cast<int64_t>(mixed);
      return hash == -1 ? -2 : hash;
    }
  }
}

}  // namespace weft
