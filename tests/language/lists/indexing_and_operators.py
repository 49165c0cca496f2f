# Indexing, concatenation, repetition, membership, comparison, unpacking.
a = [10, 20, 30]
print(a[0], a[-1], a[True], a[1:], a[::-1], a + [1], a * 2, 2 * a, a * 0, a * -1, 20 in a, 5 not in a,
    a == [10, 20, 30], a != [10], a < [10, 21], a <= a, a > [9, 99], [] < a, len(a), max(a), sum(a))
a[0] += 1; a[-1] = [1]; a[2].append(2); print(a)
b = [[]] * 3; b[0].append(1); print(b, b[0] is b[1])
b = [[] for _ in range(3)]; b[0].append(1); print(b)
print([*a, *a[2]], list(a), list('ab'), list({1: 2}), list(range(3)), list(), [a, [a]], list(list(a)) is a,
    [1, 2, 3][1], [i for i in a][0])
x, *y, z = [1, 2, 3, 4]; print(x, y, z)
print([1, 'a', None, 2.5, (1,), {}], repr([]), str(['a', "it's"]), [[1, [2, [3]]]], [True, None, ...])
print([1, 2] == [1.0, 2.0], [1] == (1,), [[1], 2] == [[1], 2], [float('nan')] == [float('nan')],
    [1, 2, 3] > [1, 2], [1, [2, 3]] < [1, [2, 4]], any([]), all([]))
class I:
    def __index__(self): return 1
print(a[I()], a[I():I()], [0] * I())
del a[0]; print(a); a *= 2; print(a)
print([].__class__, [].__len__(), [1].__contains__(1), [1].__add__([2]), [3].__mul__(2),
    [1, 2].__getitem__(slice(1)), [1].__eq__((1,)), [1].__lt__([2]), [1].__iadd__('b'),
    [2, 1].__reversed__().__class__.__name__)
