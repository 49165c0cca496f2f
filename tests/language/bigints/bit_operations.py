# Bitwise operations on negative and positive large integers (two's complement view).
a, b = 0xF0F0F0F0F0F0F0F0F0F0F0F0, 0x0FF00FF00FF00FF00FF00FF0
for x in a, -a:
    for y in b, -b, 255, -256, -1, 0:
        print(hex(x & y), hex(x | y), hex(x ^ y))
print(hex(~a), hex(~-a), ~(2 ** 64 - 1), hex(-1 & a), -1 ^ a == ~a)
n = 1 << 200
print(n >> 199, n >> 200, n >> 201, -n >> 199, -n >> 200, -n >> 201, -n >> 500, (n - 1) >> 190,
    -(n - 1) >> 190)
print((n | 1) & 1, (n | 1) ^ n, n & (n - 1), n & -n == n, (n * 12) & -(n * 12) == n * 4,
    (n - 1).bit_count(), (-n).bit_length())
print(bin(-5), bin(-5 & 0xFF), hex(-2 ** 65), oct(2 ** 66 - 1), f'{-2 ** 65:#b}'.count('0'))
m = 0
for i in range(0, 130, 13): m |= 1 << i
print(hex(m), m.bit_count(), [i for i in range(m.bit_length()) if m >> i & 1])
print(sum(1 << i for i in range(100)) == (1 << 100) - 1, (1 << 100) - 1 & ~(1 << 50), 5 ^ -5,
    2 ** 70 ^ -2 ** 70)
