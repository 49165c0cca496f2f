"""Calls in every form: keywords, defaults, *args, **kwargs, bound methods, map and built-ins."""


def area(width, height=2, *, scale=1):
    return width * height * scale


def total_of(*numbers):
    result = 0
    for number in numbers:
        result += number
    return result


def describe(**options):
    return len(options) + options.get("size", 0)


def forward(*arguments, **options):
    return area(*arguments, **options)


class Meter:
    def __init__(self, factor=1):
        self.factor = factor

    def read(self, value, offset=0):
        return value * self.factor + offset

    def __call__(self, value):
        return value + self.factor

    @classmethod
    def doubled(cls):
        return cls(2)

    @staticmethod
    def limit(value):
        return value if value < 100 else 100


def main():
    rounds = 400000
    total = 0
    for i in range(rounds):
        total += area(i)
        total += area(i, 3)
        total += area(i, height=4, scale=2)
    print("keywords", total)

    total = 0
    point = (1, 2, 3)
    for i in range(rounds):
        total += total_of(i, 1, 2) + total_of(*point) + describe(size=i, colour=1)
    print("packed", total)

    total = 0
    for i in range(rounds):
        total += forward(i, 2, scale=3)
    print("forwarded", total)

    meter = Meter(3)
    read = meter.read
    total = 0
    for i in range(rounds):
        total += read(i) + meter.read(i, offset=1) + meter(i) + Meter.limit(i)
        if i % 8 == 0:
            total += Meter.doubled().read(i)
    print("methods", total)

    total = 0
    for i in range(rounds):
        total += len(point) + abs(-i) + min(i, 50) + max(point) + int(isinstance(i, int))
    print("built-ins", total)
    numbers = list(range(rounds))
    print("map", sum(map(meter, numbers)), len(list(filter(lambda n: n % 3, numbers))))
    print("zip", sum(a * b for a, b in zip(numbers, reversed(numbers))) % 1000003)


main()
