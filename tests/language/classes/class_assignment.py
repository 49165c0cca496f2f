# Assigning __class__ changes behaviour; illegal assignments are refused.
class A:
    def who(self): return 'A'
class B:
    def who(self): return 'B'
    extra = 1
class S:
    __slots__ = ('x',)
class S2:
    __slots__ = ('x',)
class Int(int): pass
a = A(); a.v = 5
print(a.who())
a.__class__ = B
print(a.who(), a.v, a.extra, type(a).__name__, isinstance(a, A))
for o, c in ((a, S), (a, 5), (a, int), (1, A), (S(), A), (a, Int), ([], list), (A, B)):
    try:
        o.__class__ = c
        print('ok')
    except TypeError as e: print(e)
s = S(); s.x = 9
s.__class__ = S2
print(s.x, type(s).__name__)
class M(type): pass
class K(metaclass=M): pass
class M2(type):
    def hi(cls): return 'hi from M2'
K.__class__ = M2
print(K.hi(), type(K).__name__)
