# The super object itself: repr, attributes, unbound form as descriptor.
class A:
    def f(self): return 'A.f'
class B(A):
    def f(self): return 'B.f'
class C(B):
    def f(self): return 'C.f'
c = C()
s = super(B, c)
print(s, s.__thisclass__, s.__self__ is c, s.__self_class__, type(s))
print(super(B), super(B).__self__, super(B, C))
print(s.f(), super(C, c).f(), super(A, c).__class__ is super)
print(super(B, C).f(c), super(B, C).__self__ is C)
B.up = super(B)
print(c.up.f(), B().up.f())
print(s.__repr__() == repr(s), hasattr(s, 'f'), hasattr(s, 'zzz'), s.__class__)
class D(C):
    def f(self):
        sup = super()
        return sup.f(), super(C, self).f(), super(B, self).f()
print(D().f())
class E(A):
    def __getattr__(self, n): return 'getattr ' + n
    def t(self): return super().f(), self.zz
    def t2(self): return super().zz
print(E().t())
try: E().t2()
except AttributeError as e: print(e)
