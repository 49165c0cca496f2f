# Merge sort on sorted, reversed, equal, sawtooth and random-like inputs of many sizes.
# heavy
def lcg(n, m):
    x, out = 12345, []
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2 ** 31
        out.append(x % m)
    return out
def ok(a, s): return all(s[i] <= s[i + 1] for i in range(len(s) - 1)) and len(a) == len(s) and sum(a) == sum(s)
bad = 0
for n in list(range(70)) + [127, 128, 129, 255, 256, 1000, 1023, 5000]:
    for a in (list(range(n)), list(range(n, 0, -1)), [5] * n, [i % 7 for i in range(n)],
            [i if i % 10 else -i for i in range(n)], lcg(n, 10), lcg(n, 10 ** 9), list(range(n // 2)) * 2,
            [n - i if i < n // 3 else i for i in range(n)]):
        if not ok(a, sorted(a)): bad += 1
        b = a[:]
        b.sort(reverse=True)
        if b != sorted(a, key=lambda v: -v): bad += 1
        if sorted(map(float, a)) != sorted(a): bad += 1
        if sorted(map(str, a)) != [str(x) for x in sorted(a, key=str)]: bad += 1
print(bad)
big = lcg(200000, 2 ** 31)
s = sorted(big)
print(s[0], s[100000], s[-1], s == sorted(s), sorted(s, reverse=True)[0])
class Count:
    n = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        Count.n += 1
        return self.v < o.v
sorted(map(Count, range(1000))); print(Count.n)
Count.n = 0; sorted(map(Count, range(1000, 0, -1))); print(Count.n)
Count.n = 0; sorted(map(Count, lcg(1000, 10 ** 6))); print(Count.n < 9000)
