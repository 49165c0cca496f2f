# collections: UserDict, UserList, UserString.
from collections import UserDict, UserList, UserString
import copy


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return 'missing ' + key


d = Lower({'A': 1}, B=2)
d.update(C=3)
print(d, d['a'], d['zz'], len(d), list(d), 'a' in d, 'A' in d, d.get('q'), d.pop('b'), d.data)
print(d | {'X': 1}, {'x': 1} | d, d.copy(), type(d.copy()).__name__, copy.copy(d), d == {'a': 1, 'c': 3})
d |= {'k': 0}
print(d.setdefault('n', 5), sorted(d.items()), Lower.fromkeys('AB'), UserDict(None))
try:
    UserDict()['x']
except KeyError as error:
    print('KeyError', error)

l = UserList([3, 1, 2])
l.append(5)
l.sort()
print(l, l[0], l[1:3], type(l[1:]).__name__, l + [9], [9] + l, l * 2, len(l), 3 in l, l == [1, 2, 3, 5])
l += (7,)
l.insert(0, 0)
l.remove(3)
l.reverse()
print(l, l.pop(), l.index(5), l.count(5), l < [9], copy.copy(l), l.copy(), UserList(l), UserList('ab'))
l[0] = 'x'
del l[1]
l.extend(UserList([1]))
print(l, list(reversed(l)), max(UserList([1, 4])))
l.clear()
print(l)

s = UserString('Hello')
print(s, repr(s), len(s), s[0], s[1:3], s + ' w', 'w ' + s, s * 2, s.upper(), type(s.upper()).__name__)
print(s == 'Hello', s < 'I', 'ell' in s, hash(s) == hash('Hello'), s.find('l'), s.count('l'),
      s.replace('l', 'L'), s.split('l'), s.startswith('He'), s.isalpha(), s.center(9, '*'))
print(UserString('%s!') % 'x', UserString('{}').format(1), UserString(12), int(UserString('7')),
      UserString(',').join('ab'), s.encode(), s.partition('l'), s.title(), s.zfill(7), s.strip('Ho'))
print(s.removeprefix('He'), s.ljust(7) + '|', s.swapcase(), s.translate({72: 'J'}), s.index('o'))
