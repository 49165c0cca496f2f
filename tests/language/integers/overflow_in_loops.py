# Running computations move from small to big and back without change of meaning.
h = 0xcbf29ce484222325
for c in b'hello world':
    h ^= c
    h = h * 0x100000001b3 & 0xFFFFFFFFFFFFFFFF
print(hex(h))
x = 12345
out = []
for _ in range(6):
    x = (x * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    out.append(x >> 33)
print(out)
def collatz(n):
    steps = top = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
        top = max(top, n)
    return steps, top
print(collatz(27), collatz(2 ** 61 - 1), collatz(837799))
f = 1
fs = []
for i in range(1, 26):
    f *= i
    fs.append(f)
print(fs[19:])
while f > 1:
    f //= i if i > 1 else 1
    i -= 1
print(f)
a, b = 0, 1
for _ in range(100): a, b = b, a + b
print(a)
r = 0
for d in '123456789012345678901234567890': r = r * 10 + int(d)
print(r, r % 97, sum(range(10 ** 5)), sum(10 ** 18 for _ in range(30)))
acc = 2 ** 62 - 3
for i in range(6): acc += 1; print(acc, end=' ')
for i in range(6): acc -= 1
print(acc)
