# numbers: the tower and its mixins.
import numbers
from numbers import Complex, Integral, Number, Rational, Real

for value in (1, True, 1.5, 2j, 'x', None):
    print(repr(value), [isinstance(value, cls) for cls in (Number, Complex, Real, Rational, Integral)])
print(issubclass(Integral, Rational), issubclass(int, Real), issubclass(float, Integral), numbers.__all__)
for cls in (Number, Real):
    try:
        cls()
    except TypeError as error:
        print(str(error)[:60])
