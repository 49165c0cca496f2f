import math
x = 2**200 - 7**80
print(x // 3**50, x % -10**9, divmod(-x, 1 << 65), pow(3, x, 10**9 + 7), x.bit_length(), ~x >> 70 & 255)
print(float(10**300), 1e308 * 10, -0.0, 0.1 + 0.2, round(2.675, 2), (-2) ** 0.5, int('z', 36), 1 / 3j)
print(math.gcd(x, 2**64), math.isqrt(x), math.nan, hash(2**61), 3 .__add__(2.5), True + True, 5 // -2, 5 % -2.5)
