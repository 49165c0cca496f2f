"""Functions as values: counters, composition, partial application, memoising decorators."""


def counter(start):
    value = start

    def step(by):
        nonlocal value
        value += by
        return value

    return step


def compose(outer, inner):
    def composed(x):
        return outer(inner(x))

    return composed


def adder(amount):
    return lambda x: x + amount


def memoised(function):
    known = {}

    def wrapper(n):
        if n in known:
            return known[n]
        result = function(n)
        known[n] = result
        return result

    return wrapper


def fold(function, start, items):
    total = start
    for item in items:
        total = function(total, item)
    return total


def make_partitions():
    @memoised
    def steps(n):
        if n < 3:
            return n
        return (steps(n - 1) + steps(n - 2) + steps(n - 3)) % 1000007

    return steps


def church(n):
    """The number n as a function that applies another n times."""

    def apply_to(function):
        def applied(x):
            for _ in range(n):
                x = function(x)
            return x

        return applied

    return apply_to


def main():
    step = counter(10)
    last = 0
    for i in range(3000000):
        last = step(i & 3)
    print(last)

    chain = adder(0)
    for i in range(20):
        chain = compose(adder(i), chain)
    total = 0
    for i in range(80000):
        total += chain(i)
    print(total)

    made = 0
    for i in range(900000):
        made += adder(i)(1) & 1
    print(made)

    partitions = make_partitions()
    total = 0
    for n in range(1, 1200000):
        total += partitions(n % 500)
    print(total)

    print(fold(lambda a, b: (a * 7 + b) % 1000003, 1, range(2000000)))
    print(church(900)(church(900)(lambda x: x + 1))(0))


main()
