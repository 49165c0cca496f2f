# Functions as dict keys, set members and in comparisons.
def f(): pass
def g(): pass
d = {f: 'f', g: 'g', len: 'len', int: 'int'}
print(d[f], d[g], d[len], d[int], d.get(print))
print(f == f, f == g, f in [g, f], {f, f, g} == {g, f}, (lambda: 0) == (lambda: 0))
try: f < g
except TypeError as e: print(e)
class C:
    def m(self): pass
a, b = C(), C()
print(a.m == a.m, a.m == b.m, len({a.m, a.m, b.m}))
class Eq:
    def __eq__(self, o): return True
    __hash__ = object.__hash__
    def m(self): pass
print(Eq().m == Eq().m, Eq() == Eq())
print([].append == [].append, ''.join == ''.join)
x = []
print(x.append == x.append, x.append == [].append, len == len)
