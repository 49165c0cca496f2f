# __subclasses__, mro(), __bases__ and instance checks over a class forest.
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print(A.__subclasses__(), B.__subclasses__(), D.__subclasses__(), [c.__name__ for c in D.mro()],
    D.__mro__ == tuple(D.mro()))
def walk(c, depth=0):
    yield '-' * depth + c.__name__
    for s in c.__subclasses__(): yield from walk(s, depth + 1)
print(list(walk(A)))
d = D()
print([isinstance(d, c) for c in (A, B, C, D, object, int)],
    [issubclass(D, c) for c in (A, B, C, D, object)], issubclass(A, D), isinstance(d, (int, A)),
    issubclass(B, (C, A)))
print(type.__subclasses__(A), bool in int.__subclasses__(), type(A.__subclasses__()).__name__, D.__base__,
    D.__bases__)
class Meta(type):
    def __subclasscheck__(c, s): return s is int or super().__subclasscheck__(s)
    def __instancecheck__(c, o): return o == 5 or super().__instancecheck__(o)
class V(metaclass=Meta): pass
class W(V): pass
print(issubclass(int, V), issubclass(str, V), issubclass(W, V), isinstance(5, V), isinstance(6, V),
    isinstance(W(), V), isinstance(5, W))
try: A.__subclasses__(1)
except TypeError as e: print(e)
try: type.mro()
except TypeError as e: print(e)
try: issubclass(1, 2)
except TypeError as e: print(e)
try: issubclass(A, 2)
except TypeError as e: print(e)
print(all(issubclass(type(x), object) for x in (1, 'a', None, len, type)), object.__bases__, object.__mro__,
    type.__base__)
