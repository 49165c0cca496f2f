# Arithmetic is exact across machine-word limits.
for e in 30, 31, 32, 52, 53, 61, 62, 63, 64, 127, 128:
    p = 2 ** e
    print(e, p - 1, p, p + 1, -p - 1, -p, p * 2 - p, p * p // p == p, (p - 1) + (p - 1),
        (p - 1) * (p + 1) == p * p - 1, -p // 1, ~p)
x = 4611686018427387903
print(x + 1, x * 2, x * x, x << 1, -x - 1, -x - 2, (x + 1) - 1 == x, x ** 2 - (x - 1) * (x + 1))
y = -4611686018427387904
print(y - 1, y * -1, y * y, abs(y), -y, y // -1, y + y, y << 1, y >> 1, y ^ x, y & x, y | x)
n = 1
for i in range(70): n = n * 2 + 1
print(n, n >> 60, n & 0xFFFF)
s = 0
for i in range(100): s += 10 ** 18
print(s, s - 10 ** 20)
c = 4611686018427387900
while c < 4611686018427387910: c += 1
print(c)
c = -4611686018427387900
for _ in range(8): c -= 1
print(c)
d = 2 ** 64
d -= 2 ** 64 - 5
print(d, d * 3, {5: 'five'}[d], d is not None, [10, 20, 30, 40, 50, 60][d])
print(3037000500 * 3037000500, 3037000499 ** 2, 2147483648 * 2147483648 * 2, 4294967296 * -4294967296)
