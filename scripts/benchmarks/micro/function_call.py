"""What one call of a script function costs, above the bare loop, in nanoseconds."""
import time


class Thing:
    def method(self):
        return None

    def one(self, a):
        return a


def nothing():
    return None


def one(a):
    return a


def three(a, b, c):
    return a


def default(a, b=1, *, c=2):
    return a


def bare_loop(count):
    for _ in range(count):
        pass


def call_nothing(count):
    for _ in range(count):
        nothing()


def call_one(count):
    for i in range(count):
        one(i)


def call_three(count):
    for i in range(count):
        three(i, i, i)


def call_keywords(count):
    for i in range(count):
        default(i, b=i, c=i)


def call_method(count):
    thing = Thing()
    for _ in range(count):
        thing.method()


def call_method_one(count):
    thing = Thing()
    for i in range(count):
        thing.one(i)


def call_constructor(count):
    for _ in range(count):
        Thing()


def call_built_in(count):
    text = "abc"
    for _ in range(count):
        len(text)


def nanoseconds(action, count):
    best = None
    for _ in range(5):
        started = time.perf_counter()
        action(count)
        elapsed = time.perf_counter() - started
        if best is None or elapsed < best:
            best = elapsed
    return best / count * 1e9


def main():
    count = 1000000
    loop = nanoseconds(bare_loop, count)
    print("bare loop               %7.1f ns" % loop)
    for name, action in (
        ("f()", call_nothing),
        ("f(a)", call_one),
        ("f(a, b, c)", call_three),
        ("f(a, b=b, c=c)", call_keywords),
        ("object.f()", call_method),
        ("object.f(a)", call_method_one),
        ("Class()", call_constructor),
        ("len(text)", call_built_in),
    ):
        print("%-22s  %7.1f ns" % (name, nanoseconds(action, count) - loop))


main()
