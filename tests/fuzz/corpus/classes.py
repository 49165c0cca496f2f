class Meta(type):
    def __new__(m, name, bases, ns, **kw): return super().__new__(m, name, bases, ns)
    def __call__(cls, *a, **k): return super().__call__(*a, **k)
class A(metaclass=Meta, key=1):
    __slots__ = ('x', '__weakref__')
    def __init__(self, x=1): self.x = x
    def __eq__(self, o): return self.x == getattr(o, 'x', None)
    def __hash__(self): return hash(self.x)
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return o
    def __getattr__(self, n): return n
    @property
    def p(self): return self.x
    @classmethod
    def c(cls): return cls
class B(A):
    def __init__(self): super().__init__(2)
    def __del__(self): global z; z = self
b = B()
b.y = 1
print({A(): b, b: A.c()}, b.p, 1 + b, b.nothing, B.__mro__)
del b
A.__init__ = lambda self: None
b.__class__ = A
