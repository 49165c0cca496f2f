# Binding of positional and keyword arguments.
def f(a, b, c=3, d=4): return a, b, c, d
print(f(1, 2), f(1, b=2), f(b=2, a=1), f(1, 2, d=9), f(1, 2, 5, 6), f(d=1, c=2, b=3, a=4))
print(f(*[1, 2]), f(1, *[2, 3]), f(*[1], **{'b': 2}), f(*(), **dict(a=1, b=2)), f(1, **{'b': 5, 'd': 6}))
def g(): return 'none'
print(g(), g(*[], **{}))
def h(a, b=None, *rest, k=0, **kw): return a, b, rest, k, kw
print(h(1), h(1, 2, 3, 4), h(1, k=2, z=3), h(a=1, b=2, c=3), h(1, 2, *[3], k=4, **{'m': 5}))
def s(self, cls, print): return self, cls, print
print(s(print=1, cls=2, self=3))
def kw_named(**self): return self
print(kw_named(self=1, kw=2))
