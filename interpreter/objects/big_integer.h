// Ints as rows of GMP limbs: how to read any int that way, and how to make an int of a row.
//
// A small int and an Int cell look alike through LimbView. Results are computed straight into a
// fresh cell with GMP's mpn functions, or into a malloc'd GMP number where only mpz has the
// function, and copied. finish_int() then settles the form: a number that fits 63 bits is always a
// small int (an exact Int cell never holds one), and a cell much larger than its number is
// replaced.
//
// GMP ends the process when malloc fails. So nothing is handed to it before its size is known:
// results are bounded by MaxIntLimbs, and whoever starts work on big operands takes a LimbBudget
// for what GMP will need meanwhile, which counts against the heap's limit and asks the system.
#pragma once

#include <gmp.h>

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>

#include "interpreter/objects/long_computation.h"
#include "interpreter/objects/numbers.h"

namespace weft {

static_assert(sizeof(mp_limb_t) == 8, "Int's limbs are GMP's");

inline constexpr uint64_t LimbBits = 64;
// Numbers of more limbs (a gibibyte) raise MemoryError.
inline constexpr uint64_t MaxIntLimbs = uint64_t{1} << 27;

constexpr uint64_t magnitude_of(int64_t number) {
  return number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
}

// Any int (bool and subclasses included), read as sign and limbs. Good as long as the number is
// reachable.
class LimbView {
 public:
  explicit LimbView(Value number) {
    if (number.is_cell()) {
      const Int* cell = number.as<Int>();
      limbs_ = reinterpret_cast<const mp_limb_t*>(cell->limbs);
      signed_count_ = cell->sign_and_count;
    } else {
      set_small(number.is_small_int() ? number.as_small_int() : number.is_true() ? 1 : 0);
    }
  }
  explicit LimbView(int64_t number) { set_small(number); }
  LimbView(const LimbView&) = delete;
  LimbView& operator=(const LimbView&) = delete;

  const mp_limb_t* limbs() const { return limbs_; }
  mp_size_t count() const { return signed_count_ < 0 ? -signed_count_ : signed_count_; }
  bool is_negative() const { return signed_count_ < 0; }
  bool is_zero() const { return signed_count_ == 0; }
  // The most significant limb; the number is not zero.
  mp_limb_t top() const { return limbs_[count() - 1]; }
  bool is_odd() const { return signed_count_ != 0 && (limbs_[0] & 1) != 0; }
  uint64_t bit_length() const {
    if (signed_count_ == 0) return 0;
    const auto top = static_cast<uint64_t>(count());
    return top * LimbBits - static_cast<uint64_t>(std::countl_zero(limbs_[top - 1]));
  }
  // The same number for mpz functions, to be read only.
  mpz_srcptr mpz() { return mpz_roinit_n(mpz_, limbs_, signed_count_); }
  mpz_srcptr magnitude_mpz() { return mpz_roinit_n(mpz_, limbs_, count()); }

 private:
  void set_small(int64_t number) {
    small_ = magnitude_of(number);
    limbs_ = &small_;
    signed_count_ = number == 0 ? 0 : number < 0 ? -1 : 1;
  }

  mp_limb_t small_;
  const mp_limb_t* limbs_;
  mp_size_t signed_count_;
  mpz_t mpz_;
};

// A GMP number of its own, for results of mpz functions.
class BigNumber {
 public:
  BigNumber() { mpz_init(value_); }
  ~BigNumber() { mpz_clear(value_); }
  BigNumber(const BigNumber&) = delete;
  BigNumber& operator=(const BigNumber&) = delete;
  operator mpz_ptr() { return value_; }
  mpz_ptr operator->() { return value_; }

 private:
  mpz_t value_;
};

// compute(operands, results) on GMP numbers; when it `takes_long`, some hundredths of a second and
// more, on copies of them, so that it can be interrupted: then false, with an exception pending.
template <class Compute>
[[nodiscard]] bool compute_numbers(Thread& thread, bool takes_long,
                                   std::initializer_list<mpz_srcptr> operands,
                                   std::span<BigNumber> results, Compute compute) {
  if (!takes_long) {
    compute(operands.begin(), results.data());
    return true;
  }
  struct Copies {
    BigNumber operands[3];
    BigNumber results[2];
  };
  const auto copies = std::make_shared<Copies>();
  for (size_t i = 0; i < operands.size(); ++i) mpz_set(copies->operands[i], operands.begin()[i]);
  const bool is_complete = run_long_computation(thread, [copies, compute] {
    const mpz_srcptr copied[] = {copies->operands[0], copies->operands[1], copies->operands[2]};
    compute(copied, copies->results);
  });
  for (size_t i = 0; is_complete && i < results.size(); ++i)
    mpz_swap(results[i], copies->results[i]);
  return is_complete;
}

// Memory for limbs that no cell needs: on the stack while few. The budget of big ones is the
// caller's business.
class ScratchLimbs {
 public:
  explicit ScratchLimbs(mp_size_t count);
  ~ScratchLimbs();
  ScratchLimbs(const ScratchLimbs&) = delete;
  ScratchLimbs& operator=(const ScratchLimbs&) = delete;
  mp_limb_t* limbs() { return limbs_; }

 private:
  mp_limb_t* limbs_;
  mp_limb_t inline_[40];
};

// Leave for GMP to use about `limbs` limbs of memory while this lives. When there is none,
// `granted()` is false and MemoryError pending. Also checks that the native stack has room for
// GMP's own buffers (RecursionError).
class LimbBudget {
 public:
  LimbBudget(Thread& thread, uint64_t limbs)
      : thread_(thread), granted_(limbs <= FreeLimbs || reserve(limbs)) {}
  ~LimbBudget() {
    if (accounted_bytes_ != 0) release();
  }
  LimbBudget(const LimbBudget&) = delete;
  LimbBudget& operator=(const LimbBudget&) = delete;
  bool granted() const { return granted_; }

 private:
  static constexpr uint64_t FreeLimbs = 64;
  bool reserve(uint64_t limbs);
  void release();

  Thread& thread_;
  uint64_t accounted_bytes_ = 0;
  bool granted_;
};

// Memory for an exact int of up to `count` limbs, for the caller to fill in and hand to
// finish_int(). Null with MemoryError pending.
[[nodiscard]] Int* allocate_int(Thread& thread, uint64_t count);
inline mp_limb_t* limbs_of(Int* number) { return reinterpret_cast<mp_limb_t*>(number->limbs); }
// The int whose magnitude the first `count` limbs are (leading zeros allowed).
[[nodiscard]] Value finish_int(Thread& thread, Int* number, uint64_t count, bool negative);
[[nodiscard]] Value int_from_limbs(Thread& thread, const mp_limb_t* limbs, uint64_t count,
                                   bool negative);
[[nodiscard]] Value int_from_mpz(Thread& thread, mpz_srcptr number);
[[nodiscard]] Value int_from_int128(Thread& thread, __int128 number);
[[nodiscard]] Value int_from_magnitude(Thread& thread, unsigned __int128 magnitude, bool negative);

// The operations on ints of any size, one of which at least is not small (they work for all).
// Division is by floor; the divisor is not zero.
[[nodiscard]] Value big_add(Thread& thread, Value left, Value right, bool subtract);
[[nodiscard]] Value big_multiply(Thread& thread, Value left, Value right);
[[nodiscard]] Value big_bitwise(Thread& thread, BinaryOperator op, Value left, Value right);
[[nodiscard]] Value big_shift_left(Thread& thread, Value number, uint64_t count);
[[nodiscard]] Value big_shift_right(Thread& thread, Value number, uint64_t count);
// Either result may be left out (null). False with an exception pending.
[[nodiscard]] bool big_divide(Thread& thread, Value left, Value right, Value* quotient,
                              Value* remainder);
// exponent > 1, |base| > 1.
[[nodiscard]] Value big_power(Thread& thread, Value base, Value exponent);
// modulus != 0. A negative exponent asks for the inverse.
[[nodiscard]] Value big_power_modulo(Thread& thread, Value base, Value exponent, Value modulus);
int big_compare(Value left, Value right);  // negative, 0 or positive

}  // namespace weft
