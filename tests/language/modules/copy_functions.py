# copy: shallow and deep copies, cycles, hooks, slots, subclasses, errors.
import copy
from copy import deepcopy


class Plain:
    def __init__(self, x):
        self.x = x


class Slotted:
    __slots__ = ('a', 'b')


class Hooked:
    def __copy__(self):
        return 'shallow'

    def __deepcopy__(self, memo):
        return 'deep'


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Reduced, (self.n + 1,)


class State:
    def __getstate__(self):
        return {'kept': 1}

    def __setstate__(self, state):
        self.got = state


class MyList(list):
    pass


inner = [1, 2]
outer = [inner, (inner, 3), {'k': inner}, {1}]
s, d = copy.copy(outer), deepcopy(outer)
inner.append(9)
print(s, d, s[0] is inner, d[0] is d[1][0], d[0] is d[2]['k'])
p = Plain([1])
c, e = copy.copy(p), deepcopy(p)
print(c.x is p.x, e.x is p.x, e.x, type(e).__name__)
p.self = p
e = deepcopy(p)
print(e.self is e, e is not p)
cycle = []
cycle.append(cycle)
e = deepcopy(cycle)
print(e[0] is e, e is not cycle)
t = ([],)
t[0].append(t)
e = deepcopy(t)
print(e[0][0] is e)
s = Slotted()
s.a = [1]
c = deepcopy(s)
print(c.a, c.a is s.a, hasattr(c, 'b'), copy.copy(s).a is s.a)
print(copy.copy(Hooked()), deepcopy(Hooked()), copy.copy(Reduced(1)).n, deepcopy(Reduced(5)).n)
print(copy.copy(State()).got, deepcopy(State()).got)
m = MyList([1, [2]])
m.tag = {'t'}
c = deepcopy(m)
print(c, type(c).__name__, c.tag, c.tag is m.tag, c[1] is m[1], copy.copy(m).tag is m.tag)
for value in (1, 'a', None, (1, 2), len, Plain, 1.5, range(3), ..., b'x', lambda: 0):
    assert copy.copy(value) is value and deepcopy(value) is value, value
print(copy.copy(bytearray(b'a')), deepcopy({1: {2: [3]}}), copy.copy({1}), copy.copy([1]), copy.copy({1: 2}))
memo = {}
x = [1]
y = deepcopy(x, memo)
print(memo[id(x)] is y, deepcopy(x, memo) is y)
b = Plain(1)
method = deepcopy(b.__init__)
print(method.__self__ is b, deepcopy([b, b])[0] is deepcopy([b])[0])
for bad in ((x for x in ()), __import__('sys')):
    try:
        deepcopy(bad)
    except TypeError as error:
        print(error)
error = deepcopy(ValueError('v', 1))
print(repr(error), copy.Error, copy.copy(2j))
