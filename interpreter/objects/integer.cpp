#include "interpreter/objects/integer.h"

#include <bit>
#include <cstring>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/floating.h"
#include "interpreter/objects/integer_limbs.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

constexpr std::string_view DivisionByZero = "integer division or modulo by zero";

int64_t floor_quotient(int64_t left, int64_t right) {
  const int64_t quotient = left / right;
  return left % right != 0 && (left ^ right) < 0 ? quotient - 1 : quotient;
}
int64_t floor_remainder(int64_t left, int64_t right) {
  const int64_t remainder = left % right;
  return remainder != 0 && (remainder ^ right) < 0 ? remainder + right : remainder;
}

// A shift count; nullopt when it does not even fit 64 bits.
std::optional<int64_t> shift_count(Value count) {
  if (count.is_small_int()) [[likely]]
    return count.as_small_int();
  return int_to_int64(count);
}

Value shift_left(Thread& thread, Value left, Value right) {
  if (int_sign(right) < 0) return raise_value_error(thread, "negative shift count");
  if (int_sign(left) == 0) return Value::small_int(0);
  const std::optional<int64_t> count = shift_count(right);
  if (!count) return raise_overflow_error(thread, "too many digits in integer");
  const std::optional<int64_t> small = small_value(left);
  if (small && *count < 64)
    return int_from_int128(thread,
                           static_cast<__int128>(static_cast<unsigned __int128>(*small) << *count));
  return big_shift_left(thread, left, static_cast<uint64_t>(*count));
}

Value shift_right(Thread& thread, Value left, Value right) {
  if (int_sign(right) < 0) return raise_value_error(thread, "negative shift count");
  const std::optional<int64_t> count = shift_count(right);
  if (!count) return Value::small_int(int_sign(left) < 0 ? -1 : 0);
  if (const std::optional<int64_t> small = small_value(left))
    return Value::small_int(*small >> (*count > 63 ? 63 : *count));
  return big_shift_right(thread, left, static_cast<uint64_t>(*count));
}

bool both_small(Value left, Value right) { return left.is_small_int() && right.is_small_int(); }

Value floor_divide(Thread& thread, Value left, Value right) {
  if (int_sign(right) == 0) return raise_zero_division(thread, DivisionByZero);
  if (both_small(left, right))
    return make_int(thread, floor_quotient(left.as_small_int(), right.as_small_int()));
  Value quotient;
  return big_divide(thread, left, right, &quotient, nullptr) ? quotient : Value::error();
}

Value modulo(Thread& thread, Value left, Value right) {
  if (int_sign(right) == 0) return raise_zero_division(thread, "integer modulo by zero");
  if (both_small(left, right))
    return Value::small_int(floor_remainder(left.as_small_int(), right.as_small_int()));
  Value remainder;
  return big_divide(thread, left, right, nullptr, &remainder) ? remainder : Value::error();
}

using Magnitude = unsigned __int128;

// An int of at most two limbs.
struct TwoLimbs {
  Magnitude magnitude;
  bool negative;
};

[[gnu::always_inline]] inline bool load_two_limbs(Value value, TwoLimbs& out) {
  if (value.is_small_int()) {
    const int64_t number = value.as_small_int();
    out = {magnitude_of(number), number < 0};
    return true;
  }
  if (!value.is_cell()) return false;
  const auto* number = value.as<Int>();
  const int32_t count = number->sign_and_count;
  if (count < -2 || count > 2) return false;
  out = {count == 0 ? 0 : number->limbs[0], count < 0};
  if (count == 2 || count == -2) out.magnitude |= static_cast<Magnitude>(number->limbs[1]) << 64;
  return true;
}

Value signed_binary(Thread& thread, BinaryOperator op, __int128 x, __int128 y) {
  __int128 product;
  switch (op) {
    case BinaryOperator::Add:
      return int_from_int128(thread, x + y);
    case BinaryOperator::Sub:
      return int_from_int128(thread, x - y);
    case BinaryOperator::Mul:
      if (__builtin_mul_overflow(x, y, &product)) break;
      return int_from_int128(thread, product);
    case BinaryOperator::And:
      return int_from_int128(thread, x & y);
    case BinaryOperator::Or:
      return int_from_int128(thread, x | y);
    case BinaryOperator::Xor:
      return int_from_int128(thread, x ^ y);
    case BinaryOperator::RShift:
      if (y < 0) break;
      return int_from_int128(thread, x >> static_cast<int>(y > 127 ? 127 : y));
    case BinaryOperator::LShift:
      if (y < 0 || y > 62 || x != static_cast<int64_t>(x)) break;
      return int_from_int128(thread, x << static_cast<int>(y));
    default:
      break;
  }
  return Value::unset();
}

// The rest of what integer_limbs.h is about: operands of two limbs of which one is negative. Unset
// when the operands or the operator are not of that sort.
Value signed_limbs_binary(Thread& thread, BinaryOperator op, Value left, Value right) {
  TwoLimbs x;
  TwoLimbs y;
  if (!load_two_limbs(left, x) || !load_two_limbs(right, y)) return Value::unset();
  if (!x.negative && !y.negative) return Value::unset();
  // Small enough for sums not to overflow.
  constexpr Magnitude Bound = static_cast<Magnitude>(1) << 126;
  if (x.magnitude >= Bound || y.magnitude >= Bound) return Value::unset();
  const auto signed_of = [](const TwoLimbs& number) {
    const auto magnitude = static_cast<__int128>(number.magnitude);
    return number.negative ? -magnitude : magnitude;
  };
  return signed_binary(thread, op, signed_of(x), signed_of(y));
}

}  // namespace

Value int_binary(Thread& thread, BinaryOperator op, Value left, Value right) {
  Value narrow = limb_operators[static_cast<int>(op)](thread, left, right);
  if (!narrow.is_unset()) return narrow;
  narrow = signed_limbs_binary(thread, op, left, right);
  if (!narrow.is_unset()) return narrow;
  switch (op) {
    case BinaryOperator::Add:
      return big_add(thread, left, right, false);
    case BinaryOperator::Sub:
      return big_add(thread, left, right, true);
    case BinaryOperator::Mul:
      return big_multiply(thread, left, right);
    case BinaryOperator::MatMul:
      return Value::not_implemented();
    case BinaryOperator::TrueDiv:
      return int_true_divide(thread, left, right);
    case BinaryOperator::FloorDiv:
      return floor_divide(thread, left, right);
    case BinaryOperator::Mod:
      return modulo(thread, left, right);
    case BinaryOperator::Pow:
      return int_power(thread, left, right);
    case BinaryOperator::LShift:
      return shift_left(thread, left, right);
    case BinaryOperator::RShift:
      return shift_right(thread, left, right);
    case BinaryOperator::And:
    case BinaryOperator::Or:
    case BinaryOperator::Xor:
      return big_bitwise(thread, op, left, right);
    case BinaryOperator::DivMod:
      return int_divmod(thread, left, right);
  }
  return Value::not_implemented();
}

Value int_divmod(Thread& thread, Value left, Value right) {
  if (int_sign(right) == 0) return raise_zero_division(thread, DivisionByZero);
  const std::optional<int64_t> small_left = small_value(left);
  const std::optional<int64_t> small_right = small_value(right);
  Value quotient;
  Value remainder;
  if (small_left && small_right) {
    quotient = make_int(thread, floor_quotient(*small_left, *small_right));
    if (!quotient) return {};
    remainder = Value::small_int(floor_remainder(*small_left, *small_right));
  } else if (!big_divide(thread, left, right, &quotient, &remainder)) {
    return {};
  }
  const Value values[] = {quotient, remainder};
  Tuple* tuple = make_tuple(thread, values);
  return tuple == nullptr ? Value() : Value::cell(tuple);
}

// --- Powers -------------------------------------------------------------------------------------

namespace {

// base ** exponent, exponent >= 0, as long as all products fit 64 bits; false beyond.
bool small_power(int64_t base, int64_t exponent, int64_t& result) {
  int64_t power = 1;
  for (;;) {
    if ((exponent & 1) != 0 && __builtin_mul_overflow(power, base, &power)) return false;
    exponent >>= 1;
    if (exponent == 0) break;
    if (__builtin_mul_overflow(base, base, &base)) return false;
  }
  result = power;
  return true;
}

// All operands below 2 ** 63, modulus positive, 0 <= base < modulus.
uint64_t small_power_modulo(uint64_t base, uint64_t exponent, uint64_t modulus) {
  if ((modulus >> 32) == 0) {
    uint64_t power = 1 % modulus;
    for (; exponent != 0; exponent >>= 1) {
      if ((exponent & 1) != 0) power = power * base % modulus;
      base = base * base % modulus;
    }
    return power;
  }
  uint64_t power = 1;
  for (; exponent != 0; exponent >>= 1) {
    if ((exponent & 1) != 0)
      power = static_cast<uint64_t>(static_cast<unsigned __int128>(power) * base % modulus);
    base = static_cast<uint64_t>(static_cast<unsigned __int128>(base) * base % modulus);
  }
  return power;
}

}  // namespace

Value int_power(Thread& thread, Value base, Value exponent) {
  // Instances of subclasses hold their number in limbs, be it ever so small.
  base = exact_int(thread, base);
  exponent = exact_int(thread, exponent);
  if (!base || !exponent) return {};
  if (int_sign(exponent) < 0) {
    const std::optional<double> x = int_to_double(thread, base);
    if (!x) return {};
    const std::optional<double> y = int_to_double(thread, exponent);
    if (!y) return {};
    return float_power(thread, *x, *y);
  }
  const std::optional<int64_t> small_base = small_value(base);
  const std::optional<int64_t> small_exponent = small_value(exponent);
  if (small_base) {
    if (int_sign(exponent) == 0 || *small_base == 1) return Value::small_int(1);
    if (*small_base == 0) return Value::small_int(0);
    if (*small_base == -1) return Value::small_int(int_is_odd(exponent) ? -1 : 1);
    int64_t result;
    if (small_exponent && *small_exponent < 64 && small_power(*small_base, *small_exponent, result))
      return make_int(thread, result);
  }
  if (small_exponent) {
    if (*small_exponent == 0) return Value::small_int(1);
    if (*small_exponent == 1) return exact_int(thread, base);
    if (*small_exponent == 2) return big_multiply(thread, base, base);
  }
  return big_power(thread, base, exponent);
}

Value int_power_modulo(Thread& thread, Value base, Value exponent, Value modulus) {
  base = exact_int(thread, base);
  exponent = exact_int(thread, exponent);
  modulus = exact_int(thread, modulus);
  if (!base || !exponent || !modulus) return {};
  if (int_sign(modulus) == 0) return raise_value_error(thread, "pow() 3rd argument cannot be 0");
  const std::optional<int64_t> small_base = small_value(base);
  const std::optional<int64_t> small_exponent = small_value(exponent);
  const std::optional<int64_t> small_modulus = small_value(modulus);
  if (small_base && small_exponent && small_modulus && *small_exponent >= 0 && *small_modulus > 0) {
    const int64_t reduced = floor_remainder(*small_base, *small_modulus);
    return Value::small_int(static_cast<int64_t>(
        small_power_modulo(static_cast<uint64_t>(reduced), static_cast<uint64_t>(*small_exponent),
                           static_cast<uint64_t>(*small_modulus))));
  }
  return big_power_modulo(thread, base, exponent, modulus);
}

// --- One operand --------------------------------------------------------------------------------

Value int_negate(Thread& thread, Value number) {
  if (const std::optional<int64_t> small = small_value(number)) return make_int(thread, -*small);
  const LimbView view(number);
  return int_from_limbs(thread, view.limbs(), static_cast<uint64_t>(view.count()),
                        !view.is_negative());
}

Value int_invert(Thread& thread, Value number) {
  if (const std::optional<int64_t> small = small_value(number)) return Value::small_int(~*small);
  const Value negated = int_negate(thread, number);
  return negated ? int_binary(thread, BinaryOperator::Sub, negated, Value::small_int(1)) : negated;
}

Value int_absolute(Thread& thread, Value number) {
  return int_sign(number) < 0 ? int_negate(thread, number) : exact_int(thread, number);
}

Value exact_int(Thread& thread, Value number) {
  if (number.is_small_int() || is_exactly(number, Kind::Int)) return number;
  if (number.is_bool()) return Value::small_int(number.is_true() ? 1 : 0);
  const LimbView view(number);
  return int_from_limbs(thread, view.limbs(), static_cast<uint64_t>(view.count()),
                        view.is_negative());
}

Value int_instance(Thread& thread, Type* type, Value number) {
  const LimbView view(number);
  const auto count = static_cast<uint32_t>(view.count());
  Int* instance = new_instance<Int>(thread, type, count * sizeof(mp_limb_t));
  if (instance == nullptr) return {};
  const auto signed_count = static_cast<int32_t>(count);
  instance->sign_and_count = view.is_negative() ? -signed_count : signed_count;
  instance->capacity = count;
  std::memcpy(instance->limbs, view.limbs(), count * sizeof(mp_limb_t));
  return Value::cell(instance);
}

Value int_round(Thread& thread, Value number, Value digits) {
  if (int_sign(digits) >= 0) return exact_int(thread, number);
  const Value zeros = int_negate(thread, digits);
  if (!zeros) return {};
  // A number of b bits has less than b / 3 + 2 digits; half a unit beyond that rounds to zero.
  const std::optional<int64_t> small_zeros = small_value(zeros);
  if (!small_zeros || *small_zeros > static_cast<int64_t>(int_bit_length(number) / 3 + 2))
    return Value::small_int(0);
  const Value unit = int_power(thread, Value::small_int(10), zeros);
  if (!unit) return {};
  const Value rest = int_binary(thread, BinaryOperator::Mod, number, unit);
  if (!rest) return {};
  const Value down = int_binary(thread, BinaryOperator::Sub, number, rest);
  if (!down) return {};
  const Value doubled = int_binary(thread, BinaryOperator::Add, rest, rest);
  if (!doubled) return {};
  int order = int_compare(doubled, unit);
  if (order == 0) {
    // A tie goes to the even multiple.
    const Value multiple = int_binary(thread, BinaryOperator::FloorDiv, down, unit);
    if (!multiple) return {};
    order = int_is_odd(multiple) ? 1 : -1;
  }
  return order > 0 ? int_binary(thread, BinaryOperator::Add, down, unit) : down;
}

// --- Questions ----------------------------------------------------------------------------------

int int_sign(Value number) {
  if (const std::optional<int64_t> small = small_value(number))
    return *small < 0 ? -1 : *small > 0 ? 1 : 0;
  const int32_t count = number.as<Int>()->sign_and_count;
  return count < 0 ? -1 : count > 0 ? 1 : 0;
}

int int_compare(Value left, Value right) {
  const std::optional<int64_t> small_left = small_value(left);
  const std::optional<int64_t> small_right = small_value(right);
  if (small_left && small_right)
    return *small_left < *small_right ? -1 : *small_left > *small_right ? 1 : 0;
  return big_compare(left, right);
}

bool int_is_odd(Value number) {
  if (const std::optional<int64_t> small = small_value(number)) return (*small & 1) != 0;
  return LimbView(number).is_odd();
}

uint64_t int_bit_length(Value number) { return LimbView(number).bit_length(); }

int64_t int_hash(Value number) {
  constexpr uint64_t Modulus = (uint64_t{1} << 61) - 1;
  const LimbView view(number);
  if (view.is_zero()) return 0;
  const auto rest =
      static_cast<int64_t>(view.count() == 1 ? view.limbs()[0] % Modulus
                                             : mpn_mod_1(view.limbs(), view.count(), Modulus));
  const int64_t hash = view.is_negative() ? -rest : rest;
  return hash == -1 ? -2 : hash;
}

std::optional<int64_t> int_to_int64(Value value) {
  if (const std::optional<int64_t> small = small_value(value)) return small;
  if (!is_kind(value, Kind::Int)) return std::nullopt;
  const LimbView view(value);
  if (view.is_zero()) return 0;
  if (view.count() > 1) return std::nullopt;
  const uint64_t magnitude = view.limbs()[0];
  constexpr uint64_t Bound = uint64_t{1} << 63;
  if (magnitude > (view.is_negative() ? Bound : Bound - 1)) return std::nullopt;
  return static_cast<int64_t>(view.is_negative() ? 0 - magnitude : magnitude);
}

Value to_int_by_index(Thread& thread, Value value) {
  if (is_int(value)) return exact_int(thread, value);
  const Value method = find_special(thread, value, Special::Index);
  if (method.is_unset())
    return raise_type_error(thread, text("'", type_name(thread, value),
                                         "' object cannot be interpreted as an integer"));
  const Value result = call_special(thread, value, Special::Index, {});
  if (!result) return {};
  if (!is_int(result))
    return raise_type_error(
        thread, text("__index__ returned non-int (type ", type_name(thread, result), ")"));
  return exact_int(thread, result);
}

}  // namespace weft
