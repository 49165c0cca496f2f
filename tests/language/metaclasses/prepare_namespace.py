# A custom namespace mapping sees every name operation of the body.
class NS(dict):
    def __getitem__(self, k):
        if k[:2] != '__': print('get', k)
        return super().__getitem__(k)
    def __setitem__(self, k, v):
        if k[:2] != '__': print('set', k)
        super().__setitem__(k, v)
    def __delitem__(self, k):
        print('del', k)
        super().__delitem__(k)
    def __missing__(self, k):
        if k.startswith('auto'): return 'auto ' + k
        raise KeyError(k)
class M(type):
    @classmethod
    def __prepare__(m, n, b): return NS()
class C(metaclass=M):
    a = 1
    b = a + 1
    c = auto_thing
    del a
    d = len('abc')
    def f(self): pass
    for i in range(1): pass
print(C.b, C.c, hasattr(C, 'a'), type(C.__dict__).__name__)
class Bad(type):
    @classmethod
    def __prepare__(m, n, b): return 5
try:
    class D(metaclass=Bad): pass
except TypeError as e: print(e)
class Dup(dict):
    def __setitem__(self, k, v):
        if k in self: raise TypeError(f'{k} defined twice')
        super().__setitem__(k, v)
try:
    class E(metaclass=type('DM', (type,), {'__prepare__': classmethod(lambda m, n, b: Dup())})):
        x = 1
        x = 2
except TypeError as e: print(e)
