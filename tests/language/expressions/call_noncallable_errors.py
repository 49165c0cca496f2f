# Calling what cannot be called.
class C: pass
for o in (1, 's', None, C(), [], {}, (1, 2), (i for i in ()), Ellipsis, NotImplemented, slice(1), 1.5, b'',
        1j, range(2)):
    try: o()
    except Exception as e: print(type(e).__name__, e)
    try: o(1, x=2, *[3])
    except Exception as e: print(type(e).__name__, e)
class D:
    __call__ = 5
try: D()()
except TypeError as e: print(e)
class E:
    def __call__(self, *a, **k): return a, k
e = E()
print(e(), e(1, *[2], x=3), callable(e), callable(C()), callable(C), callable(len), callable(D()))
e.__call__ = lambda: 'instance attribute is not used'
print(e())
class F:
    __call__ = E()
print(F()(1))
