# the function of a map() that a loop goes through may wait without a native stack
# weft only
import weft


def slowly(value):
    weft.sleep(0)
    return value * 10


def through(iterable):
    return [value for value in iterable]


def by_next(iterator):
    return iterator.__next__()


before = weft.stats()["pinned"]
tasks = [
    spawn(through, map(slowly, range(3))),
    spawn(through, map(lambda a, b: slowly(a + b), [1, 2, 3], [10, 20])),
    spawn(by_next, map(slowly, [7])),
]
weft.sleep(0)
print(weft.stats()["pinned"] - before)
print([task.result() for task in tasks])
