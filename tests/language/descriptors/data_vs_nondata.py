# Precedence of data descriptors, instance dictionary and non-data descriptors.
class Data:
    def __get__(self, o, t): return 'data'
    def __set__(self, o, v): pass
class NonData:
    def __get__(self, o, t): return 'non-data'
class DelOnly:
    def __get__(self, o, t): return 'del-only'
    def __delete__(self, o): print('deleting')
class C:
    a, b, c = Data(), NonData(), DelOnly()
o = C()
o.__dict__.update(a='A', b='B', c='C')
print(o.a, o.b, o.c)
try: o.c = 1
except AttributeError as e: print(e)
try: del o.a
except AttributeError as e: print(e)
del o.c
class M(type):
    a = Data()
    b = NonData()
    d = Data()
class K(metaclass=M):
    a = 'class a'
    b = 'class b'
print(K.a, K.b, K.d)
try: print(K().a, K().d)
except AttributeError as e: print(e)
class Base: x = Data()
class Derived(Base): x = 'plain'
print(Derived().x)
d = Derived(); d.x = 5; print(d.x)
Data.__get__ = lambda *a: 'patched'
print(o.a, Base().x)
