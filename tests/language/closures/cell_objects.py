# __closure__, cell contents, free and cell variable names.
def outer(a, b):
    c = a + b
    def inner(d):
        def innermost(): return a, c, d
        return innermost
    unused = b
    return inner
f = outer(1, 2)
print(f.__code__.co_freevars, outer.__code__.co_cellvars, f.__code__.co_cellvars)
print([c.cell_contents for c in f.__closure__])
g = f(9)
print(g.__code__.co_freevars, g())
print(type(f.__closure__[0]).__name__, outer.__closure__)
def empty():
    def r(): return later
    cell = r.__closure__[0]
    try: cell.cell_contents
    except ValueError as e: print(e)
    later = 1
    print(cell.cell_contents)
    cell.cell_contents = 'set through the cell'
    print(later, r())
    del cell.cell_contents
    try: later
    except UnboundLocalError as e: print(e)
    try: r()
    except NameError as e: print(e)
empty()
def eq():
    x = 1
    def p(): return x
    def q(): return x
    return p.__closure__[0] == q.__closure__[0], p.__closure__[0] is q.__closure__[0]
print(eq())
