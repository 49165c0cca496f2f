# repr, parsing and formatting of complex numbers.
inf, nan = float('inf'), float('nan')
for c in (0j, 1j, -1j, 1 + 0j, 1 - 0j, -0.0 + 1j, complex(-0.0, -0.0), complex(0, -0.0), complex(inf, nan),
        complex(nan, -inf), 1e100j, 1.5 - 2.5j, complex(1, 1e-10), 100000000000000000000j,
        complex(-0.0, 2)):
    print(repr(c), str(c), complex(repr(c)) == c)
for s in ('1', '1j', 'j', '-j', '+J', '1+2j', '(1+2j)', ' ( 1-2j ) ', '1e5-1e-5j', 'inf+nanj', '1 + 2j',
        '1+2', '1+2i', '', '()', '1j+2', '1+-2j', '1_0+2_0j', 'nan', '((1))', '1+2j)', '.5-.5j', '1+j',
        '-infj'):
    try: print(repr(s), complex(s))
    except ValueError as e: print(repr(s), e)
print(complex(), complex(1), complex(1, 2), complex(1.5, -2), complex(1j, 1j), complex(real=1, imag=2),
    complex(True), complex(1 + 2j, 3), complex(imag=5))
for a in ('1', 2), (1, '2'), ([],), ('1', '2'), (None,), (1, None):
    try: complex(*a)
    except TypeError as e: print(e)
print(f'{1 + 2j} {1 + 2j:.2f} {1 + 2j:g} {1 + 2j:e} {1.5 + 2.25j:>15}|{1 + 2j:<12}|{1 + 2j:^12}|{-1 - 2j:+.1f} {1000 + 2000j:,} {3j:.3}')
for spec in 'd', 'x', '=10', '010', 's', '%':
    try: print(format(1j, spec))
    except ValueError as e: print(spec, '->', e)
print('%s %r' % (1j, 2 - 1j), [1j, -1j], {1j: 2j})
class C(complex):
    def __repr__(self): return 'C'
print(C(1), [C(1)], C(1) + 1, type(C(1) * 1).__name__)
