# collections.deque: every method, limits, errors, iteration during change.
from collections import deque
import copy

d = deque('abc')
print(d, len(d), d[0], d[-1], list(d), 'b' in d, 'z' in d, bool(deque()))
d.append('d')
d.appendleft('_')
print(d.pop(), d.popleft(), d)
d.extend('xy')
d.extendleft('12')
print(d, d.count('x'), d.index('x'), d.index('a', 1, 5))
for n in (1, -1, 3, -10, 0, 100):
    d.rotate(n)
    print(n, ''.join(d))
d.rotate()
print(d)
d.reverse()
print(d)
d.insert(2, 'I')
d.insert(-1, 'J')
d.insert(100, 'K')
d.insert(-100, 'L')
print(d)
d.remove('I')
del d[0]
del d[-1]
d[1] = 'new'
d[-1] = 'last'
print(d, list(reversed(d)))
m = deque(range(10), maxlen=3)
print(m, m.maxlen, d.maxlen)
m.append(1)
m.appendleft(2)
m.extend([5, 6])
print(m, m.copy(), copy.copy(m), copy.deepcopy(m).maxlen, deque(maxlen=0), deque([1, 2], 0))
try:
    m.insert(0, 1)
except IndexError as error:
    print(error)
print(deque([1, 2]) == deque([1, 2]), deque([1]) == [1], deque([1, 2]) < deque([1, 3]),
      deque([1]) <= deque([1]), deque() != deque([1]), deque([2]) > deque([1, 5]))
print(deque([1]) + deque([2]), deque([1, 2]) * 2, 2 * deque([1]), deque([1, 2], maxlen=3) * 2,
      deque([1]) * -1)
e = deque([1])
e += [2, 3]
e += e
e *= 2
print(e)
e.clear()
print(e, e.__reduce__()[:3], deque([1], 5).__reduce__()[1])


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for action in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque()[0],
               lambda: deque([1])[5], lambda: deque([1])['a'], lambda: deque([1])[1:2],
               lambda: deque([1]).remove(2), lambda: deque([1]).index(2), lambda: deque(5),
               lambda: deque([], -1), lambda: deque([], 'a'), lambda: deque([1]) + [2],
                lambda: deque().rotate('a'),
               lambda: deque([1]).__delitem__(3), lambda: deque([], 1, 2),
               lambda: deque([1], maxlen=2).append()):
    attempt(action)
d = deque([1, 2, 3])
it = iter(d)
print(next(it), it.__length_hint__())
d.append(4)
attempt(lambda: next(it))


class Changing:
    def __eq__(self, other):
        d.clear()
        return False


d = deque([Changing(), 1])
attempt(lambda: 1 in d)
d = deque([Changing(), 1])
attempt(lambda: d.remove(1))
r = deque([1])
r.append(r)
print(r)


class Sub(deque):
    def __init__(self, *args):
        super().__init__(*args)
        self.tag = 't'


s = Sub([1, 2])
print(s, s.tag, s.copy(), type(s.copy()).__name__, s + deque([3]), isinstance(s, deque))
big = deque()
for i in range(1000):
    big.append(i)
    if i % 3 == 0:
        big.popleft()
print(len(big), sum(big), big[100], big[-100])
it = iter(deque([1, 2]))
print(iter(it) is it, type(it).__name__, type(reversed(deque())).__name__, deque[int])
print(deque.__module__, deque.__name__)
