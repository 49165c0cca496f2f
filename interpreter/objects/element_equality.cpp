#include "interpreter/objects/element_equality.h"

#include <bit>

#include "interpreter/objects/numbers.h"
#include "interpreter/objects/recursion.h"
#include "interpreter/objects/thread.h"

namespace weft {

namespace {

Truth equal_tuples(Thread& thread, const Tuple* left, const Tuple* right) {
  if (left->count != right->count) return Truth::False;
  if (!check_native_stack(thread, InComparison)) return Truth::Error;
  for (uint64_t i = 0; i < left->count; ++i) {
    const Truth same = equal_elements(thread, left->values[i], right->values[i]);
    if (same != Truth::True) return same;
  }
  return Truth::True;
}

}  // namespace

bool hash_element_slow(Thread& thread, Value value, int64_t& hash) {
  if (is_exactly(value, Kind::Tuple)) return hash_tuple(thread, value.as<Tuple>(), hash);
  if (value.is_immediate_double() || value.is_bool()) {
    hash = number_hash(value);
    return true;
  }
  const std::optional<int64_t> answer = weft::hash(thread, value);
  hash = answer.value_or(0);
  return answer.has_value();
}

Truth equal_elements_slow(Thread& thread, Value left, Value right) {
  if (left.is_immediate_double() && right.is_immediate_double()) return Truth::False;
  if (is_exactly(left, Kind::Tuple) && is_exactly(right, Kind::Tuple)) {
    return equal_tuples(thread, left.as<Tuple>(), right.as<Tuple>());
  }
  return equal(thread, left, right);
}

// The mixing of xxHash64, one round an element. Scripts see these numbers (and the order of sets of
// tuples that follows from them), so they are the ones CPython gives.
bool hash_tuple(Thread& thread, Tuple* tuple, int64_t& hash) {
  constexpr uint64_t Prime1 = 11400714785074694791u;
  constexpr uint64_t Prime2 = 14029467366897019727u;
  constexpr uint64_t Prime5 = 2870177450012600261u;
  constexpr uint64_t LengthMix = Prime5 ^ 3527539u;
  constexpr int64_t InsteadOfMinusOne = 1546275796;
  if (!thread.check_native_stack()) return false;
  uint64_t mixed = Prime5;
  for (const Value value : tuple->view()) {
    int64_t lane;
    if (!hash_element(thread, value, lane)) return false;
    mixed += static_cast<uint64_t>(lane) * Prime2;
    mixed = std::rotl(mixed, 31) * Prime1;
  }
  mixed += tuple->count ^ LengthMix;
  hash = static_cast<int64_t>(mixed);
  if (hash == -1) hash = InsteadOfMinusOne;
  return true;
}

}  // namespace weft
