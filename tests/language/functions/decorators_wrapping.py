# Decorators that wrap, count, memoise, parametrise and replace.
def trace(f):
    def wrapper(*a, **k):
        print('>', f.__name__, a, k)
        r = f(*a, **k)
        print('<', r)
        return r
    wrapper.__wrapped__ = f
    return wrapper
def memo(f):
    cache = {}
    def w(n):
        if n not in cache: cache[n] = f(n)
        return cache[n]
    w.cache = cache
    return w
def times(n):
    def deco(f): return lambda *a: [f(*a) for _ in range(n)]
    return deco
@trace
def add(a, b=1): return a + b
add(2); add(2, b=5)
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.cache))
@times(2)
@times(3)
def x(v): return v
print(x('q'))
class Count:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
@Count
def counted(a): return a * 2
print(counted(1), counted(2), counted.n)
class K:
    @trace
    def m(self, v): return v
    def __repr__(self): return 'K'
K().m(3)
def register(cls):
    registry.append(cls.__name__)
    return cls
registry = []
@register
class P: pass
print(registry, add.__wrapped__(1, 1))
