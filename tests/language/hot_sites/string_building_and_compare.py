# String operations in hot loops: concatenation, formatting, comparison, membership, slicing.
s = ''
for i in range(2000): s += chr(97 + i % 26)
print(len(s), s[:5], s[-5:], s.count('abc'),
    hash(s) == hash(''.join(chr(97 + i % 26) for i in range(2000))))
words = ['alpha', 'beta', 'gamma', 'alphabet', 'Beta', 'été', 'alpha']
counts = {}
for w in words * 100:
    if w == 'alpha': counts['eq'] = counts.get('eq', 0) + 1
    if 'alpha' in w: counts['in'] = counts.get('in', 0) + 1
    if w < 'beta': counts['lt'] = counts.get('lt', 0) + 1
    if w[0] == w[-1]: counts['ends'] = counts.get('ends', 0) + 1
    if w.startswith(('al', 'é')): counts['starts'] = counts.get('starts', 0) + 1
    counts[w.upper()] = counts.get(w.upper(), 0) + 1
print(counts)
out = []
for v in (1, 1.5, 'x', None, [1], True, 2 ** 70, 1j) * 20: out.append(f'{v}|{v!r:>6}|%s' % v)
print(out[:8], len(set(out)))
def rev(t):
    r = ''
    for c in t: r = c + r
    return r
print(rev('hello'), rev('añ😀b'), rev(rev(s)) == s)
def palin(t): return t == t[::-1]
print([palin(t) for t in ('abba', 'abc', '', 'é', 'ééa')])
def caesar(t,
        k): return ''.join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() and c.isascii() else c for c in t)
print(caesar('hello, wörld', 3), caesar(caesar(s, 5), -5) == s)
b = bytearray()
for i in range(500): b += b'%d,' % i
print(len(b), b[-8:], b.count(b','))
line = 'key=value; other=thing; last=1'
for _ in range(100): d = dict(p.strip().split('=') for p in line.split(';'))
print(d)
parts = []
for i in range(300): parts.append(str(i * i)); parts.append(' ' if i % 10 else '\n')
text = ''.join(parts); print(len(text), len(text.split()), len(text.splitlines()), text.split()[77])
a = 'abc' * 10
same = ''.join(['abc'] * 10)
print(a == same, a is a, a != same + '', sum(a == same for _ in range(100)), a < same + 'd',
    max(a, same) == a)
