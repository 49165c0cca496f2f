// fsum, prod, hypot, dist.
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "stdlib/math/math_functions.h"

namespace weft::math {

namespace {

// to_double() with the common case in place.
inline std::optional<double> double_of(Thread& thread, Value value) {
  if (value.is_immediate_double()) [[likely]]
    return value.as_immediate_double();
  return to_double(thread, value);
}

// A sum without rounding (J. Shewchuk's): a row of doubles of growing size that do not overlap, so
// that together they are exact.
class ExactSum {
 public:
  // False with OverflowError pending.
  bool add(Thread& thread, double number) {
    double carried = number;
    size_t kept = 0;
    for (size_t i = 0; i < parts_.size(); ++i) {
      double larger = carried;
      double smaller = parts_[i];
      if (std::fabs(larger) < std::fabs(smaller)) std::swap(larger, smaller);
      carried = larger + smaller;
      const double lost = smaller - (carried - larger);
      if (lost != 0) parts_[kept++] = lost;
    }
    parts_.resize(kept);
    if (carried == 0) return true;
    if (std::isfinite(carried)) {
      parts_.push_back(carried);
      return true;
    }
    if (std::isfinite(number)) {
      raise_overflow_error(thread, "intermediate overflow in fsum");
      return false;
    }
    // Infinities and NaN are summed apart.
    if (std::isinf(number)) infinities_ += number;
    specials_ += number;
    parts_.clear();
    return true;
  }

  Value result(Thread& thread) {
    if (specials_ != 0) {
      if (std::isnan(infinities_)) return raise_value_error(thread, "-inf + inf in fsum");
      return make_float(thread, specials_);
    }
    if (parts_.empty()) return make_float(thread, 0.0);
    size_t i = parts_.size() - 1;
    double sum = parts_[i];
    double lost = 0;
    while (i > 0) {
      const double larger = sum;
      const double smaller = parts_[--i];
      sum = larger + smaller;
      lost = smaller - (sum - larger);
      if (lost != 0) break;
    }
    // What was lost may be exactly half a unit: the parts below decide to which side it goes.
    if (i > 0 && ((lost < 0 && parts_[i - 1] < 0) || (lost > 0 && parts_[i - 1] > 0))) {
      const double doubled = lost * 2;
      const double adjusted = sum + doubled;
      if (adjusted - sum == doubled) sum = adjusted;
    }
    return make_float(thread, sum);
  }

 private:
  std::vector<double> parts_;
  double specials_ = 0;
  double infinities_ = 0;
};

Value math_fsum(Thread& thread, Arguments arguments) {
  ExactSum sum;
  const bool complete = for_each(thread, arguments[0], [&](Value item) {
    const std::optional<double> number = double_of(thread, item);
    return number && sum.add(thread, *number);
  });
  return complete ? sum.result(thread) : Value::error();
}

Value math_prod(Thread& thread, Arguments arguments) {
  Value product = arguments[1];
  const bool complete = for_each(thread, arguments[0], [&](Value item) {
    product = binary(thread, BinaryOperator::Mul, product, item);
    return static_cast<bool>(product);
  });
  return complete ? product : Value::error();
}

// The length of a vector, almost always rounded correctly: squares are summed with twice the
// precision and the root corrected once. Coordinates are scaled by a power of two where squares
// might overflow or vanish.
class VectorLength {
 public:
  explicit VectorLength(uint64_t dimensions) {
    if (dimensions > std::size(inline_)) {
      more_.resize(dimensions);
      sizes_ = more_.data();
    }
  }
  VectorLength(const VectorLength&) = delete;
  VectorLength& operator=(const VectorLength&) = delete;

  void add(double coordinate) {
    const double size = std::fabs(coordinate);
    saw_nan_ |= std::isnan(size);
    if (size > largest_) largest_ = size;
    sizes_[count_++] = size;
  }

  double result() {
    if (std::isinf(largest_)) return largest_;
    if (saw_nan_) return std::numeric_limits<double>::quiet_NaN();
    if (largest_ == 0 || count_ == 1) return largest_;
    if (largest_ > 0x1p-400 && largest_ < 0x1p+480) return root_of_squares();
    int exponent;
    std::frexp(largest_, &exponent);
    for (uint64_t i = 0; i < count_; ++i) sizes_[i] = std::ldexp(sizes_[i], -exponent);
    return std::ldexp(root_of_squares(), exponent);
  }

 private:
  double root_of_squares() const {
    double sum = 0;
    double lost = 0;
    for (uint64_t i = 0; i < count_; ++i) {
      const double size = sizes_[i];
      const double square = size * size;
      lost += std::fma(size, size, -square);
      const double before = sum;
      sum += square;
      const double added = sum - before;
      lost += (before - (sum - added)) + (square - added);
    }
    const double root = std::sqrt(sum + lost);
    const double root_square = root * root;
    const double rest = (sum - root_square) - std::fma(root, root, -root_square) + lost;
    return root + rest / (2 * root);
  }

  double inline_[16];
  std::vector<double> more_;
  double* sizes_ = inline_;
  uint64_t count_ = 0;
  double largest_ = 0;
  bool saw_nan_ = false;
};

Value math_hypot(Thread& thread, Arguments arguments) {
  const auto* coordinates = arguments[0].as<Tuple>();
  VectorLength length(coordinates->count);
  for (const Value coordinate : coordinates->view()) {
    const std::optional<double> number = double_of(thread, coordinate);
    if (!number) return {};
    length.add(*number);
  }
  return make_float(thread, length.result());
}

Value math_dist(Thread& thread, Arguments arguments) {
  Tuple* from = tuple_from_iterable(thread, arguments[0]);
  if (from == nullptr) return {};
  Tuple* to = tuple_from_iterable(thread, arguments[1]);
  if (to == nullptr) return {};
  if (from->count != to->count)
    return raise_value_error(thread, "both points must have the same number of dimensions");
  VectorLength length(from->count);
  for (uint64_t i = 0; i < from->count; ++i) {
    const std::optional<double> start = double_of(thread, from->values[i]);
    if (!start) return {};
    const std::optional<double> end = double_of(thread, to->values[i]);
    if (!end) return {};
    length.add(*start - *end);
  }
  return make_float(thread, length.result());
}

constexpr NativeMethod functions[] = {
    {"dist", "(p, q, /)", "Euclidean distance of two points given as sequences of coordinates.",
     math_dist},
    {"fsum", "(seq, /)", "The sum of floats, rounded only once.", math_fsum},
    {"hypot", "(*coordinates)", "Euclidean length of a vector.", math_hypot},
    {"prod", "(iterable, /, *, start=1)", "The product of start and all items.", math_prod},
};

}  // namespace

std::span<const NativeMethod> sum_functions() { return functions; }

}  // namespace weft::math
