# Many instances with attributes added in different orders, deleted, re-added, and moved between classes.
class P: pass
def make(order):
    o = P()
    for n in order: setattr(o, n, n.upper())
    return o
def total(o): return o.a + o.b + o.c
from_orders = [make(o) for o in ('abc', 'acb', 'bac', 'bca', 'cab', 'cba', 'abcd', 'dcba', 'xabc')]
print([total(o) for o in from_orders], [list(vars(o)) for o in from_orders][:3])
for _ in range(100):
    for o in from_orders: assert total(o) == 'ABC'
for o in from_orders: del o.a; o.a = 'new'
print([total(o) for o in from_orders][:3], list(vars(from_orders[0])))
class Q:
    a = 'Q.a'
    def __init__(self, i):
        self.i = i
        if i % 2: self.odd = True
        if i % 3 == 0: self.third = i
        self.last = -i
def read(o): return o.i, getattr(o, 'odd', False), getattr(o, 'third', None), o.last, o.a
objs = [Q(i) for i in range(12)]
print([read(o) for o in objs])
objs[0].a = 'own'
objs[1].__class__ = type('R', (), {'a': 'R.a'})
objs[2].__dict__['a'] = 'dict'
Q.a = 'changed'
print([read(o)[4] for o in objs[:4]])
objs[3].__dict__ = {'i': 'i', 'last': 'l'}; print(read(objs[3])); objs[4].__dict__.clear()
try: read(objs[4])
except AttributeError as e: print(e)
class Counter:
    def __init__(self): self.n = 0
    def inc(self): self.n += 1; return self
c = Counter()
for _ in range(1000): c.inc()
print(c.n)
Counter.inc = lambda self: 'replaced'
print(c.inc())
c.inc = lambda: 'own'
print(c.inc())
del c.inc
print(c.inc())
class T:
    def __init__(self, v): self.v = v
    def get(self): return self.v
class U(T):
    def get(self): return -super().get()
ts = [T(i) if i % 2 else U(i) for i in range(10)]
print([t.get() for t in ts], sum(t.get() for t in ts * 50))
T.get = lambda self: 'T'
U.get = T.get
print({t.get() for t in ts})
many = P()
for i in range(300): setattr(many, f'k{i % 100}', i)
print(len(vars(many)), many.k0, many.k99)
