# Methods and attributes of int.
for n in 0, 1, -1, 255, 256, -256, 2 ** 31, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 100:
    print(n, n.bit_length(), n.bit_count(), n.real, n.imag, n.numerator, n.denominator, n.conjugate(),
        n.__index__() == n)
print((10).as_integer_ratio(), (-3).as_integer_ratio(), True.as_integer_ratio(), True.bit_length())
print((1024).to_bytes(2, 'big'), (1024).to_bytes(4, 'little'), (-1).to_bytes(2, 'big', signed=True),
    (0).to_bytes(0, 'big'), (5).to_bytes(), (255).to_bytes(1))
print(int.from_bytes(b'\x04\x00', 'big'), int.from_bytes(b'\x04\x00', 'little'), int.from_bytes(b'\xff\xfe', 'big', signed=True), int.from_bytes(b'', 'big'),
      int.from_bytes([1, 2], 'big'), int.from_bytes(b'\x01\x02'), int.from_bytes(bytes(range(20)), 'little'))
for f in (lambda: (256).to_bytes(1, 'big')), (lambda: (-1).to_bytes(1, 'big')), (lambda: (1).to_bytes(1, 'middle')), (lambda: (1).to_bytes(-1, 'big')), \
        (lambda: (128).to_bytes(1, 'big', signed=True)), (lambda: int.from_bytes('a', 'big')), (lambda: int.from_bytes(b'a', 'x')), (lambda: int.from_bytes([256])):
    try: print(f())
    except (OverflowError, ValueError, TypeError) as e: print(type(e).__name__, e)
big = 12 ** 50
print(int.from_bytes(big.to_bytes(30, 'little'), 'little') == big,
    int.from_bytes((-big).to_bytes(30, 'big', signed=True), 'big', signed=True) == -big)
print((7).__floordiv__(2), (7).__rsub__(10), (7).__pow__(2, 5), (-7).__abs__(), (7).__bool__(),
    (7).__divmod__(4), (7).__rdivmod__(15), (7).__round__(-1), (7).__ceil__())
print((5).__format__('>4'), (5).__str__(), (5).__hash__(), (5).__eq__(5.0), (5).__lt__('a'),
    (3).__and__(True), (1).__getnewargs__())
