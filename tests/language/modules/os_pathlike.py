# os.PathLike is an abstract base class that takes in what has __fspath__
import abc
import os
class A:
    def __fspath__(self):
        return 'a'
class B(os.PathLike):
    pass
class C(os.PathLike, abc.ABC):
    def __fspath__(self):
        return 'c'
print(type(os.PathLike).__name__, isinstance(A(), os.PathLike), issubclass(int, os.PathLike), os.fspath(C()))
try:
    B()
except TypeError as e:
    print(e)
print(os.PathLike[str], issubclass(C, os.PathLike))
class Mixed(os.PathLike, abc.ABC):
    def __fspath__(self):
        return 'm'
print(os.path.join(Mixed(), 'x'))
