"""A minute's tour of the language, each part on its own."""
import math

# Text and numbers
planet, radius = "Earth", 6371
print(f"{planet}: {4 * math.pi * radius**2:,.0f} square kilometres, {2**100 = }")

# Functions with every kind of parameter
def describe(name, /, *tags, sep=", ", **facts):
    return f"{name} [{sep.join(tags)}] {facts}"

print(describe("lamp", "red", "old", price=30))

# Classes
class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

print(Vector(1, 2) + Vector(3, 4))

# Generators, one feeding the other
def primes():
    found = []
    candidate = 2
    while True:
        if all(candidate % prime for prime in found if prime * prime <= candidate):
            found.append(candidate)
            yield candidate
        candidate += 1

def take(count, values):
    for _, value in zip(range(count), values):
        yield value

print(list(take(10, primes())))

# Patterns
def area(shape):
    match shape:
        case {"circle": radius}:
            return math.pi * radius**2
        case {"box": (width, height)}:
            return width * height
        case _:
            raise ValueError(f"no such shape: {shape!r}")

print([round(area(shape), 2) for shape in ({"circle": 1}, {"box": (2, 3)})])

# Errors that tell where they come from
try:
    area("line")
except ValueError as error:
    print("refused:", error)

# Coroutines, driven by hand
async def double(value):
    return 2 * value

async def main():
    return await double(20) + await double(1)

coroutine = main()
try:
    coroutine.send(None)
except StopIteration as end:
    print("the coroutine says", end.value)
