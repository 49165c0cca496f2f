# nonlocal reaches the nearest enclosing function binding, across several levels.
def a():
    x = 'a'
    def b():
        def c():
            nonlocal x
            x = 'c'
            def d():
                nonlocal x
                x += 'd'
            d()
        c()
        return x
    r = b()
    return r, x
print(a())
def shadow():
    x = 1
    def mid():
        x = 2
        def low():
            nonlocal x
            x = 3
        low()
        return x
    return mid(), x
print(shadow())
def skip_class():
    v = 'function'
    class C:
        v = 'class'
        def m(self):
            nonlocal v
            v = 'set by method'
            return v
    return C.v, C().m(), v
print(skip_class())
def class_nonlocal():
    v = 1
    class C:
        nonlocal v
        v = 2
    return v, 'v' in vars(C)
print(class_nonlocal())
def deleted():
    x = 1
    def d():
        nonlocal x
        del x
    d()
    try: return x
    except UnboundLocalError as e: return str(e)
print(deleted())
def multi():
    a = b = 0
    def f():
        nonlocal a, b
        a, b = 1, a + 5
    f(); f()
    return a, b
print(multi())
