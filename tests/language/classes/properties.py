# property: getter, setter, deleter, decorators, docs and errors.
class Temp:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "Celsius."
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError('too cold')
        self._c = v
    @c.deleter
    def c(self): print('deleted'); self._c = None
    @property
    def f(self): return self._c * 9 / 5 + 32
    w = property(None, lambda self, v: print('write only', v))
    none = property()
t = Temp()
t.c = 100
print(t.c, t.f, Temp.c.__doc__, type(Temp.c).__name__)
t.w = 5
try: t.c = -300
except ValueError as e: print(e)
del t.c
for code in 't.f = 1', 'del t.f', 't.w', 'del t.w', 't.none', 't.none = 1', 'del t.none':
    try: exec(code)
    except AttributeError as e: print(code, '->', e)
class Sub(Temp):
    @Temp.c.getter
    def c(self): return 'sub getter'
    @property
    def f(self): return super().f + 0.5
s = Sub(); s.c = 10
print(s.c, s.f, s._c)
p = Temp.c
print(p.fget(t), p.fset is not None, Temp.f.fset, p.__get__(t), p.__get__(None, Temp) is p)
print(property(lambda s: 1, doc='given').__doc__, property(lambda s: 1).__doc__)
class Dyn: pass
Dyn.p = property(lambda self: 'added later')
print(Dyn().p)
