"""Plain function calls: deep recursion, mutual recursion, and many small functions."""


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def hanoi(discs, source, target, spare):
    if discs == 0:
        return 0
    moves = hanoi(discs - 1, source, spare, target)
    return moves + 1 + hanoi(discs - 1, spare, target, source)


def clamp(value, low, high):
    if value < low:
        return low
    if value > high:
        return high
    return value


def scale(value, factor):
    return value * factor


def mix(a, b):
    return clamp(scale(a, 3) - scale(b, 2), -1000, 1000)


def mix_many(count):
    state = 1
    for i in range(count):
        state = mix(state, i % 17) + clamp(i, 0, 5)
    return state


def main():
    print("fibonacci", fibonacci(30))
    evens = 0
    for n in range(4000):
        if is_even(n % 300):
            evens += 1
    print("even", evens)
    print("hanoi", hanoi(19, 1, 2, 3))
    print("mix", mix_many(1500000))


main()
