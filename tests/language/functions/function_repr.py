# repr of functions, methods and builtins (addresses removed).
def strip(o):
    s = repr(o)
    return s[:s.index(' at 0x')] + '>' if ' at 0x' in s else s
class C:
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    def __repr__(self): return 'C()'
def f():
    def g(): pass
    return g
def gen(): yield
async def co(): pass
async def ag(): yield
print(strip(f), strip(f()), strip(lambda: 0), strip(C.m), strip(C().m), strip(C.c), strip(C.s))
print(len, print, strip([].append), strip(''.join), strip('x'.__add__), str.join, int.__add__,
    strip(dict.fromkeys))
print(strip(gen()), strip(ag()), type(f), type(len), type(C().m), type([].append), type(str.join),
    type(int.__add__))
c = co(); print(strip(c)); c.close()
print(strip(object()), strip(iter([])), strip(map(str, [])), strip(object.__init__), strip((1).__add__))
print(C, C(), type, int, type(None), type(...), Exception, strip(Exception.__init__))
import sys
print(sys, strip(f.__code__)[:13])
