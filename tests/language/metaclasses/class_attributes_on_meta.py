# Attributes, properties, operators and calls defined by the metaclass.
class M(type):
    @property
    def shout(cls): return cls.__name__.upper()
    def method(cls): return 'meta method of ' + cls.__name__
    counter = 0
    def __add__(cls, o): return cls.__name__ + '+' + o.__name__
    def __getitem__(cls, k): return cls, k
    def __iter__(cls): return iter(vars(cls).get('items', ()))
    def __len__(cls): return 3
    def __bool__(cls): return False
    def __repr__(cls): return f'<{cls.__name__}>'
    def __call__(cls, *a): return ('instead of an instance', a)
    def __eq__(cls, o): return True
    __hash__ = type.__hash__
    def __getattr__(cls, n): return 'meta getattr ' + n
    def __contains__(cls, x): return x == 1
class C(metaclass=M): items = 'abc'
class D(C): pass
print(C.shout, D.method(), C + D, C['k'], list(C), list(D), len(C), bool(C), repr(D), C(1, 2))
print(C == 5, C != 5, C.nothing, 1 in C, C.counter)
i = object.__new__(C)
for n in 'shout', 'method', 'counter', 'nothing':
    try: print(getattr(i, n))
    except AttributeError as e: print(str(e))
C.counter = 5
print(C.counter, M.counter, D.counter)
