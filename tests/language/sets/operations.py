# Set algebra with operators and methods, set and frozenset mixes.
a, b = {1, 2, 3}, {3, 4}
def s(x): return sorted(x)
print(s(a | b), s(a & b), s(a - b), s(a ^ b), s(b - a), s(a.union(b, [9], 'x' and (8,))),
    s(a.intersection([3, 1], {3})), s(a.difference([1], (2,))), s(a.symmetric_difference([3, 5])),
    s(a.union()), a.intersection() == a, a.copy() == a, a.copy() is a)
print(a < {1, 2, 3, 4}, a <= a, a < a, a > {1}, a >= {1, 9}, a.issubset(range(5)), a.issuperset([1]),
    a.isdisjoint([7]), a.isdisjoint(b), a == {3, 2, 1}, a != b, a == frozenset(a), {1} < {2}, {1} > {2},
    set() < {1}, a == [1, 2, 3])
f = frozenset([1, 2])
print(type(a | f).__name__, type(f | a).__name__, type(f & a).__name__, f | {9} == {1, 2, 9}, f - {1},
    hash(f) == hash(frozenset([2, 1])), {f: 'k'}[frozenset((1, 2))], f in {f}, {1, 2} in {f}, f.copy() is f,
    frozenset(f) is f, frozenset() == set())
c = set(a)
c |= {7}
c &= {1, 2, 7}
c -= {1}
c ^= {7, 8}
print(s(c))
c.update([1], 'z')
c.difference_update(['z'])
c.intersection_update({1, 2})
c.symmetric_difference_update([2, 3])
print(s(c))
for code in ('a | [1]', 'a & "x"', 'a - 1', 'a ^ None', 'a < [1]', 'a + b', '[1] | a', 'a |= [1]',
        'a.union(1)', 'a.issubset(1)', 'f.add(1)', 'a <= 5', 'a.update(1)', 'a * 2', 'a.intersection(5)',
        'a.difference(None)', 'a > 1', 'f |= 5', '-a', 'a.isdisjoint(1)'):
    try: exec(code); print(code, 'ok')
    except Exception as e: print(code, '->', type(e).__name__, e)
