# math: domain, range and type errors.
import math
for c in ('sqrt(-1)', 'log(0)', 'log(-1)', 'log(1, 1)', 'log(2, 0)', 'exp(1000)', 'pow(10, 400)',
        'pow(-1, 0.5)', 'pow(0, -1)', 'acos(2)', 'asin(-2)', 'atanh(1)', 'acosh(0)', 'fmod(1, 0)',
        'fmod(math.inf, 1)', 'sin(math.inf)', 'factorial(-1)', 'factorial(1.5)', 'factorial("x")',
        'isqrt(-1)', 'isqrt(1.5)', 'comb(-1, 2)', 'comb(2, -1)', 'comb(2.5, 1)', 'gcd(1.5)', 'lcm("a")',
        'floor(math.nan)', 'floor(math.inf)', 'ceil("x")', 'trunc(None)', 'sqrt("4")', 'sqrt(None)',
        'sqrt()', 'sqrt(1, 2)', 'sqrt(x=1)', 'hypot("a")', 'dist([1], [1, 2])', 'ldexp(1, 5000)',
        'ldexp(1, 1.5)', 'cosh(1000)', 'gamma(-1)', 'gamma(0)', 'lgamma(0)', 'log(10, 2, 3)', 'log()',
        'isclose(1, 2, rel_tol=-1)', 'prod(5)', 'prod(["a", "b"])', 'fsum(["x"])', 'fsum([1e308, 1e308])',
        'fsum([math.inf, -math.inf])', 'perm(2, -1)', 'log2(-8)', 'log10(0)', 'log1p(-1)',
        'sqrt(10 ** 400)', 'remainder(1, 0)', 'exp2(2000)', 'tan(math.nan)', 'sqrt(math.nan)', 'exp(-1000)',
        'degrees("x")', 'pow(math.inf, 0)', 'pow(math.nan, 0)', 'pow(1, math.nan)', 'copysign(1, "x")',
        'atan2(1)', 'fabs(1j)', 'sqrt(True)', 'nope(1)'):
    try: print(c, '=', eval('math.' + c))
    except Exception as e: print(c, '->', type(e).__name__, e)
class F:
    def __float__(self): return 4.0
class I:
    def __index__(self): return 4
class C:
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __trunc__(self): return 'trunc'
print(math.sqrt(F()), math.sqrt(I()), math.floor(C()), math.ceil(C()), math.trunc(C()), math.floor(F()),
    math.factorial(I()), math.gcd(I(), 6))
