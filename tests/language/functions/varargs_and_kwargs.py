# *args is a tuple, **kwargs a fresh dict in call order.
def f(*args, **kwargs): return args, kwargs
a, k = f(1, 2, z=3, y=4, x=5)
print(type(a), type(k), list(k))
d = {'b': 1, 'a': 2}
_, k = f(**d)
print(k is d, k)
k['c'] = 3
print(d)
t = (1, 2)
print(f(*t)[0] == t)
print(f(*'ab', *[1], **{}, **{'q': 1}, r=2))
print(f(*range(3), 5, *(6,)))
def inner(a, *args, b=0, **kw): return a, args, b, kw
def outer(*args, **kw): return inner(*args, **kw)
print(outer(1), outer(1, 2, b=3, c=4), outer(*[1, 2, 3], **{'z': 1}))
def modify(*args, **kw):
    kw['new'] = 1
    kw.pop('a', None)
    return kw
src = {'a': 1}
print(modify(**src), src)
print(f(*{1: 'a', 2: 'b'}), f(*(x for x in 'gen')))
class M:
    def keys(self): return iter(['k1', 'k2'])
    def __getitem__(self, k): return k.upper()
print(f(**M()))
