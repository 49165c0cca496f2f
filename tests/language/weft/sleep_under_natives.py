# tasks may wait below functions that call back: others run meanwhile, the results are right
# weft only
import functools
import weft

order = []


def slow(name, value):
    weft.sleep(0)
    order.append(name)
    return value


def elements(name, values):
    for value in values:
        weft.sleep(0)
        order.append(name)
        yield value


def key(name):
    return functools.partial(slow, name)


tasks = [
    spawn(lambda: sorted([3, 1, 2], key=key("sorted"))),
    spawn(lambda: sum(elements("sum", [1, 2, 3]))),
    spawn(lambda: max(elements("max", [1, 3, 2]), key=key("key"))),
    spawn(lambda: [pair for pair in zip(elements("zip", "ab"), [1, 2])]),
    spawn(lambda: list(map(key("map"), [1, 2]))),
    spawn(lambda: functools.reduce(lambda a, b: slow("reduce", a * b), [2, 3, 4])),
    spawn(lambda: dict.fromkeys(elements("keys", "xy"), 0)),
]
print([task.result() for task in tasks])
print({name: order.count(name) for name in dict.fromkeys(sorted(order))})
print(order[:3] != sorted(order)[:3], weft.stats()["alive"])
