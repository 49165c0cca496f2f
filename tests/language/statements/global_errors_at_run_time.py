# Names that are unbound: NameError, UnboundLocalError, free variables.
def a(): return missing
def b():
    print(x)
    x = 1
def c():
    def inner(): return free
    r = None
    try: inner()
    except NameError as e: print(type(e).__name__, e)
    free = 1
    del free
    inner()
def d():
    del y
    y = 1
def e():
    for q in (): pass
    return q
def f():
    x = 1
    del x
    return x
def g():
    global nowhere
    del nowhere
def h():
    import sys
    if 0: sys = 1
    def k():
        nonlocal sys
        del sys
    k()
    return sys
class K:
    try: zzz
    except NameError as n: print(n)
for fn in a, b, c, d, e, f, g, h:
    try: fn()
    except NameError as err: print(fn.__name__, type(err).__name__, err, err.name)
