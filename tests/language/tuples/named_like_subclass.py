# Subclassing tuple: fields by property, immutability, unpacking, equality with plain tuples.
class Point(tuple):
    __slots__ = ()
    def __new__(cls, x, y=0): return tuple.__new__(cls, (x, y))
    x = property(lambda self: self[0])
    y = property(lambda self: self[1])
    def __add__(self, o): return Point(self.x + o[0], self.y + o[1])
    def __repr__(self): return f'Point(x={self.x}, y={self.y})'
    def _replace(self, **k): return Point(*[k.get(n, v) for n, v in zip('xy', self)])
p = Point(1, 2)
print(p, p + (5, 5), p == (1, 2), hash(p) == hash((1, 2)), [*p], p[0], p[::-1], len(p), p._replace(y=9),
    {p: 'v'}[(1, 2)], isinstance(p, tuple))
x, y = p
print(x, y, '%d-%d' % p, f'{p}', p in [(1, 2)], p < (1, 3), sorted([Point(2), Point(1, 5), Point(1)]),
    max(p), str(p), tuple(p), type(tuple(p)).__name__, type(p * 2).__name__)
for code in 'p.x = 5', 'p[0] = 5', 'p.z = 1', 'Point()', 'Point(1, 2, 3)', 'del p.x':
    try: exec(code)
    except Exception as e: print(code, '->', type(e).__name__, e)
class T(tuple):
    def __getitem__(self, i): return 'got'
    def __iter__(self): return iter('iter')
    def __len__(self): return 42
    def __eq__(self, o): return 'eq'
    def __hash__(self): return 7
t = T((1, 2))
print(t[0], list(t), len(t), t == 1, hash(t), tuple(t), [*t], t + (3,), sum((1,), 0),
    dict([(T((1, 2)) + (), 1)]))
a, b, c, d = t; print(a, b, c, d)
try: '%s' % t
except TypeError as e: print(e)
