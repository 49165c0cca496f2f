# bin, oct, hex, str, repr and format of integers.
for n in 0, 1, -1, 10, 255, -255, 2 ** 40, -2 ** 64, 10 ** 25:
    print(n, bin(n), oct(n), hex(n),
        f'{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:#X} {n:c}' if 0 < n < 256 else f'{n:#x}')
print(f'{1234567:,} {1234567:_} {0xABCDEF12:_x} {0b10101010:_b} {-1234:,} {12:,} {1234:08,} {123456:012_}')
print(f'{42:5}|{42:<5}|{42:^5}|{42:>5}|{42:=5}|{-42:=6}|{42:+}|{42: }|{-42: }|{42:+05}|{42:*^9}|{-42:06}|{42:#06x}|{42:=+8}')
print(f'{5:e} {5:f} {5:g} {5:%} {5:.2f} {10 ** 20:g} {2 ** 70:e} {0:f} {7:n} {1000:n} {65:c}{0x1F600:c}')
for spec in ('s', '.2', '.2d', 'q', ',x', ',b', '_c', '+c', '5.1f5', '<<5', ',_', '#c', ' c', '-c', ',n',
        '_n'):
    try: print(spec, format(65, spec))
    except ValueError as e: print(spec, '->', e)
try: format(-1, 'c')
except OverflowError as e: print(e)
try: format(0x110000, 'c')
except OverflowError as e: print(e)
