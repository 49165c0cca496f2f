# Chained comparisons evaluate each operand once and stop early.
def v(name, value):
    print(name, end=' ')
    return value
print(v('a', 1) < v('b', 2) < v('c', 3))
print(v('a', 1) < v('b', 0) < v('c', 3))
print(v('a', 3) > v('b', 2) != v('c', 2) == v('d', 2))
print(1 < 2 > 1 < 3, 1 == 1.0 == True, 1 < 3 > 5)
print(1 in [1] == True, (1 in [1]) == True)
print('a' < 'b' in 'abc', None is None is not True)
class Loud:
    def __lt__(self, other):
        print('lt', other)
        return []
print(Loud() < 1 < 2)
print(not 1 < 2 < 3, 1 < (2 < 3))
