# __slots__ replaces the instance dictionary.
class P:
    __slots__ = ('x', 'y')
    def __init__(self, x): self.x = x
p = P(1)
print(p.x, hasattr(p, 'y'), hasattr(p, '__dict__'))
p.y = 2; p.y += 1
print(p.y)
try: p.z = 1
except AttributeError as e: print(e)
try: del p.z
except AttributeError as e: print(e)
del p.y
try: p.y
except AttributeError as e: print(e)
try: vars(p)
except TypeError as e: print(e)
try: p.__dict__
except AttributeError as e: print(e)
class One: __slots__ = 'single'
class Lst: __slots__ = ['a', 'b']
class Dct: __slots__ = {'a': 'doc of a', 'b': None}
class Gen: __slots__ = (n for n in ('g1', 'g2'))
class Non: __slots__ = ()
for c in One, Lst, Dct, Non: print(c.__slots__, sorted(k for k in vars(c) if k[0] != '_'))
g = Gen(); g.g1 = 1; print(g.g1)
try: Non().x = 1
except AttributeError as e: print(e)
P.z = 'class attr'
print(p.z)
try: p.z = 1
except AttributeError as e: print(e)
