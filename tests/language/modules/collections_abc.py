# collections.abc: what built-in classes are, hooks, and the mixin methods.
import collections
from collections import abc

samples = [1, 'a', b'a', [1], (1,), {1}, frozenset(), {}, range(3), iter([]), (x for x in ()), len,
           None, {}.keys(), {}.values(), {}.items(), collections.deque(), bytearray(), memoryview(b'')]
for name in sorted(abc.__all__):
    cls = getattr(abc, name)
    print(name, ''.join('+' if isinstance(s, cls) else '.' for s in samples))


async def coroutine():
    pass


async def asyncgen():
    yield


c = coroutine()
print(isinstance(c, abc.Coroutine), isinstance(c, abc.Awaitable), isinstance(asyncgen(), abc.AsyncGenerator),
      isinstance(asyncgen(), abc.AsyncIterator))
c.close()


class Iter:
    def __iter__(self):
        return self


class NotHashable:
    __hash__ = None


print(issubclass(Iter, abc.Iterable), issubclass(Iter, abc.Iterator), isinstance(NotHashable(), abc.Hashable),
      issubclass(list, abc.Sequence), issubclass(dict, abc.MutableMapping), issubclass(str, abc.ByteString))


class Seq(abc.Sequence):
    def __init__(self, *values):
        self.values = values

    def __getitem__(self, index):
        return self.values[index]

    def __len__(self):
        return len(self.values)


s = Seq(1, 2, 3, 2)
print(list(s), list(reversed(s)), 2 in s, s.index(2), s.index(2, 2), s.count(2))


class MutSeq(abc.MutableSequence):
    def __init__(self):
        self.data = []

    def __getitem__(self, i):
        return self.data[i]

    def __setitem__(self, i, v):
        self.data[i] = v

    def __delitem__(self, i):
        del self.data[i]

    def __len__(self):
        return len(self.data)

    def insert(self, i, v):
        self.data.insert(i, v)


m = MutSeq()
m.append(1)
m.extend([2, 3, 4])
m += [5]
m.reverse()
m.remove(3)
print(list(m), m.pop(), m.pop(0), list(m))
m.extend(m)
print(list(m))
m.clear()
print(list(m))


class Map(abc.MutableMapping):
    def __init__(self, *args, **kw):
        self.data = dict(*args, **kw)

    def __getitem__(self, k):
        return self.data[k]

    def __setitem__(self, k, v):
        self.data[k] = v

    def __delitem__(self, k):
        del self.data[k]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


m = Map(a=1, b=2)
print(m.get('a'), m.get('z'), 'a' in m, list(m.keys()), list(m.values()), list(m.items()), m == {'a': 1, 'b': 2})
print(m.keys() & {'a', 'q'}, m.keys() - {'a'}, ('a', 1) in m.items(), 2 in m.values(), len(m.items()))
m.update({'c': 3}, d=4)
m.update([('e', 5)])
print(m.pop('c'), m.pop('zz', 0), m.setdefault('f', 6), m.setdefault('a', 9), m.popitem(), dict(m))
m.clear()
print(len(m))
try:
    m.popitem()
except KeyError as error:
    print('KeyError', error)


class MySet(abc.MutableSet):
    def __init__(self, values=()):
        self.data = list(dict.fromkeys(values))

    def __contains__(self, v):
        return v in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def add(self, v):
        if v not in self.data:
            self.data.append(v)

    def discard(self, v):
        if v in self.data:
            self.data.remove(v)


a, b = MySet([1, 2, 3]), MySet([2, 3, 4])
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, MySet([2]) < a, a == MySet([3, 2, 1]),
      a.isdisjoint([9]), list(a | [7]), list({1, 9} - a))
a |= [8]
a -= [1]
a &= [2, 8]
print(list(a), a.pop(), list(a))
a ^= [8, 9]
a.remove(9)
print(list(a))
try:
    a.remove(100)
except KeyError as error:
    print('KeyError', error)
for cls in (abc.Sequence, abc.Mapping, abc.Set, abc.Iterator, abc.Coroutine):
    try:
        cls()
    except TypeError as error:
        print(error)
print(abc.Iterable[int], abc.Callable[[int, str], None], abc.Callable[..., int], abc.Mapping[str, int].__args__)
print(abc.Callable[[int], str].__args__, abc.Sequence.__module__, abc.Generator.__name__)


class Gen(abc.Generator):
    def __init__(self):
        self.n = 0

    def send(self, value):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n

    def throw(self, typ, val=None, tb=None):
        raise typ


g = Gen()
print(list(g), g.close())
