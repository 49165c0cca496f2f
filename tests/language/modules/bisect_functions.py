# bisect: places, insertion, keys, bounds, errors.
import bisect
from bisect import bisect_left, bisect_right, insort, insort_left, insort_right

a = [1, 2, 2, 2, 5]
print([bisect_left(a, x) for x in (0, 1, 2, 3, 5, 6)], [bisect_right(a, x) for x in (0, 1, 2, 3, 5, 6)])
print(bisect.bisect(a, 2), bisect_left(a, 2, 2), bisect_left(a, 2, 0, 1), bisect_right(a, 9, lo=1, hi=3),
      bisect_left([], 1), bisect_left('abcx', 'c'), bisect_right((1, 2), 1.5))
for x in (3, 0, 9, 2):
    insort(a, x)
insort_left(a, 2.0)
insort_right(a, 2.0)
print(a)
rows = [('a', 1), ('b', 3), ('c', 5)]
print(bisect_left(rows, 3, key=lambda r: r[1]), bisect_right(rows, 3, key=lambda r: r[1]))
insort(rows, ('d', 4), key=lambda r: r[1])
print(rows)


class Seq:
    def __init__(self):
        self.items = [1, 3]

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        print('get', i)
        return self.items[i]

    def insert(self, i, x):
        print('insert', i, x)


insort(Seq(), 2)
for bad in (lambda: bisect_left(a, 1, -1), lambda: bisect_left(5, 1), lambda: bisect_left(a, 'x'),
            lambda: bisect_left(a), lambda: bisect_left([1], 1, 0, 5), lambda: insort((), 1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
