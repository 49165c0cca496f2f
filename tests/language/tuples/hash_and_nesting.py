# Tuples as keys, nested hashing, and unhashable parts.
d = {}
for i in range(100):
    for j in range(100): d[i, j] = i * j
print(len(d), d[7, 8], d[(99, 99)], (50, 101) in d, sum(d.values()), d.get((1,)), list(d)[:3])
deep = ()
for i in range(50): deep = (deep, i)
same = ()
for i in range(50): same = (same, i)
print(deep == same, hash(deep) == hash(same), deep is same, {deep: 'found'}[same], deep[1], deep[0][1],
    len(deep))
for bad in ([],), (1, {}), (1, (2, [3])), ({1},), (1, 2, bytearray()):
    try: hash(bad)
    except TypeError as e: print(e)
print(len({(1, 2), (2, 1), (1, 2), (1.0, 2), (True, 2)}), hash((0,)) == hash((False,)) == hash((0.0,)),
    ((),) == ((),), hash(((),)) == hash(((),)), {(): 'empty'}[()])
memo = {}
def paths(r, c):
    if (r, c) not in memo: memo[r, c] = 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
    return memo[r, c]
print(paths(15, 15), len(memo))
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(('K', self.v))
    def __eq__(self, o): return self.v == o.v
print((K(1), 2) == (K(1), 2), {(K(1), 'a'): 5}[(K(1), 'a')], hash((K(3),)) == hash((K(3),)))
