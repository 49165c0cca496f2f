# Keyword-only parameters with and without defaults.
def f(*, a, b=2): return a, b
def g(x, *args, k): return x, args, k
def h(*, z=1): return z
print(f(a=1), f(b=1, a=2), g(1, 2, 3, k=4), g(1, k=2), h(), h(z=5))
print(f.__kwdefaults__, g.__kwdefaults__, h.__kwdefaults__)
f.__kwdefaults__ = {'a': 'new'}
try: print(f())
except TypeError as e: print(e)
print(f(b=3))
f.__kwdefaults__['b'] = 'B'
print(f())
f.__kwdefaults__ = None
try: f()
except TypeError as e: print(e)
def order(*, a=print('a'), b=print('b')): pass
def both(p=print('p'), *, k=print('k')): pass
try: f.__kwdefaults__ = 5
except TypeError as e: print(e)
