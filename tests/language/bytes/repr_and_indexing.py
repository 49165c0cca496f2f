# repr of bytes, indexing gives ints, slicing gives bytes.
b = bytes(range(256))
print(b)
print(b'it\'s', b'"', b'"\'', b'\\', b'\t\n\r', b'\x7f\x80', str(b'a'), repr(b''), bytearray(b'\x00a'),
    [b'a'], {b'k': b'v'})
b = b'hello'
print(b[0], b[-1], b[1:3], b[::-1], b[::2], b[5:], b[10:], b[True], list(b), b[1:2] == b'e',
    b[1] == ord('e'))
for k in 5, -6, 'a', 1.0, None, 2 ** 70:
    try: b[k]
    except (IndexError, TypeError) as e: print(type(e).__name__, e)
print(101 in b, b'ell' in b, b'' in b, b'x' not in b, len(b), max(b), sum(b), b * 2, 2 * b, b + b'!',
    b'a' b'b', b < b'help', b == 'hello', b != b'hello', hash(b) == hash(b'hel' + b'lo'), {b: 1}[b'hello'],
    bool(b''), bool(b'\0'))
for f in ((lambda: 'a' in b), (lambda: 300 in b), (lambda: b + 'a'), (lambda: b + 1), (lambda: b * 1.5),
        (lambda: b < 'a'), (lambda: b[0:1:0]), (lambda: b + [1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
it = iter(b'ab')
print(next(it), list(it), type(it).__name__, b'ab' + bytearray(b'c'), bytearray(b'c') + b'ab',
    b'x'.__add__(b'y'), tuple(b'\x01\x02'))
