# format() and repr() of complex numbers: types, precision, alignment, special values, errors.
inf, nan = float('inf'), float('nan')
values = 0j, 1j, -1j, 1+2j, -1.5-2.5j, complex(-0.0, -0.0), complex(inf, nan), complex(nan, -inf), 1e20+1e-20j, complex(0, -0.0), complex(3, -0.0)
for v in values: print(repr(v), str(v), v == complex(str(v)) or 'nan')
for spec in ('', 'e', '.2e', 'E', 'f', '.0f', '.3f', 'g', '.3g', '#.3g', 'G', 'n', '+', ' ', '20', '<30', '^30', '>30', '*^30.1f', ',', ',.2f', '_.1f', '.1', 'z.0f', '+.1e', '#.0f'):
    print(repr(spec), [format(v, spec) for v in values])
for spec in ('d', 'x', '%', 's', '=20', '020', '0>20', '010.1f', 'q', 'c', ',n', '.f', 'zz'):
    try: print(repr(spec), repr(format(1+2j, spec)))
    except Exception as e: print(repr(spec), type(e).__name__, e)
for text in ('1+2j', ' ( 1 - 2j ) ', '(1+2j', 'j', '-j', '+J', '1e5j', 'inf+nanj', 'infj', '1+2', '1+-2j', '1 + 2j', '', '()', '1_0+2_0j', '1__0j', 'nan', '1j+2', '--1j', '1+2i', 'é'):
    try: print(repr(text), repr(complex(text)))
    except ValueError as e: print(repr(text), e)
class C:
    def __complex__(self): return 1+2j
class F:
    def __float__(self): return 2.5
class X:
    def __index__(self): return 3
class B:
    def __complex__(self): return 1.0
for c in ('complex(C())', 'complex(F())', 'complex(X())', 'complex(B())', 'complex(C(), 1j)', 'complex(1, C())', 'complex(1j, 2j)', 'complex("1", 2)', 'complex(1, "2")', 'complex(None)', 'complex([])',
        'complex(imag=2)', 'complex(real="1j")', '1j < 2j', '1j // 1', '1j % 1', 'divmod(1j, 1)', 'int(1j)', 'float(1j)', 'round(1j)', '0j ** -1', '0j / 0', 'pow(1j, 2, 3)', '1j.real, 1j.imag, (1-2j).conjugate()',
        'abs(3+4j)', 'hash(1+0j) == hash(1)', '1j ** 2', '(1+1j) ** 0.5', '2 ** 1j', '(1+2j) * (3-4j)', '(1+2j) / (3-4j)', '1 - 2j', '1j == 1j + 0', '0j ** 0', 'bool(0j)', '+1j, -1j', '(-1) ** 0.5', 'sum([1j, 2, 3.5])',
        '1j.__truediv__("a")', '1j.__add__(2)', '(1j).__eq__(2 ** 70)', '1e308j * 10', 'complex(1e308, 1e308) ** 2', 'abs(complex(1e308, 1e308))', '(inf+1j) * 1j'):
    try: print(c, '=', eval(c))
    except Exception as e: print(c, '->', type(e).__name__, e)
