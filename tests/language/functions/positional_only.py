# Positional-only parameters.
def f(a, b=2, /): return a, b
def g(a, /, b, *, c): return a, b, c
def h(a, b=1, /, c=2, *d, e=3, **kw): return a, b, c, d, e, kw
print(f(1), f(1, 5), g(1, 2, c=3), g(1, b=2, c=3))
print(h(0), h(0, a=1, b=2), h(0, 1, c=5), h(0, 1, 2, 3, 4, e=5, f=6))
print((lambda x, /: x)(1), (lambda x, /, *, y: (x, y))(1, y=2))
for code in ('f(a=1)', 'f(1, b=2)', 'g(a=1, b=2, c=3)', 'g(1, 2, 3)', 'h(a=1)', 'h()', 'f()', 'f(1, 2, 3)',
        'f(b=1, a=2)'):
    try: print(eval(code))
    except TypeError as e: print(code, '->', e)
print(f.__code__.co_posonlyargcount, f.__code__.co_argcount, g.__code__.co_kwonlyargcount)
class C:
    def m(self, /, **kw): return kw
print(C().m(self=1, other=2))
