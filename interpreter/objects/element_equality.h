// Equality and hashes of the values containers hold.
//
// The same answers as equal() and hash() of operations.h give; the kinds most keys and elements
// have (small ints, exact str, exact tuples of such) are decided here, without the detour through
// the type. Anything else may run script code: whoever calls these looks at his container again
// afterwards.
#pragma once

#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft {

// hash(number): the number itself, reduced modulo the Mersenne prime all numbers hash by; -1 is
// kept free, as in CPython.
constexpr int64_t small_int_hash(int64_t number) {
  constexpr int64_t Modulus = (int64_t{1} << 61) - 1;
  if (number <= -Modulus || number >= Modulus) [[unlikely]]
    number %= Modulus;
  return number == -1 ? -2 : number;
}

// The 32 bits dicts keep of a hash. Small non-negative ints and str hashes stay as they are.
constexpr uint32_t fold_hash(int64_t hash) {
  const auto bits = static_cast<uint64_t>(hash);
  return static_cast<uint32_t>(bits ^ (bits >> 32));
}

// False with an exception pending. (A hash that went through std::optional would be stored in two
// pieces and read back as one, for which processors wait long.)
[[nodiscard]] bool hash_element_slow(Thread& thread, Value value, int64_t& hash);
[[nodiscard]] inline bool hash_element(Thread& thread, Value value, int64_t& hash) {
  if (value.is_small_int()) {
    hash = small_int_hash(value.as_small_int());
    return true;
  }
  if (is_exactly(value, Kind::Str)) {
    hash = str_hash(as_str(value));
    return true;
  }
  return hash_element_slow(thread, value, hash);
}
// Equal tuples of equally hashed elements hash alike; script subclasses of tuple included.
[[nodiscard]] bool hash_tuple(Thread& thread, Tuple* tuple, int64_t& hash);

Truth equal_elements_slow(Thread& thread, Value left, Value right);
// Identity first, then ==.
inline Truth equal_elements(Thread& thread, Value left, Value right) {
  if (left == right) return Truth::True;
  // Different words of one immediate sort are different numbers.
  if (left.is_small_int() && right.is_small_int()) return Truth::False;
  if (is_exactly(left, Kind::Str) && is_exactly(right, Kind::Str)) {
    return to_truth(str_equal(as_str(left), as_str(right)));
  }
  return equal_elements_slow(thread, left, right);
}

}  // namespace weft
