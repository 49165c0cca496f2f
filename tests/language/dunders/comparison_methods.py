# All six comparison methods and the automatic __ne__.
class V:
    def __init__(self, v): self.v = v
for n in 'lt le eq ne gt ge'.split():
    setattr(V, f'__{n}__', lambda s, o, n=n: f'{s.v}.{n}.{getattr(o, "v", o)}')
a, b = V('a'), V('b')
print(a < b, a <= b, a == b, a != b, a > b, a >= b)
print(1 < a, 1 <= a, 1 == a, 1 != a, 1 > a, 1 >= a)
class OnlyLt:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f'<{self.v}>'
print(OnlyLt(2) > OnlyLt(1), sorted([OnlyLt(3), OnlyLt(1), OnlyLt(2)]), max(OnlyLt(1), OnlyLt(5)),
    min(OnlyLt(4), OnlyLt(2)))
try: OnlyLt(1) <= OnlyLt(2)
except TypeError as e: print(e)
class EqOnly:
    def __eq__(self, o): return 'x'
print(EqOnly() == 1, EqOnly() != 1, not (EqOnly() == 1))
class EqFalse:
    def __eq__(self, o): return ''
print(EqFalse() != 1)
print(object() == object(), object() != object(), (o := object()) == o, o != o)
print(object().__eq__(1), object().__ne__(1), o.__eq__(o), object.__lt__(o, o), o.__ne__(o))
class Raises:
    def __eq__(self, o): raise KeyError('eq')
for f in ((lambda: Raises() == 1), (lambda: 1 in [Raises()]), (lambda: [Raises()] == [1]),
        (lambda: [1].index(Raises()))):
    try: f()
    except KeyError as e: print('raised', e)
