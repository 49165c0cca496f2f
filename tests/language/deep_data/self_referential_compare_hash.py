# Comparing and hashing containers that contain themselves.
def t(f):
    try: print(f())
    except RecursionError as e: print('RecursionError')
    except TypeError as e: print(e)
a = []; a.append(a)
b = []; b.append(b)
t(lambda: a == a); t(lambda: a == b); t(lambda: a < b); t(lambda: a in a); t(lambda: b in a); t(lambda: a.index(a)); t(lambda: a.count(a)); t(lambda: a == [a]); t(lambda: a != a)
d = {}; d['d'] = d; e = {}; e['d'] = e
t(lambda: d == d); t(lambda: d == e); t(lambda: d['d']['d']['d'] is d)
p = ([],); p[0].append(p); q = ([],); q[0].append(q)
t(lambda: p == p); t(lambda: p == q); t(lambda: hash(p))
x, y = [], []; x.append(y); y.append(x)
t(lambda: x == y); t(lambda: x == x); t(lambda: sorted([a, b])); t(lambda: max(a, a)); t(lambda: a + a == [a, a]); t(lambda: len(a * 3))
class N:
    def __init__(self): self.peer = self
    def __eq__(self, o): return self.peer == o.peer
    def __hash__(self): return hash(self.peer)
t(lambda: N() == N()); t(lambda: hash(N())); t(lambda: {N(): 1})
t(lambda: a.copy() == a); t(lambda: list(a) == a); t(lambda: [*a][0] is a); t(lambda: a[:] == a); t(lambda: tuple(a)[0] is a); t(lambda: str(a) == str(b))
a.clear(); d.clear(); print(a, d)
