# The remaining hooks: __length_hint__, __dir__, __abs__, __divmod__, __reversed__, __fspath__.
class H:
    def __init__(self, v): self.v = v
    def __iter__(self): return iter(())
    def __length_hint__(self): return self.v
print(list(H(5)), list(H(NotImplemented)))
for bad in -1, 'x', 1.5:
    try: print(list(H(bad)))
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
class D:
    def __dir__(self): return ['b', 'a', 'c']
print(dir(D()))
class BadDir:
    def __dir__(self): return 5
try: dir(BadDir())
except TypeError as e: print(e)
it = iter([1, 2, 3]); next(it)
print(it.__length_hint__(), iter(range(5)).__length_hint__(), iter('abc').__length_hint__(),
    iter({1: 2}).__length_hint__())
class A:
    def __abs__(self): return 'abs'
    def __divmod__(self, o): return 'divmod', o
    def __rdivmod__(self, o): return 'rdivmod', o
    def __reversed__(self): return iter('rev')
print(abs(A()), divmod(A(), 1), divmod(1, A()), list(reversed(A())))
class Fs:
    def __fspath__(self): return '/dev/null'
with open(Fs()) as f: print(repr(f.read()))
class BadFs:
    def __fspath__(self): return 5
try: open(BadFs())
except TypeError as e: print(e)
print(object().__dir__() == object.__dir__(object()), '__class__' in dir(object()), 'mro' in dir(int),
    'mro' in dir(type))
