# itertools: count, repeat, product, permutations, combinations.
from itertools import (combinations, combinations_with_replacement, count, permutations, product,
                       repeat)

c = count()
print([next(c) for _ in range(3)], c)
for args in ((10,), (1, 2), (1.5, 0.5), (5, -1), (2 ** 62 - 1,), (1, 1.0)):
    c = count(*args)
    print(c, next(c), next(c), next(c), c)
print(count(start=3, step=2), count(step=3))
print(list(repeat('x', 3)), repeat(1), repeat([1], 2), list(repeat(1, -2)), repeat(object=2, times=3))
r = repeat(7, 5)
next(r)
print(r, r.__length_hint__(), list(zip(repeat(0), 'ab')))
print(list(product('ab', [1, 2])), list(product()), list(product([0, 1], repeat=2)),
      list(product('ab', [])), list(product([1], repeat=0)), len(list(product('abc', 'xy', repeat=2))))
print(list(permutations('abc')), list(permutations('abc', 2)), list(permutations('ab', 3)),
      list(permutations([], 0)), list(permutations('abc', 0)), len(list(permutations(range(6), 4))))
print(list(permutations(range(4), 3)))
print(list(combinations('abcd', 2)), list(combinations('ab', 3)), list(combinations('ab', 0)),
      list(combinations(r=2, iterable='abc')))
print(list(combinations(range(6), 4)))
print(list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement([], 2)),
      list(combinations_with_replacement('ab', 0)), list(combinations_with_replacement('ab', 3)))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


for action in (lambda: count('a'), lambda: count(1, 'a'), lambda: repeat(), lambda: repeat(1, 'a'),
               lambda: product(5), lambda: product([1], repeat=-1), lambda: product([1], x=3),
               lambda: permutations([1, 2], -1), lambda: permutations([1, 2], 'a'),
               lambda: combinations([1], -1), lambda: combinations([1]),
               lambda: combinations_with_replacement(5, 2), lambda: repeat(1).__length_hint__()):
    attempt(action)
it = combinations('abc', 2)
print(next(it), iter(it) is it, list(it), list(it), type(it).__name__)
