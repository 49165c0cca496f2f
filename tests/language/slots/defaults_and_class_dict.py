# Slots work with methods, properties, __getattr__ and __setattr__.
class V:
    __slots__ = ('_v', 'log')
    def __init__(self): self.log = []; self.v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self.log.append(x); self._v = x
    def __getattr__(self, n):
        if n in V.__slots__: return 'unset ' + n
        raise AttributeError(n)
o = V()
o.v = 5
print(o.v, o.log)
del o._v
print(o._v, o.v)
try: o.nope
except AttributeError as e: print(e)
class Watch:
    __slots__ = ('a',)
    def __setattr__(self, n, v):
        print('set', n)
        object.__setattr__(self, n, v)
w = Watch(); w.a = 1
try: w.b = 2
except AttributeError as e: print(e)
class Eq:
    __slots__ = ('k',)
    def __init__(self, k): self.k = k
    def __eq__(self, o): return self.k == o.k
    def __hash__(self): return hash(self.k)
print({Eq(1), Eq(1), Eq(2)} == {Eq(2), Eq(1)}, Eq(1) in {Eq(1): 0})
many = type('Many', (), {'__slots__': [f's{i}' for i in range(100)]})
x = many()
for i in range(100): setattr(x, f's{i}', i)
print(sum(getattr(x, f's{i}') for i in range(100)))
print([n for n in dir(o) if n[0] != '_'], Watch.__slots__)
