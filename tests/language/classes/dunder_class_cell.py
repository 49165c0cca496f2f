# The implicit __class__ cell in methods.
class A:
    def f(self): return __class__
    @staticmethod
    def s(): return __class__
    @classmethod
    def c(cls): return __class__, cls
    def nested(self): return (lambda: __class__)(), [__class__ for _ in 'x'][0]
    def local(self):
        __class__ = 'local'
        return __class__
class B(A): pass
print(B().f(), B.s(), B.c(), B().nested(), A().local())
print(A.f.__code__.co_freevars, A.f.__closure__[0].cell_contents is A)
def deco(cls): return type('Replaced', (cls,), {})
@deco
class C:
    def f(self): return __class__.__name__, type(self).__name__
print(C().f())
class Outer:
    class Inner:
        def f(self): return __class__.__name__
    def f(self): return __class__.__name__, Outer.Inner().f()
print(Outer().f())
try:
    class D:
        print(__class__)
except NameError as e: print(e)
class E:
    __class__ = int
print(E().__class__, type(E()).__name__)
