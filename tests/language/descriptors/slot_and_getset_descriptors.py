# Descriptors of slots and of builtin attributes.
class C:
    __slots__ = 'x', 'y'
c = C()
d = C.x
print(type(d).__name__, d.__name__, repr(d), d.__objclass__ is C)
d.__set__(c, 5)
print(c.x, d.__get__(c), d.__get__(None, C) is d)
d.__delete__(c)
try: c.x
except AttributeError as e: print(e)
try: d.__get__(5)
except TypeError as e: print(e)
try: d.__set__('s', 1)
except TypeError as e: print(e)
print(type(int.real).__name__, int.real.__get__(5), type(type.__dict__['__name__']).__name__)
try: int.real.__set__(5, 1)
except AttributeError as e: print(e)
print(C.__dict__['x'] is d, sorted(k for k in vars(C) if len(k) == 1))
def f(): pass
print(type(type(f).__code__).__name__, type(type(f).__globals__).__name__,
    type(f).__code__.__get__(f).co_name)
print(type(slice.start).__name__, slice(4).stop, slice.stop.__get__(slice(9)))
print(type(BaseException.args).__name__, type(object.__class__).__name__,
    object.__dict__["__class__"].__get__(5))
