# Objects in cycles are collected; caches by weak reference.
import weakref, gc
def collect():
    # The native stack is scanned conservatively: what lies on it from calls long over goes first.
    sorted([[3], [2], [1]], key=repr)
    try: raise ValueError([4])
    except ValueError as e: e.args[0]
    gc.collect()
class Node:
    def __init__(self, n): self.n, self.next = n, None
a, b = Node('a'), Node('b')
a.next, b.next = b, a
ra, rb = weakref.ref(a), weakref.ref(b)
del a; collect()
print(ra() is not None, rb().next.n)
del b; collect()
print(ra(), rb())
class Self: pass
s = Self(); s.me = s; s.f = lambda: s
r = weakref.ref(s); del s; collect(); print(r() is None)
l = []
o = Node('x'); l.append(o); l.append(l); r = weakref.ref(o); del o, l; collect(); print(r() is None)
def gen():
    n = Node('in generator')
    yield weakref.ref(n)
    yield n.n
g = gen()
r = next(g)
collect()
print(r().n, next(g))
g.close()
del g
collect()
print(r() is None)
def closure():
    n = Node('captured')
    return weakref.ref(n), lambda: n
r, f = closure(); collect(); print(r() is f()); del f; collect(); print(r() is None)
try: raise ValueError(Node('in exception'))
except ValueError as e: r = weakref.ref(e.args[0])
collect(); print(r() is None)
C = type('C', (), {})
i = C()
r = weakref.ref(C)
del C
collect()
print(r() is type(i))
del i
collect()
print(r() is None)
d = {}; d['k'] = Node('v'); r = weakref.ref(d['k']); d['k'] = None; collect(); print(r() is None)
many = [Node(i) for i in range(1000)]
refs = [weakref.ref(n) for n in many]
del many[::2]
collect()
print(500 <= sum(r() is not None for r in refs) <= 502)
