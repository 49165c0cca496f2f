# enum: Enum members, lookups, aliases, auto, methods, errors.
from enum import Enum, IntEnum, StrEnum, auto, member, nonmember, unique


class Color(Enum):
    """Colors."""
    RED = 1
    GREEN = 2
    BLUE = auto()
    CRIMSON = 1

    @property
    def hex(self):
        return f'#{self.value}'

    def describe(self):
        return self.name, self.value

    @classmethod
    def default(cls):
        return cls.GREEN

    @staticmethod
    def helper():
        return 'helped'


print(Color, repr(Color), Color.RED, repr(Color.RED), str(Color.BLUE), f'{Color.RED}', f'{Color.RED:>12}|')
print(Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], Color.CRIMSON is Color.RED, Color.CRIMSON)
print(list(Color), len(Color), list(reversed(Color)), dict(Color.__members__), Color.__doc__, bool(Color))
print(Color.RED == Color.RED, Color.RED != Color.GREEN, Color.RED == 1, Color.RED is Color(1),
      hash(Color.RED) == hash('RED'), Color.RED in Color, isinstance(Color.RED, Color), type(Color).__name__)
print(Color.RED.hex, Color.GREEN.describe(), Color.default(), Color.helper(), {Color.RED: 'r'}[Color(1)])


class Number(IntEnum):
    ONE = 1
    TWO = 2


print(Number.ONE, repr(Number.TWO), Number.ONE + 1, Number.ONE < Number.TWO, f'{Number.TWO:03}', Number(2),
      sorted([Number.TWO, Number.ONE]), Number.ONE == 1, [10, 20, 30][Number.ONE], isinstance(Number.ONE, int))


class Name(StrEnum):
    FIRST = auto()
    SECOND = 'two'


print(Name.FIRST, repr(Name.SECOND), Name.SECOND == 'two', Name.FIRST.upper(), 'x' + Name.SECOND, Name('first'))


class Planet(Enum):
    EARTH = (5, 6)
    MARS = (1, 2)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def ratio(self):
        return self.mass / self.radius


print(Planet.EARTH.mass, Planet.MARS.ratio, Planet((1, 2)), repr(Planet.EARTH))


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj

    PX = (0, 'P.X')
    PY = (1, 'P.Y')


print(Coord.PY, Coord.PY.label, Coord(1).name, bytes(Coord.PX))


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f'{name}-{start}-{count}-{last_values}'

    A = auto()
    B = auto()


print([m.value for m in Auto])


class Missing(Enum):
    X = 1
    Y = 2

    @classmethod
    def _missing_(cls, value):
        if value == 'ex':
            return cls.X
        if value == 'bad':
            return 5
        if value == 'raise':
            raise KeyError('in missing')
        return None


print(Missing('ex'))


class Nested(Enum):
    _ignore_ = ['temp']
    temp = 5
    PLAIN = nonmember(3)
    FUNC = member(lambda: 'called')

    class Inner:
        pass
    INNER = 1


print(Nested.PLAIN, Nested.FUNC.value(), 'temp' in Nested.__members__, [m.name for m in Nested])
Functional = Enum('Functional', 'A B C')
print(list(Functional), Enum('F2', [('X', 5), ('Y', 6)])(5), list(IntEnum('F3', {'P': 1, 'Q': 2})),
      Enum('F4', ['a', 'b'], start=10)(11), Functional.__module__)


class Base(Enum):
    def greet(self):
        return 'hi ' + self.name


class Derived(Base):
    A = 1


print(Derived.A.greet(), issubclass(Derived, Base))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def duplicate():
    class D(Enum):
        A = 1
        A = 2


def extend():
    class E(Color):
        BLACK = 0


def reserved():
    class R(Enum):
        _secret_ = 1


def not_unique():
    @unique
    class U(Enum):
        A = 1
        B = 1
        C = 1


for action in (lambda: Color(9), lambda: Color['PINK'], lambda: Color.PINK, lambda: setattr(Color, 'RED', 5),
               lambda: delattr(Color, 'RED'), lambda: setattr(Color.RED, 'value', 3),
               lambda: setattr(Color.RED, 'name', 'x'), duplicate, extend, reserved, not_unique,
               lambda: Missing('bad'), lambda: Missing('raise'), lambda: Missing(77), lambda: Color.RED < Color.GREEN,
               lambda: Name(5), lambda: Color(), lambda: Color([])):
    attempt(action)
import copy
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED)
match Color.GREEN:
    case Color.RED:
        print('red')
    case Color.GREEN:
        print('green')
Color.RED.note = 'attribute'
print(Color.RED.note, Color.RED.__class__, Color.RED.__objclass__)


class Field(Enum):
    name = 'n'
    value = 'v'


print(Field.name, Field.name.name, Field.value.value, Field['name'])
