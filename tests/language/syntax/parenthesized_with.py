# with statements: several items, parentheses, targets of all kinds.
class M:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print('enter', self.n)
        return self.n
    def __exit__(self, *a): print('exit', self.n)
with M(1): pass
with M(1) as a, M(2) as b: print(a, b)
with (M(1) as a, M(2) as b): print(a, b)
with (
    M(1) as a,
    M(2),
    M(3) as c,
): print(a, c)
with (M(1)): pass
with (M(1), M(2)): print('two')
with (M(1)) as x, M(4): print(x)
with M((1, 2)) as (p, q): print(p, q)
d = {}
with M(5) as d['k'], M([6, 7]) as [d['l'], *d['m']]: print(d)
class O: pass
with M(8) as O.attr: print(O.attr)
with (yield_ := M(9)): print(yield_.n)
