# __new__ and __init__ cooperate; wrong returns and arguments.
class A:
    def __new__(cls, *a, **k):
        print('new', cls.__name__, a, k)
        return super().__new__(cls)
    def __init__(self, *a, **k): print('init', a, k)
A(1, k=2)
class Single:
    inst = None
    def __new__(cls):
        if cls.inst is None: cls.inst = object.__new__(cls)
        return cls.inst
    def __init__(self): print('init again')
print(Single() is Single())
class Other:
    def __new__(cls): return 'a string'
    def __init__(self): print('never')
print(Other())
class SubInt(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
print(SubInt(21), type(SubInt(1)).__name__)
class Ret:
    def __init__(self): return 5
class OnlyNew:
    def __new__(cls, x): return object.__new__(cls)
class OnlyInit:
    def __init__(self, x): self.x = x
class Nothing: pass
print(OnlyNew(1).__class__.__name__, OnlyInit(3).x)
for f in (lambda: Ret()), (lambda: Nothing(1)), (lambda: Nothing(x=1)), (lambda: OnlyInit()), (lambda: OnlyNew()), \
        (lambda: object.__new__()), (lambda: object.__new__(1)), (lambda: object.__new__(int)), (lambda: int.__new__(str)), \
        (lambda: object().__init__(1)), (lambda: object.__new__(Nothing, 1)), (lambda: int.__new__(Nothing)), \
        (lambda: object.__new__(OnlyInit, 1).__class__), (lambda: OnlyInit(1).__init__()):
    try: print(f())
    except TypeError as e: print(e)
