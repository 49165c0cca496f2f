# enum: Flag and IntFlag, their operators, boundaries, text forms; verify and friends.
import enum
from enum import (CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, Flag, IntFlag, auto,
                  verify)


class Perm(Flag):
    X = auto()
    W = auto()
    R = auto()
    RW = R | W
    ALL = 7


print(Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, repr(Perm.R | Perm.W), Perm.ALL & ~Perm.W, ~Perm.R,
      Perm.R ^ Perm.ALL, Perm(0), repr(Perm(0)), Perm(3), Perm(7) is Perm.ALL)
print(list(Perm), list(Perm.RW), len(Perm.ALL), Perm.R in Perm.RW, Perm.X in Perm.RW, bool(Perm(0)), bool(Perm.R),
      len(Perm), Perm['RW'], (Perm.R | Perm.X).name, Perm.R.value, Perm(5).value, Perm.__members__.keys())


class Int(IntFlag):
    A = 1
    B = 2
    C = 4


print(Int.A | Int.B, repr(Int.A | Int.B), Int.A | 8, repr(Int.A | 8), Int(3) == 3, Int.A + 1, repr(~Int.A),
      repr(Int(0)), f'{Int.C}', repr(3 | Int.C), repr(Int.A & 3), list(Int(5)), Int(6) & Int.C, repr(Int(-1)))
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    class Bound(Flag, boundary=boundary):
        A = 1
        C = 4
    for value in (2, 3, 8, -1, -2, -4, 5, 'a'):
        try:
            print(boundary.name, value, repr(Bound(value)), repr(~Bound(value)))
        except Exception as error:
            print(boundary.name, value, type(error).__name__, error)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def missing():
    @verify(CONTINUOUS)
    class M(Enum):
        A = 1
        C = 3


def aliases():
    @verify(UNIQUE)
    class A(Enum):
        A = 1
        B = 1


def unnamed():
    @verify(NAMED_FLAGS)
    class N(Flag):
        A = 1
        M = 7


for action in (lambda: Perm.R | 1, lambda: Perm.R & Int.A, lambda: 5 in Perm.R, missing, aliases, unnamed,
               lambda: Perm.R < Perm.W):
    attempt(action)


class Weekday(Flag):
    SUN = 64
    MON = 1


print(list(Weekday(65)), repr(Weekday.SUN | Weekday.MON), [d.value for d in Weekday])
print(enum.CONFORM, repr(enum.EnumCheck.UNIQUE), isinstance(Perm, enum.EnumType), enum.EnumMeta is enum.EnumType)
