# Functions bind through __get__; so do other callables that define it.
def f(self, *a): return self, a
b = f.__get__('obj')
print(b(1), type(b).__name__, b.__self__, f.__get__('o', str)(2), f.__get__(None, str) is f)
class C:
    g = f
print(C.__dict__['g'] is f, C.g is f, C().g.__func__ is f)
class Callable:
    def __call__(self, *a): return 'called', a
class Binding(Callable):
    def __get__(self, o, t): return lambda *a: ('bound', a)
class D:
    plain = Callable()
    bind = Binding()
    builtin = len
    cls = int
    partial = C().g
d = D()
print(d.plain(1), d.bind(2), d.builtin('abc'), d.cls('5'), d.partial(3)[1])
print(str.upper.__get__('x')(), list.append.__get__([]).__name__)
try: f.__get__(None, None)
except TypeError as e: print(e)
try: str.upper.__get__(5)
except TypeError as e: print(e)
try: str.upper(5)
except TypeError as e: print(e)
try: str.upper()
except TypeError as e: print(e)
try: int.__add__('a', 1)
except TypeError as e: print(e)
