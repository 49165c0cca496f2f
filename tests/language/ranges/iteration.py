# Iterating ranges: loops, big bounds, iterators, negative steps, nested.
print([i for i in range(3)], [*range(5, -1, -2)], tuple(range(-2, 3)), list(zip(range(3), range(10, 13))),
    sum(range(1001)), [range(i)[-1:] for i in (0, 1, 5)])
it = iter(range(3))
print(next(it), list(it), next(it, 'end'), type(it).__name__, type(iter(range(10 ** 30))).__name__)
for i in range(2 ** 62 - 2, 2 ** 62 + 2): print(i, end=' ')
print()
for i in range(2 ** 63 - 1, 2 ** 63 + 2): print(i, end=' ')
print()
for i in range(-2 ** 63 + 1, -2 ** 63 - 3, -1): print(i, end=' ')
print()
for i in range(10 ** 25, 10 ** 25 + 3): print(i % 10, end=' ')
print([i for i in range(10, 0, -3)], [j for i in range(4) for j in range(i)],
    len([0 for _ in range(100000)]))
for i in range(3):
    for i in range(2): pass
    print(i, end=' ')
print()
r = iter(range(10))
print([next(r), next(r)], [x for x in r if x % 2], list(reversed(range(2, 9, 3))), it.__length_hint__(),
    iter(range(5)).__length_hint__())
n = 0
for i in range(0, 1000000, 7): n += i
print(n, i)
for i in range(0): pass
print(i)
print(list(enumerate(range(2, 4))), dict(zip('ab', range(2))),
    list(map(lambda a, b: a * b, range(3), range(3))), [*reversed(range(3))], list(range(0, -5, -2)),
    max(range(5), key=lambda x: -x), sorted(range(5), reverse=True), 5 in range(0, 10, 5), -1 in range(5))
