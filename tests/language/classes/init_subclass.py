# __init_subclass__ is an implicit class method receiving class keywords.
class Plugin:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kw):
        print('subclass', cls.__name__, key, kw)
        super().__init_subclass__(**kw)
        Plugin.registry[key or cls.__name__] = cls
class A(Plugin): pass
class B(Plugin, key='bee'): pass
class C(B): pass
print({k: v.__name__ for k, v in Plugin.registry.items()})
try:
    class D(Plugin, other=1): pass
except TypeError as e: print(e)
try:
    class E(x=1): pass
except TypeError as e: print(e)
class Attr:
    def __init_subclass__(cls): cls.added = cls.__name__.lower()
class Sub(Attr):
    added = 'body value'
print(Sub.added, hasattr(Attr, 'added'))
class M1:
    def __init_subclass__(cls, a=0, **k):
        print('M1', a)
        super().__init_subclass__(**k)
class M2:
    def __init_subclass__(cls, b=0, **k):
        print('M2', b)
        super().__init_subclass__(**k)
class Both(M1, M2, a=1, b=2): pass
T = type('T', (Plugin,), {}, key='via type')
print(T.__init_subclass__.__self__ is T)
class Fails:
    def __init_subclass__(cls): raise RuntimeError('no subclasses')
try:
    class F(Fails): pass
except RuntimeError as e: print(e)
