# abc: abstract methods, registration, hooks, update_abstractmethods.
import abc
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        return 0

    @property
    @abstractmethod
    def name(self):
        ...

    @staticmethod
    @abstractmethod
    def make():
        ...


class Half(Shape):
    def area(self):
        return super().area() + 1


class Full(Half):
    name = 'full'

    @staticmethod
    def make():
        return Full()


for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
print(Full().area(), Full.make().name, sorted(Shape.__abstractmethods__),
      Full.__abstractmethods__)
print(isinstance(Full(), Shape), issubclass(Half, Shape), type(Shape) is ABCMeta)


class Number(metaclass=ABCMeta):
    pass


token = abc.get_cache_token()
print(isinstance(5, Number), Number.register(int) is int, isinstance(5, Number),
      issubclass(bool, Number), isinstance('5', Number), abc.get_cache_token() != token)


class Sub(Number):
    pass


print(issubclass(Sub, Number), issubclass(int, Sub))
Sub.register(str)
print(isinstance('5', Number), issubclass(str, Sub))
for bad in (lambda: Number.register(5), lambda: Sub.register(Number), lambda: issubclass(5, Number)):
    try:
        bad()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quacks:
            return any('quack' in base.__dict__ for base in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self):
        pass


class Dog:
    pass


print(isinstance(Duck(), Quacks), isinstance(Dog(), Quacks))


class Late(ABC):
    @abstractmethod
    def f(self):
        pass


class Finished(Late):
    pass


Finished.f = lambda self: 'f'
try:
    Finished()
except TypeError as error:
    print(error)
print(abc.update_abstractmethods(Finished)().f())


class Posing:
    @property
    def __class__(self):
        return Full


print(isinstance(Posing(), Shape))


class Old(ABC):
    @abc.abstractproperty
    def p(self):
        pass

    @abc.abstractclassmethod
    def c(cls):
        pass

    @abc.abstractstaticmethod
    def s():
        pass


print(sorted(Old.__abstractmethods__))


class Meta(ABCMeta):
    def __instancecheck__(cls, instance):
        return instance == 3 or super().__instancecheck__(instance)


class Three(metaclass=Meta):
    pass


print(isinstance(3, Three), isinstance(4, Three), isinstance(Three(), Three))
