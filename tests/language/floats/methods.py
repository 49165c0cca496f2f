# Methods of float: hex, fromhex, is_integer, as_integer_ratio.
for v in 0.0, -0.0, 1.0, -1.5, 0.1, 1e300, 5e-324, 255.9375, float('inf'), float('nan'), 2 ** 60 * 1.0:
    print(v, v.hex(), v.is_integer(), end=' ')
    try: print(v.as_integer_ratio())
    except (OverflowError, ValueError) as e: print(e)
for s in ('0x1p0', '0x1.8p3', '-0x.8p-2', '1.8', '0x1', 'inf', '-nan', '  0x1p-1074  ', '0xA.Bp+2',
        '0x1.fffffffffffff8p0', '0x1p1024', '0x', 'xyz', '1p', '', '0x1p-1080', '0X1P4'):
    try: print(s, float.fromhex(s))
    except (ValueError, OverflowError) as e: print(s, type(e).__name__, e)
print((1.5).real, (1.5).imag, (1.5).conjugate(), (2.0).__int__(), (7.5).__floordiv__(2), (7.5).__mod__(2),
    (1.5).__rsub__(3), (2.0).__pow__(3), (2.0).__rpow__(3), (1.0).__eq__(1), (1.0).__eq__('a'))
print(float.fromhex((0.1).hex()) == 0.1, (0.1).hex() == float('0.1').hex(), float.__getformat__('double'))
print((1.5).__divmod__(1), (-1.5).__abs__(), (0.0).__bool__(), (1.25).__hash__() == hash(1.25),
    (1.5).__format__('.3f'), (1e10).__repr__())
