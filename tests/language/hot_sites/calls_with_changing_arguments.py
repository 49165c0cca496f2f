# One call site with varying argument counts, keywords, stars and defaults.
def f(a, b=2, *args, c=3, **kw): return a, b, args, c, kw
def call(*a, **k): return f(*a, **k)
cases = [((1,), {}), ((1, 5), {}), ((1, 5, 6, 7), {}), ((1,), {'b': 9}), ((1,), {'c': 9, 'd': 4}),
    ((), {'a': 0}), ((1, 2, 3), {'c': 0, 'z': 1}), (tuple(range(20)), {}),
    ((1,), {f'k{i}': i for i in range(5)})]
first = [call(*a, **k) for a, k in cases]
for r in first: print(r)
for _ in range(200):
    if [call(*a, **k) for a, k in cases] != first: print('differs')
def g(x, y): return x - y
out = []
for i in range(100):
    out.append(g(i, 1) + g(x=i, y=2) + g(i, y=3) + g(*(i, 4)) + g(**{'y': 5, 'x': i}))
print(sum(out))
errors = {}
for i in range(50):
    for a, k in ((), {}), ((1,), {}), ((1, 2, 3), {}), ((1, 2), {'x': 3}), ((1,), {'z': 1}):
        try: g(*a, **k)
        except TypeError as e: errors[str(e)] = errors.get(str(e), 0) + 1
for m, n in errors.items(): print(n, m)
def rec(n, acc=0): return acc if n == 0 else rec(n - 1, acc + n)
print(rec(500), [rec(i) for i in range(5)])
def default_mut(x, l=None):
    l = l if l is not None else []
    l.append(x)
    return l
print(default_mut(1), default_mut(2), default_mut(3, [0]))
h = [lambda: 0, lambda a: a, lambda a, b: a + b, lambda *a: sum(a), lambda a=5: a]
def try_all(*args):
    r = []
    for fn in h:
        try: r.append(fn(*args))
        except TypeError: r.append('x')
    return r
print([try_all(*range(n)) for n in range(4)])
for _ in range(100): assert try_all(1, 2) == ['x', 'x', 3, 3, 'x']
class K:
    def __init__(self, *a, **k): self.a, self.k = a, k
    def m(self, *a, **k): return len(a), len(k)
print([(K(*a, **k).a[:2], K().m(*a, **k)) for a, k in cases])
