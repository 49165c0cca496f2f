// gcd, lcm, factorial, comb, perm, isqrt: exact, of integers of any size.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "stdlib/math/math_functions.h"

namespace weft::math {

namespace {

constexpr Value Zero = Value::small_int(0);
constexpr Value One = Value::small_int(1);
constexpr std::string_view LargestCount = "9223372036854775807";

// The int that compute(operands, results) makes its first result.
template <class Compute>
Value computed(Thread& thread, bool takes_long, std::initializer_list<mpz_srcptr> operands,
               Compute compute) {
  BigNumber result[1];
  if (!compute_numbers(thread, takes_long, operands, result, compute)) return {};
  return int_from_mpz(thread, result[0]);
}

Value greatest_common_divisor(Thread& thread, Value left, Value right) {
  const std::optional<int64_t> x = small_value(left);
  const std::optional<int64_t> y = small_value(right);
  if (x && y) return make_int(thread, std::gcd(*x, *y));
  LimbView left_view(left);
  LimbView right_view(right);
  const LimbBudget budget(thread,
                          static_cast<uint64_t>(left_view.count() + right_view.count()) * 6);
  if (!budget.granted()) return {};
  constexpr mp_size_t LongCount = 1 << 13;
  const bool takes_long = std::min(left_view.count(), right_view.count()) > LongCount;
  return computed(thread, takes_long, {left_view.mpz(), right_view.mpz()},
                  [](const mpz_srcptr* operands, BigNumber* results) {
                    mpz_gcd(results[0], operands[0], operands[1]);
                  });
}

Value least_common_multiple(Thread& thread, Value left, Value right) {
  if (int_sign(left) == 0 || int_sign(right) == 0) return Zero;
  const Value divisor = greatest_common_divisor(thread, left, right);
  if (!divisor) return {};
  const Value reduced = int_binary(thread, BinaryOperator::FloorDiv, left, divisor);
  if (!reduced) return {};
  const Value multiple = int_binary(thread, BinaryOperator::Mul, reduced, right);
  return multiple ? int_absolute(thread, multiple) : multiple;
}

template <Value (*combine)(Thread&, Value, Value)>
Value fold_integers(Thread& thread, Value items, Value start) {
  Value result = start;
  for (const Value item : items.as<Tuple>()->view()) {
    const Value number = to_int_by_index(thread, item);
    if (!number) return {};
    result = combine(thread, result, number);
    if (!result) return {};
  }
  return result;
}

Value math_gcd(Thread& thread, Arguments arguments) {
  return fold_integers<greatest_common_divisor>(thread, arguments[0], Zero);
}
Value math_lcm(Thread& thread, Arguments arguments) {
  return fold_integers<least_common_multiple>(thread, arguments[0], One);
}

Value math_isqrt(Thread& thread, Arguments arguments) {
  const Value number = to_int_by_index(thread, arguments[0]);
  if (!number) return {};
  if (int_sign(number) < 0)
    return raise_value_error(thread, "isqrt() argument must be nonnegative");
  if (const std::optional<int64_t> small = small_value(number)) {
    auto root = static_cast<int64_t>(std::sqrt(static_cast<double>(*small)));
    while (root * root > *small) --root;
    while ((root + 1) * (root + 1) <= *small) ++root;
    return Value::small_int(root);
  }
  LimbView view(number);
  const LimbBudget budget(thread, static_cast<uint64_t>(view.count()) * 4);
  if (!budget.granted()) return {};
  constexpr mp_size_t LongCount = 1 << 16;
  return computed(
      thread, view.count() > LongCount, {view.mpz()},
      [](const mpz_srcptr* operands, BigNumber* results) { mpz_sqrt(results[0], operands[0]); });
}

// Refuses results of too many bits before work on them begins. False with MemoryError pending.
class ResultBudget {
 public:
  ResultBudget(Thread& thread, double bits)
      : fits_(bits < static_cast<double>(MaxIntLimbs * LimbBits)),
        takes_long_(bits > LongBits),
        budget_(thread, fits_ ? static_cast<uint64_t>(bits / LimbBits) * 6 : 0) {
    if (!fits_) raise_memory_error(thread);
  }
  bool granted() const { return fits_ && budget_.granted(); }
  bool takes_long() const { return takes_long_; }

 private:
  static constexpr double LongBits = 1 << 21;
  bool fits_;
  bool takes_long_;
  LimbBudget budget_;
};

Value factorial_of(Thread& thread, Value number) {
  const std::optional<int64_t> count = int_to_int64(number);
  if (int_sign(number) < 0)
    return raise_value_error(thread, "factorial() not defined for negative values");
  if (!count)
    return raise_overflow_error(thread,
                                text("factorial() argument should not exceed ", LargestCount));
  constexpr int64_t LastSmall = 20;
  if (*count <= LastSmall) {
    int64_t product = 1;
    for (int64_t i = 2; i <= *count; ++i) product *= i;
    return make_int(thread, product);
  }
  const auto size = static_cast<double>(*count);
  const ResultBudget budget(thread,
                            size * (std::log2(size) - std::numbers::log2e) + std::log2(size) + 2);
  if (!budget.granted()) return {};
  return computed(thread, budget.takes_long(), {},
                  [last = static_cast<unsigned long>(*count)](
                      const mpz_srcptr*, BigNumber* results) { mpz_fac_ui(results[0], last); });
}

Value math_factorial(Thread& thread, Arguments arguments) {
  const Value number = to_int_by_index(thread, arguments[0]);
  return number ? factorial_of(thread, number) : number;
}

// The two arguments of comb and perm; false with an exception pending.
bool two_counts(Thread& thread, Arguments arguments, Value& n, Value& k) {
  n = to_int_by_index(thread, arguments[0]);
  if (!n) return false;
  k = to_int_by_index(thread, arguments[1]);
  if (!k) return false;
  if (int_sign(n) < 0) {
    raise_value_error(thread, "n must be a non-negative integer");
    return false;
  }
  if (int_sign(k) < 0) {
    raise_value_error(thread, "k must be a non-negative integer");
    return false;
  }
  return true;
}

// How many bits n has, with the fraction that matters when multiplied by many factors.
double log2_of(Value n) {
  int64_t exponent;
  const double fraction = int_to_fraction(n, exponent);
  return std::log2(fraction) + static_cast<double>(exponent);
}

// Pascal's triangle as far as 63 bits take it, the left half of each row.
constexpr int PascalRows = 67;
using PascalTriangle = std::array<std::array<int64_t, PascalRows / 2 + 1>, PascalRows>;
constexpr PascalTriangle make_pascal_triangle() {
  PascalTriangle rows{};
  for (size_t n = 0; n < PascalRows; ++n) {
    rows[n][0] = 1;
    for (size_t k = 1; k <= n / 2; ++k) {
      // The right half mirrors the left.
      const size_t above = k <= (n - 1) / 2 ? k : n - 1 - k;
      rows[n][k] = rows[n - 1][k - 1] + rows[n - 1][above];
    }
  }
  return rows;
}
constexpr PascalTriangle pascal_triangle = make_pascal_triangle();

Value math_comb(Thread& thread, Arguments arguments) {
  Value n;
  Value k;
  if (!two_counts(thread, arguments, n, k)) return {};
  const Value rest = int_binary(thread, BinaryOperator::Sub, n, k);
  if (!rest) return {};
  if (int_sign(rest) < 0) return Zero;
  if (int_compare(rest, k) < 0) k = rest;
  const std::optional<int64_t> count = int_to_int64(k);
  if (!count)
    return raise_overflow_error(thread, text("min(n - k, k) must not exceed ", LargestCount));
  if (*count == 0) return One;
  const std::optional<int64_t> small = small_value(n);
  if (small && *small < PascalRows)
    return make_int(thread,
                    pascal_triangle[static_cast<size_t>(*small)][static_cast<size_t>(*count)]);
  const auto chosen = static_cast<double>(*count);
  const ResultBudget budget(thread,
                            chosen * (log2_of(n) - std::log2(chosen) + std::numbers::log2e) + 1);
  if (!budget.granted()) return {};
  LimbView view(n);
  return computed(
      thread, budget.takes_long(), {view.mpz()},
      [taken = static_cast<unsigned long>(*count)](const mpz_srcptr* operands, BigNumber* results) {
        if (mpz_fits_ulong_p(operands[0]) != 0)
          mpz_bin_uiui(results[0], mpz_get_ui(operands[0]), taken);
        else
          mpz_bin_ui(results[0], operands[0], taken);
      });
}

// n * (n - 1) * … of `count` factors, by halves so that factors of like size meet.
void multiply_down(mpz_ptr result, mpz_srcptr n, uint64_t count) {
  constexpr uint64_t Few = 8;
  BigNumber factor;
  if (count <= Few) {
    mpz_set(result, n);
    mpz_set(factor, n);
    for (uint64_t i = 1; i < count; ++i) {
      mpz_sub_ui(factor, factor, 1);
      mpz_mul(result, result, factor);
    }
    return;
  }
  const uint64_t half = count / 2;
  BigNumber lower;
  mpz_sub_ui(factor, n, half);
  multiply_down(lower, factor, count - half);
  multiply_down(result, n, half);
  mpz_mul(result, result, lower);
}

Value math_perm(Thread& thread, Arguments arguments) {
  if (arguments[1].is_none()) {
    const Value number = to_int_by_index(thread, arguments[0]);
    return number ? factorial_of(thread, number) : number;
  }
  Value n;
  Value k;
  if (!two_counts(thread, arguments, n, k)) return {};
  if (int_compare(n, k) < 0) return Zero;
  const std::optional<int64_t> count = int_to_int64(k);
  if (!count) return raise_overflow_error(thread, text("k must not exceed ", LargestCount));
  if (*count == 0) return One;
  if (const std::optional<int64_t> small = small_value(n)) {
    int64_t result = 1;
    int64_t i = 0;
    while (i < *count && !__builtin_mul_overflow(result, *small - i, &result)) ++i;
    if (i == *count) return make_int(thread, result);
  }
  const ResultBudget budget(thread, static_cast<double>(*count) * log2_of(n));
  if (!budget.granted()) return {};
  LimbView view(n);
  return computed(
      thread, budget.takes_long(), {view.mpz()},
      [factors = static_cast<uint64_t>(*count)](const mpz_srcptr* operands, BigNumber* results) {
        multiply_down(results[0], operands[0], factors);
      });
}

constexpr NativeMethod functions[] = {
    {"comb", "(n, k, /)", "How many ways there are to choose k of n items.", math_comb},
    {"factorial", "(n, /)", "The product of the integers from 1 to n.", math_factorial},
    {"gcd", "(*integers)", "Greatest common divisor.", math_gcd},
    {"isqrt", "(n, /)", "The whole part of the square root of an integer.", math_isqrt},
    {"lcm", "(*integers)", "Least common multiple.", math_lcm},
    {"perm", "(n, k=None, /)",
     "How many ways there are to arrange k of n items (all of them unless k is given).", math_perm},
};

}  // namespace

std::span<const NativeMethod> integer_functions() { return functions; }

}  // namespace weft::math
