"""Integers beyond a machine word: products, powers, digits of pi and e, modular arithmetic."""


def factorial(n):
    product = 1
    for factor in range(2, n + 1):
        product *= factor
    return product


def fibonacci(n):
    """By doubling: returns the n-th and the next."""
    if n == 0:
        return 0, 1
    a, b = fibonacci(n // 2)
    c = a * (2 * b - a)
    d = a * a + b * b
    return (d, c + d) if n % 2 else (c, d)


def arctangent_of_inverse(n, unit):
    total = term = unit // n
    square = n * n
    divisor = 3
    sign = -1
    while term:
        term //= square
        total += sign * (term // divisor)
        sign = -sign
        divisor += 2
    return total


def pi_digits(digits):
    """Machin's formula with ten digits to spare."""
    unit = 10 ** (digits + 10)
    pi = 4 * (4 * arctangent_of_inverse(5, unit) - arctangent_of_inverse(239, unit))
    return pi // 10**10


def e_digits(digits):
    unit = 10 ** (digits + 10)
    total = term = unit
    divisor = 1
    while term:
        term //= divisor
        total += term
        divisor += 1
    return total // 10**10


def is_probably_prime(n):
    if n % 2 == 0:
        return n == 2
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd //= 2
        twos += 1
    for base in (2, 3, 5, 7, 11, 13):
        value = pow(base, odd, n)
        if value in (1, n - 1):
            continue
        for _ in range(twos - 1):
            value = value * value % n
            if value == n - 1:
                break
        else:
            return False
    return True


def greatest_common_divisor(a, b):
    while b:
        a, b = b, a % b
    return a


def wide_mixing(rounds):
    """Words of 80 to 130 bits: the smallest big integers."""
    mask = (1 << 128) - 1
    state = 0x9E3779B97F4A7C15F39CC0605CEDC835
    for i in range(rounds):
        state = (state * 0xDA942042E4DD58B5 + i) & mask
        state ^= state >> 61
    return state


def main():
    print("factorial", factorial(3000) % (10**9 + 7) ** 3, len(str(factorial(1000))))
    print("fibonacci", fibonacci(500000)[0] % 10**20)
    print("pi", pi_digits(6000) % 10**20)
    print("e", e_digits(6000) % 10**20)
    found = [p for p in range(89, 1000, 2) if is_probably_prime(2**p - 1)]
    print("mersenne", found)
    print("gcd", greatest_common_divisor(fibonacci(3000)[0], fibonacci(4500)[0]) % 10**15)
    print("mixing", hex(wide_mixing(3000000)))


main()
