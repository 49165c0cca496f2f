# Greenlets may switch below any function that calls back or takes elements.
import collections
import functools
import itertools

import greenlet

main = greenlet.getcurrent()
turns = []


def away(value):
    turns.append(value)
    return main.switch(value)


def elements(*values):
    for value in values:
        away(value)
        yield value


def run(what, function):
    """Runs it, giving back what it switches away with."""
    del turns[:]
    worker = greenlet.greenlet(function)
    value = worker.switch()
    count = 0
    while not worker.dead:
        count += 1
        value = worker.switch(value)
    print(what, value, "after", count, turns)


run("map", lambda: [x for x in map(away, [1, 2])])
run("map of two", lambda: list(map(lambda a, b: away(a + b), [1, 2], [10, 20])))
run("map of generator", lambda: [x for x in map(away, elements(1, 2))])
run("filter", lambda: [x for x in filter(away, [0, 1, 2])])
run("filter of generator", lambda: list(filter(None, elements(0, 1, 2))))
run("zip", lambda: [pair for pair in zip(elements(1, 2), elements(3, 4))])
run("enumerate", lambda: [pair for pair in enumerate(elements("a", "b"))])
run("sorted", lambda: sorted([3, 1, 2], key=away))
run("sort", lambda: (lambda values: (values.sort(key=away, reverse=True), values))([3, 1, 2]))
run("min", lambda: min([3, 1, 2], key=away))
run("max", lambda: max(elements(3, 1, 2)))
run("sum", lambda: sum(elements(1, 2, 3)))
run("any", lambda: any(elements(0, 1, 2)))
run("all", lambda: all(elements(1, 0, 2)))
run("reduce", lambda: functools.reduce(lambda a, b: away(a + b), [1, 2, 3]))
run("partial", lambda: functools.partial(away, 5)())
run("list", lambda: list(elements(1, 2)))
run("tuple", lambda: tuple(elements(1, 2)))
run("set", lambda: sorted(set(elements(2, 1))))
run("dict", lambda: dict(elements((1, 2), (3, 4))))
run("join", lambda: "-".join(elements("a", "b")))
run("extend", lambda: (lambda values: (values.extend(elements(1, 2)), values))([0]))
run("deque", lambda: collections.deque(elements(1, 2)))
run("deque loop", lambda: [away(x) for x in collections.deque([1, 2])])
run("iter", lambda: list(iter(functools.partial(away, 0), 0)))
run("iter loop", lambda: [x for x in iter(lambda: away(len(turns)), 3)])
run("chain", lambda: list(itertools.chain(elements(1), elements(2))))
run("takewhile", lambda: list(itertools.takewhile(away, [1, 1, 0, 1])))
run("accumulate", lambda: list(itertools.accumulate([1, 2, 3], lambda a, b: away(a + b))))
run("groupby", lambda: [(k, list(g)) for k, g in itertools.groupby([1, 1, 2], away)])
run("next", lambda: next(elements(1, 2)))
run("unpacking", lambda: (lambda a, *b: (a, b))(*elements(1, 2, 3)))
run("in", lambda: 2 in elements(1, 2, 3))
run("counter", lambda: collections.Counter(elements("a", "b", "a")))
run("reversed", lambda: [away(x) for x in reversed([1, 2])])
