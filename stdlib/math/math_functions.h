// The functions of module math, by file:
//
//   math_real.cpp       functions of one or two real numbers: the platform's, with Python's errors
//   math_gamma.cpp      gamma and lgamma
//   math_sums.cpp       fsum, prod, hypot, dist: over many numbers
//   math_integers.cpp   gcd, lcm, factorial, comb, perm, isqrt: exact, of any size
//   math.cpp            the table
#pragma once

#include <optional>
#include <span>

#include "interpreter/objects/native.h"

namespace weft::math {

std::span<const NativeMethod> real_functions();
std::span<const NativeMethod> sum_functions();
std::span<const NativeMethod> integer_functions();

// Of a finite number that is no pole. Infinite when too large.
double gamma(double number);
double log_gamma(double number);

Value raise_domain_error(Thread& thread);
Value raise_math_range_error(Thread& thread);

}  // namespace weft::math
