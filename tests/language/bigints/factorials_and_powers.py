# Large products and powers, printed and checked.
def fact(n):
    r = 1
    for i in range(2, n + 1): r *= i
    return r
print(fact(50))
print(str(fact(500))[:30], len(str(fact(500))), fact(500) % 10 ** 124 == 0, fact(500) % 10 ** 125 == 0)
print(3 ** 200)
print(2 ** 1000 % 10 ** 20, 7 ** 333 % 1000007, len(str(2 ** 10000)), (-3) ** 101 == -(3 ** 101),
    (-3) ** 100 > 0)
print(fact(60) // fact(58), fact(30) % 31, fact(100) // 2 ** 97 % 2)
print(sum(int(d) for d in str(2 ** 1000)), (10 ** 50 + 1) ** 2, (10 ** 20 - 1) ** 3)
def fib(n):
    a, b = 0, 1
    while n: a, b, n = b, a + b, n - 1
    return a
print(fib(300), fib(1000) % 10 ** 15)
def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x: return x
        x = y
print(isqrt(2 * 10 ** 100), isqrt(10 ** 60) == 10 ** 30)
