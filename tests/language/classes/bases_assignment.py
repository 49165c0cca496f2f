# Assigning __bases__ recomputes the method resolution order.
class A:
    def f(self): return 'A.f'
class B:
    def f(self): return 'B.f'
class Base: pass
class C(A): pass
class D(C): pass
d = D()
print(d.f())
C.__bases__ = (B,)
print(d.f(), [k.__name__ for k in D.__mro__])
C.__bases__ = (A, B)
print(d.f(), [k.__name__ for k in D.__mro__], A.__subclasses__(), B.__subclasses__())
for bad in ((), 5, (5,), (D,), (C,), (A, A)):
    try: C.__bases__ = bad
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
try: int.__bases__ = (A,)
except TypeError as e: print(e)
try: del C.__bases__
except TypeError as e: print(e)
C.__name__ = 'Renamed'
print(C.__name__, repr(C))
C.__qualname__ = 'Q.ual'
print(repr(C))
C.__module__ = 'mod'
print(repr(C))
for bad in (5, None):
    try: C.__name__ = bad
    except TypeError as e: print(e)
C.__doc__ = 'doc set later'
print(C.__doc__)
