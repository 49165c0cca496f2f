# Caches: LRU by dict order, a decorator with statistics, memoised recursion, invalidation.
class LRU:
    def __init__(self, size): self.size, self.d, self.hits, self.misses = size, {}, 0, 0
    def get(self, k, make):
        if k in self.d:
            self.hits += 1
            self.d[k] = v = self.d.pop(k)
            return v
        self.misses += 1
        v = self.d[k] = make()
        if len(self.d) > self.size: del self.d[next(iter(self.d))]
        return v
def lru(size=2):
    def deco(f):
        cache = LRU(size)
        def w(*a, **k): return cache.get((a, tuple(sorted(k.items()))), lambda: f(*a, **k))
        w.cache, w.__name__, w.__wrapped__ = cache, f.__name__, f
        w.clear = lambda: cache.d.clear()
        return w
    return deco
calls = []
@lru(2)
def sq(x, y=0): calls.append((x, y)); return x * x + y
print([sq(1), sq(2), sq(1), sq(3), sq(2), sq(1, y=5), sq(1, y=5)], calls, sq.cache.hits, sq.cache.misses,
    list(sq.cache.d), sq.__name__)
sq.clear(); sq(1); print(len(calls), sq.cache.d)
try: sq([1])
except TypeError as e: print(e)
@lru(1000)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(200), fib.cache.hits, fib.cache.misses)
class cached_property:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t):
        if o is None: return self
        v = o.__dict__[self.n] = self.f(o)
        return v
class Data:
    def __init__(self, xs): self.xs = xs
    @cached_property
    def mean(self): print('computing'); return sum(self.xs) / len(self.xs)
d = Data([1, 2, 3]); print(d.mean, d.mean); d.xs.append(10); print(d.mean); del d.mean; print(d.mean)
class Memo(dict):
    def __init__(self, f): self.f = f
    def __missing__(self, k): v = self[k] = self.f(*k) if isinstance(k, tuple) else self.f(k); return v
    def __call__(self, *a): return self[a if len(a) != 1 else a[0]]
@Memo
def binom(n, k): return 1 if k in (0, n) else binom(n - 1, k - 1) + binom(n - 1, k)
print(binom(30, 15), len(binom), binom[5, 2], (60, 30) in binom)
@Memo
def part(n): return 1 if n == 0 else sum((-1) ** (k + 1) * (part(n - k * (3 * k - 1) // 2) + (part(n - k * (3 * k + 1) // 2) if n >= k * (3 * k + 1) // 2 else 0)) for k in range(1,
        n + 1) if n >= k * (3 * k - 1) // 2)
print([part(n) for n in range(15)], part(100))
