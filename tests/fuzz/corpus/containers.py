a = [3, 1, 2]; a += a; a[1:3] = 'xyz'; a.sort(key=str, reverse=True)
d = {**{'a': 1}, 2: [a]}; d |= {(1, 2): 3}
for k, v in d.items(): print(k, v)
s = {1, 2} ^ frozenset([2, 3]) | set('ab')
t = (*a, *d) * 2
a.append(a); print(a, d, sorted(map(str, s)), t[::-2], t[5:1:-1])
b = bytearray(b'abc'); m = memoryview(b)[1:]; m[0] = 65
first, *rest = range(10**20, 10**20 + 3)
print(b, rest, max(d, key=str), sum([[1], [2]], []), list(zip(a, s, strict=False)))
