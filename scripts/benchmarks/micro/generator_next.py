"""What one resumption of a generator in a for loop costs, above the bare loop, in nanoseconds."""
import time


def produce(count):
    for i in range(count):
        yield i


def constant(count):
    while count:
        yield None
        count -= 1


def bare_range(count):
    for _ in range(count):
        pass


def over_generator(generator):
    for _ in generator:
        pass


def nanoseconds(action, count):
    best = None
    for _ in range(5):
        started = time.perf_counter()
        action()
        elapsed = time.perf_counter() - started
        if best is None or elapsed < best:
            best = elapsed
    return best / count * 1e9


def main():
    count = 1000000
    print("for over range            %7.1f ns" % nanoseconds(lambda: bare_range(count), count))
    print("for over generator        %7.1f ns"
          % nanoseconds(lambda: over_generator(produce(count)), count))
    print("for over while generator  %7.1f ns"
          % nanoseconds(lambda: over_generator(constant(count)), count))
    print("sum of generator          %7.1f ns" % nanoseconds(lambda: sum(produce(count)), count))


main()
