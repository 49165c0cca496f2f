# A metaclass must pass __classcell__ on when methods use super().
class Drops(type):
    def __new__(m, n, b, d):
        d.pop('__classcell__', None)
        return super().__new__(m, n, b, d)
try:
    class C(metaclass=Drops):
        def f(self): return super()
except RuntimeError as e: print(e)
class Fine(metaclass=Drops):
    def f(self): return 1
print(Fine().f())
class Copies(type):
    def __new__(m, n, b, d): return super().__new__(m, n, b, dict(d))
class D(metaclass=Copies):
    def f(self): return __class__.__name__
print(D().f())
class NotType(type):
    def __new__(m, n, b, d): return 'not a class'
class E(metaclass=NotType): pass
print(E)
class Two(type):
    def __new__(m, n, b, d):
        a = super().__new__(m, n, b, dict(d))
        return a
class F(metaclass=Two):
    def f(self): return __class__
    got = '__classcell__' in locals()
print(F().f() is F, F.got, '__classcell__' in vars(F))
class InitArgs(type):
    def __init__(cls, *a): pass
try:
    class G(metaclass=InitArgs, k=1): pass
except TypeError as e: print(e)
class NewArgs(type):
    def __new__(m, n, b, d, k=None): return super().__new__(m, n, b, d)
try:
    class H(metaclass=NewArgs, k=1): pass
    print('type.__init__ ignores keywords')
except TypeError as e: print(e)
