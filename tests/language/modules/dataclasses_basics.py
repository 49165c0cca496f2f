# dataclasses: generated methods, fields, inheritance, options, errors.
import dataclasses
from dataclasses import (KW_ONLY, MISSING, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field,
                         fields, is_dataclass, make_dataclass, replace)
from typing import ClassVar


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False, compare=False)
    count: ClassVar[int] = 5

    def norm(self):
        return self.x ** 2 + self.y ** 2


p = Point(1, 2)
print(p, p == Point(1, 2), p != Point(1, 3), p.tags, Point(1).tags is Point(1).tags, p.norm(), Point.count)
print(Point.__doc__, Point.__match_args__, Point.__hash__, Point.y, hasattr(Point, 'x'), Point.__init__.__qualname__)
print([f.name for f in fields(p)], fields(Point)[1].default, fields(Point)[0].default is MISSING, fields(p)[0].type)
print(asdict(p), astuple(p), replace(p, x=9), is_dataclass(p), is_dataclass(Point), is_dataclass(5))
print(Point.__init__.__annotations__, p.__eq__(5))


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0


print(Version(1, 2) < Version(1, 3), sorted([Version(2), Version(1, 5)]), Version(1) >= Version(1), Version(3) > Version(2, 9))
try:
    Version(1) < 5
except TypeError as error:
    print(error)


@dataclass(frozen=True)
class Frozen:
    a: int = 1
    b: str = 'x'


f = Frozen()
for action in (lambda: setattr(f, 'a', 2), lambda: delattr(f, 'a'), lambda: setattr(f, 'new', 2)):
    try:
        action()
    except FrozenInstanceError as error:
        print(error)
print(hash(f) == hash(Frozen(1, 'x')), {f: 1}[Frozen()], isinstance(FrozenInstanceError(), AttributeError))


@dataclass
class Base:
    a: int = 1
    b: int = 2


@dataclass
class Derived(Base):
    b: str = 'over'
    c: list = field(default_factory=lambda: [0])


print(Derived(), [f.name for f in fields(Derived)], Derived(5) == Derived(5))


@dataclass
class Post:
    a: int
    scale: InitVar[int] = 10
    total: int = field(init=False)
    fixed: int = field(default=3, init=False)

    def __post_init__(self, scale):
        self.total = self.a * scale


print(Post(2), Post(2, 3).total, Post.__init__.__annotations__.keys(), Post.__doc__)


@dataclass
class Keywords:
    a: int
    _: KW_ONLY
    b: int = 1
    c: str = field(default='c', kw_only=True)


print(Keywords(1, b=2), Keywords.__match_args__, Keywords.__doc__)
try:
    Keywords(1, 2)
except TypeError as error:
    print(error)


@dataclass(kw_only=True, slots=True)
class Slots:
    a: int
    b: int = 2


s = Slots(a=1)
print(s, Slots.__slots__, hasattr(s, '__dict__'))
try:
    s.z = 1
except AttributeError as error:
    print(error)


@dataclass(unsafe_hash=True, eq=True)
class Hashed:
    a: int
    b: list = field(hash=False, default_factory=list)


@dataclass(eq=False, repr=False)
class Bare:
    a: int


print(hash(Hashed(1)) == hash(Hashed(1, [2])), Bare(1) == Bare(1), 'Bare object' in repr(Bare(1)))


@dataclass
class Custom:
    a: int

    def __repr__(self):
        return 'custom'

    def __eq__(self, other):
        return True


print(Custom(1), Custom(1) == Custom(2))
Made = make_dataclass('Made', ['x', ('y', int), ('z', int, field(default=5))], namespace={'double': lambda self: self.y * 2},
                      frozen=True)
print(Made(1, 2), Made(1, 2).double(), Made.__name__)


@dataclass
class Node:
    value: int
    children: list = field(default_factory=list)
    extra: dict = field(default_factory=dict)


tree = Node(1, [Node(2), Node(3, [Node(4)])], {'k': Node(5)})
print(asdict(tree), astuple(tree))
print(asdict(tree, dict_factory=lambda items: sorted(items)))
tree.children.append(tree)
print(str(tree)[-60:])
match p:
    case Point(1, y):
        print('matched', y)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def mutable():
    @dataclass
    class M:
        a: list = []


def order():
    @dataclass
    class O:
        a: int = 1
        b: int


def frozen_mix():
    @dataclass
    class N(Frozen):
        c: int = 1


def frozen_mix2():
    @dataclass(frozen=True)
    class N(Base):
        c: int = 1


def both():
    field(default=1, default_factory=list)


def bad_order():
    @dataclass(eq=False, order=True)
    class B:
        a: int


def no_annotation():
    @dataclass
    class N:
        a = field()


def overwrite():
    @dataclass(order=True)
    class W:
        a: int

        def __lt__(self, other):
            return True


for action in (mutable, order, frozen_mix, frozen_mix2, both, bad_order, no_annotation, overwrite,
               lambda: Point(), lambda: Point(1, 2, 3, 4, 5), lambda: replace(Post(1), total=3),
               lambda: fields(5), lambda: asdict(5), lambda: replace(5), lambda: asdict(Point),
               lambda: make_dataclass('B', ['1']), lambda: make_dataclass('B', ['a', 'a'])):
    attempt(action)
import copy
print(copy.copy(p), copy.deepcopy(tree).value, copy.deepcopy(s), repr(fields(Version)[1])[:60])


@dataclass
class Text:
    a: 'int'
    b: 'ClassVar[int]' = 3
    c: 'InitVar[int]' = 4


print([f.name for f in fields(Text)], Text(1), Text.__doc__)
