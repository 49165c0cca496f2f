# TypeError messages for missing and surplus positional arguments.
def z(): pass
def a1(a): pass
def a2(a, b): pass
def a3(a, b, c): pass
def a4(a, b, c, d): pass
def d1(a, b=1): pass
def d2(a, b=1, c=2): pass
def v(a, *r): pass
def only_defaults(a=1, b=2): pass
def t(f, *a, **k):
    try: f(*a, **k)
    except TypeError as e: print(e)
t(z, 1); t(z, 1, 2)
t(a1); t(a1, 1, 2); t(a1, 1, 2, 3)
t(a2); t(a2, 1); t(a2, b=1); t(a2, 1, 2, 3)
t(a3); t(a3, 1); t(a3, 1, 2); t(a3, b=1); t(a3, 1, 2, 3, 4)
t(a4); t(a4, 1); t(a4, c=1); t(a4, a=1, d=2)
t(d1); t(d1, 1, 2, 3); t(d2, 1, 2, 3, 4); t(d2, b=5)
t(v); t(only_defaults, 1, 2, 3); t(only_defaults, 1, 2, 3, 4)
t(lambda: 0, 1); t(lambda x: x); t(lambda x, y=1: x, 1, 2, 3)
class C:
    def m(self): pass
    def n(self, a): pass
    def none(): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(a): pass
    def __init__(self, x): pass
t(C); t(C, 1, 2); c = C(1)
t(c.m, 1); t(c.n); t(c.n, 1, 2); t(c.none); t(c.c, 1); t(C.c, 5); t(c.s); t(C.m); t(C.n, c)
