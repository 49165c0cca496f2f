# Exceptions raised by special methods come through every construct that calls them, unchanged.
class Boom(Exception): pass
def fail(*args, **kwargs): raise Boom
def thing(*names): return type('T', (), {n: fail for n in names})()
uses = {'__getattr__': ['x.a', 'hasattr(x, "a")', 'getattr(x, "a", 1)', 'x.a()'], '__getattribute__': ['x.a', 'hasattr(x, "a")', 'getattr(x, "a", 1)', 'isinstance(x, int)', 'x.__class__', 'x.a()'], '__setattr__': ['setattr(x, "a", 1)'], '__delattr__': ['delattr(x, "a")'],
    '__eq__': ['x == 1', 'x != 1', 'x in [1]', '[x].index(1)', '[1].count(x)', '[x] == [1]', '(1,) == (x,)', '{1: x} == {1: 2}', '1 in (x,)', '[1].remove(x)', 'x in iter([1])', 'range(3).count(x)'], '__hash__': ['hash(x)', '{x}', '{x: 1}', 'x in set()', '{}.get(x)', 'dict.fromkeys([x])', 'frozenset([x])', '{1}.discard(x)', 'hash((1, x))', 'x in {}'],
    '__lt__': ['x < 1', '1 > x', 'sorted([x, x])', 'min(x, x)', 'max(1, x)', '[x, x].sort()', '(x, 1) < (x, 2)', '(x,) < (1,)'], '__bool__': ['bool(x)', 'not x', 'x and 1', 'x or 1', '1 if x else 2', 'all([x])', 'any([x])', 'list(filter(None, [x]))', '[1 for _ in [1] if x]', 'assert_(x)', 'while_(x)'],
    '__len__': ['len(x)', 'bool(x)', 'list(x)', 'not x', 'reversed(x)'], '__iter__': ['list(x)', 'for_(x)', 'a_, b_ = x', '[*x]', 'print(*x)', 'sum(x)', 'dict(x)', 'set(x)', 'zip(x)', 'map(abs, x)', '1 in x', '"".join(x)', 'sorted(x)', 'enumerate(x)', '[].extend(x)', 'max(x)', 'iter(x)', '{**x}', 'bytes(x)', 'min(x, default=1)', 'any(x)', 'tuple(x)', '[1][0:0].__iadd__(x)'],
    '__next__': ['next(x)', 'next(x, 1)'], '__getitem__': ['x[0]', 'list(x)', '1 in x', 'for_(x)', '[*x]', 'reversed(x)'], '__setitem__': ['x.__setitem__(0, 1)', 'set_item(x)'], '__delitem__': ['del_item(x)'], '__contains__': ['1 in x', '1 not in x'], '__call__': ['x()', 'list(map(x, [1]))', 'sorted([1, 2], key=x)', 'list(filter(x, [1]))', 'list(iter(x, 1))', 'max([1, 2], key=x)'],
    '__enter__': ['with_(x)'], '__exit__': ['with_(x)'], '__str__': ['str(x)', 'print(x)', 'f"{x}"', '"%s" % x', 'format(x)', '"{}".format(x)', 'ValueError(x).__str__()'], '__repr__': ['repr(x)', 'str(x)', '[x].__repr__()', 'f"{x!r}"', '"%r" % (x,)', 'str({1: x})', 'ascii(x)', 'repr(ValueError(x))', 'str((x,))'],
    '__format__': ['format(x)', 'f"{x:a}"', '"{}".format(x)'], '__index__': ['[1][x]', 'hex(x)', 'range(x)', '"a" * x', 'int(x)', '[1][x:]', 'chr(x)', 'bytes(x)', 'float(x)'], '__int__': ['int(x)', '"%d" % x'], '__float__': ['float(x)', '"%f" % x'], '__neg__': ['-x'], '__add__': ['x + 1', 'sum([1], x)', 'iadd(x)'], '__radd__': ['1 + x', 'sum([x])', '[] + x', '"" + x'], '__iadd__': ['iadd(x)'], '__pow__': ['x ** 2', 'pow(x, 2, 3)'], '__divmod__': ['divmod(x, 1)'], '__round__': ['round(x)'], '__abs__': ['abs(x)'], '__complex__': ['complex(x)'], '__bytes__': ['bytes(x)'], '__dir__': ['dir(x)'], '__reversed__': ['reversed(x)'],
    '__instancecheck__': ['isinstance(1, x)'], '__subclasscheck__': ['issubclass(int, x)'], '__length_hint__': ['list(hinted(x))'], '__class__': [], '__missing__': [], '__set_name__': ['type("C", (), {"a": x})'], '__mro_entries__': ['class_(x)'], '__fspath__': ['open(x)']}
def for_(x):
    for _ in x: pass
def while_(x):
    while x: pass
def assert_(x): assert x
def with_(x):
    with x: pass
def set_item(x): x[0] = 1
def del_item(x): del x[0]
def iadd(x): x += 1
def class_(x):
    class C(x): pass
def hinted(x):
    class I:
        __iter__ = lambda self: self
        def __next__(self): raise StopIteration
        __length_hint__ = type(x).__length_hint__
    return I()
for name, codes in uses.items():
    for code in codes:
        extra = ('__enter__' if name == '__exit__' else '__exit__' if name == '__enter__' else '__len__' if 'reversed' in code and name == '__getitem__' else '')
        T = type('T', (), {name: fail})
        if extra == '__enter__': T.__enter__ = lambda self: self
        if extra == '__exit__': T.__exit__ = lambda self, *a: None
        if extra == '__len__': T.__len__ = lambda self: 2
        if name == '__next__': T.__iter__ = lambda self: self
        if code == '{**x}': T.keys = lambda self: iter(self)
        x = T()
        try:
            if '=' in code and code.startswith('a_'): exec(code)
            else: r = eval(code); r = list(r) if code.startswith(('reversed', 'zip', 'map', 'enumerate')) else r
            print(name, code, 'no exception', type(r).__name__ if ' at 0x' in repr(r) else r)
        except Boom as e: print(name, code, 'Boom', e.__context__)
        except Exception as e: print(name, code, type(e).__name__, e, type(e.__cause__).__name__, type(e.__context__).__name__)
