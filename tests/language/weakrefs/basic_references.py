# weakref.ref: calling, equality, hash, callbacks, types without weak references.
import weakref, gc
class C:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, C) and self.v == o.v
    def __hash__(self): return hash(self.v)
c = C(1)
r = weakref.ref(c)
print(r() is c, r().v, type(r).__name__, r == weakref.ref(c), weakref.ref(c) is r, hash(r) == hash(c),
    weakref.getweakrefcount(c), len(weakref.getweakrefs(c)))
d = C(1); print(r == weakref.ref(d), {r: 'v'}[weakref.ref(d)])
calls = []
r2 = weakref.ref(c, lambda ref: calls.append(ref is r2))
print(r2.__callback__ is not None, r.__callback__, weakref.getweakrefcount(c))
del c; gc.collect()
print(r(), r2(), calls, r == r, r == r2, 'dead' in repr(r))
for o in 5, 'a', (1,), [], {}, None, 1.5, True, object():
    try: weakref.ref(o)
    except TypeError as e: print(e)
class S: __slots__ = ('x',)
class W: __slots__ = ('x', '__weakref__')
class L(list): pass
def f(): pass
for o in S(), W(), L(), f, C, len, set(), frozenset(), (x for x in []), type(gc):
    try: print(type(weakref.ref(o)).__name__, end=' ')
    except TypeError as e: print(e)
print()
r = weakref.ref(f, None); print(r() is f, r.__callback__)
