# super() without arguments, with explicit ones, in all kinds of methods.
class A:
    def m(self): return 'A.m'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
    @staticmethod
    def s(): return 'A.s'
    @property
    def p(self): return 'A.p'
    x = 'A.x'
    def __getitem__(self, k): return 'A', k
class B(A):
    def m(self): return 'B ' + super().m(), super(B, self).m()
    @classmethod
    def c(cls): return super().c(), super(B, cls).c()
    @staticmethod
    def s(): return super(B, B).s()
    @property
    def p(self): return 'B ' + super().p
    def attrs(self): return super().x
    def item(self): return super().__getitem__(5)
    def inner(self):
        def g(self): return super().m()
        return g(self), (lambda self: super().m())(self)
    def renamed(this): return super().m()
    def star(*args): return super(B, args[0]).m()
b = B()
print(b.m(), B.c(), b.c(), B.s(), b.p, b.attrs(), b.item(), b.inner(), b.renamed(), b.star())
class C(B): pass
print(C().m(), C.c(), super(B, C()).m(), super(C, C()).m())
try: super(B, b)[1]
except TypeError as e: print(e)
