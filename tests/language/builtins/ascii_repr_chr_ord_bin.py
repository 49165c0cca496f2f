# ascii, repr, chr, ord, bin, oct, hex, hash, id, callable, len.
print(ascii('aé😀\n'), ascii([1, 'é']), ascii({'ü': 'ö'}), repr('é'), chr(97), chr(0x20ac), ord('€'),
    ord(b'a'), ord(bytearray(b'z')), bin(10), bin(-10), oct(8), hex(255), hex(-255), bin(True),
    hex(2 ** 70), oct(-1))
class R:
    def __repr__(self): return 'répr'
class I:
    def __index__(self): return 42
print(ascii(R()), repr(R()), bin(I()), oct(I()), hex(I()), chr(I()), callable(R), callable(R()),
    callable(len), callable(lambda: 0), callable(5), len('abc'), len({}), len(range(10)), len(b''),
    id(R) == id(R), isinstance(id(1), int), hash(5), hash(True), hash(''), hash(0.0))
for code in ('ord("")', 'ord("ab")', 'ord(5)', 'ord(b"")', 'ord(None)', 'chr(-1)', 'chr(0x110000)',
        'chr("a")', 'chr(1.5)', 'chr(2 ** 70)', 'bin(1.5)', 'hex("a")', 'oct(None)', 'hash([])', 'hash({})',
        'len(5)', 'len(iter([]))', 'len(None)', 'len(int)', 'ascii()', 'callable()', 'id()', 'repr()',
        'hash(slice(1))', 'len(x for x in [])'):
    try: print(code, eval(code))
    except Exception as e: print(code, '->', type(e).__name__, e)
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
for n in 0, 5, True, -1, 2 ** 63, 1.5, 'x', None:
    try: print(len(L(n)))
    except Exception as e: print(type(e).__name__, e)
