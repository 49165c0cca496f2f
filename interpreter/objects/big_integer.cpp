#include "interpreter/objects/big_integer.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"

namespace weft {

// --- Memory -------------------------------------------------------------------------------------

ScratchLimbs::ScratchLimbs(mp_size_t count) : limbs_(inline_) {
  if (count <= static_cast<mp_size_t>(std::size(inline_))) return;
  limbs_ = static_cast<mp_limb_t*>(std::malloc(static_cast<size_t>(count) * sizeof(mp_limb_t)));
  if (limbs_ == nullptr) throw std::bad_alloc();
}

ScratchLimbs::~ScratchLimbs() {
  if (limbs_ != inline_) std::free(limbs_);
}

bool LimbBudget::reserve(uint64_t limbs) {
  constexpr uint64_t WorthAccounting = 8 << 10;
  constexpr uint64_t WorthAsking = 8 << 20;
  constexpr uint64_t Most = 16 * MaxIntLimbs;
  if (!thread_.check_native_stack()) return false;
  if (limbs < WorthAccounting) return true;
  const uint64_t bytes = limbs * sizeof(mp_limb_t);
  bool available = limbs <= Most;
  if (available && limbs >= WorthAsking) {
    // The system refuses what it could never give, and what goes over the process's limits.
    void* memory = std::malloc(bytes);
    available = memory != nullptr;
    std::free(memory);
  }
  if (!available || !thread_.isolate.heap.account_external(static_cast<ptrdiff_t>(bytes))) {
    raise_memory_error(thread_);
    return false;
  }
  accounted_bytes_ = bytes;
  return true;
}

void LimbBudget::release() {
  // Giving back cannot fail.
  static_cast<void>(
      thread_.isolate.heap.account_external(-static_cast<ptrdiff_t>(accounted_bytes_)));
}

// --- Making ints --------------------------------------------------------------------------------

Int* allocate_int(Thread& thread, uint64_t count) {
  if (count > MaxIntLimbs) {
    raise_memory_error(thread);
    return nullptr;
  }
  Int* number = make_object<Int>(thread, thread.isolate.types.integer, count * sizeof(mp_limb_t));
  if (number == nullptr) return nullptr;
  number->sign_and_count = static_cast<int32_t>(count);
  number->capacity = static_cast<uint32_t>(count);
  return number;
}

namespace {

// The small int of one limb, or unset.
Value small_of(mp_limb_t magnitude, bool negative) {
  constexpr mp_limb_t Bound = mp_limb_t{1} << 62;
  if (magnitude < Bound)
    return Value::small_int(negative ? -static_cast<int64_t>(magnitude)
                                     : static_cast<int64_t>(magnitude));
  if (negative && magnitude == Bound) return Value::small_int(Value::SmallIntMin);
  return Value::unset();
}

uint64_t without_leading_zeros(const mp_limb_t* limbs, uint64_t count) {
  while (count != 0 && limbs[count - 1] == 0) --count;
  return count;
}

}  // namespace

Value finish_int(Thread& thread, Int* number, uint64_t count, bool negative) {
  count = without_leading_zeros(limbs_of(number), count);
  if (count <= 1) {
    const Value small = small_of(count == 0 ? 0 : limbs_of(number)[0], negative);
    if (!small.is_unset()) return small;
  }
  const auto signed_count = static_cast<int32_t>(count);
  number->sign_and_count = negative ? -signed_count : signed_count;
  const uint64_t unused = number->capacity - count;
  if (unused > 4 && unused > count / 8)
    return int_from_limbs(thread, limbs_of(number), count, negative);
  return Value::cell(number);
}

Value int_from_limbs(Thread& thread, const mp_limb_t* limbs, uint64_t count, bool negative) {
  count = without_leading_zeros(limbs, count);
  if (count <= 1) {
    const Value small = small_of(count == 0 ? 0 : limbs[0], negative);
    if (!small.is_unset()) return small;
  }
  Int* number = allocate_int(thread, count);
  if (number == nullptr) return {};
  std::memcpy(number->limbs, limbs, count * sizeof(mp_limb_t));
  if (negative) number->sign_and_count = -number->sign_and_count;
  return Value::cell(number);
}

Value int_from_mpz(Thread& thread, mpz_srcptr number) {
  return int_from_limbs(thread, mpz_limbs_read(number), mpz_size(number), mpz_sgn(number) < 0);
}

Value int_from_magnitude(Thread& thread, unsigned __int128 magnitude, bool negative) {
  const auto low = static_cast<mp_limb_t>(magnitude);
  const auto high = static_cast<mp_limb_t>(magnitude >> 64);
  if (high == 0) {
    const Value small = small_of(low, negative);
    if (!small.is_unset()) return small;
  }
  const int32_t count = high == 0 ? 1 : 2;
  Int* made = allocate_int(thread, static_cast<uint64_t>(count));
  if (made == nullptr) return {};
  made->limbs[0] = low;
  if (high != 0) made->limbs[1] = high;
  if (negative) made->sign_and_count = -count;
  return Value::cell(made);
}

Value int_from_int128(Thread& thread, __int128 number) {
  const bool negative = number < 0;
  return int_from_magnitude(thread,
                            negative ? 0 - static_cast<unsigned __int128>(number)
                                     : static_cast<unsigned __int128>(number),
                            negative);
}

Value make_int_slow(Thread& thread, int64_t number) {
  const mp_limb_t magnitude = magnitude_of(number);
  return int_from_limbs(thread, &magnitude, 1, number < 0);
}

Value make_uint(Thread& thread, uint64_t number) {
  if (number <= static_cast<uint64_t>(Value::SmallIntMax))
    return Value::small_int(static_cast<int64_t>(number));
  const mp_limb_t magnitude = number;
  return int_from_limbs(thread, &magnitude, 1, false);
}

// --- Sums ---------------------------------------------------------------------------------------

namespace {

int compare_magnitudes(const LimbView& left, const LimbView& right) {
  if (left.count() != right.count()) return left.count() < right.count() ? -1 : 1;
  return left.count() == 0 ? 0 : mpn_cmp(left.limbs(), right.limbs(), left.count());
}

}  // namespace

int big_compare(Value left, Value right) {
  const LimbView x(left);
  const LimbView y(right);
  if (x.is_negative() != y.is_negative()) return x.is_negative() ? -1 : 1;
  const int order = compare_magnitudes(x, y);
  return x.is_negative() ? -order : order;
}

Value big_add(Thread& thread, Value left, Value right, bool subtract) {
  const LimbView x(left);
  const LimbView y(right);
  const bool y_negative = y.is_negative() != subtract;
  const LimbView* longer = &x;
  const LimbView* shorter = &y;
  if (x.is_negative() == y_negative) {
    if (longer->count() < shorter->count()) std::swap(longer, shorter);
    if (longer->is_zero()) return Value::small_int(0);
    // One limb more only if the topmost ones may carry.
    const auto count = static_cast<uint64_t>(longer->count());
    const mp_limb_t other_top = shorter->count() == longer->count() ? shorter->top() : 0;
    const uint64_t room = longer->top() < ~other_top ? count : count + 1;
    Int* sum = allocate_int(thread, room);
    if (sum == nullptr) return {};
    const mp_limb_t carry = shorter->is_zero()
                                ? mpn_add_1(limbs_of(sum), longer->limbs(), longer->count(), 0)
                                : mpn_add(limbs_of(sum), longer->limbs(), longer->count(),
                                          shorter->limbs(), shorter->count());
    if (room > count) limbs_of(sum)[count] = carry;
    return finish_int(thread, sum, room, y_negative);
  }
  const int order = compare_magnitudes(x, y);
  if (order == 0) return Value::small_int(0);
  if (order < 0) std::swap(longer, shorter);
  const auto count = static_cast<uint64_t>(longer->count());
  Int* difference = allocate_int(thread, count);
  if (difference == nullptr) return {};
  if (shorter->is_zero())
    std::memcpy(difference->limbs, longer->limbs(), count * sizeof(mp_limb_t));
  else
    mpn_sub(limbs_of(difference), longer->limbs(), longer->count(), shorter->limbs(),
            shorter->count());
  return finish_int(thread, difference, count, order < 0 ? y_negative : x.is_negative());
}

namespace {

Value multiply_by_limb(Thread& thread, const LimbView& number, mp_limb_t factor, bool negative) {
  const auto count = static_cast<uint64_t>(number.count());
  const bool carries =
      std::countl_zero(number.top()) + std::countl_zero(factor) < static_cast<int>(LimbBits);
  const uint64_t room = carries ? count + 1 : count;
  Int* product = allocate_int(thread, room);
  if (product == nullptr) return {};
  const mp_limb_t carry = mpn_mul_1(limbs_of(product), number.limbs(), number.count(), factor);
  if (carries) limbs_of(product)[count] = carry;
  return finish_int(thread, product, room, negative);
}

}  // namespace

namespace {

// A product that takes some hundredths of a second.
Value multiply_long(Thread& thread, LimbView& x, LimbView& y) {
  const bool is_square = x.limbs() == y.limbs();
  BigNumber product[1];
  if (!compute_numbers(thread, true, {x.mpz(), y.mpz()}, product,
                       [is_square](const mpz_srcptr* operands, BigNumber* results) {
                         mpz_mul(results[0], operands[0], operands[is_square ? 0 : 1]);
                       })) {
    return {};
  }
  return int_from_mpz(thread, product[0]);
}

}  // namespace

Value big_multiply(Thread& thread, Value left, Value right) {
  constexpr uint64_t LongCount = 1 << 17;
  LimbView x(left);
  LimbView y(right);
  if (x.is_zero() || y.is_zero()) return Value::small_int(0);
  const LimbView* longer = &x;
  const LimbView* shorter = &y;
  if (longer->count() < shorter->count()) std::swap(longer, shorter);
  const bool negative = x.is_negative() != y.is_negative();
  if (shorter->count() == 1) return multiply_by_limb(thread, *longer, shorter->top(), negative);
  const auto count = static_cast<uint64_t>(longer->count() + shorter->count());
  // The product needs no room of its own beside short operands; long ones are transformed.
  const LimbBudget budget(thread, shorter->count() < 20 ? 0 : count * 4);
  if (!budget.granted()) return {};
  if (count > LongCount && shorter->count() >= 20) return multiply_long(thread, x, y);
  Int* product = allocate_int(thread, count);
  if (product == nullptr) return {};
  mp_limb_t* limbs = limbs_of(product);
  if (longer->limbs() == shorter->limbs())
    mpn_sqr(limbs, longer->limbs(), longer->count());
  else
    mpn_mul(limbs, longer->limbs(), longer->count(), shorter->limbs(), shorter->count());
  return finish_int(thread, product, count, negative);
}

// --- Bits ---------------------------------------------------------------------------------------

namespace {

// Reads the limbs of a number in two's complement, least significant first, without end.
class TwosComplement {
 public:
  explicit TwosComplement(const LimbView& view)
      : view_(view),
        flip_(view.is_negative() ? ~mp_limb_t{0} : 0),
        carry_(view.is_negative() ? 1 : 0) {}

  mp_limb_t next() {
    const mp_limb_t limb = (index_ < view_.count() ? view_.limbs()[index_] : 0) ^ flip_;
    ++index_;
    const mp_limb_t sum = limb + carry_;
    carry_ = sum < carry_ ? 1 : 0;
    return sum;
  }

 private:
  const LimbView& view_;
  mp_limb_t flip_;
  mp_limb_t carry_;
  mp_size_t index_ = 0;
};

mp_limb_t combine(BinaryOperator op, mp_limb_t left, mp_limb_t right) {
  switch (op) {
    case BinaryOperator::And:
      return left & right;
    case BinaryOperator::Or:
      return left | right;
    default:
      return left ^ right;
  }
}

}  // namespace

Value big_bitwise(Thread& thread, BinaryOperator op, Value left, Value right) {
  const LimbView x(left);
  const LimbView y(right);
  mp_size_t count = std::max(x.count(), y.count());
  // A number that is not negative has no bits beyond its own, so neither has `and` with it.
  if (op == BinaryOperator::And) {
    if (!x.is_negative() && !y.is_negative())
      count = std::min(x.count(), y.count());
    else if (!x.is_negative())
      count = x.count();
    else if (!y.is_negative())
      count = y.count();
  }
  if (!x.is_negative() && !y.is_negative()) {
    Int* result = allocate_int(thread, static_cast<uint64_t>(count));
    if (result == nullptr) return {};
    mp_limb_t* limbs = limbs_of(result);
    const mp_size_t common = std::min(x.count(), y.count());
    if (common != 0) {
      if (op == BinaryOperator::And)
        mpn_and_n(limbs, x.limbs(), y.limbs(), common);
      else if (op == BinaryOperator::Or)
        mpn_ior_n(limbs, x.limbs(), y.limbs(), common);
      else
        mpn_xor_n(limbs, x.limbs(), y.limbs(), common);
    }
    // Beyond the shorter one: nothing for `and`, the longer one's limbs for the others.
    const LimbView& longer = x.count() > y.count() ? x : y;
    for (mp_size_t i = common; i < count; ++i) limbs[i] = longer.limbs()[i];
    return finish_int(thread, result, static_cast<uint64_t>(count), false);
  }
  const bool negative = combine(op, x.is_negative() ? 1 : 0, y.is_negative() ? 1 : 0) != 0;
  // One limb more: the magnitude of a negative result may be a power of two.
  Int* result = allocate_int(thread, static_cast<uint64_t>(count) + 1);
  if (result == nullptr) return {};
  mp_limb_t* limbs = limbs_of(result);
  TwosComplement x_bits(x);
  TwosComplement y_bits(y);
  for (mp_size_t i = 0; i <= count; ++i) limbs[i] = combine(op, x_bits.next(), y_bits.next());
  if (negative) mpn_neg(limbs, limbs, count + 1);
  return finish_int(thread, result, static_cast<uint64_t>(count) + 1, negative);
}

Value big_shift_left(Thread& thread, Value number, uint64_t count) {
  const LimbView view(number);
  if (view.is_zero()) return Value::small_int(0);
  const uint64_t whole = count / LimbBits;
  if (whole > MaxIntLimbs) return raise_memory_error(thread);
  const auto used = static_cast<uint64_t>(view.count());
  Int* shifted = allocate_int(thread, used + whole + 1);
  if (shifted == nullptr) return {};
  mp_limb_t* limbs = limbs_of(shifted);
  std::memset(limbs, 0, whole * sizeof(mp_limb_t));
  const auto bits = static_cast<unsigned>(count % LimbBits);
  if (bits == 0) {
    std::memcpy(limbs + whole, view.limbs(), used * sizeof(mp_limb_t));
    limbs[whole + used] = 0;
  } else {
    limbs[whole + used] = mpn_lshift(limbs + whole, view.limbs(), view.count(), bits);
  }
  return finish_int(thread, shifted, used + whole + 1, view.is_negative());
}

Value big_shift_right(Thread& thread, Value number, uint64_t count) {
  const LimbView view(number);
  const uint64_t whole = count / LimbBits;
  const auto used = static_cast<uint64_t>(view.count());
  if (whole >= used) return Value::small_int(view.is_negative() ? -1 : 0);
  const uint64_t left = used - whole;
  // A negative number may round up into one limb more.
  const uint64_t room = view.is_negative() ? left + 1 : left;
  Int* shifted = allocate_int(thread, room);
  if (shifted == nullptr) return {};
  mp_limb_t* limbs = limbs_of(shifted);
  const auto bits = static_cast<unsigned>(count % LimbBits);
  bool lost = false;
  if (bits == 0) {
    std::memcpy(limbs, view.limbs() + whole, left * sizeof(mp_limb_t));
  } else {
    lost = mpn_rshift(limbs, view.limbs() + whole, static_cast<mp_size_t>(left), bits) != 0;
  }
  if (view.is_negative()) {
    limbs[left] = 0;
    // Towards minus infinity: one further away from zero if any bit was lost.
    for (uint64_t i = 0; i < whole && !lost; ++i) lost = view.limbs()[i] != 0;
    if (lost) mpn_add_1(limbs, limbs, static_cast<mp_size_t>(left) + 1, 1);
  }
  return finish_int(thread, shifted, room, view.is_negative());
}

}  // namespace weft
