# Attribute lookup walks the MRO; builtin bases take part.
class Loud(dict):
    def __setitem__(self, k, v):
        print('set', k)
        super().__setitem__(k, v)
class Default:
    def __missing__(self, k): return 'missing ' + str(k)
class Both(Default, Loud): pass
b = Both(a=1)
b['x'] = 2
print(b['x'], b['nope'], b, [c.__name__ for c in Both.__mro__])
class Mix:
    def __repr__(self): return 'Mix'
    def count(self, x): return 'mixed count'
class L1(Mix, list): pass
class L2(list, Mix): pass
print(repr(L1([1])), repr(L2([1])), L1([1]).count(1), L2([1]).count(1), str(L1()), str(L2()))
class E(KeyError, AttributeError): pass
try: raise E('k')
except AttributeError as e: print(str(e), isinstance(e, LookupError), [c.__name__ for c in E.__mro__])
class H: __hash__ = None
class HI(H, int): pass
class IH(int, H): pass
try: hash(HI(1))
except TypeError as e: print(e)
print(hash(IH(1)))
print(type.__mro__, bool.__mro__, object.__mro__)
print(Both.__dict__.keys() >= {'__module__', '__doc__'}, 'a' in dir(type('T', (), {'a': 1})))
