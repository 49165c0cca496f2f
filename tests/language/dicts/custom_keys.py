# Keys with own __eq__ and __hash__: collisions, call order, exceptions, mutation.
class K:
    def __init__(self, v, h=1): self.v, self.h = v, h
    def __hash__(self): return self.h
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __repr__(self): return f'K{self.v}'
d = {K(i): i for i in range(20)}
print(len(d), d[K(7)], K(20) in d, d.pop(K(3)), len(d), list(d)[:4], d.get(K(3)), {K(1): 'a', K(1): 'b'})
k1, k2 = K(1), K(1)
e = {k1: 'first'}; e[k2] = 'second'; print(e, next(iter(e)) is k1)
class Loud:
    def __init__(self, n): self.n = n
    def __hash__(self): print('hash', self.n, end=' '); return 5
    def __eq__(self, o): print('eq', self.n, o.n if isinstance(o, Loud) else o,
            end=' '); return self.n == getattr(o, 'n', o)
a, b = Loud('a'), Loud('b')
f = {a: 1}
print()
f[b] = 2
print()
print(f[Loud('b')])
print(f[a])
print(a in f)
print(5 in f)
print(f.get(7))
class Bad:
    def __hash__(self): raise ValueError('hash fails')
class BadEq:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError('eq fails')
for g in ((lambda: {Bad(): 1}), (lambda: {}.get(Bad())), (lambda: {BadEq(): 1, BadEq(): 2}),
        (lambda: {1: 1}[BadEq()]), (lambda: Bad() in {}), (lambda: {}.setdefault(Bad(), 1)),
        (lambda: {Bad()}), (lambda: {BadEq(): 1} == {1: 1})):
    try: print(g())
    except ValueError as x: print(x)
m = K(1, 100)
h = {m: 'v'}
m.h = 200
print(m in h, list(h), K(1, 100) in h, h.get(m))
m.h = 100
print(h[m])
class NotInt:
    def __hash__(self): return 'x'
try: {NotInt(): 1}
except TypeError as x: print(x)
class S(str):
    def __hash__(self): return 42
    def __eq__(self, o): return True
print({S('a'): 1}.get(S('b')), {S('q'): 1}.get('q'), {'a': 1}.get(S('a'), 'none'))
