# Which names dotted imports bind, in modules, functions and classes.
def f():
    import _pkg.sub
    return sorted(locals())
def g():
    import _pkg.sub as x
    return sorted(locals())
def h():
    from _pkg.deep import leaf2 as y, marker
    return sorted(locals())
class C:
    import _pkg.deep.leaf2
    import _pkg.sub as s
print(f(), g(), h(), hasattr(C, '_pkg'), C.s.where, C._pkg.deep.leaf2.y)
import _pkg.deep.leaf2, math as m, _pkg.sub as n
print('_pkg' in globals(), 'm' in globals(), 'math' in globals(), 'leaf2' in globals())
def glob():
    global gm
    import math as gm
glob(); print(gm.pi)
def nonl():
    x = None
    def inner():
        nonlocal x
        import math as x
    inner()
    return x.e
print(nonl())
try:
    import _pkg.nope as never
except ImportError as e: print(e, 'never' in globals())
try: import _pkg.sub.deeper
except ImportError as e: print(e)
try: from _pkg.sub import nothing
except ImportError as e: print(str(e).split(' (')[0])
for i in range(2): import _pkg.other
print(_pkg.other.combined)
