# Large dicts, growth, mixed key types, integer keys and hash collisions among numbers.
# heavy
d = {}
for i in range(50000): d[i] = i; d[str(i)] = -i
print(len(d), d[49999], d['49999'], sum(k for k in d if type(k) is int),
    sum(1 for k in d if isinstance(k, str)), '50000' in d)
for i in range(0, 50000, 3): del d[i]
print(len(d), 3 in d, 4 in d, d['3']); d.clear(); print(d, len(d))
m = {1: 'i', '1': 's', (1,): 't', b'1': 'b', 1.5: 'f', None: 'n', frozenset([1]): 'fs',
    True: 'bool replaces', 1j: 'c', int: 'type', ...: 'e', len: 'fn', 2 ** 80: 'big', -1: 'm1', -2: 'm2',
    float('inf'): 'inf'}
print(len(m), m[1], m[1.0], m[1 + 0j], m['1'], m[(1,)], m[b'1'], m[None], m[frozenset({1})], m[int], m[...],
    m[len], m[2.0 ** 80], m[-1], m[-2], m[float('inf')])
c = {i * 2 ** 61: i for i in range(50)}
c.update({i * (2 ** 61 - 1): -i for i in range(1, 50)})
print(len(c), c[5 * 2 ** 61], c[7 * (2 ** 61 - 1)])
n = {-i: i for i in range(100)}; print(n[-99], n[0], -0 in n, 0.0 in n, sorted(n)[:2], n.get(-1), n.get(-2))
f = {i / 10: i for i in range(100)}; print(f[0.1], f[2.0], f[2], f.get(0.1 + 0.2), 9.9 in f)
inv = {}
for w in ('listen', 'silent', 'enlist', 'abc', 'cab', 'x'): inv.setdefault(''.join(sorted(w)), []).append(w)
print(inv, {k: len(v) for k, v in inv.items()}, sorted(inv.items(), key=lambda kv: -len(kv[1]))[0][0])
nested = {}
for p in 'a.b.c', 'a.b.d', 'e': 
    cur = nested
    for part in p.split('.'): cur = cur.setdefault(part, {})
print(nested)
t = {}
t['self'] = t; print(t, len(t), t['self']['self'] is t)
