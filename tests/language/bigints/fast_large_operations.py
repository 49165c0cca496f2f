# Very large operands finish quickly and are consistent.
# heavy
a = 3 ** 60000
b = 7 ** 30000
m = a * b
print(m % (2 ** 61 - 1) == (a % (2 ** 61 - 1)) * (b % (2 ** 61 - 1)) % (2 ** 61 - 1))
print(m // a == b, m % b, (m + 12345) % b, divmod(m + 5, a) == (b, 5))
print(a.bit_length(), (a << 1000) >> 1000 == a, (a ^ b) ^ b == a, a - b + b == a, -a // b == -(a // b) - 1)
print(pow(3, 10 ** 50, 10 ** 40 + 7), (2 ** 100003 - 1) % (2 ** 13 + 17))
h = hex(a)
print(len(h), int(h, 16) == a, h[:12], h[-8:])
import sys
sys.set_int_max_str_digits(0)
s = str(a)
print(len(s), s[:15], s[-15:], int(s) == a)
t = str(2 ** 400000)
print(len(t), t[:10], t[-10:], int(t) == 1 << 400000)
f = 1
for i in range(1, 2001): f *= i
print(f.bit_length(), len(str(f)), f % (2 ** 89 - 1))
