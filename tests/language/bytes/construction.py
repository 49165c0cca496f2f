# bytes() from every source, and its errors.
print(bytes(), bytes(3), bytes([65, 66]), bytes((0, 255)), bytes(b'copy'), bytes('é', 'utf-8'),
    bytes('é', 'latin-1'), bytes(range(5)), bytes(x for x in (1, 2)), bytes(bytearray(b'ba')),
    bytes(memoryview(b'mv')), bytes({5}), bytes('a', encoding='ascii', errors='strict'),
    bytes([True, False]))
class I:
    def __index__(self): return 2
class B:
    def __bytes__(self): return b'dunder'
class It:
    def __iter__(self): return iter([1, 2, 3])
print(bytes(I()), bytes([I(), I()]), bytes(B()), bytes(It()), bytes.fromhex('00 ff 4A4b'),
    bytes.fromhex(''), bytes.fromhex(' 1a '), b'\x00\xff'.hex(), b'abcd'.hex(':'), b'abcde'.hex('-', 2),
    b'abcde'.hex('_', -2), b''.hex())
for f in ((lambda: bytes('a')), (lambda: bytes(-1)), (lambda: bytes([256])), (lambda: bytes([-1])),
        (lambda: bytes(['a'])), (lambda: bytes(1.5)), (lambda: bytes(None)), (lambda: bytes([1.5])),
        (lambda: bytes(5, 'utf-8')), (lambda: bytes(b'a', 'utf-8')), (lambda: bytes('é', 'ascii')),
        (lambda: bytes.fromhex('abc')), (lambda: bytes.fromhex('zz')), (lambda: bytes.fromhex('a b')),
        (lambda: b'a'.hex('ab')), (lambda: b'a'.hex(1)), (lambda: bytes.fromhex(b'aa')),
        (lambda: bytes(object())), (lambda: bytes(10 ** 30)), (lambda: bytes(encoding='a'))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
