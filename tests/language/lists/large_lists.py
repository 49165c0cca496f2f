# Lists of many elements: growth, front operations, search, slicing.
# heavy
a = []
for i in range(100000): a.append(i * 7 % 1000)
print(len(a), sum(a), a.count(7), a.index(993), max(a), a[99999], a[-100000], a[::10000])
b = a[25000:75000]; print(len(b), b[0], b[-1], a[50000:50003])
b.reverse(); print(b[:3]); b.extend(b); print(len(b))
while len(b) > 10: del b[len(b) // 2:]
print(len(b), b)
for i in range(2000): b.insert(0, i)
print(b[:3], len(b))
for i in range(1990): b.pop(0)
print(len(b), b[:3])
c = [0] * 1000000; c[999999] = 5; print(len(c), sum(c), c.index(5))
del c[::2]; print(len(c), c[-1])
c[:] = [1]; print(c)
d = [None] * 5 + list(range(5)) * 3; print(d)
e = [x * x for x in range(100000) if x % 3 == 0]; print(len(e), e[-1])
f = list(map(str, range(10000))); print(len(f), f[5000], ''.join(f)[:15], '9999' in f, f.index('777'))
m = [[i * j for j in range(100)] for i in range(100)]
print(sum(map(sum, m)), [r[99] for r in m][:4], list(zip(*m))[3][4])
try: [0] * 2 ** 62
except (MemoryError, OverflowError) as e: print(type(e).__name__)
try: [0] * 2 ** 70
except OverflowError as e: print(e)
