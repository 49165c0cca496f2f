# The built-in constructors over a grid of arguments: results, refusals, keywords, subclasses.
class Ix:
    def __index__(self): return 3
class Int:
    def __int__(self): return 4
class Float:
    def __float__(self): return 6.5
class Bytes:
    def __bytes__(self): return b'seven'
class Str:
    def __str__(self): return 'eight'
class Iter:
    def __iter__(self): return iter([9, 10])
class Seq:
    def __getitem__(self, i): return [11, 12][i]
class Len:
    def __len__(self): return 2
class Mapping:
    def keys(self): return ['k']
    def __iter__(self): return iter('k')
    def __getitem__(self, k): return 13
pool = [None, True, 0, -5, 2 ** 70, 1.5, float('nan'), float('inf'), -1e300, 1j, '', 'a', ' 12 ', '1_0', '0x1f', '1.5', 'nan', '١٢', 'ab', b'', b'12', b'\xff', bytearray(b'3'), (), (1, 2), [1, 'a'], [(1, 2)], ['ab'], {}, {'a': 1}, {5}, range(3), slice(1), int, len, Ix(), Int(), Float(), Bytes(), Str(), Iter(), Seq(), Len(), Mapping(), memoryview(b'4'), iter([1]), [300], [-1], ['x', 1], [[1, 2, 3]]]
def name(x): return repr(x) if ' object at' not in repr(x) and ' at 0x' not in repr(x) else type(x).__name__
def show(r):
    if isinstance(r, (set, frozenset)): return type(r).__name__ + str(sorted(map(repr, r)))
    if type(r).__name__ in ('map', 'zip', 'enumerate', 'reversed', 'filter') or hasattr(r, '__next__'): return type(r).__name__
    return name(r)
for make in (int, float, complex, bool, str, bytes, bytearray, list, tuple, set, frozenset, dict, range, slice, enumerate, reversed, zip, memoryview, iter, len, abs, round, sum, min, max, sorted, all, any, chr, ord, bin, hex, repr, ascii, callable):
    for x in pool:
        if make in (id, dir) or make is iter and isinstance(x, (int, str, Mapping)): continue
        if make is hash and (isinstance(x, (str, bytes, float)) or ' at 0x' in repr(x)): continue
        if make in (bytes, bytearray) and x == 2 ** 70 and False: continue
        if hasattr(x, '__next__'): x = iter([1])
        try: r = show(make(x))
        except Exception as e: r = f'{type(e).__name__}: {e}'
        if make is vars and ' at 0x' in r or len(r) > 300: r = len(r) > 5
        print(make.__name__, name(x), r)
for code in ('int("12", 3)', 'int("zz", 36)', 'int("0b11", 0)', 'int("012", 0)', 'int("0", 0)', 'int("12", 1)', 'int("12", 37)', 'int("12", -1)', 'int(12, 10)', 'int("1", base=Ix())', 'int(base=2)', 'int("", 2)', 'int(b"11", 2)', 'int(x="1")', 'int("1", 2, 3)', 'int("-0x_f", 16)', 'int("1__0")', 'int("_1")', 'int("9" * 5000)', 'int("1", 2 ** 70)', 'int("1", 1.5)', 'int("+ 1")', 'int("1\\0")', 'float("1e400")', 'float("-1e-400")', 'float("1_0.5_0")', 'float("1__0")', 'float("infinity")', 'float("+nan")', 'float("0x1")', 'float(" 1 \\n")', 'float("1e")', 'float("")', 'float(b"2.5")', 'str(b"ab", "ascii")', 'str(b"\\xff", errors="replace")', 'str(5, "ascii")', 'str("a", "ascii")', 'str(encoding="ascii")', 'str(object="x")', 'str(b"a", 5)', 'bytes("é", "utf-8")', 'bytes("é")', 'bytes(5, "ascii")', 'bytes("a", "ascii", "bad")', 'bytes(encoding="ascii")', 'bytes(source=2)', 'bytes([1, 2], "ascii")', 'bytes([256])', 'bytes([-1])', 'bytes(["a"])', 'bytes(-1)', 'bytes(2 ** 70)', 'bytearray(-1)', 'list(iterable=[])', 'tuple(sequence=())', 'dict(1, 2)', 'dict([1])', 'dict([(1,)])', 'dict([(1, 2, 3)])', 'dict(["abc"])', 'dict(a=1, **{"b": 2})', 'dict({"a": 1}, a=2)', 'dict([("a", 1)], b=2)', 'dict(**{1: 2})', 'dict(Mapping(), z=1)', 'set([[]])', 'frozenset({"a": 1})', 'range(1, 2, 0)', 'range(1.0)', 'range("a")', 'range(2 ** 70)', 'slice(1, 2, 3)', 'slice()', 'slice(1, 2, 3, 4)', 'enumerate([1], 5).__next__()', 'enumerate([1], start="a")', 'enumerate(iterable="ab").__next__()', 'enumerate([], 2 ** 70)', 'complex("1", 1)', 'complex(1, "1")', 'bool(x=1)', 'reversed({1})', 'reversed({"a": 1}).__next__()', 'zip([1], 5)', 'zip([1], [1, 2], strict=True).__next__()', 'list(zip([1], [1, 2], strict=True))', 'list(zip([1, 2], [1], strict=True))', 'list(zip([1], [1], [], strict=True))', 'map(5, [1]).__next__()', 'map(int, 5)', 'filter(int, 5)', 'sum(["a"])', 'sum(["a"], "")', 'sum([b"a"], b"")', 'sum([[1]], [])', 'sum([1], start=2)', 'min()', 'min(5)', 'min([])', 'min([], default=3)', 'min(1, 2, default=3)', 'max("a", 1)', 'max([1], key=5)', 'max(1, 2, key=None)', 'iter(5)', 'iter(5, 6)', 'iter(lambda: 1, 1).__next__()', 'next(5)', 'next([])', 'divmod(1, 0)', 'divmod("a", 1)', 'pow(2, -1)', 'pow(2, -1, 5)', 'pow(2, -1, 4)', 'pow(2, 3, 0)', 'pow(2.0, 3, 4)', 'pow("a", 2)', 'pow(base=2, exp=3, mod=5)', 'round(1.5, None)', 'round(15, -1)', 'round("a")', 'round(2.5, 2 ** 70)', 'isinstance(1, (int, (str, 5)))', 'isinstance(1, 5)', 'isinstance(1, int | None)', 'issubclass(1, int)', 'issubclass(bool, (str, int))', 'getattr(1, 2)', 'getattr(1, "real", 5)', 'hasattr(1, 2)', 'setattr(1, "a", 2)', 'delattr(1, "real")', 'type(1)(2.9)', 'super(int, 5).__init__()', 'object(1)', 'object.__new__(int)', 'int.__new__(str)', 'property(1, 2, 3, 4, 5)', 'classmethod()', 'ord("ab")', 'ord(b"a")', 'ord(5)', 'chr(-1)', 'chr(1.5)', 'format(1, 2)', 'input(1, 2)', 'open()', 'print(sep=1)', 'print(end=b"")', 'print(1, file=5)', 'exec(5)', 'eval(5)', 'compile(1, "", "exec")', 'compile("1", "", "bad")', 'memoryview("a")', 'vars(5)', 'dir(1, 2)', 'id()', '__import__(5)', '__import__("")', 'sorted(5)', 'sorted([1, "a"])', 'sorted([2, 1], reverse=True, key=None)', 'all(5)', 'hash([])', 'len(5)', 'abs("a")', 'callable()'):
    try: r = show(eval(code))
    except Exception as e: r = f'{type(e).__name__}: {e}'
    print(code, '=', r)
