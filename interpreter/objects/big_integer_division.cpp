// Division, powers and powers modulo a number, of ints that are not small.
#include <bit>
#include <cmath>
#include <cstring>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"

namespace weft {

namespace {

// |left| < |right|, left not zero: the quotient is 0 or -1.
bool divide_smaller(Thread& thread, Value left, Value right, bool signs_differ, Value* quotient,
                    Value* remainder) {
  if (quotient != nullptr) *quotient = Value::small_int(signs_differ ? -1 : 0);
  if (remainder == nullptr) return true;
  *remainder = signs_differ ? big_add(thread, left, right, false) : exact_int(thread, left);
  return static_cast<bool>(*remainder);
}

// The divisor is one limb.
bool divide_by_limb(Thread& thread, const LimbView& x, const LimbView& y, Value* quotient,
                    Value* remainder) {
  const bool signs_differ = x.is_negative() != y.is_negative();
  const mp_limb_t divisor = y.limbs()[0];
  mp_limb_t rest;
  if (quotient == nullptr) {
    rest = mpn_mod_1(x.limbs(), x.count(), divisor);
  } else {
    const auto count = static_cast<uint64_t>(x.count());
    Int* cell = allocate_int(thread, count + 1);
    if (cell == nullptr) return false;
    rest = mpn_divrem_1(limbs_of(cell), 0, x.limbs(), x.count(), divisor);
    limbs_of(cell)[count] = 0;
    if (signs_differ && rest != 0) mpn_add_1(limbs_of(cell), limbs_of(cell), x.count() + 1, 1);
    *quotient = finish_int(thread, cell, count + 1, signs_differ);
    if (!*quotient) return false;
  }
  if (remainder == nullptr) return true;
  if (signs_differ && rest != 0) rest = divisor - rest;
  *remainder = int_from_limbs(thread, &rest, 1, y.is_negative());
  return static_cast<bool>(*remainder);
}

// A division that takes some hundredths of a second; the quotient is rounded down.
bool divide_long(Thread& thread, LimbView& x, LimbView& y, Value* quotient, Value* remainder) {
  BigNumber parts[2];
  if (!compute_numbers(thread, true, {x.mpz(), y.mpz()}, parts,
                       [](const mpz_srcptr* operands, BigNumber* results) {
                         mpz_fdiv_qr(results[0], results[1], operands[0], operands[1]);
                       })) {
    return false;
  }
  if (quotient != nullptr) *quotient = int_from_mpz(thread, parts[0]);
  if (remainder != nullptr) *remainder = int_from_mpz(thread, parts[1]);
  return (quotient == nullptr || *quotient) && (remainder == nullptr || *remainder);
}

}  // namespace

bool big_divide(Thread& thread, Value left, Value right, Value* quotient, Value* remainder) {
  constexpr mp_size_t LongCount = 1 << 15;
  LimbView x(left);
  LimbView y(right);
  const bool signs_differ = x.is_negative() != y.is_negative();
  if (x.count() < y.count() ||
      (x.count() == y.count() && mpn_cmp(x.limbs(), y.limbs(), x.count()) < 0)) {
    return divide_smaller(thread, left, right, signs_differ && !x.is_zero(), quotient, remainder);
  }
  if (y.count() == 1) return divide_by_limb(thread, x, y, quotient, remainder);
  const mp_size_t quotient_count = x.count() - y.count() + 1;
  const LimbBudget budget(thread, y.count() < 20 ? 0 : static_cast<uint64_t>(x.count()) * 4);
  if (!budget.granted()) return false;
  if (x.count() > LongCount && y.count() >= 20)
    return divide_long(thread, x, y, quotient, remainder);
  // Whichever is asked for is computed in its cell, the other in scratch memory.
  Int* quotient_cell = nullptr;
  Int* remainder_cell = nullptr;
  if (quotient != nullptr) {
    quotient_cell = allocate_int(thread, static_cast<uint64_t>(quotient_count) + 1);
    if (quotient_cell == nullptr) return false;
  }
  if (remainder != nullptr) {
    remainder_cell = allocate_int(thread, static_cast<uint64_t>(y.count()));
    if (remainder_cell == nullptr) return false;
  }
  ScratchLimbs scratch(quotient == nullptr ? quotient_count : remainder == nullptr ? y.count() : 0);
  mp_limb_t* q = quotient == nullptr ? scratch.limbs() : limbs_of(quotient_cell);
  mp_limb_t* r = remainder == nullptr ? scratch.limbs() : limbs_of(remainder_cell);
  mpn_tdiv_qr(q, r, 0, x.limbs(), x.count(), y.limbs(), y.count());
  const bool adjust = signs_differ && mpn_zero_p(r, y.count()) == 0;
  if (quotient != nullptr) {
    q[quotient_count] = 0;
    if (adjust) mpn_add_1(q, q, quotient_count + 1, 1);
    *quotient =
        finish_int(thread, quotient_cell, static_cast<uint64_t>(quotient_count) + 1, signs_differ);
    if (!*quotient) return false;
  }
  if (remainder != nullptr) {
    if (adjust) mpn_sub_n(r, y.limbs(), r, y.count());
    *remainder =
        finish_int(thread, remainder_cell, static_cast<uint64_t>(y.count()), y.is_negative());
    if (!*remainder) return false;
  }
  return true;
}

// --- Quotients as floats ------------------------------------------------------------------------

Value int_true_divide(Thread& thread, Value left, Value right) {
  constexpr int64_t Exact = int64_t{1} << 53;
  const std::optional<int64_t> small_left = small_value(left);
  const std::optional<int64_t> small_right = small_value(right);
  if (small_right && *small_right == 0) return raise_zero_division(thread, "division by zero");
  if (small_left && small_right && *small_left <= Exact && *small_left >= -Exact &&
      *small_right <= Exact && *small_right >= -Exact) {
    return make_float(thread, static_cast<double>(*small_left) / static_cast<double>(*small_right));
  }
  const LimbView x(left);
  const LimbView y(right);
  if (y.is_zero()) return raise_zero_division(thread, "division by zero");
  const bool negative = x.is_negative() != y.is_negative();
  if (x.is_zero()) return make_float(thread, negative ? -0.0 : 0.0);
  const auto difference =
      static_cast<int64_t>(x.bit_length()) - static_cast<int64_t>(y.bit_length());
  if (difference > 1024)
    return raise_overflow_error(thread, "integer division result too large for a float");
  if (difference < -1080) return make_float(thread, negative ? -0.0 : 0.0);
  // A quotient of 62 or 63 bits, whose lost fraction only says on which side of a tie it lies.
  const int64_t shift = 62 - difference;
  mp_size_t dividend_count = x.count();
  const mp_size_t shifted_limbs = shift >= 0 ? shift / 64 : -(-shift / 64);
  const auto shifted_bits = static_cast<unsigned>(shift >= 0 ? shift % 64 : -shift % 64);
  bool sticky = false;
  const mp_size_t room = dividend_count + (shift >= 0 ? shifted_limbs : 0) + 1;
  const LimbBudget budget(thread, static_cast<uint64_t>(room) * 4);
  if (!budget.granted()) return {};
  ScratchLimbs dividend(room);
  mp_limb_t* limbs = dividend.limbs();
  if (shift >= 0) {
    std::memset(limbs, 0, static_cast<size_t>(shifted_limbs) * sizeof(mp_limb_t));
    if (shifted_bits == 0) {
      std::memcpy(limbs + shifted_limbs, x.limbs(), static_cast<size_t>(x.count()) * 8);
      limbs[room - 1] = 0;
    } else {
      limbs[room - 1] = mpn_lshift(limbs + shifted_limbs, x.limbs(), x.count(), shifted_bits);
    }
    dividend_count = room;
  } else {
    const mp_size_t dropped = -shifted_limbs;
    for (mp_size_t i = 0; i < dropped && !sticky; ++i) sticky = x.limbs()[i] != 0;
    dividend_count -= dropped;
    if (shifted_bits == 0) {
      std::memcpy(limbs, x.limbs() + dropped, static_cast<size_t>(dividend_count) * 8);
    } else {
      sticky |= mpn_rshift(limbs, x.limbs() + dropped, dividend_count, shifted_bits) != 0;
    }
  }
  while (limbs[dividend_count - 1] == 0) --dividend_count;
  const mp_size_t quotient_count = dividend_count - y.count() + 1;
  ScratchLimbs quotient(quotient_count);
  ScratchLimbs remainder(y.count());
  mpn_tdiv_qr(quotient.limbs(), remainder.limbs(), 0, limbs, dividend_count, y.limbs(), y.count());
  sticky |= mpn_zero_p(remainder.limbs(), y.count()) == 0;
  const double result = compose_double(quotient.limbs()[0], sticky, -shift);
  if (std::isinf(result))
    return raise_overflow_error(thread, "integer division result too large for a float");
  return make_float(thread, negative ? -result : result);
}

// --- Powers -------------------------------------------------------------------------------------

namespace {

// How many bits base ** exponent has, near enough to refuse what is too large.
double power_bits(const LimbView& base, double exponent) {
  const mp_size_t top = base.count() - 1;
  return exponent *
         (std::log2(static_cast<double>(base.limbs()[top])) + static_cast<double>(top) * LimbBits);
}

}  // namespace

Value big_power(Thread& thread, Value base, Value exponent) {
  const std::optional<int64_t> count = small_value(exponent);
  if (!count) return raise_memory_error(thread);
  const LimbView view(base);
  const double bits = power_bits(view, static_cast<double>(*count));
  if (bits > static_cast<double>(MaxIntLimbs * LimbBits)) return raise_memory_error(thread);
  const bool negative = view.is_negative() && *count % 2 != 0;
  const uint64_t bit_length = view.bit_length();
  if (view.count() == 1 && std::has_single_bit(view.limbs()[0])) {
    const Value power = big_shift_left(thread, Value::small_int(1),
                                       (bit_length - 1) * static_cast<uint64_t>(*count));
    return power && negative ? int_negate(thread, power) : power;
  }
  const LimbBudget budget(thread, static_cast<uint64_t>(bits / 64) * 8);
  if (!budget.granted()) return {};
  constexpr double LongBits = 1 << 23;
  BigNumber power[1];
  LimbView operand(base);
  const auto times = static_cast<unsigned long>(*count);
  if (!compute_numbers(thread, bits > LongBits, {operand.mpz()}, power,
                       [times](const mpz_srcptr* operands, BigNumber* results) {
                         mpz_pow_ui(results[0], operands[0], times);
                       })) {
    return {};
  }
  return int_from_mpz(thread, power[0]);
}

Value big_power_modulo(Thread& thread, Value base, Value exponent, Value modulus) {
  LimbView b(base);
  LimbView e(exponent);
  LimbView m(modulus);
  const LimbBudget budget(
      thread, static_cast<uint64_t>(m.count()) * 24 + static_cast<uint64_t>(b.count()) * 4);
  if (!budget.granted()) return {};
  BigNumber reduced;
  mpz_mod(reduced, b.mpz(), m.magnitude_mpz());
  if (e.is_negative()) {
    // Everything is invertible modulo one, zero included.
    const bool unit = m.count() == 1 && m.limbs()[0] == 1;
    if (!unit && mpz_invert(reduced, reduced, m.magnitude_mpz()) == 0)
      return raise_value_error(thread, "base is not invertible for the given modulus");
  }
  constexpr double LongWork = 4e6;
  const double work =
      static_cast<double>(e.bit_length()) * std::pow(static_cast<double>(m.count()), 1.5);
  BigNumber power[1];
  if (!compute_numbers(thread, work > LongWork, {reduced, e.magnitude_mpz(), m.magnitude_mpz()},
                       power, [](const mpz_srcptr* operands, BigNumber* results) {
                         mpz_powm(results[0], operands[0], operands[1], operands[2]);
                       })) {
    return {};
  }
  if (m.is_negative() && mpz_sgn(static_cast<mpz_ptr>(power[0])) != 0)
    mpz_add(power[0], power[0], m.mpz());
  return int_from_mpz(thread, power[0]);
}

}  // namespace weft
