# One attribute site sees many classes, instance attributes, slots, properties and class changes.
class A: x = 'class A'
class B:
    def __init__(self): self.x = 'instance B'
class C:
    __slots__ = ('x',)
    def __init__(self): self.x = 'slot C'
class D:
    @property
    def x(self): return 'property D'
class E:
    def __getattr__(self, n): return 'getattr E'
class F:
    def __getattribute__(self, n): return 'getattribute F'
class G(B):
    def __init__(self): self.y = 1; super().__init__()
class H(A): pass
class I:
    class x: pass
class J:
    def x(self): pass
class K:
    x = classmethod(lambda cls: 1)
class L:
    x = 5
    def __init__(self): self.__dict__['x'] = 'dict L'
class M(type): x = 'meta'
class N(metaclass=M): pass
import math
math.x = 'module'
def read(o): return o.x
objs = [A(), B(), C(), D(), E(), F(), G(), H(), L(), N, math, A, H]
first = [read(o) for o in objs]
print(first)
for _ in range(200):
    if [read(o) for o in objs] != first: print('changed!')
A.x = 'new class A'
objs[1].x = 'new B'
objs[2].x = 'new slot'
D.x = 'plain D'
objs[7].x = 'instance H'
M.x = 'new meta'
math.x = 'new module'
print([read(o) for o in objs])
del objs[1].x, objs[2].x, math.x
B.x = 'class B fallback'
out = []
for o in objs:
    try: out.append(read(o))
    except AttributeError as e: out.append(str(e))
print(out)
o = A()
r = []
for i in range(50):
    if i == 10: o.x = 'own'
    if i == 20: del o.x
    if i == 30: A.x = property(lambda s: 'prop')
    if i == 40: del A.x; A.__getattr__ = lambda s, n: 'fallback'
    v = read(o)
    if not r or r[-1] != v: r.append(v)
print(r)
