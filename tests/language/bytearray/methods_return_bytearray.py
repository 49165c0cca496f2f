# Methods shared with bytes give new bytearrays and leave the original alone.
a = bytearray(b'Ab cD')
for n, args in (('upper', ()), ('lower', ()), ('swapcase', ()), ('title', ()), ('capitalize', ()),
        ('strip', ()), ('strip', (b'A',)), ('center', (9, b'-')), ('replace', (b'b', b'XX')),
        ('zfill', (8,)), ('translate', (None, b' ')), ('removeprefix', (b'A',)), ('expandtabs', ()),
        ('ljust', (7,)), ('rjust', (7, b'.'))):
    r = getattr(a, n)(*args)
    print(n, r, type(r).__name__, r is a)
print(a.split(), a.partition(b' '), a.splitlines(), a.rsplit(b' ', 1), a.find(b'c'), a.count(98),
    a.startswith(b'Ab'), a.endswith((b'D',)), a.isalpha(), a.hex(), a[1:3], a * 2, a.index(b'b'),
    a.rpartition(b'b'))
print(a, b'x'.join([a, a]), bytes(a), list(a), sorted(a), max(a), a[::-1], a[0], int(bytearray(b'42')),
    f'{a}', '%s' % a, a.__len__(), a.__contains__(65), a.__getitem__(slice(0, 2)))
class BA(bytearray):
    def twice(self): return self + self
x = BA(b'q'); x.note = 'n'
print(x.twice(), type(x.twice()).__name__, x.note, x, repr(x), type(x[:]).__name__)
it = iter(a); a.clear(); print(list(it))
g = bytearray()
for i in range(1000): g.append(i % 256)
print(len(g), g[999], g.count(0), sum(g)); del g[::2]; print(len(g), g[:5])
