# decimal: numbers, operators, rounding, formats, contexts, signals
from decimal import *
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
D = Decimal
for a in ['1.10', '-0', '123E+5', '0.0000001', 'NaN', '-Infinity', '1e400', '0E-10', '12345678901234567890123456789012345', ' 1_000.5 ']:
    x = D(a)
    print(repr(x), str(x), x.as_tuple(), bool(x), x.adjusted(), x.to_eng_string())
for f in [lambda: D('1.1') + D('2.2'), lambda: D(1) / D(7), lambda: D(1) / 3 * 3, lambda: D('1.30') * D('2.00'), lambda: D(2) ** 100, lambda: D(2) ** -2, lambda: D(2) ** D('0.5'), lambda: D(-7) // 2, lambda: D(-7) % 3, lambda: divmod(D(7), D('2.5')), lambda: -D('0'), lambda: abs(D('-5.50')), lambda: +D('1234567890123456789012345678901'), lambda: D('10') - D('10.00'),
          lambda: D(1) / 0, lambda: D(0) / 0, lambda: D('inf') - D('inf'), lambda: D('abc'), lambda: D(1.1), lambda: D('1') < 2.5, lambda: D('1.0') == 1, lambda: D('0.5') == 0.5, lambda: D('NaN') == 1, lambda: D('NaN') < 1, lambda: D('sNaN') + 1,
          lambda: D('7.325').quantize(D('.01'), rounding=ROUND_DOWN), lambda: D('7.325').quantize(D('1.'), rounding=ROUND_UP), lambda: D('7.325').quantize(D('.01')), lambda: D('1e30').quantize(D('.01')), lambda: D('120.00').normalize(), lambda: D('2').sqrt(), lambda: D('100').sqrt(), lambda: D('0.0001').sqrt(), lambda: D(1).exp(), lambda: D('-2.5').exp(), lambda: D(10).ln(), lambda: D('0.5').ln(), lambda: D(1000).log10(), lambda: D(2).log10(), lambda: D('1.5') ** D('2.5'),
          lambda: round(D('2.5')), lambda: round(D('2.567'), 2), lambda: int(D('-3.9')), lambda: float(D('0.1')), lambda: D('3.7').to_integral_value(), lambda: D('2.5').to_integral_exact(ROUND_HALF_UP), lambda: hash(D('1.5')) == hash(1.5), lambda: hash(D(10)) == hash(10), lambda: D(5).max(D(3)), lambda: D('1.5').as_integer_ratio(), lambda: D.from_float(0.1), lambda: D((1, (1, 2, 3), -2)), lambda: D('-1').sqrt(), lambda: D(0).ln(), lambda: D(2).fma(3, 4), lambda: D(3).compare(5), lambda: D('1e999999') * 10, lambda: sum([D('0.1')] * 10), lambda: D(10).remainder_near(6), lambda: D('1').next_plus(), lambda: D('12.3').copy_sign(D(-1)), lambda: D('123').scaleb(2), lambda: 3 - D('1.5'), lambda: 2 ** D(3), lambda: pow(D(3), 5, 7), lambda: D('Inf') * 0, lambda: int(D('NaN')), lambda: int(D('Inf')), lambda: D(None)]:
    attempt(f)
for spec in ['', '.2f', ',.2f', '10.3f', '<10', '^10', '+.1e', 'e', '.0f', '%', '.1%', 'g', '.3g', '010.2f', ',', '=+12', '*>8.1f', 'E', 'n', '015,.2f', 's']:
    for v in ['1234.5678', '-0.00012', '1E+10', '0', 'NaN', '-Inf']:
        attempt(lambda: format(D(v), spec))
print(getcontext())
with localcontext() as c:
    c.prec = 5
    print(D(1) / 3, c.flags[Inexact], c)
    c.rounding = ROUND_CEILING
    print(D(2) / 3, c.divide(D(1), D(3)), c.sqrt(D(2)), c.create_decimal('1.23456789'), c.power(D(2), D(3)))
    c.traps[Inexact] = True
    attempt(lambda: D(1) / 3)
    c.clear_traps(); c.clear_flags()
    attempt(lambda: D(1) / 0); attempt(lambda: D('x')); print([s.__name__ for s, v in c.flags.items() if v])
with localcontext(prec=3) as c:
    print(D('1.2345') + 0, c.prec)
for r in [ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP]:
    print(r, [str(D(v).quantize(D(1), r)) for v in ['1.5', '2.5', '-1.5', '1.1', '-1.9', '5.5', '0.5', '10.2']])
attempt(lambda: setattr(getcontext(), 'prec', 0)); attempt(lambda: setattr(getcontext(), 'rounding', 'x')); attempt(lambda: Context(prec=4, traps=[]))
setcontext(ExtendedContext); print(D(1) / 3, D(1) / 0, D('x'))
setcontext(BasicContext); print(D(2) / 3, getcontext().prec)
import copy
print(copy.copy(D('1.5')), copy.deepcopy(D('1.5')), isinstance(D(1), __import__('numbers').Number), sorted([D(3), D(1), 2]), max(D(1), D('1.0')), D('1.0') in {1: 2})
from fractions import Fraction
print(D('0.5') == Fraction(1, 2), D(1) < Fraction(3, 2), Fraction(D('1.25')))
