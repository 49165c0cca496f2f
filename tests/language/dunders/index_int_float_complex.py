# Conversion methods __index__, __int__, __float__, __complex__, __trunc__, __round__ and friends.
class Idx:
    def __index__(self): return 3
i = Idx()
print([0, 1, 2, 3][i], 'abcd'[i:], range(10)[i], int(i), float(i), complex(i), bin(i), hex(i), oct(i),
    [0] * i, range(i), chr(Idx()), bytes(i), 5 .__lshift__(3), (1).__rshift__(0))
class Int:
    def __int__(self): return 42
print(int(Int()))
for f in ((lambda: [0][Int()]), (lambda: float(Int())), (lambda: range(Int())), (lambda: hex(Int())),
        (lambda: 'a' * Int()), (lambda: 1 << i)):
    try: print(f())
    except TypeError as e: print(e)
class Fl:
    def __float__(self): return 2.5
print(float(Fl()), complex(Fl()))
try: int(Fl())
except TypeError as e: print(e)
class Cx:
    def __complex__(self): return 1 + 2j
print(complex(Cx()))
class Many:
    def __round__(self, n='none'): return 'round', n
    def __trunc__(self): return 5
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
import math
print(round(Many()), round(Many(), 2), math.floor(Many()), math.ceil(Many()), math.trunc(Many()))
for n, v in (('__index__', 'x'), ('__int__', 1.5), ('__float__', 1), ('__complex__', 1.0),
        ('__index__', None)):
    C = type('C', (), {n: lambda self: v})
    f = {'__index__': lambda o: [][o], '__int__': int, '__float__': float, '__complex__': complex}[n]
    try: print(n, f(C()))
    except (TypeError, IndexError) as e: print(n, e)
for f in math.floor, math.trunc, round, int, float, abs, complex:
    try: f(object())
    except TypeError as e: print(e)
