# Objects in cycles are collected; caches by weak reference.
import weakref, gc
class Node:
    def __init__(self, n): self.n, self.next = n, None
a, b = Node('a'), Node('b')
a.next, b.next = b, a
ra, rb = weakref.ref(a), weakref.ref(b)
del a; gc.collect()
print(ra() is not None, rb().next.n)
del b; gc.collect()
print(ra(), rb())
class Self: pass
s = Self(); s.me = s; s.f = lambda: s
r = weakref.ref(s); del s; gc.collect(); print(r() is None)
l = []
o = Node('x'); l.append(o); l.append(l); r = weakref.ref(o); del o, l; gc.collect(); print(r() is None)
def gen():
    n = Node('in generator')
    yield weakref.ref(n)
    yield n.n
g = gen()
r = next(g)
gc.collect()
print(r().n, next(g))
g.close()
del g
gc.collect()
print(r() is None)
def closure():
    n = Node('captured')
    return weakref.ref(n), lambda: n
r, f = closure(); gc.collect(); print(r() is f()); del f; gc.collect(); print(r() is None)
try: raise ValueError(Node('in exception'))
except ValueError as e: r = weakref.ref(e.args[0])
gc.collect(); print(r() is None)
C = type('C', (), {})
i = C()
r = weakref.ref(C)
del C
gc.collect()
print(r() is type(i))
del i
gc.collect()
print(r() is None)
d = {}; d['k'] = Node('v'); r = weakref.ref(d['k']); d['k'] = None; gc.collect(); print(r() is None)
many = [Node(i) for i in range(1000)]
refs = [weakref.ref(n) for n in many]
del many[::2]
gc.collect()
print(500 <= sum(r() is not None for r in refs) <= 502)
