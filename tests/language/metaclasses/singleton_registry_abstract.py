# Typical uses: singletons, registries, required methods, attribute collection.
class Singleton(type):
    made = {}
    def __call__(cls, *a):
        if cls not in Singleton.made: Singleton.made[cls] = super().__call__(*a)
        return Singleton.made[cls]
class Conf(metaclass=Singleton):
    def __init__(self, v=0): self.v = v
print(Conf(1) is Conf(2), Conf().v)
class Registry(type):
    all = []
    def __init__(cls, n, b, d):
        super().__init__(n, b, d)
        if b: Registry.all.append(n)
class Base(metaclass=Registry): pass
class P(Base): pass
class Q(P): pass
print(Registry.all)
class Abstract(type):
    def __call__(cls, *a):
        missing = [n for n in dir(cls) if getattr(getattr(cls, n), 'abstract', False)]
        if missing: raise TypeError(f'{cls.__name__} lacks {missing}')
        return super().__call__(*a)
def abstract(f): f.abstract = True; return f
class Shape(metaclass=Abstract):
    @abstract
    def area(self): ...
class Square(Shape):
    def area(self): return 4
try: Shape()
except TypeError as e: print(e)
print(Square().area())
class Enum(type):
    def __new__(m, n, b, d):
        members = {k: v for k, v in d.items() if isinstance(v, int)}
        cls = super().__new__(m, n, b, {k: v for k, v in d.items() if k not in members})
        for k, v in members.items(): setattr(cls, k, (n, k, v))
        cls.members = list(members)
        return cls
class Color(metaclass=Enum):
    RED = 1
    GREEN = 2
print(Color.RED, Color.members)
