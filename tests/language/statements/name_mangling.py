# Private names are mangled inside classes, in every binding place.
class A:
    __x = 1
    def __init__(self): self.__y = 2
    def get(self): return self.__x, self.__y
    def __m(self): return 'private'
    def call(self): return self.__m()
    def kw(self, __p=3, *, __q=4): return __p, __q
    def names(self):
        __local = 5
        return sorted(locals())
    def glob(self):
        global __g
        __g = 'global'
        return [n for n in globals() if n.endswith('__g')]
    __dunder__ = 'not mangled'
    ___three = 'three'
    def other(self, o): return o._A__x, o.__x
    class __Inner:
        def f(self): return self.__class__.__name__
    lam = lambda self: self.__x
print(sorted(n for n in vars(A) if 'A__' in n or 'three' in n or 'dunder' in n))
a = A()
print(a.get(), a.call(), a.kw(), a.names(), a.glob(), a.other(a), a.lam())
print(a._A__m(), vars(a), A._A__Inner().f(), A._A__Inner.__qualname__)
print(a.kw(_A__p='p', _A__q='q'))
class B(A):
    __x = 'B'
    def get2(self): return self.__x
print(B().get(), B().get2())
class _Lead:
    __v = 1
class __:
    __w = 2
print([n for n in vars(_Lead) if 'v' in n and 'Lead' in n], '__w' in vars(__))
try: a.__x
except AttributeError as e: print(e)
class M:
    try: import __nomod
    except ImportError as e: print(e)
    try: __undefined
    except NameError as e: print(e)
