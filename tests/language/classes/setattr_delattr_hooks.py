# __setattr__ and __delattr__ intercept stores; object's versions bypass them.
class Log:
    def __setattr__(self, n, v):
        print('set', n, v)
        super().__setattr__(n, v)
    def __delattr__(self, n):
        print('del', n)
        object.__delattr__(self, n)
l = Log()
l.a = 1
l.a += 1
del l.a
setattr(l, 'b', 2); delattr(l, 'b')
l.__dict__['c'] = 3
print(l.c)
try: del l.zz
except AttributeError as e: print(e)
class Frozen:
    def __init__(self): object.__setattr__(self, 'v', 1)
    def __setattr__(self, n, v): raise AttributeError(f'cannot set {n}')
    def __delattr__(self, n): raise TypeError('no deletes')
f = Frozen()
try: f.v = 2
except AttributeError as e: print(e, f.v)
try: del f.v
except TypeError as e: print(e)
Frozen.w = 5
print(f.w)
class OnlyDel:
    def __delattr__(self, n): print('only del', n)
o = OnlyDel(); o.x = 1; del o.x; print(o.x)
try: object.__setattr__(1, 'x', 2)
except AttributeError as e: print(e)
try: object.__setattr__(Frozen, 'x', 2)
except TypeError as e: print(e)
for bad in (1, None):
    try: setattr(o, bad, 1)
    except TypeError as e: print(e)
setattr(o, 'not an identifier', 1)
print(getattr(o, 'not an identifier'), vars(o))
