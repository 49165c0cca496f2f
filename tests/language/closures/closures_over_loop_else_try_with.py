# Variables bound by for, with, except, import, def and class can be captured.
class M:
    def __enter__(self): return 'entered'
    def __exit__(self, *a): pass
def f():
    import math as m
    from math import pi as p
    with M() as w: pass
    for i in range(3): pass
    def g(): return 'g'
    class K: pass
    (wal := 'walrus')
    [x, *y] = 1, 2, 3
    def show(): return m.floor(p), w, i, g(), K.__name__, wal, x, y
    return show()
print(f())
def h():
    try: raise ValueError('v')
    except ValueError as e:
        r = lambda: e
        print(repr(r()))
    try: r()
    except NameError as n: print(n)
h()
def k(v):
    match v:
        case [a, *b] | (a, b): pass
        case {'z': a, **b}: pass
    return (lambda: (a, b))()
print(k([1, 2, 3]), k({'z': 1, 'q': 2}))
