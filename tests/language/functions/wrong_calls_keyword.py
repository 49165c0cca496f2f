# TypeError messages for unexpected, doubled and missing keyword arguments.
def f(a, b=2): pass
def k1(*, a): pass
def k2(*, a, b): pass
def k3(*, a, b, c): pass
def kd(x, *, a, b=1): pass
def po(a, b, /): pass
def po2(a, /, b, *, c): pass
def pk(a, /, **kw): return a, kw
def none(): pass
def t(f, *a, **k):
    try: print(f(*a, **k))
    except TypeError as e: print(e)
t(f, 1, c=3); t(f, c=3); t(f, 1, a=2); t(f, 1, 2, b=3); t(f, 1, 2, 3, b=4); t(f, 1, 2, 3, z=4)
t(k1); t(k1, 1); t(k1, 1, a=2); t(k1, b=1); t(k2); t(k2, a=1); t(k3); t(k3, b=1)
t(kd); t(kd, 1); t(kd, a=1); t(kd, 1, 2, a=3); t(kd, 1, 2); t(kd, 1, 2, 3, a=1, b=2); t(kd, 1, a=1, z=1)
t(po, 1, b=2)
t(po, a=1, b=2)
t(po, 1)
t(po, 1, 2, a=3)
t(po2, a=1, b=2, c=3)
t(po2, 1, 2, 3)
t(po2, 1, b=2)
t(pk, 1, a=2); t(pk, a=2); t(none, a=1); t(none, 1, a=1); t(none, **{'x y': 1})
t(f, 1, **{'a': 1}); t(f, **{'': 1})
try: f(1, **{'b': 1}, **{'b': 2})
except TypeError as e: print(e)
try: f(a=1, **{'a': 2})
except TypeError as e: print(e)
