# key functions of min and max, and generators that next() with a default goes on with, may wait
# without a native stack
# weft only
import weft


def slowly(value):
    weft.sleep(0)
    return -value


def numbers():
    weft.sleep(0)
    yield 7


def least(values):
    return min(values, key=slowly)


def greatest(values):
    return max(values, key=lambda value: slowly(value))


def first(generator):
    return next(generator, "nothing")


before = weft.stats()["pinned"]
tasks = [
    spawn(least, [1, 3, 2]),
    spawn(greatest, (value for value in (5, 4, 6))),
    spawn(greatest, numbers()),
    spawn(first, numbers()),
    spawn(min, [1, 2], key=slowly),
]
for _ in range(2):
    weft.sleep(0)
    print(weft.stats()["pinned"] - before)
print([task.result() for task in tasks])
