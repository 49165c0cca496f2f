# collections.Counter: counting, arithmetic, comparison, errors.
from collections import Counter
import copy

c = Counter('abracadabra')
print(c, c.most_common(2), c.most_common(), c['z'], c['a'], c.total(), len(c))
print(Counter(), Counter(a=1, b=2), Counter({'x': 3}), Counter([1, 1, 2]), Counter(None))
print(sorted(Counter(a=2, b=0, c=-1, d=1).elements()))
c.update('aab')
c.update({'z': 5}, y=2)
print(c)
c.subtract('aaa')
c.subtract(z=10)
print(c, c.most_common()[-1])
del c['nothing']
del c['z']
a, b = Counter(a=3, b=1), Counter(a=1, b=2)
print(a + b, a - b, a & b, a | b, +Counter(a=1, b=-1), -Counter(a=1, b=-1))
x = Counter(a=3, b=1)
x += b
print(x)
x -= Counter(a=4)
print(x)
x |= Counter(q=7)
x &= Counter(q=5, b=1)
print(x)
print(a == Counter(b=1, a=3), a == {'a': 3, 'b': 1}, Counter(a=1) <= Counter(a=2), a < b,
      Counter(a=2) >= Counter(a=1, b=0), Counter(a=1) == Counter(a=1, b=0), a != b, a > Counter())
print(a.copy(), copy.copy(a), copy.deepcopy(a), type(a.copy()).__name__, dict(a))
print(Counter({'a': 'x', 'b': 1}))
for bad in (lambda: Counter.fromkeys('ab'), lambda: Counter(5), lambda: Counter(1, 2),
            lambda: a + {'a': 1}, lambda: a < 1):
    try:
        bad()
    except (NotImplementedError, TypeError) as error:
        print(type(error).__name__, error)


class Sub(Counter):
    pass


print(Sub('ab'), Sub('aa') + Sub('b'), isinstance(c, dict))
words = 'the quick the lazy the dog'.split()
print(Counter(words).most_common(1), Counter(map(len, words)), max(Counter(words).values()))
big = Counter(i % 7 for i in range(1000))
print(big.most_common(3), big.total())
