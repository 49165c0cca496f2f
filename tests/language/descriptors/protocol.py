# Descriptors: __get__, __set__, __delete__ and what they receive.
class D:
    def __get__(self, o, t=None):
        return 'get', o.__class__.__name__ if o is not None else None, t and t.__name__
    def __set__(self, o, v): print('set', o.__class__.__name__, v)
    def __delete__(self, o): print('delete', o.__class__.__name__)
class C: d = D()
class Sub(C): pass
c = C()
print(c.d, C.d, Sub.d, Sub().d)
c.d = 1
del c.d
c.__dict__['d'] = 'hidden'
print(c.d)
C.d = 'replaced without __set__'
print(c.d, C.d)
class N:
    def __get__(self, o, t): return 'non-data'
class K: n = N()
k = K()
print(k.n)
k.n = 'instance wins'
print(k.n, K.n)
del k.n
print(k.n)
print(D().__get__(None, int), D().__get__('s'))
class OnlySet:
    def __set__(self, o, v): o.__dict__['s'] = v * 2
class S: s = OnlySet()
x = S()
print(type(x.s).__name__)
x.s = 21
print(x.s, vars(x))
try: del x.s
except AttributeError as e: print(e)
