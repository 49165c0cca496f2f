# sort and sorted: stability, key, reverse, None for in-place.
people = [('bob', 3), ('al', 1), ('cy', 3), ('di', 1), ('ed', 2)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, reverse=True))
a = [3, 1, 2]
print(a.sort(), a, a.sort(reverse=True), a, a.sort(key=lambda x: -x), a, a.sort(key=None, reverse=0), a)
print(sorted('banana'), sorted({3: 0, 1: 0}), sorted((2, 1)), sorted(x * x % 7 for x in range(7)),
    sorted([]), sorted([1]), sorted('bA a', key=str.lower), sorted(['10', '9', '1'], key=int),
    sorted([True, 0, 1.0, False]))
calls = []
def key(x):
    calls.append(x)
    return x % 3
print(sorted([5, 4, 3, 2, 1], key=key), calls)
print(sorted([[2], [1, 5], []]), sorted(['b', 'a', 'C']), sorted([(1, 'b'), (1, 'a'), (0, 'z')]),
    sorted([0.5, -1, 2 ** 70, -0.0, 0]), sorted([b'b', b'a']), max(people, key=lambda p: p[1]),
    min(people, key=lambda p: p[1]))
n = 1000
data = [(i * 7919 % 13, i) for i in range(n)]
s = sorted(data, key=lambda t: t[0])
print(all(s[i][0] < s[i + 1][0] or s[i][0] == s[i + 1][0] and s[i][1] < s[i + 1][1] for i in range(n - 1)))
s = sorted(data, key=lambda t: t[0], reverse=True)
print(all(s[i][0] > s[i + 1][0] or s[i][0] == s[i + 1][0] and s[i][1] < s[i + 1][1] for i in range(n - 1)))
