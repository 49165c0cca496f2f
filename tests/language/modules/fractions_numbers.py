# fractions.Fraction: making, arithmetic, comparison, rounding, errors.
from fractions import Fraction
import math
import copy

F = Fraction
print(F(3, 6), repr(F(-4, 8)), F(5), F(), F(1, -2), F('3/4'), F(' -0.125 '), F('1e-3'), F('2.5E2'), F('.5'), F('7.'), F('1_000/3'), F(0.5), F(F(1, 2), F(3, 4)), F(True))
a, b = F(1, 2), F(3, 4)
print(a + b, a - b, a * b, a / b, a // b, b % a, divmod(b, a), a ** 2, a ** -2, F(-2, 3) ** -3, 2 ** a, 2 ** F(2), a ** b, -a, +a, abs(-a))
print(a + 1, 1 + a, a + 0.5, 0.5 * a, a - 1j, 3 / a, 7 // a, 7 % b, a * 2, 2 * a, divmod(7, b), a ** 0.5, 4.0 ** a)
print(a < b, a <= a, a > 0.4, a >= 1, a == 0.5, F(2) == 2, a != b, a == F(2, 4), 1 > a, a < float('inf'), a == float('nan'), F(1, 2) == 0.5 + 0j)
print(round(F(7, 2)), round(F(5, 2)), round(F(-7, 3)), round(F(22, 7), 2), round(F(1234, 1), -2), math.floor(F(-7, 2)), math.ceil(F(7, 2)), math.trunc(F(-7, 2)), int(F(7, 2)), float(F(1, 3)), bool(F(0)), complex(a))
print(F(math.pi).limit_denominator(1000), F('3.1415926535897932').limit_denominator(100), F(1, 3).limit_denominator(2), F.from_float(0.25), a.numerator, a.denominator, a.as_integer_ratio(), a.real, a.imag, a.conjugate())
print(hash(F(5)) == hash(5), hash(F(1, 2)) == hash(0.5), hash(F(-1, 2)) == hash(-0.5), {F(1, 2): 1}[0.5], sum([F(1, 3)] * 3), max(a, b), copy.copy(a), copy.deepcopy([a]), str(F(3)), f'{a}')


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for action in (lambda: F(1, 0), lambda: F('x'), lambda: F('1/0'), lambda: F(1.5, 2), lambda: F([]), lambda: F('1/'), lambda: a / 0, lambda: a + 'x', lambda: F('1 /2'),
               lambda: a < 'x', lambda: F.from_float('x'), lambda: F(float('inf')), lambda: F(0) ** -1, lambda: a.limit_denominator(0), lambda: F('')):
    attempt(action)
