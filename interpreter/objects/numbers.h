// Numbers: int of any size (small ones immediate, others a cell of GMP limbs), float (immediate or
// boxed), complex. bool is immediate.
#pragma once

#include <optional>

#include "interpreter/objects/object.h"

namespace weft {

struct Int : Object {  // beyond 63 bits, or an instance of a subclass of int
  using Object::Object;
  int32_t sign_and_count;  // as GMP's: negative for negative numbers; limbs in use
  uint32_t capacity;
  uint64_t limbs[];  // least significant first; then, in instances of subclasses, the
                     // overflow word (object.h)
};

struct Float : Object {
  using Object::Object;
  double number;
};

struct Complex : Object {
  using Object::Object;
  double real;
  double imaginary;
};

[[nodiscard]] Value make_int_slow(Thread& thread, int64_t number);
[[nodiscard]] inline Value make_int(Thread& thread, int64_t number) {
  if (Value::fits_small(number)) [[likely]]
    return Value::small_int(number);
  return make_int_slow(thread, number);
}
[[nodiscard]] Value make_uint(Thread& thread, uint64_t number);
[[nodiscard]] Value make_float_boxed(Thread& thread, double number);
[[nodiscard]] inline Value make_float(Thread& thread, double number) {
  if (Value::fits_double(number)) [[likely]]
    return Value::immediate_double(number);
  return make_float_boxed(thread, number);
}
[[nodiscard]] Value make_complex(Thread& thread, double real, double imaginary);

inline bool is_float(Value value) {
  return value.is_immediate_double() || is_kind(value, Kind::Float);
}
inline double as_double(Value value) {  // is_float holds
  return value.is_immediate_double() ? value.as_immediate_double() : value.as<Float>()->number;
}
// int and its subclasses, bool included.
inline bool is_int(Value value) {
  return value.is_small_int() || value.is_bool() || is_kind(value, Kind::Int);
}
// The value if it fits; no conversion protocol is run.
std::optional<int64_t> int_to_int64(Value value);
std::optional<double> int_to_double(Thread& thread, Value value);  // OverflowError if too large

// Arithmetic on exact numbers (int, bool, float, complex mixed): the value, NotImplemented when a
// kind does not fit, or error. The dispatch loop's slow path begins here.
[[nodiscard]] Value number_binary(Thread& thread, BinaryOperator op, Value left, Value right);
[[nodiscard]] Value number_unary(Thread& thread, UnaryOperator op, Value operand);
// Like rich comparison: True, False or NotImplemented.
[[nodiscard]] Value number_compare(Thread& thread, CompareOperator op, Value left, Value right);
bool number_truth(Value number);
int64_t number_hash(Value number);  // equal numbers of all types hash alike, as in CPython

// Text. parse_int: digits in `base` (0: by prefix) as int(text, base) takes them, underscores and
// surrounding blanks allowed; unset when malformed (no exception), error when too many digits.
[[nodiscard]] Value parse_int(Thread& thread, std::string_view text, int base);
// Of a literal already checked by the parser: digits without underscores or prefix.
[[nodiscard]] Value int_from_digits(Thread& thread, std::string_view digits, int base);
std::optional<double> parse_float(std::string_view text);  // as float(text); nullopt if malformed
[[nodiscard]] Str* int_to_str(Thread& thread, Value number, int base = 10);
std::string float_repr(double number);

}  // namespace weft
