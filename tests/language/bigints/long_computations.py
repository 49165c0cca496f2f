# Numbers so large that work on them takes long: it is done apart, and gives what it should
# (CPython would take hours).
# weft only
# heavy
import math
import sys
import threading

sys.set_int_max_str_digits(0)
PRIME = 2 ** 61 - 1


def agree(name, left, right):
    print(name, left == right)


a = 3 ** 6000000
b = -(7 ** 3400000)
product = a * b
agree('power', a % PRIME, pow(3, 6000000, PRIME))
agree('product', product % PRIME, a % PRIME * (b % PRIME) % PRIME)
agree('square', a * a % PRIME, pow(a % PRIME, 2, PRIME))
for left in (product + 5, -product - 5):
    quotient, rest = divmod(left, b)
    agree('division', quotient * b + rest, left)
    print(b < rest <= 0, left // b == quotient, left % b == rest)

modulus = (1 << 9000) - 1234567
agree('modulo', pow(5, (1 << 9000) + 3, modulus),
      pow(5, 1 << 9000, modulus) * pow(5, 3, modulus) % modulus)
agree('negative modulus', pow(5, modulus - 4, -modulus), pow(5, modulus - 4, modulus) - modulus)

root = math.isqrt(a)
print('root', root * root <= a < (root + 1) * (root + 1))
agree('divisor', math.gcd((a >> 8000000) * 30, (a >> 8000000) * 42), (a >> 8000000) * 6)
agree('factorial', math.factorial(150000) // math.factorial(149999), 150000)
agree('choices', math.comb(2400000, 1200000) * 1200000, math.comb(2399999, 1199999) * 2400000)
agree('arrangements', math.perm(1 << 70, 40000) // math.perm(1 << 70, 39999), (1 << 70) - 39999)

number = a >> 8400000
shown = str(-number)
print('text', shown[0], len(shown), int(shown) == -number, int('_'.join(shown[1:])) == number)
agree('last digits', int(shown[-18:]), number % 10 ** 18)

# Several threads at once.
results = []


def work(n):
    results.append((n, (a * (a + n)) % PRIME == (a % PRIME) * ((a + n) % PRIME) % PRIME))


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results))
