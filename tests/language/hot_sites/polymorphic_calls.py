# One call site calls functions, methods, classes, builtins, lambdas, bound methods and callables.
class K:
    def __init__(self, *a): self.a = a
    def __repr__(self): return f'K{self.a}'
    def m(self, *a): return ('m',) + a
    @classmethod
    def c(cls, *a): return (cls.__name__,) + a
    @staticmethod
    def s(*a): return ('s',) + a
    def __call__(self, *a): return ('call',) + a
def f(a): return 'f', a
def d(a, b=2): return a, b
def v(*a, **k): return a, k
def kw(a, *, k=1): return a, k
def gen(a): yield a
def call(fn, x): return fn(x)
k = K()
fns = [f, d, v, kw, K, k, k.m, K.c, k.c, K.s, len, str, int, abs, repr, lambda a: a, type, list, [].append,
    'abc'.find, dict.fromkeys, gen, max, tuple, bool, sorted, reversed]
def show(fn):
    try: r = call(fn, '12')
    except Exception as e: return type(e).__name__
    return r if isinstance(r, (str, tuple, list, dict, int, K)) else type(r).__name__
first = [show(fn) for fn in fns]
print(first)
for i in range(300):
    for fn, want in zip(fns[:-1], first):
        r = show(fn)
        if r != want and not isinstance(want, K) : print('differs', fn, r, want)
def redefined(): return 1
out = []
for i in range(6):
    if i == 2:
        def redefined(): return 2
    if i == 4: redefined = lambda: 3
    out.append(redefined())
print(out)
f.__defaults__ = (9,)
print(f(), d(1)); f.__defaults__ = None
try: f()
except TypeError as e: print(e)
f.__code__ = d.__code__; print(call(f, 1) if f.__defaults__ else 'needs two')
K.__call__ = lambda self, x: 'new call'
print(call(k, 1))
K.__init__ = lambda self, x: None
print(hasattr(call(K, 1), 'a'))
