# global and nonlocal statements in nested scopes.
x = 'module'
def outer():
    x = 'outer'
    def reads(): return x
    def binds():
        x = 'local'
        return x
    def rebinds():
        nonlocal x
        x = 'rebound'
    def to_global():
        global x
        x = 'changed module'
        class C:
            global x
            x = 'class body global'
        return x
    print(reads(), binds(), x)
    rebinds()
    print(reads(), x)
    print(to_global(), x)
outer()
print(x)
def define():
    global made, f_made, C_made
    made = 1
    def f_made(): return 'f'
    class C_made: pass
    global imported
    import sys as imported
define()
print(made, f_made(), C_made.__name__, imported.__name__)
print(f_made.__qualname__, C_made.__qualname__)
def counter():
    n = 0
    def inc():
        nonlocal n; n += 1; return n
    return inc
c = counter()
c()
print(c(), c())
