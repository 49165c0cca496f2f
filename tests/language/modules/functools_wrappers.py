# functools: update_wrapper, wraps, reduce, total_ordering, cmp_to_key, cached_property.
import functools
from functools import cached_property, cmp_to_key, reduce, total_ordering, wraps


def decorate(function):
    @wraps(function)
    def wrapper(*args):
        'the wrapper'
        return 'wrapped', function(*args)
    return wrapper


@decorate
def double(x: int) -> int:
    'Doubles.'
    return x * 2


double.extra = 1
print(double(3), double.__name__, double.__doc__, double.__annotations__, double.__wrapped__(3))
print(double.__qualname__, double.__module__)
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
p = functools.update_wrapper(functools.partial(double, 4), double)
print(p(), p.__name__, p.__doc__, p.__wrapped__ is double, p.extra)

print(reduce(lambda a, b: a * 10 + b, [1, 2, 3]), reduce(max, (3,), 5), reduce(None, [], 'x'))
for bad in (lambda: reduce(max, []), lambda: reduce(max, 5), lambda: reduce(max)):
    try:
        bad()
    except TypeError as error:
        print(error)
print(reduce(lambda a, b: a + b, (x for x in 'abc')))


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a <= Version(1), a >= Version(1), a > Version(1))
print(Version.__ge__.__name__)
try:
    a >= 1
except TypeError as error:
    print(error)
for root in ('__le__', '__gt__', '__ge__'):
    cls = total_ordering(type('C', (), {
        'n': 0, '__eq__': lambda s, o: s.n == o.n,
        root: getattr(__import__('operator'), root) and (
            lambda s, o, root=root: getattr(s.n, root)(o.n))}))
    x, y = cls(), cls()
    x.n, y.n = 1, 2
    print(root, x < y, x <= y, x > y, x >= y, x <= x, x < x, y > x)
try:
    total_ordering(type('D', (), {}))
except ValueError as error:
    print(error)

words = sorted(['bb', 'a', 'ccc', 'dd'], key=cmp_to_key(lambda x, y: len(y) - len(x)))
print(words)
K = cmp_to_key(lambda x, y: x - y)
print(K(1) < K(2), K(1) == K(1), K(3) >= K(2), K(5).obj)
try:
    K(1) < 2
except TypeError as error:
    print(error)
try:
    hash(K(1))
except TypeError as error:
    print(str(error).startswith('unhashable'))


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        'The area.'
        print('computing')
        return 3 * self.r ** 2


c = Circle(2)
print(c.area, c.area, c.__dict__, Circle.area.__doc__, Circle.area.attrname)
del c.area
c.r = 1
print(c.area)
c.area = 10
print(c.area)


class Slotted:
    __slots__ = ()

    @cached_property
    def x(self):
        return 1


try:
    Slotted().x
except TypeError as error:
    print(error)
prop = cached_property(lambda self: 1)
try:
    prop.__get__(c)
except TypeError as error:
    print(error)
