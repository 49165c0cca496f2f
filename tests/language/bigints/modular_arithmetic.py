# Modular powers, inverses, gcd and primality over large numbers.
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(2 ** 120 - 1, 2 ** 90 - 1) == 2 ** 30 - 1, gcd(6 ** 50, 10 ** 40) == 2 ** 40)
p = 2 ** 127 - 1
print(pow(3, p - 1, p), pow(5, -1, p) * 5 % p, pow(2, p, p), pow(p - 1, 2, p), pow(-3, 5, p) == p - 243)
def is_prime(n):
    if n < 2 or n % 2 == 0: return n == 2
    d, s = n - 1, 0
    while d % 2 == 0: d, s = d // 2, s + 1
    for a in 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37:
        if a >= n: continue
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([n for n in range(60) if is_prime(n)], is_prime(p), is_prime(2 ** 128 + 1), is_prime(10 ** 18 + 9),
    is_prime(561))
n, e = (2 ** 61 - 1) * (2 ** 89 - 1), 65537
d = pow(e, -1, (2 ** 61 - 2) * (2 ** 89 - 2))
m = int.from_bytes(b'secret message', 'big')
c = pow(m, e, n)
print(c, pow(c, d, n).to_bytes(14, 'big'))
def egcd(a, b):
    return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(egcd(10 ** 30 + 57, 10 ** 20 + 39))
