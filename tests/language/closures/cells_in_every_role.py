# Variables shared by closures: parameters, deletion, nonlocal chains, loops, classes, exec, defaults.
def shared():
    n = 0
    def up(): nonlocal n; n += 1; return n
    def get(): return n
    return up, get
up, get = shared(); up(); up(); print(get(), up.__closure__[0] is get.__closure__[0], up.__closure__[0].cell_contents)
def parameter(a, *b, c=1, **d):
    def inner(): nonlocal a, b, c, d; a, b, c, d = a + 1, b + (9,), c * 2, {**d, 'z': 0}; return a, b, c, d
    inner(); return inner(), a, b
print(parameter(1, 2, c=3, e=4))
def deleted():
    x = 1
    def inner(): return x
    del x
    try: inner()
    except NameError as e: print(type(e).__name__, e)
    try: x
    except UnboundLocalError as e: print(e)
    x = 2
    return inner()
print(deleted())
def delete_inside():
    x = 1
    def inner():
        nonlocal x
        del x
        try: del x
        except NameError as e: print(type(e).__name__, e)
    inner()
    try: return x
    except UnboundLocalError as e: return str(e)
print(delete_inside())
def early():
    def inner(): return late
    try: inner()
    except NameError as e: print(e)
    late = 5
    return inner()
print(early())
def three():
    x = 'a'
    def two():
        def one():
            nonlocal x
            x += 'c'
            return lambda: x
        nonlocal x
        x += 'b'
        return one()
    f = two()
    x += 'd'
    return f(), x
print(three())
fs = []
for i in range(3):
    def f(j=i): return i, j
    fs.append(f)
print([f() for f in fs])
def loop(): return [(lambda: (i, k)) for i in range(2) for k in 'ab']
print([f() for f in loop()])
def except_cell():
    try: raise ValueError('v')
    except ValueError as e:
        f = lambda: e
        print(f().args, end=' ')
    try: f()
    except NameError as err: print(err)
except_cell()
def with_cell():
    class C:
        def __enter__(self): return 'entered'
        def __exit__(self, *a): pass
    with C() as v: f = lambda: v
    return f()
print(with_cell())
def class_cell():
    x = 'function'
    class C:
        x = 'class'
        def m(self): return x
        y = x
        z = [x for _ in '1']
    return C().m(), C.y, C.z
print(class_cell())
def exec_cannot():
    x = 1
    exec('x = 2')
    def f(): return x
    exec('y = x + 1', globals(), ns := {'x': x})
    return x, f(), ns['y'], eval('x'), eval('lambda: x', {'x': 'g'})()
print(exec_cannot())
def maker(): x = 1; return lambda: (yield x)
print(list(maker()()))
def gen():
    total = 0
    def add(n): nonlocal total; total += n
    for i in range(3): add(i); yield total
print(list(gen()))
def recursive(n):
    def go(k): return 1 if k == 0 else k * go(k - 1)
    return go(n), go.__code__.co_freevars, recursive.__code__.co_cellvars
print(recursive(5))
c = (lambda: get)().__closure__[0]
try:
    c.cell_contents = 50; print(get()); del c.cell_contents; c.cell_contents
except ValueError as e: print(e)
try: get()
except NameError as e: print(e)
Cell = type(c); print(Cell(5), Cell().__class__.__name__, Cell(1) == Cell(1), Cell(1) < Cell(2)) if False else print(Cell(1) == Cell(1), Cell(1) < Cell(2), Cell() < Cell(0))
def walrus(): 
    f = lambda: w
    [w := i for i in range(3)]
    return f(), w
print(walrus())
def imports():
    import sys as s
    from math import pi
    def inner(): return s.__name__, int(pi)
    return inner()
print(imports())
def annotated():
    x: int
    def f(): return x
    try: f()
    except NameError as e: print(e)
annotated()
def globals_too():
    global made_here
    def f(): return made_here
    made_here = 'global'
    return f(), f.__closure__
print(globals_too(), made_here)
