# collections.namedtuple: fields, defaults, methods, errors.
from collections import namedtuple
import copy

Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
print(p, p.x, p.y, p[0], p[-1], len(p), tuple(p), p == (1, 2), hash(p) == hash((1, 2)))
print(Point._fields, Point._field_defaults, Point.__doc__, Point.x.__doc__, Point.__match_args__)
print(p._asdict(), p._replace(x=5), Point._make([3, 4]), Point.__name__, Point.__module__)
x, y = p
print(x, y, p + (3,), p < Point(1, 3), isinstance(p, tuple), Point.__slots__)
D = namedtuple('D', ['a', 'b', 'c'], defaults=(2, 3))
print(D(1), D(1, 5), D._field_defaults, D.__new__.__defaults__)
print(namedtuple('R', 'a class a _x 1b ok', rename=True)._fields)
print(namedtuple('E', '')(), namedtuple('One', 'x')(5), namedtuple('C', 'a, b,c')(1, 2, 3))
print(namedtuple('M', 'a', module='other').__module__)


class Sub(Point):
    __slots__ = ()

    @property
    def total(self):
        return self.x + self.y

    def __repr__(self):
        return f'<{self.x},{self.y}>'


s = Sub(3, 4)
print(s, s.total, s._replace(x=0), Sub._make([1, 1]).total, copy.copy(s), copy.deepcopy(p))
match p:
    case Point(x=0):
        print('zero')
    case Point(a, b):
        print('point', a, b)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


try:
    p.x = 2
except AttributeError:
    print('not set', p.x)
for action in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2),
               lambda: Point._make([1]), lambda: p._replace(z=1), 
               lambda: namedtuple('P', 'x x'), lambda: namedtuple('P', '_x'),
               lambda: namedtuple('P', 'class'), lambda: namedtuple('1P', 'x'),
               lambda: namedtuple('P', 'x', defaults=(1, 2)), lambda: p.z, lambda: namedtuple('P', '1')):
    attempt(action)
