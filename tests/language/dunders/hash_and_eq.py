# The rules between __eq__ and __hash__.
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, Eq) and self.v == o.v
print(Eq.__hash__)
try: hash(Eq(1))
except TypeError as e: print(e)
try: {Eq(1): 1}
except TypeError as e: print(e)
class Both(Eq):
    def __hash__(self): return hash(self.v)
print(len({Both(1), Both(1), Both(2)}), {Both(1): 'x'}[Both(1)], Both(3) in {Both(3)})
class Child(Both): pass
print(hash(Child(5)) == hash(Both(5)))
class ReEq(Both):
    def __eq__(self, o): return True
print(ReEq.__hash__)
class Keep(Eq):
    __hash__ = Eq.__base__.__hash__
k = Keep(1)
print({k: 1}[k])
class HashOnly:
    def __hash__(self): return 1
h1, h2 = HashOnly(), HashOnly()
print(len({h1, h2, h1}))
for v in 'str', 1.5, None, 2 ** 100, -2 ** 100, True:
    class H:
        def __hash__(self): return v
    try: print(type(hash(H())), hash(H()) == hash(v))
    except TypeError as e: print(e)
class Minus:
    def __hash__(self): return -1
print(hash(Minus()))
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(2 ** 61 - 1), hash(-1), hash(-2),
    hash(0.5) == hash(1 / 2))
for bad in [], {}, set(), bytearray(), slice(1), {}.keys():
    try: hash(bad)
    except TypeError as e: print(e)
try: hash(([],))
except TypeError as e: print(e)
print(hash((1, 'a')) == hash((1, 'a')), hash('a') == hash('a'), hash(b'a') == hash('a'),
    hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
