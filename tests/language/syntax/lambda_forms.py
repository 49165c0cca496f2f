# Lambda with every kind of parameter.
print((lambda: 0)(), (lambda x: x)(1), (lambda x, y=2: (x, y))(1))
print((lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda *a, **k: (a, k))(1, b=2))
print((lambda a, /, b, *, c=3: (a, b, c))(1, b=2))
print((lambda *, k: k)(k=4), (lambda a, *b, c=5, **d: (a, b, c, d))(1, 2, x=6))
print((lambda x: lambda y: x + y)(1)(2))
print([f(2) for f in [lambda x: x, lambda x: x * x, lambda x: -x]])
print((lambda x: (yield x))(1).__class__.__name__)
print((lambda: (1, 2))(), (lambda: [a for a in 'ab'])())
print((lambda x,: x)(3), (lambda x=lambda: 9: x())())
f = lambda: None
print(f.__name__, f.__qualname__, f())
def g(): return lambda: 0
print(g().__qualname__)
print(sorted('bca', key=lambda c: -ord(c)))
print((lambda a, b=1, *c, d, e=2, **f: sorted(f))(0, d=1, z=1, y=2))
