# Method call sites see rebinding of methods, bases, instance attributes, properties returning callables.
class A:
    def f(self, x=1): return 'A', x
class B(A): pass
class C(B):
    def f(self, x=1): return 'C', x
class D:
    f = staticmethod(lambda x=1: ('static', x))
class E:
    @classmethod
    def f(cls, x=1): return cls.__name__, x
class F:
    @property
    def f(self): return lambda x=1: ('prop', x)
class G:
    def __getattr__(self, n): return lambda x=1: (n, x)
class H:
    class f:
        def __init__(self, x=1): self.x = x
        def __repr__(self): return f'f({self.x})'
class I:
    f = len
class J:
    def __init__(self): self.f = lambda x=1: ('inst', x)
objs = [A(), B(), C(), D(), E(), F(), G(), H(), J()]
def call(o): return o.f(), o.f(2), o.f(x=3)
first = [str(call(o)) for o in objs]
for s in first: print(s)
for _ in range(100):
    if [str(call(o)) for o in objs] != first: print('differs')
steps = []
b = objs[1]
for i in range(100):
    if i == 10: B.f = lambda self, x=1: ('B', x)
    if i == 20: b.f = lambda x=1: ('own', x)
    if i == 30: del b.f
    if i == 40: del B.f
    if i == 50: A.f = lambda self, x=1: ('new A', x)
    if i == 60: B.__bases__ = (type('Z', (A,), {'f': lambda self, x=1: ('Z', x)}),)
    if i == 70: b.__class__ = C
    if i == 80: C.f = property(lambda self: lambda x=1: ('C prop', x))
    if i == 90: del C.f
    r = call(b)[1]
    if not steps or steps[-1] != r: steps.append(r)
print(steps)
print(I.f('abc'), [''.join(x) for x in map(str.split, ['a b', 'c d'])], [s.upper() for s in ('a', 'é')],
    [x.append(1) or x for x in ([], [2])], [n.bit_length() for n in (1, 2 ** 70, True)])
for o in [], (), {}, 'aa', b'aa', range(3):
    try: print(type(o).__name__, o.count(0 if not isinstance(o, (str, bytes)) else o[:1]))
    except AttributeError as e: print(e)
