# __module__, __qualname__, __doc__, __annotations__, __defaults__ of everything.
import sys
def f(a: int, b: str = 'x') -> bool:
    """Function doc."""
class C:
    """Class doc."""
    attr: float = 1.0
    def m(self): "method doc"
    class Inner:
        def deep(self): pass
    @property
    def p(self): "property doc"
    @classmethod
    def c(cls): "classmethod doc"
    @staticmethod
    def s(): "static doc"
print(f.__module__, f.__qualname__, f.__doc__, f.__annotations__, f.__defaults__, C.__module__,
    C.__qualname__, C.__doc__, C.__annotations__)
print(C.m.__qualname__, C.m.__doc__, C().m.__doc__, C.Inner.deep.__qualname__, C.p.__doc__, C.c.__doc__,
    C.s.__doc__, C.__dict__['c'].__doc__, C().__doc__, C.c.__qualname__)
print(len.__name__, len.__module__, len.__qualname__, str.join.__qualname__, str.join.__objclass__,
    [].append.__qualname__, int.__add__.__name__, type(len).__name__, len.__self__.__name__,
    [].append.__self__, int.__module__, sys.exit.__module__)
print(C.__name__, C.__bases__, C.__mro__, C.__base__, C.__class__, C.__dict__.__class__.__name__,
    sorted(k for k in C.__dict__ if k not in ('__dict__', '__weakref__')))
C.__doc__ = 'new doc'
C.m.__doc__ = 'new method doc'
f.__annotations__['a'] = 'changed'
f.__module__ = 'moved'
print(C.__doc__, C.m.__doc__, f.__annotations__, f.__module__)
try: C().m.__doc__ = 'x'
except AttributeError as e: print(e)
try: int.__doc__ = 'x'
except (AttributeError, TypeError) as e: print(e)
def outer():
    class L:
        def q(self): return lambda: 0
    return L
print(outer().__qualname__, outer().q.__qualname__, outer()().q().__qualname__,
    (x for x in []).__qualname__)
class NoDoc: pass
class SubDoc(C): pass
print(NoDoc.__doc__, SubDoc.__doc__, type('T', (), {}).__doc__, NoDoc.__annotations__,
    hasattr(f, '__wrapped__'))
