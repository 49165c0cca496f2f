# Class bodies: names are looked up as locals, then globals, and are invisible to methods.
x = 'global'
class C:
    x = x + ' copied'
    y = [x for _ in range(1)]
    z = [i for i in x[:2]]
    def m(self): return x
    f = lambda self: x
print(C.x, C.y, C.z, C().m(), C().f())
def outer():
    x = 'outer'
    class D:
        print(x)
        def m(self): return x
        class E:
            x = 'in E'
            def n(self): return x
    class F:
        x = x if 0 else 'own'
    return D().m(), D.E().n()
print(outer())
def weird():
    x = 'function'
    class G:
        x = 'class'
        y = x
        del x
        z = x
    return G.y, G.z
try: print(weird())
except NameError as e: print(e)
class H:
    a = 1
    try: b = [a for _ in 'x']
    except NameError as e: print(e)
    for i in range(3): pass
    if a: cond = 'set'
    c = locals()['a']
print(H.i, H.cond, H.c)
class I: print(__name__, __qualname__, __module__)
