# __instancecheck__ and __subclasscheck__ on the metaclass; __class__ lies.
class Meta(type):
    def __instancecheck__(cls, o):
        print('instancecheck', end=' ')
        return hasattr(o, 'quack')
    def __subclasscheck__(cls, c):
        print('subclasscheck', end=' ')
        return 'quack' in c.__dict__
class Duck(metaclass=Meta): pass
class Robot:
    def quack(self): pass
print(isinstance(Robot(), Duck), isinstance(1, Duck), issubclass(Robot, Duck), issubclass(int, Duck))
print(isinstance(Duck(), Duck))
print(isinstance(Robot(), (int, Duck)))
class Liar:
    @property
    def __class__(self): return int
print(isinstance(Liar(), int), type(Liar()).__name__, isinstance(Liar(), Liar), Liar().__class__)
class Weird(type):
    def __instancecheck__(cls, o): return []
class W(metaclass=Weird): pass
print(isinstance(1, W))
try: isinstance(1, [int])
except TypeError as e: print(e)
try: issubclass(int, (str, 5))
except TypeError as e: print(e)
print(isinstance(1, (int, 5)))
print(isinstance(int, type), isinstance(type, object), issubclass(type, object), isinstance(object, type))
print(isinstance(None, int | None), isinstance('x', int | None), issubclass(int, int | str))
class FakeClass:
    __bases__ = (int,)
print(issubclass(FakeClass(), int))
