# Default values are evaluated at definition, once, in order.
def v(x):
    print('default', x)
    return x
def f(a=v(1), b=v(2), *, c=v(3)): return a, b, c
print(f(), f(5))
def g(x, acc=[]):
    acc.append(x)
    return acc
print(g(1), g(2), g(3, []), g(4))
i = 5
def h(x=i): return x
i = 6
print(h())
fs = []
for n in range(3):
    def k(m=n): return m, n
    fs.append(k)
print([k() for k in fs])
print(f.__defaults__, f.__kwdefaults__)
f.__defaults__ = (10,)
try: f()
except TypeError as e: print(e)
print(f(1), f(1, 2))
f.__defaults__ = None
try: f()
except TypeError as e: print(e)
def none(a): return a
none.__defaults__ = ('given',)
print(none())
try: f.__defaults__ = [1]
except TypeError as e: print(e)
class C:
    x = 'class level'
    def m(self, y=x): return y
print(C().m())
