# Very wide containers and long strings in repr, comparison, hashing and formatting.
# heavy
l = list(range(200000))
print(len(repr(l)), repr(l)[:20], repr(l)[-20:], l == list(range(200000)), l < l + [1],
    hash(tuple(l)) == hash(tuple(range(200000))))
d = {i: str(i) for i in range(100000)}
print(len(repr(d)), d == {i: str(i) for i in range(100000)}, repr(d)[:30],
    len(d.items() & {(5, '5'), (6, 'x')}), sum(d))
s = 'ab' * 1000000
print(len(s), s.count('ba'), s[999999:1000003], s == 'ab' * 1000000, hash(s) == hash('ab' * 1000000),
    len(repr(s)), s.find('aa'), len(s.upper()), s.replace('ab', 'c').count('c'), len(s.split('b')))
t = [[j for j in range(100)] for i in range(1000)]
print(sum(map(sum, t)), len(str(t)), [r[0] for r in t].count(0), max(map(len, t)),
    t == [list(range(100))] * 1000)
st = set(range(0, 300000, 3)) & set(range(0, 300000, 2)); print(len(st), 6 in st, 4 in st, sum(st))
x = {'k' + str(i): {'v': [i] * 3} for i in range(10000)}
print(len(str(x)), x['k9999'], sum(v['v'][0] for v in x.values()), list(x)[5000])
b = bytes(range(256)) * 4000; print(len(b), b.count(b'\x00\x01'), len(b.hex()), len(repr(b)), b[::-1][:3])
print(len(','.join(map(str, l))), len(f'{l}'), len('%s' % (l,)), '{:>1000000}'.format('x').count(' '),
    len('-'.join('x' * 50000)), max(l), sum(l), sorted(l, reverse=True)[:3])
args = list(range(50000))
def f(*a): return len(a), a[-1]
print(f(*args), max(*args), len([*args, *args]), len({**dict.fromkeys(map(str, args)), **{}}),
    len((*args,)))
