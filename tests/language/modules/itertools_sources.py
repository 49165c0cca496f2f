# itertools that go through other iterators: results, laziness, argument errors.
from itertools import (accumulate, chain, compress, cycle, dropwhile, filterfalse, groupby, islice,
                       pairwise, starmap, takewhile, tee, zip_longest)
import operator


def source(name, n):
    for i in range(n):
        print('<', name, i, '>', end=' ')
        yield i


print(list(accumulate([1, 2, 3, 4])), list(accumulate('abc')), list(accumulate([])))
print(list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], operator.mul, initial=10)),
      list(accumulate([], initial=5)), list(accumulate(iterable=[1, 2], func=None)))
print(list(chain('ab', [1], ())), list(chain()), list(chain.from_iterable(['ab', 'c'])))
print(list(compress('abcdef', [1, 0, 1, 0, 1])), list(compress(data=[1], selectors=[0])))
c = cycle(source('c', 2))
print([next(c) for _ in range(5)], list(cycle([])))
print(list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])))
print(list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, '', 'a'])))
print([(k, list(g)) for k, g in groupby('aabbba')],
      [(k, list(g)) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)])
groups = groupby('aab')
k, first = next(groups)
k2, second = next(groups)
print(k, list(first), k2, list(second), list(groups))
g = groupby([1, 1, 2])
_, one = next(g)
print(next(one), next(one), next(one, 'end'), [(k, list(v)) for k, v in g])
print(list(islice(range(10), 3)), list(islice(range(10), 2, 8, 3)), list(islice(range(5), 1, None)),
      list(islice(range(5), None)), list(islice(range(5), 0)))
it = iter(range(10))
print(list(islice(it, 5, 3)), next(it), list(islice(it, 1, 3)), next(it))
it = iter(range(20))
print(list(islice(it, 1, 10, 4)), next(it))
print(list(pairwise('abcd')), list(pairwise('a')), list(pairwise([])))
print(list(starmap(pow, [(2, 3), [3, 2]])), list(starmap(max, ['abc', 'za'])))
a, b = tee(source('t', 3))
print(next(a), next(a), next(b))
print(list(b), list(a), tee([1], 0), len(tee([], 3)))
print(list(zip_longest('abc', [1], fillvalue='-')), list(zip_longest()), list(zip_longest('ab', [])))

print(next(chain(source('a', 2), source('b', 2))))
print(next(islice(source('i', 5), 2, None)))
print(next(starmap(lambda x: x, ((i,) for i in source('s', 2)))))
it = chain('ab')
print(iter(it) is it, type(it).__name__, repr(it).startswith('<itertools.chain object at 0x'))
print(repr(groupby([]))[:26], type(next(groupby('a'))[1]).__name__, type(tee([])[0]).__name__)
for function in (chain, islice, groupby, tee, cycle):
    print(function.__name__, function.__module__, end='; ')
print()


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


for action in (
        lambda: islice([], -1), lambda: islice([], 1, 2, 0), lambda: islice([], 'a'),
        lambda: islice([], 'a', 2), lambda: islice([], 1, 2, 'a'), lambda: islice(),
        lambda: islice([]), lambda: islice([], 1, 2, 3, 4), lambda: islice(5, 1),
        lambda: list(chain(5)), lambda: chain.from_iterable(5), lambda: cycle(5),
        lambda: accumulate(5), lambda: starmap(1, 2), lambda: takewhile(1, 2),
        lambda: tee(5), lambda: tee([], -1), lambda: tee([], 2.5), lambda: zip_longest(5),
        lambda: groupby(5), lambda: list(groupby([1], 5)), lambda: compress(1, 2),
        lambda: pairwise(5), lambda: list(starmap(pow, [5])), lambda: next(iter(chain()), 'none')):
    attempt(action)

try:
    for x in chain([1], map(lambda x: 1 // x, [1, 0])):
        print(x)
except ZeroDivisionError as error:
    names = []
    tb = error.__traceback__
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(names)


def yields():
    result = yield from chain('a', 'b')
    print(result)


print(list(yields()))
