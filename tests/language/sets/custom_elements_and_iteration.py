# Elements with own hash and equality, iteration guards, set of tuples, ordering-free checks.
class P:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v) % 3
    def __eq__(self, o): return self.v == o.v
s = {P(i % 10) for i in range(50)}
print(len(s), P(3) in s, P(11) in s, sorted(p.v for p in s))
s.remove(P(3))
s.discard(P(99))
s.add(P(4))
print(len(s), P(3) in s)
def t(f):
    try: print('ok', f())
    except RuntimeError as e: print(e)
def grow():
    z = {1, 2}
    for x in z: z.add(x + 10)
def shrink():
    z = {1, 2}
    for x in z: z.discard(3 - x)
def same():
    z = {1, 2}
    for x in z: z.add(x)
    return sorted(z)
def copy():
    z = {1, 2}
    for x in list(z): z.add(x + 10)
    return sorted(z)
for f in grow, shrink, same, copy: t(f)
class S(set):
    def add(self, x): super().add(x * 2)
    def __contains__(self, x): return True
    def __repr__(self): return 'S!'
x = S([1])
x.add(5)
print(sorted(x), 99 in x, repr(x), x == {1, 10}, type(x | {1}).__name__, type(x.copy()).__name__, len(x))
class F(frozenset): pass
print(F([1]), [F()], F([1]) == {1}, hash(F([1])) == hash(frozenset([1])), type(F() | {1}).__name__,
    set('a'), {F([2])} == {frozenset([2])})
it = iter({5})
print(next(it), next(it, 'end'), type(it).__name__, it.__length_hint__(), sorted({(1, 'b'), (1, 'a')}),
    max({3, 9, 4}), sum({1, 2}), any({0}), all({1}), list({'only'}), [*{7}], dict.fromkeys({1}))
seen, out = set(), []
for v in [3, 1, 3, 2, 1]:
    if v not in seen: seen.add(v); out.append(v)
print(out, set(map(len, ['a', 'bb', 'cc'])) == {1, 2},
    {frozenset(p) for p in ('ab', 'ba', 'cd')} == {frozenset('ab'), frozenset('cd')},
    len({frozenset(), frozenset([0]), frozenset([frozenset()])}))
