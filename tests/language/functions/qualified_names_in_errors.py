# Wrong-call messages name the function by its qualified name.
class C:
    class D:
        def m(self): pass
    def g(self):
        def inner(): pass
        return inner
    lam = lambda self: 0
def outer():
    def nested(a): pass
    class Local:
        def meth(self): pass
    return nested, Local
def t(f, *a, **k):
    try: f(*a, **k)
    except TypeError as e: print(e)
t(C.D().m, 1)
t(C().g(), 1)
t(C().lam, 1)
n, L = outer()
t(n)
t(L().meth, 1)
t(L, 1)
def renamed(): pass
renamed.__name__ = 'new_name'
t(renamed, 1)
renamed.__qualname__ = 'new.qual'
t(renamed, 1)
def gen(a): yield
t(gen)
async def coro(a): pass
t(coro)
t(lambda *, a: 0)
