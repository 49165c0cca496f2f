# reprlib: limited text forms.
import reprlib
from collections import deque
from reprlib import Repr

print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr(set(range(20))),
      reprlib.repr({i: i for i in range(10)}), reprlib.repr(tuple(range(10))), reprlib.repr((1,)))
print(reprlib.repr(frozenset(range(9))), reprlib.repr(10 ** 60), reprlib.repr(deque(range(9))),
      reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr([]), reprlib.repr({}), reprlib.repr(()),
      reprlib.repr(set()), reprlib.repr(frozenset()))
r = Repr()
r.maxlist = 2
r.maxstring = 10
r.maxlevel = 2
r.fillvalue = '###'
print(r.repr([1, 2, 3]), r.repr('abcdefghijklmnop'), r.repr([[[1]]]), r.repr(range(1000000000)))


class Long:
    def __repr__(self):
        return '<' + 'long ' * 20 + '>'


class Broken:
    def __repr__(self):
        raise ValueError


print(r.repr(Long()), r.repr(Broken())[:20])


class Mine(Repr):
    def repr_Long(self, obj, level):
        return f'mine at {level}'


print(Mine().repr([Long()]))
