# cmath: functions of complex numbers, special values, errors
import cmath
zs = [0, 1, -1, 1j, 2 + 3j, -0.5 - 1.5j, complex(0.0, -0.0), 3.5, True]
def show(z):
    if isinstance(z, complex):
        return f'{z.real:.10g} {z.imag:.10g}'
    return z
for name in ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'exp', 'log', 'log10', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'phase', 'polar']:
    f = getattr(cmath, name)
    for z in zs:
        try:
            r = f(z)
            print(name, z, tuple('%.10g' % x for x in r) if isinstance(r, tuple) else '%.10g' % r if isinstance(r, float) else show(r))
        except Exception as e:
            print(name, z, type(e).__name__, e)
inf, nan = float('inf'), float('nan')
for f in [lambda: cmath.exp(1000), lambda: cmath.cosh(1000), lambda: cmath.log(0), lambda: cmath.log(8, 2), lambda: cmath.log(1, 0), lambda: cmath.rect(2, 1), lambda: cmath.rect(1, inf),
          lambda: cmath.cos(inf), lambda: cmath.sqrt(complex(inf, nan)), lambda: cmath.exp(complex(-inf, 0)), lambda: cmath.atanh(1), lambda: cmath.sqrt('x'), lambda: cmath.sin(None)]:
    try:
        print(show(f()))
    except Exception as e:
        print(type(e).__name__, e)
print(cmath.isclose(1 + 1e-10j, 1), cmath.isclose(1, 2), cmath.isclose(1, 1.1, abs_tol=0.2), cmath.isnan(complex(0, nan)), cmath.isinf(complex(inf, nan)), cmath.isfinite(1j))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
class C:
    def __complex__(self):
        return 3 + 4j
class F:
    def __float__(self):
        return 9.0
print(cmath.polar(C())[0], cmath.sqrt(F()))
