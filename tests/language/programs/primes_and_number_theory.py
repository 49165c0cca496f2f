# Sieves, factorisation, perfect numbers, Collatz, Pythagorean triples, digits of e and pi.
# heavy
def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b'\0\0'
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]: flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]
p = sieve(100000)
print(len(p), p[:10], p[-1], sum(p))
def factor(n):
    out = {}
    d = 2
    while d * d <= n:
        while n % d == 0: out[d] = out.get(d, 0) + 1; n //= d
        d += 1 + (d > 2)
    if n > 1: out[n] = out.get(n, 0) + 1
    return out
print([factor(n) for n in (1, 12, 97, 1001, 2 ** 20, 600851475143)])
def divisors(n): return sorted({d for i in range(1, int(n ** 0.5) + 1) if n % i == 0 for d in (i, n // i)})
print([n for n in range(2, 9000) if sum(divisors(n)) == 2 * n], divisors(360))
def totient(n):
    for q in factor(n): n = n // q * (q - 1)
    return n
print([totient(n) for n in range(1, 20)], sum(totient(n) for n in range(1, 500)))
print(max(range(1, 3000), key=lambda n: (lambda f: f(f, n))(lambda f,
    k: 0 if k == 1 else 1 + f(f, k // 2 if k % 2 == 0 else 3 * k + 1))))
print([(a, b, c) for c in range(1, 30) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
def spigot_e(n):
    a = [1] * (n + 2); out = []
    for _ in range(n):
        q = 0
        for i in range(n + 1, 0, -1):
            q, a[i] = divmod(a[i] * 10 + q, i + 1)
        out.append(q)
    return '2.' + ''.join(map(str, out))
print(spigot_e(50))
def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
print(''.join(str(d) for _, d in zip(range(60), pi_digits())))
def pascal(n):
    row = [1]
    for _ in range(n): yield row; row = [a + b for a, b in zip([0] + row, row + [0])]
for r in pascal(6): print(' '.join(map(str, r)).center(20))
print(sum(list(pascal(40))[-1]), [int(str(n)[::-1]) for n in (120, 7, 98765)],
    [n for n in range(1000) if sum(int(d) ** len(str(n)) for d in str(n)) == n])
