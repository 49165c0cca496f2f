"""Chains of generators: produce, transform, filter, window, merge; recursion by yield from."""


def numbers(count):
    state = 7
    for _ in range(count):
        state = (state * 48271) % 2147483647
        yield state


def scaled(source, factor):
    for value in source:
        yield value % factor


def without_multiples(source, divisor):
    for value in source:
        if value % divisor:
            yield value


def pairs(source):
    previous = None
    for value in source:
        if previous is not None:
            yield previous, value
        previous = value


def merged(left, right):
    a = next(left, None)
    b = next(right, None)
    while a is not None and b is not None:
        if a <= b:
            yield a
            a = next(left, None)
        else:
            yield b
            b = next(right, None)
    while a is not None:
        yield a
        a = next(left, None)
    while b is not None:
        yield b
        b = next(right, None)


def counting(start, step, limit):
    while start < limit:
        yield start
        start += step


def walk(low, high):
    """In-order walk of the balanced tree over low..high, without building it."""
    if low < high:
        middle = (low + high) // 2
        yield from walk(low, middle)
        yield middle
        yield from walk(middle + 1, high)


def running_mean():
    """A coroutine: takes values, gives back the mean so far."""
    total = 0
    count = 0
    mean = 0
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total // count


def main():
    stages = without_multiples(scaled(without_multiples(numbers(1200000), 3), 1000), 7)
    rising = sum(1 for a, b in pairs(stages) if a < b)
    print("pipeline", rising)

    streams = counting(0, 2, 300000)
    for step in (3, 5, 7):
        streams = merged(streams, counting(1, step, 300000))
    digest = 0
    for i, value in enumerate(streams):
        digest = (digest * 3 + value + i) % 1000003
    print("merged", digest)

    print("walk", sum(value * (i & 3) for i, value in enumerate(walk(0, 120000))))

    means = running_mean()
    next(means)
    total = 0
    for value in scaled(numbers(500000), 100):
        total += means.send(value)
    print("means", total)


main()
