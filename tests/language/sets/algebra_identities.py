# Identities of set algebra over many small sets.
# heavy
import sys
univ = range(6)
subsets = [{i for i in univ if m >> i & 1} for m in range(64)]
full = set(univ)
bad = 0
for a in subsets:
    for b in subsets:
        ok = (a | b) == (b | a) and (a & b) == (b & a) and (a ^ b) == (a | b) - (a & b) and a - b == a & (full - b) and full - (a | b) == (full - a) & (full - b)
        ok = ok and (a <= b) == (a & b == a) == (a - b == set()) == a.issubset(b) and (a < b) == (a <= b and a != b) and a.isdisjoint(b) == (not a & b) and len(a | b) == len(a) + len(b) - len(a & b)
        ok = ok and (frozenset(a) | b) == a | b and (a | frozenset(b)) == a | b and hash(frozenset(a | b)) == hash(frozenset(b | a)) and ((a == b) == (frozenset(a) == b))
        c = set(a); c |= b; ok = ok and c == a | b
        c = set(a); c &= b; ok = ok and c == a & b
        c = set(a); c -= b; ok = ok and c == a - b
        c = set(a); c ^= b; ok = ok and c == a ^ b
        d = dict.fromkeys(a)
        ok = ok and d.keys() & b == a & b and d.keys() | b == a | b and d.keys() - b == a - b and d.keys() ^ b == a ^ b and (d.keys() <= b) == (a <= b)
        bad += not ok
print(bad, len({frozenset(s) for s in subsets}), sum(map(len, subsets)), len(set.union(*subsets)),
    set.intersection(*subsets), sorted(set().union(*[[1], (2,), 'c' and {3}])))
