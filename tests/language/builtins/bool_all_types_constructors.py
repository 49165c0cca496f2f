# Constructors of the builtin types without and with arguments.
print(int(), float(), complex(), bool(), repr(str()), bytes(), bytearray(), list(), tuple(), dict(), set(),
    frozenset(), object().__class__, type(None)())
print(int('7'), int(7.9), float('1.5'), float(2), complex('1+2j'), complex(1, 2), bool(''), bool('0'),
    str(1.0), str(None), list('ab'), tuple([1]), dict(a=1), sorted(set('aa')), list((1, 2)), list({1: 2}),
    tuple({3}), dict([(1, 2)]), frozenset([1]) == {1}, bytes([1]), bytearray(2), list(range(3)),
    tuple('xy'), list(b'ab'))
class Conv:
    def __int__(self): return 1
    def __float__(self): return 2.0
    def __complex__(self): return 3j
    def __bool__(self): return False
    def __str__(self): return 'four'
    def __bytes__(self): return b'five'
    def __iter__(self): return iter([6])
    def __len__(self): return 7
    def __hash__(self): return 8
    def __repr__(self): return 'nine'
    def __format__(self, s): return 'ten' + s
    def __index__(self): return 11
    def __reversed__(self): return [12]
    def __dir__(self): return ['thirteen']
    def __round__(self, n=0): return 14
    def __abs__(self): return 15
    def keys(self): return ['k']
    def __getitem__(self, k): return 16
c = Conv()
print(int(c), float(c), complex(c), bool(c), str(c), bytes(c), list(c), tuple(c), set(c), len(c), hash(c),
    repr(c), format(c, '!'), hex(c), reversed(c), dir(c), round(c), abs(c), dict(c), [*c], {**c}, sorted(c),
    max(c), sum(c), f'{c:x}{c!r}{c!s}', '%s %r %d' % (c, c, c), range(c)[-1], [0] * 2 * bool(not c),
    'a' * 1, c[0])
print(int is type(1), type(int()) is int, isinstance(int(), int))
for t in (int, float, complex, str, bytes, list, tuple, dict, set, frozenset, bool, object, range, slice,
        type, property, super):
    print(t.__name__, t.__bases__, t.__doc__ is not None, t.__module__)
