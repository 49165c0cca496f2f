def defaults(a, /, b=1, *args, c, d=2, **kwargs) -> int:
    "Docstring."
    return a, b, args, c, d, kwargs

@decorator
@other(1)
def decorated(x: int): return lambda y=x: y

def closures(a):
    b = 1
    def inner():
        nonlocal b
        b += a
        return lambda: b
    return inner

class Plain(Base, metaclass=Meta):
    "Docstring."
    x: int = 1
    def method(self):
        return super().method(self.__private)

def nested():
    y = 1
    class Local:
        z = y
        def method(self): return y, __class__
    return Local
