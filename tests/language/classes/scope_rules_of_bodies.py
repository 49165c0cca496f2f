# Class bodies are scopes of their own: names, comprehension first iterables, nonlocal, __class__, mangling.
x = 'global'
def function():
    x = 'enclosing'
    class A:
        print(x, end=' ')
        x = 'class'
        print(x, end=' ')
        def method(self): return x
        values = [x for _ in range(1)]
        first = [c for c in x]
        lam = lambda: x
        y = [(lambda: z)() for z in range(3)]
    return A().method(), A.values, A.first, A.lam(), A.y, A.x
print(function())
class B:
    n = 3
    try: squares = [i * n for i in range(n)]
    except NameError as e: print(e)
    ok = [i for i in range(n)]
    print(sorted(k for k in locals() if not k.startswith('__')))
    del ok
    try: ok
    except NameError as e: print(e)
    for i in range(2): exec(f'made{i} = {i}')
    if True: cond = 1
    while n: n -= 1
    with open('/dev/null') as f: f.close()
    import sys as system
    def __init__(self): self.__private = 1; self.__dunder__ = 2
    def get(self): return self.__private
    __secret = 5
    class __Inner: __deep = 6
    def params(__a, *, __b=1): return __a, __b
    def local(self): __v = 7; return locals()
print(sorted(k for k in vars(B) if not k.startswith('__')), B().__dict__, B().get(), B.params(1, _B__b=2), B().local().keys() - {'self'})
class __Mangled:
    __x = 1
    def f(self): return self.__x
print(__Mangled().f(), [k for k in vars(__Mangled) if 'x' in k])
class ___:
    __y = 1
print([k for k in vars(___) if 'y' in k])
def counter():
    n = 0
    class C:
        nonlocal n
        n = 5
        def up(self):
            nonlocal n
            n += 1
            return n
    return C().up(), C().up(), n, hasattr(C, 'n')
print(counter())
g = 1
class G:
    global g
    g = 2
    def f(self): return __class__.__name__, g
print(g, hasattr(G, 'g'), G().f())
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases, **k): print('prepare', name, k, end=' '); return {'given': 1}
    def __new__(m, name, bases, ns, **k): return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **k): print('init', list(ns)[:1])
class M(metaclass=Meta, key='v'):
    print(given, end=' ')
    given = given + 1
print(M.given, M.__qualname__, function.__qualname__)
def outer():
    class Q:
        class R:
            def s(self): pass
        @staticmethod
        def t(): return [1 for _ in '']
    return Q.__qualname__, Q.R.__qualname__, Q.R.s.__qualname__
print(outer())
class Doc:
    'docstring'
    __doc__ += ' extended'
    a: int = 5
    b: 'str'
    (c): float = 1
print(Doc.__doc__, Doc.__annotations__)
