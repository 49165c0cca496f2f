# Ordering of str, bytes, tuples and lists is lexicographic.
print('a' < 'b', 'a' < 'aa', 'B' < 'a', '' < 'a', 'é' > 'z', '\U0001F600' > '\uffff', 'abc' <= 'abc')
print(b'a' < b'b', b'' < b'\0', b'\xff' > b'a', b'a' == bytearray(b'a'), 'a' == b'a')
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (2,) > (1, 9), (1, 'a') < (1, 'b'), (1, 2) == [1, 2])
print([1, [2]] < [1, [3]], [] < [[]], [1, 2] >= [1, 2], [1] != [1.0])
for f in ((lambda: (1, 'a') < (1, 2)), (lambda: [None] < [None, 1]), (lambda: [None] < [0]),
        (lambda: 'a' < b'a')):
    try: print(f())
    except TypeError as e: print(e)
print((1, 'a') < (2, 5), (1, 'a') == (1, 5), [float('nan')] < [1])
print(1 < 1.5 < 2, 2 ** 70 > 1e20, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53),
    10 ** 400 > 1e308)
