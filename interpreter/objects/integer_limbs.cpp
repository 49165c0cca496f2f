#include "interpreter/objects/integer_limbs.h"

#include <utility>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/isolate.h"

namespace weft {

namespace {

using Wide = unsigned __int128;

Wide wide(uint64_t high, uint64_t low) { return Wide{high} << 64 | low; }
uint64_t low_of(Wide number) { return static_cast<uint64_t>(number); }
uint64_t high_of(Wide number) { return static_cast<uint64_t>(number >> 64); }

// A number of at most two limbs.
struct Natural {
  uint64_t low;
  uint64_t high;
  Wide number() const { return wide(high, low); }
};

[[gnu::always_inline]] inline bool load(Value value, Natural& out) {
  if (value.is_small_int()) {
    out = {static_cast<uint64_t>(value.as_small_int()), 0};
    return value.as_small_int() >= 0;
  }
  if (!value.is_cell()) return false;
  const auto* number = value.as<Int>();
  const int32_t count = number->sign_and_count;
  if (count != 1 && count != 2) return false;
  out = {number->limbs[0], count == 2 ? number->limbs[1] : 0};
  return true;
}

[[gnu::always_inline]] inline uint64_t int_header(Thread& thread) {
  return thread.isolate.types.integer->root_shape->object_header;
}

// A fresh int of `Count` limbs, which the caller writes.
template <uint32_t Count>
[[gnu::always_inline]] inline Int* make_limbs(Thread& thread) {
  constexpr size_t Bytes = sizeof(Int) + Count * sizeof(uint64_t);
  Int* made = thread.isolate.heap.make_fixed<Int, Bytes>(int_header(thread));
  if (made == nullptr) [[unlikely]] {
    raise_out_of_memory(thread);
    return nullptr;
  }
  made->sign_and_count = Count;
  made->capacity = Count;
  return made;
}

[[gnu::always_inline]] inline Value one_limb(Thread& thread, uint64_t low) {
  if (low <= static_cast<uint64_t>(Value::SmallIntMax))
    return Value::small_int(static_cast<int64_t>(low));
  Int* made = make_limbs<1>(thread);
  if (made == nullptr) return {};
  made->limbs[0] = low;
  return Value::cell(made);
}

[[gnu::always_inline]] inline Value two_limbs(Thread& thread, uint64_t low, uint64_t high) {
  if (high == 0) return one_limb(thread, low);
  Int* made = make_limbs<2>(thread);
  if (made == nullptr) return {};
  made->limbs[0] = low;
  made->limbs[1] = high;
  return Value::cell(made);
}

Value three_limbs(Thread& thread, uint64_t low, uint64_t middle, uint64_t high) {
  if (high == 0) return two_limbs(thread, low, middle);
  Int* made = make_limbs<3>(thread);
  if (made == nullptr) return {};
  made->limbs[0] = low;
  made->limbs[1] = middle;
  made->limbs[2] = high;
  return Value::cell(made);
}

Value add(Thread& thread, Value left, Value right) {
  Natural x;
  Natural y;
  if (!load(left, x) || !load(right, y)) {
    // Three limbs and a small one, which has no further to carry than a product of theirs.
    if (!is_kind(left, Kind::Int) || !right.is_small_int() || right.as_small_int() < 0)
      return Value::unset();
    const auto* number = left.as<Int>();
    if (number->sign_and_count != 3) return Value::unset();
    const Wide low =
        wide(number->limbs[1], number->limbs[0]) + static_cast<uint64_t>(right.as_small_int());
    const bool carry = high_of(low) < number->limbs[1];
    if (carry && number->limbs[2] == UINT64_MAX) return Value::unset();
    return three_limbs(thread, low_of(low), high_of(low), number->limbs[2] + (carry ? 1 : 0));
  }
  Wide sum;
  const bool carry = __builtin_add_overflow(x.number(), y.number(), &sum);
  if (carry) [[unlikely]]
    return three_limbs(thread, low_of(sum), high_of(sum), 1);
  return two_limbs(thread, low_of(sum), high_of(sum));
}

Value subtract(Thread& thread, Value left, Value right) {
  Natural x;
  Natural y;
  if (!load(left, x) || !load(right, y)) return Value::unset();
  Wide difference;
  if (__builtin_sub_overflow(x.number(), y.number(), &difference))
    return int_from_magnitude(thread, -difference, true);
  return two_limbs(thread, low_of(difference), high_of(difference));
}

Value multiply(Thread& thread, Value left, Value right) {
  Natural x;
  Natural y;
  if (!load(left, x) || !load(right, y)) return Value::unset();
  if (x.high != 0) {
    if (y.high != 0) return Value::unset();
    std::swap(x, y);
  }
  const Wide low = Wide{x.low} * y.low;
  if (y.high == 0) return two_limbs(thread, low_of(low), high_of(low));
  const Wide high = Wide{x.low} * y.high + high_of(low);
  return three_limbs(thread, low_of(low), low_of(high), high_of(high));
}

Value floor_divide(Thread& thread, Value left, Value right) {
  Natural x;
  Natural y;
  if (!load(left, x) || !load(right, y) || (y.low | y.high) == 0) return Value::unset();
  if ((x.high | y.high) == 0) return one_limb(thread, x.low / y.low);
  const Wide quotient = x.number() / y.number();
  return two_limbs(thread, low_of(quotient), high_of(quotient));
}

Value modulo(Thread& thread, Value left, Value right) {
  Natural x;
  Natural y;
  if (!load(left, x) || !load(right, y) || (y.low | y.high) == 0) return Value::unset();
  if ((x.high | y.high) == 0) return one_limb(thread, x.low % y.low);
  const Wide remainder = x.number() % y.number();
  return two_limbs(thread, low_of(remainder), high_of(remainder));
}

Value shift_left(Thread& thread, Value left, Value right) {
  Natural x;
  if (!right.is_small_int() || !load(left, x)) return Value::unset();
  const int64_t count = right.as_small_int();
  if (count < 0 || count > 63) return Value::unset();
  const Wide low = Wide{x.low} << count;
  const Wide high = (Wide{x.high} << count) + high_of(low);
  return three_limbs(thread, low_of(low), low_of(high), high_of(high));
}

Value shift_right(Thread& thread, Value left, Value right) {
  Natural x;
  if (!right.is_small_int() || !load(left, x)) return Value::unset();
  const int64_t count = right.as_small_int();
  if (count < 0) return Value::unset();
  const Wide shifted = count > 127 ? 0 : x.number() >> count;
  return two_limbs(thread, low_of(shifted), high_of(shifted));
}

// The lowest limb in two's complement.
[[gnu::always_inline]] inline uint64_t low_limb(Value value) {
  if (value.is_small_int()) return static_cast<uint64_t>(value.as_small_int());
  const auto* number = value.as<Int>();
  if (number->sign_and_count == 0) return 0;
  return number->sign_and_count < 0 ? 0 - number->limbs[0] : number->limbs[0];
}

[[gnu::always_inline]] inline bool is_one_limb(Value value) {
  if (value.is_small_int()) return value.as_small_int() >= 0;
  return is_kind(value, Kind::Int) && value.as<Int>()->sign_and_count == 1;
}

// The two lowest limbs of a number that is not negative.
[[gnu::always_inline]] inline bool load_low(Value value, Natural& out) {
  if (is_kind(value, Kind::Int) && value.as<Int>()->sign_and_count > 2) {
    out = {value.as<Int>()->limbs[0], value.as<Int>()->limbs[1]};
    return true;
  }
  return load(value, out);
}

Value bitwise_and(Thread& thread, Value left, Value right) {
  // No bit of the result lies beyond the limbs of an operand that is not negative.
  if (is_one_limb(right) || is_one_limb(left)) {
    if (left.is_bool() || right.is_bool()) return Value::unset();
    return one_limb(thread, low_limb(left) & low_limb(right));
  }
  Natural x;
  Natural y;
  if (load(right, y)) {
    if (!load_low(left, x)) return Value::unset();
  } else if (!load(left, x) || !load_low(right, y)) {
    return Value::unset();
  }
  return two_limbs(thread, x.low & y.low, x.high & y.high);
}

Value bitwise_or(Thread& thread, Value left, Value right) {
  Natural x;
  Natural y;
  if (!load(left, x) || !load(right, y)) return Value::unset();
  return two_limbs(thread, x.low | y.low, x.high | y.high);
}

Value bitwise_xor(Thread& thread, Value left, Value right) {
  Natural x;
  Natural y;
  if (!load(left, x) || !load(right, y)) return Value::unset();
  return two_limbs(thread, x.low ^ y.low, x.high ^ y.high);
}

Value another_case(Thread&, Value, Value) { return Value::unset(); }

}  // namespace

const LimbOperator limb_operators[] = {
    add,           // Add
    subtract,      // Sub
    multiply,      // Mul
    another_case,  // MatMul
    another_case,  // TrueDiv
    floor_divide,  // FloorDiv
    modulo,        // Mod
    another_case,  // Pow
    shift_left,    // LShift
    shift_right,   // RShift
    bitwise_and,   // And
    bitwise_or,    // Or
    bitwise_xor,   // Xor
    another_case,  // DivMod
};

}  // namespace weft
