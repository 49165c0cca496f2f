# math: values of the elementary functions at exact points, constants.
import math
print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(16), math.sqrt(2), math.isqrt(99),
    math.isqrt(10 ** 40), math.hypot(3, 4), math.hypot(), math.hypot(1, 2, 2), math.dist([1, 2], [4, 6]))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.9), math.floor(5),
    math.ceil(10 ** 30), math.fabs(-3), math.fmod(7, 3), math.fmod(-7, 3), math.remainder(7, 4),
    math.modf(3.25), math.modf(-3.25), math.frexp(8.0), math.ldexp(0.5, 4), math.copysign(3, -0.0))
print(math.exp(0), math.log(1), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(0),
    math.expm1(0), math.exp2(10), math.pow(2, 10), math.pow(2, 0.5), math.log(10 ** 400),
    math.log2(2 ** 2000), math.log10(10 ** 500))
print(math.sin(0), math.cos(0), math.tan(0), math.asin(1) == math.pi / 2, math.acos(1),
    math.atan(1) * 4 == math.pi, math.atan2(1, 1), math.atan2(-0.0, -1), math.degrees(math.pi),
    math.radians(180), math.sinh(0), math.cosh(0), math.tanh(0), math.asinh(0), math.acosh(1),
    math.atanh(0))
print(math.factorial(20), math.factorial(0), math.gcd(12, 18), math.gcd(), math.gcd(0, -5),
    math.gcd(2 ** 80, 6 ** 40) == 2 ** 40, math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.comb(10, 3),
    math.comb(3, 10), math.perm(5, 2), math.perm(5), math.prod([1, 2, 3]), math.prod([], start=7),
    math.prod([1.5, 2]), math.fsum([0.1] * 10), math.fsum([1e16, 1, -1e16]))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.isclose(0.1 + 0.2, 0.3),
    math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9),
    math.nextafter(1, 2), math.ulp(1), math.gamma(5), math.lgamma(1), math.erf(0), math.erfc(0))
