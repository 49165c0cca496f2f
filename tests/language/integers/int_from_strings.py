# int() of text: bases, signs, blanks, underscores, refused spellings.
for s in ('0', '-0', '+5', '  42\n', '1_000', '007', '١٢٣', '９', '-  5', '1__0', '_1', '1_', '', ' ',
        '0x10', '1.0', '1e5', 'abc', '--1', '+', '5\x00', '²', '1 2'):
    try: print(repr(s), int(s))
    except ValueError as e: print(e)
for s, b in ('ff', 16), ('0xFF', 16), ('0xff', 0), ('0b101', 0), ('0o17', 0), ('017', 0), ('0', 0), ('00', 0), ('z', 36), ('10', 2), \
        ('2', 2), ('0b1', 2), ('0b1', 16), ('0x1', 2), ('1_0', 2), ('0x_f', 0), ('0_1', 0), ('9', 8), ('Zz', 36), ('', 10), ('-0x1A', 16), ('1', 1), ('1', 37), ('1', -2), (b'12', 8):
    try: print(repr(s), b, int(s, b))
    except ValueError as e: print(e)
print(int(b'15'), int(bytearray(b'-7')), int(), int(True), int(3.99), int(-3.99), int('9' * 30), int(1e20))
for v in b'x', None, [], 1j, float('nan'), float('inf'), float('-inf'), '1' * 5 + 'x':
    try: int(v)
    except (TypeError, ValueError, OverflowError) as e: print(type(e).__name__, e)
try: int(5, base=10)
except TypeError as e: print(e)
try: int(base=10)
except TypeError as e: print(e)
print(int('11', base=3))
