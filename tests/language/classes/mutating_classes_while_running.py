# Classes changed between calls: every call site sees the change.
class A:
    def f(self): return 1
    x = 10
class B(A): pass
def call(o): return o.f(), o.x
a, b = A(), B()
out = []
for i in range(6):
    out.append((call(a), call(b)))
    if i == 1: A.f = lambda self: 2
    if i == 2: B.x = 20
    if i == 3: B.f = lambda self: 3
    if i == 4:
        del B.f, B.x
        a.x = 'own'
print(out)
def adder(p, q): return p + q
class V:
    def __init__(self, v): self.v = v
    def __add__(self, o): return ('add1', self.v)
vals = []
for i in range(6):
    vals.append(adder(V(i), 1) if i % 2 else adder(i, 1))
    if i == 2: V.__add__ = lambda self, o: ('add2', self.v)
print(vals, adder('a', 'b'), adder(1.5, 1), adder([1], [2]))
def glob(): return G
G = 1
r = [glob()]
G = 2; r.append(glob())
del G
try: glob()
except NameError as e: r.append(str(e))
import builtins
builtins.G = 'builtin'; r.append(glob())
G = 'shadow'; r.append(glob())
del G; r.append(glob())
del builtins.G
print(r)
def length(x): return len(x)
s = [length('ab')]
len = lambda x: 'patched'
s.append(length('ab'))
del len
s.append(length('abc'))
print(s)
