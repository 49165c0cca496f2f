# Special methods are looked up on the type, never on the instance.
class C:
    def __len__(self): return 1
    def __str__(self): return 'type str'
c = C()
c.__len__ = lambda: 99
c.__str__ = lambda: 'instance str'
c.__add__ = lambda o: 'instance add'
c.__iter__ = lambda: iter('x')
c.__call__ = lambda: 'called'
c.__enter__ = c.__exit__ = lambda *a: None
print(len(c), str(c), c.__len__())
for f in (lambda: c + 1), (lambda: list(c)), (lambda: c()), (lambda: c[0]), (lambda: hash(c) == hash(c)):
    try: print(f())
    except TypeError as e: print(e)
try:
    with c: pass
except TypeError as e: print(e)
C.__add__ = lambda self, o: 'type add'
C.__call__ = lambda self: 'type call'
print(c + 1, c())
del C.__add__
try: c + 1
except TypeError as e: print(e)
class D:
    def __getattr__(self, n):
        print('asked', n)
        return lambda *a: 'never for operators'
for f in (lambda: D() + 1), (lambda: len(D())), (lambda: D()[0]):
    try: f()
    except TypeError as e: print(e)
class M(type):
    def __len__(cls): return 7
    def __iter__(cls): return iter('abc')
    def __contains__(cls, x): return x == 'in'
class K(metaclass=M):
    def __len__(self): return 1
print(len(K), len(K()), list(K), 'in' in K)
