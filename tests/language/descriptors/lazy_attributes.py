# A non-data descriptor that caches into the instance dictionary.
class lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t=None):
        if o is None: return self
        print('computing', self.n)
        v = o.__dict__[self.n] = self.f(o)
        return v
class C:
    @lazy
    def x(self): return 42
    @lazy
    def y(self): return self.x + 1
c = C()
print(c.y, c.y, c.x, vars(c))
del c.x
print(c.x, type(C.x).__name__)
c.x = 'set'
print(c.x)
class S(C):
    @lazy
    def x(self): return 'sub ' + str(super().x)
try: print(S().x)
except AttributeError as e: print(e)
class classproperty:
    def __init__(self, f): self.f = f
    def __get__(self, o, t): return self.f(t)
class K:
    @classproperty
    def name(cls): return cls.__name__.lower()
class K2(K): pass
print(K.name, K2.name, K2().name)
