# classmethod and staticmethod objects, stacking and inheritance.
class A:
    n = 'A'
    @classmethod
    def make(cls, *a): return cls.n, a
    @staticmethod
    def plain(*a): return a
    @classmethod
    @property
    def prop(cls): return 'prop of ' + cls.__name__
    def inst(self): return 'inst'
    sm = staticmethod(lambda: 'lambda')
    cm = classmethod(lambda cls: cls.__name__)
class B(A): n = 'B'
print(A.make(1), B.make(2), B().make(), A.plain(1), A().plain(), A.prop, B().prop)
print(A.sm(), A().sm(), B.cm(), B().cm())
d = A.__dict__
print(type(d['make']).__name__, type(d['plain']).__name__, d['make'].__func__.__name__,
    d['plain'].__wrapped__.__name__)
print(d['plain'](5), d['make'].__get__(None, B)('x'), d['plain'].__get__(None, A) is A.plain)
try: d['make']()
except TypeError as e: print(e)
print(A.make.__self__ is A, B.make.__self__ is B, A.make.__func__ is B.make.__func__)
class C:
    x = classmethod(len)
    y = staticmethod(len)
print(C.y('abc'))
try: C.x()
except TypeError as e: print(e)
class D(A):
    @classmethod
    def make(cls, *a): return ('D',) + super().make(*a)
    @staticmethod
    def plain(*a): return A.plain(*a) + ('D',)
print(D.make(1), D.plain(2))
sm = staticmethod(5)
try: sm()
except TypeError as e: print(e)
