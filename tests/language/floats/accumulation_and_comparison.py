# Float sums, comparisons and equality with integers and between themselves.
s = 0.0
for _ in range(10): s += 0.1
print(s, s == 1.0, sum([0.1] * 10), abs(s - 1.0) < 1e-9, sum([1e16, 1.0, -1e16]), sum([0.1, 0.2, 0.3]),
    sum([1, 0.5, True]))
print(1.0 == 1, 1.5 > 1, 0.1 + 0.2 == 0.3, 0.1 + 0.2 > 0.3, 1e16 == 10 ** 16, 2.0 in (1, 2, 3),
    [1.0, 2].index(2.0), {1: 'a'}[1.0], 3.0 == 3 + 0j)
x = 1.0
n = 0
while x + 1.0 != 1.0:
    x /= 2
    n += 1
print(n, x)
v, k = 1.0, 0
while v > 0: v /= 2; k += 1
print(k)
def newton(a):
    g = a
    for _ in range(60): g = (g + a / g) / 2
    return g
print(newton(2.0), newton(2.0) ** 2, newton(1e10))
h = 0.0
for i in range(1, 1001): h += 1 / i
print(h)
p = 0.0
for i in range(2000): p += (-1) ** i / (2 * i + 1)
print(p * 4)
e = t = 1.0
for i in range(1, 20): t /= i; e += t
print(e)
print([i * 0.1 for i in range(11)])
m = 1.0
for _ in range(5): m *= 1e70
print(m, m * 0, -m, 1e308 + 1e308 - 1e308)
