# str() of objects, of bytes with encodings, and its errors.
print(repr(str()), str(5), str(None), str(1.5), str([1, 'a']), str(b'ab'), str(str), str('same'),
    str(object=5))
print(str(b'\xc3\xa9', 'utf-8'), str(b'abc', encoding='ascii'), str(b'\xff', 'latin-1'),
    repr(str(b'\xff', 'utf-8', 'replace')), str(b'a\xff', errors='ignore'), str(bytearray(b'x'), 'utf-8'),
    str(memoryview(b'mv'), 'ascii'), repr(str(b'', 'utf-8')))
for f in ((lambda: str(b'\xff', 'utf-8')), (lambda: str('a', 'utf-8')), (lambda: str(5, 'utf-8')),
        (lambda: str(b'a', 'nope')), (lambda: str(b'a', 5)), (lambda: str(1, 2, 3, 4)),
        (lambda: str(b'\xff', 'utf-8', 'bad handler')), (lambda: str(foo=1))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class C:
    def __str__(self): return 'custom'
class D(str):
    def __str__(self): return 'D.__str__'
class E(str):
    def __new__(cls, *a): return super().__new__(cls, 'prefix ' + ''.join(a))
print(str(C()), str(D('x')), D('x'), D('x').upper(), E('a', 'b'), len(E()), type(E('x') + '').__name__)
print(chr(65), chr(0x1F600), ord('a'), ord('é'), ord('😀'), ord('\0'), repr(chr(0)),
    chr(0x10FFFF) == '\U0010ffff', ascii(chr(0xD800)))
