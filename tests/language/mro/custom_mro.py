# A metaclass may compute the MRO itself.
class Rev(type):
    def mro(cls):
        m = super().mro()
        return [m[0]] + m[-2:0:-1] + [object]
class A: v = 'A'
class B: v = 'B'
class C(A, B, metaclass=Rev): pass
print([k.__name__ for k in C.__mro__], C.v, C().v)
class Bad(type):
    def mro(cls): return [cls, 5]
class Bad2(type):
    def mro(cls): return 'xy'
class Bad3(type):
    def mro(cls): raise ValueError('from mro')
for m in Bad, Bad2, Bad3:
    try: m('T', (), {})
    except Exception as e: print(type(e).__name__, e)
class Tup(type):
    def mro(cls): return (cls, object)
print(Tup('U', (A,), {}).__mro__[1:], hasattr(Tup('U', (A,), {}), 'v'))
